// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* stilectl ledger backup, restore, advisers, recovery and rekey. */

#include "advisers.h"
#include "directory.h"
#include "stilectl.h"

#define ADVISER "Ada Nowak"
#define PASSPHRASE "three steps over a wall"
#define OTHER_PASSPHRASE "blue kettle on the stove"
#define CASE "0191c2a0-0000-7000-8000-000000000001"

typedef struct
{
  char *folder;
  char *book;
  char *passphrase;
  char *other_passphrase;
  char *recovery_key;
  char *backup;
} Fixture;

static void
append (Fixture *fixture, const char *json)
{
  g_autoptr (StileLedger) ledger = stile_ledger_open (fixture->book, NULL);
  g_autoptr (JsonNode) content = json_from_string (json, NULL);

  g_assert_true (stile_ledger_unlock (ledger, ADVISER, PASSPHRASE, NULL));
  g_assert_true (stile_ledger_append (ledger, CASE, "note", content, NULL, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  char *recovery_key = NULL;

  fixture->folder = new_folder ();
  fixture->book = g_build_filename (fixture->folder, "book.stile", NULL);
  fixture->backup = g_build_filename (fixture->folder, "backup.stile", NULL);
  fixture->passphrase = write_file (fixture->folder, "passphrase", PASSPHRASE, -1);
  fixture->other_passphrase = write_file (fixture->folder, "other", OTHER_PASSPHRASE, -1);
  ledger = stile_ledger_create (fixture->book, "Front desk", ADVISER, PASSPHRASE,
                                STILE_KEY_COST_MIN, &recovery_key, &error);
  g_assert_no_error (error);
  fixture->recovery_key = write_file (fixture->folder, "key", recovery_key, -1);
  stile_secret_free (recovery_key);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->book);
  g_free (fixture->backup);
  g_free (fixture->passphrase);
  g_free (fixture->other_passphrase);
  g_free (fixture->recovery_key);
}

#define run_ledger(verb, ...)                                                                      \
  run_stilectl (NULL, "ledger", verb, __VA_ARGS__, "-p", fixture->passphrase, NULL)
#define run_advisers(verb, ...) run_ledger ("advisers", verb, fixture->book, __VA_ARGS__)
#define run_restore(option)                                                                        \
  run_stilectl (NULL, "ledger", "restore", fixture->backup, fixture->book, "-a", ADVISER, "-p",    \
                fixture->passphrase, option, NULL)

static void
make_backup (Fixture *fixture)
{
  g_autoptr (Run) run = run_ledger ("backup", fixture->book, fixture->backup);

  assert_exit (run, 0);
}

/* ---- backup ---- */

static void
test_backup_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_ledger ("backup", fixture->book, fixture->backup);
  g_autoptr (Run) again = run_ledger ("backup", fixture->book, fixture->backup);
  g_autoptr (Run) verify = run_ledger ("verify", fixture->backup);

  assert_exit (run, 0);
  assert_contains (run->out, "backup.stile\nEntries: ");
  assert_contains (run->err, "same disk");
  assert_exit (again, 1);
  assert_contains (again->err, "already");
  assert_exit (verify, 0);
}

static void
test_backup_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) first = run_ledger ("backup", fixture->book, fixture->folder, "--keep", "1");
  g_autoptr (Run) second = run_ledger ("backup", fixture->book, fixture->folder, "--keep", "1");

  assert_exit (first, 0);
  assert_contains (first->out, "stile-backup-");
  assert_exit (second, 0);
  assert_contains (second->out, "Older ones removed: 1\n");
}

static void
test_backup_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) keep = run_ledger ("backup", fixture->book, fixture->folder, "--keep", "-1");
  g_autoptr (Run) stick = run_ledger ("backup", fixture->book, "/media/none/book.stile");
  g_autoptr (Run) nowhere = run_ledger ("backup", fixture->book);

  assert_exit (keep, 2);
  assert_exit (stick, 1);
  assert_contains (stick->err, "USB stick");
  assert_exit (nowhere, 2);
}

/* ---- restore ---- */

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  make_backup (fixture);
  {
    g_autoptr (Run) run = run_restore (NULL);
    g_autoptr (Run) verify = run_ledger ("verify", fixture->book);

    assert_exit (run, 0);
    g_assert_cmpstr (run->out, ==, "");
    assert_contains (run->err, "book.stile.replaced-");
    assert_exit (verify, 0);
  }
}

