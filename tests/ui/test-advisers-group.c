// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "advisers.h"
#include "book-fixture.h"
#include "pages/preferences/advisers-group.h"

static void
open_group (BookFixture *fixture)
{
  fixture->widget = g_object_new (STILE_TYPE_ADVISERS_GROUP, NULL);
  fixture->window = fixture_show (fixture->widget);
  stile_advisers_group_open (fixture->widget, stile_book_get_casework (fixture->book));
}

static const char *
get_subtitle (BookFixture *fixture, int index)
{
  gpointer row = gtk_list_box_get_row_at_index (book_fixture_child (fixture, "advisers"), index);

  return row != NULL ? adw_action_row_get_subtitle (row) : NULL;
}

static void
test_manager (BookFixture *fixture, gconstpointer data)
{
  open_group (fixture);
  g_assert_cmpstr (get_subtitle (fixture, 0), ==, "Centre manager (you)");
  g_assert_null (get_subtitle (fixture, 1));
  g_assert_true (gtk_widget_get_sensitive (book_fixture_child (fixture, "add_row")));
  g_assert_true (gtk_widget_get_sensitive (book_fixture_child (fixture, "rekey_row")));
}

/* What is not allowed is seen, with the reason. */
static void
test_adviser (BookFixture *fixture, gconstpointer data)
{
  book_fixture_become_bert (fixture);
  open_group (fixture);
  g_assert_cmpstr (get_subtitle (fixture, 1), ==, "Adviser (you)");
  g_assert_false (gtk_widget_get_sensitive (book_fixture_child (fixture, "add_row")));
  g_assert_cmpstr (adw_action_row_get_subtitle (book_fixture_child (fixture, "add_row")), ==,
                   "A centre manager can do this.");
  g_assert_true (gtk_widget_get_sensitive (book_fixture_child (fixture, "change_row")));
}

static AdwMessageDialog *
find_message (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static void
test_remove (BookFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  stile_ledger_add_adviser (book_fixture_get_ledger (fixture), "Bert", "four five six",
                            STILE_ROLE_ADVISER, &error);
  g_assert_no_error (error);
  open_group (fixture);
  fixture_press (gtk_list_box_get_row_at_index (book_fixture_child (fixture, "advisers"), 1),
                 "Remove…");
  adw_message_dialog_response (find_message (), "cancel");
  g_assert_nonnull (get_subtitle (fixture, 1));
  fixture_settle ();
  fixture_press (gtk_list_box_get_row_at_index (book_fixture_child (fixture, "advisers"), 1),
                 "Remove…");
  adw_message_dialog_response (find_message (), "remove");
  g_assert_null (get_subtitle (fixture, 1));
  fixture_settle ();
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) \
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)
  ADD ("/advisers-group/manager", test_manager);
  ADD ("/advisers-group/adviser", test_adviser);
  ADD ("/advisers-group/remove", test_remove);
#undef ADD
  return g_test_run ();
}
