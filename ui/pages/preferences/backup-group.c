// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backup-group.h"

#include <glib/gi18n-lib.h>

#include "advisers.h"
#include "backup-run.h"
#include "day.h"
#include "number-row.h"

#define MOST_KEPT 1000

struct _StileBackupGroup
{
  AdwBin parent_instance;

  AdwActionRow *folder_row;
  StileNumberRow *keep_row;
  AdwActionRow *now_row;
  AdwActionRow *restore_row;
  GtkSpinner *spinner;
  GtkLabel *result_label;

  StileCasework *casework;       /* NULL while closed */
  GtkFileChooserNative *chooser; /* while it is open */
};

G_DEFINE_FINAL_TYPE (StileBackupGroup, stile_backup_group, ADW_TYPE_BIN)

static void
say (StileBackupGroup *self, const char *sentence)
{
  gtk_label_set_label (self->result_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->result_label), sentence != NULL);
}

static gboolean
is_manager (StileBackupGroup *self)
{
  return stile_ledger_get_role (stile_casework_get_ledger (self->casework)) == STILE_ROLE_MANAGER;
}

static void
show_last (StileBackupGroup *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *at = stile_ledger_dup_backup_time (stile_casework_get_ledger (self->casework));
  g_autofree char *moment = at != NULL ? stile_moment_to_words (at, now) : NULL;
  /* Translators: a moment: “Today, 14:05”. */
  g_autofree char *words = moment != NULL ? g_strdup_printf (_("Last backup: %s"), moment)
                                          : g_strdup (_("There is no backup yet."));

  adw_action_row_set_subtitle (self->now_row, words);
}

static void
show_folder (StileBackupGroup *self)
{
  const char *folder = stile_casework_get_setting (self->casework, STILE_SETTING_BACKUP_FOLDER);
  /* Translators: no folder for backups. */
  const char *words = folder != NULL ? folder : _("None is chosen yet.");
  g_autofree char *both = is_manager (self)
                              ? g_strdup (words)
                              : g_strdup_printf ("%s %s", words,
                                                 _("A centre manager can change this."));

  adw_action_row_set_subtitle (self->folder_row, both);
  gtk_widget_set_sensitive (GTK_WIDGET (self->folder_row), is_manager (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->now_row), folder != NULL);
  adw_action_row_set_subtitle (self->restore_row,
                               is_manager (self) ? _("When the record book is lost or damaged.")
                                                 : _("A centre manager can do this."));
}

/* ---- The folder ---- */

void
stile_backup_group_set_folder (StileBackupGroup *group, const char *folder)
{
  g_autoptr (GError) error = NULL;

  stile_casework_put_setting (group->casework, STILE_SETTING_BACKUP_FOLDER, folder, &error);
  say (group, error != NULL ? error->message : NULL);
  show_folder (group);
}

static void
chooser_response_cb (StileBackupGroup *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (chooser));
  if (response == GTK_RESPONSE_ACCEPT && path != NULL && self->casework != NULL)
    stile_backup_group_set_folder (self, path);
}

static void
folder_cb (StileBackupGroup *self)
{
  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Where backups go"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"),
                                               _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chooser_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* ---- Now ---- */

static void
say_made (StileBackupGroup *self, const StileBackup *backup, const char *left_out)
{
  if (left_out != NULL)
    say (self, left_out);
  else
    say (self, backup->same_disk
                   ? _("The backup is made and checked. It is on the same disk as the record book: "
                       "if that disk breaks, both are gone. A USB stick is safer.")
                   : _("The backup is made and checked."));
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (StileBackupGroup) self = data;
  g_autofree char *left_out = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (StileBackup) backup = stile_backup_run_finish (result, &left_out, &error);

  gtk_spinner_set_spinning (self->spinner, FALSE);
  if (self->casework == NULL)
    return;
  if (backup != NULL)
    say_made (self, backup, left_out);
  else
    say (self, error->message);
  show_last (self);
}

static void
now_cb (StileBackupGroup *self)
{
  if (self->casework == NULL || stile_backup_group_is_busy (self)
      || !stile_number_row_save (self->keep_row))
    return;
  say (self, NULL);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  stile_backup_run_async (self->casework, made_cb, g_object_ref (self));
}

gboolean
stile_backup_group_is_busy (StileBackupGroup *group)
{
  return gtk_spinner_get_spinning (group->spinner);
}

void
stile_backup_group_open (StileBackupGroup *group, StileCasework *casework)
{
  group->casework = casework;
  stile_number_row_open (group->keep_row, casework, STILE_SETTING_BACKUP_KEEP,
                         /* Translators: old backups are deleted when there are more than are to
                          * be kept. */
                         _("Older ones make room."), 1, MOST_KEPT, STILE_BACKUP_USUAL_KEEP);
  say (group, NULL);
  show_folder (group);
  show_last (group);
}

gboolean
stile_backup_group_save (StileBackupGroup *group)
{
  return stile_number_row_save (group->keep_row);
}

void
stile_backup_group_close (StileBackupGroup *group)
{
  group->casework = NULL;
  stile_number_row_close (group->keep_row);
  adw_action_row_set_subtitle (group->folder_row, "");
}

static void
stile_backup_group_dispose (GObject *object)
{
  g_clear_object (&STILE_BACKUP_GROUP (object)->chooser);
  G_OBJECT_CLASS (stile_backup_group_parent_class)->dispose (object);
}

static void
stile_backup_group_class_init (StileBackupGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_backup_group_dispose;
  g_type_ensure (STILE_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/backup-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StileBackupGroup, folder_row);
  gtk_widget_class_bind_template_child (widget_class, StileBackupGroup, keep_row);
  gtk_widget_class_bind_template_child (widget_class, StileBackupGroup, now_row);
  gtk_widget_class_bind_template_child (widget_class, StileBackupGroup, restore_row);
  gtk_widget_class_bind_template_child (widget_class, StileBackupGroup, spinner);
  gtk_widget_class_bind_template_child (widget_class, StileBackupGroup, result_label);
  gtk_widget_class_bind_template_callback (widget_class, folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, now_cb);
}

static void
stile_backup_group_init (StileBackupGroup *group)
{
  gtk_widget_init_template (GTK_WIDGET (group));
}