/* What the centre knows of services comes along to another computer. */
static void
test_restore_services (Fixture *fixture, gconstpointer data)
{
  g_autofree char *directory = stile_directory_dup_path_beside (fixture->book);
  g_autofree char *feed = write_file (
      fixture->folder, "feed.json",
      "{\"id\": \"a\", \"name\": \"Food Bank\", \"status\": \"active\"}", -1);
  char *other = new_folder ();
  g_autofree char *book = g_build_filename (other, "book.stile", NULL);
  g_autofree char *restored = stile_directory_dup_path_beside (book);
  g_autoptr (Run) import = run_stilectl (NULL, "directory", "import", feed, "-d", directory, NULL);
  g_autoptr (Run) backup = run_ledger ("backup", fixture->book, fixture->backup);
  g_autoptr (Run) run = run_stilectl (NULL, "ledger", "restore", fixture->backup, book, "-a",
                                      ADVISER, "-p", fixture->passphrase, NULL);
  g_autoptr (Run) list = run_stilectl (NULL, "directory", "list", "-d", restored, NULL);

  assert_exit (import, 0);
  assert_exit (backup, 0);
  assert_exit (run, 0);
  assert_exit (list, 0);
  assert_contains (list->out, "Food Bank");
  remove_folder (other);
}

static void
test_backup_broken_services (Fixture *fixture, gconstpointer data)
{
  g_autofree char *directory = write_file (fixture->folder, "directory.sqlite",
                                           "what is left of it, and that is not much", -1);
  g_autoptr (Run) run = run_ledger ("backup", fixture->book, fixture->backup);

  assert_exit (run, 0);
  assert_contains (run->err, "the services are not");
}

static void
test_restore_newer (Fixture *fixture, gconstpointer data)
{
  make_backup (fixture);
  append (fixture, "{\"text\": \"newer\"}");
  {
    g_autoptr (Run) refused = run_restore (NULL);
    g_autoptr (Run) told = run_restore ("--replace-newer");

    assert_exit (refused, 1);
    assert_contains (refused->err, "1 entry");
    assert_contains (refused->err, "--replace-newer");
    assert_exit (told, 0);
    assert_contains (told->err, "1 entry is only in the record book that was here");
  }
}

static void
test_restore_with_recovery_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (Run) run = NULL;

  make_backup (fixture);
  run = run_stilectl (NULL, "ledger", "restore", fixture->backup, fixture->book, "-a", ADVISER,
                      "-r", fixture->recovery_key, "-p", fixture->other_passphrase, NULL);
  assert_exit (run, 0);
  ledger = stile_ledger_open (fixture->book, NULL);
  g_assert_true (stile_ledger_unlock (ledger, ADVISER, OTHER_PASSPHRASE, NULL));
  g_assert_true (stile_ledger_test_recovery_key (ledger, g_strstrip (run->out), NULL));
}

static void
test_restore_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) nobody = NULL;
  g_autoptr (Run) missing = run_restore (NULL);

  nobody = run_ledger ("restore", fixture->backup, fixture->book);
  assert_exit (nobody, 2);
  assert_exit (missing, 1);
}

/* ---- advisers ---- */

static void
add_ben (Fixture *fixture)
{
  g_autoptr (Run) run = run_advisers ("add", "Ben", "-a", ADVISER, "-n", fixture->other_passphrase);

  assert_exit (run, 0);
}

static void
assert_list (Fixture *fixture, const char *expected)
{
  g_autoptr (Run) run = run_stilectl (NULL, "ledger", "advisers", "list", fixture->book, NULL);

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, expected);
}

static void
test_advisers_list (Fixture *fixture, gconstpointer data)
{
  assert_list (fixture, "manager\t" ADVISER "\n");
}

static void
test_advisers_add_and_remove (Fixture *fixture, gconstpointer data)
{
  add_ben (fixture);
  assert_list (fixture, "manager\t" ADVISER "\nadviser\tBen\n");
  {
    g_autoptr (Run) run = run_advisers ("remove", "Ben", "-a", ADVISER);
    g_autoptr (Run) again = run_advisers ("remove", "Ben", "-a", ADVISER);

    assert_exit (run, 0);
    assert_exit (again, 1);
  }
  assert_list (fixture, "manager\t" ADVISER "\n");
}

