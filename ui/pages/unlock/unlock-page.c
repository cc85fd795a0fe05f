// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unlock-page.h"

#include <glib/gi18n-lib.h>

#include "error-summary.h"
#include "field.h"
#include "focus-first.h"
#include "new-passphrase.h"

struct _StileUnlockPage
{
  AdwBin parent_instance;

  GtkLabel *station_label;
  GtkWidget *content;
  AdwBin *steps;
  GtkWidget *passphrase_step;
  GtkWidget *recovery_step;
  AdwComboRow *adviser_row;
  GtkStringList *advisers;
  GtkWidget *passphrase_row;
  GtkLabel *passphrase_error;
  StileErrorSummary *summary;
  GtkWidget *key_row;
  GtkLabel *key_error;
  GtkWidget *new_row;
  GtkLabel *new_error;
  GtkWidget *again_row;
  GtkLabel *again_error;
  GtkSpinner *spinner;

  StileBook *book;
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

static void
unlocked (StileUnlockPage *self)
{
  wipe (self);
  g_signal_emit (self, unlocked_signal, 0);
}

static void
unlocked_cb (GObject *book, GAsyncResult *result, gpointer data)
{
  g_autoptr (StileUnlockPage) self = data;
  g_autoptr (GError) error = NULL;

  stile_field_set_busy (self->content, self->spinner, FALSE);
  if (stile_book_unlock_finish (STILE_BOOK (book), result, &error))
    {
      unlocked (self);
      return;
    }
  stile_field_set_error (self->passphrase_row, self->passphrase_error, error->message);
  gtk_widget_grab_focus (self->passphrase_row);
}

static void
recovered_cb (GObject *book, GAsyncResult *result, gpointer data)
{
  g_autoptr (StileUnlockPage) self = data;
  g_autoptr (GError) error = NULL;

  stile_field_set_busy (self->content, self->spinner, FALSE);
  if (stile_book_unlock_finish (STILE_BOOK (book), result, &error))
    {
      unlocked (self);
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

  if (*passphrase == '\0')
    {
      stile_field_set_error (self->passphrase_row, self->passphrase_error,
                             _("Type your passphrase."));
      gtk_widget_grab_focus (self->passphrase_row);
      return;
    }
  stile_field_set_busy (self->content, self->spinner, TRUE);
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
  stile_field_set_busy (self->content, self->spinner, TRUE);
  stile_book_recover_async (self->book, key, get_adviser (self), passphrase, recovered_cb,
                            g_object_ref (self));
}

static void
show_recovery_cb (StileUnlockPage *self)
{
  wipe (self);
  adw_bin_set_child (self->steps, self->recovery_step);
  gtk_widget_grab_focus (self->key_row);
}

static void
show_passphrase (StileUnlockPage *self)
{
  wipe (self);
  adw_bin_set_child (self->steps, self->passphrase_step);
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
  g_clear_object (&page->book);
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
  gboolean recovery = adw_bin_get_child (page->steps) == page->recovery_step;

  gtk_widget_grab_focus (recovery ? page->key_row : page->passphrase_row);
}

static void
stile_unlock_page_dispose (GObject *object)
{
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
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/unlock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, station_label);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, content);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, steps);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, passphrase_step);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, recovery_step);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, adviser_row);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, advisers);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, passphrase_error);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, key_row);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, key_error);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, new_row);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, new_error);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, again_row);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, again_error);
  gtk_widget_class_bind_template_child (widget_class, StileUnlockPage, spinner);
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
