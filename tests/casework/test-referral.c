// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The verbs of a referral, and their refusals. */

#include "clock.h"
#include "fixture.h"
#include "words.h"

#include <string.h>

typedef struct
{
  char *case_id;
  char *assessment_id;
  char *referral_id;
} Mina;

static void
mina_clear (Mina *mina)
{
  g_free (mina->case_id);
  g_free (mina->assessment_id);
  g_free (mina->referral_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Mina, mina_clear)

/* With a draft to the night desk. */
static Mina
mina_new (Fixture *fixture)
{
  Mina mina;

  mina.case_id = fixture_open_case (fixture, "Mina");
  mina.assessment_id = fixture_assess (fixture, mina.case_id, "nowhere");
  mina.referral_id = fixture_refer (fixture, mina.case_id, mina.assessment_id, "housing-advice",
                                    "The Night Desk");
  return mina;
}

static const StileReferral *
find (const StileCase *person_file, const Mina *mina)
{
  return stile_case_find_referral (person_file, mina->referral_id);
}

static gboolean
step (Fixture *fixture, const Mina *mina, const StileReferralStep *wanted, GError **error)
{
  return stile_casework_step_referral (fixture->casework, mina->case_id, mina->referral_id, wanted,
                                       error);
}

static void
go (Fixture *fixture, const Mina *mina, const char *status)
{
  fixture_step (fixture, mina->case_id, mina->referral_id, status);
}

static void
agree (Fixture *fixture, const Mina *mina)
{
  fixture_agree (fixture, mina->case_id, mina->referral_id, STILE_SHARE_NAME, "Mina");
}

static void
append (Fixture *fixture, const char *case_id, const char *kind, const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) content = json_from_string (json, &error);

  g_assert_no_error (error);
  stile_ledger_append (stile_casework_get_ledger (fixture->casework), case_id, kind, content, NULL,
                       &error);
  g_assert_no_error (error);
}

static void
test_refer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  const StileReferralService service
      = { (char *) " Night  Desk", (char *) "s-1", (char *) "Homes", (char *) "A letter",
          (char *) "Ring twice\n01632 960 111" };
  g_autofree char *referral_id = NULL;
  g_autoptr (StileCase) person_file = NULL;
  const StileReferral *referral;

  stile_casework_refer (fixture->casework, case_id, assessment_id, "housing-advice", &service,
                        &referral_id, &error);

  g_assert_no_error (error);
  person_file = fixture_load (fixture, case_id);
  referral = g_ptr_array_index (person_file->referrals, 0);
  g_assert_cmpstr (referral->id, ==, referral_id);
  g_assert_cmpstr (referral->label, ==, "Housing advice");
  g_assert_cmpstr (referral->urgency, ==, "soon");
  g_assert_nonnull (strstr (referral->service, "Desk"));
  g_assert_cmpstr (referral->service_id, ==, "s-1");
  g_assert_cmpstr (referral->organization, ==, "Homes");
  g_assert_cmpstr (referral->route, ==, "A letter");
  g_assert_cmpstr (referral->contact, ==, "Ring twice\n01632 960 111");
  g_assert_cmpstr (referral->status, ==, STILE_REFERRAL_DRAFT);
  g_assert_null (referral->agreement);
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_auto (Mina) mina = mina_new (fixture);
  g_autofree char *other
      = fixture_refer (fixture, mina.case_id, mina.assessment_id, "housing-advice", "The Day Desk");
  g_autoptr (StileCase) person_file = NULL;

  agree (fixture, &mina);
  go (fixture, &mina, STILE_REFERRAL_SENT);
  person_file = fixture_load (fixture, mina.case_id);

  g_assert_cmpuint (person_file->referrals->len, ==, 2);
  g_assert_cmpstr (find (person_file, &mina)->status, ==, STILE_REFERRAL_SENT);
  g_assert_cmpstr (stile_case_find_referral (person_file, other)->status, ==,
                   STILE_REFERRAL_DRAFT);
}

