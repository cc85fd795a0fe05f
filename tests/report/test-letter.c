// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The letter says what was agreed, and nothing else of the person. */

#include "document.h"
#include "fixture.h"
#include "letter.h"
#include "made-up-catalogue.h"

#define MARK "This translation is a draft."

static StileDocument *
new_letter_in (Fixture *fixture, const char *case_id, const char *referral_id,
               const char *language, GError **error)
{
  g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 22, 11, 2026);
  return stile_letter_new (fixture->casework, stile_case_find_referral (person_file, referral_id),
                           fixture->form, &day, language, error);
}

static StileDocument *
new_letter (Fixture *fixture, const char *case_id, const char *referral_id, GError **error)
{
  return new_letter_in (fixture, case_id, referral_id, NULL, error);
}

static char *
dup_text (const StileDocument *letter)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stile_document_get_n_paragraphs (letter); i++)
    g_string_append_printf (text, "%s\n", stile_document_get_paragraph (letter, i, NULL, NULL));
  return g_string_free (text, FALSE);
}

static char *
letter_text (Fixture *fixture, const char *case_id, const char *referral_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileDocument) letter = new_letter (fixture, case_id, referral_id, &error);

  g_assert_no_error (error);
  return dup_text (letter);
}

static char *
draft (Fixture *fixture, const char *case_id)
{
  g_autofree char *assessment_id = fixture_assess (fixture, case_id, "nowhere");

  return fixture_refer (fixture, case_id, assessment_id, "housing-advice", "The Night Desk");
}

static void
assert_in_order (const char *text, const char *first, const char *second)
{
  const char *place = strstr (text, first);

  g_test_message ("%s, %s", first, second);
  g_assert_nonnull (place);
  g_assert_nonnull (strstr (place, second));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina Storey");
  g_autofree char *referral_id = draft (fixture, case_id);
  g_autoptr (StileDocument) letter = NULL;

  fixture_agree (fixture, case_id, referral_id, STILE_SHARE_NAME, "Mina Storey");
  letter = new_letter (fixture, case_id, referral_id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (stile_document_get_title (letter), ==, "Referral letter");
  g_assert_cmpstr (stile_document_get_language (letter), ==, "en");
}

static void
test_none_without_agreement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *referral_id = draft (fixture, case_id);
  g_autoptr (StileDocument) letter = new_letter (fixture, case_id, referral_id, &error);

  fixture_assert_refused (letter != NULL, &error, STILE_CASEWORK_ERROR_STATE, "no letter");
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *referral_id = draft (fixture, case_id);
  const char *values[STILE_N_SHARES] = {
    [STILE_SHARE_NAME] = "Mina",
    [STILE_SHARE_REFERENCE] = "M-1",
    [STILE_SHARE_REACH] = "Text only",
    [STILE_SHARE_LANGUAGE] = "Polish",
    [STILE_SHARE_COMMUNICATION] = "Needs an interpreter",
    [STILE_SHARE_NEED] = "A bed",
    [STILE_SHARE_NEEDS] = "Money",
    [STILE_SHARE_CATEGORY] = "Close",
    [STILE_SHARE_NOTE] = "A dog",
  };
  static const char *const parts[] = {
    "To: \u2068The Night Desk",
    "From: \u2068" FIXTURE_ADVISER "\u2069, \u2068Test desk",
    "Read this before",
    "Needs an interpreter",
    "Polish",
    "Mina",
    "M-1",
    "Text only",
    "A bed",
    "Money",
    "Close",
    "A dog",
    "by 2 December 2026",
    "nothing else",
  };
  g_autofree char *text = NULL;

  stile_casework_record_agreement (fixture->casework, case_id, referral_id, values, &error);
  g_assert_no_error (error);
  text = letter_text (fixture, case_id, referral_id);

  for (guint i = 1; i < G_N_ELEMENTS (parts); i++)
    assert_in_order (text, parts[i - 1], parts[i]);
}

/* Whoever is asked for an answer is told where to send it. */
static void
test_how_to_reach_the_centre (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *referral_id = draft (fixture, case_id);
  g_autofree char *before = NULL, *after = NULL;

  fixture_agree (fixture, case_id, referral_id, STILE_SHARE_NAME, "Mina");
  before = letter_text (fixture, case_id, referral_id);
  stile_casework_put_setting (fixture->casework, STILE_SETTING_CENTRE_CONTACT, "01234 567890",
                              &error);
  g_assert_no_error (error);
  after = letter_text (fixture, case_id, referral_id);
  g_assert_null (strstr (before, "reach us"));
  g_assert_nonnull (strstr (after, "This is how you reach us: \u206801234 567890\u2069"));
}

