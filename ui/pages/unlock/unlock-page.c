// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unlock-page.h"

#include <glib/gi18n-lib.h>

#include "advisers.h"
#include "error-summary.h"
#include "field.h"
#include "focus-first.h"
#include "new-passphrase.h"
#include "widgets/recovery-key-view.h"

struct _StileUnlockPage
{
  AdwBin parent_instance;

  GtkWidget *menu_button;
  GtkLabel *station_label;
  GtkWidget *content;
  AdwBin *frame;
  GtkWidget *lock_view;
  StileRecoveryKeyView *key_view;
  AdwBin *steps;
  GtkWidget *passphrase_step;
  GtkWidget *recovery_step;
  AdwComboRow *adviser_row;
  GtkStringList *advisers;
  GtkWidget *passphrase_row;
  GtkLabel *passphrase_error;
  GtkWidget *unlock_button;
  GtkWidget *recover_button;
  StileErrorSummary *summary;
  GtkWidget *key_row;
  GtkLabel *key_error;
  GtkWidget *new_row;
  GtkLabel *new_error;
  GtkWidget *again_row;
  GtkLabel *again_error;
  GtkSpinner *spinner;

  StileBook *book;
  guint timer; /* while somebody has to wait */
};

G_DEFINE_FINAL_TYPE (StileUnlockPage, stile_unlock_page, ADW_TYPE_BIN)

static guint unlocked_signal;

static void
wipe (StileUnlockPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->key_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->new_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), "");
  stile_field_set_error (self->passphrase_row, self->passphrase_error, NULL);
  stile_field_set_error (self->key_row, self->key_error, NULL);
  stile_field_set_error (self->new_row, self->new_error, NULL);
  stile_field_set_error (self->again_row, self->again_error, NULL);
  stile_error_summary_clear (self->summary);
}

/* Borrowed; NULL where the book names nobody. */
static const char *
get_adviser (StileUnlockPage *self)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (self->adviser_row);

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

/* ---- Waiting ---- */

static gboolean
is_recovery (StileUnlockPage *self)
{
  return adw_bin_get_child (self->steps) == self->recovery_step;
}

static void
show_wait (StileUnlockPage *self, guint seconds)
{
  g_autofree char *words = seconds > 0 ? stile_ledger_wait_to_words (seconds) : NULL;

  gtk_widget_set_sensitive (self->unlock_button, seconds == 0);
  gtk_widget_set_sensitive (self->recover_button, seconds == 0);
  if (is_recovery (self))
    stile_field_set_error (self->key_row, self->key_error, words);
  else
    stile_field_set_error (self->passphrase_row, self->passphrase_error, words);
}

static guint
get_wait (StileUnlockPage *self)
{
  return stile_ledger_get_wait (stile_book_get_ledger (self->book),
                                is_recovery (self) ? NULL : get_adviser (self));
}

static gboolean
tick_cb (gpointer data)
{
  StileUnlockPage *self = data;
  guint seconds = get_wait (self);

  show_wait (self, seconds);
  if (seconds > 0)
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  return G_SOURCE_REMOVE;
}

/* Counts down where somebody has to wait. TRUE: nothing can be tried now. */
static gboolean
check_wait (StileUnlockPage *self)
{
  guint seconds = self->book != NULL ? get_wait (self) : 0;
  gboolean waited = self->timer != 0;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (seconds > 0 || waited)
    show_wait (self, seconds);
  if (seconds > 0)
    self->timer = g_timeout_add_seconds (1, tick_cb, self);
  return seconds > 0;
}

static void
adviser_changed_cb (StileUnlockPage *self)
{
  if (self->book != NULL && !stile_unlock_page_is_busy (self))
    check_wait (self);
}

/* ---- Unlocking ---- */

/* The menu has the way to another book, which is closed while a thread works on this one. */
static void
set_busy (StileUnlockPage *self, gboolean busy)
{
  stile_field_set_busy (self->content, self->spinner, busy);
  gtk_widget_set_sensitive (self->menu_button, !busy);
}