/* ---- The agreement ---- */

static void
test_nothing_is_sent_without_agreement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (Mina) mina = mina_new (fixture);
  const StileReferralStep sent = { .status = STILE_REFERRAL_SENT, .how = "By post" };

  fixture_assert_refused (step (fixture, &mina, &sent, &error), &error,
                          STILE_CASEWORK_ERROR_STATE, "agreed");
  agree (fixture, &mina);
  g_assert_true (step (fixture, &mina, &sent, &error));
}

static void
test_agreement_is_kept_as_it_was_seen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (Mina) mina = mina_new (fixture);
  const StilePerson changed = { .name = (char *) "Wilhelmina" };
  g_autoptr (StileCase) person_file = NULL;
  const StileAgreement *agreement;

  agree (fixture, &mina);
  stile_casework_change_person (fixture->casework, mina.case_id, &changed, &error);
  g_assert_no_error (error);
  person_file = fixture_load (fixture, mina.case_id);
  agreement = find (person_file, &mina)->agreement;

  g_assert_cmpstr (agreement->values[STILE_SHARE_NAME], ==, "Mina");
  g_assert_null (agreement->values[STILE_SHARE_NEED]);
  g_assert_cmpstr (agreement->adviser, ==, FIXTURE_ADVISER);
}

/* What ends it: taking it back, another service, an end of the referral that is opened again. */
static void
test_agreement_that_counts_no_more (Fixture *fixture, gconstpointer data)
{
  const StileReferralService other = { .name = (char *) "The Day Desk" };
  const StileReferralStep sent = { .status = STILE_REFERRAL_SENT, .how = "By post" };

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (Mina) mina = mina_new (fixture);

      agree (fixture, &mina);
      if (i == 0)
        stile_casework_record_agreement (fixture->casework, mina.case_id, mina.referral_id, NULL,
                                         &error);
      else if (i == 1)
        stile_casework_choose_service (fixture->casework, mina.case_id, mina.referral_id, &other,
                                       &error);
      g_assert_no_error (error);
      if (i == 2)
        {
          go (fixture, &mina, STILE_REFERRAL_WITHDRAWN);
          go (fixture, &mina, STILE_REFERRAL_DRAFT);
        }
      fixture_assert_refused (step (fixture, &mina, &sent, &error), &error,
                              STILE_CASEWORK_ERROR_STATE, "agreed");
    }
}

static void
test_agreement_refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (Mina) mina = mina_new (fixture);
  g_autofree char *without_service
      = fixture_refer (fixture, mina.case_id, mina.assessment_id, "housing-advice", NULL);
  const char *nothing[STILE_N_SHARES] = { " " };
  const char *name[STILE_N_SHARES] = { "Mina" };

  fixture_assert_refused (stile_casework_record_agreement (fixture->casework, mina.case_id,
                                                           mina.referral_id, nothing, &error),
                          &error, STILE_CASEWORK_ERROR_INPUT, "what may be shared");
  fixture_assert_refused (stile_casework_record_agreement (fixture->casework, mina.case_id,
                                                           without_service, name, &error),
                          &error, STILE_CASEWORK_ERROR_STATE, "service first");
  go (fixture, &mina, STILE_REFERRAL_WITHDRAWN);
  fixture_assert_refused (stile_casework_record_agreement (fixture->casework, mina.case_id,
                                                           mina.referral_id, name, &error),
                          &error, STILE_CASEWORK_ERROR_STATE, "not open");
}

