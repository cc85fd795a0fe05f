// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "pages/preferences/backup-group.h"

typedef struct
{
  char *folder;
  char *backups;
  StileBook *book;
  StileBackupGroup *group;
  GtkWindow *window;
} Fixture;

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->group, STILE_TYPE_BACKUP_GROUP, id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->backups = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
  fixture->group = g_object_new (STILE_TYPE_BACKUP_GROUP, NULL);
  fixture->window = fixture_show (fixture->group);
  stile_backup_group_open (fixture->group, stile_book_get_casework (fixture->book));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  fixture_settle ();
  g_object_unref (fixture->book);
  fixture_remove_folder (fixture->backups);
  fixture_remove_folder (fixture->folder);
}

static gboolean
is_idle (gpointer fixture)
{
  return !stile_backup_group_is_busy (((Fixture *) fixture)->group);
}

static void
back_up (Fixture *fixture)
{
  g_signal_emit_by_name (child (fixture, "now_row"), "activated");
  fixture_wait (is_idle, fixture);
}

static const char *
get_result (Fixture *fixture)
{
  return gtk_label_get_label (child (fixture, "result_label"));
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "now_row")));
  g_assert_cmpstr (adw_action_row_get_subtitle (child (fixture, "now_row")), ==,
                   "There is no backup yet.");
}

static void
test_now (Fixture *fixture, gconstpointer data)
{
  stile_backup_group_set_folder (fixture->group, fixture->backups);
  g_assert_true (gtk_widget_get_sensitive (child (fixture, "now_row")));
  back_up (fixture);
  g_assert_true (g_str_has_prefix (get_result (fixture), "The backup is made and checked."));
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (child (fixture, "now_row")),
                                   "Last backup: Today"));
}

/* The book is safe; that the services are not is not to be passed over. */
static void
test_broken_services (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = stile_directory_dup_path_beside (
      stile_ledger_get_path (stile_book_get_ledger (fixture->book)));

  g_assert_true (g_file_set_contents (path, "what is left of it, and that is not much", -1, NULL));
  stile_backup_group_set_folder (fixture->group, fixture->backups);
  back_up (fixture);
  g_assert_true (g_str_has_prefix (get_result (fixture), "The record book is in the backup, but"));
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (child (fixture, "now_row")),
                                   "Last backup: Today"));
}

static void
test_missing_stick (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->backups, "stick", NULL);

  stile_backup_group_set_folder (fixture->group, missing);
  back_up (fixture);
  g_assert_true (gtk_widget_get_visible (child (fixture, "result_label")));
  g_assert_cmpstr (adw_action_row_get_subtitle (child (fixture, "now_row")), ==,
                   "There is no backup yet.");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/backup-group/open", test_open);
  ADD ("/backup-group/now", test_now);
  ADD ("/backup-group/broken-services", test_broken_services);
  ADD ("/backup-group/missing-stick", test_missing_stick);
#undef ADD
  return g_test_run ();
}
