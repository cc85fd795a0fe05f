// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "advisers.h"
#include "error-summary.h"
#include "book-fixture.h"
#include "pages/preferences/key-dialog.h"
#include "widgets/recovery-key-view.h"

static void
open_dialog (BookFixture *fixture, StileKeyTask task)
{
  fixture->widget = stile_key_dialog_new (NULL, book_fixture_get_ledger (fixture), task);
  fixture->window = fixture->widget;
  gtk_window_present (fixture->window);
  fixture_settle ();
}

static gboolean
is_idle (gpointer dialog)
{
  return !stile_key_dialog_is_busy (dialog);
}

static void
go (BookFixture *fixture)
{
  g_signal_emit_by_name (book_fixture_child (fixture, "go_button"), "clicked");
  fixture_wait (is_idle, fixture->widget);
}

static void
type (BookFixture *fixture, const char *id, const char *text)
{
  gtk_editable_set_text (book_fixture_child (fixture, id), text);
}

static gboolean
is_done (BookFixture *fixture)
{
  return adw_bin_get_child (book_fixture_child (fixture, "steps"))
         == book_fixture_child (fixture, "done_page");
}

static gboolean
has_focus (BookFixture *fixture, const char *id)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus != NULL
         && (focus == book_fixture_child (fixture, id)
             || gtk_widget_is_ancestor (focus, book_fixture_child (fixture, id)));
}

static void
test_focus (BookFixture *fixture, gconstpointer data)
{
  static const struct
  {
    StileKeyTask task;
    const char *focus;
  } table[] = {
    { STILE_KEY_TASK_ADD_ADVISER, "name_row" },
    { STILE_KEY_TASK_CHANGE_PASSPHRASE, "old_row" },
    { STILE_KEY_TASK_TEST_SHEET, "key_row" },
    { STILE_KEY_TASK_NEW_SHEET, "cancel_button" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      open_dialog (fixture, table[i].task);
      g_assert_true (has_focus (fixture, table[i].focus));
      gtk_window_destroy (g_steal_pointer (&fixture->window));
    }
}

static void
test_add (BookFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  open_dialog (fixture, STILE_KEY_TASK_ADD_ADVISER);
  type (fixture, "name_row", " Bert ");
  adw_combo_row_set_selected (book_fixture_child (fixture, "role_row"), 1);
  type (fixture, "new_row", "four five six");
  type (fixture, "again_row", "four five six");
  go (fixture);
  g_assert_true (is_done (fixture));
  g_assert_cmpstr (gtk_editable_get_text (book_fixture_child (fixture, "new_row")), ==, "");

  stile_book_lock (fixture->book);
  stile_ledger_unlock (book_fixture_get_ledger (fixture), "Bert", "four five six", &error);
  g_assert_no_error (error);
  g_assert_cmpint (stile_ledger_get_role (book_fixture_get_ledger (fixture)), ==,
                   STILE_ROLE_MANAGER);
}

static void
test_add_faults (BookFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) names = NULL;

  open_dialog (fixture, STILE_KEY_TASK_ADD_ADVISER);
  go (fixture);
  g_assert_false (stile_error_summary_is_empty (book_fixture_child (fixture, "summary")));
  type (fixture, "name_row", FIXTURE_ADVISER); /* taken */
  type (fixture, "new_row", "four five six");
  type (fixture, "again_row", "four five six");
  go (fixture);
  g_assert_false (stile_error_summary_is_empty (book_fixture_child (fixture, "summary")));
  g_assert_false (is_done (fixture));
  names = stile_ledger_dup_advisers (book_fixture_get_ledger (fixture), NULL);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
}

static void
test_change (BookFixture *fixture, gconstpointer data)
{
  open_dialog (fixture, STILE_KEY_TASK_CHANGE_PASSPHRASE);
  type (fixture, "old_row", "wrong wrong");
  type (fixture, "new_row", "four five six");
  type (fixture, "again_row", "four five six");
  go (fixture);
  g_assert_false (is_done (fixture));
  type (fixture, "old_row", FIXTURE_PASSPHRASE);
  go (fixture);
  g_assert_true (is_done (fixture));
  stile_book_lock (fixture->book);
  g_assert_true (stile_ledger_unlock (book_fixture_get_ledger (fixture), FIXTURE_ADVISER,
                                      "four five six", NULL));
}

/* The new key is on the screen until it is in a safe place: nothing closes it before. */
static void
assert_new_key (BookFixture *fixture)
{
  StileRecoveryKeyView *view = book_fixture_child (fixture, "key_view");
  gpointer label = fixture_child (view, STILE_TYPE_RECOVERY_KEY_VIEW, "key_label");
  gpointer safe = fixture_child (view, STILE_TYPE_RECOVERY_KEY_VIEW, "safe_check");

  g_assert_true (stile_recovery_key_view_shows_key (view));
  g_assert_true (stile_ledger_test_recovery_key (book_fixture_get_ledger (fixture),
                                                 gtk_label_get_label (label), NULL));
  gtk_window_close (fixture->window);
  fixture_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  gtk_check_button_set_active (safe, TRUE);
  fixture_press (view, "_Go on");
  g_assert_true (is_done (fixture));
  g_assert_cmpstr (gtk_label_get_label (label), ==, "");
}

static void
test_new_sheet (BookFixture *fixture, gconstpointer data)
{
  open_dialog (fixture, STILE_KEY_TASK_NEW_SHEET);
  go (fixture);
  assert_new_key (fixture);
}

static void
test_rekey (BookFixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_add_person (fixture->book, "Ada", NULL);
  g_autoptr (StileCase) person_file = NULL;

  open_dialog (fixture, STILE_KEY_TASK_REKEY);
  go (fixture);
  assert_new_key (fixture);
  person_file = stile_casework_load_case (stile_book_get_casework (fixture->book), case_id, NULL);
  g_assert_nonnull (person_file);
}

static void
test_test_sheet (BookFixture *fixture, gconstpointer data)
{
  char *key = NULL;
  char *words;

  stile_ledger_replace_recovery_key (book_fixture_get_ledger (fixture), &key, NULL);
  words = stile_recovery_key_to_words (key);
  open_dialog (fixture, STILE_KEY_TASK_TEST_SHEET);
  type (fixture, "key_row", "not the key");
  go (fixture);
  g_assert_false (is_done (fixture));
  type (fixture, "key_row", words);
  go (fixture);
  g_assert_true (is_done (fixture));
  stile_secret_free (words);
  stile_secret_free (key);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) \
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)
  ADD ("/key-dialog/focus", test_focus);
  ADD ("/key-dialog/add", test_add);
  ADD ("/key-dialog/add-faults", test_add_faults);
  ADD ("/key-dialog/change", test_change);
  ADD ("/key-dialog/new-sheet", test_new_sheet);
  ADD ("/key-dialog/rekey", test_rekey);
  ADD ("/key-dialog/test-sheet", test_test_sheet);
#undef ADD
  return g_test_run ();
}