static void
test_what_the_record_proposes_to_share (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (Mina) mina = mina_new (fixture);
  const StilePerson person = {
    .name = (char *) "Mina", .language = (char *) "pl", .interpreter = TRUE,
    .needs = (char *) "Short sentences",
  };
  static const char *const wanted[STILE_N_SHARES] = {
    [STILE_SHARE_NAME] = "Mina",
    [STILE_SHARE_LANGUAGE] = "Polish",
    [STILE_SHARE_COMMUNICATION] = "needs an interpreter; Short sentences",
    [STILE_SHARE_NEED] = "Housing advice",
    [STILE_SHARE_CATEGORY] = "Close support",
  };
  g_autoptr (StileCase) person_file = NULL;

  stile_casework_change_person (fixture->casework, mina.case_id, &person, &error);
  stile_casework_decide (fixture->casework, mina.case_id, mina.assessment_id, "close", NULL,
                         &error);
  g_assert_no_error (error);
  person_file = fixture_load (fixture, mina.case_id);
  for (guint i = 0; i < STILE_N_SHARES; i++)
    {
      g_autofree char *value = stile_case_dup_share (person_file, find (person_file, &mina), i);
      g_assert_cmpstr (value, ==, wanted[i]);
    }
}

static void
test_shares_have_names (void)
{
  for (guint i = 0; i < STILE_N_SHARES; i++)
    {
      StileShare share;

      g_assert_true (stile_share_from_string (stile_share_to_string (i), &share));
      g_assert_cmpuint (share, ==, i);
      g_assert_cmpstr (stile_share_get_words (i), !=, stile_share_to_string (i));
    }
  g_assert_false (stile_share_from_string ("diagnosis", &(StileShare){ 0 }));
}

/* ---- Steps ---- */

static const char *const all[] = {
  STILE_REFERRAL_DRAFT,    STILE_REFERRAL_SENT,    STILE_REFERRAL_NO_REPLY,
  STILE_REFERRAL_ACCEPTED, STILE_REFERRAL_STARTED, STILE_REFERRAL_FINISHED,
  STILE_REFERRAL_DECLINED, STILE_REFERRAL_WITHDRAWN,
};

/* Rows: from; columns: to; in the order above. */
static const char *const allowed[] = {
  "-s-----w", "--nas-dw", "-s-as-dw", "----s-dw", "-----f--", "----s---", "d-------", "d-------",
};

/* A way to each state. */
static void
bring_to (Fixture *fixture, const Mina *mina, guint state)
{
  agree (fixture, mina);
  if (state == 7)
    go (fixture, mina, STILE_REFERRAL_WITHDRAWN);
  if (state == 0 || state == 7)
    return;
  go (fixture, mina, STILE_REFERRAL_SENT);
  if (state == 2 || state == 3 || state == 6)
    go (fixture, mina, all[state]);
  if (state == 4 || state == 5)
    go (fixture, mina, STILE_REFERRAL_STARTED);
  if (state == 5)
    go (fixture, mina, STILE_REFERRAL_FINISHED);
}

static void
test_every_step (Fixture *fixture, gconstpointer data)
{
  for (guint from = 0; from < G_N_ELEMENTS (all); from++)
    {
      for (guint to = 0; to < G_N_ELEMENTS (all); to++)
        {
          g_autoptr (GError) error = NULL;
          g_auto (Mina) mina = mina_new (fixture);
          const StileReferralStep wanted = { all[to], "They rang.", "By post", "partly", NULL };
          g_autoptr (StileCase) person_file = NULL;

          bring_to (fixture, &mina, from);
          g_test_message ("%s to %s", all[from], all[to]);
          if (allowed[from][to] == '-')
            {
              fixture_assert_refused (step (fixture, &mina, &wanted, &error), &error,
                                      STILE_CASEWORK_ERROR_STATE, "cannot go");
              continue;
            }
          g_assert_true (step (fixture, &mina, &wanted, &error));
          person_file = fixture_load (fixture, mina.case_id);
          g_assert_cmpstr (find (person_file, &mina)->status, ==, all[to]);
        }
    }
}

