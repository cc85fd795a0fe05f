// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expression-parser.h"

#include <string.h>

/* Operators by how tightly they bind (XPath 1.0, 3.4 and 3.5). All of them group from the left. */
static const struct
{
  const char *text;
  guint precedence;
  StileOp op;
} operators[] = {
  { "or", 1, STILE_OP_OR },
  { "and", 2, STILE_OP_AND },
  { "=", 3, STILE_OP_EQUAL },
  { "!=", 3, STILE_OP_NOT_EQUAL },
  { "<", 4, STILE_OP_LESS },
  { "<=", 4, STILE_OP_LESS_EQUAL },
  { ">", 4, STILE_OP_GREATER },
  { ">=", 4, STILE_OP_GREATER_EQUAL },
  { "+", 5, STILE_OP_ADD },
  { "-", 5, STILE_OP_SUBTRACT },
  { "*", 6, STILE_OP_MULTIPLY },
  { "div", 6, STILE_OP_DIVIDE },
  { "mod", 6, STILE_OP_MODULO },
};

static void parse_binary (StileParser *parser, guint least_precedence);

const StileToken *
stile_parser_peek (const StileParser *parser)
{
  return &g_array_index (parser->tokens, StileToken, parser->next);
}

static gboolean
accept (StileParser *parser, StileTokenType type)
{
  if (stile_parser_peek (parser)->type != type)
    return FALSE;
  parser->next++;
  return TRUE;
}

/* The sentence behind "cannot be read here"; the first one counts. */
static void
stop (StileParser *parser, const char *problem)
{
  if (parser->stopped)
    return;
  parser->stopped = TRUE;
  stile_faults_add (parser->faults, STILE_RULE_EXPRESSION_SYNTAX, 0,
                    stile_parser_peek (parser)->at + 1, problem, NULL);
}

static void
stop_at_token (StileParser *parser, const char *wanted)
{
  const StileToken *token = stile_parser_peek (parser);
  g_autofree char *problem = NULL;

  if (token->type == STILE_TOKEN_END)
    problem = g_strdup_printf ("it ends where %s should follow", wanted);
  else
    problem = g_strdup_printf ("%s should stand in the place of “%.*s”", wanted,
                               (int) MAX (token->length, 1), token->text);
  stop (parser, problem);
}

StileInstruction *
stile_parser_emit (StileParser *parser, StileOp op, guint at)
{
  StileInstruction instruction = { .op = op, .at = at };

  g_array_append_val (parser->code, instruction);
  if (op < STILE_OP_CALL)
    parser->depth++;
  parser->stack = MAX (parser->stack, parser->depth);
  return &g_array_index (parser->code, StileInstruction, parser->code->len - 1);
}

static gboolean
enter (StileParser *parser)
{
  if (++parser->nesting <= STILE_EXPRESSION_MAX_DEPTH)
    return TRUE;
  if (!parser->stopped)
    stile_faults_add (parser->faults, STILE_RULE_DEEP_EXPRESSION, 0,
                      stile_parser_peek (parser)->at + 1, NULL);
  parser->stopped = TRUE;
  return FALSE;
}

static void
leave (StileParser *parser)
{
  parser->nesting--;
}

static gboolean
is_before_end_of_argument (const StileParser *parser)
{
  StileTokenType type = g_array_index (parser->tokens, StileToken, parser->next + 1).type;

  return type == STILE_TOKEN_COMMA || type == STILE_TOKEN_CLOSE;
}

/* One argument. An id in quotation marks leaves no instruction; what stands in its place by mistake
 * is read all the same, to find what else is wrong. */
static void
parse_argument (StileParser *parser, const StileFunction *function, guint n,
                const StileToken **literals)
{
  gsize last = strlen (function->arguments) - 1;
  StileArgumentKind kind = function->arguments[MIN (n, last)];

  if (kind == STILE_ARGUMENT_VALUE)
    parse_binary (parser, 1);
  else if (stile_parser_peek (parser)->type == STILE_TOKEN_LITERAL
           && is_before_end_of_argument (parser))
    {
      if (n < STILE_MAX_REFERENCES)
        literals[n] = stile_parser_peek (parser);
      parser->next++;
    }
  else
    {
      stile_parser_not_a_literal (parser, function, kind);
      parse_binary (parser, 1);
    }
}

