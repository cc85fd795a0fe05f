#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

# Makes the templates anew from the sources and the forms, and brings every catalogue in step with
# them. Usage: po/update.sh [LANGUAGE...], where a language is one to start a catalogue for.
#
# Nothing is guessed: a sentence that changed is asked for again, and what it was stays at the end
# of the catalogue. For questions about health or danger a sentence that nearly fits is worse than
# none. Neither dates nor line numbers are written, so that a run changes only what changed.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "$0")")")
cd "$root"
export GETTEXTDATADIRS=$root/assessment-forms

# What the person sees comes first, so that it is translated first.
order=(app/words app/assess ui/pages/interview ui/pages/check-answers ui app/report app/casework
  app/directory app/ledger)

sources () {
  {
    for room in "${order[@]}"; do
      grep "^$room/" po/POTFILES
    done
    cat po/POTFILES
  } | awk '!seen[$0]++'
}

interface_template () {
  sources >po/.sources
  xgettext --files-from=po/.sources --output=po/stile.pot --from-code=UTF-8 --add-location=file \
    --package-name=stile --add-comments=Translators --keyword=_ --keyword=N_ --keyword=C_:1c,2 \
    --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 --flag=_:1:pass-c-format \
    --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format \
    --flag=g_dngettext:2:pass-c-format --flag=g_dngettext:3:pass-c-format \
    --flag=g_strdup_printf:1:c-format --flag=g_string_append_printf:2:c-format \
    --flag=g_string_printf:2:c-format --flag=g_set_error:4:c-format \
    --flag=g_error_new:3:c-format --flag=g_print:1:c-format --flag=g_printerr:1:c-format
  rm po/.sources
}

form_template () {
  xgettext --its=assessment-forms/its/form.its --no-location --package-name="$1" \
    --output="assessment-forms/$1/po/$1.pot" "assessment-forms/$1/form.xml"
}

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

interface_template
templates=(po/stile.pot)
for form in assessment-forms/*/form.xml; do
  id=$(basename "$(dirname "$form")")
  mkdir -p "assessment-forms/$id/po"
  form_template "$id"
  templates+=("assessment-forms/$id/po/$id.pot")
done
sed -i '/^"POT-Creation-Date:/d' "${templates[@]}"

for template in "${templates[@]}"; do
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
