// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reach-options.h"

#include <math.h>
#include <string.h>

#include "answer-private.h"
#include "candidates.h"
#include "evaluation.h"
#include "expression-uses.h"

/* More numbers, words and choices than these are not told apart. */
#define MOST_TURNS 64
#define MOST_MARKED 7

typedef struct
{
  StileOptionTable *table;
  const StileQuestion *question;
  const StileUses *uses;
  const GArray *numbers; /* of double: all that stand in any condition */
  GArray *options;       /* of StileOption */
  gboolean exact;
} Builder;

static void
add (Builder *builder, StileAnswerState state, const char *text, double number)
{
  StileOption option = { .answer = { .state = state, .number = number } };

  option.answer.text = text ? g_string_chunk_insert_const (builder->table->strings, text) : NULL;
  option.points = stile_question_get_points (builder->question, &option.answer);
  g_array_append_val (builder->options, option);
}

static void
add_answered (Builder *builder, const char *text)
{
  add (builder, STILE_ANSWER_ANSWERED, text, 0);
}

/* ---- Choices ---- */

/* A literal may hold several choices, joined by blanks. */
static gboolean
is_named (const GPtrArray *literals, const char *choice)
{
  for (guint i = 0; i < literals->len; i++)
    {
      StileAnswer named
        = { .state = STILE_ANSWER_ANSWERED, .text = g_ptr_array_index (literals, i) };

      if (stile_answer_has_choice (&named, choice))
        return TRUE;
    }
  return FALSE;
}

/* Choices that count: those that a condition names or that have points. Of the others it is only
 * told whether there is one. */
static gboolean
is_marked (const Builder *builder, guint choice)
{
  return builder->uses->elsewhere || builder->question->choices[choice].points != 0
         || is_named (builder->uses->strings, builder->question->choices[choice].id);
}

static void
add_selection (Builder *builder, const gboolean *chosen)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < builder->question->n_choices; i++)
    if (chosen[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              builder->question->choices[i].id);
  if (text->len > 0)
    add_answered (builder, text->str);
}

/* Every selection out of the marked choices, each with and without one of the others. */
static void
add_selections (Builder *builder, const GArray *marked, int other)
{
  g_autofree gboolean *chosen = g_new (gboolean, builder->question->n_choices);
  guint n = 1u << marked->len;

  for (guint bits = 0; bits < 2 * n; bits++)
    {
      if (bits >= n && other == STILE_NONE)
        break;
      memset (chosen, 0, builder->question->n_choices * sizeof *chosen);
      for (guint i = 0; i < marked->len; i++)
        chosen[g_array_index (marked, guint, i)] = (bits >> i) & 1;
      if (bits >= n)
        chosen[other] = TRUE;
      add_selection (builder, chosen);
    }
}

/* Too many to try all: each alone, all but each, and all. */
static void
add_some_selections (Builder *builder)
{
  const StileQuestion *question = builder->question;
  g_autofree gboolean *chosen = g_new (gboolean, question->n_choices);
  guint n = MIN (question->n_choices, MOST_TURNS);

  builder->exact = FALSE;
  for (guint i = 0; i <= n; i++)
    {
      for (guint j = 0; j < question->n_choices; j++)
        chosen[j] = !question->choices[j].exclusive && (i == n || j != i);
      add_selection (builder, chosen);
      if (i < n && !question->choices[i].exclusive)
        add_answered (builder, question->choices[i].id);
    }
  for (guint most = 0; most < 2; most++)
    {
      double points;
      g_autofree char *text = stile_question_dup_selection (question, most, NULL, NULL, &points);

      if (text)
        add_answered (builder, text);
    }
}

static void
add_multiple (Builder *builder)
{
  const StileQuestion *question = builder->question;
  g_autoptr (GArray) marked = g_array_new (FALSE, FALSE, sizeof (guint));
  int other = STILE_NONE;

  for (guint i = 0; i < question->n_choices; i++)
    {
      if (question->choices[i].exclusive)
        add_answered (builder, question->choices[i].id);
      else if (is_marked (builder, i))
        g_array_append_val (marked, i);
      else
        other = (int) i;
    }
  if (marked->len <= MOST_MARKED)
    add_selections (builder, marked, other);
  else
    add_some_selections (builder);
}

static void
add_choices (Builder *builder)
{
  for (guint i = 0; i < builder->question->n_choices; i++)
    add_answered (builder, builder->question->choices[i].id);
}

/* ---- Numbers ---- */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
sort_and_thin (GArray *numbers)
{
  guint kept = 0;

  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      double number = g_array_index (numbers, double, i);

      if (kept == 0 || number != g_array_index (numbers, double, kept - 1))
        g_array_index (numbers, double, kept++) = number;
    }
  g_array_set_size (numbers, kept);
}

