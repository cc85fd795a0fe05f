// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger.h"
#include "stilectl.h"

#define ADVISER "Ada Nowak"
#define PASSPHRASE "three steps over a wall"
#define CASE "0191c2a0-0000-7000-8000-000000000001"

typedef struct
{
  char *folder;
  char *book;
  char *passphrase;
} Fixture;

static void
append (StileLedger *ledger, const char *kind, const char *json)
{
  g_autoptr (JsonNode) content = json_from_string (json, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_ledger_append (ledger, CASE, kind, content, NULL, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  char *recovery_key = NULL;

  fixture->folder = new_folder ();
  fixture->book = g_build_filename (fixture->folder, "book.stile", NULL);
  fixture->passphrase = write_file (fixture->folder, "passphrase", PASSPHRASE "\nsecond line", -1);
  ledger = stile_ledger_create (fixture->book, "Front desk", ADVISER, PASSPHRASE,
                                STILE_KEY_COST_MIN, &recovery_key, &error);
  g_assert_no_error (error);
  stile_secret_free (recovery_key);
  append (ledger, "person", "{\"name\": \"Żaneta \\\"Z\\\" O'Hara\"}");
  append (ledger, "note", "{\"text\": \"one\\ntwo\"}");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->book);
  g_free (fixture->passphrase);
}

/* ---- init ---- */

static void
test_init (void)
{
  char *folder = new_folder ();
  g_autofree char *book = g_build_filename (folder, "new.stile", NULL);
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Run) run = run_stilectl (PASSPHRASE "\n", "ledger", "init", book, "--station",
                                      "Front desk", "--adviser", ADVISER, "--passphrase-file", "-",
                                      NULL);

  assert_exit (run, 0);
  assert_contains (run->err, "recovery key");
  g_assert_true (g_str_has_suffix (run->out, "\n"));

  ledger = stile_ledger_open (book, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stile_ledger_get_station (ledger), ==, "Front desk");
  g_assert_true (stile_ledger_unlock (ledger, ADVISER, PASSPHRASE, &error));
  stile_ledger_lock (ledger);
  g_assert_true (stile_ledger_recover (ledger, g_strstrip (run->out), ADVISER, "another passphrase",
                                       NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&ledger, stile_ledger_close);
  remove_folder (folder);
}

static void
test_init_replaces_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_stilectl (NULL, "ledger", "init", fixture->book, "--station", "Desk",
                                      "--adviser", "Eve", "-p", fixture->passphrase, NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==, "");
  assert_contains (run->err, "book.stile");
}

static void
test_init_weak_passphrase (void)
{
  static const char *const weak[] = { "short\n", "\n", "", "\nlong enough but too late" };
  char *folder = new_folder ();
  g_autofree char *book = g_build_filename (folder, "new.stile", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (weak); i++)
    {
      g_autoptr (Run) run = run_stilectl (weak[i], "ledger", "init", book, "--station", "Desk",
                                          "--adviser", ADVISER, "-p", "-", NULL);

      assert_exit (run, 1);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_false (g_file_test (book, G_FILE_TEST_EXISTS));
    }
  remove_folder (folder);
}

/* A file of one endless line is not read beyond the longest passphrase. */
static void
test_init_endless_passphrase (void)
{
  char *folder = new_folder ();
  g_autofree char *book = g_build_filename (folder, "new.stile", NULL);
  g_autofree char *line = g_strnfill (1000000, 'x');
  g_autofree char *path = write_file (folder, "passphrase", line, -1);
  g_autoptr (Run) run = run_stilectl (NULL, "ledger", "init", book, "--station", "Desk",
                                      "--adviser", ADVISER, "-p", path, NULL);

  assert_exit (run, 1);
  g_assert_false (g_file_test (book, G_FILE_TEST_EXISTS));
  remove_folder (folder);
}

/* A key that could not be shown is a book that must not be used. */
static void
test_init_full_disk (void)
{
  char *folder = new_folder ();
  g_autofree char *book = g_build_filename (folder, "new.stile", NULL);
  g_autofree char *passphrase = write_file (folder, "passphrase", PASSPHRASE, -1);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *err = NULL;

  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("STILECTL"), "ledger", "init",
                                         book, "--station", "Desk", "--adviser", ADVISER, "-p",
                                         passphrase, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, &error));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 3);
  assert_contains (err, "Delete this book and make it anew.");
  remove_folder (folder);
}

/* ---- verify ---- */