static void
unlocked (StileUnlockPage *self)
{
  wipe (self);
  g_signal_emit (self, unlocked_signal, 0);
}

/* The sheet that was used opens nothing any more: work begins when there is another on paper, and
 * until then no other book is opened. */
static void
show_new_key (StileUnlockPage *self, const char *recovery_key)
{
  StileLedger *ledger = stile_book_get_ledger (self->book);

  stile_recovery_key_view_show (self->key_view, stile_ledger_get_station (ledger), recovery_key);
  adw_bin_set_child (self->frame, GTK_WIDGET (self->key_view));
  gtk_widget_set_sensitive (self->menu_button, FALSE);
  stile_recovery_key_view_focus (self->key_view);
}

static void
clear_key (StileUnlockPage *self)
{
  stile_recovery_key_view_clear (self->key_view);
  adw_bin_set_child (self->frame, self->lock_view);
  gtk_widget_set_sensitive (self->menu_button, TRUE);
}

static void
key_kept_cb (StileUnlockPage *self)
{
  clear_key (self);
  unlocked (self);
}

static void
unlocked_cb (GObject *book, GAsyncResult *result, gpointer data)
{
  g_autoptr (StileUnlockPage) self = data;
  g_autoptr (GError) error = NULL;

  set_busy (self, FALSE);
  if (stile_book_unlock_finish (STILE_BOOK (book), result, &error))
    {
      unlocked (self);
      return;
    }
  if (!check_wait (self))
    stile_field_set_error (self->passphrase_row, self->passphrase_error, error->message);
  gtk_widget_grab_focus (self->passphrase_row);
}

static void
recovered_cb (GObject *book, GAsyncResult *result, gpointer data)
{
  g_autoptr (StileUnlockPage) self = data;
  g_autoptr (GError) error = NULL;
  char *new_key = NULL;

  set_busy (self, FALSE);
  if (stile_book_recover_finish (STILE_BOOK (book), result, &new_key, &error))
    {
      wipe (self);
      show_new_key (self, new_key);
      stile_secret_free (new_key);
      return;
    }
  if (check_wait (self))
    {
      gtk_widget_grab_focus (self->key_row);
      return;
    }
  stile_field_set_error (self->key_row, self->key_error, error->message);
  stile_error_summary_add (self->summary, error->message, self->key_row);
  stile_error_summary_present (self->summary);
}

static void
unlock_cb (StileUnlockPage *self)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));

  if (check_wait (self))
    return;
  if (*passphrase == '\0')
    {
      stile_field_set_error (self->passphrase_row, self->passphrase_error,
                             _("Type your passphrase."));
      gtk_widget_grab_focus (self->passphrase_row);
      return;
    }
  set_busy (self, TRUE);
  stile_book_unlock_async (self->book, get_adviser (self), passphrase, unlocked_cb,
                           g_object_ref (self));
}

static void
report (StileUnlockPage *self, GtkWidget *row, GtkLabel *label, const char *sentence)
{
  stile_field_set_error (row, label, sentence);
  if (sentence != NULL)
    stile_error_summary_add (self->summary, sentence, row);
}

static void
recover_cb (StileUnlockPage *self)
{
  const char *key = gtk_editable_get_text (GTK_EDITABLE (self->key_row));
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->new_row));
  const char *again = gtk_editable_get_text (GTK_EDITABLE (self->again_row));
  const char *fault = stile_new_passphrase_find_fault (passphrase);

  if (check_wait (self))
    return;
  stile_error_summary_clear (self->summary);
  report (self, self->key_row, self->key_error,
          *key == '\0' ? _("Type the key from the recovery sheet.") : NULL);
  report (self, self->new_row, self->new_error, fault);
  report (self, self->again_row, self->again_error,
          fault == NULL ? stile_new_passphrase_find_repeat_fault (passphrase, again) : NULL);
  if (!stile_error_summary_is_empty (self->summary))
    {
      stile_error_summary_present (self->summary);
      return;
    }
  set_busy (self, TRUE);
  stile_book_recover_async (self->book, key, get_adviser (self), passphrase, recovered_cb,
                            g_object_ref (self));
}

