// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo-book.h"
#include "followup.h"
#include "fixture.h"

#include <glib/gstdio.h>

/* People were referred to services that can be looked at. */
static gboolean
has_figures (StileBook *book)
{
  g_autoptr (GPtrArray) figures
      = stile_casework_list_service_figures (stile_book_get_casework (book), NULL);
  guint n_known = 0;

  for (guint i = 0; i < figures->len; i++)
    {
      const StileServiceFigures *service = g_ptr_array_index (figures, i);
      g_autoptr (StileService) found = NULL;

      if (service->service_id != NULL)
        found = stile_directory_load_service (stile_book_get_directory (book), service->service_id,
                                              NULL);
      n_known += found != NULL && service->made > 0;
    }
  return n_known >= 3;
}

static void
test_new (void)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_form_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (StileBook) book = NULL;
  g_autoptr (GPtrArray) people = NULL;
  GStatBuf status;
  g_autofree char *imported_at = NULL;
  guint services = 0;

  g_ptr_array_add (forms, fixture_load_form ());
  book = stile_demo_book_new (forms, &folder, &error);
  g_assert_no_error (error);
  g_assert_true (stile_book_is_unlocked (book));
  people = stile_casework_list_people (stile_book_get_casework (book), STILE_PEOPLE_ALL, NULL,
                                       &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, >=, 30);
  g_assert_null (stile_book_get_directory_problem (book));
  stile_directory_get_size (stile_book_get_directory (book), &services, &imported_at, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (services, ==, 60);
  g_assert_true (has_figures (book));
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);

  g_clear_object (&book);
  stile_demo_book_remove (folder);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_without_form (void)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  g_assert_null (stile_demo_book_new (forms, &folder, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_null (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo-book/new", test_new);
  g_test_add_func ("/demo-book/without-form", test_without_form);
  return g_test_run ();
}
