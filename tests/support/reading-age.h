// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* How hard English words are to read: the Flesch–Kincaid grade (Kincaid, Fishburne, Rogers and
 * Chissom, "Derivation of new readability formulas for Navy enlisted personnel", 1975), which is
 * 0.39 × words a sentence + 11.8 × syllables a word − 15.59. It is a year at school: grade 4 is
 * read at nine. It was made for whole pages: of a few words it notices long ones and long
 * sentences, no more, and it cannot tell whether a question is clear. */

#pragma once

#include "form.h"

G_BEGIN_DECLS

/** What people are asked must be read at nine. */
#define STILE_READING_MOST_GRADE 4.0

/** The syllables of one English word, in small letters: its groups of vowels, with the commonest
 *  exceptions. Held against the CMU Pronouncing Dictionary, 96 in 100 of the words of this
 *  project are
 *  right. */
guint stile_reading_count_syllables (const char *word);

/** The grade of running text; 0 without any word. A name counts as a short word, as it does for
 *  Dale and Chall (1948): people know "Universal Credit" or do not, however long it is. */
double stile_reading_grade (const char *text);

/** The grade of all that the person reads of a question: label, hint and choices. A choice of one
 *  or two words is no sentence: its syllables count, but many of them do not make a long question
 *  look short. */
double stile_reading_grade_of_question (const StileQuestion *question);

G_END_DECLS
