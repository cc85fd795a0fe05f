// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "book-fixture.h"
#include "pages/preferences/retention-dialog.h"

static void
open_dialog (BookFixture *fixture)
{
  fixture->widget = stile_retention_dialog_new (NULL, stile_book_get_casework (fixture->book));
  fixture->window = fixture->widget;
  gtk_window_present (fixture->window);
  fixture_settle ();
}

static const char *
get_summary (BookFixture *fixture)
{
  return gtk_label_get_label (book_fixture_child (fixture, "summary_label"));
}

/* Without a time that the centre set, nobody is due, and it says so. */
static void
test_no_time_set (BookFixture *fixture, gconstpointer data)
{
  open_dialog (fixture);
  g_assert_true (g_str_has_prefix (get_summary (fixture), "This centre has not set"));
  g_assert_false (gtk_widget_get_visible (book_fixture_child (fixture, "erase_button")));
}

static void
test_nobody_due (BookFixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_add_person (fixture->book, "Ada", NULL);

  stile_casework_put_setting (stile_book_get_casework (fixture->book),
                              STILE_SETTING_RETENTION_MONTHS, "12", NULL);
  open_dialog (fixture);
  g_assert_cmpstr (get_summary (fixture), ==, "Nobody is due.");
  g_assert_false (gtk_widget_get_visible (book_fixture_child (fixture, "erase_button")));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) \
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)
  ADD ("/retention-dialog/no-time-set", test_no_time_set);
  ADD ("/retention-dialog/nobody-due", test_nobody_due);
#undef ADD
  return g_test_run ();
}
