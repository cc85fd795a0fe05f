// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The baseline of what is seen: the least that libadwaita can show in a window of the size of ours.
 * Any key changes its one line of text, which is the least that a turned page can cost. */

#include <adwaita.h>

static gboolean
key_pressed_cb (GtkEventController *controller, guint keyval, guint keycode, GdkModifierType state,
                gpointer user_data)
{
  GtkLabel *label = GTK_LABEL (user_data);
  gboolean first = g_str_equal (gtk_label_get_text (label), "The first page");

  gtk_label_set_text (label, first ? "The second page" : "The first page");
  return GDK_EVENT_STOP;
}

static void
activate_cb (GApplication *application, gpointer user_data)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new ("The first page");
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (label, "title-1");
  gtk_widget_set_vexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), label);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), label);
  gtk_widget_add_controller (window, keys);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 720);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application =
    adw_application_new ("org.stile.BareWindow", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
