// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* tests/form/forms/good.xml has no fault. Each row of the tables breaks it in one place and says
 * which fault must be found, where, and in what words; and that no other is. */

#pragma once

#include "form.h"

typedef struct
{
  const char *what; /* stands once in good.xml */
  const char *with;
  const char *fault; /* "line:column tag: sentence" */
} BrokenFormRow;

/** The good form. Free with g_free, as all below. */
char *broken_form_read_good (void);

/** @text with @with in the place of @what, which must stand in it once. */
char *broken_form_replace_once (const char *text, const char *what, const char *with);

/** Every fault of a form, one a line. */
char *broken_form_describe_faults (const char *text);

/** Breaks the good form in each of these ways, and compares what is found. */
void broken_form_check_rows (const BrokenFormRow *rows, gsize n_rows);

#define CHECK(...) \
  do \
    { \
      static const BrokenFormRow rows[] = { __VA_ARGS__ }; \
\
      broken_form_check_rows (rows, G_N_ELEMENTS (rows)); \
    } \
  while (FALSE)
