// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The plan says what was agreed and what comes next, and nothing that could harm who carries it. */

#include "document.h"
#include "fixture.h"
#include "made-up-catalogue.h"

typedef enum
{
  GENERAL,
  WITH_PRIVATE,
} Contents;

static StileDocument *
new_plan (Fixture *fixture, const char *case_id, const char *language, Contents contents)
{
  g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);
  const StileAssessment *assessment = g_ptr_array_index (person_file->assessments, 0);
  g_autoptr (StileInterview) interview = stile_assessment_new_interview (assessment, NULL);
  g_autoptr (StileResult) result = stile_result_new (interview);

  if (contents == WITH_PRIVATE)
    return stile_plan_new_with_private (fixture->casework, person_file, assessment, result,
                                        language);

  return stile_plan_new (fixture->casework, person_file, assessment, result, language);
}

static char *
dup_text (const StileDocument *document)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stile_document_get_n_paragraphs (document); i++)
    g_string_append_printf (text, "%s\n", stile_document_get_paragraph (document, i, NULL, NULL));
  return g_string_free (text, FALSE);
}

static char *
plan_text (Fixture *fixture, const char *case_id, Contents contents)
{
  g_autoptr (StileDocument) plan = new_plan (fixture, case_id, "en", contents);

  return dup_text (plan);
}

/* A person who slept nowhere and is afraid of someone. */
static char *
assess (Fixture *fixture, const char *name, const char *afraid, char **assessment_id)
{
  char *case_id = fixture_open_case (fixture, name);

  *assessment_id = fixture_start (fixture, case_id);
  fixture_answer (fixture, case_id, *assessment_id, "sleep", "friends");
  fixture_answer (fixture, case_id, *assessment_id, "words", "My brother must not know.");
  fixture_answer (fixture, case_id, *assessment_id, "afraid", afraid);
  fixture_finish (fixture, case_id, *assessment_id);
  return case_id;
}

static void
decide (Fixture *fixture, const char *case_id, const char *assessment_id, const char *decided,
        const char *reason)
{
  g_autoptr (GError) error = NULL;

  stile_casework_decide (fixture->casework, case_id, assessment_id, decided, reason, &error);
  g_assert_no_error (error);
}

static char *
refer (Fixture *fixture, const char *case_id, const char *assessment_id, const char *referral)
{
  return fixture_send (fixture, case_id, assessment_id, referral, "The Night Desk");
}

static void
assert_holds (const char *text, const char *words)
{
  g_test_message ("with: %s", words);
  g_assert_nonnull (strstr (text, words));
}

static void
assert_lacks (const char *text, const char *words)
{
  g_test_message ("without: %s", words);
  g_assert_null (strstr (text, words));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "no", &assessment_id);
  g_autoptr (StileDocument) plan = new_plan (fixture, case_id, "en", GENERAL);

  g_assert_cmpstr (stile_document_get_title (plan), ==, "Your plan");
  g_assert_cmpstr (stile_document_get_language (plan), ==, "en");
}

static void
test_before_the_decision (Fixture *fixture, gconstpointer data)
{
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "no", &assessment_id);
  g_autofree char *text = plan_text (fixture, case_id, GENERAL);

  assert_holds (text, "Mina Storey");
  assert_holds (text, "What we suggest");
  assert_holds (text, "Light support");
  assert_holds (text, "We meet when you ask.");
  assert_holds (text, "Housing advice");
  assert_lacks (text, "What we agreed");
}

static void
test_after_the_decision (Fixture *fixture, gconstpointer data)
{
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "no", &assessment_id);
  g_autofree char *referral_id = NULL;
  g_autofree char *text = NULL;

  decide (fixture, case_id, assessment_id, "close", "She is in debt to her brother");
  referral_id = refer (fixture, case_id, assessment_id, "housing-advice");
  text = plan_text (fixture, case_id, GENERAL);

  assert_holds (text, "What we agreed");
  assert_holds (text, "Close support");
  assert_holds (text, "Housing advice");
  assert_holds (text, "The Night Desk");
  assert_holds (text, FIXTURE_ADVISER);
  assert_lacks (text, "Light support");
  assert_lacks (text, "brother");
}

/* Decided: what was not arranged is not promised. */
static void
test_only_what_was_arranged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "no", &assessment_id);
  g_autofree char *text = NULL;

  decide (fixture, case_id, assessment_id, "light", NULL);
  text = plan_text (fixture, case_id, GENERAL);

  assert_lacks (text, "Housing advice");
}

static void
test_withdrawn_referral (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "no", &assessment_id);
  g_autofree char *referral_id = NULL;
  g_autofree char *text = NULL;

  decide (fixture, case_id, assessment_id, "light", NULL);
  referral_id = refer (fixture, case_id, assessment_id, "housing-advice");
  fixture_step (fixture, case_id, referral_id, STILE_REFERRAL_WITHDRAWN);
  text = plan_text (fixture, case_id, GENERAL);

  assert_lacks (text, "Night Desk");
}