static void
test_next_steps_are_those_allowed (void)
{
  for (guint from = 0; from < G_N_ELEMENTS (all); from++)
    {
      g_autofree const char **next = stile_referral_status_list_next (all[from]);

      for (guint to = 0; to < G_N_ELEMENTS (all); to++)
        g_assert_cmpint (g_strv_contains (next, all[to]), ==, allowed[from][to] != '-');
    }
}

static void
test_what_a_step_needs (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint from;
    StileReferralStep step;
    const char *words;
  } table[] = {
    { 0, { .status = STILE_REFERRAL_SENT, .how = " " }, "how it was sent" },
    { 1, { .status = STILE_REFERRAL_DECLINED }, "reason" },
    { 4, { .status = STILE_REFERRAL_FINISHED }, "how it ended" },
    { 4, { .status = STILE_REFERRAL_FINISHED, .outcome = "fine" }, "how it ended" },
    { 5, { .status = STILE_REFERRAL_STARTED }, "reason" },
    { 7, { .status = STILE_REFERRAL_DRAFT, .note = "" }, "reason" },
    { 0, { .status = "lost" }, "how the referral went" },
    { 0, { .status = NULL }, "how the referral went" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (Mina) mina = mina_new (fixture);

      bring_to (fixture, &mina, table[i].from);
      fixture_assert_refused (step (fixture, &mina, &table[i].step, &error), &error,
                              STILE_CASEWORK_ERROR_INPUT, table[i].words);
    }
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_auto (Mina) mina = mina_new (fixture);
  g_autoptr (StileCase) person_file = NULL;
  StileReferralStep wanted = { .status = STILE_REFERRAL_SENT, .how = "By post" };
  const StileReferral *referral;
  const StileEvent *newest;
  g_autofree char *told = NULL;
  GDate today, day;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));
  agree (fixture, &mina);
  day = today;
  wanted.day = &day;
  g_date_add_days (&day, 1);
  fixture_assert_refused (step (fixture, &mina, &wanted, &error), &error,
                          STILE_CASEWORK_ERROR_INPUT, "after today");
  g_date_subtract_days (&day, 10);
  g_assert_true (step (fixture, &mina, &wanted, &error));
  wanted.status = STILE_REFERRAL_STARTED;
  g_date_subtract_days (&day, 1);
  fixture_assert_refused (step (fixture, &mina, &wanted, &error), &error,
                          STILE_CASEWORK_ERROR_INPUT, "step before");
  g_date_add_days (&day, 5);
  g_assert_true (step (fixture, &mina, &wanted, &error));

  person_file = fixture_load (fixture, mina.case_id);
  told = stile_words_dup_date (&day);
  newest = g_ptr_array_index (person_file->events, 0);
  g_assert_true (g_str_has_prefix (newest->text, told));
  referral = find (person_file, &mina);
  g_assert_cmpint (g_date_days_between (&referral->sent, &today), ==, 9);
  g_assert_cmpint (g_date_days_between (&referral->sent, &referral->accepted), ==, 4);
  g_assert_cmpint (g_date_days_between (&referral->sent, &referral->started), ==, 4);
  g_assert_false (g_date_valid (&referral->finished));
  g_assert_cmpstr (referral->sent_by, ==, FIXTURE_ADVISER);
  g_assert_cmpstr (referral->sent_how, ==, "By post");
}

static void
test_service_of_a_sent_referral_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (Mina) mina = mina_new (fixture);
  const StileReferralService other = { .name = (char *) "The Day Desk" };

  bring_to (fixture, &mina, 1);
  fixture_assert_refused (stile_casework_choose_service (fixture->casework, mina.case_id,
                                                         mina.referral_id, &other, &error),
                          &error, STILE_CASEWORK_ERROR_STATE, "sent already");
}

