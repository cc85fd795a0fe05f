// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>

#include "advisers.h"
#include "backup.h"
#include "error-summary.h"
#include "fixture.h"
#include "pages/restore/backup-view.h"
#include "pages/restore/restore-page.h"
#include "widgets/recovery-key-view.h"

typedef struct
{
  char *folder;
  char *path;
  char *backup;
  char *recovery_key;
  StileRestorePage *page;
  GtkWindow *window;
  guint n_starting; /* signals */
  guint n_cancelled;
  StileBook *restored;
} Fixture;

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->page, STILE_TYPE_RESTORE_PAGE, id);
}

static gboolean
is_at (Fixture *fixture, const char *step)
{
  return adw_bin_get_child (child (fixture, "steps")) == child (fixture, step);
}

static gboolean
is_idle (gpointer fixture)
{
  return !stile_restore_page_is_busy (((Fixture *) fixture)->page);
}

static void
starting_cb (Fixture *fixture)
{
  fixture->n_starting++;
}

static void
cancelled_cb (Fixture *fixture)
{
  fixture->n_cancelled++;
}

static void
done_cb (Fixture *fixture, StileBook *book)
{
  g_set_object (&fixture->restored, book);
}

/* A book with one person, and a backup of it. */
static void
make_book (Fixture *fixture)
{
  g_autoptr (StileBook) book = fixture_make_book (fixture->folder);
  StileLedger *ledger = stile_book_get_ledger (book);
  g_autofree char *case_id = fixture_add_person (book, "Ada", NULL);
  g_autoptr (StileBackup) backup = NULL;

  fixture->path = g_strdup (stile_ledger_get_path (ledger));
  g_assert_true (stile_ledger_replace_recovery_key (ledger, &fixture->recovery_key, NULL));
  backup = stile_ledger_backup_to_file (ledger, fixture->backup, NULL, NULL);
  g_assert_nonnull (backup);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->backup = g_build_filename (fixture->folder, "backup.stile", NULL);
  make_book (fixture);
  fixture->page = g_object_new (STILE_TYPE_RESTORE_PAGE, NULL);
  g_signal_connect_swapped (fixture->page, "starting", G_CALLBACK (starting_cb), fixture);
  g_signal_connect_swapped (fixture->page, "cancelled", G_CALLBACK (cancelled_cb), fixture);
  g_signal_connect_swapped (fixture->page, "done", G_CALLBACK (done_cb), fixture);
  fixture->window = fixture_show (fixture->page);
  stile_restore_page_open (fixture->page, fixture->path, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  fixture_settle ();
  g_clear_object (&fixture->restored);
  g_free (fixture->path);
  g_free (fixture->backup);
  stile_secret_free (fixture->recovery_key);
  fixture_remove_folder (fixture->folder);
}

static void
choose (Fixture *fixture, const char *path)
{
  stile_restore_page_choose (fixture->page, path);
  fixture_wait (is_idle, fixture);
}

static void
type (Fixture *fixture, const char *id, const char *text)
{
  gtk_editable_set_text (child (fixture, id), text);
}

static void
restore (Fixture *fixture)
{
  fixture_press (fixture->page, "_Restore this backup");
  fixture_wait (is_idle, fixture);
}

/* Somebody came after the backup was made. */
static void
write_more (Fixture *fixture)
{
  g_autoptr (StileBook) book = stile_book_open (fixture->path, NULL);

  g_assert_true (stile_ledger_unlock (stile_book_get_ledger (book), FIXTURE_ADVISER,
                                      FIXTURE_PASSPHRASE, NULL));
  g_free (fixture_add_person (book, "Bert", NULL));
}

static const char *
get_subtitle (Fixture *fixture, const char *id)
{
  gpointer view = child (fixture, "backup_view");

  return adw_action_row_get_subtitle (
      ADW_ACTION_ROW (fixture_child (view, STILE_TYPE_BACKUP_VIEW, id)));
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_at (fixture, "choose_step"));
  g_assert_false (gtk_widget_get_visible (child (fixture, "choose_error")));
}

