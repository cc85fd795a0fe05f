// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "restore-page.h"

#include <glib/gi18n-lib.h>

#include "backup-view.h"
#include "dialogs.h"
#include "error-summary.h"
#include "field.h"
#include "focus-first.h"
#include "new-passphrase.h"
#include "place-words.h"
#include "restore-run.h"
#include "widgets/recovery-key-view.h"
#include "widgets/sentence-list.h"

struct _StileRestorePage
{
  AdwBin parent_instance;

  GtkWidget *cancel_button;
  AdwBin *steps;
  GtkWidget *choose_step;
  GtkWidget *choose_content;
  GtkWidget *choose_button;
  GtkLabel *choose_error;
  GtkSpinner *look_spinner;
  GtkWidget *details_step;
  GtkWidget *content;
  StileErrorSummary *summary;
  StileBackupView *backup_view;
  GtkWidget *consent_group;
  GtkCheckButton *consent_check;
  GtkWidget *station_group;
  GtkWidget *station_row;
  AdwComboRow *adviser_row;
  GtkStringList *advisers;
  GtkWidget *key_row;
  GtkWidget *passphrase_row;
  GtkWidget *again_row;
  GtkButton *way_button;
  GtkWidget *restore_button;
  GtkSpinner *spinner;
  StileRecoveryKeyView *key_view;
  GtkWidget *done_step;
  GtkLabel *done_label;
  GtkWidget *to_do_group;
  GtkListBox *to_do_list;
  GtkWidget *open_button;

  char *path; /* of the book */
  char *folder;
  char *backup;
  StileBackupLook *look;         /* of that */
  gboolean by_recovery;          /* with the sheet rather than a passphrase */
  StileBook *book;               /* restored */
  GtkFileChooserNative *chooser; /* while it is open */
};

G_DEFINE_FINAL_TYPE (StileRestorePage, stile_restore_page, ADW_TYPE_BIN)

static guint starting_signal, done_signal, cancelled_signal;

static void
wipe (StileRestorePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->key_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), "");
  stile_error_summary_clear (self->summary);
}

/* ---- Which backup ---- */

static void
say_cannot_use (StileRestorePage *self, const char *sentence)
{
  gtk_label_set_label (self->choose_error, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->choose_error), sentence != NULL);
}

static void
set_way (StileRestorePage *self, gboolean by_recovery)
{
  self->by_recovery = by_recovery;
  wipe (self);
  gtk_widget_set_visible (self->key_row, by_recovery);
  gtk_widget_set_visible (self->again_row, by_recovery);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->passphrase_row),
                                 by_recovery ? _("New passphrase") : _("Passphrase"));
  gtk_button_set_label (self->way_button,
                        by_recovery ? _("Use the _passphrase") : _("Use the _recovery sheet"));
}

static void
consent_cb (StileRestorePage *self)
{
  gboolean may_lose = self->look != NULL && stile_place_may_lose (self->look);

  gtk_widget_set_sensitive (self->restore_button,
                            !may_lose || gtk_check_button_get_active (self->consent_check));
}

static void
show_details (StileRestorePage *self)
{
  StileBackupLook *look = self->look;
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->advisers));

  stile_backup_view_show (self->backup_view, self->backup, look);
  gtk_string_list_splice (self->advisers, 0, before, (const char *const *) look->advisers);
  gtk_widget_set_visible (self->consent_group, stile_place_may_lose (look));
  gtk_check_button_set_active (self->consent_check, FALSE);
  consent_cb (self);
  gtk_widget_set_visible (self->station_group, !look->has_book);
  gtk_editable_set_text (GTK_EDITABLE (self->station_row), look->station);
  set_way (self, FALSE);
  adw_bin_set_child (self->steps, self->details_step);
  stile_backup_view_focus (self->backup_view);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (StileRestorePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StileBackupLook) look = stile_restore_look_finish (result, &error);

  stile_field_set_busy (self->choose_content, self->look_spinner, FALSE);
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  g_clear_pointer (&self->look, stile_backup_look_free);
  self->look = g_steal_pointer (&look);
  say_cannot_use (self, error != NULL ? error->message : NULL);
  if (self->look != NULL)
    show_details (self);
  else
    gtk_widget_grab_focus (self->choose_button);
}

void
stile_restore_page_choose (StileRestorePage *page, const char *backup)
{
  g_free (page->backup);
  page->backup = g_strdup (backup);
  say_cannot_use (page, NULL);
  adw_bin_set_child (page->steps, page->choose_step);
  stile_field_set_busy (page->choose_content, page->look_spinner, TRUE);
  gtk_widget_set_sensitive (page->cancel_button, FALSE);
  stile_restore_look_async (backup, page->path, looked_cb, g_object_ref (page));
}

