// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sqlite3.h>

#include "advisers.h"
#include "assessment-fixture.h"
#include "pages.h"
#include "window-fixture.h"

/* The record book takes no answers for a while, as on a full disk: what leads away from the
 * questions then, loses none. */

#define LOCKED_NOTICE "What was typed last is not saved yet."

/* Between these nothing of the kind "answer" can be written. */
static void
change_book (Fixture *fixture, const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->folder, "test.stile", NULL);
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
fill_disk (Fixture *fixture)
{
  change_book (fixture, "CREATE TRIGGER full_disk BEFORE INSERT ON entry WHEN NEW.kind = 'answer'"
                        " BEGIN SELECT RAISE (ABORT, 'no space'); END");
}

static void
free_disk (Fixture *fixture)
{
  change_book (fixture, "DROP TRIGGER full_disk");
}

static void
decline (Fixture *fixture)
{
  GObject *pages = fixture_child (fixture->window, STILE_TYPE_WINDOW, "pages");
  GObject *page = fixture_child (pages, STILE_TYPE_PAGES, "interview_page");

  gtk_widget_activate_action (assessment_fixture_get_child (page, "pane"), "question.decline",
                              NULL);
}

static guint
count_answers (StileBook *book)
{
  static const char sql[] = "SELECT count (*) FROM entry WHERE kind = 'answer'";
  g_autoptr (GError) error = NULL;
  g_autoptr (StileRows) rows
    = stile_ledger_query (stile_book_get_ledger (book), sql, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (stile_rows_next (rows, &error));
  return (guint) stile_rows_get_int (rows, 0);
}

static StileBook *
start (Fixture *fixture)
{
  StileBook *book = fixture_make_book (fixture->folder);

  window_work_with (fixture, book);
  window_open_interview (fixture, book);
  fill_disk (fixture);
  decline (fixture);
  g_assert_cmpuint (count_answers (book), ==, 0);
  return book;
}

static const char *
get_notice (Fixture *fixture)
{
  GtkLabel *notice = GTK_LABEL (fixture_child (fixture->window, STILE_TYPE_WINDOW, "notice"));

  return gtk_label_get_label (notice);
}

static void
assert_stays (Fixture *fixture, const char *action)
{
  window_activate (fixture, action);
  g_assert_cmpstr (window_get_page (fixture), ==, "StileInterviewPage");
}

static void
test_other_pages_wait (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = start (fixture);

  assert_stays (fixture, "people");
  assert_stays (fixture, "directory");
  assert_stays (fixture, "waiting");
  assert_stays (fixture, "preferences");
  free_disk (fixture);
  window_activate (fixture, "people");
  g_assert_cmpstr (window_get_page (fixture), ==, "StilePeoplePage");
  g_assert_cmpuint (count_answers (book), ==, 1);
}

static void
test_lock_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = start (fixture);
  g_autofree char *before = g_strdup (get_notice (fixture));

  window_activate (fixture, "lock");
  g_assert_true (g_str_has_prefix (get_notice (fixture), LOCKED_NOTICE));
  free_disk (fixture);
  window_unlock (fixture, 0, FIXTURE_PASSPHRASE);
  g_assert_cmpstr (get_notice (fixture), ==, before);
  window_activate (fixture, "people");
  g_assert_cmpuint (count_answers (book), ==, 1);
}

static void
test_no_thanks_for_what_is_not_safe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = start (fixture);

  window_activate (fixture, "hand-over");
  window_activate (fixture, "give-back");
  g_assert_true (g_str_has_prefix (get_notice (fixture), LOCKED_NOTICE));
  free_disk (fixture);
}

/* They see the list of people, and what the first one typed is in the book. */
static void
test_unlocked_by_somebody_else (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = start (fixture);
  g_autoptr (GError) error = NULL;

  stile_ledger_add_adviser (stile_book_get_ledger (book), "Bert", "four five six",
                            STILE_ROLE_ADVISER, &error);
  g_assert_no_error (error);
  window_activate (fixture, "lock");
  free_disk (fixture);
  window_unlock (fixture, 1, "four five six");
  g_assert_cmpstr (window_get_page (fixture), ==, "StilePeoplePage");
  g_assert_cmpuint (count_answers (book), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_autoptr (StileApplication) application = NULL;

  fixture_init (&argc, &argv);
  application = fixture_start_application ();
#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, application, window_set_up, func, window_tear_down)
  ADD ("/window-unsaved/other-pages-wait", test_other_pages_wait);
  ADD ("/window-unsaved/lock-says-so", test_lock_says_so);
  ADD ("/window-unsaved/no-thanks-for-what-is-not-safe", test_no_thanks_for_what_is_not_safe);
  ADD ("/window-unsaved/unlocked-by-somebody-else", test_unlocked_by_somebody_else);
#undef ADD
  return g_test_run ();
}