static void
test_no_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *picture = g_build_filename (fixture->folder, "holiday.jpg", NULL);

  g_assert_true (g_file_set_contents (picture, "a picture", -1, NULL));
  choose (fixture, picture);
  g_assert_true (is_at (fixture, "choose_step"));
  g_assert_true (gtk_widget_get_visible (child (fixture, "choose_error")));
  choose (fixture, fixture->backup); /* another try */
  g_assert_true (is_at (fixture, "details_step"));
}

static void
test_what_it_holds (Fixture *fixture, gconstpointer data)
{
  choose (fixture, fixture->backup);
  g_assert_true (is_at (fixture, "details_step"));
  g_assert_cmpstr (get_subtitle (fixture, "file_row"), ==, "backup.stile");
  g_assert_cmpstr (get_subtitle (fixture, "station_row"), ==, "Test desk");
  g_assert_cmpstr (get_subtitle (fixture, "people_row"), ==, "1");
  g_assert_true (g_str_has_prefix (get_subtitle (fixture, "newest_row"), "Today, "));
  g_assert_cmpstr (get_subtitle (fixture, "services_row"), ==, "They are not in it.");
}

static void
test_nothing_newer (Fixture *fixture, gconstpointer data)
{
  choose (fixture, fixture->backup);
  g_assert_false (gtk_widget_get_visible (child (fixture, "consent_group")));
  g_assert_false (gtk_widget_get_visible (child (fixture, "station_group")));
  g_assert_true (gtk_widget_get_sensitive (child (fixture, "restore_button")));
}

/* Newer entries are not put away unless somebody says so. */
static void
test_newer (Fixture *fixture, gconstpointer data)
{
  write_more (fixture);
  choose (fixture, fixture->backup);
  g_assert_true (gtk_widget_get_visible (child (fixture, "consent_group")));
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "restore_button")));
  type (fixture, "passphrase_row", FIXTURE_PASSPHRASE);
  restore (fixture);
  g_assert_cmpuint (fixture->n_starting, ==, 0);

  gtk_check_button_set_active (child (fixture, "consent_check"), TRUE);
  restore (fixture);
  g_assert_true (is_at (fixture, "done_step"));
  g_assert_true (gtk_widget_get_visible (child (fixture, "to_do_group")));
}

/* Consent is for what was shown: another backup is looked at anew. */
static void
test_consent_is_not_kept (Fixture *fixture, gconstpointer data)
{
  write_more (fixture);
  choose (fixture, fixture->backup);
  gtk_check_button_set_active (child (fixture, "consent_check"), TRUE);
  choose (fixture, fixture->backup);
  g_assert_false (gtk_check_button_get_active (child (fixture, "consent_check")));
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "restore_button")));
}

/* What was written after looking is not put away either: it is looked at again. */
static void
test_written_meanwhile (Fixture *fixture, gconstpointer data)
{
  choose (fixture, fixture->backup);
  write_more (fixture);
  type (fixture, "passphrase_row", FIXTURE_PASSPHRASE);
  restore (fixture);
  fixture_wait (is_idle, fixture);
  g_assert_true (is_at (fixture, "details_step"));
  g_assert_true (gtk_widget_get_visible (child (fixture, "consent_group")));
}

static void
test_nothing_typed (Fixture *fixture, gconstpointer data)
{
  choose (fixture, fixture->backup);
  restore (fixture);
  g_assert_false (stile_error_summary_is_empty (child (fixture, "summary")));
  g_assert_cmpuint (fixture->n_starting, ==, 0);
}

static void
test_wrong_passphrase (Fixture *fixture, gconstpointer data)
{
  choose (fixture, fixture->backup);
  type (fixture, "passphrase_row", "not the right one");
  restore (fixture);
  g_assert_true (is_at (fixture, "details_step"));
  g_assert_false (stile_error_summary_is_empty (child (fixture, "summary")));
  type (fixture, "passphrase_row", FIXTURE_PASSPHRASE);
  restore (fixture);
  g_assert_true (is_at (fixture, "done_step"));
}

static void
test_restored (Fixture *fixture, gconstpointer data)
{
  choose (fixture, fixture->backup);
  type (fixture, "passphrase_row", FIXTURE_PASSPHRASE);
  restore (fixture);
  g_assert_cmpuint (fixture->n_starting, ==, 1);
  g_assert_true (is_at (fixture, "done_step"));
  g_assert_false (gtk_widget_get_visible (child (fixture, "cancel_button")));
  g_assert_cmpstr (gtk_editable_get_text (child (fixture, "passphrase_row")), ==, "");
  g_assert_null (fixture->restored);
  fixture_press (fixture->page, "_Open the record book");
  g_assert_true (stile_book_is_unlocked (fixture->restored));
}

