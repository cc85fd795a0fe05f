// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fault.h"

G_BEGIN_DECLS

/** More about one rule of the checker, for those who write forms. */
typedef struct
{
  const char *tag; /* static */
  StileSeverity severity;
  char *why;   /* one paragraph, without line ends */
  char *wrong; /* a piece of a form that breaks this rule and no other; or NULL */
  char *right; /* the same piece mended; or NULL */
} StileExplanation;

/** NULL when there is no rule with this tag. */
StileExplanation *stile_explanation_new (const char *tag);
void stile_explanation_free (StileExplanation *explanation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileExplanation, stile_explanation_free)

G_END_DECLS
