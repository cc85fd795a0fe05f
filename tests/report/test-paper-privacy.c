// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is on paper, read back from the file by another program: a letter holds each thing that the
 * person agreed to and nothing else, a plan nothing that was said, and neither file says in its own
 * fields whom it is about. Random people, in several alphabets, agree to random things. */

#include "document.h"
#include "fixture.h"
#include "letter.h"

/* Sanitizers look for faults of memory, which a few show as well. */
#ifdef __SANITIZE_ADDRESS__
#define ROUNDS 4
#else
#define ROUNDS 16
#endif

#define ALL ((1u << STILE_N_SHARES) - 1)

/* ---- Reading a file back ---- */

/* What the program in @command says; NULL where it is not installed. */
static char *
run (const char *const *command)
{
  g_autofree char *program = g_find_program_in_path (command[0]);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  if (!program)
    return NULL;
  process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}

/* Letters and digits alone: a long word can go on in the next line. */
static char *
dup_letters (const char *text)
{
  GString *letters = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        g_string_append_unichar (letters, g_utf8_get_char (p));
    }
  return g_string_free (letters, FALSE);
}

typedef struct
{
  char *text;   /* on its pages, letters alone */
  char *fields; /* its own: title, author, dates, and XMP */
  char *bytes;
  gsize length;
} Paper;