static void
test_recovery_sheet (Fixture *fixture, gconstpointer data)
{
  gpointer key_view = child (fixture, "key_view");

  choose (fixture, fixture->backup);
  fixture_press (fixture->page, "Use the _recovery sheet");
  restore (fixture);
  g_assert_false (stile_error_summary_is_empty (child (fixture, "summary")));
  type (fixture, "key_row", fixture->recovery_key);
  type (fixture, "passphrase_row", "four five six");
  type (fixture, "again_row", "four five six");
  restore (fixture);
  g_assert_true (stile_restore_page_shows_key (fixture->page));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (fixture_child (key_view,
                                                                STILE_TYPE_RECOVERY_KEY_VIEW,
                                                                "safe_check")),
                               TRUE);
  fixture_press (key_view, "_Go on");
  g_assert_false (stile_restore_page_shows_key (fixture->page));
  g_assert_true (is_at (fixture, "done_step"));
}

/* Another computer: it gets a name, and nobody there can tell who was erased since. */
static void
test_no_book_yet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.stile", NULL);
  gpointer ledger;

  stile_restore_page_open (fixture->page, path, NULL);
  choose (fixture, fixture->backup);
  g_assert_true (gtk_widget_get_visible (child (fixture, "station_group")));
  g_assert_cmpstr (gtk_editable_get_text (child (fixture, "station_row")), ==, "Test desk");
  type (fixture, "station_row", " ");
  type (fixture, "passphrase_row", FIXTURE_PASSPHRASE);
  restore (fixture);
  g_assert_false (stile_error_summary_is_empty (child (fixture, "summary")));
  type (fixture, "station_row", "Back room");
  restore (fixture);
  fixture_press (fixture->page, "_Open the record book");
  ledger = stile_book_get_ledger (fixture->restored);
  g_assert_cmpstr (stile_ledger_get_station (ledger), ==, "Back room");
  g_assert_cmpstr (stile_ledger_get_path (ledger), ==, path);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  choose (fixture, fixture->backup);
  fixture_press (fixture->page, "_Cancel");
  g_assert_cmpuint (fixture->n_cancelled, ==, 1);
  g_assert_cmpuint (fixture->n_starting, ==, 0);
}

/* A second visit starts from the beginning, with nothing of the first. */
static void
test_opened_again (Fixture *fixture, gconstpointer data)
{
  choose (fixture, fixture->backup);
  type (fixture, "passphrase_row", FIXTURE_PASSPHRASE);
  restore (fixture);
  fixture_press (fixture->page, "_Open the record book");
  stile_restore_page_close (fixture->page);
  g_clear_object (&fixture->restored);
  stile_restore_page_open (fixture->page, fixture->path, NULL);
  g_assert_true (is_at (fixture, "choose_step"));
  g_assert_true (gtk_widget_get_visible (child (fixture, "cancel_button")));
  choose (fixture, fixture->backup);
  type (fixture, "passphrase_row", FIXTURE_PASSPHRASE);
  restore (fixture);
  g_assert_true (is_at (fixture, "done_step"));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/restore-page/choose", test_choose);
  ADD ("/restore-page/no-backup", test_no_backup);
  ADD ("/restore-page/what-it-holds", test_what_it_holds);
  ADD ("/restore-page/nothing-newer", test_nothing_newer);
  ADD ("/restore-page/newer", test_newer);
  ADD ("/restore-page/consent-is-not-kept", test_consent_is_not_kept);
  ADD ("/restore-page/written-meanwhile", test_written_meanwhile);
  ADD ("/restore-page/nothing-typed", test_nothing_typed);
  ADD ("/restore-page/wrong-passphrase", test_wrong_passphrase);
  ADD ("/restore-page/restored", test_restored);
  ADD ("/restore-page/recovery-sheet", test_recovery_sheet);
  ADD ("/restore-page/no-book-yet", test_no_book_yet);
  ADD ("/restore-page/cancel", test_cancel);
  ADD ("/restore-page/opened-again", test_opened_again);
#undef ADD
  return g_test_run ();
}
