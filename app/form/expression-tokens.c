// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expression-tokens.h"

#include <string.h>

#define DIGITS "0123456789"

static gboolean
is_name_start (char c)
{
  return g_ascii_isalpha (c) || c == '_' || (c & 0x80) != 0;
}

static guint
name_length (const char *c)
{
  guint length = 0;

  if (!is_name_start (*c))
    return 0;
  while (is_name_start (c[length]) || g_ascii_isdigit (c[length]) || c[length] == '-'
         || c[length] == '.')
    length++;
  return length;
}

static guint
number_length (const char *c)
{
  guint length = strspn (c, DIGITS);

  if (c[length] == '.')
    length += 1 + strspn (c + length + 1, DIGITS);
  return length;
}

gboolean
stile_token_is (const StileToken *token, const char *text)
{
  return strlen (text) == token->length && strncmp (token->text, text, token->length) == 0;
}

/* After a value, `and`, `or`, `div`, `mod` are operators; elsewhere they would be names (XPath 1.0,
 * 3.7). */
static gboolean
follows_value (const GArray *tokens)
{
  StileTokenType last;

  if (tokens->len == 0)
    return FALSE;
  last = g_array_index (tokens, StileToken, tokens->len - 1).type;
  return last != STILE_TOKEN_OPEN && last != STILE_TOKEN_COMMA && last != STILE_TOKEN_OPERATOR;
}

static gboolean
is_operator_name (const StileToken *token)
{
  return stile_token_is (token, "and") || stile_token_is (token, "or")
         || stile_token_is (token, "div") || stile_token_is (token, "mod");
}

static guint
operator_length (const char *c)
{
  if (*c == '!')
    return c[1] == '=' ? 2 : 0;
  if (*c == '<' || *c == '>')
    return c[1] == '=' ? 2 : 1;
  return strchr ("=+-*", *c) != NULL ? 1 : 0;
}

static gboolean
fail (StileTokenError *error, const char *source, const char *c, const char *problem)
{
  error->at = c - source;
  error->problem = problem;
  error->text[0] = c[0];
  error->text[1] = c[0] == c[1] && strchr ("/.:", c[0]) != NULL ? c[1] : '\0';
  error->text[2] = '\0';
  return FALSE;
}

/* Sets all of @token but its place. Returns how many bytes it takes from @c, 0 with @error. */
static guint
read_token (const char *source, const char *c, const GArray *tokens, StileToken *token,
            StileTokenError *error)
{
  token->text = c;
  if (g_ascii_isdigit (*c) || (*c == '.' && g_ascii_isdigit (c[1])))
    {
      token->type = STILE_TOKEN_NUMBER;
      return token->length = number_length (c);
    }
  if (*c == '\'' || *c == '"')
    {
      const char *end = strchr (c + 1, *c);

      if (end == NULL)
        return fail (error, source, c, "a quotation mark opens here and is never closed");
      token->type = STILE_TOKEN_LITERAL;
      token->text = c + 1;
      token->length = end - c - 1;
      return token->length + 2;
    }
  if (*c == '$')
    {
      token->type = STILE_TOKEN_VARIABLE;
      token->text = c + 1;
      token->length = name_length (c + 1);
      if (token->length == 0)
        return fail (error, source, c, "a name must follow the $");
      return token->length + 1;
    }
  if ((token->length = name_length (c)) > 0)
    {
      token->type = follows_value (tokens) && is_operator_name (token) ? STILE_TOKEN_OPERATOR
                                                                       : STILE_TOKEN_NAME;
      return token->length;
    }
  if ((token->length = operator_length (c)) > 0)
    {
      token->type = STILE_TOKEN_OPERATOR;
      return token->length;
    }
  if (strchr ("/[]@|:", *c) != NULL || (c[0] == '.' && c[1] == '.'))
    return fail (error, source, c, NULL);

  token->length = 1;
  switch (*c)
    {
    case '(':
      token->type = STILE_TOKEN_OPEN;
      return 1;
    case ')':
      token->type = STILE_TOKEN_CLOSE;
      return 1;
    case ',':
      token->type = STILE_TOKEN_COMMA;
      return 1;
    case '.':
      token->type = STILE_TOKEN_DOT;
      return 1;
    default:
      return fail (error, source, c, "this sign means nothing in a condition");
    }
}

GArray *
stile_tokens_read (const char *source, StileTokenError *error)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (StileToken));
  const char *c = source;
  StileToken token;

  for (;;)
    {
      guint length;

      c += strspn (c, " \t\r\n");
      token = (StileToken) { .type = STILE_TOKEN_END, .at = c - source, .text = c };
      if (*c == '\0')
        break;
      length = read_token (source, c, tokens, &token, error);
      if (length == 0)
        return NULL;
      g_array_append_val (tokens, token);
      c += length;
    }
  g_array_append_val (tokens, token);
  return g_steal_pointer (&tokens);
}
