// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expression-parser.h"

#include <string.h>

#include "nearest.h"

static const char *
place_to_words (StilePlace place)
{
  static const char *const words[] = {
    [STILE_PLACE_RELEVANT] = "“relevant”",     [STILE_PLACE_CONSTRAINT] = "“constraint”",
    [STILE_PLACE_CALCULATE] = "a <calculate>", [STILE_PLACE_DOMAIN_VALUE] = "“value” of a <domain>",
    [STILE_PLACE_SCORE] = "a <score>",         [STILE_PLACE_FINDING] = "a <finding>",
    [STILE_PLACE_ALERT] = "an <alert>",        [STILE_PLACE_CATEGORY] = "a <category>",
    [STILE_PLACE_REFERRAL] = "a <referral>",
  };

  return words[place];
}

static void
add_fault (StileParser *parser, StileRule rule, guint at, const char *first, const char *second)
{
  stile_faults_add (parser->faults, rule, 0, at + 1, first, second, NULL);
}

static void
looks_forward (StileParser *parser, const char *id, guint at, guint line)
{
  g_autofree char *number = g_strdup_printf ("%u", line);

  add_fault (parser, STILE_RULE_LOOKS_FORWARD, at, id, number);
}

/* Whether this place may see that question, which exists. */
static gboolean
check_question (StileParser *parser, const StileQuestion *question, guint at)
{
  const StileView *view = parser->view;
  guint n_faults = parser->faults->len;

  if (question->monitoring && !view->monitoring)
    add_fault (parser, STILE_RULE_MONITORING_OUTSIDE, at, question->id, NULL);
  else if (!question->monitoring && view->monitoring)
    add_fault (parser, STILE_RULE_OUTSIDE_IN_MONITORING, at, question->id, NULL);
  else if (question == view->self)
    add_fault (parser, STILE_RULE_NAMES_ITSELF, at, question->id,
               view->place == STILE_PLACE_CONSTRAINT ? " Write “.” for the answer." : "");
  else if (question->index >= view->n_questions)
    looks_forward (parser, question->id, at, question->line);
  else if (question->type == STILE_QUESTION_NOTE)
    add_fault (parser, STILE_RULE_NOTE_IN_CONDITION, at, question->id, NULL);
  if (parser->faults->len > n_faults)
    return FALSE;
  g_array_append_val (parser->questions, question->index);
  return TRUE;
}

static gboolean
check_calculate (StileParser *parser, const StileCalculate *calculate, guint at)
{
  const StileView *view = parser->view;
  guint n_faults = parser->faults->len;

  if (view->monitoring)
    add_fault (parser, STILE_RULE_OUTSIDE_IN_MONITORING, at, calculate->id, NULL);
  else if (g_strcmp0 (calculate->id, view->calculate) == 0)
    add_fault (parser, STILE_RULE_NAMES_ITSELF, at, calculate->id, "");
  else if (calculate->index >= view->n_calculates)
    looks_forward (parser, calculate->id, at, calculate->line);
  if (parser->faults->len > n_faults)
    return FALSE;
  g_array_append_val (parser->calculates, calculate->index);
  return TRUE;
}

static void
unknown_variable (StileParser *parser, const char *id, guint at)
{
  const StileName *name = stile_names_get_any (parser->names, id);
  g_autofree char *hint = NULL;

  if (name != NULL)
    {
      add_fault (parser, STILE_RULE_NOT_A_VARIABLE, at, id, stile_name_kind_to_words (name->kind));
      return;
    }
  hint = stile_names_dup_hint (parser->names, id, STILE_NAME_QUESTION);
  add_fault (parser, STILE_RULE_UNKNOWN_VARIABLE, at, id, hint);
}

void
stile_parser_variable (StileParser *parser, const StileToken *token)
{
  g_autofree char *id = g_strndup (token->text, token->length);
  const StileName *name = stile_names_get (parser->names, id, STILE_NAME_QUESTION);
  StileInstruction *code;

  if (name != NULL && name->kind == STILE_NAME_CALCULATE)
    {
      check_calculate (parser, &parser->form->calculates[name->index], token->at);
      code = stile_parser_emit (parser, STILE_OP_CALCULATE, token->at);
    }
  else
    {
      if (name != NULL)
        check_question (parser, &parser->form->questions[name->index], token->at);
      else
        unknown_variable (parser, id, token->at);
      code = stile_parser_emit (parser, STILE_OP_QUESTION, token->at);
    }
  /* With a fault the code is thrown away, but reading goes on. */
  code->index = name != NULL ? name->index : G_MAXUINT;
}