static void
chooser_response_cb (StileRestorePage *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *backup = file != NULL ? g_file_get_path (file) : NULL;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (chooser));
  if (response == GTK_RESPONSE_ACCEPT && backup != NULL && self->path != NULL
      && !stile_restore_page_is_busy (self))
    stile_restore_page_choose (self, backup);
}

static void
choose_cb (StileRestorePage *self)
{
  g_autoptr (GFile) folder = self->folder != NULL ? g_file_new_for_path (self->folder) : NULL;

  if (self->chooser != NULL)
    return;
  self->chooser = stile_book_chooser_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                          _("Choose a backup"), _("Backups and record books"));
  if (folder != NULL && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chooser_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* ---- What came of it ---- */

static void
show_done (StileRestorePage *self)
{
  adw_bin_set_child (self->steps, self->done_step);
  gtk_widget_grab_focus (self->open_button);
}

static void
show_new_key (StileRestorePage *self, const char *recovery_key)
{
  StileLedger *ledger = stile_book_get_ledger (self->book);

  stile_recovery_key_view_show (self->key_view, stile_ledger_get_station (ledger), recovery_key);
  stile_recovery_key_view_set_button (self->key_view, _("_Go on"));
  adw_bin_set_child (self->steps, GTK_WIDGET (self->key_view));
  stile_recovery_key_view_focus (self->key_view);
}

static void
key_kept_cb (StileRestorePage *self)
{
  stile_recovery_key_view_clear (self->key_view);
  show_done (self);
}

static void
say_restored (StileRestorePage *self, const StileRestored *restored, char **to_do)
{
  g_autofree char *words
      = g_strdup_printf (ngettext ("%llu entry came from the backup.",
                                   "%llu entries came from the backup.", restored->entries),
                         (unsigned long long) restored->entries);

  gtk_label_set_label (self->done_label, words);
  gtk_widget_set_visible (self->to_do_group, *to_do != NULL);
  stile_sentence_list_show (self->to_do_list, to_do);
}

static void
fail (StileRestorePage *self, const GError *error)
{
  /* Something was written in between: what there is to say of it has changed. */
  if (g_error_matches (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_WOULD_LOSE))
    {
      g_autofree char *backup = g_strdup (self->backup);

      stile_restore_page_choose (self, backup);
      return;
    }
  stile_error_summary_add (self->summary, error->message,
                           self->by_recovery ? self->key_row : self->passphrase_row);
  stile_error_summary_present (self->summary);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (StileRestorePage) self = data;
  g_autoptr (StileRestored) restored = NULL;
  g_auto (GStrv) to_do = NULL;
  g_autoptr (GError) error = NULL;

  stile_field_set_busy (self->content, self->spinner, FALSE);
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  self->book = stile_restore_run_finish (result, &restored, &to_do, &error);
  if (self->book == NULL)
    {
      fail (self, error);
      return;
    }
  wipe (self);
  gtk_widget_set_visible (self->cancel_button, FALSE);
  say_restored (self, restored, to_do);
  if (restored->new_recovery_key != NULL)
    show_new_key (self, restored->new_recovery_key);
  else
    show_done (self);
}

/* ---- Doing it ---- */

static void
report (StileRestorePage *self, GtkWidget *row, const char *sentence)
{
  if (sentence != NULL)
    stile_error_summary_add (self->summary, sentence, row);
}

static gboolean
is_empty (GtkWidget *row)
{
  g_autofree char *text = stile_field_dup_text (GTK_EDITABLE (row));

  return *text == '\0';
}

static void
check_way (StileRestorePage *self)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));
  const char *again = gtk_editable_get_text (GTK_EDITABLE (self->again_row));
  const char *fault = stile_new_passphrase_find_fault (passphrase);

  if (!self->by_recovery)
    {
      report (self, self->passphrase_row, *passphrase == '\0' ? _("Type your passphrase.") : NULL);
      return;
    }
  if (is_empty (self->key_row))
    report (self, self->key_row, _("Type the key from the recovery sheet."));
  report (self, self->passphrase_row, fault);
  if (fault == NULL)
    report (self, self->again_row, stile_new_passphrase_find_repeat_fault (passphrase, again));
}

static gboolean
check (StileRestorePage *self)
{
  stile_error_summary_clear (self->summary);
  if (!self->look->has_book && is_empty (self->station_row))
    report (self, self->station_row, _("Type a name for this desk."));
  check_way (self);
  return stile_error_summary_is_empty (self->summary);
}

static void
run (StileRestorePage *self)
{
  GtkStringObject *adviser = adw_combo_row_get_selected_item (self->adviser_row);
  g_autofree char *station
      = self->look->has_book ? NULL : stile_field_dup_text (GTK_EDITABLE (self->station_row));
  const StileRestore what = {
    .backup = self->backup,
    .book = self->path,
    .adviser = adviser != NULL ? gtk_string_object_get_string (adviser) : "",
    .passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row)),
    .recovery_key
    = self->by_recovery ? gtk_editable_get_text (GTK_EDITABLE (self->key_row)) : NULL,
    .station = station,
    .replace_newer = gtk_check_button_get_active (self->consent_check),
  };

  g_signal_emit (self, starting_signal, 0);
  stile_field_set_busy (self->content, self->spinner, TRUE);
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  stile_restore_run_async (&what, restored_cb, g_object_ref (self));
}

