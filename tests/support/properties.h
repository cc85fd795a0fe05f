// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Tries what should hold for every form of a class and every set of answers. */

#pragma once

#include "random-forms.h"
#include "result.h"

G_BEGIN_DECLS

typedef void (*StileProperty) (GRand *random, StileInterview *interview);

/** Forms with @traits, and a few sets of answers to each: more than 10,000 pairs without
 *  sanitizers. The environment's STILE_RANDOM_PAIRS says how many instead. */
void stile_property_try (guint32 seed, StileRandomTraits traits, StileProperty property);

/** A form and its answers that a property does not hold for, and their result. */
void stile_property_show (const StileInterview *interview);

#define HOLDS(interview, condition)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!(condition))                                                                              \
      {                                                                                            \
        stile_property_show (interview);                                                           \
        g_assert_true (condition);                                                                 \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

/** The domain's result. */
const StileDomainResult *stile_property_get_domain (const StileResult *result, guint domain);

/** Whether the question is asked and has no value. */
gboolean stile_property_is_open (const StileInterview *interview, guint question);

/** The lowest scores of full sets of answers, then the highest, of each domain. Free with
 *  g_free. */
double *stile_property_dup_full_range (const StileInterview *interview);

G_END_DECLS
