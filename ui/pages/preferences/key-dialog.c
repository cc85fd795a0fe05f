// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "key-dialog.h"

#include <glib/gi18n-lib.h>

#include "advisers.h"
#include "error-summary.h"
#include "field.h"
#include "new-passphrase.h"
#include "task-thread.h"
#include "widgets/recovery-key-view.h"

enum
{
  FIELD_NAME = 1 << 0,
  FIELD_ROLE = 1 << 1,
  FIELD_KEY = 1 << 2,
  FIELD_OLD = 1 << 3,
  FIELD_NEW = 1 << 4, /* twice */
};

struct _StileKeyDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  AdwBin *steps;
  GtkWidget *cancel_button;
  GtkWidget *content;
  StileErrorSummary *summary;
  GtkLabel *why_label;
  GtkWidget *fields;
  GtkWidget *name_row;
  AdwComboRow *role_row;
  GtkStringList *roles;
  GtkWidget *key_row;
  GtkWidget *old_row;
  GtkWidget *new_row;
  GtkWidget *again_row;
  GtkButton *go_button;
  GtkSpinner *spinner;
  GtkProgressBar *progress_bar;
  StileRecoveryKeyView *key_view;
  AdwStatusPage *done_page;
  GtkWidget *close_button;

  StileLedger *ledger;
  StileKeyTask task;
};

G_DEFINE_FINAL_TYPE (StileKeyDialog, stile_key_dialog, ADW_TYPE_WINDOW)

static guint done_signal;

/* What a thread needs; a copy. */
typedef struct
{
  StileLedger *ledger;
  StileRole role;
  char *name;
  char *key;
  char *old;
  char *new;
  char *recovery_key; /* made by the task, or NULL */
  int n_done, n_all;  /* atomic: of what takes long */
} Work;

static void
work_free (Work *work)
{
  g_free (work->name);
  stile_secret_free (work->key);
  stile_secret_free (work->old);
  stile_secret_free (work->new);
  stile_secret_free (work->recovery_key);
  g_free (work);
}

/* ---- The tasks ---- */

static gboolean
add_adviser (Work *work, GError **error)
{
  return stile_ledger_add_adviser (work->ledger, work->name, work->new, work->role, error);
}

static gboolean
change_passphrase (Work *work, GError **error)
{
  return stile_ledger_change_passphrase (work->ledger, work->old, work->new, error);
}

static gboolean
test_sheet (Work *work, GError **error)
{
  return stile_ledger_test_recovery_key (work->ledger, work->key, error);
}

static gboolean
new_sheet (Work *work, GError **error)
{
  return stile_ledger_replace_recovery_key (work->ledger, &work->recovery_key, error);
}

static void
progress_cb (guint64 n_done, guint64 n_all, gpointer data)
{
  Work *work = data;

  g_atomic_int_set (&work->n_all, (int) n_all);
  g_atomic_int_set (&work->n_done, (int) n_done);
}

static gboolean
rekey (Work *work, GError **error)
{
  return stile_ledger_rekey (work->ledger, progress_cb, work, &work->recovery_key, error);
}

static const struct
{
  const char *title;
  const char *why;
  const char *button;
  const char *done;
  guint fields;
  gboolean (*run) (Work *work, GError **error);
} tasks[] = {
  [STILE_KEY_TASK_ADD_ADVISER]
  = { N_("Add an adviser"),
      N_("The new adviser types the passphrase themselves: three or four words that have nothing "
         "to do with each other, 8 letters or more. Nobody else needs to know it."),
      N_("_Add"), N_("The adviser can open the record book now."),
      FIELD_NAME | FIELD_ROLE | FIELD_NEW, add_adviser },
  [STILE_KEY_TASK_CHANGE_PASSPHRASE]
  = { N_("Change my passphrase"),
      N_("Three or four words that have nothing to do with each other, 8 letters or more."),
      N_("_Change"), N_("Your new passphrase counts from now on."), FIELD_OLD | FIELD_NEW,
      change_passphrase },
  [STILE_KEY_TASK_TEST_SHEET]
  = { N_("Test the recovery sheet"),
      N_("Type the twelve words from the sheet, or the key in letters and digits. Nothing is "
         "changed by this."),
      N_("_Test"), N_("This sheet opens the record book. Put it back in its safe place."),
      FIELD_KEY, test_sheet },
  [STILE_KEY_TASK_NEW_SHEET]
  = { N_("New recovery sheet"),
      N_("The sheet that you have now will open the record book no more. Destroy it when the new "
         "one is on paper."),
      N_("_Make a new sheet"), N_("The new sheet counts from now on. Destroy the old one."), 0,
      new_sheet },
  [STILE_KEY_TASK_REKEY]
  = { N_("New keys"),
      N_("Do this when somebody has left who knew a passphrase and may have a copy of the record "
         "book. What is written from now on stays closed to them. Passphrases stay as they are; "
         "the recovery sheet is replaced. With many people it takes a minute."),
      N_("_Make new keys"), N_("The record book has new keys. Destroy the old recovery sheet."), 0,
      rekey },
};