static void
test_service_is_chosen_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (Mina) mina = mina_new (fixture);
  const StileReferralService none = { .name = (char *) "" };
  const StileReferralService other = { .name = (char *) "The Day Desk" };
  const StileReferralStep sent = { .status = STILE_REFERRAL_SENT, .how = "By post" };
  g_autoptr (StileCase) person_file = NULL;

  g_free (mina.referral_id);
  mina.referral_id
      = fixture_refer (fixture, mina.case_id, mina.assessment_id, "housing-advice", NULL);
  fixture_assert_refused (step (fixture, &mina, &sent, &error), &error,
                          STILE_CASEWORK_ERROR_STATE, "service");
  fixture_assert_refused (stile_casework_choose_service (fixture->casework, mina.case_id,
                                                         mina.referral_id, &none, &error),
                          &error, STILE_CASEWORK_ERROR_INPUT, "name of the service");
  stile_casework_choose_service (fixture->casework, mina.case_id, mina.referral_id, &other,
                                 &error);
  g_assert_no_error (error);

  person_file = fixture_load (fixture, mina.case_id);
  g_assert_cmpstr (find (person_file, &mina)->service, ==, "The Day Desk");
}

/* Books of before knew five words, and no status in the first entry. */
static void
test_older_books (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *before;
    const char *now;
    gboolean is_sent;
  } table[] = {
    { NULL, STILE_REFERRAL_SENT, TRUE },
    { "made", STILE_REFERRAL_SENT, TRUE },
    { "suggested", STILE_REFERRAL_DRAFT, FALSE },
    { "taken-up", STILE_REFERRAL_STARTED, TRUE },
    { "not-taken-up", STILE_REFERRAL_DECLINED, TRUE },
    { "withdrawn", STILE_REFERRAL_WITHDRAWN, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (Mina) mina = mina_new (fixture);
      g_autofree char *made
          = g_strdup_printf ("{\"assessment\": \"%s\", \"referral\": \"housing-advice\","
                             " \"label\": \"Housing\", \"service\": \"Old Desk\"}",
                             mina.assessment_id);
      g_autofree char *status = NULL;
      g_autoptr (StileCase) person_file = NULL;
      const StileReferral *referral;

      append (fixture, mina.case_id, "referral", made);
      person_file = fixture_load (fixture, mina.case_id);
      g_free (mina.referral_id);
      referral = g_ptr_array_index (person_file->referrals, 0);
      mina.referral_id = g_strdup (referral->id);
      status = g_strdup_printf ("{\"referral\": \"%s\", \"status\": \"%s\"}",
                                mina.referral_id, table[i].before);
      if (table[i].before)
        append (fixture, mina.case_id, "referral-status", status);

      g_clear_pointer (&person_file, stile_case_free);
      person_file = fixture_load (fixture, mina.case_id);
      referral = find (person_file, &mina);
      g_assert_cmpstr (referral->status, ==, table[i].now);
      g_assert_cmpint (g_date_valid (&referral->sent), ==, table[i].is_sent);
      g_assert_cmpstr (referral->service, ==, "Old Desk");
    }
}

static void
test_entries_that_make_no_sense (Fixture *fixture, gconstpointer data)
{
  g_auto (Mina) mina = mina_new (fixture);
  static const char *const kinds[] = { "agreement", "referral-status" };
  g_autofree char *bare = g_strdup_printf ("{\"referral\": \"%s\"}", mina.referral_id);
  g_autofree char *wrong = g_strdup_printf (
      "{\"referral\": \"%s\", \"given\": true, \"share\": [1], \"status\": 7, \"day\": \"x\"}",
      mina.referral_id);
  g_autoptr (StileCase) person_file = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      append (fixture, mina.case_id, kinds[i], "{\"referral\": \"x\"}");
      append (fixture, mina.case_id, kinds[i], bare);
      append (fixture, mina.case_id, kinds[i], wrong);
    }
  person_file = fixture_load (fixture, mina.case_id);

  g_assert_cmpstr (find (person_file, &mina)->status, ==, STILE_REFERRAL_DRAFT);
  g_assert_null (find (person_file, &mina)->agreement->values[STILE_SHARE_NAME]);
}

