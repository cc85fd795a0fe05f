// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Conditions for random forms. */

#pragma once

#include "random-forms.h"

G_BEGIN_DECLS

#define STILE_RANDOM_MOST_QUESTIONS 8

/** A form as far as it is written. Its questions are q0, q1, …, their choices c0, c1, … or yes and
 *  no; its calculates k0, k1, …, its domains d0, d1, …, its findings f0, f1, …. */
typedef struct
{
  GRand *random;
  StileRandomTraits traits;
  GString *xml;
  guint n_domains;
  guint n_questions;
  guint n_sections;
  guint n_calculates;
  guint n_findings;
  StileQuestionType types[STILE_RANDOM_MOST_QUESTIONS];
  guint n_choices[STILE_RANDOM_MOST_QUESTIONS];
} StileFormWriter;

/** 0 … @sides - 1. */
guint stile_writer_roll (StileFormWriter *writer, guint sides);
/** One of the questions so far, but no note. */
guint stile_writer_roll_question (StileFormWriter *writer);
void stile_writer_add (StileFormWriter *writer, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** Writes a condition on what stands before, which has a question. Silence fulfils it only with
 *  STILE_RANDOM_SILENCE, and with STILE_RANDOM_RISING more points never end it. */
void stile_writer_add_condition (StileFormWriter *writer);

/** Writes a condition on domains and findings. Without STILE_RANDOM_OUTCOMES, higher levels never
 *  end it. */
void stile_writer_add_outcome (StileFormWriter *writer);

G_END_DECLS
