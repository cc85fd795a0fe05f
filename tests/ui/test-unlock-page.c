// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "advisers.h"
#include "fixture.h"
#include "pages/unlock/unlock-page.h"
#include "widgets/recovery-key-view.h"

typedef struct
{
  char *folder;
  StileBook *book;
  StileUnlockPage *page;
  char *recovery_key;
  GtkWindow *window;
  guint unlocked;
} Fixture;

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->page, STILE_TYPE_UNLOCK_PAGE, id);
}

static void
unlocked_cb (Fixture *fixture)
{
  fixture->unlocked++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
  stile_ledger_replace_recovery_key (stile_book_get_ledger (fixture->book),
                                     &fixture->recovery_key, &error);
  g_assert_no_error (error);
  stile_book_lock (fixture->book);
  fixture->page = g_object_new (STILE_TYPE_UNLOCK_PAGE, NULL);
  g_signal_connect_swapped (fixture->page, "unlocked", G_CALLBACK (unlocked_cb), fixture);
  stile_unlock_page_open (fixture->page, fixture->book, &error);
  g_assert_no_error (error);
  fixture->window = fixture_show (fixture->page);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  fixture_settle ();
  g_object_unref (fixture->book);
  stile_secret_free (fixture->recovery_key);
  fixture_remove_folder (fixture->folder);
}

static gboolean
is_idle (gpointer fixture)
{
  return !stile_unlock_page_is_busy (((Fixture *) fixture)->page);
}

static void
unlock_with (Fixture *fixture, const char *passphrase)
{
  gtk_editable_set_text (child (fixture, "passphrase_row"), passphrase);
  fixture_press (fixture->page, "_Unlock");
  fixture_wait (is_idle, fixture);
}

static void
test_right (Fixture *fixture, gconstpointer data)
{
  unlock_with (fixture, FIXTURE_PASSPHRASE);
  g_assert_cmpuint (fixture->unlocked, ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (child (fixture, "passphrase_row")), ==, "");
}

/* From the menu another book can be opened, whose page would take over what is done to this one. */
static void
test_no_menu_meanwhile (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu_button = child (fixture, "menu_button");

  g_assert_true (gtk_widget_get_sensitive (menu_button));
  gtk_editable_set_text (child (fixture, "passphrase_row"), "one two four");
  fixture_press (fixture->page, "_Unlock");
  g_assert_false (gtk_widget_get_sensitive (menu_button));
  fixture_wait (is_idle, fixture);
  g_assert_true (gtk_widget_get_sensitive (menu_button));
}

static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  unlock_with (fixture, "one two four");
  g_assert_cmpuint (fixture->unlocked, ==, 0);
  g_assert_true (gtk_widget_get_visible (child (fixture, "passphrase_error")));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window),
                                         child (fixture, "passphrase_row")));
}

static void
test_any_length (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_one = g_strnfill (10000, 'x');

  unlock_with (fixture, "");
  g_assert_true (gtk_widget_get_visible (child (fixture, "passphrase_error")));
  unlock_with (fixture, long_one);
  g_assert_true (gtk_widget_get_visible (child (fixture, "passphrase_error")));
  g_assert_cmpuint (fixture->unlocked, ==, 0);
}

static void
test_recovery_sheet (Fixture *fixture, gconstpointer data)
{
  fixture_press (fixture->page, "Use the _recovery sheet");
  gtk_editable_set_text (child (fixture, "key_row"), "0000-0000-0000-0000-0000-0000-0000");
  gtk_editable_set_text (child (fixture, "new_row"), "four five six");
  gtk_editable_set_text (child (fixture, "again_row"), "four five seven");
  fixture_press (fixture->page, "_Unlock with the sheet");
  g_assert_true (gtk_widget_get_visible (child (fixture, "again_error")));
  g_assert_false (gtk_widget_get_visible (child (fixture, "key_error")));

  gtk_editable_set_text (child (fixture, "again_row"), "four five six");
  fixture_press (fixture->page, "_Unlock with the sheet");
  fixture_wait (is_idle, fixture);
  g_assert_true (gtk_widget_get_visible (child (fixture, "key_error")));
  g_assert_cmpuint (fixture->unlocked, ==, 0);

  fixture_press (fixture->page, "_Back to the passphrase");
  g_assert_cmpstr (gtk_editable_get_text (child (fixture, "key_row")), ==, "");
}

/* After five wrong ones it counts down in words, and nothing more can be tried. Others can. */
static void
test_wait (Fixture *fixture, gconstpointer data)
{
  guint i;

  for (i = 0; i < 5; i++)
    unlock_with (fixture, "one two four");
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "unlock_button")));
  g_assert_nonnull (strstr (gtk_label_get_label (child (fixture, "passphrase_error")),
                            "Please wait "));
  gtk_editable_set_text (child (fixture, "passphrase_row"), FIXTURE_PASSPHRASE);
  g_signal_emit_by_name (child (fixture, "passphrase_row"), "entry-activated");
  fixture_wait (is_idle, fixture);
  g_assert_cmpuint (fixture->unlocked, ==, 0);

  fixture_press (fixture->page, "Use the _recovery sheet");
  g_assert_true (gtk_widget_get_sensitive (child (fixture, "recover_button")));
  fixture_press (fixture->page, "_Back to the passphrase");
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "unlock_button")));
}

/* The sheet is used up: work begins only with the next one in a safe place. */
static void
test_recovery (Fixture *fixture, gconstpointer data)
{
  char *words = stile_recovery_key_to_words (fixture->recovery_key);
  gpointer key_view = child (fixture, "key_view");
  const char *new_key;

  fixture_press (fixture->page, "Use the _recovery sheet");
  gtk_editable_set_text (child (fixture, "key_row"), words);
  gtk_editable_set_text (child (fixture, "new_row"), "four five six");
  gtk_editable_set_text (child (fixture, "again_row"), "four five six");
  fixture_press (fixture->page, "_Unlock with the sheet");
  fixture_wait (is_idle, fixture);
  g_assert_cmpuint (fixture->unlocked, ==, 0);
  g_assert_true (stile_unlock_page_shows_key (fixture->page));
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "menu_button")));
  new_key = gtk_label_get_label (
      (gpointer) fixture_child (key_view, STILE_TYPE_RECOVERY_KEY_VIEW, "key_label"));
  g_assert_cmpstr (new_key, !=, fixture->recovery_key);
  g_assert_true (stile_ledger_test_recovery_key (stile_book_get_ledger (fixture->book), new_key,
                                                 NULL));

  gtk_check_button_set_active (
      (gpointer) fixture_child (key_view, STILE_TYPE_RECOVERY_KEY_VIEW, "safe_check"), TRUE);
  fixture_press (key_view, "_Open the record book");
  g_assert_cmpuint (fixture->unlocked, ==, 1);
  g_assert_false (stile_unlock_page_shows_key (fixture->page));
  g_assert_true (gtk_widget_get_sensitive (child (fixture, "menu_button")));
  stile_secret_free (words);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/unlock-page/right", test_right);
  ADD ("/unlock-page/no-menu-meanwhile", test_no_menu_meanwhile);
  ADD ("/unlock-page/wrong", test_wrong);
  ADD ("/unlock-page/any-length", test_any_length);
  ADD ("/unlock-page/recovery-sheet", test_recovery_sheet);
  ADD ("/unlock-page/wait", test_wait);
  ADD ("/unlock-page/recovery", test_recovery);
#undef ADD
  return g_test_run ();
}
