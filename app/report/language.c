// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gi18n-lib.h>

#include "document.h"

static gboolean
is_right_to_left_script (GUnicodeScript script)
{
  switch ((int) script)
    {
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The script that the tag itself names: "ku-Arab". */
static GUnicodeScript
find_script (const char *const *subtags)
{
  for (guint i = 1; subtags[0] && subtags[i]; i++)
    {
      const char *name = subtags[i];

      if (strlen (name) == 4)
        return g_unicode_script_from_iso15924 ((guint32) g_ascii_toupper (name[0]) << 24
                                               | (guint32) g_ascii_tolower (name[1]) << 16
                                               | (guint32) g_ascii_tolower (name[2]) << 8
                                               | (guint32) g_ascii_tolower (name[3]));
    }

  return G_UNICODE_SCRIPT_INVALID_CODE;
}

gboolean
stile_language_is_right_to_left (const char *tag)
{
  /* Those whose usual script runs from right to left (Unicode CLDR, likely subtags); Pango's own
   * table lacks Pashto and Sorani. */
  static const char *const languages[] = {
    "aii", "ar", "arc", "arz", "azb", "bal", "bqi", "ckb", "dv", "fa",  "glk", "haz", "he", "iw",
    "ji",  "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps",  "sd", "sdh", "syr", "ug",  "ur", "yi",
    NULL,
  };
  g_autofree char *lower = g_ascii_strdown (tag ? tag : "", -1);
  g_auto (GStrv) subtags = g_strsplit (lower, "-", -1);
  GUnicodeScript script = find_script ((const char *const *) subtags);

  if (script != G_UNICODE_SCRIPT_INVALID_CODE)
    return is_right_to_left_script (script);

  return subtags[0] && g_strv_contains (languages, subtags[0]);
}

/* The translation of "" is the head of the catalogue; _() would offer it to translators. */
char *
stile_language_dup_interface (void)
{
  static const char field[] = "\nLanguage: ";
  const char *head = g_dgettext (GETTEXT_PACKAGE, "");
  const char *line = strstr (head, field);

  if (!line)
    return g_strdup ("en");

  line += strlen (field);
  return g_strdelimit (g_strndup (line, strcspn (line, "\n.@")), "_", '-');
}