/* Every number at which something may turn, rising. */
static GArray *
collect_turns (Builder *builder)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (double));
  const StileQuestion *question = builder->question;

  g_array_append_vals (turns, builder->uses->numbers->data, builder->uses->numbers->len);
  for (guint i = 0; i < question->n_bands; i++)
    g_array_append_val (turns, question->bands[i].from);
  if (builder->uses->elsewhere)
    {
      static const double round[] = { -1, 0, 1, 10, 100, 1000, 1000000 };

      builder->exact = FALSE;
      g_array_append_vals (turns, round, G_N_ELEMENTS (round));
      g_array_append_vals (turns, builder->numbers->data,
                           MIN (builder->numbers->len, MOST_TURNS / 2));
    }
  if (turns->len == 0)
    g_array_append_val (turns, (double) { 0 });
  sort_and_thin (turns);
  if (turns->len > MOST_TURNS)
    {
      builder->exact = FALSE;
      g_array_set_size (turns, MOST_TURNS);
    }
  return turns;
}

static void
add_number (Builder *builder, GArray *numbers, double number)
{
  if (fabs (number) <= STILE_ANSWER_MAX_NUMBER
      && (builder->question->type != STILE_QUESTION_INTEGER || number == floor (number)))
    g_array_append_val (numbers, number);
}

/* Each turn, and one number between it and the next. */
static void
add_numbers (Builder *builder)
{
  g_autoptr (GArray) turns = collect_turns (builder);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < turns->len; i++)
    {
      double turn = g_array_index (turns, double, i);

      add_number (builder, numbers, turn);
      add_number (builder, numbers, floor (turn) + 1);
      add_number (builder, numbers, ceil (turn) - 1);
      if (i + 1 < turns->len)
        add_number (builder, numbers, (turn + g_array_index (turns, double, i + 1)) / 2);
    }
  sort_and_thin (numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      double number = g_array_index (numbers, double, i);
      g_autofree char *text = stile_number_to_string (number);

      add (builder, STILE_ANSWER_ANSWERED, text, number);
    }
}

/* ---- Dates and words ---- */

static gboolean
get_day (const StileOptionTable *table, const StileSpan *span, double more, GDate *date)
{
  double days = (span->unit == 'y' ? 365.2425 : span->unit == 'm' ? 30.436875 : 1)
                * (span->length + more);
  int whole = (int) trunc (span->length + more);

  if (fabs (days) > 350000)
    return FALSE;
  g_date_set_julian (date, table->today);
  if (span->unit == 'd')
    g_date_set_julian (date, (guint32) ((int) table->today - whole));
  else if (whole >= 0)
    g_date_subtract_months (date, (guint) (span->unit == 'y' ? 12 * whole : whole));
  else
    g_date_add_months (date, (guint) -(span->unit == 'y' ? 12 * whole : whole));
  return g_date_valid (date);
}

/* The day on which so many years have passed, the one before it, and the one behind it. */
static void
add_days_around (Builder *builder, const StileSpan *span, double more)
{
  GDate date;

  g_date_clear (&date, 1);
  if (!get_day (builder->table, span, more, &date))
    return;
  for (int i = -1; i <= 1; i++)
    {
      GDate day = date;
      g_autofree char *text = NULL;

      if (i < 0)
        g_date_subtract_days (&day, 1);
      else if (i > 0)
        g_date_add_days (&day, 1);
      text = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), g_date_get_month (&day),
                              g_date_get_day (&day));
      add_answered (builder, text);
    }
}

static void
add_words (Builder *builder)
{
  for (guint i = 0; i < MIN (builder->uses->strings->len, MOST_TURNS); i++)
    {
      const char *word = g_ptr_array_index (builder->uses->strings, i);
      g_autoptr (StileAnswer) answer = stile_answer_new (builder->question, word, NULL);

      if (answer && answer->state == STILE_ANSWER_ANSWERED)
        add_answered (builder, word);
    }
}

/* Where it is not known what it is held against: every number of the form, in every unit. */
static void
add_any_days (Builder *builder)
{
  static const char units[] = { 'd', 'm', 'y' };

  builder->exact = FALSE;
  for (guint i = 0; i < MIN (builder->numbers->len, MOST_TURNS / 4); i++)
    for (guint j = 0; j < G_N_ELEMENTS (units); j++)
      {
        StileSpan span = { units[j], g_array_index (builder->numbers, double, i) };

        add_days_around (builder, &span, 0);
        add_days_around (builder, &span, 1);
      }
}

static void
add_dates (Builder *builder)
{
  static const StileSpan now = { 'd', 0 };
  const GArray *spans = builder->uses->spans;

  add_days_around (builder, &now, 0);
  for (guint i = 0; i < MIN (spans->len, MOST_TURNS); i++)
    for (int more = 0; more <= 1; more++)
      add_days_around (builder, &g_array_index (spans, StileSpan, i), more);
  add_words (builder);
  if (builder->uses->elsewhere)
    add_any_days (builder);
  if (spans->len > 0 && builder->uses->strings->len > 0)
    builder->exact = FALSE;
}

