// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/referral/referral-words.h"
#include "words.h"

static StileAgreement agreement = { .adviser = (char *) "Anna" };

static GDateTime *
noon (void)
{
  return g_date_time_new_local (2026, 11, 22, 12, 0, 0);
}

static GDate
november (GDateDay day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, G_DATE_NOVEMBER, 2026);
  return date;
}

static void
test_describe (void)
{
  g_autoptr (GDateTime) now = noon ();
  const StileReferral referral = {
    .status = (char *) STILE_REFERRAL_SENT,
    .status_day = november (21),
    .service = (char *) "The Advice Centre",
    .status_note = (char *) "They will call.",
    .sent_how = (char *) "By post",
  };
  g_autofree char *words = stile_referral_describe (&referral, now);

  g_assert_cmpstr (words, ==,
                   "Sent, no answer yet · Yesterday · By post · The Advice Centre\n"
                   "They will call.");
}

/* What somebody wrote in English stays on the side of an Arabic page. */
static void
test_note_keeps_to_its_side (void)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("ar");
  g_autoptr (GDateTime) now = noon ();
  const StileReferral referral = {
    .status = (char *) STILE_REFERRAL_ACCEPTED,
    .status_day = november (21),
    .status_note = (char *) "First meeting on Monday.",
  };
  g_autofree char *words = stile_referral_describe (&referral, now);

  g_assert_true (g_str_has_suffix (words, "\n\u200F\u2068First meeting on Monday.\u2069"));
}

static void
test_describe_the_end (void)
{
  g_autoptr (GDateTime) now = noon ();
  const StileReferral referral = {
    .status = (char *) STILE_REFERRAL_FINISHED,
    .status_day = november (3),
    .outcome = (char *) "helped",
  };
  g_autofree char *words = stile_referral_describe (&referral, now);

  g_assert_cmpstr (words, ==, "Finished: It helped · 3 November");
}

static void
test_next (void)
{
  const struct
  {
    const char *status;
    const char *service;
    StileAgreement *agreement;
    const char *words;
  } cases[] = {
    { STILE_REFERRAL_DRAFT, NULL, NULL, "Choose a service" },
    { STILE_REFERRAL_DRAFT, "Advice", NULL, "Ask the person" },
    { STILE_REFERRAL_DRAFT, "Advice", &agreement, "Send it" },
    { STILE_REFERRAL_SENT, "Advice", &agreement, "Note the answer" },
    { STILE_REFERRAL_NO_REPLY, "Advice", &agreement, "Ask again" },
    { STILE_REFERRAL_ACCEPTED, "Advice", &agreement, "Note the start" },
    { STILE_REFERRAL_STARTED, "Advice", &agreement, "Note how it ended" },
    { STILE_REFERRAL_FINISHED, "Advice", &agreement, "See" },
    { STILE_REFERRAL_DECLINED, "Advice", NULL, "See" },
    { "new-kind", "Advice", NULL, "See" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StileReferral referral = { .status = (char *) cases[i].status,
                                       .service = (char *) cases[i].service,
                                       .agreement = cases[i].agreement };

      g_assert_cmpstr (stile_referral_get_next_words (&referral), ==, cases[i].words);
    }
}

/* The words on its button tell which step it is. */
static void
test_every_step_has_words_of_its_own (void)
{
  const char *const statuses[]
    = { STILE_REFERRAL_DRAFT,    STILE_REFERRAL_SENT,    STILE_REFERRAL_NO_REPLY,
        STILE_REFERRAL_ACCEPTED, STILE_REFERRAL_STARTED, STILE_REFERRAL_FINISHED,
        STILE_REFERRAL_DECLINED, STILE_REFERRAL_WITHDRAWN };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree const char **next = stile_referral_status_list_next (statuses[i]);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint j = 0; next[j] != NULL; j++)
        {
          const char *words = stile_referral_step_get_words (statuses[i], next[j]);

          g_assert_cmpstr (words, !=, next[j]);
          g_assert_true (g_hash_table_add (seen, (gpointer) words));
        }
    }
}

static void
test_agreed (void)
{
  g_autoptr (GDateTime) now = noon ();
  const StileReferral asked = { .agreement = &agreement };
  const StileReferral not_asked = { .agreement = NULL };
  g_autofree char *words = NULL;

  agreement.day = november (22);
  words = stile_referral_dup_agreed (&asked, now);
  g_assert_cmpstr (words, ==, "The person agreed to this. Today, asked by Anna.");
  g_assert_null (stile_referral_dup_agreed (&not_asked, now));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/referral-words/describe", test_describe);
  g_test_add_func ("/referral-words/note-keeps-to-its-side", test_note_keeps_to_its_side);
  g_test_add_func ("/referral-words/describe-the-end", test_describe_the_end);
  g_test_add_func ("/referral-words/next", test_next);
  g_test_add_func ("/referral-words/every-step-has-words-of-its-own",
                   test_every_step_has_words_of_its_own);
  g_test_add_func ("/referral-words/agreed", test_agreed);
  return g_test_run ();
}
