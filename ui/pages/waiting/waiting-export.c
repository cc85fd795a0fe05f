// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "waiting-export.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "audit.h"
#include "csv.h"
#include "followup.h"

/* Without it some spreadsheets take UTF-8 for an encoding of old. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

gboolean
stile_waiting_export_write (StileCasework *casework, const char *path, GError **error)
{
  g_autoptr (GPtrArray) list = stile_casework_list_parked (casework, error);
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;

  if (list == NULL
      || !stile_casework_record_export (casework, NULL, STILE_WHAT_PARKED, error))
    return FALSE;
  csv = stile_parked_to_csv (list);
  text = g_strconcat (BYTE_ORDER_MARK, csv, NULL);
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

GtkFileChooserNative *
stile_waiting_export_new_chooser (GtkWindow *parent)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Where to keep the table"), parent,
                                                               GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               _("_Save"), _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "waiting.csv");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

void
stile_waiting_export_say (GtkWindow *parent, const GError *error)
{
  GtkWidget *dialog
      = error != NULL
            ? adw_message_dialog_new (parent, _("The table was not written"), error->message)
            : adw_message_dialog_new (parent, _("The table is written"),
                                      _("It names people and what they need. Keep it as safe as "
                                        "the record book, and delete it when you are done."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