static void
test_leaves_out_what_is_private (Fixture *fixture, gconstpointer data)
{
  static const char *const private_words[] = {
    "Safety at home",
    "A safe place to go",
    "You said that you are afraid",
    "Not safe",
    "Danger at home",
    "Talk alone",
    "Are you afraid",
    "brother",
    "A note",
    "Call the night",
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "yes", &assessment_id);
  g_autofree char *referral_id = NULL;
  g_autofree char *suggested = plan_text (fixture, case_id, GENERAL);
  g_autofree char *agreed = NULL;

  stile_casework_save_note (fixture->casework, case_id, assessment_id, "afraid", "A note", &error);
  g_assert_no_error (error);
  decide (fixture, case_id, assessment_id, "light", NULL);
  referral_id = refer (fixture, case_id, assessment_id, "safe-place");
  agreed = plan_text (fixture, case_id, GENERAL);

  for (guint i = 0; i < G_N_ELEMENTS (private_words); i++)
    {
      assert_lacks (suggested, private_words[i]);
      assert_lacks (agreed, private_words[i]);
    }
}

/* Whoever finds the paper cannot tell from it what was answered to the sensitive question. */
static void
test_same_paper_whatever_was_said (Fixture *fixture, gconstpointer data)
{
  g_autofree char *assessment_id = NULL;
  g_autofree char *other_assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "yes", &assessment_id);
  g_autofree char *other_case_id = assess (fixture, "Mina Storey", "no", &other_assessment_id);
  g_autofree char *text = plan_text (fixture, case_id, GENERAL);
  g_autofree char *other_text = plan_text (fixture, other_case_id, GENERAL);

  g_assert_cmpstr (text, ==, other_text);
}

static void
test_private_if_asked_for (Fixture *fixture, gconstpointer data)
{
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "yes", &assessment_id);
  g_autofree char *text = plan_text (fixture, case_id, WITH_PRIVATE);

  assert_holds (text, "Safety at home");
  assert_holds (text, "A safe place to go");
  assert_lacks (text, "Danger at home");
  assert_lacks (text, "brother");
}

static guint
find_paragraph (const StileDocument *document, const char *words)
{
  for (guint i = 0; i < stile_document_get_n_paragraphs (document); i++)
    {
      if (strstr (stile_document_get_paragraph (document, i, NULL, NULL), words))
        return i;
    }

  g_assert_not_reached ();
}

static void
test_urgent_comes_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "yes", &assessment_id);
  g_autoptr (StileDocument) plan = new_plan (fixture, case_id, "en", WITH_PRIVATE);

  g_assert_cmpuint (find_paragraph (plan, "First of all"), <,
                    find_paragraph (plan, "A safe place to go"));
  g_assert_cmpuint (find_paragraph (plan, "A safe place to go"), <,
                    find_paragraph (plan, "What happens next"));
  g_assert_cmpuint (find_paragraph (plan, "What happens next"), <,
                    find_paragraph (plan, "Housing advice"));
}

static void
test_danger_line_is_on_every_plan (Fixture *fixture, gconstpointer data)
{
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "no", &assessment_id);
  g_autofree char *text = plan_text (fixture, case_id, GENERAL);

  assert_holds (text, "call 999");
  assert_holds (text, "more than is on this paper");
}

static void
test_what_goes_well (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina Storey");
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "home");
  g_autofree char *text = plan_text (fixture, case_id, WITH_PRIVATE);

  assert_holds (text, "What goes well\nHousing");
  assert_lacks (text, "Safety at home"); /* nobody answered there */
}

static void
test_whom_to_call (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const StileReferralService service
      = { .name = (char *) "The Day Desk", .contact = (char *) "Ask for Jo, 01632 960 144" };
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "no", &assessment_id);
  g_autofree char *referral_id = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  stile_casework_refer (fixture->casework, case_id, assessment_id, "housing-advice", &service,
                        &referral_id, &error);
  g_assert_no_error (error);
  before = plan_text (fixture, case_id, GENERAL);
  fixture_agree (fixture, case_id, referral_id, STILE_SHARE_NAME, "Mina");
  fixture_step (fixture, case_id, referral_id, STILE_REFERRAL_SENT);
  after = plan_text (fixture, case_id, GENERAL);

  assert_holds (before, "Your adviser will ask: \u2068The Day Desk");
  assert_lacks (before, "01632 960 144");
  assert_holds (after, "Your adviser has asked: \u2068The Day Desk");
  assert_holds (after, "You can call them: \u2068Ask for Jo, 01632 960 144");
}

