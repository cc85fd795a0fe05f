// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "book.h"
#include "fixture.h"

typedef struct
{
  char *folder;
  char *path;
  StileBook *book;
  char *recovery_key;
  gboolean done;
  gboolean unlocked;
  GError *error;
} Fixture;

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->done;
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->book = stile_book_create_finish (result, &fixture->recovery_key, &fixture->error);
  fixture->done = TRUE;
}

static void
unlocked_cb (GObject *book, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->unlocked = stile_book_unlock_finish (STILE_BOOK (book), result, &fixture->error);
  fixture->done = TRUE;
}

static void
create (Fixture *fixture)
{
  stile_book_create_async (fixture->path, "Test desk", FIXTURE_ADVISER, FIXTURE_PASSPHRASE,
                           STILE_KEY_COST_MIN, created_cb, fixture);
  fixture_wait (is_done, fixture);
  fixture->done = FALSE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.stile", NULL);
  create (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->book);
  g_clear_error (&fixture->error);
  g_clear_pointer (&fixture->recovery_key, stile_secret_free);
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  g_assert_no_error (fixture->error);
  g_assert_true (stile_book_is_unlocked (fixture->book));
  g_assert_nonnull (fixture->recovery_key);
  g_assert_true (stile_book_get_ledger (fixture->book)
                 == stile_casework_get_ledger (stile_book_get_casework (fixture->book)));
}

static void
test_create_over_another (Fixture *fixture, gconstpointer data)
{
  StileBook *first = g_steal_pointer (&fixture->book);

  g_clear_pointer (&fixture->recovery_key, stile_secret_free);
  create (fixture);
  g_assert_null (fixture->book);
  g_assert_null (fixture->recovery_key);
  g_assert_error (fixture->error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_EXISTS);
  fixture->book = first;
}

static void
test_unlock (Fixture *fixture, gconstpointer data)
{
  stile_book_lock (fixture->book);
  g_assert_false (stile_book_is_unlocked (fixture->book));
  stile_book_unlock_async (fixture->book, FIXTURE_ADVISER, FIXTURE_PASSPHRASE, unlocked_cb,
                           fixture);
  fixture_wait (is_done, fixture);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->unlocked);
  g_assert_true (stile_book_is_unlocked (fixture->book));
}

/* While the other thread reads ahead, nothing may be read or written beside it; and an answer that
 * waits to be saved is tried again every few seconds. */
static void
test_locked_until_the_thread_is_done (Fixture *fixture, gconstpointer data)
{
  stile_book_lock (fixture->book);
  stile_book_unlock_async (fixture->book, FIXTURE_ADVISER, FIXTURE_PASSPHRASE, unlocked_cb,
                           fixture);
  while (!is_done (fixture))
    {
      g_assert_false (stile_book_is_unlocked (fixture->book));
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_true (stile_book_is_unlocked (fixture->book));
}

static void
test_wrong_passphrase (Fixture *fixture, gconstpointer data)
{
  stile_book_lock (fixture->book);
  stile_book_unlock_async (fixture->book, FIXTURE_ADVISER, "one two four", unlocked_cb, fixture);
  fixture_wait (is_done, fixture);
  g_assert_error (fixture->error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
  g_assert_false (stile_book_is_unlocked (fixture->book));
}

static void
test_recover (Fixture *fixture, gconstpointer data)
{
  stile_book_lock (fixture->book);
  stile_book_recover_async (fixture->book, fixture->recovery_key, FIXTURE_ADVISER,
                            "four five six", unlocked_cb, fixture);
  fixture_wait (is_done, fixture);
  g_assert_no_error (fixture->error);
  g_assert_true (stile_book_is_unlocked (fixture->book));
}

/* The page that asked may be gone before the thread is done. */
static void
test_outlives_its_owner (Fixture *fixture, gconstpointer data)
{
  stile_book_lock (fixture->book);
  stile_book_unlock_async (fixture->book, FIXTURE_ADVISER, FIXTURE_PASSPHRASE, unlocked_cb,
                           fixture);
  g_clear_object (&fixture->book);
  fixture_wait (is_done, fixture);
  g_assert_true (fixture->unlocked);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->book);
  fixture->book = stile_book_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_false (stile_book_is_unlocked (fixture->book));
}

static void
test_open_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.stile", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_book_open (path, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_MISSING);
}

static guint
count_services (StileBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *imported_at = NULL;
  guint services = 0;

  stile_directory_get_size (stile_book_get_directory (book), &services, &imported_at, &error);
  g_assert_no_error (error);
  return services;
}

static void
test_directory (Fixture *fixture, gconstpointer data)
{
  g_autofree char *beside = g_build_filename (fixture->folder, "directory.sqlite", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_book_get_directory_problem (fixture->book));
  g_assert_cmpuint (count_services (fixture->book), ==, 0);
  g_assert_cmpstr (stile_directory_get_path (stile_book_get_directory (fixture->book)), ==, beside);
  g_assert_true (stile_directory_import_demo (stile_book_get_directory (fixture->book), &error));
  g_clear_object (&fixture->book);
  fixture->book = stile_book_open (fixture->path, &error);
  g_assert_cmpuint (count_services (fixture->book), ==, 60);
}

/* The work goes on without local services. */
static void
test_damaged_directory (Fixture *fixture, gconstpointer data)
{
  g_autofree char *beside = g_build_filename (fixture->folder, "directory.sqlite", NULL);
  g_autofree char *left = NULL;

  g_assert_true (g_file_set_contents (beside, "no directory at all", -1, NULL));
  g_assert_nonnull (strstr (stile_book_get_directory_problem (fixture->book), "directory.sqlite"));
  g_assert_cmpuint (count_services (fixture->book), ==, 0);
  g_assert_true (g_file_get_contents (beside, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, "no directory at all");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/book/create", test_create);
  ADD ("/book/create-over-another", test_create_over_another);
  ADD ("/book/unlock", test_unlock);
  ADD ("/book/locked-until-the-thread-is-done", test_locked_until_the_thread_is_done);
  ADD ("/book/wrong-passphrase", test_wrong_passphrase);
  ADD ("/book/recover", test_recover);
  ADD ("/book/outlives-its-owner", test_outlives_its_owner);
  ADD ("/book/open", test_open);
  ADD ("/book/open-nothing", test_open_nothing);
  ADD ("/book/directory", test_directory);
  ADD ("/book/damaged-directory", test_damaged_directory);
#undef ADD
  return g_test_run ();
}