static void
test_advisers_role (Fixture *fixture, gconstpointer data)
{
  add_ben (fixture);
  {
    g_autoptr (Run) unknown = run_advisers ("role", "Ben", "king", "-a", ADVISER);
    g_autoptr (Run) last = run_advisers ("role", ADVISER, "adviser", "-a", ADVISER);
    g_autoptr (Run) run = run_advisers ("role", "Ben", "manager", "-a", ADVISER);

    assert_exit (unknown, 2);
    assert_exit (last, 1);
    assert_exit (run, 0);
  }
  assert_list (fixture, "manager\t" ADVISER "\nmanager\tBen\n");
}

static void
test_advisers_need_a_manager (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = NULL;

  add_ben (fixture);
  run = run_stilectl (NULL, "ledger", "advisers", "remove", fixture->book, ADVISER, "-a", "Ben",
                      "-p", fixture->other_passphrase, NULL);
  assert_exit (run, 1);
  assert_contains (run->err, "manager");
}

/* Both passphrases from standard input, a line each. */
static void
test_advisers_passwd (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run
    = run_stilectl (PASSPHRASE "\n" OTHER_PASSPHRASE "\n", "ledger", "advisers", "passwd",
                    fixture->book, "-a", ADVISER, "-p", "-", "-n", "-", NULL);
  g_autoptr (Run) old = run_ledger ("verify", fixture->book);
  g_autoptr (Run) new = run_stilectl (NULL, "ledger", "verify", fixture->book, "-p",
                                      fixture->other_passphrase, NULL);

  assert_exit (run, 0);
  assert_exit (old, 1);
  assert_exit (new, 0);
}

/* ---- recovery and rekey ---- */

static Run *
run_recovery_test (Fixture *fixture, const char *key)
{
  return run_stilectl (key, "ledger", "recovery", "test", fixture->book, "-r", "-", NULL);
}

static void
test_recovery (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = NULL;
  g_autoptr (Run) new = NULL;
  g_autoptr (Run) before = NULL;
  g_autoptr (Run) after = NULL;
  g_autoptr (Run) right = NULL;

  g_assert_true (g_file_get_contents (fixture->recovery_key, &old, NULL, NULL));
  before = run_recovery_test (fixture, old);
  new = run_ledger ("recovery", "new", fixture->book);
  after = run_recovery_test (fixture, old);
  right = run_recovery_test (fixture, new->out);
  assert_exit (before, 0);
  assert_exit (new, 0);
  assert_exit (after, 1);
  assert_exit (right, 0);
}

static void
test_rekey (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_ledger ("rekey", fixture->book);
  g_autoptr (Run) right = run_recovery_test (fixture, run->out);
  g_autoptr (Run) verify = run_ledger ("verify", fixture->book);
  g_autoptr (Run) audit = run_ledger ("audit", fixture->book, "--kind", "rekeyed");

  assert_exit (run, 0);
  assert_exit (right, 0);
  assert_exit (verify, 0);
  assert_contains (audit->out, ADVISER);
}

/* Only what was asked for is on standard output, and no passphrase is anywhere. */
static void
test_help (void)
{
  static const char *const verbs[][2] = {
    { "backup", "--help" }, { "restore", "--help" },  { "rekey", "--help" },
    { "advisers", "add" },  { "advisers", "remove" }, { "advisers", "passwd" },
    { "advisers", "list" }, { "advisers", "role" },   { "recovery", "new" },
    { "recovery", "test" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr (Run) run = run_stilectl (NULL, "ledger", verbs[i][0], verbs[i][1], "--help", NULL);

      assert_exit (run, 0);
      assert_contains (run->out, verbs[i][0]);
    }
}

#define ADD(path, test)                                                                            \
  g_test_add ("/stilectl-backup/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("backup/file", test_backup_file);
  ADD ("backup/folder", test_backup_folder);
  ADD ("backup/refused", test_backup_refused);
  ADD ("restore/restore", test_restore);
  ADD ("backup/broken-services", test_backup_broken_services);
  ADD ("restore/services", test_restore_services);
  ADD ("restore/newer", test_restore_newer);
  ADD ("restore/recovery-key", test_restore_with_recovery_key);
  ADD ("restore/refused", test_restore_refused);
  ADD ("advisers/list", test_advisers_list);
  ADD ("advisers/add-and-remove", test_advisers_add_and_remove);
  ADD ("advisers/role", test_advisers_role);
  ADD ("advisers/need-a-manager", test_advisers_need_a_manager);
  ADD ("advisers/passwd", test_advisers_passwd);
  ADD ("recovery", test_recovery);
  ADD ("rekey", test_rekey);
  g_test_add_func ("/stilectl-backup/help", test_help);

  return g_test_run ();
}
