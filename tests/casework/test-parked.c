// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Who was left alone, by a clock that the tests move. In the form of the fixture 28 days are the
 * most for close support, which does not say, and 35 for light support. */

#include "clock.h"
#include "fixture.h"
#include "followup.h"
#include "rights.h"

/* Noon of the days from 1 to 99 after the first of October 2026; summer time ends in between. */
static void
go_to_day (guint day)
{
  g_autoptr (GDateTime) first = g_date_time_new_from_iso8601 ("2026-10-01T12:00:00Z", NULL);
  g_autoptr (GDateTime) then = g_date_time_add_days (first, (int) day);
  g_autofree char *text = g_date_time_format_iso8601 (then);

  clock_set (text);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  go_to_day (0);
  fixture_set_up (fixture, data);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  clock_set (NULL);
  fixture_tear_down (fixture, data);
}

/* "Mina: reason", one in a line. */
static char *
list_now (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = stile_casework_list_parked (fixture->casework, &error);
  GString *words = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const StileParked *parked = g_ptr_array_index (list, i);
      g_string_append_printf (words, "%s: %s\n", parked->person, parked->reason);
    }
  return g_string_free (words, FALSE);
}

/* What is kept in memory says the same as the book read afresh. */
static char *
list_on (Fixture *fixture, guint day)
{
  g_autofree char *kept = NULL;
  char *fresh;

  go_to_day (day);
  kept = list_now (fixture);
  stile_casework_forget (fixture->casework);
  fresh = list_now (fixture);
  g_assert_cmpstr (kept, ==, fresh);
  return fresh;
}

static void
assert_nobody (Fixture *fixture, guint day)
{
  g_autofree char *words = list_on (fixture, day);

  g_assert_cmpstr (words, ==, "");
}

static void
assert_listed (Fixture *fixture, guint day, const char *part)
{
  g_autofree char *words = list_on (fixture, day);

  g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, part));
}

static void
record_contact (Fixture *fixture, const char *case_id)
{
  g_autoptr (GError) error = NULL;

  stile_casework_record_contact (fixture->casework, case_id, "Call", "She is well.", &error);
  g_assert_no_error (error);
}

/* ---- The rule ---- */

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_free (fixture_open_case (fixture, "Mina"));
  assert_nobody (fixture, 99);
}

static void
test_parked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autoptr (GPtrArray) list = NULL;
  const StileParked *parked;

  assert_nobody (fixture, 28);
  go_to_day (29);
  list = stile_casework_list_parked (fixture->casework, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  parked = g_ptr_array_index (list, 0);
  g_assert_cmpstr (parked->case_id, ==, case_id);
  g_assert_cmpstr (parked->person, ==, "Mina");
  g_assert_cmpstr (parked->category, ==, "Close support");
  g_assert_cmpuint (parked->days, ==, 29);
  g_assert_cmpuint (g_date_get_day (&parked->since), ==, 1);
  g_assert_cmpstr (parked->reason, ==,
                   "Great need: Housing. No specialist asked since the talk 29 days ago. No "
                   "contact for 29 days. 28 days are the most for this support.");
}

static void
test_longest_first (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Ada", "Ben", "Cem" };
  g_autofree char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *case_id = NULL;

      go_to_day (2 - i);
      case_id = fixture_open_case (fixture, names[i]);
      g_free (fixture_assess (fixture, case_id, "nowhere"));
    }
  words = list_on (fixture, 40);
  g_assert_true (g_str_has_prefix (words, "Cem"));
  g_assert_cmpint (strstr (words, "Ben") - words, <, strstr (words, "Ada") - words);
}

static void
test_no_great_need (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "friends");

  assert_nobody (fixture, 99);
}

/* Somebody has to be there for them while the talk goes on; they are among those in progress. */
static void
test_unfinished_talk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);

  fixture_answer (fixture, case_id, assessment_id, "sleep", "nowhere");
  assert_nobody (fixture, 99);
}

/* The kind of support that was decided says for how long. */
static void
test_contact_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");

  stile_casework_decide (fixture->casework, case_id, assessment_id, "light", "She has a flat",
                         &error);
  g_assert_no_error (error);
  assert_nobody (fixture, 35);
  assert_listed (fixture, 36, "35 days are the most");
}

static void
test_newest_talk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");

  g_free (fixture_assess (fixture, case_id, "nowhere"));
  assert_listed (fixture, 40, "Housing");
  g_free (fixture_assess (fixture, case_id, "home"));
  assert_nobody (fixture, 99);
}

static void
test_erased (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");

  g_free (fixture_assess (fixture, case_id, "nowhere"));
  assert_listed (fixture, 40, "Mina");
  stile_ledger_erase_case (stile_casework_get_ledger (fixture->casework), case_id, &error);
  g_assert_no_error (error);
  assert_nobody (fixture, 40);
}

