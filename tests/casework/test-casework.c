// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The verbs that concern a person: each does what it says, and refuses what makes no sense. */

#include "casework-private.h"
#include "fixture.h"

static void
test_new (Fixture *fixture, gconstpointer data)
{
  StileLedger *ledger = stile_casework_get_ledger (fixture->casework);

  g_assert_true (stile_ledger_is_unlocked (ledger));
}

static void
test_open_case (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "  Mina Storey\t");
  g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);

  g_assert_cmpstr (person_file->id, ==, case_id);
  g_assert_cmpstr (person_file->person->name, ==, "Mina Storey");
}

static void
test_unknown_case (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nobody = stile_ledger_new_id ();
  StilePerson person = { .name = (char *) "Nobody" };
  gboolean done;

  done = stile_casework_change_person (fixture->casework, nobody, &person, &error);
  g_assert_false (done);
  g_assert_nonnull (error);
  g_clear_error (&error);
  done = stile_casework_record_consent (fixture->casework, nobody, TRUE, "Notice", &error);
  g_assert_false (done);
  g_assert_nonnull (error);
}

static void
test_change_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina Storey");
  StilePerson person = { .reference = (char *) "D-1", .larger_text = TRUE };
  g_autoptr (StileCase) person_file = NULL;

  stile_casework_change_person (fixture->casework, case_id, &person, &error);

  g_assert_no_error (error);
  person_file = fixture_load (fixture, case_id);
  g_assert_null (person_file->person->name);
  g_assert_cmpstr (stile_person_get_title (person_file->person), ==, "D-1");
  g_assert_true (person_file->person->larger_text);
}

static void
test_same_person_writes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina Storey");
  StilePerson person = { .name = (char *) " Mina Storey", .language = (char *) "pl" };
  guint before = fixture_count_entries (fixture, case_id);

  stile_casework_change_person (fixture->casework, case_id, &person, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count_entries (fixture, case_id), ==, before);
}

static void
test_consent_needs_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");

  fixture_assert_refused (
      stile_casework_record_consent (fixture->casework, case_id, TRUE, "  ", &error), &error,
      STILE_CASEWORK_ERROR_INPUT, "privacy notice");
}

static void
test_question_note (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  static const char *const texts[] = { "first", "second", "second" };
  guint before = fixture_count_entries (fixture, case_id);
  g_autoptr (StileCase) person_file = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      stile_casework_save_note (fixture->casework, case_id, assessment_id, "sleep", texts[i],
                                &error);
      g_assert_no_error (error);
    }

  g_assert_cmpuint (fixture_count_entries (fixture, case_id), ==, before + 2);
  person_file = fixture_load (fixture, case_id);
  g_assert_cmpstr (
      g_hash_table_lookup (stile_case_find_assessment (person_file, assessment_id)->notes, "sleep"),
      ==, "second");
}

static void
test_question_note_taken_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autoptr (StileCase) person_file = NULL;

  stile_casework_save_note (fixture->casework, case_id, assessment_id, "sleep", "a note", &error);
  g_assert_no_error (error);
  stile_casework_save_note (fixture->casework, case_id, assessment_id, "sleep", "", &error);
  g_assert_no_error (error);

  person_file = fixture_load (fixture, case_id);
  g_assert_cmpuint (
      g_hash_table_size (stile_case_find_assessment (person_file, assessment_id)->notes), ==, 0);
}

static void
test_note_refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);

  fixture_assert_refused (
      stile_casework_save_note (fixture->casework, case_id, NULL, NULL, " \n", &error), &error,
      STILE_CASEWORK_ERROR_INPUT, "note is empty");
  fixture_assert_refused (stile_casework_save_note (fixture->casework, case_id, assessment_id,
                                                    "nothing", "text", &error),
                          &error, STILE_CASEWORK_ERROR_UNKNOWN, "nothing");
  fixture_assert_refused (
      stile_casework_save_note (fixture->casework, case_id, NULL, "sleep", "text", &error), &error,
      STILE_CASEWORK_ERROR_UNKNOWN, "no such assessment");
}