static void
test_status_of_a_newer_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (Mina) mina = mina_new (fixture);
  const StileReferralStep sent = { .status = STILE_REFERRAL_SENT, .how = "By post" };
  g_autofree char *status
      = g_strdup_printf ("{\"referral\": \"%s\", \"status\": \"passed-on\"}",
                         mina.referral_id);

  append (fixture, mina.case_id, "referral-status", status);
  g_assert_cmpstr (stile_referral_status_get_words ("passed-on"), ==, "passed-on");
  g_assert_false (stile_referral_status_is_open ("passed-on"));
  fixture_assert_refused (step (fixture, &mina, &sent, &error), &error,
                          STILE_CASEWORK_ERROR_STATE, "cannot go");
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (Mina) mina = mina_new (fixture);
  const StileReferralStep sent = { .status = STILE_REFERRAL_SENT, .how = "By post" };

  fixture_assert_refused (stile_casework_refer (fixture->casework, mina.case_id,
                                                mina.assessment_id, "nonsense", NULL, NULL, &error),
                          &error, STILE_CASEWORK_ERROR_INPUT, "referrals");
  fixture_assert_refused (stile_casework_step_referral (fixture->casework, mina.case_id,
                                                        mina.case_id, &sent, &error),
                          &error, STILE_CASEWORK_ERROR_UNKNOWN, "no such referral");
}

/* The book has it in the form's own language; whoever reads it, in theirs. */
static void
test_label_follows_the_language (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");
  g_autofree char *id
      = fixture_refer (fixture, case_id, assessment_id, "housing-advice", "The Night Desk");
  g_autoptr (StileCase) english = fixture_load (fixture, case_id);
  g_autoptr (StileSpoken) spoken = stile_words_speak ("pl");
  g_autoptr (StileCase) polish = fixture_load (fixture, case_id);
  const StileEvent *newest = g_ptr_array_index (polish->events, 0);

  g_assert_cmpstr (stile_case_find_referral (english, id)->label, ==, "Housing advice");
  g_assert_cmpstr (stile_case_find_referral (polish, id)->label, ==, "Porada mieszkaniowa");
  g_assert_true (g_str_has_suffix (newest->title, ": Porada mieszkaniowa"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  clock_set_to_noon ();
  fixture_add ("/referral/refer", test_refer);
  fixture_add ("/referral/several", test_several);
  fixture_add ("/referral/nothing-is-sent-without-agreement",
               test_nothing_is_sent_without_agreement);
  fixture_add ("/referral/agreement-is-kept-as-it-was-seen", test_agreement_is_kept_as_it_was_seen);
  fixture_add ("/referral/agreement-that-counts-no-more", test_agreement_that_counts_no_more);
  fixture_add ("/referral/agreement-refusals", test_agreement_refusals);
  fixture_add ("/referral/what-the-record-proposes", test_what_the_record_proposes_to_share);
  g_test_add_func ("/referral/shares-have-names", test_shares_have_names);
  fixture_add ("/referral/every-step", test_every_step);
  g_test_add_func ("/referral/next-steps", test_next_steps_are_those_allowed);
  fixture_add ("/referral/what-a-step-needs", test_what_a_step_needs);
  fixture_add ("/referral/days", test_days);
  fixture_add ("/referral/service-of-a-sent-referral-stays",
               test_service_of_a_sent_referral_stays);
  fixture_add ("/referral/service-is-chosen-later", test_service_is_chosen_later);
  fixture_add ("/referral/older-books", test_older_books);
  fixture_add ("/referral/entries-that-make-no-sense", test_entries_that_make_no_sense);
  fixture_add ("/referral/status-of-a-newer-program", test_status_of_a_newer_program);
  fixture_add ("/referral/refusals", test_refusals);
  fixture_add ("/referral/label-follows-the-language", test_label_follows_the_language);
  return g_test_run ();
}
