// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Forms that no person wrote, from a seeded generator: the same seed, the same form. */

#pragma once

#include "form.h"

G_BEGIN_DECLS

/** What a form may have besides questions with choices, sums and maxima, conditions that particular
 *  answers fulfil, and findings and categories that follow the levels. */
typedef enum
{
  STILE_RANDOM_NEGATIVE = 1 << 0, /* points below 0 */
  STILE_RANDOM_SILENCE = 1 << 1,  /* conditions that hold where nothing is answered */
  STILE_RANDOM_KINDS = 1 << 2,    /* all ways to score and to treat what is missing */
  STILE_RANDOM_TYPES = 1 << 3,    /* all types of questions, constraints, conditions on any */
  STILE_RANDOM_RISING = 1 << 4,   /* but only conditions that more points fulfil */
  STILE_RANDOM_VALUES = 1 << 5,   /* domains whose score is a value */
  STILE_RANDOM_OUTCOMES = 1 << 6, /* findings and categories that look at anything */
} StileRandomTraits;

/** Questions with their choices, shared lists or bands, conditions that look back, calculates,
 *  score rules, findings, alerts, categories and referrals. Whatever has choices has an answer that
 *  gives no points. Ends the program if the checker finds an error. */
StileForm *stile_random_form_new (GRand *random, StileRandomTraits traits);

G_END_DECLS
