// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "record-dialog.h"

#include <glib/gi18n-lib.h>

#include "field.h"
#include "widgets/day-button.h"

struct _StileRecordDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *choice_group;
  AdwComboRow *choice_row;
  GtkStringList *choices;
  GtkLabel *hint_label;
  StileDayButton *day_button;
  GtkLabel *text_title;
  GtkWidget *text_view;
  GtkLabel *error_label;
  GtkWidget *reason_group;
  GtkWidget *reason_row;
  GtkLabel *reason_error;

  StileRecordFunc save;
  GObject *owner; /* weak */
  gboolean needs_text;
};

G_DEFINE_FINAL_TYPE (StileRecordDialog, stile_record_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (StileRecordDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
  char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return g_strstrip (text);
}

static void
say (StileRecordDialog *self, const char *sentence)
{
  stile_field_set_error (self->text_view, self->error_label, sentence);
  gtk_widget_grab_focus (self->text_view);
}

/* Whether a reason is given, or none is asked for. */
static gboolean
check_reason (StileRecordDialog *self, const char *reason)
{
  gboolean missing = gtk_widget_get_visible (self->reason_group) && *reason == '\0';

  stile_field_set_error (self->reason_row, self->reason_error,
                         missing ? _("Say why it is corrected.") : NULL);
  if (missing)
    gtk_widget_grab_focus (self->reason_row);
  return !missing;
}

static void
save_cb (StileRecordDialog *self)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *reason = stile_field_dup_text (GTK_EDITABLE (self->reason_row));
  g_autoptr (GError) error = NULL;
  StileRecord record = { .choice = adw_combo_row_get_selected (self->choice_row), .text = text };
  GDate day;

  if (stile_day_button_get_day (self->day_button, &day))
    record.day = &day;
  if (gtk_widget_get_visible (self->reason_group))
    record.reason = reason;

  if (self->owner == NULL || !check_reason (self, reason))
    return;
  if (self->needs_text && *text == '\0')
    say (self, _("Type what you want to keep."));
  else if (self->save (self->owner, &record, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    say (self, error->message);
}

StileRecordDialog *
stile_record_dialog_new (GtkWindow *parent, const char *title, StileRecordFunc save,
                         gpointer owner)
{
  StileRecordDialog *dialog = g_object_new (STILE_TYPE_RECORD_DIALOG,
                                            "transient-for", parent,
                                            NULL);

  adw_window_title_set_title (dialog->window_title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  dialog->save = save;
  g_set_weak_pointer (&dialog->owner, owner);
  gtk_widget_grab_focus (dialog->text_view);
  return dialog;
}

void
stile_record_dialog_set_person (StileRecordDialog *dialog, const char *person)
{
  adw_window_title_set_subtitle (dialog->window_title, person);
}

void
stile_record_dialog_set_choices (StileRecordDialog *dialog, const char *title,
                                 const char *const *choices, guint selected)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (dialog->choice_row), title);
  gtk_string_list_splice (dialog->choices, 0, 0, choices);
  adw_combo_row_set_selected (dialog->choice_row, selected);
  gtk_widget_set_visible (dialog->choice_group, TRUE);
}

void
stile_record_dialog_set_hint (StileRecordDialog *dialog, const char *hint)
{
  gtk_label_set_label (dialog->hint_label, hint);
  gtk_widget_set_visible (GTK_WIDGET (dialog->hint_label), TRUE);
}

void
stile_record_dialog_ask_day (StileRecordDialog *dialog, const char *title)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  g_object_set (dialog->day_button, "title", title, NULL);
  stile_day_button_set_day (dialog->day_button, &today);
  gtk_widget_set_visible (GTK_WIDGET (dialog->day_button), TRUE);
}

void
stile_record_dialog_set_text_title (StileRecordDialog *dialog, const char *title)
{
  gtk_label_set_label (dialog->text_title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog->text_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
stile_record_dialog_set_text (StileRecordDialog *dialog, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (dialog->text_view)), text, -1);
}

void
stile_record_dialog_ask_reason (StileRecordDialog *dialog, const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (dialog->reason_row), title);
  gtk_widget_set_visible (dialog->reason_group, TRUE);
}

void
stile_record_dialog_require_text (StileRecordDialog *dialog)
{
  dialog->needs_text = TRUE;
}

static void
stile_record_dialog_dispose (GObject *object)
{
  g_clear_weak_pointer (&STILE_RECORD_DIALOG (object)->owner);
  G_OBJECT_CLASS (stile_record_dialog_parent_class)->dispose (object);
}

static void
stile_record_dialog_class_init (StileRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_record_dialog_dispose;
  g_type_ensure (STILE_TYPE_DAY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StileRecordDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, StileRecordDialog, choice_group);
  gtk_widget_class_bind_template_child (widget_class, StileRecordDialog, choice_row);
  gtk_widget_class_bind_template_child (widget_class, StileRecordDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, StileRecordDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, StileRecordDialog, day_button);
  gtk_widget_class_bind_template_child (widget_class, StileRecordDialog, text_title);
  gtk_widget_class_bind_template_child (widget_class, StileRecordDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, StileRecordDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, StileRecordDialog, reason_group);
  gtk_widget_class_bind_template_child (widget_class, StileRecordDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, StileRecordDialog, reason_error);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
stile_record_dialog_init (StileRecordDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}
