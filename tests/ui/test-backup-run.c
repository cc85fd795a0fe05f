// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>

#include "backup-run.h"
#include "fixture.h"

typedef struct
{
  char *folder;
  char *backups;
  StileBook *book;
  StileDailyBackup *daily;
  GString *said;
} Fixture;

static void
failed_cb (Fixture *fixture, const char *sentence)
{
  g_string_append_printf (fixture->said, "%s\n", sentence);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->backups = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
  fixture->said = g_string_new (NULL);
  fixture->daily = stile_daily_backup_new (NULL);
  g_signal_connect_swapped (fixture->daily, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->daily);
  g_object_unref (fixture->book);
  g_string_free (fixture->said, TRUE);
  fixture_remove_folder (fixture->backups);
  fixture_remove_folder (fixture->folder);
}

static gboolean
is_idle (gpointer fixture)
{
  return !stile_daily_backup_is_busy (((Fixture *) fixture)->daily);
}

static void
look (Fixture *fixture)
{
  stile_daily_backup_start (fixture->daily, stile_book_get_casework (fixture->book));
  fixture_wait (is_idle, fixture);
}

static void
choose (Fixture *fixture, const char *folder)
{
  g_autoptr (GError) error = NULL;

  stile_casework_put_setting (stile_book_get_casework (fixture->book),
                              STILE_SETTING_BACKUP_FOLDER, folder, &error);
  g_assert_no_error (error);
}

static guint
count_backups (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->backups, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static void
test_no_folder_chosen (Fixture *fixture, gconstpointer data)
{
  look (fixture);
  g_assert_cmpstr (fixture->said->str, ==, "");
}

static void
test_once_a_day (Fixture *fixture, gconstpointer data)
{
  choose (fixture, fixture->backups);
  look (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  look (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  g_assert_cmpstr (fixture->said->str, ==, "");
}

/* The trouble is said; the backups of the book go on. */
static void
test_broken_services (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = stile_directory_dup_path_beside (
      stile_ledger_get_path (stile_book_get_ledger (fixture->book)));

  g_assert_true (g_file_set_contents (path, "what is left of it, and that is not much", -1, NULL));
  choose (fixture, fixture->backups);
  look (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  g_assert_nonnull (strstr (fixture->said->str, "the services are not"));
}

/* A USB stick that is not there is said once, not every ten minutes. */
static void
test_missing_stick (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->backups, "stick", NULL);
  gsize length;

  choose (fixture, missing);
  look (fixture);
  length = fixture->said->len;
  g_assert_cmpuint (length, >, 0);
  look (fixture);
  g_assert_cmpuint (fixture->said->len, ==, length);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

static gboolean
yes (void)
{
  return TRUE;
}

static void
test_in_use (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->daily);
  fixture->daily = stile_daily_backup_new (yes);
  choose (fixture, fixture->backups);
  look (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 0);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  choose (fixture, fixture->backups);
  stile_book_lock (fixture->book);
  look (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/backup-run/no-folder-chosen", test_no_folder_chosen);
  ADD ("/backup-run/once-a-day", test_once_a_day);
  ADD ("/backup-run/broken-services", test_broken_services);
  ADD ("/backup-run/missing-stick", test_missing_stick);
  ADD ("/backup-run/in-use", test_in_use);
  ADD ("/backup-run/locked", test_locked);
#undef ADD
  return g_test_run ();
}
