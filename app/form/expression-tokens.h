// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The words of a condition: numbers, literals, names and signs. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  STILE_TOKEN_END,
  STILE_TOKEN_NUMBER,
  STILE_TOKEN_LITERAL,  /* its text is what stands between the quotation marks */
  STILE_TOKEN_VARIABLE, /* its text is the name after $ */
  STILE_TOKEN_NAME,
  STILE_TOKEN_DOT,
  STILE_TOKEN_OPEN,
  STILE_TOKEN_CLOSE,
  STILE_TOKEN_COMMA,
  STILE_TOKEN_OPERATOR, /* and or = != < <= > >= + - * div mod */
} StileTokenType;

typedef struct
{
  StileTokenType type;
  guint at; /* byte in the source */
  guint length; /* of @text */
  const char *text; /* in the source */
} StileToken;

typedef struct
{
  guint at;
  const char *problem; /* ends a sentence; static. NULL: @text belongs to paths */
  char text[3];
} StileTokenError;

/** All tokens of @source, an END behind them; or NULL with @error. */
GArray *stile_tokens_read (const char *source, StileTokenError *error);

gboolean stile_token_is (const StileToken *token, const char *text);

G_END_DECLS
