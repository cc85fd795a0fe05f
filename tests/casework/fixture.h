// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A throw-away record book and a small form, for the tests of casework and of what builds on it. */

#pragma once

#include "casework.h"

#define FIXTURE_ADVISER "Ada"
#define FIXTURE_PASSPHRASE "a long walk home"
#define FIXTURE_NOTICE "What you say stays on this computer."

/** The form of the fixture; its points are the only thing that changes between versions. */
StileForm *fixture_form_new (const char *version, guint points_of_nowhere);

typedef struct
{
  char *folder;
  StileCasework *casework;
  StileForm *form;
} Fixture;

/** For g_test_add(). */
void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
#define fixture_add(path, test)                                                                    \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

/** Closes the book and opens it again, unlocked: what the next start of the program sees. */
void fixture_reopen (Fixture *fixture);

/** A file with this name, and consent. Free with g_free. */
char *fixture_open_case (Fixture *fixture, const char *name);
/** An assessment of that file. Free with g_free. */
char *fixture_start (Fixture *fixture, const char *case_id);
/** Answers a question with what a person would type or choose. */
void fixture_answer (Fixture *fixture, const char *case_id, const char *assessment_id,
                     const char *question, const char *text);
/** Finishes with the answers that are in the book. */
void fixture_finish (Fixture *fixture, const char *case_id, const char *assessment_id);
/** Starts, answers where the person sleeps, and finishes. Free with g_free. */
char *fixture_assess (Fixture *fixture, const char *case_id, const char *sleep);

/** A referral of the form, to @service where it is not NULL. Free with g_free. */
char *fixture_refer (Fixture *fixture, const char *case_id, const char *assessment_id,
                     const char *referral, const char *service);
/** The person agrees that one thing is shared. */
void fixture_agree (Fixture *fixture, const char *case_id, const char *referral_id,
                    StileShare share, const char *value);
/** Takes a step that brings along all it may need: a note, how it was sent, an outcome. */
void fixture_step (Fixture *fixture, const char *case_id, const char *referral_id,
                   const char *status);
/** A referral that was agreed and sent. Free with g_free. */
char *fixture_send (Fixture *fixture, const char *case_id, const char *assessment_id,
                    const char *referral, const char *service);

StileCase *fixture_load (Fixture *fixture, const char *case_id);
/** How many entries the book has for the person. */
guint fixture_count_entries (Fixture *fixture, const char *case_id);

/** The verb said no, with this code and a whole sentence that holds @words. Clears @error. */
void fixture_assert_refused (gboolean done, GError **error, StileCaseworkError code,
                             const char *words);
