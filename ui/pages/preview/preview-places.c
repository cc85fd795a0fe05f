// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preview-places.h"

/* The last line up to @line where one of these parts begins; 0 if none does. */
#define LAST_START(form, parts, upto) \
  last_start ((form)->parts, (form)->n_##parts, sizeof *(form)->parts, \
              offsetof (__typeof__ (*(form)->parts), line), (upto))

static guint
last_start (gconstpointer parts, guint n_parts, gsize size, gsize offset, guint line)
{
  guint last = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      guint start = *(const guint *) ((const guint8 *) parts + i * size + offset);

      if (start <= line)
        last = MAX (last, start);
    }
  return last;
}

int
stile_preview_find_question (const StileForm *form, guint line)
{
  const guint others[] = {
    LAST_START (form, levels, line),     LAST_START (form, domains, line),
    LAST_START (form, sections, line),   LAST_START (form, calculates, line),
    LAST_START (form, scores, line),     LAST_START (form, findings, line),
    LAST_START (form, alerts, line),     LAST_START (form, categories, line),
    LAST_START (form, referrals, line),
  };
  guint start = LAST_START (form, questions, line);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] > start)
      return STILE_NONE;
  for (guint i = 0; start > 0 && i < form->n_questions; i++)
    if (form->questions[i].line == start)
      return (int) i;
  return STILE_NONE;
}
