// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "pages/preferences/retention-dialog.h"

typedef struct
{
  char *folder;
  StileBook *book;
  gpointer widget;
  GtkWindow *window;
} Fixture;


static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  fixture_settle ();
  g_object_unref (fixture->book);
  fixture_remove_folder (fixture->folder);
}

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->widget, G_OBJECT_TYPE (fixture->widget), id);
}

static void
open_dialog (Fixture *fixture)
{
  fixture->widget = stile_retention_dialog_new (NULL, stile_book_get_casework (fixture->book));
  fixture->window = fixture->widget;
  gtk_window_present (fixture->window);
  fixture_settle ();
}

static const char *
get_summary (Fixture *fixture)
{
  return gtk_label_get_label (child (fixture, "summary_label"));
}

/* Without a time that the centre set, nobody is due, and it says so. */
static void
test_no_time_set (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture);
  g_assert_true (g_str_has_prefix (get_summary (fixture), "This centre has not set"));
  g_assert_false (gtk_widget_get_visible (child (fixture, "erase_button")));
}

static void
test_nobody_due (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_add_person (fixture->book, "Ada", NULL);

  stile_casework_put_setting (stile_book_get_casework (fixture->book),
                              STILE_SETTING_RETENTION_MONTHS, "12", NULL);
  open_dialog (fixture);
  g_assert_cmpstr (get_summary (fixture), ==, "Nobody is due.");
  g_assert_false (gtk_widget_get_visible (child (fixture, "erase_button")));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/retention-dialog/no-time-set", test_no_time_set);
  ADD ("/retention-dialog/nobody-due", test_nobody_due);
#undef ADD
  return g_test_run ();
}