static void
test_verify_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_stilectl (NULL, "ledger", "verify", fixture->book, NULL);

  assert_exit (run, 0);
  assert_contains (run->out,
                   "Entries: 3\nErased: 0\nThe structure is whole. With a passphrase, contents and "
                   "chain are verified too.\n");
  assert_contains (run->out, "\nNot shown:\n- Whether contents");
  g_assert_cmpstr (run->err, ==, "");
}

static void
test_verify_unlocked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_stilectl (NULL, "ledger", "verify", fixture->book, "-p",
                                      fixture->passphrase, NULL);

  assert_exit (run, 0);
  assert_contains (run->out, "Entries: 4\nErased: 0\nOpened: 4\nThe book is whole.\n");
}

/* What was written down last time holds as long as nothing was cut off. */
static void
test_verify_figure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) first = run_stilectl (NULL, "ledger", "verify", fixture->book, NULL);
  const char *figure = strstr (first->out, "--expect ") + strlen ("--expect ");
  g_autofree char *noted = g_strndup (figure, strcspn (figure, "\n"));
  g_autofree char *later = g_strdup_printf ("9%s", noted);
  g_autoptr (Run) again = run_stilectl (NULL, "ledger", "verify", fixture->book, "--expect", noted,
                                        NULL);
  g_autoptr (Run) cut = run_stilectl (NULL, "ledger", "verify", fixture->book, "--expect", later,
                                      NULL);
  g_autoptr (Run) none = run_stilectl (NULL, "ledger", "verify", fixture->book, "--expect", "12",
                                       NULL);

  assert_exit (again, 0);
  assert_contains (again->out, "when the figure was noted");
  assert_exit (cut, 1);
  assert_contains (cut->out, "newest entries are missing");
  assert_exit (none, 1);
  assert_contains (none->err, "no figure");
}

static void
test_verify_wrong_passphrase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_stilectl ("not the right one\n", "ledger", "verify", fixture->book,
                                      "-p", "-", NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_true (g_str_has_prefix (run->err, "stilectl: "));
  g_assert_null (strstr (run->err, "not the right one"));
}

/* What comes behind a zero byte would not count: better to say so than to open with half of it. */
static void
test_verify_passphrase_with_zero_byte (Fixture *fixture, gconstpointer data)
{
  static const char text[] = PASSPHRASE "\0and more\n";
  g_autofree char *path = write_file (fixture->folder, "zero", text, sizeof text - 1);
  g_autofree char *wanted = g_strdup_printf ("stilectl: %s: there is no passphrase in its first "
                                             "line.\n",
                                             path);
  g_autoptr (Run) run = run_stilectl (NULL, "ledger", "verify", fixture->book, "-p", path, NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->err, ==, wanted);
}

static void
test_verify_passphrase_file_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_stilectl (NULL, "ledger", "verify", fixture->book, "-p",
                                      "/nowhere/passphrase", NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->err, ==,
                   "stilectl: /nowhere/passphrase: there is no such file. Look at the spelling of "
                   "the path.\n");
}

static void
test_verify_not_a_book (void)
{
  char *folder = new_folder ();
  g_autofree char *text = write_file (folder, "text", "not a record book at all, but long enough",
                                      -1);
  g_autofree char *empty = write_file (folder, "empty", "", 0);
  const char *paths[] = { text, empty, folder, "/nowhere/book" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (Run) run = run_stilectl (NULL, "ledger", "verify", paths[i], NULL);

      assert_exit (run, 1);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_true (g_str_has_prefix (run->err, "stilectl: "));
    }
  remove_folder (folder);
}

/* One flipped byte of sealed contents must be found. */
static void
test_verify_damaged (Fixture *fixture, gconstpointer data)
{
  /* The row of the first entry: kind, at, station, …, adviser, sealed. */
  static const char row[] = "person20";
  g_autofree char *bytes = NULL;
  g_autoptr (Run) run = NULL;
  char *kind, *adviser;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->book, &bytes, &length, NULL));
  kind = memmem (bytes, length, row, strlen (row));
  g_assert_nonnull (kind);
  adviser = memmem (kind, 200, ADVISER, strlen (ADVISER));
  g_assert_nonnull (adviser);
  adviser[strlen (ADVISER) + 30] ^= 1;
  g_assert_true (g_file_set_contents (fixture->book, bytes, (gssize) length, NULL));
  run = run_stilectl (NULL, "ledger", "verify", fixture->book, "-p", fixture->passphrase, NULL);

  assert_exit (run, 1);
  assert_contains (run->out, "Damaged: ");
}

/* ---- export ---- */

/* What exporting adds to a book before it is written out. */
#define N_UNLOCK_AND_EXPORT 2

