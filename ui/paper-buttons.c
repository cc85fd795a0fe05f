// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paper-buttons.h"

#include <glib/gi18n-lib.h>

#include "audit.h"
#include "print.h"

struct _StilePaperButtons
{
  AdwBin parent_instance;

  GtkWidget *print_button;
  GtkWidget *save_button;
  GtkLabel *told;

  StileCasework *casework; /* not owned; NULL while closed, as what follows */
  char *case_id;
  const char *what;
  const char *file_name;
  StilePaperFunc make;
  gpointer owner;
  GtkFileChooserNative *chooser; /* while it is open */
};

G_DEFINE_FINAL_TYPE (StilePaperButtons, stile_paper_buttons, ADW_TYPE_BIN)

static GtkWindow *
get_window (StilePaperButtons *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
tell (StilePaperButtons *self, const char *sentence, gboolean is_fault)
{
  gtk_label_set_label (self->told, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->told), sentence != NULL);
  if (is_fault)
    gtk_widget_add_css_class (GTK_WIDGET (self->told), "field-error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->told), "field-error");
}

static void
printed_cb (gpointer owner)
{
  StilePaperButtons *self = owner;
  g_autoptr (GError) error = NULL;

  if (self->casework != NULL
      && !stile_casework_record_print (self->casework, self->case_id, self->what, &error))
    tell (self, error->message, TRUE);
}

void
stile_paper_buttons_print (StilePaperButtons *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileDocument) document = NULL;

  g_return_if_fail (STILE_IS_PAPER_BUTTONS (self));

  if (self->casework == NULL)
    return;
  tell (self, NULL, FALSE);
  document = self->make (self->owner, &error);
  if (document != NULL)
    stile_print_document (get_window (self), g_steal_pointer (&document), printed_cb, self);
  else
    tell (self, error->message, TRUE);
}

gboolean
stile_paper_buttons_write (StilePaperButtons *self, const char *path, GError **error)
{
  g_autoptr (StileDocument) document = NULL;

  g_return_val_if_fail (STILE_IS_PAPER_BUTTONS (self) && self->casework != NULL, FALSE);

  document = self->make (self->owner, error);
  return document != NULL
         && stile_casework_record_export (self->casework, self->case_id, self->what, error)
         && stile_document_write_pdf (document, path, error);
}

static void
chooser_response_cb (StilePaperButtons *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (chooser));
  gtk_widget_grab_focus (self->save_button);
  if (response != GTK_RESPONSE_ACCEPT || self->casework == NULL)
    return;
  if (path == NULL)
    tell (self, _("Choose a folder on this computer."), TRUE);
  else if (!stile_paper_buttons_write (self, path, &error))
    tell (self, error->message, TRUE);
  else
    tell (self, _("The file is written. Whoever can open it can read it: delete it when it has "
                  "done its work."), FALSE);
}

static void
save_clicked_cb (StilePaperButtons *self)
{
  if (self->casework == NULL || self->chooser != NULL)
    return;
  tell (self, NULL, FALSE);
  self->chooser = gtk_file_chooser_native_new (_("Save as PDF"), get_window (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                               _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), self->file_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chooser_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
stile_paper_buttons_open (StilePaperButtons *self, StileCasework *casework, const char *case_id,
                          const char *what, const char *file_name, StilePaperFunc make,
                          gpointer owner)
{
  g_return_if_fail (STILE_IS_PAPER_BUTTONS (self));

  stile_paper_buttons_close (self);
  self->casework = casework;
  self->case_id = g_strdup (case_id);
  self->what = what;
  self->file_name = file_name;
  self->make = make;
  self->owner = owner;
}

void
stile_paper_buttons_close (StilePaperButtons *self)
{
  g_return_if_fail (STILE_IS_PAPER_BUTTONS (self));

  self->casework = NULL;
  self->owner = NULL;
  g_clear_pointer (&self->case_id, g_free);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  tell (self, NULL, FALSE);
}

void
stile_paper_buttons_focus (StilePaperButtons *self)
{
  g_return_if_fail (STILE_IS_PAPER_BUTTONS (self));

  gtk_widget_grab_focus (self->print_button);
}

static void
stile_paper_buttons_dispose (GObject *object)
{
  StilePaperButtons *self = STILE_PAPER_BUTTONS (object);

  if (self->told != NULL)
    stile_paper_buttons_close (self);
  self->told = NULL;
  G_OBJECT_CLASS (stile_paper_buttons_parent_class)->dispose (object);
}

static void
stile_paper_buttons_class_init (StilePaperButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_paper_buttons_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/paper-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, StilePaperButtons, print_button);
  gtk_widget_class_bind_template_child (widget_class, StilePaperButtons, save_button);
  gtk_widget_class_bind_template_child (widget_class, StilePaperButtons, told);
  gtk_widget_class_bind_template_callback (widget_class, stile_paper_buttons_print);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
stile_paper_buttons_init (StilePaperButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
