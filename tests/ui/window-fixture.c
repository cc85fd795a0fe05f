// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window-fixture.h"

#include "assessment-fixture.h"
#include "pages.h"
#include "pages/unlock/unlock-page.h"

void
window_set_up (Fixture *fixture, gconstpointer application)
{
  fixture->folder = fixture_make_folder ();
  fixture->window = stile_window_new ((StileApplication *) application);
}

void
window_tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  fixture_remove_folder (fixture->folder);
}

const char *
window_get_seen (Fixture *fixture)
{
  GObject *frame = fixture_child (fixture->window, STILE_TYPE_WINDOW, "frame");

  return G_OBJECT_TYPE_NAME (adw_bin_get_child (ADW_BIN (frame)));
}

const char *
window_get_page (Fixture *fixture)
{
  AdwBin *frame = window_child (fixture, "pages", STILE_TYPE_PAGES, "frame");

  return G_OBJECT_TYPE_NAME (adw_bin_get_child (frame));
}

gboolean
window_is_enabled (Fixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action);
}

void
window_activate (Fixture *fixture, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, NULL);
}

void
window_open (Fixture *fixture, const char *name, gboolean may_create)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  stile_window_open_path (fixture->window, path, may_create);
}

void
window_work_with (Fixture *fixture, StileBook *book)
{
  g_autoptr (StileBook) made = book == NULL ? fixture_make_book (fixture->folder) : NULL;

  stile_window_open_demo (fixture->window, book != NULL ? book : made);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_settle ();
}

void
window_open_new_book (Fixture *fixture)
{
  g_object_unref (fixture_make_book (fixture->folder));
  window_open (fixture, "test.stile", TRUE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_settle ();
}

static gboolean
is_at_work (gpointer fixture)
{
  return g_str_equal (window_get_seen (fixture), "StilePages");
}

void
window_unlock (Fixture *fixture, guint adviser, const char *passphrase)
{
  GObject *page = fixture_child (fixture->window, STILE_TYPE_WINDOW, "unlock_page");
  gpointer adviser_row = fixture_child (page, STILE_TYPE_UNLOCK_PAGE, "adviser_row");
  gpointer passphrase_row = fixture_child (page, STILE_TYPE_UNLOCK_PAGE, "passphrase_row");

  adw_combo_row_set_selected (adviser_row, adviser);
  gtk_editable_set_text (passphrase_row, passphrase);
  fixture_press (page, "_Unlock");
  fixture_wait (is_at_work, fixture);
}

void
window_open_interview (Fixture *fixture, StileBook *book)
{
  window_open_interview_in (fixture, book, "en");
}

void
window_open_interview_in (Fixture *fixture, StileBook *book, const char *language)
{
  StileCasework *casework = stile_book_get_casework (book);
  g_autofree char *case_id = fixture_add_person (book, "Ada", NULL);
  g_autofree char *assessment_id = NULL;
  g_autoptr (StileForm) form = assessment_fixture_load_form ();
  g_autoptr (GError) error = NULL;

  stile_casework_record_consent (casework, case_id, TRUE, "Notice", &error);
  g_assert_no_error (error);
  stile_casework_start_assessment (casework, case_id, form, language, &assessment_id, &error);
  g_assert_no_error (error);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "interview",
                                  g_variant_new ("(sss)", case_id, assessment_id, "sleep"));
}
