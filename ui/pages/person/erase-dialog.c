// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "erase-dialog.h"

#include <glib/gi18n-lib.h>

#include "field.h"
#include "rights.h"
#include "widgets/sentence-list.h"

struct _StileEraseDialog
{
  AdwWindow parent_instance;

  AdwBin *steps;
  GtkLabel *title_label;
  GtkListBox *leftovers;
  GtkWidget *name_row;
  GtkLabel *name_error;
  GtkWidget *erase_button;
  GtkWidget *done_step;
  GtkListBox *still_to_do;
  GtkWidget *close_button;
  GtkWidget *cancel_button;

  StileCasework *casework;
  char *case_id;
  char *title;
};

G_DEFINE_FINAL_TYPE (StileEraseDialog, stile_erase_dialog, ADW_TYPE_WINDOW)

static guint erased_signal;

static char *
dup_plain (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return normal != NULL ? g_utf8_casefold (g_strstrip (normal), -1) : g_strdup ("");
}

gboolean
stile_erase_dialog_is_confirmed (const char *typed, const char *title)
{
  g_autofree char *a = dup_plain (typed);
  g_autofree char *b = dup_plain (title);

  return *a != '\0' && g_str_equal (a, b);
}

static void
name_changed_cb (StileEraseDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->name_row));

  gtk_widget_set_sensitive (self->erase_button,
                            stile_erase_dialog_is_confirmed (typed, self->title));
}

/* The name goes with the person: what stays on the screen is work that names nobody. */
static void
show_done (StileEraseDialog *self, char **leftovers)
{
  stile_sentence_list_show (self->still_to_do, leftovers);
  gtk_widget_set_visible (self->cancel_button, FALSE);
  adw_bin_set_child (self->steps, self->done_step);
  gtk_label_set_label (self->title_label, "");
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  gtk_widget_grab_focus (self->close_button);
}

static void
erase_cb (StileEraseDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) leftovers = NULL;

  if (!gtk_widget_get_sensitive (self->erase_button))
    return;
  leftovers = stile_casework_erase_person (self->casework, self->case_id, &error);
  if (leftovers == NULL)
    {
      stile_field_set_error (self->name_row, self->name_error, error->message);
      gtk_widget_grab_focus (self->name_row);
      return;
    }
  show_done (self, leftovers);
  g_signal_emit (self, erased_signal, 0);
}

static void
show_person (StileEraseDialog *self)
{
  /* Translators: the name of a person. */
  g_autofree char *question = g_strdup_printf (_("Erase “\u2068%s\u2069”?"), self->title);
  /* Translators: the name of a person; it has to be typed before the button works. */
  g_autofree char *row = g_strdup_printf (_("Type “\u2068%s\u2069” to go on"), self->title);

  gtk_label_set_label (self->title_label, question);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row), row);
}

StileEraseDialog *
stile_erase_dialog_new (GtkWindow *parent, StileCasework *casework, const char *case_id,
                        GError **error)
{
  g_autoptr (StileCase) person_file = stile_casework_load_case (casework, case_id, error);
  g_auto (GStrv) leftovers = NULL;
  StileEraseDialog *dialog;

  if (person_file != NULL)
    leftovers = stile_casework_list_leftovers (casework, case_id, error);
  if (leftovers == NULL)
    return NULL;
  dialog = g_object_new (STILE_TYPE_ERASE_DIALOG, "transient-for", parent, NULL);
  dialog->casework = casework;
  dialog->case_id = g_strdup (case_id);
  dialog->title = g_strdup (stile_person_get_title (person_file->person));
  show_person (dialog);
  stile_sentence_list_show (dialog->leftovers, leftovers);
  gtk_widget_grab_focus (dialog->cancel_button);
  return dialog;
}

static void
stile_erase_dialog_finalize (GObject *object)
{
  StileEraseDialog *dialog = STILE_ERASE_DIALOG (object);

  g_clear_pointer (&dialog->case_id, g_free);
  g_clear_pointer (&dialog->title, g_free);
  G_OBJECT_CLASS (stile_erase_dialog_parent_class)->finalize (object);
}

static void
stile_erase_dialog_class_init (StileEraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_erase_dialog_finalize;
  erased_signal = g_signal_new ("erased", STILE_TYPE_ERASE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/erase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StileEraseDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, StileEraseDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, StileEraseDialog, leftovers);
  gtk_widget_class_bind_template_child (widget_class, StileEraseDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, StileEraseDialog, name_error);
  gtk_widget_class_bind_template_child (widget_class, StileEraseDialog, erase_button);
  gtk_widget_class_bind_template_child (widget_class, StileEraseDialog, done_step);
  gtk_widget_class_bind_template_child (widget_class, StileEraseDialog, still_to_do);
  gtk_widget_class_bind_template_child (widget_class, StileEraseDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, StileEraseDialog, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
}

static void
stile_erase_dialog_init (StileEraseDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}