static guint
parse_arguments (StileParser *parser, const StileFunction *function, const StileToken **literals)
{
  guint n = 0;

  if (accept (parser, STILE_TOKEN_CLOSE))
    return 0;
  do
    parse_argument (parser, function, n++, literals);
  while (!parser->stopped && accept (parser, STILE_TOKEN_COMMA));
  if (!parser->stopped && !accept (parser, STILE_TOKEN_CLOSE))
    stop_at_token (parser, "“,” or “)”");
  return n;
}

/* Stands in for a function that is not known, so that its arguments are read too. */
static const StileFunction any_function = { "", "v", 0, G_MAXUINT, FALSE, STILE_OP_CALL };

static void
parse_call (StileParser *parser, const StileToken *name)
{
  g_autofree char *text = g_strndup (name->text, name->length);
  const StileFunction *function = stile_function_find (text);
  const StileToken *literals[STILE_MAX_REFERENCES] = { NULL };
  guint start = parser->code->len, depth = parser->depth;
  guint n_arguments;

  parser->next++;
  if (!enter (parser))
    return;
  if (function == NULL)
    {
      g_autofree char *hint = stile_function_dup_hint (text);

      stile_faults_add (parser->faults, STILE_RULE_UNKNOWN_FUNCTION, 0, name->at + 1, text, hint,
                        NULL);
    }
  n_arguments = parse_arguments (parser, function != NULL ? function : &any_function, literals);
  leave (parser);
  if (parser->stopped || function == NULL)
    return;
  stile_parser_finish_call (parser, function, name->at, n_arguments, literals, start);
  parser->depth = depth + 1;
}

static void
parse_name (StileParser *parser)
{
  const StileToken *name = stile_parser_peek (parser);
  g_autofree char *text = g_strndup (name->text, name->length);

  parser->next++;
  if (stile_parser_peek (parser)->type == STILE_TOKEN_OPEN)
    parse_call (parser, name);
  else
    {
      stile_faults_add (parser->faults, STILE_RULE_BARE_NAME, 0, name->at + 1, text, text, text,
                        NULL);
      stile_parser_emit (parser, STILE_OP_STRING, name->at)->string = "";
    }
}

static void
parse_value (StileParser *parser)
{
  const StileToken *token = stile_parser_peek (parser);

  switch ((int) token->type)
    {
    case STILE_TOKEN_NUMBER:
      parser->next++;
      stile_parser_emit (parser, STILE_OP_NUMBER, token->at)->number =
        g_ascii_strtod (token->text, NULL);
      break;
    case STILE_TOKEN_LITERAL:
      parser->next++;
      stile_parser_emit (parser, STILE_OP_STRING, token->at)->string =
        stile_arena_strndup (parser->arena, token->text, token->length);
      break;
    case STILE_TOKEN_VARIABLE:
      parser->next++;
      stile_parser_variable (parser, token);
      break;
    case STILE_TOKEN_DOT:
      parser->next++;
      stile_parser_self (parser, token);
      break;
    case STILE_TOKEN_NAME:
      parse_name (parser);
      break;
    case STILE_TOKEN_OPEN:
      parser->next++;
      if (!enter (parser))
        return;
      parse_binary (parser, 1);
      leave (parser);
      if (!parser->stopped && !accept (parser, STILE_TOKEN_CLOSE))
        stop_at_token (parser, "“)”");
      break;
    default:
      stop_at_token (parser, "a value");
    }
}

static void
parse_unary (StileParser *parser)
{
  guint at = stile_parser_peek (parser)->at;
  guint n_signs = 0;

  while (stile_parser_peek (parser)->type == STILE_TOKEN_OPERATOR
         && stile_token_is (stile_parser_peek (parser), "-"))
    {
      parser->next++;
      n_signs++;
    }
  parse_value (parser);
  /* Two signs cancel out, but they still make a number of it. */
  for (guint i = 0; i < (n_signs == 0 ? 0 : 2 - n_signs % 2); i++)
    stile_parser_emit (parser, STILE_OP_NEGATE, at);
}

static int
find_operator (const StileToken *token)
{
  if (token->type == STILE_TOKEN_OPERATOR)
    for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
      if (stile_token_is (token, operators[i].text))
        return i;
  return -1;
}