static void
add_texts (Builder *builder)
{
  add_words (builder);
  /* Something that nobody wrote into a condition. */
  add_answered (builder, "…");
  if (builder->uses->elsewhere)
    builder->exact = FALSE;
}

/* ---- One question ---- */

static void
add_all (Builder *builder)
{
  switch (builder->question->type)
    {
    case STILE_QUESTION_SELECT_ONE:
    case STILE_QUESTION_YES_NO:
      add_choices (builder);
      break;
    case STILE_QUESTION_SELECT_MULTIPLE:
      add_multiple (builder);
      break;
    case STILE_QUESTION_INTEGER:
    case STILE_QUESTION_DECIMAL:
      add_numbers (builder);
      break;
    case STILE_QUESTION_DATE:
      add_dates (builder);
      break;
    case STILE_QUESTION_TEXT:
      add_texts (builder);
      break;
    case STILE_QUESTION_NOTE:
    default:
      break;
    }
}

static void
build (Builder *builder, StileOptions *options)
{
  builder->options = g_array_new (FALSE, FALSE, sizeof (StileOption));
  builder->exact = TRUE;
  add (builder, STILE_ANSWER_UNANSWERED, NULL, 0);
  add_all (builder);
  options->n_plain = builder->options->len;
  if (builder->uses->declined)
    add (builder, STILE_ANSWER_DECLINED, NULL, 0);
  if (builder->uses->unknown)
    add (builder, STILE_ANSWER_UNKNOWN, NULL, 0);

  options->n = builder->options->len;
  options->options = (StileOption *) g_array_free (builder->options, FALSE);
  options->exact = builder->exact;
  for (guint i = 0; i < options->n_plain; i++)
    {
      options->least = MIN (options->least, options->options[i].points);
      options->most = MAX (options->most, options->options[i].points);
    }
  for (guint i = 0; i < builder->question->n_bands; i++)
    {
      options->least = MIN (options->least, builder->question->bands[i].points);
      options->most = MAX (options->most, builder->question->bands[i].points);
    }
}

/* ---- All of them ---- */

typedef struct
{
  StileUses *uses;
  GArray *numbers;
} Collected;

static void
collect (Collected *collected, const StileExpression *expression, int self)
{
  if (expression)
    stile_expression_collect_uses (expression, self, collected->uses, collected->numbers);
}

static void
collect_from_form (Collected *collected, const StileForm *form)
{
  for (guint i = 0; i < form->n_questions; i++)
    {
      collect (collected, form->questions[i].relevant, STILE_NONE);
      collect (collected, form->questions[i].constraint, (int) i);
    }
  for (guint i = 0; i < form->n_calculates; i++)
    collect (collected, form->calculates[i].value, STILE_NONE);
  for (guint i = 0; i < form->n_domains; i++)
    {
      collect (collected, form->domains[i].value, STILE_NONE);
      for (guint j = 0; j < form->domains[i].n_bands; j++)
        g_array_append_val (collected->numbers, form->domains[i].bands[j].from);
    }
  for (guint i = 0; i < form->n_scores; i++)
    collect (collected, form->scores[i].when, STILE_NONE);
  for (guint i = 0; i < form->n_findings; i++)
    collect (collected, form->findings[i].when, STILE_NONE);
  for (guint i = 0; i < form->n_alerts; i++)
    collect (collected, form->alerts[i].when, STILE_NONE);
  for (guint i = 0; i < form->n_categories; i++)
    collect (collected, form->categories[i].when, STILE_NONE);
  for (guint i = 0; i < form->n_referrals; i++)
    collect (collected, form->referrals[i].when, STILE_NONE);
}

StileOptionTable *
stile_option_table_new (const StileForm *form)
{
  StileOptionTable *table = g_new0 (StileOptionTable, 1);
  Collected collected = { .uses = g_new0 (StileUses, form->n_questions) };
  GDate today;

  /* Any day will do: only how far dates lie from it counts. This one is no end of a month. */
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 15, G_DATE_JUNE, 2026);
  table->today = g_date_get_julian (&today);
  table->n_questions = form->n_questions;
  table->of = g_new0 (StileOptions, form->n_questions);
  table->strings = g_string_chunk_new (1024);
  collected.numbers = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < form->n_questions; i++)
    stile_uses_init (&collected.uses[i]);

  collect_from_form (&collected, form);
  sort_and_thin (collected.numbers);
  for (guint i = 0; i < form->n_questions; i++)
    {
      Builder builder = { table, &form->questions[i], &collected.uses[i], collected.numbers };

      build (&builder, &table->of[i]);
    }

  for (guint i = 0; i < form->n_questions; i++)
    stile_uses_clear (&collected.uses[i]);
  g_free (collected.uses);
  g_array_unref (collected.numbers);
  return table;
}

void
stile_option_table_free (StileOptionTable *table)
{
  if (!table)
    return;

  for (guint i = 0; i < table->n_questions; i++)
    g_free (table->of[i].options);
  g_free (table->of);
  g_string_chunk_free (table->strings);
  g_free (table);
}
