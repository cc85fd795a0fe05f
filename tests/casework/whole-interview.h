// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A whole interview as it goes to the book, one verb after the other: a new person, consent, every
 * question that is asked, the end, the decision, a note. */

#pragma once

#include "casework.h"

G_BEGIN_DECLS

typedef struct
{
  StileForm *form; /* borrowed */
  GRand *random;
  StileInterview *interview; /* what the person says */
  char *case_id;
  char *assessment_id;
  guint step;
  guint question; /* being asked */
} WholeInterview;

/** With random answers: the same seed, the same answers. */
WholeInterview *whole_interview_new (StileForm *form, guint32 seed);
void whole_interview_free (WholeInterview *whole);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WholeInterview, whole_interview_free)

gboolean whole_interview_is_over (const WholeInterview *whole);
/** The next verb. On FALSE, try it again. */
gboolean whole_interview_go_on (WholeInterview *whole, StileCasework *casework, GError **error);

/** Whatever was acknowledged is in the book. */
void whole_interview_assert_kept (const WholeInterview *whole, StileCasework *casework);

G_END_DECLS