/* ---- Doing it ---- */

static void
wipe (StileKeyDialog *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->key_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->old_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->new_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), "");
}

static void
show_done (StileKeyDialog *self)
{
  adw_status_page_set_description (self->done_page, _(tasks[self->task].done));
  gtk_widget_set_visible (self->cancel_button, FALSE);
  adw_bin_set_child (self->steps, GTK_WIDGET (self->done_page));
  gtk_widget_grab_focus (self->close_button);
}

static void
kept_cb (StileKeyDialog *self)
{
  stile_recovery_key_view_clear (self->key_view);
  show_done (self);
}

static void
show_new_key (StileKeyDialog *self, const char *recovery_key)
{
  stile_recovery_key_view_show (self->key_view, stile_ledger_get_station (self->ledger),
                                recovery_key);
  stile_recovery_key_view_set_button (self->key_view, _("_Go on"));
  gtk_widget_set_visible (self->cancel_button, FALSE);
  adw_bin_set_child (self->steps, GTK_WIDGET (self->key_view));
  stile_recovery_key_view_focus (self->key_view);
}

/* For as long as the thread works; the bar appears when there is something to tell. */
static gboolean
show_progress_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  StileKeyDialog *self = STILE_KEY_DIALOG (widget);
  Work *work = g_task_get_task_data (data);
  int n_all = g_atomic_int_get (&work->n_all);
  gboolean busy = stile_key_dialog_is_busy (self);

  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), busy && n_all > 0);
  if (n_all > 0)
    gtk_progress_bar_set_fraction (self->progress_bar,
                                   (double) g_atomic_int_get (&work->n_done) / n_all);
  return busy ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StileKeyDialog *self = STILE_KEY_DIALOG (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  stile_ledger_take_back (work->ledger);
  stile_field_set_busy (self->content, self->spinner, FALSE);
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    {
      stile_error_summary_add (self->summary, error->message, NULL);
      stile_error_summary_present (self->summary);
      return;
    }
  wipe (self);
  if (work->recovery_key != NULL)
    show_new_key (self, work->recovery_key);
  else
    show_done (self);
  g_signal_emit (self, done_signal, 0);
}

static gpointer
run_in_thread (gpointer dialog, gpointer data, GCancellable *cancellable, GError **error)
{
  return tasks[STILE_KEY_DIALOG (dialog)->task].run (data, error) ? data : NULL;
}

static void
run (StileKeyDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, done_cb, NULL);
  Work *work = g_new0 (Work, 1);

  work->ledger = self->ledger;
  work->role = adw_combo_row_get_selected (self->role_row) == 1 ? STILE_ROLE_MANAGER
                                                                : STILE_ROLE_ADVISER;
  work->name = stile_field_dup_text (GTK_EDITABLE (self->name_row));
  work->key = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->key_row)));
  work->old = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->old_row)));
  work->new = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->new_row)));
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  stile_field_set_busy (self->content, self->spinner, TRUE);
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), show_progress_cb, g_object_ref (task),
                                g_object_unref);
  stile_ledger_lend (work->ledger);
  stile_task_thread_run (task, run_in_thread, NULL);
}

/* ---- Asking ---- */

static gboolean
is_empty (GtkWidget *row)
{
  g_autofree char *text = stile_field_dup_text (GTK_EDITABLE (row));

  return *text == '\0';
}

static void
report (StileKeyDialog *self, GtkWidget *row, const char *sentence)
{
  if (sentence != NULL)
    stile_error_summary_add (self->summary, sentence, row);
}

