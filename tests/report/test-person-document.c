// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Everything held about a person, to read: nothing is left out. */

#include <glib/gstdio.h>

#include "audit.h"
#include "document.h"
#include "fixture.h"
#include "made-up-catalogue.h"
#include "person-document.h"

static char *
dup_text (Fixture *fixture, const char *case_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileDocument) document
      = stile_person_document_new (fixture->casework, case_id, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < stile_document_get_n_paragraphs (document); i++)
    g_string_append_printf (text, "%s\n", stile_document_get_paragraph (document, i, NULL, NULL));
  return g_string_free (text, FALSE);
}

static void
assert_holds (const char *text, const char *words)
{
  g_test_message ("with: %s", words);
  g_assert_nonnull (strstr (text, words));
}

/* A record with something in every part of it. */
static char *
fill (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StilePerson person = { .name = (char *) "Mina Storey", .reference = (char *) "D-12",
                         .language = (char *) "pl", .larger_text = TRUE,
                         .needs = (char *) "Sits near the door" };
  g_autofree char *assessment_id = NULL;
  g_autofree char *referral_id = NULL;
  char *case_id = NULL;

  stile_casework_open_case (fixture->casework, &person, &case_id, &error);
  stile_casework_record_consent (fixture->casework, case_id, TRUE, FIXTURE_NOTICE, &error);
  assessment_id = fixture_start (fixture, case_id);
  fixture_answer (fixture, case_id, assessment_id, "sleep", "nowhere");
  fixture_answer (fixture, case_id, assessment_id, "nights", "12");
  fixture_answer (fixture, case_id, assessment_id, "afraid", "yes");
  fixture_answer (fixture, case_id, assessment_id, "benefit", "uc");
  stile_casework_save_note (fixture->casework, case_id, assessment_id, "sleep", "In the park",
                            &error);
  fixture_finish (fixture, case_id, assessment_id);
  stile_casework_decide (fixture->casework, case_id, assessment_id, "light", "Has a sister here",
                         &error);
  referral_id
      = fixture_refer (fixture, case_id, assessment_id, "housing-advice", "The Night Desk");
  fixture_agree (fixture, case_id, referral_id, STILE_SHARE_REACH, "At her sister's");
  fixture_step (fixture, case_id, referral_id, STILE_REFERRAL_SENT);
  stile_casework_record_contact (fixture->casework, case_id, "Telephone call", "Will come back",
                                 &error);
  stile_casework_save_note (fixture->casework, case_id, NULL, NULL, "Brings a dog", &error);
  stile_casework_record_read (fixture->casework, case_id, STILE_WHAT_RESULT, &error);
  g_assert_no_error (error);
  return case_id;
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *text = dup_text (fixture, case_id);

  assert_holds (text, "Everything we hold about you");
  assert_holds (text, "Nobody is written down.");
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nobody = stile_ledger_new_id ();

  g_assert_null (stile_person_document_new (fixture->casework, nobody, &error));
  g_assert_nonnull (error);
}

static void
test_all_parts (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = {
    "Mina Storey", "D-12", "Text is shown larger", "Sits near the door",
    FIXTURE_NOTICE, "You agreed",
    "Small form", "Your home", "Gdzie spałeś?", "Nowhere", "For how many nights?", "12",
    "In the park", "Are you afraid of someone?", "Which benefit?", "Universal Credit",
    "Housing: \u2068Severe need\u2069", "Points: 9", "Nowhere to sleep tonight", "Not safe",
    "The program proposed: \u2068Close support\u2069", "Decided: \u2068Light support\u2069",
    "Has a sister here", "Housing advice", "The Night Desk", "Sent, no answer yet",
    "They rang.", "At her sister's", "By post",
    "Telephone call", "Will come back", "Brings a dog",
    "Looked at: the result", FIXTURE_ADVISER, "Test desk",
  };
  g_autofree char *case_id = fill (fixture);
  g_autofree char *text = dup_text (fixture, case_id);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_holds (text, words[i]);
}

static void
test_not_finished (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autofree char *text = NULL;

  fixture_answer (fixture, case_id, assessment_id, "sleep", "friends");
  text = dup_text (fixture, case_id);

  assert_holds (text, "With friends");
  assert_holds (text, "It is not finished yet.");
  g_assert_null (strstr (text, "The result"));
}

static void
test_others_are_not_in_it (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fill (fixture);
  g_autofree char *other = fixture_open_case (fixture, "Omar");
  g_autofree char *text = dup_text (fixture, other);

  g_assert_null (strstr (text, "Mina"));
  g_assert_null (strstr (text, "Brings a dog"));
}

/* Whoever sees the print queue learns nothing. */
static void
test_title_names_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fill (fixture);
  g_autoptr (StileDocument) document
      = stile_person_document_new (fixture->casework, case_id, &error);

  g_assert_no_error (error);
  g_assert_null (strstr (stile_document_get_title (document), "Mina"));
}

static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fill (fixture);
  g_autoptr (StileDocument) document
      = stile_person_document_new (fixture->casework, case_id, &error);
  g_autofree char *path = g_build_filename (fixture->folder, "all.pdf", NULL);
  GStatBuf status;

  stile_document_write_pdf (document, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_size, >, 10000);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* The questions were read in a translation that nobody has checked. */
static void
test_draft_says_so (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fill (fixture);
  g_autofree char *nobody = fixture_open_case (fixture, "Sam");
  g_autofree char *text = dup_text (fixture, case_id);
  g_autofree char *untranslated = dup_text (fixture, nobody);

  assert_holds (text, "This translation is a draft.");
  g_assert_null (strstr (untranslated, "This translation is a draft."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  made_up_catalogue_install ("pl", NULL, "");

  fixture_add ("/person-document/new", test_new);
  fixture_add ("/person-document/unknown", test_unknown);
  fixture_add ("/person-document/all-parts", test_all_parts);
  fixture_add ("/person-document/not-finished", test_not_finished);
  fixture_add ("/person-document/others-are-not-in-it", test_others_are_not_in_it);
  fixture_add ("/person-document/title-names-nobody", test_title_names_nobody);
  fixture_add ("/person-document/draft-says-so", test_draft_says_so);
  fixture_add ("/person-document/pdf", test_pdf);

  return g_test_run ();
}