void
stile_parser_self (StileParser *parser, const StileToken *token)
{
  if (parser->view->place != STILE_PLACE_CONSTRAINT)
    add_fault (parser, STILE_RULE_DOT_OUTSIDE_CONSTRAINT, token->at,
               place_to_words (parser->view->place), NULL);
  stile_parser_emit (parser, STILE_OP_SELF, token->at);
}

void
stile_parser_not_a_literal (StileParser *parser, const StileFunction *function,
                            StileArgumentKind kind)
{
  const char *example = kind == STILE_ARGUMENT_QUESTION  ? "question"
                        : kind == STILE_ARGUMENT_LEVEL   ? "level"
                        : kind == STILE_ARGUMENT_FINDING ? "finding"
                                                         : "domain";

  stile_faults_add (parser->faults, STILE_RULE_NOT_A_LITERAL, 0,
                    stile_parser_peek (parser)->at + 1, function->name, function->name, example,
                    NULL);
}

/* The index of what an id in quotation marks names, or STILE_NONE with a fault. */
static int
resolve (StileParser *parser, const char *id, StileNameKind kind, guint at)
{
  static const char *const words[] = { [STILE_NAME_QUESTION] = "question",
                                       [STILE_NAME_DOMAIN] = "domain",
                                       [STILE_NAME_LEVEL] = "level",
                                       [STILE_NAME_FINDING] = "finding" };
  int index = stile_names_find (parser->names, id, kind);
  g_autofree char *hint = NULL;

  if (index != STILE_NONE)
    return index;
  hint = stile_names_dup_hint (parser->names, id, kind);
  stile_faults_add (parser->faults, STILE_RULE_UNKNOWN_REFERENCE, 0, at + 1, words[kind], id, hint,
                    NULL);
  return STILE_NONE;
}

static void
resolve_question (StileParser *parser, StileInstruction *code, const char *id, guint at)
{
  int index = resolve (parser, id, STILE_NAME_QUESTION, at);

  if (index != STILE_NONE && check_question (parser, &parser->form->questions[index], at))
    code->index = index;
}

static void
resolve_finding (StileParser *parser, StileInstruction *code, const char *id, guint at)
{
  int index = resolve (parser, id, STILE_NAME_FINDING, at);

  if (index == STILE_NONE)
    return;
  code->index = index;
  if (g_strcmp0 (id, parser->view->finding) == 0)
    add_fault (parser, STILE_RULE_NAMES_ITSELF, at, id, "");
  else if (code->index >= parser->view->n_findings)
    looks_forward (parser, id, at, parser->form->findings[index].line);
}

static void
resolve_domains (StileParser *parser, StileInstruction *code, const char *ids, guint at)
{
  g_autoptr (GArray) domains = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) words = g_strsplit_set (ids, " \t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      int index = words[i][0] == '\0' ? STILE_NONE
                                      : resolve (parser, words[i], STILE_NAME_DOMAIN, at);

      if (index != STILE_NONE)
        g_array_append_val (domains, index);
    }
  code->n = domains->len;
  code->list = stile_arena_dup_array (parser->arena, domains);
}

static void
resolve_argument (StileParser *parser, StileInstruction *code, StileArgumentKind kind,
                  const StileToken *literal)
{
  g_autofree char *id = g_strndup (literal->text, literal->length);

  switch (kind)
    {
    case STILE_ARGUMENT_QUESTION:
      resolve_question (parser, code, id, literal->at);
      break;
    case STILE_ARGUMENT_DOMAIN:
      code->index = resolve (parser, id, STILE_NAME_DOMAIN, literal->at);
      break;
    case STILE_ARGUMENT_DOMAINS:
      resolve_domains (parser, code, id, literal->at);
      break;
    case STILE_ARGUMENT_LEVEL:
      code->detail = resolve (parser, id, STILE_NAME_LEVEL, literal->at);
      break;
    case STILE_ARGUMENT_FINDING:
      resolve_finding (parser, code, id, literal->at);
      break;
    case STILE_ARGUMENT_VALUE:
      break;
    }
}

static char *
count_to_words (const StileFunction *function)
{
  if (function->most == G_MAXUINT)
    return g_strdup_printf ("%u or more arguments", function->least);
  if (function->least < function->most)
    return g_strdup_printf ("%u or %u arguments", function->least, function->most);
  if (function->least == 0)
    return g_strdup ("no arguments");
  return g_strdup_printf ("%u argument%s", function->least, function->least == 1 ? "" : "s");
}

