// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  STILE_SEVERITY_ERROR,
  STILE_SEVERITY_WARNING,
  STILE_SEVERITY_NOTE, /* nothing is wrong */
} StileSeverity;

/** One thing that is wrong with a form, in a sentence that says what to do. */
typedef struct
{
  const char *tag; /* which rule, such as "unknown-domain"; static */
  StileSeverity severity;
  guint line;
  guint column; /* 0 where a line is all that is known */
  char *sentence;
} StileFault;

void stile_fault_free (StileFault *fault);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileFault, stile_fault_free)

/** A new array for stile_form_parse(), which frees its faults. */
GPtrArray *stile_faults_new (void);

/** The tags of all rules, in the order of the table; NULL behind the last. Static. */
const char *const *stile_fault_get_tags (void);

/** The same tag, static, with the severity of its rule; NULL when there is no such rule. */
const char *stile_fault_find_tag (const char *tag, StileSeverity *severity);
/** "error", "warning" or "note". */
const char *stile_severity_to_string (StileSeverity severity);

/** How many of @faults are errors. */
guint stile_faults_count_errors (GPtrArray *faults);

/** Orders them by line and column. */
void stile_faults_sort (GPtrArray *faults);

/** "file:line: error: sentence", with the column where it is known. Free with g_free. */
char *stile_fault_to_string (const StileFault *fault, const char *file);

G_END_DECLS