static gboolean
check (StileKeyDialog *self)
{
  guint fields = tasks[self->task].fields;
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->new_row));
  const char *again = gtk_editable_get_text (GTK_EDITABLE (self->again_row));
  const char *fault = stile_new_passphrase_find_fault (passphrase);

  stile_error_summary_clear (self->summary);
  if ((fields & FIELD_NAME) && is_empty (self->name_row))
    report (self, self->name_row, _("Type the name of the adviser."));
  if ((fields & FIELD_KEY) && is_empty (self->key_row))
    report (self, self->key_row, _("Type the key from the recovery sheet."));
  if ((fields & FIELD_OLD) && is_empty (self->old_row))
    report (self, self->old_row, _("Type the passphrase you have now."));
  if (fields & FIELD_NEW)
    {
      report (self, self->new_row, fault);
      if (fault == NULL)
        report (self, self->again_row, stile_new_passphrase_find_repeat_fault (passphrase, again));
    }
  return stile_error_summary_is_empty (self->summary);
}

static void
go_cb (StileKeyDialog *self)
{
  if (stile_key_dialog_is_busy (self))
    return;
  if (check (self))
    run (self);
  else
    stile_error_summary_present (self->summary);
}

static void
show_fields (StileKeyDialog *self, guint fields)
{
  const char *roles[] = { _("Adviser"), _("Centre manager"), NULL };

  gtk_string_list_splice (self->roles, 0, 0, roles);
  gtk_widget_set_visible (self->name_row, (fields & FIELD_NAME) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->role_row), (fields & FIELD_ROLE) != 0);
  gtk_widget_set_visible (self->key_row, (fields & FIELD_KEY) != 0);
  gtk_widget_set_visible (self->old_row, (fields & FIELD_OLD) != 0);
  gtk_widget_set_visible (self->new_row, (fields & FIELD_NEW) != 0);
  gtk_widget_set_visible (self->again_row, (fields & FIELD_NEW) != 0);
  gtk_widget_set_visible (self->fields, fields != 0);
}

/* Where nothing is asked, the focus stays where nothing can go wrong. */
static void
focus_first_field (StileKeyDialog *self)
{
  GtkWidget *fields[] = { self->name_row, self->key_row, self->old_row };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (gtk_widget_get_visible (fields[i]))
      {
        gtk_widget_grab_focus (fields[i]);
        return;
      }
}

StileKeyDialog *
stile_key_dialog_new (GtkWindow *parent, StileLedger *ledger, StileKeyTask task)
{
  StileKeyDialog *dialog = g_object_new (STILE_TYPE_KEY_DIALOG, "transient-for", parent, NULL);
  const char *title = _(tasks[task].title);

  dialog->ledger = ledger;
  dialog->task = task;
  adw_window_title_set_title (dialog->window_title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_label_set_label (dialog->why_label, _(tasks[task].why));
  gtk_button_set_label (dialog->go_button, _(tasks[task].button));
  adw_status_page_set_title (dialog->done_page, C_("dialog", "Done"));
  show_fields (dialog, tasks[task].fields);
  focus_first_field (dialog);
  return dialog;
}

gboolean
stile_key_dialog_is_busy (StileKeyDialog *dialog)
{
  return gtk_spinner_get_spinning (dialog->spinner);
}

static gboolean
is_any (gboolean (*is_so) (StileKeyDialog *dialog))
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (STILE_IS_KEY_DIALOG (window) && is_so (STILE_KEY_DIALOG (window)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
shows_key (StileKeyDialog *dialog)
{
  return stile_recovery_key_view_shows_key (dialog->key_view);
}

gboolean
stile_key_dialogs_are_busy (void)
{
  return is_any (stile_key_dialog_is_busy);
}

gboolean
stile_key_dialogs_show_key (void)
{
  return is_any (shows_key);
}

/* The book is being written to, or the only sight of a key would be lost. */
static gboolean
stile_key_dialog_close_request (GtkWindow *window)
{
  StileKeyDialog *self = STILE_KEY_DIALOG (window);

  if (stile_key_dialog_is_busy (self) || stile_recovery_key_view_shows_key (self->key_view))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (stile_key_dialog_parent_class)->close_request (window);
}

static void
stile_key_dialog_class_init (StileKeyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = stile_key_dialog_close_request;
  done_signal = g_signal_new ("done", STILE_TYPE_KEY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
  g_type_ensure (STILE_TYPE_ERROR_SUMMARY);
  g_type_ensure (STILE_TYPE_RECOVERY_KEY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/key-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, content);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, why_label);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, roles);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, key_row);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, old_row);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, new_row);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, again_row);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, key_view);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, StileKeyDialog, close_button);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, kept_cb);
}

static void
stile_key_dialog_init (StileKeyDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  stile_field_name_reveal_button (dialog->old_row);
  stile_field_name_reveal_button (dialog->new_row);
  stile_field_name_reveal_button (dialog->again_row);
}
