// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#include <time.h>

#include "made-up-services.h"
#include "pages/directory/directory-page.h"
#include "pages/directory/import-dialog.h"
#include "pages/directory/service-item.h"

/* Sanitizers look for faults of memory, which a few show as well. */
#ifdef __SANITIZE_ADDRESS__
#define MANY 200
#else
#define MANY 5000
#endif

typedef struct
{
  char *folder;
  StileBook *book;
  StileDirectoryPage *page;
  GtkWindow *window;
} Fixture;

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->page, STILE_TYPE_DIRECTORY_PAGE, id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
  fixture->page = g_object_new (STILE_TYPE_DIRECTORY_PAGE, NULL);
  fixture->window = fixture_show (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  fixture_settle ();
  g_object_unref (fixture->book);
  fixture_remove_folder (fixture->folder);
}

static StileDirectory *
get_directory (Fixture *fixture)
{
  return stile_book_get_directory (fixture->book);
}

static void
open_page (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  stile_directory_page_open (fixture->page, stile_book_get_casework (fixture->book),
                             get_directory (fixture),
                             stile_book_get_directory_problem (fixture->book), &error);
  g_assert_no_error (error);
}

static void
import_demo (Fixture *fixture)
{
  g_assert_true (stile_directory_import_demo (get_directory (fixture), NULL));
}

static gboolean
shows (Fixture *fixture, const char *id)
{
  return adw_bin_get_child (child (fixture, "results")) == child (fixture, id);
}

/* As the page says it: "2 of 60 services". */
static guint
count_found (Fixture *fixture)
{
  if (shows (fixture, "no_match_page"))
    return 0;
  return (guint) atoi (gtk_label_get_label (child (fixture, "count_label")));
}

static void
search (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (child (fixture, "search"), text);
  g_signal_emit_by_name (child (fixture, "search"), "search-changed");
}

static void
test_nothing_yet (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  g_assert_true (shows (fixture, "empty_page"));
  g_assert_true (fixture_says (fixture->page, "No services yet"));
}

static gpointer
find_import_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (STILE_IS_IMPORT_DIALOG (window))
        return window;
    }
  return NULL;
}

/* The button that led to the first import is gone after it. */
static void
test_first_import_leads_to_the_search (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  open_page (fixture);
  gtk_widget_grab_focus (child (fixture, "first_import_button"));
  g_signal_emit_by_name (child (fixture, "first_import_button"), "clicked");
  dialog = find_import_dialog ();
  import_demo (fixture);
  g_signal_emit_by_name (dialog, "imported");
  gtk_window_destroy (dialog);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window),
                                         child (fixture, "search")));
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  import_demo (fixture);
  open_page (fixture);
  g_assert_true (shows (fixture, "list_page"));
  g_assert_cmpuint (count_found (fixture), ==, 60);
  g_assert_true (fixture_says (fixture->page, "60 services"));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  import_demo (fixture);
  open_page (fixture);
  search (fixture, "pharm");
  g_assert_cmpuint (count_found (fixture), ==, 2);
  g_assert_true (fixture_says (fixture->page, "2 of 60 services"));
  search (fixture, "no such thing");
  g_assert_true (shows (fixture, "no_match_page"));
  fixture_press (child (fixture, "no_match_page"), "_Show all services");
  g_assert_cmpuint (count_found (fixture), ==, 60);
}

static gpointer
filter_child (Fixture *fixture, const char *id)
{
  GtkWidget *filters = child (fixture, "filters");

  return fixture_child (filters, G_OBJECT_TYPE (filters), id);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  guint of_a_kind;

  import_demo (fixture);
  open_page (fixture);
  gtk_drop_down_set_selected (filter_child (fixture, "kind_choice"), 1);
  of_a_kind = count_found (fixture);
  g_assert_cmpuint (of_a_kind, >, 0);
  g_assert_cmpuint (of_a_kind, <, 60);
  g_assert_cmpstr (gtk_button_get_label (child (fixture, "filters_button")), ==, "_Filters (1)");
  gtk_toggle_button_set_active (filter_child (fixture, "paused_button"), TRUE);
  g_assert_true (shows (fixture, "no_match_page"));
}

