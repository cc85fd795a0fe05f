// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "advisers.h"
#include "backup.h"
#include "pages/restore/restore-page.h"
#include "window-fixture.h"

/* Restoring from wherever the window is. */

static gpointer
child (Fixture *fixture, const char *id)
{
  return window_child (fixture, "restore_page", STILE_TYPE_RESTORE_PAGE, id);
}

static gboolean
is_idle (gpointer fixture)
{
  return !stile_restore_page_is_busy (
      (StileRestorePage *) fixture_child (((Fixture *) fixture)->window, STILE_TYPE_WINDOW,
                                          "restore_page"));
}

static char *
make_backup (Fixture *fixture)
{
  g_autoptr (StileBook) book = fixture_make_book (fixture->folder);
  char *path = g_build_filename (fixture->folder, "backup.stile", NULL);
  g_autoptr (StileBackup) backup
      = stile_ledger_backup_to_file (stile_book_get_ledger (book), path, NULL, NULL);

  g_assert_nonnull (backup);
  return path;
}

static void
restore (Fixture *fixture, const char *backup)
{
  gpointer page = fixture_child (fixture->window, STILE_TYPE_WINDOW, "restore_page");

  stile_restore_page_choose (page, backup);
  fixture_wait (is_idle, fixture);
  gtk_editable_set_text (child (fixture, "passphrase_row"), FIXTURE_PASSPHRASE);
  fixture_press (page, "_Restore this backup");
  fixture_wait (is_idle, fixture);
  fixture_press (page, "_Open the record book");
}

static void
show (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_settle ();
}

static void
test_from_unlock (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = make_backup (fixture);

  window_open (fixture, "test.stile", TRUE);
  show (fixture);
  window_activate (fixture, "restore");
  g_assert_cmpstr (window_get_seen (fixture), ==, "StileRestorePage");
  g_assert_false (window_is_enabled (fixture, "restore"));
  g_assert_false (window_is_enabled (fixture, "choose-book"));
  restore (fixture, backup);
  g_assert_cmpstr (window_get_seen (fixture), ==, "StilePages");
  g_assert_cmpstr (window_get_page (fixture), ==, "StilePeoplePage");
}

static void
test_from_first_start (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = make_backup (fixture);

  window_open (fixture, "new.stile", TRUE);
  show (fixture);
  g_assert_cmpstr (window_get_seen (fixture), ==, "StileFirstStartPage");
  window_activate (fixture, "restore");
  restore (fixture, backup);
  g_assert_cmpstr (window_get_seen (fixture), ==, "StilePages");
}

/* A book that is damaged is what backups are for. */
static void
test_from_problem (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "broken.stile", NULL);

  g_assert_true (g_file_set_contents (path, "what is left of it", -1, NULL));
  window_open (fixture, "broken.stile", TRUE);
  g_assert_cmpstr (window_get_seen (fixture), ==, "StileProblemPage");
  g_assert_true (window_is_enabled (fixture, "restore"));
}

/* From work the book is locked first: whoever cancels needs the passphrase. */
static void
test_from_work (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = make_backup (fixture);

  window_open (fixture, "test.stile", TRUE);
  show (fixture);
  window_unlock (fixture, 0, FIXTURE_PASSPHRASE);
  window_activate (fixture, "preferences");
  window_activate (fixture, "restore");
  fixture_press (fixture->window, "_Cancel");
  g_assert_cmpstr (window_get_seen (fixture), ==, "StileUnlockPage");
  window_unlock (fixture, 0, FIXTURE_PASSPHRASE);
  g_assert_cmpstr (window_get_page (fixture), ==, "StilePreferencesPage"); /* as it was left */
  window_activate (fixture, "restore");
  restore (fixture, backup);
  g_assert_cmpstr (window_get_page (fixture), ==, "StilePeoplePage");
}

/* The book was closed for it: cancelling opens it again. */
static void
test_cancel_after_a_wrong_passphrase (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = make_backup (fixture);
  gpointer page = fixture_child (fixture->window, STILE_TYPE_WINDOW, "restore_page");

  window_open (fixture, "test.stile", TRUE);
  show (fixture);
  window_activate (fixture, "restore");
  stile_restore_page_choose (page, backup);
  fixture_wait (is_idle, fixture);
  gtk_editable_set_text (child (fixture, "passphrase_row"), "not the right one");
  fixture_press (page, "_Restore this backup");
  fixture_wait (is_idle, fixture);
  fixture_press (page, "_Cancel");
  g_assert_cmpstr (window_get_seen (fixture), ==, "StileUnlockPage");
  window_unlock (fixture, 0, FIXTURE_PASSPHRASE);
}

static void
test_advisers_may_not (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = fixture_make_book (fixture->folder);

  g_assert_true (stile_ledger_add_adviser (stile_book_get_ledger (book), "Bert", "four five six",
                                           STILE_ROLE_ADVISER, NULL));
  g_clear_object (&book);
  window_open (fixture, "test.stile", TRUE);
  show (fixture);
  window_unlock (fixture, 1, "four five six");
  g_assert_false (window_is_enabled (fixture, "restore"));
  window_activate (fixture, "lock");
  window_unlock (fixture, 0, FIXTURE_PASSPHRASE);
  g_assert_true (window_is_enabled (fixture, "restore"));
}

/* The book of the demo is thrown away: there is nothing to restore it from. */
static void
test_demo (Fixture *fixture, gconstpointer data)
{
  window_work_with (fixture, NULL);
  g_assert_false (window_is_enabled (fixture, "restore"));
}

int
main (int argc, char *argv[])
{
  g_autoptr (StileApplication) application = NULL;

  fixture_init (&argc, &argv);
  application = fixture_start_application ();
#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, application, window_set_up, func, window_tear_down)
  ADD ("/window-restore/from-unlock", test_from_unlock);
  ADD ("/window-restore/from-first-start", test_from_first_start);
  ADD ("/window-restore/from-problem", test_from_problem);
  ADD ("/window-restore/from-work", test_from_work);
  ADD ("/window-restore/cancel-after-a-wrong-passphrase", test_cancel_after_a_wrong_passphrase);
  ADD ("/window-restore/advisers-may-not", test_advisers_may_not);
  ADD ("/window-restore/demo", test_demo);
#undef ADD
  return g_test_run ();
}
