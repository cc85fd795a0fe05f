// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>

#include "fixture.h"
#include "made-up-catalogue.h"
#include "made-up-services.h"
#include "pages/directory/import-dialog.h"
#include "words.h"

/* Enough that it cannot be done before it is stopped; sanitizers are slow. */
#ifdef __SANITIZE_ADDRESS__
#define MANY 300
#else
#define MANY 2000
#endif

typedef struct
{
  char *folder;
  char *directory;
  StileImportDialog *dialog;
  guint imported; /* how often it said so */
} Fixture;

static void
imported_cb (Fixture *fixture)
{
  fixture->imported++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->directory = g_build_filename (fixture->folder, "directory.sqlite", NULL);
  fixture->dialog = g_object_ref_sink (stile_import_dialog_new (NULL, fixture->directory));
  fixture->imported = 0;
  g_signal_connect_swapped (fixture->dialog, "imported", G_CALLBACK (imported_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  fixture_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_object_unref (fixture->dialog);
  fixture_settle ();
  g_free (fixture->directory);
  fixture_remove_folder (fixture->folder);
}

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->dialog, STILE_TYPE_IMPORT_DIALOG, id);
}

static gboolean
shows (Fixture *fixture, const char *id)
{
  return adw_bin_get_child (child (fixture, "steps")) == child (fixture, id);
}

static gboolean
is_done (gpointer data)
{
  return !shows (data, "progress_step");
}

static void
start (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  const char *const paths[] = { path, NULL };

  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  stile_import_dialog_import (fixture->dialog, paths);
}

static void
import (Fixture *fixture, const char *name, const char *text)
{
  start (fixture, name, text);
  g_assert_true (shows (fixture, "progress_step"));
  fixture_wait (is_done, fixture);
}

static guint
count_services (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileDirectory) directory = stile_directory_open (fixture->directory, &error);
  g_autofree char *at = NULL;
  guint services = 0;

  g_assert_no_error (error);
  g_assert_true (stile_directory_get_size (directory, &services, &at, &error));
  return services;
}

#define GOOD "{\"id\": \"a\", \"name\": \"Food bank\", \"status\": \"active\"}"
#define FAULTY                                                                                     \
  "[" GOOD ", {\"id\": \"b\", \"name\": \"Law\", \"status\": \"active\", \"minimum_age\": -4},"    \
  " {\"id\": \"c\"}]"

static void
test_clean (Fixture *fixture, gconstpointer data)
{
  import (fixture, "feed.json", "[" GOOD "]");
  g_assert_true (shows (fixture, "report_step"));
  g_assert_true (fixture_says (fixture->dialog, "The directory has 1 service now."));
  g_assert_true (fixture_says (fixture->dialog, "No faults were found."));
  g_assert_cmpuint (fixture->imported, ==, 1);
  g_assert_cmpuint (count_services (fixture), ==, 1);
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  import (fixture, "feed.json", FAULTY);
  g_assert_true (fixture_says (fixture->dialog, "New: 2. Gone: 0. Records read: 3. Left out: 1."));
  g_assert_true (fixture_says (fixture->dialog, "minimum_age: "));
  g_assert_false (fixture_says (fixture->dialog, fixture->folder));
  g_assert_cmpuint (g_list_model_get_n_items (child (fixture, "faults")), >=, 2);
}

/* What begins with the name of a file is read from the right all the same. */
static void
test_faults_keep_to_their_side (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("ar");

  import (fixture, "feed.json", FAULTY);
  fixture_settle ();
  g_assert_true (fixture_says (fixture->dialog, "\u200F\u2068feed.json:2: b: minimum_age: "));
}

