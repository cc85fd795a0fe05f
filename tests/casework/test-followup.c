// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What stands still, and how referrals to a service go. */

#include "followup.h"

#include <math.h>

#include "casework-private.h"
#include "clock.h"
#include "fixture.h"

static GDateTime *
in_days (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_add_days (now, days);
}

static GPtrArray *
reminders_in (Fixture *fixture, int days)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) then = in_days (days);
  GPtrArray *list = stile_casework_list_reminders_at (fixture->casework, then, &error);

  g_assert_no_error (error);
  return list;
}

static void
step_on (Fixture *fixture, const char *case_id, const char *referral_id, const char *status,
         guint days_ago)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) then = in_days (-(int) days_ago);
  GDate day;
  const StileReferralStep step = { status, "They rang.", "By post", "helped", &day };

  stile_day_of_date_time (then, &day);
  stile_casework_step_referral (fixture->casework, case_id, referral_id, &step, &error);
  g_assert_no_error (error);
}

/* ---- Reminders ---- */

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) reminders = reminders_in (fixture, 100);
  g_autoptr (GPtrArray) figures
      = stile_casework_list_service_figures (fixture->casework, NULL);

  g_assert_cmpuint (reminders->len, ==, 0);
  g_assert_cmpuint (figures->len, ==, 0);
}

static void
test_patience (void)
{
  static const struct
  {
    const char *status;
    const char *urgency;
    guint days;
  } table[] = {
    { STILE_REFERRAL_SENT, "now", 1 },       { STILE_REFERRAL_SENT, "today", 2 },
    { STILE_REFERRAL_SENT, "soon", 10 },     { STILE_REFERRAL_SENT, "some-day", 10 },
    { STILE_REFERRAL_ACCEPTED, "soon", 28 }, { STILE_REFERRAL_STARTED, "now", 0 },
    { STILE_REFERRAL_WITHDRAWN, "now", 0 },  { "new-kind", "now", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpuint (stile_referral_get_patience (table[i].status, table[i].urgency), ==,
                      table[i].days);
}

static void
test_reminder_comes_and_goes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *referral_id
      = fixture_send (fixture, case_id, assessment_id, "housing-advice", "The Night Desk");
  g_autoptr (GPtrArray) early = reminders_in (fixture, 9);
  g_autoptr (GPtrArray) due = reminders_in (fixture, 10);
  g_autoptr (GPtrArray) after = NULL;
  const StileReminder *reminder;

  g_assert_cmpuint (early->len, ==, 0);
  g_assert_cmpuint (due->len, ==, 1);
  reminder = g_ptr_array_index (due, 0);
  g_assert_cmpstr (reminder->words, ==, "No reply in 10 days");
  g_assert_cmpstr (reminder->case_id, ==, case_id);
  g_assert_cmpstr (reminder->referral_id, ==, referral_id);
  fixture_step (fixture, case_id, referral_id, STILE_REFERRAL_STARTED);
  after = reminders_in (fixture, 100);
  g_assert_cmpuint (after->len, ==, 0);
}

static void
test_reminder_of_one_referral (void)
{
  StileReferral referral = { .status = (char *) STILE_REFERRAL_ACCEPTED,
                             .urgency = (char *) "today" };
  g_autofree char *words = NULL;
  GDate today;

  g_date_clear (&referral.status_day, 1);
  g_date_set_dmy (&referral.status_day, 1, G_DATE_NOVEMBER, 2026);
  today = referral.status_day;
  g_date_add_days (&today, 6);
  g_assert_null (stile_referral_dup_reminder (&referral, &today));
  g_date_add_days (&today, 1);
  words = stile_referral_dup_reminder (&referral, &today);
  g_assert_cmpstr (words, ==, "Accepted 7 days ago, not started");
}

static void
test_longest_overdue_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *soon
      = fixture_refer (fixture, case_id, assessment_id, "housing-advice", "The Night Desk");
  g_autofree char *now
      = fixture_send (fixture, case_id, assessment_id, "safe-place", "The Refuge");
  g_autoptr (GPtrArray) due = reminders_in (fixture, 12);
  const StileReminder *first, *second;

  g_assert_cmpuint (due->len, ==, 2);
  first = g_ptr_array_index (due, 0);
  second = g_ptr_array_index (due, 1);
  g_assert_cmpstr (first->referral_id, ==, now);
  g_assert_cmpstr (second->referral_id, ==, soon);
  g_assert_cmpstr (second->words, ==, "Not sent for 12 days");
}

/* Somebody whose referral is long due a hundred days later; their case id. */
static char *
send_somebody (Fixture *fixture)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *referral_id
      = fixture_send (fixture, case_id, assessment_id, "housing-advice", "The Night Desk");

  return g_steal_pointer (&case_id);
}

static void
test_nothing_of_who_was_erased (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = send_somebody (fixture);
  g_autoptr (GPtrArray) due = NULL;

  stile_ledger_erase_case (stile_casework_get_ledger (fixture->casework), case_id, &error);
  g_assert_no_error (error);
  due = reminders_in (fixture, 100);
  g_assert_cmpuint (due->len, ==, 0);
}

/* There is nobody to be helped any more, until they are seen again. */
static void
test_nothing_of_who_moved_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = send_somebody (fixture);
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) seen = NULL;

  stile_casework_record_moved_on (fixture->casework, case_id, "Their sister rang.", &error);
  g_assert_no_error (error);
  gone = reminders_in (fixture, 100);
  g_assert_cmpuint (gone->len, ==, 0);
  stile_casework_record_contact (fixture->casework, case_id, "By telephone", "Back.", &error);
  g_assert_no_error (error);
  seen = reminders_in (fixture, 100);
  g_assert_cmpuint (seen->len, ==, 1);
}