/* The centre's words, but not what they are for; those for a private matter only where asked. */
static void
test_help_right_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina Storey");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autofree char *general = NULL;
  g_autofree char *private = NULL;

  fixture_answer (fixture, case_id, assessment_id, "sleep", "nowhere");
  fixture_answer (fixture, case_id, assessment_id, "afraid", "yes");
  fixture_finish (fixture, case_id, assessment_id);
  stile_casework_put_alert_words (fixture->casework, fixture->form, &fixture->form->alerts[0],
                                  "Night desk 01632 960 155", &error);
  stile_casework_put_alert_words (fixture->casework, fixture->form, &fixture->form->alerts[1],
                                  "Refuge 01632 960 166", &error);
  g_assert_no_error (error);
  general = plan_text (fixture, case_id, GENERAL);
  private = plan_text (fixture, case_id, WITH_PRIVATE);

  assert_holds (general, "Help right away\nNight desk 01632 960 155");
  assert_lacks (general, "Refuge");
  assert_lacks (general, "Nowhere to sleep");
  assert_holds (private, "Refuge 01632 960 166");
}

static void
test_arabic (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *language;
  } table[] = {
    { "دعم خفيف", "ar" },
    { "نلتقي متى شئت.", "ar" },
    { "Housing advice", "en" },  /* the form has no translation of it */
    { "What we suggest", "en" }, /* nor has the catalogue */
    { "أمل الحكاية", "en" },     /* under a title that is not translated */
  };
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "أمل الحكاية", "no", &assessment_id);
  g_autoptr (StileDocument) plan = new_plan (fixture, case_id, "ar", GENERAL);

  g_assert_cmpstr (stile_document_get_language (plan), ==, "ar");
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const char *language;

      stile_document_get_paragraph (plan, find_paragraph (plan, table[i].words), NULL, &language);
      g_assert_cmpstr (language, ==, table[i].language);
    }
}

static void
test_no_language (Fixture *fixture, gconstpointer data)
{
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "no", &assessment_id);
  g_autoptr (StileDocument) plan = new_plan (fixture, case_id, NULL, GENERAL);

  g_assert_cmpstr (stile_document_get_language (plan), ==, "en");
}

static void
test_words_of_the_language_and_that_it_is_a_draft (Fixture *fixture, gconstpointer data)
{
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "no", &assessment_id);
  g_autoptr (StileDocument) plan = new_plan (fixture, case_id, "pl", GENERAL);
  g_autofree char *text = dup_text (plan);
  g_autofree char *english = plan_text (fixture, case_id, GENERAL);

  g_assert_true (g_str_has_prefix (text, "Twój plan\n"));
  g_assert_nonnull (strstr (text, "This translation is a draft."));
  g_assert_null (strstr (english, "This translation is a draft."));
}

/* The program has no words of that language to be a draft, but the form has. */
static void
test_that_the_form_is_a_draft (Fixture *fixture, gconstpointer data)
{
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "no", &assessment_id);
  g_autoptr (StileDocument) plan = new_plan (fixture, case_id, "ar", GENERAL);
  g_autofree char *text = dup_text (plan);

  g_assert_nonnull (strstr (text, "This translation is a draft."));
}

static void
test_pdf_names_nobody_in_its_fields (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *assessment_id = NULL;
  g_autofree char *case_id = assess (fixture, "Mina Storey", "no", &assessment_id);
  g_autoptr (StileDocument) plan = new_plan (fixture, case_id, "en", GENERAL);
  g_autofree char *path = g_build_filename (fixture->folder, "plan.pdf", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  stile_document_write_pdf (plan, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);

  g_assert_cmpint (memcmp (bytes, "%PDF-", 5), ==, 0);
  g_assert_nonnull (memmem (bytes, length, "/Title (Your plan)", 18));
  g_assert_null (memmem (bytes, length, "Storey", 6));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  made_up_catalogue_install ("pl", NULL, "msgid \"Your plan\"\nmsgstr \"Twój plan\"\n");
  fixture_add ("/plan/new", test_new);
  fixture_add ("/plan/before-the-decision", test_before_the_decision);
  fixture_add ("/plan/after-the-decision", test_after_the_decision);
  fixture_add ("/plan/only-what-was-arranged", test_only_what_was_arranged);
  fixture_add ("/plan/withdrawn-referral", test_withdrawn_referral);
  fixture_add ("/plan/leaves-out-what-is-private", test_leaves_out_what_is_private);
  fixture_add ("/plan/same-paper-whatever-was-said", test_same_paper_whatever_was_said);
  fixture_add ("/plan/private-if-asked-for", test_private_if_asked_for);
  fixture_add ("/plan/urgent-comes-first", test_urgent_comes_first);
  fixture_add ("/plan/danger-line-is-on-every-plan", test_danger_line_is_on_every_plan);
  fixture_add ("/plan/what-goes-well", test_what_goes_well);
  fixture_add ("/plan/whom-to-call", test_whom_to_call);
  fixture_add ("/plan/help-right-away", test_help_right_away);
  fixture_add ("/plan/arabic", test_arabic);
  fixture_add ("/plan/no-language", test_no_language);
  fixture_add ("/plan/words-of-the-language-and-that-it-is-a-draft",
               test_words_of_the_language_and_that_it_is_a_draft);
  fixture_add ("/plan/that-the-form-is-a-draft", test_that_the_form_is_a_draft);
  fixture_add ("/plan/pdf-names-nobody", test_pdf_names_nobody_in_its_fields);
  return g_test_run ();
}