static void
test_save_report (Fixture *fixture, gconstpointer data)
{
  g_autofree char *csv = g_build_filename (fixture->folder, "report.csv", NULL);
  g_autofree char *plain = g_build_filename (fixture->folder, "report.txt", NULL);
  g_autofree char *table = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, "feed.json", FAULTY);
  g_assert_true (stile_import_dialog_write_report (fixture->dialog, csv, &error));
  g_assert_true (stile_import_dialog_write_report (fixture->dialog, plain, &error));
  g_assert_true (g_file_get_contents (csv, &table, NULL, NULL));
  g_assert_true (g_file_get_contents (plain, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (table, "file,record,id,field,what"));
  g_assert_nonnull (strstr (text, "Services now: 2"));
}

/* What cannot be read is named, and another file can be chosen. */
static const struct
{
  const char *name;
  const char *text;
} unreadable[] = {
  { "letter.json", "Dear Sir or Madam, this is long" },
  { "empty.csv", "" },
  { "none.json", NULL },
};

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      import (fixture, unreadable[i].name, unreadable[i].text);
      g_assert_true (shows (fixture, "choose_step"));
      g_assert_true (fixture_says (child (fixture, "trouble_label"), unreadable[i].name));
      g_assert_cmpuint (fixture->imported, ==, 0);
    }
}

/* However far it had come, the old directory is whole. */
static void
test_stop (Fixture *fixture, gconstpointer data)
{
  g_autofree char *many = stile_made_up_services (MANY);

  import (fixture, "feed.json", "[" GOOD "]");
  start (fixture, "many.json", many);
  fixture_press (fixture->dialog, "_Stop");
  fixture_wait (is_done, fixture);
  g_assert_true (fixture_says (fixture->dialog, "The import was stopped."));
  g_assert_cmpuint (fixture->imported, ==, 1);
  g_assert_cmpuint (count_services (fixture), ==, 1);
}

/* The first files of the folder were read by then. */
static void
test_stop_in_a_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *many = stile_made_up_services (MANY);
  g_autofree char *feed = g_build_filename (fixture->folder, "feed", NULL);
  g_autofree char *first = g_build_filename (feed, "1.json", NULL);
  g_autofree char *second = g_build_filename (feed, "2.json", NULL);

  import (fixture, "feed.json", "[" GOOD "]");
  g_assert_cmpint (g_mkdir (feed, 0700), ==, 0);
  g_assert_true (g_file_set_contents (first, "{\"id\": \"z\", \"name\": \"Z\"}", -1, NULL));
  g_assert_true (g_file_set_contents (second, many, -1, NULL));
  start (fixture, "feed", NULL);
  fixture_press (fixture->dialog, "_Stop");
  fixture_wait (is_done, fixture);
  g_assert_true (fixture_says (fixture->dialog, "The import was stopped."));
  g_assert_cmpuint (fixture->imported, ==, 1);
  g_assert_cmpuint (count_services (fixture), ==, 1);
  fixture_remove_folder (g_steal_pointer (&feed));
}

/* Closing it stops what is being read; nothing of the dialog is used afterwards. */
static void
test_close_while_reading (Fixture *fixture, gconstpointer data)
{
  g_autofree char *many = stile_made_up_services (MANY);

  start (fixture, "many.json", many);
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  fixture_wait (is_done, fixture);
  g_assert_cmpuint (fixture->imported, ==, 0);
  g_assert_cmpuint (count_services (fixture), ==, 0);
}

int
main (int argc, char *argv[])
{
  made_up_catalogue_install ("ar", NULL, "msgid \"Done\"\nmsgstr \"تم\"\n");
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/import-dialog/clean", test_clean);
  ADD ("/import-dialog/faults", test_faults);
  ADD ("/import-dialog/faults-keep-to-their-side", test_faults_keep_to_their_side);
  ADD ("/import-dialog/save-report", test_save_report);
  ADD ("/import-dialog/unreadable", test_unreadable);
  ADD ("/import-dialog/stop", test_stop);
  ADD ("/import-dialog/stop-in-a-folder", test_stop_in_a_folder);
  ADD ("/import-dialog/close-while-reading", test_close_while_reading);
#undef ADD
  return g_test_run ();
}
