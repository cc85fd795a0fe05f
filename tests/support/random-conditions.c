// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "random-conditions.h"

guint
stile_writer_roll (StileFormWriter *writer, guint sides)
{
  return (guint) g_rand_int_range (writer->random, 0, (gint32) sides);
}

guint
stile_writer_roll_question (StileFormWriter *writer)
{
  guint question = stile_writer_roll (writer, writer->n_questions);

  /* The first is none. */
  while (writer->types[question] == STILE_QUESTION_NOTE)
    question--;
  return question;
}

void
stile_writer_add (StileFormWriter *writer, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (writer->xml, format, arguments);
  va_end (arguments);
}

static gboolean
has (const StileFormWriter *writer, StileRandomTraits trait)
{
  return (writer->traits & trait) != 0;
}

/* ---- About points ---- */

/* More points never end it. Below 0 points, a sum of several falls with an answer: silence would
 * fulfil it. */
static void
add_test_of_points (StileFormWriter *writer, guint question)
{
  guint other = stile_writer_roll_question (writer);
  guint from = 1 + stile_writer_roll (writer, 4);
  guint kind = stile_writer_roll (writer, has (writer, STILE_RANDOM_NEGATIVE) ? 3 : 5);

  switch (kind)
    {
    case 0:
      stile_writer_add (writer, "not(points('q%u') &lt; %u)", question, from);
      break;
    case 1:
      stile_writer_add (writer, "max(points('q%u'), points('q%u')) &gt;= %u", question, other,
                        from);
      break;
    case 3:
      stile_writer_add (writer, "points('q%u') + 2 * points('q%u') &gt; %u", question, other, from);
      break;
    case 4:
      stile_writer_add (writer, "boolean(points('q%u') + points('q%u'))", question, other);
      break;
    default:
      stile_writer_add (writer, "points('q%u') &gt;= %u", question, from);
    }
}

/* ---- About answers ---- */

static char *
dup_choice (StileFormWriter *writer, guint question)
{
  guint choice = stile_writer_roll (writer, writer->n_choices[question]);

  if (writer->types[question] == STILE_QUESTION_YES_NO)
    return g_strdup (choice == 0 ? "yes" : "no");
  return g_strdup_printf ("c%u", choice);
}

/* About a question with choices: holds for some of its answers, never for silence. */
static void
add_test_of_choice (StileFormWriter *writer, guint question)
{
  g_autofree char *choice = dup_choice (writer, question);

  switch (stile_writer_roll (writer, 7))
    {
    case 0:
      stile_writer_add (writer, "count-selected($q%u) &gt;= %u", question,
                        1 + stile_writer_roll (writer, 2));
      break;
    case 1:
      stile_writer_add (writer, "answered('q%u') and not(selected($q%u, '%s'))", question,
                        question, choice);
      break;
    case 2:
      stile_writer_add (writer, "$q%u != '' and $q%u != '%s'", question, question, choice);
      break;
    case 3:
      stile_writer_add (writer, "contains(concat($q%u, '.'), '%s.')", question, choice);
      break;
    case 4:
      stile_writer_add (writer, "if(answered('q%u'), $q%u = '%s', false())", question, question,
                        choice);
      break;
    case 5:
      stile_writer_add (writer, "$q%u = '%s'", question, choice);
      break;
    default:
      stile_writer_add (writer, "selected($q%u, '%s')", question, choice);
    }
}

/* The same for the others. */
static void
add_test_of_value (StileFormWriter *writer, guint question)
{
  static const char *const of_numbers[]
    = { "# &gt; 7", "# &gt;= 2 and # &lt; 19", "abs(# - 9) &lt; 6",
        "round(# div 3) = 2", "# mod 2 = 1", "# != '' and not(# = 4)" };
  static const char *const of_dates[]
    = { "years-since(#) &lt; 18", "months-since(#) &gt;= 1", "days-since(#) &lt;= 0" };
  static const char *const of_texts[]
    = { "contains(#, 'a')", "string-length(#) &gt; 3", "starts-with(#, 'a')" };
  StileQuestionType type = writer->types[question];
  g_autofree char *number = NULL, *joined = NULL;
  g_auto (GStrv) parts = NULL;
  const char *test;

  if (type == STILE_QUESTION_DATE)
    test = of_dates[stile_writer_roll (writer, G_N_ELEMENTS (of_dates))];
  else if (type == STILE_QUESTION_TEXT)
    test = of_texts[stile_writer_roll (writer, G_N_ELEMENTS (of_texts))];
  else
    test = of_numbers[stile_writer_roll (writer, G_N_ELEMENTS (of_numbers))];

  parts = g_strsplit (test, "#", -1);
  number = g_strdup_printf ("$q%u", question);
  joined = g_strjoinv (number, parts);
  stile_writer_add (writer, "%s", joined);
}

static gboolean
has_choices (const StileFormWriter *writer, guint question)
{
  return writer->n_choices[question] > 0;
}

