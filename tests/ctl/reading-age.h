// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

/** How many years at school it takes to read an English text: the Flesch–Kincaid grade (Kincaid and
 *  others, 1975), 0.39 words a sentence + 11.8 syllables a word − 15.59. Syllables are counted as
 *  groups of vowels, a silent e left out: near enough to notice a hard sentence, no more. */
double reading_grade (const char *text);
