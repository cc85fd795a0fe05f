// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "pages/problem/problem-page.h"

/* Whatever the ledger says, the person gets a heading and what to do. */
static void
test_words (void)
{
  int code;

  for (code = STILE_LEDGER_ERROR_MISSING; code <= STILE_LEDGER_ERROR_QUERY; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (STILE_LEDGER_ERROR, code, "Why.");

      g_assert_cmpstr (stile_problem_get_title (error), !=, "");
      g_assert_cmpstr (stile_problem_get_advice (error), !=, "");
    }
}

static void
test_newer (void)
{
  g_autoptr (GError) error = g_error_new_literal (STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NEWER,
                                                  "Why.");

  g_assert_cmpstr (stile_problem_get_title (error), ==, "This record book needs a newer Stile");
}

static void
test_other_domain (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, STILE_LEDGER_ERROR_NEWER, "Why.");

  g_assert_cmpstr (stile_problem_get_title (error), ==, "The record book could not be opened");
}

/* A path is text, never markup. */
static void
test_open (void)
{
  g_autoptr (GError) error = g_error_new_literal (STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED,
                                                  "It is <b>broken</b> & torn.");
  StileProblemPage *page = g_object_new (STILE_TYPE_PROBLEM_PAGE, NULL);
  GtkWindow *window = fixture_show (page);
  AdwStatusPage *status;

  stile_problem_page_open (page, error, "/home/a & b/<book>.stile");
  fixture_settle ();
  status = ADW_STATUS_PAGE (fixture_child (page, STILE_TYPE_PROBLEM_PAGE, "status"));
  g_assert_nonnull (strstr (adw_status_page_get_description (status), "a &amp; b/&lt;book&gt;"));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/problem-page/words", test_words);
  g_test_add_func ("/problem-page/newer", test_newer);
  g_test_add_func ("/problem-page/other-domain", test_other_domain);
  g_test_add_func ("/problem-page/open", test_open);
  return g_test_run ();
}
