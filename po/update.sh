#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

# Makes the templates anew, and brings every catalogue in step with them.
# Usage: po/update.sh [LANGUAGE...], where a language is one to start catalogues for.
#
# Nothing is guessed: a sentence that changed is asked for again, and what it was stays at the end
# of the catalogue. For questions about health or danger a sentence that nearly fits is worse than
# none. Neither dates nor line numbers are written, so that a run changes only what changed.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "$0")")")
cd "$root"
# start LANGUAGE CATALOGUE TEMPLATE
start () {
  local plurals languages
  [ ! -f "$2" ] || return 0
  plurals=$(sed -n "s/^$1 //p" po/plurals.txt)
  [ -n "$plurals" ] || {
    echo "po/plurals.txt does not say how \"$1\" counts. Please add its line." >&2
    exit 1
  }
  cat >"$2" <<END
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later
# Draft: not yet reviewed by a native speaker.
msgid ""
msgstr ""
"Project-Id-Version: $(basename "$3" .pot)\n"
"Report-Msgid-Bugs-To: \n"
"PO-Revision-Date: $(date --utc '+%F %R%z')\n"
"Last-Translator: The Stile founders\n"
"Language-Team: none\n"
"Language: $1\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: $plurals\n"
"X-Stile-Review: draft\n"
END
  languages=$(dirname "$2")/LINGUAS
  touch "$languages"
  sort --unique --output="$languages" "$languages" - <<<"$1"
}

# merge CATALOGUE TEMPLATE [COMPENDIUM...]: what another form says in the same words is taken over.
merge () {
  local from=() other
  for other in "${@:3}"; do
    from+=("--compendium=$other")
  done
  msgmerge --quiet --update --backup=none --no-fuzzy-matching "${from[@]}" "$1" "$2"
}

"$root/po/templates.sh" "$root"
for template in po/stile.pot assessment-forms/*/po/*.pot; do
  folder=$(dirname "$template")
  for language in "$@"; do
    start "$language" "$folder/$language.po" "$template"
  done
  for catalogue in "$folder"/*.po; do
    [ -f "$catalogue" ] || continue
    others=()
    for other in assessment-forms/*/po/"$(basename "$catalogue")"; do
      [ "$folder" = po ] || [ "$other" = "$catalogue" ] || [ ! -f "$other" ] || others+=("$other")
    done
    merge "$catalogue" "$template" "${others[@]}"
  done
done