/* ---- A specialist ---- */

static void
test_specialist_asked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *referral_id
      = fixture_refer (fixture, case_id, assessment_id, "housing-advice", "The Night Desk");

  assert_listed (fixture, 29, "No specialist asked since the talk 29 days ago.");
  fixture_agree (fixture, case_id, referral_id, STILE_SHARE_NAME, "Mina");
  assert_listed (fixture, 29, "No specialist asked"); /* agreed, and still in the drawer */
  fixture_step (fixture, case_id, referral_id, STILE_REFERRAL_SENT);
  assert_nobody (fixture, 29);
  assert_listed (fixture, 58, "Great need: Housing. No contact for 29 days.");
}

static void
test_only_in_vain (Fixture *fixture, gconstpointer data)
{
  static const char *const statuses[] = { STILE_REFERRAL_DECLINED, STILE_REFERRAL_WITHDRAWN };
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *referral_id
          = fixture_send (fixture, case_id, assessment_id, "housing-advice", "The Night Desk");

      fixture_step (fixture, case_id, referral_id, statuses[i]);
      assert_listed (fixture, 29, "No specialist asked since the talk 29 days ago.");
      go_to_day (0);
    }
}

/* Help that was over before the need was found is no help for it; help that goes on is. */
static void
test_earlier_help (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *first = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *referral_id
      = fixture_send (fixture, case_id, first, "housing-advice", "The Night Desk");

  fixture_step (fixture, case_id, referral_id, STILE_REFERRAL_STARTED);
  go_to_day (10);
  g_free (fixture_assess (fixture, case_id, "nowhere"));
  assert_listed (fixture, 39, "Great need: Housing. No contact for 29 days.");
  go_to_day (9);
  fixture_step (fixture, case_id, referral_id, STILE_REFERRAL_FINISHED);
  assert_listed (fixture, 39, "No specialist asked since the talk 29 days ago.");
}

/* ---- Contact ---- */

static void
test_contact (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *referral_id
      = fixture_send (fixture, case_id, assessment_id, "housing-advice", "The Night Desk");

  go_to_day (20);
  record_contact (fixture, case_id);
  assert_nobody (fixture, 48);
  assert_listed (fixture, 49, "No contact for 29 days.");
}

/* A note about the person is no word with them. */
static void
test_note_is_no_contact (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");

  g_free (fixture_assess (fixture, case_id, "nowhere"));
  go_to_day (20);
  stile_casework_save_note (fixture->casework, case_id, NULL, NULL, "Thought of her.", &error);
  g_assert_no_error (error);
  assert_listed (fixture, 29, "No contact for 29 days.");
}

/* It was somebody else who rang. */
static void
test_contact_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autoptr (StileCase) person_file = NULL;
  const StileEvent *contact;

  go_to_day (20);
  record_contact (fixture, case_id);
  person_file = fixture_load (fixture, case_id);
  contact = g_ptr_array_index (person_file->events, 0);
  stile_casework_rectify_text (fixture->casework, case_id, contact->id, "She is very well.",
                               "Heard wrong", &error);
  g_assert_no_error (error);
  assert_listed (fixture, 49, "No contact for 29 days.");
  stile_casework_rectify_text (fixture->casework, case_id, contact->id, NULL, "Not her", &error);
  g_assert_no_error (error);
  assert_listed (fixture, 49, "No contact for 49 days.");
}

/* ---- Corrections ---- */

static void
correct (Fixture *fixture, const char *case_id, const char *assessment_id, const char *sleep)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileAnswer) answer
      = stile_answer_new (stile_form_find_question (fixture->form, "sleep"), sleep, &error);

  g_assert_no_error (error);
  stile_casework_rectify_answer (fixture->casework, case_id, assessment_id, "sleep", answer,
                                 "She said so", &error);
  g_assert_no_error (error);
}

/* It is to be decided again. */
static void
test_decided_before_a_correction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "friends");

  stile_casework_decide (fixture->casework, case_id, assessment_id, "light", NULL, &error);
  g_assert_no_error (error);
  correct (fixture, case_id, assessment_id, "nowhere");
  assert_listed (fixture, 29, "28 days are the most");
}

static void
test_correction_of_an_older_talk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *first = fixture_assess (fixture, case_id, "home");
  g_autofree char *second = fixture_assess (fixture, case_id, "home");

  correct (fixture, case_id, first, "nowhere");
  assert_nobody (fixture, 99);
  correct (fixture, case_id, second, "nowhere");
  assert_listed (fixture, 99, "Housing");
}

/* ---- Who is not looked for ---- */

