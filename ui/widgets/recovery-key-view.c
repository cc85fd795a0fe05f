// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recovery-key-view.h"

#include "advisers.h"
#include "print.h"

struct _StileRecoveryKeyView
{
  AdwBin parent_instance;

  GtkLabel *words_label;
  GtkLabel *key_label;
  GtkWidget *print_button;
  GtkCheckButton *safe_check;
  GtkButton *keep_button;

  char *station;
  char *recovery_key;
};

G_DEFINE_FINAL_TYPE (StileRecoveryKeyView, stile_recovery_key_view, ADW_TYPE_BIN)

static guint kept_signal;

static void
print_cb (StileRecoveryKeyView *self)
{
  stile_print_document (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        stile_recovery_sheet_new (self->station, self->recovery_key), NULL, NULL);
}

static void
keep_cb (StileRecoveryKeyView *self)
{
  g_signal_emit (self, kept_signal, 0);
}

void
stile_recovery_key_view_show (StileRecoveryKeyView *view, const char *station,
                              const char *recovery_key)
{
  char *words = stile_recovery_key_to_words (recovery_key);

  stile_recovery_key_view_clear (view);
  view->station = g_strdup (station);
  view->recovery_key = g_strdup (recovery_key);
  gtk_label_set_label (view->words_label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (view->words_label), words != NULL);
  gtk_label_set_label (view->key_label, recovery_key);
  stile_secret_free (words);
}

void
stile_recovery_key_view_set_button (StileRecoveryKeyView *view, const char *label)
{
  gtk_button_set_label (view->keep_button, label);
}

void
stile_recovery_key_view_clear (StileRecoveryKeyView *view)
{
  gtk_label_set_label (view->words_label, "");
  gtk_label_set_label (view->key_label, "");
  gtk_check_button_set_active (view->safe_check, FALSE);
  g_clear_pointer (&view->recovery_key, stile_secret_free);
  g_clear_pointer (&view->station, g_free);
}

gboolean
stile_recovery_key_view_shows_key (StileRecoveryKeyView *view)
{
  return view->recovery_key != NULL;
}

void
stile_recovery_key_view_focus (StileRecoveryKeyView *view)
{
  gtk_widget_grab_focus (view->print_button);
}

static void
stile_recovery_key_view_finalize (GObject *object)
{
  StileRecoveryKeyView *view = STILE_RECOVERY_KEY_VIEW (object);

  g_clear_pointer (&view->recovery_key, stile_secret_free);
  g_clear_pointer (&view->station, g_free);
  G_OBJECT_CLASS (stile_recovery_key_view_parent_class)->finalize (object);
}

static void
stile_recovery_key_view_class_init (StileRecoveryKeyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_recovery_key_view_finalize;
  kept_signal = g_signal_new ("kept", STILE_TYPE_RECOVERY_KEY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                              NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stile/Stile/recovery-key-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StileRecoveryKeyView, words_label);
  gtk_widget_class_bind_template_child (widget_class, StileRecoveryKeyView, key_label);
  gtk_widget_class_bind_template_child (widget_class, StileRecoveryKeyView, print_button);
  gtk_widget_class_bind_template_child (widget_class, StileRecoveryKeyView, safe_check);
  gtk_widget_class_bind_template_child (widget_class, StileRecoveryKeyView, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
}

static void
stile_recovery_key_view_init (StileRecoveryKeyView *view)
{
  gtk_widget_init_template (GTK_WIDGET (view));
}
