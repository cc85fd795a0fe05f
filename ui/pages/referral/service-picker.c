// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service-picker.h"

#include <glib/gi18n-lib.h>

#include "widgets/choice-row.h"

/* As many as two people can weigh up at a glance. */
#define AT_FIRST 3

struct _StileServicePicker
{
  AdwBin parent_instance;

  GtkBox *box; /* of StileChoiceRow, one for each match shown; last the button for more */
  GtkWidget *more_button; /* or NULL */

  GPtrArray *matches; /* of StileMatch */
};

G_DEFINE_FINAL_TYPE (StileServicePicker, stile_service_picker, ADW_TYPE_BIN)

static guint changed_signal;

static void
changed_cb (StileServicePicker *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
row_new (StileServicePicker *self, const StileMatch *match)
{
  g_autofree char *label
    = match->organization != NULL && g_strcmp0 (match->organization, match->name) != 0
        ? g_strdup_printf ("%s · %s", match->name, match->organization)
        : g_strdup (match->name);
  g_autofree char *why = g_strjoinv (" ", match->reasons);
  GtkWidget *row = stile_choice_row_new (STILE_CHOICE_MANY, label, NULL);

  stile_choice_row_set_detail (STILE_CHOICE_ROW (row), why);
  gtk_widget_set_sensitive (row, match->standing != STILE_STANDING_CLOSED);
  g_signal_connect_object (row, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_rows (StileServicePicker *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    gtk_box_append (self->box, row_new (self, g_ptr_array_index (self->matches, i)));
}

/* The first of the new ones takes the focus that the button had. */
static void
more_clicked_cb (StileServicePicker *self)
{
  add_rows (self, AT_FIRST, self->matches->len);
  gtk_widget_grab_focus (gtk_widget_get_next_sibling (self->more_button));
  gtk_box_remove (self->box, g_steal_pointer (&self->more_button));
}

static void
add_more_button (StileServicePicker *self)
{
  guint hidden = self->matches->len - AT_FIRST;
  g_autofree char *label
    /* Translators: a button that shows the others. */
    = g_strdup_printf (ngettext ("%u more service…", "%u more services…", hidden), hidden);

  self->more_button = gtk_button_new_with_label (label);
  gtk_widget_set_halign (self->more_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->more_button, "flat");
  g_signal_connect_object (self->more_button, "clicked", G_CALLBACK (more_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->box, self->more_button);
}

GtkWidget *
stile_service_picker_new (GPtrArray *matches)
{
  StileServicePicker *self = g_object_new (STILE_TYPE_SERVICE_PICKER, NULL);

  self->matches = g_ptr_array_ref (matches);
  add_rows (self, 0, MIN (matches->len, AT_FIRST));
  if (matches->len > AT_FIRST)
    add_more_button (self);
  return GTK_WIDGET (self);
}

GPtrArray *
stile_service_picker_list_chosen (StileServicePicker *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  guint i = 0;

  g_return_val_if_fail (STILE_IS_SERVICE_PICKER (self), chosen);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->box));
       row != NULL && row != self->more_button; row = gtk_widget_get_next_sibling (row), i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (row)))
      g_ptr_array_add (chosen, ((StileMatch *) g_ptr_array_index (self->matches, i))->id);
  return chosen;
}

static void
stile_service_picker_finalize (GObject *object)
{
  g_clear_pointer (&STILE_SERVICE_PICKER (object)->matches, g_ptr_array_unref);
  G_OBJECT_CLASS (stile_service_picker_parent_class)->finalize (object);
}

static void
stile_service_picker_class_init (StileServicePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stile_service_picker_finalize;
  changed_signal = g_signal_new ("changed", STILE_TYPE_SERVICE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
stile_service_picker_init (StileServicePicker *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