static void
paper_clear (Paper *paper)
{
  g_free (paper->text);
  g_free (paper->fields);
  g_free (paper->bytes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paper, paper_clear)

/* FALSE, and the test is skipped, where nothing here can read PDF. */
static gboolean
read_back (Fixture *fixture, StileDocument *document, Paper *paper)
{
  g_autofree char *path = g_build_filename (fixture->folder, "paper.pdf", NULL);
  const char *const to_text[] = { "pdftotext", "-enc", "UTF-8", path, "-", NULL };
  const char *const info[] = { "pdfinfo", "-enc", "UTF-8", path, NULL };
  const char *const xmp[] = { "pdfinfo", "-meta", path, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *fields = NULL;
  g_autofree char *more = NULL;

  stile_document_write_pdf (document, path, &error);
  g_assert_no_error (error);
  text = run (to_text);
  if (!text)
    {
      g_test_skip ("pdftotext is not installed");
      return FALSE;
    }
  fields = run (info);
  more = run (xmp);
  g_file_get_contents (path, &paper->bytes, &paper->length, &error);
  g_assert_no_error (error);
  paper->text = dup_letters (text);
  paper->fields = g_strconcat (fields, more, NULL);
  return TRUE;
}

/* ---- Random people ---- */

/* Scripts whose letters come back from a PDF as they went in. */
static const char *const alphabets[] = { "abcdefghkmnoprstuvwxyz", "ąćęłńóśźżabcdeg",
                                         "абвгдежзиклмнопрст", "αβγδεζηθικλμνξοπρσ" };

/* A word that is found nowhere else. */
static char *
random_word (void)
{
  const char *alphabet = alphabets[g_test_rand_int_range (0, G_N_ELEMENTS (alphabets))];
  int n_letters = (int) g_utf8_strlen (alphabet, -1);
  GString *word = g_string_new (NULL);

  for (guint i = 0; i < 14; i++)
    {
      const char *at = g_utf8_offset_to_pointer (alphabet, g_test_rand_int_range (0, n_letters));
      g_string_append_unichar (word, g_utf8_get_char (at));
    }
  return g_string_free (word, FALSE);
}

/* Everything that can be known of a person. */
typedef struct
{
  char *values[STILE_N_SHARES];
  char *said; /* an answer, notes, a contact, a reason: never shared */
  char *case_id;
  char *assessment_id;
  char *referral_id;
} Someone;

static void
someone_clear (Someone *someone)
{
  for (guint i = 0; i < STILE_N_SHARES; i++)
    g_free (someone->values[i]);
  g_free (someone->said);
  g_free (someone->case_id);
  g_free (someone->assessment_id);
  g_free (someone->referral_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Someone, someone_clear)

static void
add_remarks (Fixture *fixture, Someone *someone)
{
  g_autoptr (GError) error = NULL;

  stile_casework_save_note (fixture->casework, someone->case_id, NULL, NULL, someone->said, &error);
  stile_casework_save_note (fixture->casework, someone->case_id, someone->assessment_id, "sleep",
                            someone->said, &error);
  stile_casework_record_contact (fixture->casework, someone->case_id, "Call", someone->said,
                                 &error);
  stile_casework_decide (fixture->casework, someone->case_id, someone->assessment_id, "light",
                         someone->said, &error);
  g_assert_no_error (error);
}

static void
invent (Fixture *fixture, Someone *someone)
{
  g_autoptr (GError) error = NULL;
  StilePerson person = { NULL };

  for (guint i = 0; i < STILE_N_SHARES; i++)
    someone->values[i] = random_word ();
  someone->said = random_word ();
  person.name = someone->values[STILE_SHARE_NAME];
  person.reference = someone->values[STILE_SHARE_REFERENCE];
  person.needs = someone->values[STILE_SHARE_COMMUNICATION];
  person.language = (char *) "pl";
  person.interpreter = g_test_rand_bit ();

  stile_casework_open_case (fixture->casework, &person, &someone->case_id, &error);
  stile_casework_record_consent (fixture->casework, someone->case_id, TRUE, FIXTURE_NOTICE,
                                 &error);
  g_assert_no_error (error);
  someone->assessment_id = fixture_start (fixture, someone->case_id);
  fixture_answer (fixture, someone->case_id, someone->assessment_id, "sleep", "nowhere");
  fixture_answer (fixture, someone->case_id, someone->assessment_id, "words", someone->said);
  fixture_answer (fixture, someone->case_id, someone->assessment_id, "afraid", "yes");
  fixture_finish (fixture, someone->case_id, someone->assessment_id);
  add_remarks (fixture, someone);
  someone->referral_id = fixture_refer (fixture, someone->case_id, someone->assessment_id,
                                        "housing-advice", "The Night Desk");
}

static void
agree (Fixture *fixture, const Someone *someone, guint chosen)
{
  g_autoptr (GError) error = NULL;
  const char *values[STILE_N_SHARES];

  for (guint i = 0; i < STILE_N_SHARES; i++)
    values[i] = (chosen & 1u << i) ? someone->values[i] : NULL;
  stile_casework_record_agreement (fixture->casework, someone->case_id, someone->referral_id,
                                   chosen != 0 ? values : NULL, &error);
  g_assert_no_error (error);
}

/* ---- What must not be there ---- */

static StileDocument *
letter_new (Fixture *fixture, const Someone *someone, const char *language, GError **error)
{
  g_autoptr (StileCase) person_file = fixture_load (fixture, someone->case_id);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 22, 11, 2026);
  return stile_letter_new (fixture->casework,
                           stile_case_find_referral (person_file, someone->referral_id),
                           fixture->form, &day, language, error);
}

static void
assert_names_nobody (const Paper *paper, const Someone *someone)
{
  for (guint i = 0; i < STILE_N_SHARES; i++)
    {
      const char *value = someone->values[i];

      g_assert_null (strstr (paper->fields, value));
      g_assert_null (memmem (paper->bytes, paper->length, value, strlen (value)));
    }
  g_assert_null (strstr (paper->fields, someone->said));
  g_assert_null (strstr (paper->fields, "Author"));
  g_assert_null (strstr (paper->fields, "Subject"));
  g_assert_null (strstr (paper->fields, "Keywords"));
}

/* Exactly what was chosen, and of all else of the record nothing: not the form's words for the
 * need, for the private one, or for the kind of support. */
static void
assert_only (const Paper *paper, const Someone *someone, guint chosen)
{
  static const char *const never[]
      = { "Housing", "Nowhere", "Closesupport", "Lightsupport", "afraid", "safeplace", "Notsafe" };

  for (guint i = 0; i < STILE_N_SHARES; i++)
    g_assert_cmpint (strstr (paper->text, someone->values[i]) != NULL, ==,
                     (chosen & 1u << i) != 0);
  g_assert_null (strstr (paper->text, someone->said));
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    g_assert_null (strstr (paper->text, never[i]));
}

/* In our language and, where that may be told, in theirs after it. */
static StileDocument *
letter_new_in_all (Fixture *fixture, const Someone *someone, guint chosen)
{
  g_autoptr (GError) error = NULL;
  StileDocument *letter = letter_new (fixture, someone, NULL, &error);
  g_autoptr (StileDocument) theirs = NULL;

  g_assert_no_error (error);
  theirs = letter_new (fixture, someone, "pl", &error);
  if (chosen & 1u << STILE_SHARE_LANGUAGE)
    stile_document_append (letter, g_steal_pointer (&theirs));
  else
    fixture_assert_refused (theirs != NULL, &error, STILE_CASEWORK_ERROR_STATE, "not agreed");
  return letter;
}

static gboolean
check_letter (Fixture *fixture, const Someone *someone, guint chosen)
{
  g_autoptr (StileDocument) letter = letter_new_in_all (fixture, someone, chosen);
  g_auto (Paper) paper = { NULL };

  g_assert_cmpstr (stile_document_get_title (letter), ==, "Referral letter");
  if (!read_back (fixture, letter, &paper))
    return FALSE;
  assert_only (&paper, someone, chosen);
  assert_names_nobody (&paper, someone);
  return TRUE;
}

/* ---- The tests ---- */

/* The control: what was agreed is found, so what is not found is not there. */
static void
test_all_agreed (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < G_N_ELEMENTS (alphabets); round++)
    {
      g_auto (Someone) someone = { { NULL } };

      invent (fixture, &someone);
      agree (fixture, &someone, ALL);
      if (!check_letter (fixture, &someone, ALL))
        return;
    }
}

/* Also asked again, when they may agree to less, and after the record was changed. */
static void
test_only_what_was_agreed (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_auto (Someone) someone = { { NULL } };

      invent (fixture, &someone);
      for (guint time = 0; time < 2; time++)
        {
          guint chosen = (guint) g_test_rand_int_range (1, ALL + 1);

          agree (fixture, &someone, chosen);
          add_remarks (fixture, &someone);
          if (!check_letter (fixture, &someone, chosen))
            return;
        }
    }
}