/* Without a postcode of the centre there is nothing to measure from. */
static void
test_distance (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileServiceItem) nearest = NULL;

  import_demo (fixture);
  open_page (fixture);
  g_assert_false (gtk_widget_get_sensitive (filter_child (fixture, "distance_choice")));
  stile_casework_put_setting (stile_book_get_casework (fixture->book),
                              STILE_SETTING_CENTRE_POSTCODE, "QA5 1AB", &error);
  g_assert_no_error (error);
  open_page (fixture);
  gtk_drop_down_set_selected (filter_child (fixture, "distance_choice"), 1);
  g_assert_cmpuint (count_found (fixture), <, 60);
  nearest = g_list_model_get_item (child (fixture, "found"), 0);
  g_assert_cmpfloat (stile_service_item_get_row (nearest)->miles, <, 2);
}

/* Who comes back from a service finds the list as it was; who comes anew does not. */
static void
test_search_stays (Fixture *fixture, gconstpointer data)
{
  import_demo (fixture);
  open_page (fixture);
  search (fixture, "pharm");
  stile_directory_page_close (fixture->page);
  g_assert_cmpuint (g_list_model_get_n_items (child (fixture, "found")), ==, 0);
  open_page (fixture);
  g_assert_cmpuint (count_found (fixture), ==, 2);
  stile_directory_page_close (fixture->page);
  stile_directory_page_clear (fixture->page);
  open_page (fixture);
  g_assert_cmpuint (count_found (fixture), ==, 60);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *beside = g_build_filename (fixture->folder, "directory.sqlite", NULL);

  g_assert_true (g_file_set_contents (beside, "no directory at all", -1, NULL));
  open_page (fixture);
  g_assert_true (shows (fixture, "trouble_page"));
  g_assert_true (gtk_widget_get_visible (child (fixture, "renew_button")));
  g_assert_true (stile_book_renew_directory (fixture->book, NULL));
  open_page (fixture);
  g_assert_true (shows (fixture, "empty_page"));
}

static gboolean
scroll_to_the_last (gpointer data)
{
  Fixture *fixture = data;
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_vadjustment (child (fixture, "list_page"));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  return g_list_model_get_n_items (child (fixture, "found")) == 60;
}

/* Whoever scrolls comes to the last. */
static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  import_demo (fixture);
  open_page (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (child (fixture, "found")), <, 60);
  fixture_wait (scroll_to_the_last, fixture);
}

/* From anywhere in the list: GTK warns, which ends a test, where it cannot go back to the start. */
static void
test_scrolled_and_opened_again (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_vadjustment (child (fixture, "list_page"));

  import_demo (fixture);
  open_page (fixture);
  fixture_settle ();
  fixture_wait (scroll_to_the_last, fixture);
  fixture_settle ();
  search (fixture, "a");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  search (fixture, "");
  fixture_settle ();
  fixture_wait (scroll_to_the_last, fixture);
  fixture_settle ();
  stile_directory_page_close (fixture->page);
  open_page (fixture);
  fixture_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

static double
get_cpu_ms (gint64 since)
{
  return (double) (clock () - since) * 1000 / CLOCKS_PER_SEC;
}

/* Very many services are listed and searched; only those in sight become widgets. What a key press
 * takes is printed. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "h", "ho", "hou", "hous", "" };
  g_autofree char *text = stile_made_up_services (MANY);
  g_autofree char *path = g_build_filename (fixture->folder, "feed.json", NULL);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  gint64 began;
  guint i;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  stile_import_report_free (
      stile_directory_import (get_directory (fixture), paths, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  began = clock ();
  open_page (fixture);
  fixture_settle ();
  g_test_message ("%d services opened in %.1f ms", MANY, get_cpu_ms (began));
  g_assert_cmpuint (count_found (fixture), ==, MANY);
  for (i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      began = clock ();
      search (fixture, typed[i]);
      fixture_settle ();
      g_test_message ("“%s”: %.1f ms for %u services", typed[i], get_cpu_ms (began),
                      count_found (fixture));
    }
  g_assert_cmpuint (count_found (fixture), ==, MANY);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/directory-page/nothing-yet", test_nothing_yet);
  ADD ("/directory-page/first-import-leads-to-the-search", test_first_import_leads_to_the_search);
  ADD ("/directory-page/all", test_all);
  ADD ("/directory-page/search", test_search);
  ADD ("/directory-page/filters", test_filters);
  ADD ("/directory-page/distance", test_distance);
  ADD ("/directory-page/search-stays", test_search_stays);
  ADD ("/directory-page/scroll", test_scroll);
  ADD ("/directory-page/scrolled-and-opened-again", test_scrolled_and_opened_again);
  ADD ("/directory-page/damaged", test_damaged);
  ADD ("/directory-page/many", test_many);
#undef ADD
  return g_test_run ();
}
