// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Names are found by who types them in a hurry on a strange keyboard: without letter case, without
 * accents, and with the plain letter where Unicode sees another one (ł is no l with an accent). */

#include "casework-private.h"

/* Accents have higher combining classes; those up to here make another letter: the nukta and virama
 * of Indic scripts, the voicing marks of Japanese (Unicode Standard, 4.3). Vowel signs have 0. */
#define HIGHEST_LETTER_CLASS 9

static const struct
{
  gunichar letter;
  const char *plain;
} plain_letters[] = {
  { 0x00e6, "ae" }, /* æ */
  { 0x00f0, "d" },  /* ð */
  { 0x00f8, "o" },  /* ø */
  { 0x00fe, "th" }, /* þ */
  { 0x0111, "d" },  /* đ */
  { 0x0127, "h" },  /* ħ */
  { 0x0131, "i" },  /* dotless i */
  { 0x0142, "l" },  /* ł */
  { 0x0153, "oe" }, /* œ */
  { 0x0640, "" },   /* Arabic tatweel, which only stretches a word */
  { 0x06a9, "ك" },  /* Persian and Urdu kaf: the Arabic one */
  { 0x06cc, "ي" },  /* Persian and Urdu yeh: the Arabic one */
  { 0x0649, "ي" },  /* alef maksura, often typed for yeh */
  { 0x2018, "'" },
  { 0x2019, "'" },
};

static const char *
find_plain (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    {
      if (plain_letters[i].letter == letter)
        return plain_letters[i].plain;
    }

  return NULL;
}

static gboolean
is_passed_over (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT
         || (g_unichar_ismark (c) && g_unichar_combining_class (c) > HIGHEST_LETTER_CLASS);
}

char *
stile_search_fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  g_autofree char *lower = g_utf8_casefold (apart ? apart : "", -1);
  /* Folding a letter can give one that comes apart again: İ. */
  g_autofree char *decomposed = g_utf8_normalize (lower, -1, G_NORMALIZE_NFKD);
  GString *folded = g_string_sized_new (strlen (decomposed));

  for (const char *p = decomposed; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *plain = find_plain (c);

      if (plain)
        g_string_append (folded, plain);
      else if (g_unichar_isspace (c))
        g_string_append_c (folded, ' ');
      else if (!is_passed_over (c))
        g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
}

gboolean
stile_search_matches (const char *folded_text, const char *const *folded_words)
{
  for (guint i = 0; folded_words[i]; i++)
    {
      if (!strstr (folded_text, folded_words[i]))
        return FALSE;
    }

  return TRUE;
}
