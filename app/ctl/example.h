// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* One example of a form: answers of a made-up person, and what they must come to. */

#pragma once

#include "result.h"

G_BEGIN_DECLS

typedef struct
{
  char *title;
  GDate started;
  JsonNode *answers;
  JsonNode *expect;
} StileExample;

/** Reads an example; @error names the file and what is missing. */
StileExample *stile_example_load (const char *path, GError **error);
void stile_example_free (StileExample *example);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileExample, stile_example_free)

/** The result of its answers to @form. */
StileResult *stile_example_score (const StileExample *example, StileForm *form, GError **error);

G_END_DECLS
