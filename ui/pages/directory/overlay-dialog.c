// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overlay-dialog.h"

#include <glib/gi18n-lib.h>

#include "error-summary.h"
#include "field.h"
#include "service-words.h"
#include "widgets/day-button.h"

#define MOST_PEOPLE 9999
#define MOST_DAYS 3650

struct _StileOverlayDialog
{
  AdwWindow parent_instance;

  StileErrorSummary *summary;
  GtkLabel *name_label;
  GtkEditable *route_row;
  GtkEditable *contact_row;
  GtkEditable *capacity_row;
  GtkLabel *capacity_error;
  StileDayButton *capacity_day;
  GtkEditable *waiting_row;
  GtkLabel *waiting_error;
  StileDayButton *waiting_day;
  GtkEditable *languages_row;
  GtkLabel *languages_error;
  GtkTextView *notes_view;
  GtkTextBuffer *notes;
  GtkSwitch *known_switch;
  GtkSwitch *paused_switch;
  GtkEditable *reason_row;
  GtkLabel *reason_error;

  StileDirectory *directory; /* not owned */
  char *id;
  char *adviser;
  GDate today;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (StileOverlayDialog, stile_overlay_dialog, ADW_TYPE_WINDOW)

static guint saved_signal;

/* ---- What is known so far ---- */

static void
show_number (GtkEditable *field, int number)
{
  g_autofree char *text = number != STILE_NOT_KNOWN ? g_strdup_printf ("%d", number) : NULL;

  gtk_editable_set_text (field, text != NULL ? text : "");
}

static void
show_day (StileOverlayDialog *self, StileDayButton *button, const char *day)
{
  g_auto (GStrv) parts = g_strsplit (day != NULL ? day : "", "-", 3);
  GDate date = self->today;

  if (g_strv_length (parts) == 3)
    g_date_set_dmy (&date, (GDateDay) atoi (parts[2]), (GDateMonth) atoi (parts[1]),
                    (GDateYear) atoi (parts[0]));
  stile_day_button_set_day (button, &date);
}

/* Another number is one of today; without one there is no day. */
static void
number_changed (StileOverlayDialog *self, GtkEditable *field, StileDayButton *day)
{
  gtk_widget_set_visible (GTK_WIDGET (day), *gtk_editable_get_text (field) != '\0');
  if (!self->setting)
    stile_day_button_set_day (day, &self->today);
}

static void
capacity_changed_cb (StileOverlayDialog *self)
{
  number_changed (self, self->capacity_row, self->capacity_day);
}

static void
waiting_changed_cb (StileOverlayDialog *self)
{
  number_changed (self, self->waiting_row, self->waiting_day);
}

static void
show_overlay (StileOverlayDialog *self, const StileOverlay *overlay)
{
  g_autofree char *languages = stile_service_languages_to_words (overlay->languages);

  self->setting = TRUE;
  gtk_editable_set_text (self->route_row, overlay->route != NULL ? overlay->route : "");
  gtk_editable_set_text (self->contact_row, overlay->contact != NULL ? overlay->contact : "");
  show_number (self->capacity_row, overlay->capacity);
  show_day (self, self->capacity_day, overlay->capacity_at);
  show_number (self->waiting_row, overlay->waiting_days);
  show_day (self, self->waiting_day, overlay->waiting_at);
  gtk_editable_set_text (self->languages_row, languages);
  gtk_text_buffer_set_text (self->notes, overlay->notes != NULL ? overlay->notes : "", -1);
  gtk_switch_set_active (self->known_switch, overlay->known);
  gtk_switch_set_active (self->paused_switch, overlay->paused);
  gtk_editable_set_text (self->reason_row,
                         overlay->paused_reason != NULL ? overlay->paused_reason : "");
  capacity_changed_cb (self);
  waiting_changed_cb (self);
  self->setting = FALSE;
}

/* ---- What is entered ---- */

static void
blame (StileOverlayDialog *self, GtkEditable *field, GtkLabel *label, const char *sentence)
{
  stile_field_set_error (GTK_WIDGET (field), label, sentence);
  if (sentence != NULL)
    stile_error_summary_add (self->summary, sentence, GTK_WIDGET (field));
}

static void
read_number (StileOverlayDialog *self, GtkEditable *field, GtkLabel *label, guint most,
             const char *sentence, int *number)
{
  g_autofree char *text = stile_field_dup_text (field);
  guint64 value;

  *number = STILE_NOT_KNOWN;
  if (*text == '\0')
    return;
  if (g_ascii_string_to_unsigned (text, 10, 0, most, &value, NULL))
    *number = (int) value;
  else
    blame (self, field, label, sentence);
}

/* The calendar also offers days to come. */
static char *
read_day (StileOverlayDialog *self, StileDayButton *button, GtkEditable *field, GtkLabel *label)
{
  GDate day;
  char text[16];

  if (!stile_day_button_get_day (button, &day))
    return NULL;
  if (g_date_compare (&day, &self->today) > 0)
    {
      blame (self, field, label, _("Choose a day that has been."));
      return NULL;
    }
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &day);
  return g_strdup (text);
}