static gboolean
check_call (StileParser *parser, const StileFunction *function, guint at, guint n_arguments)
{
  StilePlace place = parser->view->place;

  if (n_arguments < function->least || n_arguments > function->most)
    {
      g_autofree char *wanted = count_to_words (function);
      g_autofree char *given = g_strdup_printf ("%u", n_arguments);

      stile_faults_add (parser->faults, STILE_RULE_ARGUMENT_COUNT, 0, at + 1, function->name,
                        wanted, given, NULL);
      return FALSE;
    }
  if (function->results_only && place < STILE_PLACE_FINDING)
    {
      stile_faults_add (parser->faults, STILE_RULE_WRONG_PLACE, 0, at + 1, function->name,
                        place_to_words (place), "findings, alerts, categories and referrals", NULL);
      return FALSE;
    }
  return TRUE;
}

static const StileQuestion *
get_compared_question (const StileParser *parser, const StileInstruction *code)
{
  if (code->op == STILE_OP_QUESTION && code->index < parser->form->n_questions)
    return &parser->form->questions[code->index];
  return code->op == STILE_OP_SELF ? parser->view->self : NULL;
}

static void
check_word (StileParser *parser, const StileQuestion *question, const char *word, guint at)
{
  g_autofree char *hint = NULL;
  StileNearest nearest;
  gboolean may_hint;

  if (stile_question_find_choice (question, word) != NULL)
    return;
  may_hint = stile_names_take_hint (parser->names, question->n_choices);
  stile_nearest_init (&nearest, word);
  for (guint i = 0; i < question->n_choices && may_hint; i++)
    stile_nearest_offer (&nearest, question->choices[i].id);
  hint = stile_nearest_dup_hint (&nearest);
  stile_faults_add (parser->faults, STILE_RULE_UNKNOWN_CHOICE, 0, at + 1, question->id, word, hint,
                    NULL);
}

/* selected() with a variable and a literal; anything else is known only when it is computed. */
static void
check_selected (StileParser *parser, guint start)
{
  const StileInstruction *list = &g_array_index (parser->code, StileInstruction, start);
  const StileInstruction *choice = list + 1;
  const StileQuestion *question = get_compared_question (parser, list);

  if (parser->code->len == start + 2 && question != NULL && question->n_choices > 0
      && choice->op == STILE_OP_STRING)
    check_word (parser, question, choice->string, choice->at);
}

void
stile_parser_finish_call (StileParser *parser, const StileFunction *function, guint at,
                          guint n_arguments, const StileToken **literals, guint start)
{
  StileInstruction *code;
  gboolean is_allowed = check_call (parser, function, at, n_arguments);

  if (is_allowed && g_str_equal (function->name, "selected"))
    check_selected (parser, start);
  code = stile_parser_emit (parser, function->op, at);
  code->detail = function->detail;
  if (function->op == STILE_OP_CALL)
    {
      code->index = stile_function_get_index (function);
      code->n = n_arguments;
      /* A call without arguments makes room for its result. */
      if (n_arguments == 0)
        parser->stack = MAX (parser->stack, parser->depth + 1);
      return;
    }
  for (guint i = 0; is_allowed && i < n_arguments; i++)
    if (literals[i] != NULL)
      resolve_argument (parser, code, function->arguments[i], literals[i]);
}

/* The answer to a select_multiple is a list of ids, to the others one; '' is no answer. */
static void
check_literal (StileParser *parser, const StileQuestion *question, const StileInstruction *literal)
{
  g_auto (GStrv) words = NULL;

  if (literal->string[0] == '\0' || question->n_choices == 0)
    return;
  if (question->type != STILE_QUESTION_SELECT_MULTIPLE)
    {
      check_word (parser, question, literal->string, literal->at);
      return;
    }
  words = g_strsplit (literal->string, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      check_word (parser, question, words[i], literal->at);
}

void
stile_parser_check_choice (StileParser *parser, guint left, guint right)
{
  const StileInstruction *a, *b;
  const StileQuestion *question;

  /* Only where each side is a single instruction: after a fault there may be none at all. */
  if (right != left + 1 || parser->code->len != right + 1)
    return;
  a = &g_array_index (parser->code, StileInstruction, left);
  b = &g_array_index (parser->code, StileInstruction, right);
  if (a->op == STILE_OP_STRING)
    {
      const StileInstruction *swap = a;

      a = b;
      b = swap;
    }
  question = get_compared_question (parser, a);
  if (question != NULL && b->op == STILE_OP_STRING)
    check_literal (parser, question, b);
}