/* ---- In another language ---- */

/* The words are; what was agreed stays as it was. */
static void
test_in_their_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *referral_id = draft (fixture, case_id);
  g_autoptr (StileDocument) letter = NULL;
  g_autofree char *text = NULL;
  const char *language;

  fixture_agree (fixture, case_id, referral_id, STILE_SHARE_LANGUAGE, "Polish");
  letter = new_letter_in (fixture, case_id, referral_id, "pl", &error);
  g_assert_no_error (error);
  text = dup_text (letter);
  g_assert_true (g_str_has_prefix (text, "Proszę pomóc tej osobie\n"));
  g_assert_nonnull (strstr (text, "Język: \u2068Polish\u2069"));
  g_assert_cmpstr (stile_document_get_language (letter), ==, "pl");
  stile_document_get_paragraph (letter, 0, NULL, &language);
  g_assert_cmpstr (language, ==, "pl");
}

static void
test_draft_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *referral_id = draft (fixture, case_id);
  g_autoptr (StileDocument) letter = NULL;
  g_autofree char *english = NULL, *polish = NULL;

  fixture_agree (fixture, case_id, referral_id, STILE_SHARE_LANGUAGE, "Polish");
  english = letter_text (fixture, case_id, referral_id);
  letter = new_letter_in (fixture, case_id, referral_id, "pl", &error);
  g_assert_no_error (error);
  polish = dup_text (letter);
  g_assert_null (strstr (english, MARK));
  g_assert_nonnull (strstr (polish, MARK));
}

/* The words of a letter tell a language as well. */
static void
test_language_is_told_only_if_agreed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *referral_id = draft (fixture, case_id);
  g_autoptr (StileDocument) letter = NULL;
  g_autoptr (StileDocument) ours = NULL;

  fixture_agree (fixture, case_id, referral_id, STILE_SHARE_NAME, "Mina");
  ours = new_letter_in (fixture, case_id, referral_id, "en-GB", &error);
  g_assert_no_error (error);
  letter = new_letter_in (fixture, case_id, referral_id, "pl", &error);
  fixture_assert_refused (letter != NULL, &error, STILE_CASEWORK_ERROR_STATE, "not agreed");
}

static void
test_language_without_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *referral_id = draft (fixture, case_id);
  g_autoptr (StileDocument) letter = NULL;

  fixture_agree (fixture, case_id, referral_id, STILE_SHARE_LANGUAGE, "Yoruba");
  letter = new_letter_in (fixture, case_id, referral_id, "yo", &error);
  fixture_assert_refused (letter != NULL, &error, STILE_CASEWORK_ERROR_INPUT,
                          "no translation of the letter");
}

/* ---- Never what was not agreed ---- */

static char *
random_token (const char *what)
{
  return g_strdup_printf ("%s%08x%08x", what, g_test_rand_int (), g_test_rand_int ());
}

/* Everything that can be known of a person; each text is found nowhere else. */
typedef struct
{
  char *values[STILE_N_SHARES];
  char *said; /* an answer, a note, a contact, a reason: never shared */
} Secrets;

static void
secrets_clear (Secrets *secrets)
{
  for (guint i = 0; i < STILE_N_SHARES; i++)
    g_free (secrets->values[i]);
  g_free (secrets->said);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Secrets, secrets_clear)

static char *
open_file (Fixture *fixture, const Secrets *secrets)
{
  g_autoptr (GError) error = NULL;
  StilePerson person = {
    .name = secrets->values[STILE_SHARE_NAME],
    .reference = secrets->values[STILE_SHARE_REFERENCE],
    .needs = secrets->values[STILE_SHARE_COMMUNICATION],
    .language = (char *) "pl",
  };
  char *case_id = NULL;

  stile_casework_open_case (fixture->casework, &person, &case_id, &error);
  stile_casework_record_consent (fixture->casework, case_id, TRUE, FIXTURE_NOTICE, &error);
  stile_casework_save_note (fixture->casework, case_id, NULL, NULL, secrets->said, &error);
  stile_casework_record_contact (fixture->casework, case_id, "Call", secrets->said, &error);
  g_assert_no_error (error);
  return case_id;
}

