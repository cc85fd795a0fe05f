// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "script.h"

#include <string.h>

#define LEFT_TO_RIGHT_ISOLATE "\u2066"
#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"
#define LEFT_TO_RIGHT_MARK "\u200E"
#define RIGHT_TO_LEFT_MARK "\u200F"

/* Of Debian's fonts-noto-core, and fonts-noto-cjk for the last three. Nastaliq is how Urdu, and
 * what is written like it, is printed and taught; Arabic letters that it lacks come next. Its own
 * digits and full stops are too heavy for names and numbers, so those come from the first face,
 * which has no Arabic letters. */
#define NASTALIQ "Noto Sans, Noto Nastaliq Urdu, Noto Sans Arabic, sans-serif"
#define ARABIC "Noto Sans Arabic, Noto Sans, sans-serif"
#define DEVANAGARI "Noto Sans Devanagari, Noto Sans, sans-serif"
#define ETHIOPIC "Noto Sans Ethiopic, Noto Sans, sans-serif"
#define HEBREW "Noto Sans Hebrew, Noto Sans, sans-serif"
#define OTHER "Noto Sans, sans-serif"

static const struct
{
  const char *tag;
  const char *fonts;
} faces[] = {
  { "am", ETHIOPIC },
  { "ar", ARABIC },
  { "bn", "Noto Sans Bengali, Noto Sans, sans-serif" },
  { "ckb", ARABIC },
  { "fa", ARABIC },
  { "gu", "Noto Sans Gujarati, Noto Sans, sans-serif" },
  { "he", HEBREW },
  { "hi", DEVANAGARI },
  { "hy", "Noto Sans Armenian, Noto Sans, sans-serif" },
  { "ja", "Noto Sans CJK JP, Noto Sans, sans-serif" },
  { "ka", "Noto Sans Georgian, Noto Sans, sans-serif" },
  { "km", "Noto Sans Khmer, Noto Sans, sans-serif" },
  { "kn", "Noto Sans Kannada, Noto Sans, sans-serif" },
  { "ko", "Noto Sans CJK KR, Noto Sans, sans-serif" },
  { "ks", NASTALIQ },
  { "lo", "Noto Sans Lao, Noto Sans, sans-serif" },
  { "ml", "Noto Sans Malayalam, Noto Sans, sans-serif" },
  { "mr", DEVANAGARI },
  { "my", "Noto Sans Myanmar, Noto Sans, sans-serif" },
  { "ne", DEVANAGARI },
  { "pa", "Noto Sans Gurmukhi, Noto Sans, sans-serif" },
  { "pnb", NASTALIQ },
  { "prs", ARABIC },
  { "ps", ARABIC },
  { "sd", ARABIC },
  { "si", "Noto Sans Sinhala, Noto Sans, sans-serif" },
  { "ta", "Noto Sans Tamil, Noto Sans, sans-serif" },
  { "te", "Noto Sans Telugu, Noto Sans, sans-serif" },
  { "th", "Noto Sans Thai, Noto Sans, sans-serif" },
  { "ti", ETHIOPIC },
  { "ug", ARABIC },
  { "ur", NASTALIQ },
  { "yi", HEBREW },
  { "zh", "Noto Sans CJK SC, Noto Sans, sans-serif" },
};

static gsize
get_length (const char *tag)
{
  return strcspn (tag, "-_");
}

gboolean
stile_language_is_same (const char *a, const char *b)
{
  gsize length = get_length (a);

  return get_length (b) == length && g_ascii_strncasecmp (a, b, length) == 0;
}

const char *
stile_language_get_fonts (const char *tag)
{
  for (guint i = 0; tag && i < G_N_ELEMENTS (faces); i++)
    if (stile_language_is_same (faces[i].tag, tag))
      return faces[i].fonts;
  return OTHER;
}

const char *const *
stile_language_get_with_fonts (void)
{
  static const char *tags[G_N_ELEMENTS (faces) + 1];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
        tags[i] = faces[i].tag;
      g_once_init_leave (&filled, 1);
    }
  return tags;
}

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

char *
stile_language_isolate (const char *text)
{
  return g_strconcat (FIRST_STRONG_ISOLATE, text, POP_ISOLATE, NULL);
}

static gboolean
has_letters (const char *text, gboolean right_to_left)
{
  for (; *text; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isalpha (c)
          && is_right_to_left_script (g_unichar_get_script (c)) == right_to_left)
        return TRUE;
    }
  return FALSE;
}

static gboolean
begins (const char *text, gboolean right_to_left)
{
  while (*text && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return !*text
         || is_right_to_left_script (g_unichar_get_script (g_utf8_get_char (text)))
              == right_to_left;
}

/* Of a number to call, also with - or brackets, or of a day. Where there are fewer figures than
 * those have, "3-5" is two numbers, of which the first stands first. A postcode has none. */
static const GRegex *
get_numbers (void)
{
#define GROUP "(?:\\d++|\\(\\d++\\))"
  static GRegex *numbers;
  static gsize made;

  if (g_once_init_enter (&made))
    {
      numbers = g_regex_new ("(?<![0-9A-Za-z])"
                             "(?:(?=(?:[-+ ()]*\\d){7})\\+?" GROUP "(?:[- ]?" GROUP ")+"
                             "|\\+?\\d++(?: \\d++)+)(?![A-Za-z])",
                             G_REGEX_RAW | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&made, 1);
    }
  return numbers;
}

char *
stile_language_keep_numbers (const char *text, const char *tag)
{
  if (!strpbrk (text, "0123456789")
      || !(stile_language_is_right_to_left (tag) || has_letters (text, TRUE)))
    return g_strdup (text);
  return g_regex_replace (get_numbers (), text, -1, 0, LEFT_TO_RIGHT_ISOLATE "\\0" POP_ISOLATE, 0,
                          NULL);
}

/* GTK and Pango take the direction of a line from its first letter that has one. Where all of the
 * line is of the other direction, it is one piece: the full stop stays at its end. */
char *
stile_language_direct (const char *text, const char *tag)
{
  gboolean is_right_to_left = stile_language_is_right_to_left (tag);
  const char *mark = is_right_to_left ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
  g_autofree char *kept = stile_language_keep_numbers (text, tag);
  g_autofree char *piece = NULL;

  if (begins (kept, is_right_to_left))
    return g_steal_pointer (&kept);
  if (!has_letters (kept, is_right_to_left))
    piece = stile_language_isolate (kept);
  return g_strconcat (mark, piece ? piece : kept, NULL);
}