static void
test_agreed_no_more (Fixture *fixture, gconstpointer data)
{
  g_auto (Someone) someone = { { NULL } };
  g_autoptr (GError) error = NULL;
  StileDocument *letter;

  invent (fixture, &someone);
  agree (fixture, &someone, ALL);
  agree (fixture, &someone, 0);
  letter = letter_new (fixture, &someone, NULL, &error);
  fixture_assert_refused (letter != NULL, &error, STILE_CASEWORK_ERROR_STATE, "no letter");
}

/* The plan is the person's own, and may be read by others at home. It shows them their name. */
static void
test_plan (Fixture *fixture, gconstpointer data)
{
  static const char *const never[]
      = { "Nowhere", "afraid", "safeplace", "Notsafe", "Safetyathome" };

  for (guint round = 0; round < ROUNDS / 4; round++)
    {
      g_auto (Someone) someone = { { NULL } };
      g_auto (Paper) paper = { NULL };
      g_autoptr (StileDocument) plan = NULL;
      g_autoptr (StileCase) person_file = NULL;
      g_autoptr (StileInterview) interview = NULL;
      g_autoptr (StileResult) result = NULL;
      const StileAssessment *assessment;

      invent (fixture, &someone);
      agree (fixture, &someone, ALL);
      person_file = fixture_load (fixture, someone.case_id);
      assessment = g_ptr_array_index (person_file->assessments, 0);
      interview = stile_assessment_new_interview (assessment, NULL);
      result = stile_result_new (interview);
      plan = stile_plan_new (fixture->casework, person_file, assessment, result, "en");
      g_assert_cmpstr (stile_document_get_title (plan), ==, "Your plan");
      if (!read_back (fixture, plan, &paper))
        return;

      assert_names_nobody (&paper, &someone);
      g_assert_nonnull (strstr (paper.text, someone.values[STILE_SHARE_NAME]));
      g_assert_nonnull (strstr (paper.text, "TheNightDesk"));
      for (guint i = STILE_SHARE_NAME + 1; i < STILE_N_SHARES; i++)
        g_assert_null (strstr (paper.text, someone.values[i]));
      g_assert_null (strstr (paper.text, someone.said));
      for (guint i = 0; i < G_N_ELEMENTS (never); i++)
        g_assert_null (strstr (paper.text, never[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/paper-privacy/all-agreed", test_all_agreed);
  fixture_add ("/paper-privacy/only-what-was-agreed", test_only_what_was_agreed);
  fixture_add ("/paper-privacy/agreed-no-more", test_agreed_no_more);
  fixture_add ("/paper-privacy/plan", test_plan);
  return g_test_run ();
}
