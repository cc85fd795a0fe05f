// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the tests of the interview, check-answers and result pages share: somebody with an
 * assessment of small-form.xml, and a window that notes where its pages want to go. */

#pragma once

#include "fixture.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  StileBook *book;
  StileForm *form;
  char *case_id;
  char *assessment_id;
  GtkWindow *window; /* or NULL */
  GString *went;     /* the actions of the window that were activated, as "name (parameter)" */
} AssessmentFixture;

/** An assessment that was just started, in English. */
void assessment_fixture_set_up (AssessmentFixture *fixture, gconstpointer data);
void assessment_fixture_tear_down (AssessmentFixture *fixture, gconstpointer data);

StileCasework *assessment_fixture_get_casework (AssessmentFixture *fixture);

/** Starts another in its place, in @language. */
void assessment_fixture_start_in (AssessmentFixture *fixture, const char *language);

/** Shows @page in a window with all the actions of the program's. */
void assessment_fixture_show (AssessmentFixture *fixture, gpointer page);

/** A child of a widget's own template, by its id. */
gpointer assessment_fixture_get_child (gpointer widget, const char *id);

/** Saves an answer in the record book: as typed or chosen, "declined", or "unknown". */
void assessment_fixture_answer (AssessmentFixture *fixture, const char *question,
                                const char *text);
/** What the record book holds as the answer, in words. Free with g_free. */
char *assessment_fixture_dup_answer (AssessmentFixture *fixture, const char *question);
/** The assessment as the record book has it. Free with stile_case_free(). */
StileCase *assessment_fixture_load (AssessmentFixture *fixture);
void assessment_fixture_finish (AssessmentFixture *fixture);

/** The form of the fixture, for tests that need no record book. */
StileForm *assessment_fixture_load_form (void);
/** An interview of @form that starts on 22 November 2026 with answers as JSON. */
StileInterview *assessment_fixture_new_interview (StileForm *form, const char *answers);

G_END_DECLS
