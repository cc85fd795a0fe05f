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

/* The first question of a section, or STILE_NONE. */
static int
find_first (const StileForm *form, int section)
{
  for (guint i = 0; i < form->n_questions; i++)
    if ((int) form->questions[i].section == section)
      return (int) i;
  return STILE_NONE;
}

StilePreviewPlace
stile_preview_find_place (const StileForm *form, guint line)
{
  const guint others[] = {
    LAST_START (form, levels, line),     LAST_START (form, domains, line),
    LAST_START (form, calculates, line), LAST_START (form, scores, line),
    LAST_START (form, findings, line),   LAST_START (form, alerts, line),
    LAST_START (form, categories, line), LAST_START (form, referrals, line),
  };
  guint question = LAST_START (form, questions, line);
  guint section = LAST_START (form, sections, line);
  guint start = MAX (question, section);
  StilePreviewPlace place = { STILE_NONE, STILE_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] > start)
      return place;
  for (guint i = 0; question > section && i < form->n_questions; i++)
    if (form->questions[i].line == question)
      return (StilePreviewPlace){ (int) i, (int) form->questions[i].section };
  for (guint i = 0; section > 0 && i < form->n_sections; i++)
    if (form->sections[i].line == section)
      place.section = (int) i;
  return place;
}

int
stile_preview_place_get_target (const StileForm *form, StilePreviewPlace place)
{
  return place.question != STILE_NONE || place.section == STILE_NONE
             ? place.question
             : find_first (form, place.section);
}
