// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "layers.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *cover;
  GtkWidget *work;
  GtkWidget *entry;
  GtkWidget *gate;
  StileLayers *layers;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *frame = adw_bin_new ();

  fixture->cover = g_object_ref_sink (gtk_button_new_with_label ("Show again"));
  fixture->work = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  fixture->entry = gtk_entry_new ();
  fixture->gate = g_object_ref_sink (gtk_button_new_with_label ("Unlock"));
  gtk_box_append (GTK_BOX (fixture->work), fixture->entry);
  fixture->window = fixture_show (frame);
  fixture->layers = stile_layers_new (ADW_BIN (frame), fixture->cover);
  stile_layers_show (fixture->layers, fixture->work);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stile_layers_free (fixture->layers);
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->cover);
  g_object_unref (fixture->work);
  g_object_unref (fixture->gate);
  fixture_settle ();
}

static void
test_show (Fixture *fixture, gconstpointer data)
{
  g_assert_true (stile_layers_get_layer (fixture->layers) == fixture->work);
  g_assert_true (gtk_widget_get_mapped (fixture->work));
  g_assert_false (gtk_widget_get_mapped (fixture->cover));
  g_assert_false (gtk_widget_get_mapped (fixture->gate));
}

static void
test_hidden_content_is_invisible (Fixture *fixture, gconstpointer data)
{
  stile_layers_set_hidden (fixture->layers, TRUE);
  g_assert_true (gtk_widget_get_mapped (fixture->cover));
  g_assert_false (gtk_widget_get_mapped (fixture->work));
  g_assert_true (gtk_window_get_focus (fixture->window) == fixture->cover);
}

/* Assistive tools can ask for everything that is in a window, also where it is not seen. */
static void
test_hidden_content_leaves_the_window (Fixture *fixture, gconstpointer data)
{
  stile_layers_set_hidden (fixture->layers, TRUE);
  g_assert_null (gtk_widget_get_root (fixture->entry));
  stile_layers_set_hidden (fixture->layers, FALSE);
  g_assert_true (gtk_widget_get_root (fixture->entry) == GTK_ROOT (fixture->window));
  stile_layers_show (fixture->layers, fixture->gate);
  g_assert_null (gtk_widget_get_root (fixture->entry));
}

/* Selected text would be replaced by the next key. */
static void
test_typed_text_survives (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = GTK_EDITABLE (fixture->entry);

  gtk_widget_grab_focus (fixture->entry);
  gtk_editable_set_text (entry, "half a sen");
  gtk_editable_set_position (entry, -1);
  stile_layers_set_hidden (fixture->layers, TRUE);
  stile_layers_set_hidden (fixture->layers, FALSE);
  g_assert_true (gtk_window_get_focus (fixture->window)
                 == GTK_WIDGET (gtk_editable_get_delegate (entry)));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "half a sen");
  g_assert_false (gtk_editable_get_selection_bounds (entry, NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 10);
}

static void
test_dialogs_go_and_come_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = adw_message_dialog_new (fixture->window, "Private", NULL);
  GtkWidget *content = gtk_window_get_child (GTK_WINDOW (dialog));

  gtk_window_present (GTK_WINDOW (dialog));
  stile_layers_show (fixture->layers, fixture->gate);
  g_assert_false (gtk_widget_get_visible (dialog));
  g_assert_null (gtk_window_get_child (GTK_WINDOW (dialog)));
  stile_layers_set_hidden (fixture->layers, TRUE);
  stile_layers_set_hidden (fixture->layers, FALSE);
  g_assert_false (gtk_widget_get_visible (dialog)); /* still locked */
  stile_layers_show (fixture->layers, fixture->work);
  g_assert_true (gtk_widget_get_visible (dialog));
  g_assert_true (gtk_window_get_child (GTK_WINDOW (dialog)) == content);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_show_under_the_cover (Fixture *fixture, gconstpointer data)
{
  stile_layers_set_hidden (fixture->layers, TRUE);
  stile_layers_show (fixture->layers, fixture->gate);
  g_assert_false (gtk_widget_get_mapped (fixture->gate));
  g_assert_true (gtk_widget_get_mapped (fixture->cover));
  stile_layers_set_hidden (fixture->layers, FALSE);
  g_assert_true (gtk_widget_get_mapped (fixture->gate));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/layers/show", test_show);
  ADD ("/layers/hidden-content-is-invisible", test_hidden_content_is_invisible);
  ADD ("/layers/hidden-content-leaves-the-window", test_hidden_content_leaves_the_window);
  ADD ("/layers/typed-text-survives", test_typed_text_survives);
  ADD ("/layers/dialogs-go-and-come-back", test_dialogs_go_and_come_back);
  ADD ("/layers/show-under-the-cover", test_show_under_the_cover);
#undef ADD
  return g_test_run ();
}
