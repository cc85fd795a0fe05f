// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* scripted-day BOOK ADVISER PASSPHRASE FORM OUT: a day's work without a window. Thirty people are
 * asked everything in FORM; plans and everything held are printed to PDF in the folder OUT, records
 * exported there, two people erased. What they say comes from standard input, a line each: names,
 * references, needs, notes. Then it says so and waits, with the book open, until its input ends. */

#include <glib/gstdio.h>
#include <stdio.h>

#include "audit.h"
#include "hardening.h"
#include "person-document.h"
#include "random-answers.h"
#include "rights.h"

#define N_PEOPLE 30
#define N_ERASED 2

typedef struct
{
  StileCasework *casework;
  StileForm *form;
  const char *out;
  GRand *random;
} Day;

static char *
next_line (void)
{
  char line[1000];

  if (fgets (line, sizeof line, stdin) == NULL)
    g_error ("There are not enough lines.");
  return g_strdup (g_strchomp (line));
}

static void
succeed (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

static void
answer_all (Day *day, const char *case_id, const char *assessment_id, StileInterview *interview)
{
  g_autoptr (GError) error = NULL;
  int question;

  while ((question = stile_interview_first_unanswered (interview)) != STILE_NONE)
    {
      const StileQuestion *asked = &day->form->questions[question];
      g_autoptr (StileAnswer) answer = stile_random_answer (day->random, asked);

      if (answer->state == STILE_ANSWER_UNANSWERED
          || !stile_interview_check_answer (interview, question, answer, "en", NULL))
        {
          stile_answer_free (answer);
          answer = stile_answer_new_state (STILE_ANSWER_DECLINED);
        }
      stile_interview_set_answer (interview, question, answer);
      succeed (
          stile_casework_save_answer (day->casework, case_id, assessment_id, asked, answer, &error),
          error);
    }
}

static char *
open_case (Day *day)
{
  g_autofree char *name = next_line (), *reference = next_line (), *needs = next_line ();
  StilePerson person = { .name = name, .reference = reference, .needs = needs };
  g_autoptr (GError) error = NULL;
  char *case_id = NULL;

  succeed (stile_casework_open_case (day->casework, &person, &case_id, &error), error);
  succeed (stile_casework_record_consent (day->casework, case_id, TRUE, "Kept here.", &error),
           error);
  return case_id;
}

static void
write_pdf (Day *day, StileDocument *document, const char *case_id, const char *what)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.pdf", what, case_id);
  g_autofree char *path = g_build_filename (day->out, name, NULL);
  g_autoptr (GError) error = NULL;

  succeed (stile_casework_record_print (day->casework, case_id, what, &error), error);
  succeed (stile_document_write_pdf (document, path, &error), error);
}

static void
export_record (Day *day, const char *case_id)
{
  g_autofree char *name = g_strdup_printf ("record-%s.json", case_id);
  g_autofree char *path = g_build_filename (day->out, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  succeed (stile_casework_record_export (day->casework, case_id, STILE_WHAT_RECORD, &error), error);
  json = stile_casework_export_person (day->casework, case_id, &error);
  succeed (json && g_file_set_contents (path, json, -1, &error), error);
}

static void
finish (Day *day, const char *case_id, const char *assessment_id, StileInterview *interview)
{
  const char *decided = day->form->categories[0].id;
  g_autofree char *reason = next_line (), *note = next_line (), *contact = next_line ();
  g_autoptr (GError) error = NULL;

  succeed (
      stile_casework_finish_assessment (day->casework, case_id, assessment_id, interview, &error),
      error);
  succeed (stile_casework_decide (day->casework, case_id, assessment_id, decided, reason, &error),
           error);
  succeed (stile_casework_save_note (day->casework, case_id, NULL, NULL, note, &error), error);
  succeed (stile_casework_record_contact (day->casework, case_id, "call", contact, &error), error);
}

static void
print (Day *day, const char *case_id, const char *assessment_id, StileInterview *interview)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileCase) person_file = stile_casework_load_case (day->casework, case_id, &error);
  g_autoptr (StileResult) result = stile_result_new (interview);
  g_autoptr (StileDocument) plan = stile_plan_new (
      day->casework, person_file, stile_case_find_assessment (person_file, assessment_id), result,
      "en");
  g_autoptr (StileDocument) everything = stile_person_document_new (day->casework, case_id, &error);

  write_pdf (day, plan, case_id, STILE_WHAT_PLAN);
  write_pdf (day, everything, case_id, STILE_WHAT_EVERYTHING);
}

static void
meet_person (Day *day, gboolean erase)
{
  g_autofree char *case_id = open_case (day), *assessment_id = NULL;
  g_autoptr (StileCase) person_file = NULL;
  g_autoptr (StileInterview) interview = NULL;
  g_autoptr (GError) error = NULL;

  succeed (stile_casework_start_assessment (day->casework, case_id, day->form, "en", &assessment_id,
                                            &error),
           error);
  person_file = stile_casework_load_case (day->casework, case_id, &error);
  interview = stile_assessment_new_interview (
      stile_case_find_assessment (person_file, assessment_id), &error);
  answer_all (day, case_id, assessment_id, interview);
  finish (day, case_id, assessment_id, interview);
  print (day, case_id, assessment_id, interview);
  export_record (day, case_id);
  if (erase)
    {
      g_auto (GStrv) leftovers = stile_casework_erase_person (day->casework, case_id, &error);
      succeed (leftovers != NULL, error);
    }
}

static StileCasework *
open_book (char **argv)
{
  g_autoptr (GError) error = NULL;
  StileLedger *ledger = stile_ledger_open (argv[1], &error);

  succeed (ledger && stile_ledger_unlock (ledger, argv[2], argv[3], &error), error);
  return stile_casework_new (ledger, &error);
}

int
main (int argc, char **argv)
{
  Day day = { .random = g_rand_new_with_seed (1) };
  g_autoptr (GError) error = NULL;
  char rest[100];

  if (argc != 6)
    return 2;
  stile_harden_process ();
  day.casework = open_book (argv);
  day.form = stile_form_load (argv[4], &error);
  succeed (day.form != NULL, error);
  day.out = argv[5];
  for (guint i = 0; i < N_PEOPLE; i++)
    meet_person (&day, i < N_ERASED);
  puts ("done");
  fflush (stdout);
  while (fgets (rest, sizeof rest, stdin) != NULL)
    ;
  stile_casework_free (day.casework);
  stile_form_unref (day.form);
  g_rand_free (day.random);
  return 0;
}
