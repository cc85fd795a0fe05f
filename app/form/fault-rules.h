// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Every rule of the checker. Its tag, its severity and its sentence are a row of the table in
 * fault.c. */

#pragma once

#include "fault.h"

G_BEGIN_DECLS

typedef enum
{
  /* the file */
  STILE_RULE_TOO_LARGE,
  STILE_RULE_NOT_UTF8,
  STILE_RULE_ENCODING,
  STILE_RULE_DOCTYPE,
  STILE_RULE_NOT_WELL_FORMED,
  STILE_RULE_TOO_DEEP,
  STILE_RULE_TOO_MANY_QUESTIONS,
  STILE_RULE_TOO_MANY_ATTRIBUTES,
  STILE_RULE_TOO_MANY_FAULTS,
  STILE_RULE_ROOT,
  STILE_RULE_NAMESPACE,
  /* elements and attributes */
  STILE_RULE_UNKNOWN_ELEMENT,
  STILE_RULE_UNKNOWN_ATTRIBUTE,
  STILE_RULE_MISSING_ELEMENT,
  STILE_RULE_MISSING_ATTRIBUTE,
  STILE_RULE_REPEATED_ELEMENT,
  STILE_RULE_STRAY_TEXT,
  STILE_RULE_MARKUP_IN_TEXT,
  STILE_RULE_EMPTY_TEXT,
  STILE_RULE_LANGUAGE,
  STILE_RULE_OWN_LANGUAGE,
  STILE_RULE_REPEATED_TEXT,
  STILE_RULE_BAD_ID,
  STILE_RULE_DUPLICATE_ID,
  STILE_RULE_DUPLICATE_CHOICE,
  STILE_RULE_BAD_NUMBER,
  STILE_RULE_BAD_COUNT,
  STILE_RULE_BAD_WORD,
  /* names of other parts */
  STILE_RULE_UNKNOWN_LEVEL,
  STILE_RULE_UNKNOWN_DOMAIN,
  STILE_RULE_UNKNOWN_CHOICES,
  /* parts that do not fit together */
  STILE_RULE_NO_LEVELS,
  STILE_RULE_BANDS_NOT_RISING,
  STILE_RULE_BAND_LEVELS_MIXED,
  STILE_RULE_FALLING_WITHOUT_MISSING,
  STILE_RULE_VALUE_AND_SCORE,
  STILE_RULE_PRORATE_WITHOUT_MOST,
  STILE_RULE_MOST_WITHOUT_PRORATE,
  STILE_RULE_SELECT_WITHOUT_CHOICES,
  STILE_RULE_CHOICES_ON_TYPE,
  STILE_RULE_TWO_CHOICE_LISTS,
  STILE_RULE_EXCLUSIVE_ON_SELECT_ONE,
  STILE_RULE_POINTS_ON_TYPE,
  STILE_RULE_BANDS_ON_TYPE,
  STILE_RULE_NOTE_ATTRIBUTE,
  STILE_RULE_MONITORING_SCORED,
  STILE_RULE_NO_CATEGORY,
  STILE_RULE_CATEGORY_WITHOUT_WHEN,
  STILE_RULE_LAST_CATEGORY_WHEN,
  STILE_RULE_EMPTY_SERVICE,
  STILE_RULE_NO_QUESTIONS,
  /* conditions */
  STILE_RULE_LONG_EXPRESSION,
  STILE_RULE_DEEP_EXPRESSION,
  STILE_RULE_EMPTY_EXPRESSION,
  STILE_RULE_EXPRESSION_SYNTAX,
  STILE_RULE_PATH_IN_EXPRESSION,
  STILE_RULE_BARE_NAME,
  STILE_RULE_UNKNOWN_VARIABLE,
  STILE_RULE_NOT_A_VARIABLE,
  STILE_RULE_UNKNOWN_FUNCTION,
  STILE_RULE_ARGUMENT_COUNT,
  STILE_RULE_NOT_A_LITERAL,
  STILE_RULE_UNKNOWN_REFERENCE,
  STILE_RULE_WRONG_PLACE,
  STILE_RULE_DOT_OUTSIDE_CONSTRAINT,
  STILE_RULE_LOOKS_FORWARD,
  STILE_RULE_NAMES_ITSELF,
  STILE_RULE_MONITORING_OUTSIDE,
  STILE_RULE_OUTSIDE_IN_MONITORING,
  STILE_RULE_NOTE_IN_CONDITION,
  STILE_RULE_UNKNOWN_CHOICE,
  /* warnings */
  STILE_RULE_NO_SOURCE,
  STILE_RULE_LONG_LABEL,
  STILE_RULE_MISSING_TRANSLATION,
  /* what a form leads to; found by the room that scores */
  STILE_RULE_NEVER_ASKED,
  STILE_RULE_NEVER_REACHED,
  STILE_RULE_DECLINED_ONLY,
  STILE_RULE_BAND_OUT_OF_REACH,
  STILE_RULE_UNDECIDED,
  STILE_N_RULES,
} StileRule;

/** No run finds more warnings, nor twice as many faults in all: nobody reads so many, and a hostile
 *  file could fill the memory with them. */
#define STILE_FAULTS_MOST 1000

/** Appends @fault, or frees it when there are too many. An error is never dropped as long as there
 *  is no other. */
void stile_faults_take (GPtrArray *faults, StileFault *fault);

/** Appends a fault. The strings that follow @column fill the places of the rule's sentence; there
 *  must be as many as places, and a NULL behind them. */
void stile_faults_add (GPtrArray *faults, StileRule rule, guint line, guint column, ...)
  G_GNUC_NULL_TERMINATED;
/** The same with the strings as a list. */
void stile_faults_add_list (GPtrArray *faults, StileRule rule, guint line, guint column,
                            va_list words);

/** Orders by line and column, and says so when there were too many. */
void stile_faults_finish (GPtrArray *faults);

G_END_DECLS
