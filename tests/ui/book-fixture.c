// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "book-fixture.h"

void
book_fixture_set_up (BookFixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
}

void
book_fixture_tear_down (BookFixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  fixture_settle ();
  g_object_unref (fixture->book);
  fixture_remove_folder (fixture->folder);
}

StileLedger *
book_fixture_get_ledger (BookFixture *fixture)
{
  return stile_book_get_ledger (fixture->book);
}

gpointer
book_fixture_child (BookFixture *fixture, const char *id)
{
  return fixture_child (fixture->widget, G_OBJECT_TYPE (fixture->widget), id);
}

void
book_fixture_become_bert (BookFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  stile_ledger_add_adviser (book_fixture_get_ledger (fixture), "Bert", "four five six",
                            STILE_ROLE_ADVISER, &error);
  g_assert_no_error (error);
  stile_book_lock (fixture->book);
  stile_ledger_unlock (book_fixture_get_ledger (fixture), "Bert", "four five six", &error);
  g_assert_no_error (error);
}