static JsonArray *
get_entries (JsonNode *document)
{
  return json_object_get_array_member (json_node_get_object (document), "entries");
}

/* The book's own entries, of which the export itself is one, are there too. */
static guint
count_of_case (JsonArray *entries)
{
  guint n_found = 0;

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);
      if (g_str_equal (json_object_get_string_member (entry, "case"), CASE))
        n_found++;
    }
  return n_found;
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_stilectl (NULL, "ledger", "export", fixture->book, "--adviser", ADVISER,
                                      "-p", fixture->passphrase, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) document = json_from_string (run->out, &error);
  JsonObject *person, *content;

  assert_exit (run, 0);
  g_assert_no_error (error);
  assert_contains (run->err, "not sealed");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (document), "station"), ==,
                   "Front desk");
  g_assert_cmpuint (count_of_case (get_entries (document)), ==, 2);
  assert_contains (run->out, "\"kind\":\"export\"");
  person = json_array_get_object_element (get_entries (document), 1);
  content = json_object_get_object_member (person, "content");
  g_assert_cmpstr (json_object_get_string_member (person, "case"), ==, CASE);
  g_assert_cmpstr (json_object_get_string_member (person, "kind"), ==, "person");
  g_assert_cmpstr (json_object_get_string_member (person, "adviser"), ==, ADVISER);
  g_assert_cmpstr (json_object_get_string_member (content, "name"), ==, "Żaneta \"Z\" O'Hara");
  g_assert_false (json_object_has_member (person, "seq"));
}

/* More than is read at once: nothing is left out and nothing comes twice. */
static void
test_export_many (Fixture *fixture, gconstpointer data)
{
  enum { MANY = 1001 };
  g_autoptr (StileLedger) ledger = stile_ledger_open (fixture->book, NULL);
  g_autofree StileEntryDraft *drafts = g_new0 (StileEntryDraft, MANY);
  g_autoptr (JsonNode) content = json_from_string ("{\"text\": \"x\"}", NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (JsonNode) document = NULL;
  g_autoptr (Run) run = NULL;
  JsonArray *entries;

  g_assert_true (stile_ledger_unlock (ledger, ADVISER, PASSPHRASE, NULL));
  for (guint i = 0; i < MANY; i++)
    drafts[i] = (StileEntryDraft) { CASE, "note", content };
  g_assert_true (stile_ledger_append_all (ledger, drafts, MANY, NULL, NULL));
  g_clear_pointer (&ledger, stile_ledger_close);

  run = run_stilectl (NULL, "ledger", "export", fixture->book, "-p", fixture->passphrase, NULL);
  assert_exit (run, 0);
  document = json_from_string (run->out, NULL);
  entries = get_entries (document);
  for (guint i = 0; i < json_array_get_length (entries); i++)
    g_hash_table_add (ids, (gpointer) json_object_get_string_member (
                             json_array_get_object_element (entries, i), "id"));
  g_assert_cmpuint (count_of_case (entries), ==, MANY + 2);
  g_assert_cmpuint (g_hash_table_size (ids), ==, json_array_get_length (entries));
}

static void
test_export_wrong_adviser (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_stilectl (NULL, "ledger", "export", fixture->book, "--adviser", "Eve",
                                      "-p", fixture->passphrase, NULL);

  assert_exit (run, 1);
  g_assert_cmpstr (run->out, ==, "");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/stilectl-ledger/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stilectl-ledger/init", test_init);
  ADD ("init/replaces-nothing", test_init_replaces_nothing);
  g_test_add_func ("/stilectl-ledger/init/weak-passphrase", test_init_weak_passphrase);
  g_test_add_func ("/stilectl-ledger/init/endless-passphrase", test_init_endless_passphrase);
  g_test_add_func ("/stilectl-ledger/init/full-disk", test_init_full_disk);
  ADD ("verify/locked", test_verify_locked);
  ADD ("verify/unlocked", test_verify_unlocked);
  ADD ("verify/figure", test_verify_figure);
  ADD ("verify/wrong-passphrase", test_verify_wrong_passphrase);
  ADD ("verify/passphrase-with-zero-byte", test_verify_passphrase_with_zero_byte);
  ADD ("verify/passphrase-file-missing", test_verify_passphrase_file_missing);
  g_test_add_func ("/stilectl-ledger/verify/not-a-book", test_verify_not_a_book);
  ADD ("verify/damaged", test_verify_damaged);
  ADD ("export", test_export);
  ADD ("export/many", test_export_many);
  ADD ("export/wrong-adviser", test_export_wrong_adviser);

  return g_test_run ();
}