/* A random part of the values, and never none. */
static guint
agree (Fixture *fixture, const char *case_id, const char *referral_id, const Secrets *secrets)
{
  g_autoptr (GError) error = NULL;
  guint chosen = (guint) g_test_rand_int_range (1, 1 << STILE_N_SHARES);
  const char *values[STILE_N_SHARES];

  for (guint i = 0; i < STILE_N_SHARES; i++)
    values[i] = (chosen & 1u << i) ? secrets->values[i] : NULL;
  stile_casework_record_agreement (fixture->casework, case_id, referral_id, values, &error);
  g_assert_no_error (error);
  return chosen;
}

static void
assert_only (const char *text, const Secrets *secrets, guint chosen)
{
  for (guint i = 0; i < STILE_N_SHARES; i++)
    g_assert_cmpint (strstr (text, secrets->values[i]) != NULL, ==, (chosen & 1u << i) != 0);
  g_assert_null (strstr (text, secrets->said));
  g_assert_null (strstr (text, "Housing"));
  g_assert_null (strstr (text, "Close support"));
  g_assert_null (strstr (text, "They rang."));
}

static void
assert_only_in_polish (Fixture *fixture, const char *case_id, const char *referral_id,
                       const Secrets *secrets, guint chosen)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileDocument) letter
      = new_letter_in (fixture, case_id, referral_id, "pl", &error);
  g_autofree char *text = NULL;

  if (chosen & 1u << STILE_SHARE_LANGUAGE)
    {
      g_assert_no_error (error);
      text = dup_text (letter);
      assert_only (text, secrets, chosen);
    }
  else
    fixture_assert_refused (letter != NULL, &error, STILE_CASEWORK_ERROR_STATE, "not agreed");
}

static void
test_never_what_was_not_agreed (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 60; round++)
    {
      g_auto (Secrets) secrets = { .said = random_token ("said") };
      g_autofree char *case_id = NULL;
      g_autofree char *referral_id = NULL;

      for (guint i = 0; i < STILE_N_SHARES; i++)
        secrets.values[i] = random_token (stile_share_to_string (i));
      case_id = open_file (fixture, &secrets);
      referral_id = draft (fixture, case_id);

      /* Asked a second time, they may agree to less: then only that counts. */
      for (guint time = 0; time < 2; time++)
        {
          guint chosen = agree (fixture, case_id, referral_id, &secrets);
          g_autofree char *text = letter_text (fixture, case_id, referral_id);

          assert_only (text, &secrets, chosen);
          assert_only_in_polish (fixture, case_id, referral_id, &secrets, chosen);
        }
      fixture_step (fixture, case_id, referral_id, STILE_REFERRAL_SENT);
    }
}

static void
test_pdf_names_nobody_in_its_fields (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "أمل الحكاية");
  g_autofree char *referral_id = draft (fixture, case_id);
  g_autofree char *path = g_build_filename (fixture->folder, "letter.pdf", NULL);
  g_autoptr (StileDocument) letter = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  fixture_agree (fixture, case_id, referral_id, STILE_SHARE_NAME, "أمل الحكاية");
  letter = new_letter (fixture, case_id, referral_id, &error);
  g_assert_no_error (error);
  stile_document_write_pdf (letter, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);

  g_assert_nonnull (memmem (bytes, length, "/Title (Referral letter)", 24));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  made_up_catalogue_install ("pl", NULL,
                             "msgid \"Please help this person\"\n"
                             "msgstr \"Proszę pomóc tej osobie\"\n"
                             "msgid \"Language\"\nmsgstr \"Język\"\n");
  fixture_add ("/letter/new", test_new);
  fixture_add ("/letter/none-without-agreement", test_none_without_agreement);
  fixture_add ("/letter/parts", test_parts);
  fixture_add ("/letter/how-to-reach-the-centre", test_how_to_reach_the_centre);
  fixture_add ("/letter/in-their-language", test_in_their_language);
  fixture_add ("/letter/draft-says-so", test_draft_says_so);
  fixture_add ("/letter/language-is-told-only-if-agreed", test_language_is_told_only_if_agreed);
  fixture_add ("/letter/language-without-words", test_language_without_words);
  fixture_add ("/letter/never-what-was-not-agreed", test_never_what_was_not_agreed);
  fixture_add ("/letter/pdf-names-nobody", test_pdf_names_nobody_in_its_fields);
  return g_test_run ();
}
