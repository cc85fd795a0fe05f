// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "details-dialog.h"

#include <glib/gi18n-lib.h>

#include "field.h"
#include "rights.h"
#include "widgets/person-fields.h"

struct _StileDetailsDialog
{
  AdwWindow parent_instance;

  GtkScrolledWindow *scroller;
  StileErrorSummary *summary;
  StilePersonFields *fields;
  GtkSwitch *was_wrong;
  GtkWidget *reason_row;
  GtkLabel *reason_error;

  StileCasework *casework;
  char *case_id;
};

G_DEFINE_FINAL_TYPE (StileDetailsDialog, stile_details_dialog, ADW_TYPE_WINDOW)

static guint changed_signal;

static gboolean
check_reason (StileDetailsDialog *self)
{
  g_autofree char *reason = stile_field_dup_text (GTK_EDITABLE (self->reason_row));
  gboolean missing = gtk_switch_get_active (self->was_wrong) && *reason == '\0';
  const char *sentence = missing ? _("Say why it is corrected.") : NULL;

  stile_field_set_error (self->reason_row, self->reason_error, sentence);
  if (missing)
    stile_error_summary_add (self->summary, sentence, self->reason_row);
  return !missing;
}

static gboolean
check (StileDetailsDialog *self)
{
  gboolean person;

  stile_error_summary_clear (self->summary);
  person = stile_person_fields_check (self->fields, self->summary);
  return check_reason (self) && person;
}

static gboolean
save (StileDetailsDialog *self, GError **error)
{
  g_autoptr (StilePerson) person = stile_person_fields_dup_person (self->fields);
  g_autofree char *reason = stile_field_dup_text (GTK_EDITABLE (self->reason_row));

  if (gtk_switch_get_active (self->was_wrong))
    return stile_casework_rectify_person (self->casework, self->case_id, person, reason, error);
  return stile_casework_change_person (self->casework, self->case_id, person, error);
}

static void
save_cb (StileDetailsDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (check (self) && save (self, &error))
    {
      g_signal_emit (self, changed_signal, 0);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (error != NULL)
    stile_error_summary_add (self->summary, error->message, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  stile_error_summary_present (self->summary);
}

StileDetailsDialog *
stile_details_dialog_new (GtkWindow *parent, StileCasework *casework, const StileCase *person_file)
{
  StileDetailsDialog *dialog
      = g_object_new (STILE_TYPE_DETAILS_DIALOG, "transient-for", parent, NULL);

  dialog->casework = casework;
  dialog->case_id = g_strdup (person_file->id);
  stile_person_fields_set_person (dialog->fields, person_file->person);
  stile_person_fields_focus (dialog->fields);
  return dialog;
}

static void
stile_details_dialog_finalize (GObject *object)
{
  g_free (STILE_DETAILS_DIALOG (object)->case_id);
  G_OBJECT_CLASS (stile_details_dialog_parent_class)->finalize (object);
}

static void
stile_details_dialog_class_init (StileDetailsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_details_dialog_finalize;
  changed_signal = g_signal_new ("changed", STILE_TYPE_DETAILS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STILE_TYPE_ERROR_SUMMARY);
  g_type_ensure (STILE_TYPE_PERSON_FIELDS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/details-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StileDetailsDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, StileDetailsDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, StileDetailsDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, StileDetailsDialog, was_wrong);
  gtk_widget_class_bind_template_child (widget_class, StileDetailsDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, StileDetailsDialog, reason_error);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
stile_details_dialog_init (StileDetailsDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}
