// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading-age.h"

#include <string.h>

/* Fewer words than these are a label, not a sentence. */
#define SHORTEST_SENTENCE 3

/* ---- Syllables ---- */

/* Where there is one more, or one less, than groups of vowels. */
static const struct
{
  const char *pattern;
  int syllables;
} exceptions[] = {
  { "[^aeiouyl]e$|[aeiouy]le$", -1 }, /* home, male; not: table */
  { "[^aeiouytd]ed$", -1 },           /* asked; not: wanted */
  { "[^aeiouyscgzxhl]es$|[aeiouy]les$|[aeiouy][tp]hes$", -1 }, /* comes; not: houses */
  { "[aeiouy][^aeiouyl]e(ly|ments?|ness)", -1 },               /* safely, statement */
  { "^(some|every|home|care|where|there)[^aeiouyrs]", -1 },    /* something */
  { "[aeouy]ing", 1 },                                         /* paying */
  { "[^cgst]i[aou]|[ysp]ier|ui?et|[lr]ien[ct]|area", 1 },      /* diary, quiet; not: social */
  { "ua[lt]|ism$|creat[ei]", 1 },                                /* usual, autism, create */
};

static gboolean
is_vowel (char letter)
{
  return letter != '\0' && strchr ("aeiouy", letter) != NULL;
}

static int
count_vowel_groups (const char *word)
{
  int groups = 0;

  for (gsize i = 0; word[i]; i++)
    if (is_vowel (word[i]) && (i == 0 || !is_vowel (word[i - 1])))
      groups++;

  return groups;
}

static gboolean
is_exception (const char *word, guint index)
{
  static GRegex *compiled[G_N_ELEMENTS (exceptions)];

  if (!compiled[index])
    compiled[index] = g_regex_new (exceptions[index].pattern, 0, 0, NULL);

  return g_regex_match (compiled[index], word, 0, NULL);
}

guint
stile_reading_count_syllables (const char *word)
{
  int syllables = count_vowel_groups (word);

  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (is_exception (word, i))
      syllables += exceptions[i].syllables;

  return (guint) MAX (syllables, 1);
}

/* ---- Words and sentences ---- */

typedef struct
{
  guint words;
  guint syllables;
  guint sentences;
  guint words_in_sentences;
} Count;

/* "I" is no name. */
static gboolean
is_capital (const char *word)
{
  return word && g_ascii_isupper (word[0]) && !(word[0] == 'I' && !g_ascii_isalpha (word[1]));
}

/* The words of one sentence, as they are written. Numbers are none. */
static GPtrArray *
list_words (const char *sentence)
{
  g_autoptr (GRegex) regex = g_regex_new ("[\\p{L}]+(?:['’]\\p{L}+)*", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (g_regex_match (regex, sentence, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_ptr_array_add (words, g_match_info_fetch (match, 0));

  return words;
}

/* Words with a capital inside of a sentence, or with another such word behind them. */
static gboolean
is_name (GPtrArray *words, guint index)
{
  const char *next = index + 1 < words->len ? g_ptr_array_index (words, index + 1) : NULL;

  return is_capital (g_ptr_array_index (words, index)) && (index > 0 || is_capital (next));
}

static void
count_sentence (Count *count, const char *sentence, guint shortest)
{
  g_autoptr (GPtrArray) words = list_words (sentence);

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *small = g_utf8_strdown (g_ptr_array_index (words, i), -1);

      count->syllables += is_name (words, i) ? 1 : stile_reading_count_syllables (small);
    }
  count->words += words->len;
  if (words->len >= shortest)
    {
      count->sentences++;
      count->words_in_sentences += words->len;
    }
}

static void
count_text (Count *count, const char *text, guint shortest)
{
  g_auto (GStrv) sentences = g_regex_split_simple ("[.?!:]+(?=\\s|$)", text, 0, 0);

  for (guint i = 0; sentences[i]; i++)
    count_sentence (count, sentences[i], shortest);
}

static double
get_grade (const Count *count)
{
  double length = (double) count->words_in_sentences / MAX (count->sentences, 1);

  if (count->words == 0)
    return 0;

  return 0.39 * length + 11.8 * count->syllables / count->words - 15.59;
}

double
stile_reading_grade (const char *text)
{
  Count count = { 0 };

  count_text (&count, text, 1);
  return get_grade (&count);
}

static void
count_part (Count *count, const StileText *text, guint shortest)
{
  const char *words = text ? stile_text_get (text, NULL, NULL) : NULL;

  if (words)
    count_text (count, words, shortest);
}

double
stile_reading_grade_of_question (const StileQuestion *question)
{
  Count count = { 0 };

  count_part (&count, question->label, 1);
  count_part (&count, question->hint, 1);
  for (guint i = 0; i < question->n_choices; i++)
    count_part (&count, question->choices[i].label, SHORTEST_SENTENCE);

  return get_grade (&count);
}
