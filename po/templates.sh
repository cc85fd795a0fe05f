#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

# Makes the templates of all that is to translate, from the sources and the forms:
# po/templates.sh FOLDER writes po/stile.pot and assessment-forms/<form>/po/<form>.pot in FOLDER.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "$0")")")
folder=$(realpath "$1")
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
  mkdir -p "$folder/po"
  xgettext --files-from=<(sources) --output="$folder/po/stile.pot" --from-code=UTF-8 \
    --add-location=file --package-name=stile --add-comments=Translators \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 \
    --flag=_:1:pass-c-format --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format \
    --flag=NC_:2:pass-c-format --flag=g_dngettext:2:pass-c-format \
    --flag=g_dngettext:3:pass-c-format --flag=g_strdup_printf:1:c-format \
    --flag=g_string_append_printf:2:c-format --flag=g_string_printf:2:c-format \
    --flag=g_set_error:4:c-format --flag=g_error_new:3:c-format --flag=g_print:1:c-format \
    --flag=g_printerr:1:c-format
}

form_template () {
  mkdir -p "$folder/assessment-forms/$1/po"
  xgettext --its=assessment-forms/its/form.its --no-location --package-name="$1" \
    --output="$folder/assessment-forms/$1/po/$1.pot" "assessment-forms/$1/form.xml"
}

interface_template
for form in assessment-forms/*/form.xml; do
  form_template "$(basename "$(dirname "$form")")"
done
# What stands before each line of a comment in C is no part of it.
sed -i -e '/^"POT-Creation-Date:/d' -e 's/^#\. \* /#. /' \
  "$folder/po/stile.pot" "$folder"/assessment-forms/*/po/*.pot
