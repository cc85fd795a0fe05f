// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adviser-pane.h"

#include <glib/gi18n-lib.h>

struct _StileAdviserPane
{
  AdwBin parent_instance;

  AdwExpanderRow *guidance_row;
  GtkLabel *guidance;
  AdwExpanderRow *note_row;
  GtkTextBuffer *note;

  gboolean setting;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StileAdviserPane, stile_adviser_pane, ADW_TYPE_BIN)

static void
show_whether_noted (StileAdviserPane *self)
{
  gboolean noted = gtk_text_buffer_get_char_count (self->note) > 0;

  adw_expander_row_set_subtitle (self->note_row,
                                 noted ? _("There is a note") : _("Nothing noted"));
}

static void
note_changed_cb (StileAdviserPane *self)
{
  show_whether_noted (self);
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
stile_adviser_pane_show (StileAdviserPane *self, const char *guidance, const char *note)
{
  g_return_if_fail (STILE_IS_ADVISER_PANE (self));

  self->setting = TRUE;
  adw_expander_row_set_expanded (self->guidance_row, FALSE);
  adw_expander_row_set_expanded (self->note_row, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->guidance_row), guidance != NULL);
  gtk_label_set_label (self->guidance, guidance != NULL ? guidance : "");
  gtk_text_buffer_set_text (self->note, note != NULL ? note : "", -1);
  self->setting = FALSE;
}

char *
stile_adviser_pane_dup_note (StileAdviserPane *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (STILE_IS_ADVISER_PANE (self), NULL);

  g_object_get (self->note, "text", &text, NULL);
  return g_steal_pointer (&text);
}

static void
stile_adviser_pane_class_init (StileAdviserPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/adviser-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, StileAdviserPane, guidance_row);
  gtk_widget_class_bind_template_child (widget_class, StileAdviserPane, guidance);
  gtk_widget_class_bind_template_child (widget_class, StileAdviserPane, note_row);
  gtk_widget_class_bind_template_child (widget_class, StileAdviserPane, note);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
stile_adviser_pane_init (StileAdviserPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_whether_noted (self);
}