/* The right side of an operator, with the jump that passes it by where the left one is enough. */
static void
parse_right (StileParser *parser, StileOp op, guint precedence, guint at, guint left)
{
  guint jump = parser->code->len;
  gboolean jumps = op == STILE_OP_OR || op == STILE_OP_AND;

  if (jumps)
    {
      stile_parser_emit (parser, op, at);
      parser->depth--;
    }
  parse_binary (parser, precedence + 1);
  if (parser->stopped)
    return;
  if (jumps)
    {
      stile_parser_emit (parser, STILE_OP_BOOLEAN, at);
      g_array_index (parser->code, StileInstruction, jump).index = parser->code->len;
      return;
    }
  if (op == STILE_OP_EQUAL || op == STILE_OP_NOT_EQUAL)
    stile_parser_check_choice (parser, left, jump);
  stile_parser_emit (parser, op, at);
  parser->depth--;
}

static void
parse_binary (StileParser *parser, guint least_precedence)
{
  guint left = parser->code->len;
  int found;

  parse_unary (parser);
  while (!parser->stopped && (found = find_operator (stile_parser_peek (parser))) >= 0
         && operators[found].precedence >= least_precedence)
    {
      guint at = stile_parser_peek (parser)->at;

      parser->next++;
      parse_right (parser, operators[found].op, operators[found].precedence, at, left);
    }
}

static gboolean
read_tokens (StileParser *parser, const char *source)
{
  glong length = g_utf8_strlen (source, -1);
  StileTokenError error;

  if (length > STILE_EXPRESSION_MAX_CHARS)
    {
      g_autofree char *number = g_strdup_printf ("%ld", length);

      stile_faults_add (parser->faults, STILE_RULE_LONG_EXPRESSION, 0, 1, number, NULL);
      return FALSE;
    }
  parser->tokens = stile_tokens_read (source, &error);
  if (parser->tokens == NULL && error.problem != NULL)
    stile_faults_add (parser->faults, STILE_RULE_EXPRESSION_SYNTAX, 0, error.at + 1, error.problem,
                      NULL);
  else if (parser->tokens == NULL)
    stile_faults_add (parser->faults, STILE_RULE_PATH_IN_EXPRESSION, 0, error.at + 1, error.text,
                      NULL);
  else if (parser->tokens->len == 1)
    stile_faults_add (parser->faults, STILE_RULE_EMPTY_EXPRESSION, 0, 1, NULL);
  return parser->tokens != NULL && parser->tokens->len > 1;
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* Rising, without repetition. */
static const guint *
finish_indices (StileArena *arena, GArray *indices, guint *n)
{
  guint kept = 0;

  g_array_sort (indices, compare_indices);
  for (guint i = 0; i < indices->len; i++)
    if (kept == 0 || g_array_index (indices, guint, i) != g_array_index (indices, guint, kept - 1))
      g_array_index (indices, guint, kept++) = g_array_index (indices, guint, i);
  g_array_set_size (indices, kept);
  *n = kept;
  return stile_arena_dup_array (arena, indices);
}

static StileExpression *
finish (StileParser *parser, const char *source)
{
  StileExpression *expression = stile_arena_new_array (parser->arena, StileExpression, 1);

  expression->source = stile_arena_strdup (parser->arena, source);
  expression->code = stile_arena_dup_array (parser->arena, parser->code);
  expression->n_code = parser->code->len;
  expression->stack = parser->stack;
  expression->questions =
    finish_indices (parser->arena, parser->questions, &expression->n_questions);
  expression->calculates =
    finish_indices (parser->arena, parser->calculates, &expression->n_calculates);
  return expression;
}

StileExpression *
stile_expression_compile (const char *source, const StileView *view, const StileForm *form,
                          StileNames *names, StileArena *arena, GPtrArray *faults)
{
  StileParser parser = { .view = view, .form = form, .names = names, .arena = arena,
                         .faults = faults };
  StileExpression *expression = NULL;
  guint n_before = faults->len;

  parser.code = g_array_new (FALSE, FALSE, sizeof (StileInstruction));
  parser.questions = g_array_new (FALSE, FALSE, sizeof (guint));
  parser.calculates = g_array_new (FALSE, FALSE, sizeof (guint));
  if (read_tokens (&parser, source))
    {
      parse_binary (&parser, 1);
      if (!parser.stopped && stile_parser_peek (&parser)->type != STILE_TOKEN_END)
        stop_at_token (&parser, "an operator such as “and”");
    }
  if (faults->len == n_before)
    expression = finish (&parser, source);

  g_clear_pointer (&parser.tokens, g_array_unref);
  g_array_unref (parser.code);
  g_array_unref (parser.questions);
  g_array_unref (parser.calculates);
  return expression;
}
