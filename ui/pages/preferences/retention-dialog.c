// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retention-dialog.h"

#include "advisers.h"
#include "rights.h"
#include "widgets/sentence-list.h"
#include "words.h"

struct _StileRetentionDialog
{
  AdwWindow parent_instance;

  AdwBin *steps;
  GtkWidget *cancel_button;
  GtkLabel *summary_label;
  GtkWidget *due_group;
  GtkListBox *due_list;
  GtkWidget *doubt_group;
  GtkLabel *doubt_label;
  GtkCheckButton *clock_check;
  GtkWidget *seen_group;
  GtkCheckButton *seen_check;
  GtkWidget *erase_button;
  GtkLabel *error_label;
  GtkWidget *done_step;
  GtkListBox *still_to_do;
  GtkWidget *close_button;

  StileCasework *casework;
  GPtrArray *due; /* as it was shown; NULL where there is nothing to show */
};

G_DEFINE_FINAL_TYPE (StileRetentionDialog, stile_retention_dialog, ADW_TYPE_WINDOW)

static gboolean
is_manager (StileRetentionDialog *self)
{
  return stile_ledger_get_role (stile_casework_get_ledger (self->casework)) == STILE_ROLE_MANAGER;
}

static void
say (StileRetentionDialog *self, const char *sentence)
{
  gtk_label_set_label (self->error_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), sentence != NULL);
}

static void
checked_cb (StileRetentionDialog *self)
{
  gboolean clock = !gtk_widget_get_visible (self->doubt_group)
                   || gtk_check_button_get_active (self->clock_check);

  gtk_widget_set_sensitive (self->erase_button,
                            clock && gtk_check_button_get_active (self->seen_check));
}

static void
add_due (StileRetentionDialog *self, const StileRetentionDue *due)
{
  g_autofree char *date = stile_words_dup_date (&due->last_contact);
  /* Translators: a day. */
  g_autofree char *subtitle = g_strdup_printf (_("Last contact: %s"), date);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", due->title,
                                 NULL);

  g_object_set (row, "subtitle", subtitle, NULL);
  gtk_list_box_append (self->due_list, row);
}

static void
show_due (StileRetentionDialog *self)
{
  g_autofree char *summary
      = self->due->len > 0
            ? g_strdup_printf (ngettext ("The time of %u person is over. Look at the name: if "
                                         "the record is still needed, record a contact first.",
                                         "The time of %u people is over. Look at every name: if "
                                         "a record is still needed, record a contact first.",
                                         self->due->len),
                               self->due->len)
            : g_strdup (_("Nobody is due."));
  guint i;

  gtk_label_set_label (self->summary_label, summary);
  for (i = 0; i < self->due->len; i++)
    add_due (self, g_ptr_array_index (self->due, i));
}

/* A clock that is wrong for sure is said at once: everything below rests on it. */
static void
look (StileRetentionDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *doubt = NULL;
  gboolean may_erase;

  if (stile_casework_check_clock (self->casework, &doubt, &error))
    self->due = stile_casework_list_retention_due (self->casework, &error);
  if (self->due != NULL)
    show_due (self);
  else
    gtk_label_set_label (self->summary_label, error->message);
  may_erase = self->due != NULL && self->due->len > 0 && is_manager (self);
  gtk_label_set_label (self->doubt_label, doubt != NULL ? doubt : "");
  gtk_widget_set_visible (self->due_group, self->due != NULL && self->due->len > 0);
  gtk_widget_set_visible (self->doubt_group, may_erase && doubt != NULL);
  gtk_widget_set_visible (self->seen_group, may_erase);
  gtk_widget_set_visible (self->erase_button, may_erase);
  if (self->due != NULL && self->due->len > 0 && !is_manager (self))
    say (self, _("A centre manager can erase them."));
}

static void
erase_cb (StileRetentionDialog *self)
{
  g_autoptr (GError) error = NULL;
  gboolean clock_is_right = gtk_check_button_get_active (self->clock_check);
  g_auto (GStrv) leftovers = stile_casework_run_retention (self->casework, self->due,
                                                           clock_is_right, &error);

  if (leftovers == NULL)
    {
      say (self, error->message);
      return;
    }
  stile_sentence_list_show (self->still_to_do, leftovers);
  gtk_widget_set_visible (self->cancel_button, FALSE);
  adw_bin_set_child (self->steps, self->done_step);
  gtk_widget_grab_focus (self->close_button);
}

StileRetentionDialog *
stile_retention_dialog_new (GtkWindow *parent, StileCasework *casework)
{
  StileRetentionDialog *dialog = g_object_new (STILE_TYPE_RETENTION_DIALOG, "transient-for", parent,
                                               NULL);

  dialog->casework = casework;
  look (dialog);
  checked_cb (dialog);
  return dialog;
}

static void
stile_retention_dialog_finalize (GObject *object)
{
  g_clear_pointer (&STILE_RETENTION_DIALOG (object)->due, g_ptr_array_unref);
  G_OBJECT_CLASS (stile_retention_dialog_parent_class)->finalize (object);
}

static void
stile_retention_dialog_class_init (StileRetentionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_retention_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stile/Stile/retention-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, due_group);
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, due_list);
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, doubt_group);
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, doubt_label);
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, clock_check);
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, seen_group);
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, seen_check);
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, erase_button);
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, done_step);
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, still_to_do);
  gtk_widget_class_bind_template_child (widget_class, StileRetentionDialog, close_button);
  gtk_widget_class_bind_template_callback (widget_class, checked_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
}

static void
stile_retention_dialog_init (StileRetentionDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}
