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

void stile_example_free (StileExample *example);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileExample, stile_example_free)

/** Reads the example in @path, and sets @interview to what its answers to @form make. @error names
 *  the file. */
StileExample *stile_example_answer (const char *path, StileForm *form, StileInterview **interview,
                                    GError **error);

/** The paths of the examples that lie beside a form, in the order of their names. Where there are
 *  none, NULL with @error. */
GPtrArray *stile_example_list (const char *form_path, GError **error);

G_END_DECLS