static void
test_contact (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (StileCase) person_file = NULL;
  const StileEvent *event;

  stile_casework_record_contact (fixture->casework, case_id, "Call", "Will come on Monday", &error);
  g_assert_no_error (error);

  person_file = fixture_load (fixture, case_id);
  event = g_ptr_array_index (person_file->events, 0);
  g_assert_cmpstr (event->title, ==, "Call");
  g_assert_cmpstr (event->text, ==, "Will come on Monday");
  fixture_assert_refused (
      stile_casework_record_contact (fixture->casework, case_id, "", "text", &error), &error,
      STILE_CASEWORK_ERROR_INPUT, "kind of contact");
}

static void
test_nothing_is_kept_when_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autoptr (StileAnswer) declined = stile_answer_new_state (STILE_ANSWER_DECLINED);
  g_autoptr (GPtrArray) people =
      stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, NULL, &error);
  const StileQuestion *sleep = stile_form_find_question (fixture->form, "sleep");
  StileLedger *ledger = stile_casework_get_ledger (fixture->casework);

  g_assert_cmpuint (people->len, ==, 1);
  fixture_answer (fixture, case_id, assessment_id, "sleep", "friends");
  stile_ledger_lock (ledger);

  g_assert_null (stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (stile_casework_load_case (fixture->casework, case_id, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (stile_casework_save_answer (fixture->casework, case_id, assessment_id, sleep,
                                              declined, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
}

/* Another thread may be making the lists, or using the keys: they are looked at by nobody else, and
 * dropped by nobody else. */
static void
test_what_is_kept_is_left_alone_when_lent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  StileLedger *ledger = stile_casework_get_ledger (fixture->casework);
  const StilePeople *people;
  const StileParkedFold *parked;

  stile_casework_read_ahead (fixture->casework);
  people = fixture->casework->people;
  parked = fixture->casework->parked;
  stile_ledger_lend (ledger);
  g_assert_false (stile_casework_refresh_people (fixture->casework, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (stile_casework_refresh_parked (fixture->casework, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
  stile_ledger_take_back (ledger);

  g_assert_nonnull (people);
  g_assert_true (fixture->casework->people == people);
  g_assert_nonnull (parked);
  g_assert_true (fixture->casework->parked == parked);
}

static void
test_goes_on_after_unlocking (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  StileLedger *ledger = stile_casework_get_ledger (fixture->casework);
  guint before;

  fixture_answer (fixture, case_id, assessment_id, "sleep", "friends");
  before = fixture_count_entries (fixture, case_id);
  stile_ledger_lock (ledger);
  stile_casework_forget (fixture->casework);
  stile_ledger_unlock (ledger, FIXTURE_ADVISER, FIXTURE_PASSPHRASE, &error);
  g_assert_no_error (error);
  fixture_answer (fixture, case_id, assessment_id, "sleep", "friends");
  fixture_answer (fixture, case_id, assessment_id, "sleep", "home");

  g_assert_cmpuint (fixture_count_entries (fixture, case_id), ==, before + 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/casework/new", test_new);
  fixture_add ("/casework/open-case", test_open_case);
  fixture_add ("/casework/unknown-case", test_unknown_case);
  fixture_add ("/casework/change-person", test_change_person);
  fixture_add ("/casework/same-person-writes-nothing", test_same_person_writes_nothing);
  fixture_add ("/casework/consent-needs-words", test_consent_needs_words);
  fixture_add ("/casework/question-note", test_question_note);
  fixture_add ("/casework/question-note-taken-away", test_question_note_taken_away);
  fixture_add ("/casework/note-refusals", test_note_refusals);
  fixture_add ("/casework/contact", test_contact);
  fixture_add ("/casework/nothing-kept-when-locked", test_nothing_is_kept_when_locked);
  fixture_add ("/casework/left-alone-when-lent", test_what_is_kept_is_left_alone_when_lent);
  fixture_add ("/casework/goes-on-after-unlocking", test_goes_on_after_unlocking);
  return g_test_run ();
}
