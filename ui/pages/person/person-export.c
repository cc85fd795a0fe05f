// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "person-export.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "audit.h"
#include "person-document.h"
#include "rights.h"

static gboolean
write_pdf (StileCasework *casework, const char *case_id, const char *path, GError **error)
{
  g_autoptr (StileDocument) document = NULL;

  if (!stile_casework_record_export (casework, case_id, STILE_WHAT_EVERYTHING, error))
    return FALSE;
  document = stile_person_document_new (casework, case_id, error);
  return document != NULL && stile_document_write_pdf (document, path, error);
}

static gboolean
write_json (StileCasework *casework, const char *case_id, const char *path, GError **error)
{
  g_autofree char *json = NULL;

  if (!stile_casework_record_export (casework, case_id, STILE_WHAT_RECORD, error))
    return FALSE;
  json = stile_casework_export_person (casework, case_id, error);
  return json != NULL
         && g_file_set_contents_full (path, json, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

gboolean
stile_person_export_write (StileCasework *casework, const char *case_id, StilePersonExport shape,
                           const char *path, GError **error)
{
  return shape == STILE_PERSON_EXPORT_PDF ? write_pdf (casework, case_id, path, error)
                                          : write_json (casework, case_id, path, error);
}

GtkFileChooserNative *
stile_person_export_new_chooser (GtkWindow *parent, StilePersonExport shape)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Where to keep the file"), parent,
                                                               GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               _("_Save"), _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser),
                                     shape == STILE_PERSON_EXPORT_PDF ? "record.pdf"
                                                                      : "record.json");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

void
stile_person_export_say (GtkWindow *parent, const GError *error)
{
  GtkWidget *dialog
      = error != NULL
            ? adw_message_dialog_new (parent, _("The file was not written"), error->message)
            : adw_message_dialog_new (parent, _("The file is written"),
                                      _("Whoever can open this file can read all of it. Give it "
                                        "to the person, and then delete it here."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
