// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* stilectl refer and stilectl report, on a demo book. */

#include "demo.h"
#include "form-library.h"
#include "stilectl.h"

/* Of the demo people: a draft, and one that was sent. */
#define DRAFT "D-014"
#define SENT "D-036"

typedef struct
{
  char *folder;
  char *book;
  char *passphrase;
} Fixture;

/* To fill a book takes a while: each test gets a copy of the first. */
static char *filled_folder;

static void
fill (const char *path)
{
  g_autoptr (StileCasework) casework = NULL;
  g_autoptr (StileForm) form = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *form_path = g_build_filename (stile_form_library_get_folder (), "quick-needs",
                                                 "form.xml", NULL);
  char *recovery_key = NULL;

  casework = stile_casework_new (stile_ledger_create (path, "Front desk", STILE_DEMO_ADVISER,
                                                      STILE_DEMO_PASSPHRASE, STILE_KEY_COST_MIN,
                                                      &recovery_key, &error),
                                 &error);
  g_assert_no_error (error);
  stile_secret_free (recovery_key);
  form = stile_form_load (form_path, &error);
  g_assert_no_error (error);
  stile_demo_fill (casework, form, stile_form_library_get_folder (), NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *filled = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  if (!filled_folder)
    {
      filled_folder = new_folder ();
      filled = g_build_filename (filled_folder, "book.stile", NULL);
      fill (filled);
    }
  else
    filled = g_build_filename (filled_folder, "book.stile", NULL);

  fixture->folder = new_folder ();
  g_assert_true (g_file_get_contents (filled, &bytes, &length, NULL));
  fixture->book = write_file (fixture->folder, "book.stile", bytes, (gssize) length);
  fixture->passphrase = write_file (fixture->folder, "passphrase", STILE_DEMO_PASSPHRASE, -1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->book);
  g_free (fixture->passphrase);
}

#define run_verb(group, verb, ...)                                                                 \
  run_stilectl (NULL, group, verb, fixture->book, "-p", fixture->passphrase, ##__VA_ARGS__, NULL)

/* The id of the newest referral of that status. */
static char *
find_id (Fixture *fixture, const char *person, const char *status)
{
  g_autoptr (Run) run = run_verb ("refer", "list", person);
  g_auto (GStrv) lines = NULL;

  assert_exit (run, 0);
  lines = g_strsplit (run->out, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "  ", -1);
      if (g_strv_length (cells) == 5 && strcmp (cells[2], status) == 0)
        return g_strdup (cells[0]);
    }

  g_assert_not_reached ();
}

static void
test_whole_way (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = find_id (fixture, DRAFT, "draft");
  g_autofree char *letter = g_build_filename (fixture->folder, "letter.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (Run) early = run_verb ("refer", "send", DRAFT, id, "--how", "By post", "-l", letter);
  g_autoptr (Run) wrong = run_verb ("refer", "agree", DRAFT, id, "--share", "diagnosis");
  g_autoptr (Run) no_name = run_verb ("refer", "agree", DRAFT, id, "--share", "name");
  g_autoptr (Run) agree = run_verb ("refer", "agree", DRAFT, id, "--share", "reference",
                                    "--share", "reach=Text only");
  g_autoptr (Run) send = run_verb ("refer", "send", DRAFT, id, "--how", "By post", "-l", letter);
  g_autoptr (Run) start = run_verb ("refer", "status", DRAFT, id, "started");
  g_autoptr (Run) back = run_verb ("refer", "status", DRAFT, id, "sent");
  g_autoptr (Run) end
      = run_verb ("refer", "status", DRAFT, id, "finished", "--outcome", "helped");
  g_autoptr (Run) audit
      = run_stilectl (NULL, "ledger", "audit", fixture->book, "-p", fixture->passphrase, "--kind",
                      "export", NULL);
  g_autofree char *ended = find_id (fixture, DRAFT, "finished");

  assert_exit (early, 1);
  assert_contains (early->err, "agreed");
  assert_exit (wrong, 1);
  assert_contains (wrong->err, "name, reference, reach");
  assert_exit (no_name, 1);
  assert_contains (no_name->err, "--share name=TEXT");
  assert_exit (agree, 0);
  assert_exit (send, 0);
  assert_exit (start, 0);
  assert_exit (back, 1);
  assert_exit (end, 0);
  g_assert_cmpstr (ended, ==, id);
  assert_contains (audit->out, "a letter");
  g_assert_true (g_file_get_contents (letter, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
}

static void
test_make_and_reports (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) made = run_verb ("refer", "make", SENT, "debt-advice", "--service",
                                   "=Sums \"and\" more", "--contact", "Ring");
  g_autoptr (Run) nobody = run_verb ("refer", "list", "Nobody at all");
  g_autoptr (Run) table = run_verb ("report", "referrals");
  g_autoptr (Run) csv = run_verb ("report", "referrals", "--csv");
  g_autoptr (Run) parked = run_verb ("report", "parked", "--csv");

  assert_exit (made, 0);
  assert_exit (nobody, 1);
  assert_exit (table, 0);
  assert_contains (table->out, "at Example Street  Example Street Centre  ");
  assert_exit (csv, 0);
  assert_contains (csv->out, "\"service\",\"organization\",\"suggested\",\"made\"");
  assert_contains (csv->out, "\"'=Sums \"\"and\"\" more\",\"\",\"1\",\"0\"");
  assert_exit (parked, 0);
  assert_contains (parked->out, "\"person\",\"since\",\"days\",\"support\",\"reason\"\r\n");
}

/* ---- What comes in from outside ---- */

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const char *const nobody[] = { "", "  ", "\xe2\x80\xae", "\xff\xfe", "Nobody at all" };
  g_autoptr (Run) made = run_verb ("refer", "make", SENT, "debt-advice", "--service", "خدمة");
  g_autoptr (Run) list = run_verb ("refer", "list", SENT);
  g_autoptr (Run) table = run_verb ("report", "referrals");
  g_autoptr (Run) csv = run_verb ("report", "referrals", "--csv");
  g_autofree char *long_name = g_strnfill (501, 'x');
  g_autoptr (Run) too_long
      = run_verb ("refer", "make", SENT, "debt-advice", "--service", long_name);
  g_autoptr (Run) two_lines
      = run_verb ("refer", "make", SENT, "debt-advice", "--service", "two\nlines");
  g_autoptr (Run) none = run_verb ("refer", "list", "D-001");

  for (guint i = 0; i < G_N_ELEMENTS (nobody); i++)
    {
      g_autoptr (Run) run = run_verb ("refer", "list", nobody[i]);
      assert_exit (run, 1);
      g_assert_cmpstr (run->out, ==, "");
    }
  assert_exit (made, 0);
  assert_contains (list->out, "  \u2068خدمة\u2069\n"); /* its neighbours stay where they are */
  assert_contains (table->out, "\u2068خدمة\u2069  -  1  0");
  assert_contains (csv->out, "\"خدمة\",\"\",\"1\"");
  assert_exit (too_long, 1);
  assert_contains (too_long->err, "500");
  assert_exit (two_lines, 1);
  assert_exit (none, 0);
  assert_contains (none->err, "no referral");
}

/* Exit codes of every verb for what can go wrong before it has begun. */
static void
test_no_book (Fixture *fixture, gconstpointer data)
{
  static const char *const verbs[][7] = {
    { "report", "referrals" },
    { "report", "parked" },
    { "refer", "list", "D-036" },
    { "refer", "make", "D-036", "debt-advice", "--service", "S" },
    { "refer", "agree", "D-036", "debt-advice", "--share", "name=P" },
    { "refer", "send", "D-036", "debt-advice", "--how", "Post" },
    { "refer", "status", "D-036", "debt-advice", "started" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const char *const *verb = verbs[i];
      g_autoptr (Run) help = run_stilectl (NULL, verb[0], verb[1], "--help", NULL);
      g_autoptr (Run) nothing = run_stilectl (NULL, verb[0], verb[1], NULL);
      g_autoptr (Run) option = run_stilectl (NULL, verb[0], verb[1], "--bogus", NULL);
      g_autoptr (Run) missing = run_stilectl (NULL, verb[0], verb[1], "/no/book", "-p",
                                              fixture->passphrase, verb[2], verb[3], verb[4],
                                              verb[5], NULL);
      assert_exit (help, 0);
      assert_contains (help->out, "BOOK");
      assert_exit (nothing, 2);
      assert_exit (option, 2);
      assert_exit (missing, 1);
    }
}

static void
test_wrong_passphrase (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wrong = write_file (fixture->folder, "wrong", "not this one", -1);
  g_autoptr (Run) report
      = run_stilectl (NULL, "report", "parked", fixture->book, "-p", wrong, NULL);
  g_autoptr (Run) list
      = run_stilectl (NULL, "refer", "list", fixture->book, "D-036", "-p", wrong, NULL);

  assert_exit (report, 1);
  assert_contains (report->err, "passphrase");
  g_assert_cmpstr (report->out, ==, "");
  assert_exit (list, 1);
  g_assert_cmpstr (list->out, ==, "");
}

/* Nothing is said to be sent whose letter cannot be written, and the other way round. */
static void
test_letter_that_cannot_be_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = find_id (fixture, DRAFT, "draft");
  g_autofree char *still = NULL;
  g_autofree char *letter = g_build_filename (fixture->folder, "letter.pdf", NULL);
  g_autoptr (Run) agree = run_verb ("refer", "agree", DRAFT, id, "--share", "reference");
  g_autoptr (Run) nowhere
      = run_verb ("refer", "send", DRAFT, id, "--how", "Post", "-l", "/no/folder/letter.pdf");
  g_autoptr (Run) ahead = run_verb ("refer", "send", DRAFT, id, "--how", "Post", "--day",
                                    "2999-01-01", "-l", letter);

  assert_exit (agree, 0);
  assert_exit (nowhere, 1);
  assert_exit (ahead, 1);
  assert_contains (ahead->err, "must not be after today");
  g_assert_false (g_file_test (letter, G_FILE_TEST_EXISTS));
  still = find_id (fixture, DRAFT, "draft");
  g_assert_cmpstr (still, ==, id);
}

static void
test_letter_in_both_languages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = find_id (fixture, DRAFT, "draft");
  g_autofree char *letter = g_build_filename (fixture->folder, "letter.pdf", NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  g_autoptr (Run) agree = run_verb ("refer", "agree", DRAFT, id, "--share", "reference");
  g_autoptr (Run) told = run_verb ("refer", "send", DRAFT, id, "--how", "Post", "-l", letter,
                                   "--language", "en", "--language", "pl");
  g_autoptr (Run) more = run_verb ("refer", "agree", DRAFT, id, "--share", "language=Polish");
  g_autoptr (Run) unknown = run_verb ("refer", "send", DRAFT, id, "--how", "Post", "-l", letter,
                                      "--language", "tlh");
  g_autoptr (Run) send = run_verb ("refer", "send", DRAFT, id, "--how", "Post", "-l", letter,
                                   "--language", "en", "--language", "pl");

  assert_exit (agree, 0);
  assert_exit (told, 1);
  assert_contains (told->err, "have not agreed to that");
  assert_exit (more, 0);
  assert_exit (unknown, 1);
  assert_contains (unknown->err, "“tlh”");
  assert_exit (send, 0);
  g_assert_true (g_file_get_contents (letter, &bytes, &length, NULL));
  g_assert_nonnull (memmem (bytes, length, "/Count 2", 8));
}

static void
test_wrong_use (void)
{
  g_autoptr (Run) nothing = run_stilectl (NULL, "refer", NULL);
  g_autoptr (Run) no_how = run_stilectl (NULL, "refer", "send", "book", "who", "what", NULL);
  g_autoptr (Run) no_letter = run_stilectl (NULL, "refer", "send", "book", "who", "what", "--how",
                                            "Post", "--language", "pl", NULL);
  g_autoptr (Run) no_share = run_stilectl (NULL, "refer", "agree", "book", "who", "what", NULL);
  g_autoptr (Run) no_service = run_stilectl (NULL, "refer", "make", "book", "who", "what", NULL);
  g_autoptr (Run) no_day
      = run_stilectl (NULL, "refer", "status", "b", "w", "r", "sent", "--day", "soon", NULL);
  g_autoptr (Run) help = run_stilectl (NULL, "report", "parked", "--help", NULL);

  assert_exit (nothing, 2);
  assert_exit (no_how, 2);
  assert_exit (no_letter, 2);
  assert_exit (no_share, 2);
  assert_exit (no_service, 2);
  assert_exit (no_day, 2);
  assert_exit (help, 0);
  assert_contains (help->out, "names people");
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/stilectl-refer/whole-way", Fixture, NULL, set_up, test_whole_way, tear_down);
  g_test_add ("/stilectl-refer/make-and-reports", Fixture, NULL, set_up, test_make_and_reports,
              tear_down);
  g_test_add ("/stilectl-refer/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/stilectl-refer/no-book", Fixture, NULL, set_up, test_no_book, tear_down);
  g_test_add ("/stilectl-refer/wrong-passphrase", Fixture, NULL, set_up, test_wrong_passphrase,
              tear_down);
  g_test_add ("/stilectl-refer/letter-that-cannot-be-written", Fixture, NULL, set_up,
              test_letter_that_cannot_be_written, tear_down);
  g_test_add ("/stilectl-refer/letter-in-both-languages", Fixture, NULL, set_up,
              test_letter_in_both_languages, tear_down);
  g_test_add_func ("/stilectl-refer/wrong-use", test_wrong_use);
  result = g_test_run ();
  if (filled_folder)
    remove_folder (filled_folder);
  return result;
}
