// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The guide for authors of forms, assessment-forms/README.md, as something to be run: its fenced
 * blocks, and the forms that they make.
 *
 *   xml form=NAME                  a whole form
 *   xml form=NAME adds-to=OTHER    lines that stand in front of OTHER's first category
 *   text faults=NAME               all that the checker says of that form; without it: nothing
 *   json answers=NAME form=FORM    answers, and
 *   json result=NAME               a part of what comes of them
 *   json example=NAME form=FORM    an example, as it stands in a file
 *   xpath form=FORM answers=NAME   a line each: condition => value; with in=finding, as the
 *                                  condition of a finding, which is true or false
 *   sh                             commands
 */

#pragma once

#include "example.h"

typedef struct
{
  guint line; /* of the README */
  char *language;
  GHashTable *words; /* what stands behind the language: "form" → "first" */
  char *text;
} Block;

typedef struct
{
  char *text;
  GPtrArray *blocks; /* of Block */
  GHashTable *forms; /* name → the whole XML */
} Guide;

/** Reads it; a block that says of no form what it is for ends the test. */
Guide *guide_load (void);
void guide_free (Guide *guide);

const char *block_get (const Block *block, const char *word);
/** The block whose @word is @value, or NULL. */
const Block *guide_find (const Guide *guide, const char *word, const char *value);

/** The form called @name, without what its checker says. With @part, that stands at its end. */
StileForm *guide_load_form (const Guide *guide, const char *name, const char *part);
/** Everything the checker says of a form, a line each. Free with g_free. */
char *guide_check_form (const Guide *guide, const char *name);

/** What the answers of that block come to in @form. */
StileResult *guide_score (const Block *answers, StileForm *form);
