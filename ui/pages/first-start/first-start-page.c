// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "first-start-page.h"

#include <glib/gi18n-lib.h>

#include "error-summary.h"
#include "field.h"
#include "focus-first.h"
#include "new-passphrase.h"
#include "widgets/machine-words.h"
#include "widgets/recovery-key-view.h"

struct _StileFirstStartPage
{
  AdwBin parent_instance;

  AdwBin *steps;
  GtkWidget *details_step;
  StileRecoveryKeyView *key_view;
  StileMachineWords *machine_words;
  StileErrorSummary *summary;
  GtkWidget *station_row;
  GtkLabel *station_error;
  GtkWidget *adviser_row;
  GtkLabel *adviser_error;
  GtkWidget *passphrase_row;
  GtkLabel *passphrase_error;
  GtkWidget *again_row;
  GtkLabel *again_error;
  GtkSpinner *spinner;

  char *path;
  StileBook *book; /* once it is made */
};

G_DEFINE_FINAL_TYPE (StileFirstStartPage, stile_first_start_page, ADW_TYPE_BIN)

static guint done_signal;

static void
report (StileFirstStartPage *self, GtkWidget *row, GtkLabel *label, const char *sentence)
{
  stile_field_set_error (row, label, sentence);
  if (sentence != NULL)
    stile_error_summary_add (self->summary, sentence, row);
}

static gboolean
check (StileFirstStartPage *self, const char *station, const char *adviser)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));
  const char *again = gtk_editable_get_text (GTK_EDITABLE (self->again_row));
  const char *fault = stile_new_passphrase_find_fault (passphrase);

  stile_error_summary_clear (self->summary);
  report (self, self->station_row, self->station_error,
          *station == '\0' ? _("Give this desk a name.") : NULL);
  report (self, self->adviser_row, self->adviser_error,
          *adviser == '\0' ? _("Type your name.") : NULL);
  report (self, self->passphrase_row, self->passphrase_error, fault);
  report (self, self->again_row, self->again_error,
          fault == NULL ? stile_new_passphrase_find_repeat_fault (passphrase, again) : NULL);
  return stile_error_summary_is_empty (self->summary);
}

static void
clear_passphrases (StileFirstStartPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), "");
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (StileFirstStartPage) self = data;
  g_autoptr (GError) error = NULL;
  char *recovery_key = NULL;

  stile_field_set_busy (self->details_step, self->spinner, FALSE);
  self->book = stile_book_create_finish (result, &recovery_key, &error);
  if (self->book == NULL)
    {
      stile_error_summary_add (self->summary, error->message, NULL);
      stile_error_summary_present (self->summary);
      return;
    }
  clear_passphrases (self);
  stile_recovery_key_view_show (self->key_view,
                                stile_ledger_get_station (stile_book_get_ledger (self->book)),
                                recovery_key);
  stile_secret_free (recovery_key);
  adw_bin_set_child (self->steps, GTK_WIDGET (self->key_view));
  stile_recovery_key_view_focus (self->key_view);
}

static void
continue_cb (StileFirstStartPage *self)
{
  g_autofree char *station = stile_field_dup_text (GTK_EDITABLE (self->station_row));
  g_autofree char *adviser = stile_field_dup_text (GTK_EDITABLE (self->adviser_row));

  if (!check (self, station, adviser))
    {
      stile_error_summary_present (self->summary);
      return;
    }
  stile_field_set_busy (self->details_step, self->spinner, TRUE);
  stile_book_create_async (self->path, station, adviser,
                           gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row)),
                           STILE_KEY_COST_MODERATE, created_cb, g_object_ref (self));
}

static void
done_cb (StileFirstStartPage *self)
{
  g_autoptr (StileBook) book = g_steal_pointer (&self->book);

  g_signal_emit (self, done_signal, 0, book);
}

gboolean
stile_first_start_page_shows_key (StileFirstStartPage *page)
{
  return stile_recovery_key_view_shows_key (page->key_view);
}

void
stile_first_start_page_open (StileFirstStartPage *page, const char *path)
{
  stile_first_start_page_close (page);
  page->path = g_strdup (path);
  stile_machine_words_look (page->machine_words, path);
  adw_bin_set_child (page->steps, page->details_step);
}

void
stile_first_start_page_close (StileFirstStartPage *page)
{
  clear_passphrases (page);
  stile_recovery_key_view_clear (page->key_view);
  stile_error_summary_clear (page->summary);
  g_clear_pointer (&page->path, g_free);
  g_clear_object (&page->book);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileFirstStartPage *page = STILE_FIRST_START_PAGE (widget);

  if (stile_first_start_page_shows_key (page))
    stile_recovery_key_view_focus (page->key_view);
  else
    gtk_widget_grab_focus (page->station_row);
}

static void
stile_first_start_page_finalize (GObject *object)
{
  StileFirstStartPage *page = STILE_FIRST_START_PAGE (object);

  g_clear_pointer (&page->path, g_free);
  g_clear_object (&page->book);
  G_OBJECT_CLASS (stile_first_start_page_parent_class)->finalize (object);
}

static void
stile_first_start_page_class_init (StileFirstStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_first_start_page_finalize;
  done_signal = g_signal_new ("done", STILE_TYPE_FIRST_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                              NULL, NULL, G_TYPE_NONE, 1, STILE_TYPE_BOOK);

  g_type_ensure (STILE_TYPE_ERROR_SUMMARY);
  g_type_ensure (STILE_TYPE_MACHINE_WORDS);
  g_type_ensure (STILE_TYPE_RECOVERY_KEY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stile/Stile/first-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StileFirstStartPage, steps);
  gtk_widget_class_bind_template_child (widget_class, StileFirstStartPage, details_step);
  gtk_widget_class_bind_template_child (widget_class, StileFirstStartPage, key_view);
  gtk_widget_class_bind_template_child (widget_class, StileFirstStartPage, machine_words);
  gtk_widget_class_bind_template_child (widget_class, StileFirstStartPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StileFirstStartPage, station_row);
  gtk_widget_class_bind_template_child (widget_class, StileFirstStartPage, station_error);
  gtk_widget_class_bind_template_child (widget_class, StileFirstStartPage, adviser_row);
  gtk_widget_class_bind_template_child (widget_class, StileFirstStartPage, adviser_error);
  gtk_widget_class_bind_template_child (widget_class, StileFirstStartPage, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, StileFirstStartPage, passphrase_error);
  gtk_widget_class_bind_template_child (widget_class, StileFirstStartPage, again_row);
  gtk_widget_class_bind_template_child (widget_class, StileFirstStartPage, again_error);
  gtk_widget_class_bind_template_child (widget_class, StileFirstStartPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_first_start_page_init (StileFirstStartPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  stile_field_name_reveal_button (page->passphrase_row);
  stile_field_name_reveal_button (page->again_row);
}