static void
show_recovery_cb (StileUnlockPage *self)
{
  wipe (self);
  adw_bin_set_child (self->steps, self->recovery_step);
  check_wait (self);
  gtk_widget_grab_focus (self->key_row);
}

static void
show_passphrase (StileUnlockPage *self)
{
  wipe (self);
  adw_bin_set_child (self->steps, self->passphrase_step);
  check_wait (self);
}

static void
show_passphrase_cb (StileUnlockPage *self)
{
  show_passphrase (self);
  gtk_widget_grab_focus (self->passphrase_row);
}

static void
select_adviser (StileUnlockPage *self, const char *name)
{
  guint i;

  for (i = 0; name != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->advisers)); i++)
    if (g_str_equal (gtk_string_list_get_string (self->advisers, i), name))
      adw_combo_row_set_selected (self->adviser_row, i);
}

gboolean
stile_unlock_page_open (StileUnlockPage *page, StileBook *book, GError **error)
{
  StileLedger *ledger = stile_book_get_ledger (book);
  g_autofree char *last = g_strdup (get_adviser (page));
  g_auto (GStrv) names = stile_ledger_dup_advisers (ledger, error);
  guint before;

  if (names == NULL)
    return FALSE;
  g_set_object (&page->book, book);
  gtk_label_set_label (page->station_label, stile_ledger_get_station (ledger));
  before = g_list_model_get_n_items (G_LIST_MODEL (page->advisers));
  gtk_string_list_splice (page->advisers, 0, before, (const char *const *) names);
  select_adviser (page, last);
  show_passphrase (page);
  return TRUE;
}

void
stile_unlock_page_close (StileUnlockPage *page)
{
  wipe (page);
  clear_key (page);
  g_clear_handle_id (&page->timer, g_source_remove);
  g_clear_object (&page->book);
}

gboolean
stile_unlock_page_shows_key (StileUnlockPage *page)
{
  return stile_recovery_key_view_shows_key (page->key_view);
}

gboolean
stile_unlock_page_is_busy (StileUnlockPage *page)
{
  return gtk_spinner_get_spinning (page->spinner);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileUnlockPage *page = STILE_UNLOCK_PAGE (widget);

  if (stile_unlock_page_shows_key (page))
    stile_recovery_key_view_focus (page->key_view);
  else
    gtk_widget_grab_focus (is_recovery (page) ? page->key_row : page->passphrase_row);
}

static void
stile_unlock_page_dispose (GObject *object)
{
  g_clear_handle_id (&STILE_UNLOCK_PAGE (object)->timer, g_source_remove);
  g_clear_object (&STILE_UNLOCK_PAGE (object)->book);
  G_OBJECT_CLASS (stile_unlock_page_parent_class)->dispose (object);
}

static void
stile_unlock_page_class_init (StileUnlockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_unlock_page_dispose;
  unlocked_signal = g_signal_new ("unlocked", STILE_TYPE_UNLOCK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STILE_TYPE_ERROR_SUMMARY);
  g_type_ensure (STILE_TYPE_RECOVERY_KEY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/unlock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, station_label);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, content);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, frame);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, lock_view);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, key_view);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, steps);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, passphrase_step);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, recovery_step);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, adviser_row);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, advisers);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, passphrase_error);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, recover_button);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, key_row);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, key_error);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, new_row);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, new_error);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, again_row);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, again_error);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, adviser_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_kept_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlock_cb);
  gtk_widget_class_bind_template_callback (widget_class, recover_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_recovery_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_passphrase_cb);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_unlock_page_init (StileUnlockPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  stile_field_name_reveal_button (page->passphrase_row);
  stile_field_name_reveal_button (page->new_row);
  stile_field_name_reveal_button (page->again_row);
}
