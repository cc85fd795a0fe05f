// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

void
stile_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", "Stile",
                         "application-icon", STILE_APPLICATION_ID,
                         "version", STILE_VERSION,
                         "developer-name", _("The Stile founders"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("A detailed first conversation about what stands between a "
                                       "person and work, kept on this computer only."),
                         "translator-credits", _("translator-credits"),
                         NULL);
}

void
stile_show_shortcuts (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/org/stile/Stile/shortcuts.ui");
  GtkShortcutsWindow *window
      = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  /* Only as its overlay it learns which keys the actions of @parent have. */
  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (parent), window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
leave_response_cb (GtkWindow *window, const char *response)
{
  if (g_str_equal (response, "leave"))
    gtk_window_destroy (window);
}

void
stile_ask_before_leaving (GtkWindow *window, const char *question, const char *why)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, question, why));

  adw_message_dialog_add_responses (dialog, "stay", _("_Stay here"), "leave", _("_Close Stile"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "stay");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (leave_response_cb), window);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  GtkWindow *parent;
  StilePathChosen chosen;
} Choice;

static void
response_cb (GtkNativeDialog *dialog, int response, Choice *choice)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        choice->chosen (choice->parent, path);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

GtkFileChooserNative *
stile_book_chooser_new (GtkWindow *parent, const char *title, const char *files)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent,
                                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                                               _("_Open"), _("_Cancel"));
  g_autoptr (GtkFileFilter) books = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (books, files);
  gtk_file_filter_add_pattern (books, "*.stile");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), books);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

void
stile_choose_book (GtkWindow *parent, StilePathChosen chosen)
{
  GtkFileChooserNative *chooser = stile_book_chooser_new (parent, _("Choose a record book"),
                                                          _("Record books"));
  Choice *choice = g_new0 (Choice, 1);

  choice->parent = parent;
  choice->chosen = chosen;
  g_signal_connect_data (chooser, "response", G_CALLBACK (response_cb), choice,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