static void
restore_cb (StileRestorePage *self)
{
  if (stile_restore_page_is_busy (self) || !gtk_widget_get_sensitive (self->restore_button))
    return;
  if (check (self))
    run (self);
  else
    stile_error_summary_present (self->summary);
}

static void
way_cb (StileRestorePage *self)
{
  set_way (self, !self->by_recovery);
  gtk_widget_grab_focus (self->by_recovery ? self->key_row : self->passphrase_row);
}

static void
cancel_cb (StileRestorePage *self)
{
  g_signal_emit (self, cancelled_signal, 0);
}

static void
open_cb (StileRestorePage *self)
{
  g_autoptr (StileBook) book = g_steal_pointer (&self->book);

  g_signal_emit (self, done_signal, 0, book);
}

gboolean
stile_restore_page_shows_key (StileRestorePage *page)
{
  return stile_recovery_key_view_shows_key (page->key_view);
}

gboolean
stile_restore_page_is_busy (StileRestorePage *page)
{
  return gtk_spinner_get_spinning (page->spinner) || gtk_spinner_get_spinning (page->look_spinner);
}

void
stile_restore_page_open (StileRestorePage *page, const char *book, const char *folder)
{
  stile_restore_page_close (page);
  page->path = g_strdup (book);
  page->folder = g_strdup (folder);
  gtk_widget_set_visible (page->cancel_button, TRUE);
  adw_bin_set_child (page->steps, page->choose_step);
}

void
stile_restore_page_close (StileRestorePage *page)
{
  wipe (page);
  say_cannot_use (page, NULL);
  stile_recovery_key_view_clear (page->key_view);
  g_clear_object (&page->chooser);
  g_clear_object (&page->book);
  g_clear_pointer (&page->path, g_free);
  g_clear_pointer (&page->folder, g_free);
  g_clear_pointer (&page->backup, g_free);
  g_clear_pointer (&page->look, stile_backup_look_free);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileRestorePage *page = STILE_RESTORE_PAGE (widget);
  GtkWidget *step = adw_bin_get_child (page->steps);

  if (stile_restore_page_shows_key (page))
    stile_recovery_key_view_focus (page->key_view);
  else if (step == page->choose_step)
    gtk_widget_grab_focus (page->choose_button);
  else if (step == page->details_step)
    stile_backup_view_focus (page->backup_view);
  else
    gtk_widget_grab_focus (page->open_button);
}

static void
stile_restore_page_dispose (GObject *object)
{
  g_clear_object (&STILE_RESTORE_PAGE (object)->chooser);
  G_OBJECT_CLASS (stile_restore_page_parent_class)->dispose (object);
}

static void
stile_restore_page_finalize (GObject *object)
{
  StileRestorePage *page = STILE_RESTORE_PAGE (object);

  g_clear_object (&page->book);
  g_clear_pointer (&page->path, g_free);
  g_clear_pointer (&page->folder, g_free);
  g_clear_pointer (&page->backup, g_free);
  g_clear_pointer (&page->look, stile_backup_look_free);
  G_OBJECT_CLASS (stile_restore_page_parent_class)->finalize (object);
}

static void
add_signals (StileRestorePageClass *klass)
{
  starting_signal = g_signal_new ("starting", STILE_TYPE_RESTORE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  done_signal = g_signal_new ("done", STILE_TYPE_RESTORE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, STILE_TYPE_BOOK);
  cancelled_signal = g_signal_new ("cancelled", STILE_TYPE_RESTORE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stile_restore_page_class_init (StileRestorePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_restore_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stile_restore_page_finalize;
  add_signals (klass);

  g_type_ensure (STILE_TYPE_BACKUP_VIEW);
  g_type_ensure (STILE_TYPE_ERROR_SUMMARY);
  g_type_ensure (STILE_TYPE_RECOVERY_KEY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/restore-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, steps);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, choose_step);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, choose_content);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, choose_error);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, look_spinner);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, details_step);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, content);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, summary);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, backup_view);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, consent_group);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, consent_check);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, station_group);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, station_row);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, adviser_row);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, advisers);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, key_row);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, again_row);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, way_button);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, key_view);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, done_step);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, done_label);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, to_do_group);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, to_do_list);
  gtk_widget_class_bind_template_child (widget_class, StileRestorePage, open_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, consent_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_kept_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_restore_page_init (StileRestorePage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  stile_field_name_reveal_button (page->passphrase_row);
  stile_field_name_reveal_button (page->again_row);
}