static void
add_test_of_silence (StileFormWriter *writer, guint question)
{
  switch (stile_writer_roll (writer, 6))
    {
    case 0:
      stile_writer_add (writer, "not(answered('q%u'))", question);
      break;
    case 1:
      stile_writer_add (writer, "points('q%u') &lt; %u", question,
                        1 + stile_writer_roll (writer, 3));
      break;
    case 2:
      stile_writer_add (writer, "declined('q%u') or unknown('q%u')", question, question);
      break;
    case 3:
      stile_writer_add (writer, "coalesce($q%u, 'none') = 'none'", question);
      break;
    case 4:
      stile_writer_add (writer, "string-length($q%u) = 0", question);
      break;
    default:
      stile_writer_add (writer, "not(");
      if (has_choices (writer, question))
        add_test_of_choice (writer, question);
      else
        add_test_of_value (writer, question);
      stile_writer_add (writer, ")");
    }
}

/* ---- Together ---- */

static void
add_test (StileFormWriter *writer)
{
  guint question = stile_writer_roll_question (writer);

  if (writer->n_calculates > 0 && stile_writer_roll (writer, 5) == 0)
    stile_writer_add (writer, "$k%u &gt;= %u", stile_writer_roll (writer, writer->n_calculates),
                      1 + stile_writer_roll (writer, 3));
  else if (has (writer, STILE_RANDOM_SILENCE) && stile_writer_roll (writer, 3) == 0)
    add_test_of_silence (writer, question);
  else if (has (writer, STILE_RANDOM_RISING)
           || (has_choices (writer, question) && stile_writer_roll (writer, 2) == 0))
    add_test_of_points (writer, question);
  else if (has_choices (writer, question))
    add_test_of_choice (writer, question);
  else
    add_test_of_value (writer, question);
}

void
stile_writer_add_condition (StileFormWriter *writer)
{
  /* The third is the same as the first, by De Morgan. */
  static const char *const around[][3]
    = { { "(", ") and (", ")" }, { "(", ") or (", ")" }, { "not(not(", ") or not(", "))" } };
  guint kind = stile_writer_roll (writer, G_N_ELEMENTS (around) + 1);
  const char *const *words = kind > 0 ? around[kind - 1] : NULL;

  stile_writer_add (writer, "%s", words ? words[0] : "");
  add_test (writer);
  if (!words)
    return;
  stile_writer_add (writer, "%s", words[1]);
  add_test (writer);
  stile_writer_add (writer, "%s", words[2]);
}

/* ---- About domains and findings ---- */

static const char *
roll_level (StileFormWriter *writer)
{
  return stile_writer_roll (writer, 2) == 0 ? "some" : "severe";
}

static void
add_test_of_levels (StileFormWriter *writer)
{
  guint domain = stile_writer_roll (writer, writer->n_domains);

  switch (stile_writer_roll (writer, 5))
    {
    case 0:
      stile_writer_add (writer, "count-at-least('%s') &gt;= %u", roll_level (writer),
                        1 + stile_writer_roll (writer, 2));
      break;
    case 1:
      stile_writer_add (writer, "count-at-least('%s', 'd%u') &gt; 0", roll_level (writer), domain);
      break;
    case 2:
      stile_writer_add (writer, "level('d%u') &gt;= %u", domain,
                        1 + stile_writer_roll (writer, 2));
      break;
    case 3:
      if (writer->n_findings > 0)
        {
          stile_writer_add (writer, "finding('f%u')",
                            stile_writer_roll (writer, writer->n_findings));
          break;
        }
      G_GNUC_FALLTHROUGH;
    default:
      stile_writer_add (writer, "at-least('d%u', '%s')", domain, roll_level (writer));
    }
}

static void
add_any_test (StileFormWriter *writer)
{
  guint domain = stile_writer_roll (writer, writer->n_domains);

  switch (stile_writer_roll (writer, 5))
    {
    case 0:
      stile_writer_add (writer, "score('d%u') &lt; %u", domain, stile_writer_roll (writer, 5));
      break;
    case 1:
      stile_writer_add (writer, "level('d%u') = 1", domain);
      break;
    case 2:
      stile_writer_add (writer, "not(score('d%u') &gt;= %u)", domain,
                        stile_writer_roll (writer, 5));
      break;
    case 3:
      stile_writer_add_condition (writer);
      break;
    default:
      stile_writer_add (writer, "not(");
      add_test_of_levels (writer);
      stile_writer_add (writer, ")");
    }
}

void
stile_writer_add_outcome (StileFormWriter *writer)
{
  guint n = 1 + stile_writer_roll (writer, 2);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        stile_writer_add (writer, stile_writer_roll (writer, 2) == 0 ? " and " : " or ");
      stile_writer_add (writer, "(");
      if (has (writer, STILE_RANDOM_OUTCOMES) && stile_writer_roll (writer, 2) == 0)
        add_any_test (writer);
      else
        add_test_of_levels (writer);
      stile_writer_add (writer, ")");
    }
}
