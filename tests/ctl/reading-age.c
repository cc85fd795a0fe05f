// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading-age.h"

#include <string.h>

static gboolean
is_vowel (char letter)
{
  return strchr ("aeiouy", letter) != NULL;
}

static gboolean
has_silent_end (const char *word, gsize length)
{
  if (length < 4)
    return FALSE;
  if (g_str_has_suffix (word, "le") || g_str_has_suffix (word, "ted")
      || g_str_has_suffix (word, "ded"))
    return FALSE;

  return (word[length - 1] == 'e' && !is_vowel (word[length - 2]))
         || g_str_has_suffix (word, "ed");
}

static guint
count_syllables (const char *word)
{
  gsize length = strlen (word);
  guint groups = 0;

  for (gsize i = 0; i < length; i++)
    if (is_vowel (word[i]) && (i == 0 || !is_vowel (word[i - 1])))
      groups++;
  if (groups > 1 && has_silent_end (word, length))
    groups--;

  return MAX (groups, 1);
}

static guint
count_sentences (const char *text)
{
  guint sentences = 0;

  for (const char *at = text; *at; at++)
    if (strchr (".?!:", *at) && (at[1] == ' ' || at[1] == '\0'))
      sentences++;

  return MAX (sentences, 1);
}

double
reading_grade (const char *text)
{
  g_autofree char *small = g_ascii_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit_set (g_strdelimit (small, "\"'", '_'), " ,.?!:;()-–/", -1);
  guint n_words = 0, n_syllables = 0;

  for (guint i = 0; words[i]; i++)
    if (g_ascii_isalpha (words[i][0]))
      {
        n_words++;
        n_syllables += count_syllables (words[i]);
      }
  if (n_words == 0)
    return 0;

  return 0.39 * n_words / count_sentences (text) + 11.8 * n_syllables / n_words - 15.59;
}