static void
test_nothing_of_who_took_consent_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = send_somebody (fixture);
  g_autoptr (GPtrArray) due = NULL;

  stile_casework_record_consent (fixture->casework, case_id, FALSE, "No more.", &error);
  g_assert_no_error (error);
  due = reminders_in (fixture, 100);
  g_assert_cmpuint (due->len, ==, 0);
}

/* ---- Figures ---- */

/* A centre that types a referral by hand need not know who runs the service. */
static void
test_figures_keep_the_organization (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const StileReferralService service = { .name = (char *) "The Night Desk",
                                         .id = (char *) "night",
                                         .organization = (char *) "Harbour" };
  const StileReferralService bare = { .name = (char *) "The Night Desk", .id = (char *) "night" };
  const StileReferralService *const services[] = { &service, &bare };
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autoptr (GPtrArray) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    {
      g_autofree char *id = NULL;

      stile_casework_refer (fixture->casework, case_id, assessment_id, "housing-advice",
                            services[i], &id, &error);
      g_assert_no_error (error);
    }
  list = stile_casework_list_service_figures (fixture->casework, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((StileServiceFigures *) g_ptr_array_index (list, 0))->organization, ==,
                   "Harbour");
}

static void
test_service_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *draft
      = fixture_refer (fixture, case_id, assessment_id, "housing-advice", "The Night Desk");
  g_autofree char *other
      = fixture_refer (fixture, case_id, assessment_id, "housing-advice", "Advice");
  g_autoptr (GPtrArray) list = NULL;
  const StileServiceFigures *figures;

  for (guint days = 2; days <= 6; days += 4)
    {
      g_autofree char *id
          = fixture_refer (fixture, case_id, assessment_id, "housing-advice", "The Night Desk");

      fixture_agree (fixture, case_id, id, STILE_SHARE_NAME, "Mina");
      step_on (fixture, case_id, id, STILE_REFERRAL_SENT, 10);
      step_on (fixture, case_id, id, STILE_REFERRAL_ACCEPTED, 10 - days);
      if (days == 2)
        step_on (fixture, case_id, id, STILE_REFERRAL_STARTED, 5);
    }
  list = stile_casework_list_service_figures (fixture->casework, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  figures = g_ptr_array_index (list, 1);
  g_assert_cmpstr (figures->service, ==, "The Night Desk");
  g_assert_cmpuint (figures->suggested, ==, 3);
  g_assert_cmpuint (figures->made, ==, 2);
  g_assert_cmpuint (figures->accepted, ==, 2);
  g_assert_cmpuint (figures->started, ==, 1);
  g_assert_cmpuint (figures->finished, ==, 0);
  g_assert_cmpfloat (figures->days_to_accepted, ==, 4);
  g_assert_cmpfloat (figures->days_to_started, ==, 5);
  g_assert_true (isnan (((StileServiceFigures *) g_ptr_array_index (list, 0))->days_to_accepted));
}

/* What the first service did stays its own; the second has done nothing yet. */
static void
test_figures_of_another_service (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const StileReferralService other = { .name = (char *) "The Day Desk" };
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *id
      = fixture_refer (fixture, case_id, assessment_id, "housing-advice", "The Night Desk");
  g_autoptr (GPtrArray) list = NULL;
  const StileServiceFigures *first, *second;

  fixture_agree (fixture, case_id, id, STILE_SHARE_NAME, "Mina");
  step_on (fixture, case_id, id, STILE_REFERRAL_SENT, 10);
  step_on (fixture, case_id, id, STILE_REFERRAL_ACCEPTED, 7);
  step_on (fixture, case_id, id, STILE_REFERRAL_DECLINED, 6);
  step_on (fixture, case_id, id, STILE_REFERRAL_DRAFT, 5);
  stile_casework_choose_service (fixture->casework, case_id, id, &other, &error);
  g_assert_no_error (error);
  list = stile_casework_list_service_figures (fixture->casework, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  second = g_ptr_array_index (list, 0);
  g_assert_cmpstr (second->service, ==, "The Day Desk");
  g_assert_cmpuint (second->suggested, ==, 1);
  g_assert_cmpuint (second->made, ==, 0);
  first = g_ptr_array_index (list, 1);
  g_assert_cmpstr (first->service, ==, "The Night Desk");
  g_assert_cmpuint (first->made, ==, 1);
  g_assert_cmpuint (first->accepted, ==, 1);
  g_assert_cmpfloat (first->days_to_accepted, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  clock_set_to_noon ();
  fixture_add ("/followup/new", test_new);
  g_test_add_func ("/followup/patience", test_patience);
  fixture_add ("/followup/reminder-comes-and-goes", test_reminder_comes_and_goes);
  g_test_add_func ("/followup/reminder-of-one-referral", test_reminder_of_one_referral);
  fixture_add ("/followup/longest-overdue-first", test_longest_overdue_first);
  fixture_add ("/followup/nothing-of-who-was-erased", test_nothing_of_who_was_erased);
  fixture_add ("/followup/nothing-of-who-moved-on", test_nothing_of_who_moved_on);
  fixture_add ("/followup/nothing-of-who-took-consent-back",
               test_nothing_of_who_took_consent_back);
  fixture_add ("/followup/figures-keep-the-organization", test_figures_keep_the_organization);
  fixture_add ("/followup/service-figures", test_service_figures);
  fixture_add ("/followup/figures-of-another-service", test_figures_of_another_service);
  return g_test_run ();
}
