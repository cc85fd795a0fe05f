// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* One answer: a plain value. Silence is not absence of need: unanswered, declined and unknown are
 * three different states, and only an answered one has a value. */

#pragma once

#include <json-glib/json-glib.h>

#include "form.h"

G_BEGIN_DECLS

#define STILE_ASSESS_ERROR (stile_assess_error_quark ())
GQuark stile_assess_error_quark (void);

typedef enum
{
  STILE_ASSESS_ERROR_JSON,             /* not JSON, or not an object of answers */
  STILE_ASSESS_ERROR_UNKNOWN_QUESTION,
  STILE_ASSESS_ERROR_VALUE,            /* wrong type, unknown choice, impossible date */
  STILE_ASSESS_ERROR_CONSTRAINT,       /* the form's own rule; the message is the form's */
  STILE_ASSESS_ERROR_REQUIRED,         /* a required question is still unanswered */
} StileAssessError;

/** The longest text answer, in characters. */
#define STILE_ANSWER_MAX_CHARS 100000

typedef struct
{
  StileAnswerState state;
  /* select_one, yes_no: the choice id; select_multiple: the ids, in the form's order, joined by
   * one blank; date: YYYY-MM-DD; text: as typed; integer, decimal: as the language writes it.
   * NULL unless answered. */
  char *text;
  double number; /* integer, decimal */
} StileAnswer;

/** One without a value: unanswered, declined or unknown. */
StileAnswer *stile_answer_new_state (StileAnswerState state);

/** From what was typed or chosen, checked against the type and the choices of @question. Numbers
 *  are read with '.' or the decimal sign of the language that is spoken (words.h). Several ids are
 *  separated by blanks. Empty @text, or nothing but blanks, gives an unanswered one. NULL with
 *  @error: a plain sentence for the person, without the question's name. */
StileAnswer *stile_answer_new (const StileQuestion *question, const char *text, GError **error);

StileAnswer *stile_answer_copy (const StileAnswer *answer);
/** The same state and value. */
gboolean stile_answer_equal (const StileAnswer *a, const StileAnswer *b);
void stile_answer_free (StileAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileAnswer, stile_answer_free)

/** Whether a select_multiple answer has this choice. */
gboolean stile_answer_has_choice (const StileAnswer *answer, const char *choice);

/** JSON as in the form language: "friends", ["rent", "power"], 30, {"declined": true}. An
 *  unanswered one is JSON null. New node. Reading back checks as stile_answer_new() does; its
 *  faults are a clause to stand after the question's name. */
JsonNode *stile_answer_to_json (const StileAnswer *answer, const StileQuestion *question);
StileAnswer *stile_answer_from_json (JsonNode *node, const StileQuestion *question, GError **error);

/** Reads JSON that comes from outside: refuses, with a sentence, what is too large, too deep, not
 *  UTF-8 or not JSON. A new reference; for stile_interview_load_json(). */
JsonNode *stile_answers_parse (const char *data, gsize length, GError **error);

/** In words, in @language: labels of the choices, "Prefer not to say", "Not answered"; as Check
 *  answers, plans and reasons show it. Free with g_free. */
char *stile_answer_to_words (const StileAnswer *answer, const StileQuestion *question,
                             const char *language);

G_END_DECLS