static void
test_moved_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");

  g_free (fixture_assess (fixture, case_id, "nowhere"));
  assert_listed (fixture, 40, "Mina");
  fixture_assert_refused (
      stile_casework_record_moved_on (fixture->casework, case_id, "  ", &error), &error,
      STILE_CASEWORK_ERROR_INPUT, "how you know");
  stile_casework_record_moved_on (fixture->casework, case_id, "Lives in Leeds now.", &error);
  g_assert_no_error (error);
  assert_nobody (fixture, 99);
  record_contact (fixture, case_id); /* and is here again */
  assert_listed (fixture, 99, "No specialist asked since the talk 99 days ago.");
}

static void
test_moved_on_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean done = stile_casework_record_moved_on (
      fixture->casework, "01900000-0000-7000-8000-000000000000", "Gone.", &error);

  fixture_assert_refused (done, &error, STILE_CASEWORK_ERROR_UNKNOWN, "no such person");
}

static void
test_moved_on_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autoptr (StileCase) person_file = NULL;
  const StileEvent *event;

  stile_casework_record_moved_on (fixture->casework, case_id, "Lives in Leeds now.", &error);
  g_assert_no_error (error);
  person_file = fixture_load (fixture, case_id);
  event = g_ptr_array_index (person_file->events, 0);
  g_assert_cmpstr (event->title, ==, "Moved on");
  g_assert_cmpstr (event->text, ==, "Lives in Leeds now.");
}

static void
test_consent_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");

  g_free (fixture_assess (fixture, case_id, "nowhere"));
  stile_casework_record_consent (fixture->casework, case_id, FALSE, FIXTURE_NOTICE, &error);
  assert_nobody (fixture, 40);
  stile_casework_record_consent (fixture->casework, case_id, TRUE, FIXTURE_NOTICE, &error);
  g_assert_no_error (error);
  assert_listed (fixture, 40, "Mina");
}

/* ---- The clock ---- */

/* Whose days lie ahead is seen, and first; with the next contact the days are right again. */
static void
test_clock_was_ahead (Fixture *fixture, gconstpointer data)
{
  g_autofree char *waiting = fixture_open_case (fixture, "Ada");
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = NULL;
  g_autofree char *words = NULL;

  g_free (fixture_assess (fixture, waiting, "nowhere"));
  assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_free (fixture_send (fixture, case_id, assessment_id, "housing-advice", "The Night Desk"));
  go_to_day (2000);
  record_contact (fixture, case_id);
  words = list_on (fixture, 40);
  g_assert_true (g_str_has_prefix (words, "Mina: Great need: Housing. The last contact has a day"));
  record_contact (fixture, case_id);
  g_free (words);
  words = list_on (fixture, 41);
  g_assert_null (strstr (words, "Mina"));
}

static void
test_talk_by_a_clock_that_was_ahead (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const StileParked *parked;

  go_to_day (2000);
  case_id = fixture_open_case (fixture, "Mina");
  g_free (fixture_assess (fixture, case_id, "nowhere"));
  assert_listed (fixture, 3, "The talk has a day that is still to come");
  list = stile_casework_list_parked (fixture->casework, &error);
  parked = g_ptr_array_index (list, 0);
  g_assert_true (parked->is_day_unknown);
  g_assert_false (g_date_valid (&parked->since));
  g_assert_cmpuint (parked->days, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/parked/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("new", test_new);
  ADD ("parked", test_parked);
  ADD ("longest-first", test_longest_first);
  ADD ("no-great-need", test_no_great_need);
  ADD ("unfinished-talk", test_unfinished_talk);
  ADD ("contact-days", test_contact_days);
  ADD ("newest-talk", test_newest_talk);
  ADD ("erased", test_erased);
  ADD ("specialist-asked", test_specialist_asked);
  ADD ("only-in-vain", test_only_in_vain);
  ADD ("earlier-help", test_earlier_help);
  ADD ("contact", test_contact);
  ADD ("note-is-no-contact", test_note_is_no_contact);
  ADD ("contact-taken-back", test_contact_taken_back);
  ADD ("decided-before-a-correction", test_decided_before_a_correction);
  ADD ("correction-of-an-older-talk", test_correction_of_an_older_talk);
  ADD ("moved-on", test_moved_on);
  ADD ("moved-on-nobody", test_moved_on_nobody);
  ADD ("moved-on-is-told", test_moved_on_is_told);
  ADD ("consent-taken-back", test_consent_taken_back);
  ADD ("clock-was-ahead", test_clock_was_ahead);
  ADD ("talk-by-a-clock-that-was-ahead", test_talk_by_a_clock_that_was_ahead);
#undef ADD
  return g_test_run ();
}