static void
read_languages (StileOverlayDialog *self, StileOverlay *overlay)
{
  g_autofree char *trouble = NULL;

  if (!stile_service_read_languages (gtk_editable_get_text (self->languages_row),
                                     &overlay->languages, &trouble))
    blame (self, self->languages_row, self->languages_error, trouble);
}

static void
read_pause (StileOverlayDialog *self, StileOverlay *overlay)
{
  overlay->paused = gtk_switch_get_active (self->paused_switch);
  if (!overlay->paused)
    return;
  overlay->paused_reason = stile_field_dup_text (self->reason_row);
  if (*overlay->paused_reason == '\0')
    blame (self, self->reason_row, self->reason_error,
           _("Say why it is paused, so that others know."));
}

static char *
dup_notes (StileOverlayDialog *self)
{
  g_autofree char *text = NULL;

  g_object_get (self->notes, "text", &text, NULL);
  return g_strdup (g_strstrip (text));
}

static void
forgive_all (StileOverlayDialog *self)
{
  stile_error_summary_clear (self->summary);
  blame (self, self->capacity_row, self->capacity_error, NULL);
  blame (self, self->waiting_row, self->waiting_error, NULL);
  blame (self, self->languages_row, self->languages_error, NULL);
  blame (self, self->reason_row, self->reason_error, NULL);
}

static StileOverlay *
read_overlay (StileOverlayDialog *self)
{
  StileOverlay *overlay = stile_overlay_new ();

  overlay->route = stile_field_dup_text (self->route_row);
  overlay->contact = stile_field_dup_text (self->contact_row);
  read_number (self, self->capacity_row, self->capacity_error, MOST_PEOPLE,
               _("Give the room as a whole number, like 4, or 0 where it is full."),
               &overlay->capacity);
  overlay->capacity_at = read_day (self, self->capacity_day, self->capacity_row,
                                   self->capacity_error);
  read_number (self, self->waiting_row, self->waiting_error, MOST_DAYS,
               _("Give the days that people wait as a whole number, like 14."),
               &overlay->waiting_days);
  overlay->waiting_at = read_day (self, self->waiting_day, self->waiting_row,
                                  self->waiting_error);
  read_languages (self, overlay);
  overlay->notes = dup_notes (self);
  overlay->known = gtk_switch_get_active (self->known_switch);
  read_pause (self, overlay);
  overlay->changed_by = g_strdup (self->adviser);
  return overlay;
}

static void
save_cb (StileOverlayDialog *self)
{
  g_autoptr (StileOverlay) overlay = NULL;
  g_autoptr (GError) error = NULL;

  forgive_all (self);
  overlay = read_overlay (self);
  if (stile_error_summary_is_empty (self->summary)
      && !stile_directory_put_overlay (self->directory, self->id, overlay, &error))
    stile_error_summary_add (self->summary, error->message, NULL);
  if (!stile_error_summary_is_empty (self->summary))
    {
      stile_error_summary_present (self->summary);
      return;
    }
  g_signal_emit (self, saved_signal, 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ---- The dialog ---- */

StileOverlayDialog *
stile_overlay_dialog_new (GtkWindow *parent, StileDirectory *directory, const char *id,
                          const char *adviser, GError **error)
{
  g_autoptr (StileService) service = stile_directory_load_service (directory, id, error);
  g_autoptr (StileOverlay) overlay
      = service != NULL ? stile_directory_load_overlay (directory, id, error) : NULL;
  StileOverlayDialog *dialog;

  if (overlay == NULL)
    return NULL;
  dialog = g_object_new (STILE_TYPE_OVERLAY_DIALOG, "transient-for", parent, NULL);
  dialog->directory = directory;
  dialog->id = g_strdup (id);
  dialog->adviser = g_strdup (adviser);
  gtk_label_set_label (dialog->name_label, service->name);
  show_overlay (dialog, overlay);
  gtk_window_set_focus (GTK_WINDOW (dialog), GTK_WIDGET (dialog->route_row));
  return dialog;
}

static void
stile_overlay_dialog_finalize (GObject *object)
{
  StileOverlayDialog *dialog = STILE_OVERLAY_DIALOG (object);

  g_clear_pointer (&dialog->id, g_free);
  g_clear_pointer (&dialog->adviser, g_free);
  G_OBJECT_CLASS (stile_overlay_dialog_parent_class)->finalize (object);
}

static void
stile_overlay_dialog_class_init (StileOverlayDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_overlay_dialog_finalize;
  saved_signal = g_signal_new ("saved", STILE_TYPE_OVERLAY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STILE_TYPE_DAY_BUTTON);
  g_type_ensure (STILE_TYPE_ERROR_SUMMARY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/overlay-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, name_label);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, route_row);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, contact_row);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, capacity_row);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, capacity_error);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, capacity_day);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, waiting_row);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, waiting_error);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, waiting_day);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, languages_row);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, languages_error);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, notes_view);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, known_switch);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, paused_switch);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, StileOverlayDialog, reason_error);
  gtk_widget_class_bind_template_callback (widget_class, capacity_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, waiting_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
stile_overlay_dialog_init (StileOverlayDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  stile_field_keep_numbers (dialog->contact_row);
  g_date_clear (&dialog->today, 1);
  g_date_set_time_t (&dialog->today, time (NULL));
}
