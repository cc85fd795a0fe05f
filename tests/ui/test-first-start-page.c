// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "error-summary.h"
#include "fixture.h"
#include "pages/first-start/first-start-page.h"
#include "widgets/recovery-key-view.h"

typedef struct
{
  char *folder;
  char *path;
  StileFirstStartPage *page;
  GtkWindow *window;
  StileBook *book; /* of the signal */
} Fixture;

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->page, STILE_TYPE_FIRST_START_PAGE, id);
}

static gpointer
key_child (Fixture *fixture, const char *id)
{
  return fixture_child (child (fixture, "key_view"), STILE_TYPE_RECOVERY_KEY_VIEW, id);
}

static void
done_cb (Fixture *fixture, StileBook *book)
{
  g_set_object (&fixture->book, book);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "new.stile", NULL);
  fixture->page = g_object_new (STILE_TYPE_FIRST_START_PAGE, NULL);
  g_signal_connect_swapped (fixture->page, "done", G_CALLBACK (done_cb), fixture);
  fixture->window = fixture_show (fixture->page);
  stile_first_start_page_open (fixture->page, fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  fixture_settle ();
  g_clear_object (&fixture->book);
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

static void
fill_in (Fixture *fixture, const char *again)
{
  gtk_editable_set_text (child (fixture, "station_row"), "Front desk");
  gtk_editable_set_text (child (fixture, "adviser_row"), "Anna");
  gtk_editable_set_text (child (fixture, "passphrase_row"), "one two three");
  gtk_editable_set_text (child (fixture, "again_row"), again);
  fixture_press (fixture->page, "_Continue");
}

static gboolean
shows_key (gpointer fixture)
{
  return stile_first_start_page_shows_key (((Fixture *) fixture)->page);
}

static gboolean
has_error (gpointer fixture)
{
  return !stile_error_summary_is_empty (child (fixture, "summary"));
}

static void
test_nothing_typed (Fixture *fixture, gconstpointer data)
{
  fixture_press (fixture->page, "_Continue");
  g_assert_true (gtk_window_get_focus (fixture->window) == child (fixture, "summary"));
  g_assert_true (gtk_widget_get_visible (child (fixture, "station_error")));
  g_assert_true (gtk_widget_get_visible (child (fixture, "adviser_error")));
  g_assert_true (gtk_widget_get_visible (child (fixture, "passphrase_error")));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_two_passphrases (Fixture *fixture, gconstpointer data)
{
  fill_in (fixture, "one two four");
  g_assert_true (gtk_widget_get_visible (child (fixture, "again_error")));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* This one pays for the real cost of a passphrase: it is what the page asks for. */
static void
test_make (Fixture *fixture, gconstpointer data)
{
  fill_in (fixture, "one two three");
  fixture_wait (shows_key, fixture);
  g_assert_cmpuint (strlen (gtk_label_get_label (key_child (fixture, "key_label"))), >, 20);
  g_assert_cmpstr (gtk_editable_get_text (child (fixture, "passphrase_row")), ==, "");

  gtk_check_button_set_active (key_child (fixture, "safe_check"), TRUE);
  fixture_press (fixture->page, "_Open the record book");
  g_assert_nonnull (fixture->book);
  g_assert_true (stile_book_is_unlocked (fixture->book));

  stile_first_start_page_close (fixture->page);
  g_assert_cmpstr (gtk_label_get_label (key_child (fixture, "key_label")), ==, "");
  g_assert_false (shows_key (fixture));
}

static void
test_no_place_for_it (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename ("/proc", "none", "new.stile", NULL);

  stile_first_start_page_open (fixture->page, path);
  fill_in (fixture, "one two three");
  fixture_wait (has_error, fixture);
  g_assert_cmpstr (gtk_editable_get_text (child (fixture, "station_row")), ==, "Front desk");
  g_assert_cmpstr (gtk_editable_get_text (child (fixture, "passphrase_row")), ==, "one two three");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/first-start-page/nothing-typed", test_nothing_typed);
  ADD ("/first-start-page/two-passphrases", test_two_passphrases);
  ADD ("/first-start-page/make", test_make);
  ADD ("/first-start-page/no-place-for-it", test_no_place_for_it);
#undef ADD
  return g_test_run ();
}
