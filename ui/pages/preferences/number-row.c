// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "number-row.h"

#include <glib/gi18n-lib.h>

#include "advisers.h"

/* Somebody who presses "more" ten times makes one entry of it. */
#define REST_MS 700

struct _StileNumberRow
{
  AdwActionRow parent_instance;

  GtkSpinButton *spin_button;

  StileCasework *casework; /* NULL while closed */
  char *name;
  char *subtitle;
  gboolean setting;
  gboolean changed; /* since it was last in the book */
  guint timer;
};

G_DEFINE_FINAL_TYPE (StileNumberRow, stile_number_row, ADW_TYPE_ACTION_ROW)

static guint saved_signal;

static gboolean
put (StileNumberRow *self, GError **error)
{
  guint number = (guint) gtk_spin_button_get_value_as_int (self->spin_button);
  g_autofree char *value = number > 0 ? g_strdup_printf ("%u", number) : NULL;

  return stile_casework_put_setting (self->casework, self->name, value, error);
}

gboolean
stile_number_row_save (StileNumberRow *row)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&row->timer, g_source_remove);
  if (row->casework == NULL || !row->changed)
    return TRUE;
  if (!put (row, &error))
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), error->message);
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      return FALSE;
    }
  row->changed = FALSE;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), row->subtitle);
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  g_signal_emit (row, saved_signal, 0);
  return TRUE;
}

static gboolean
rest_cb (gpointer data)
{
  StileNumberRow *self = data;

  self->timer = 0;
  stile_number_row_save (self);
  return G_SOURCE_REMOVE;
}

static void
value_changed_cb (StileNumberRow *self)
{
  if (self->setting || self->casework == NULL)
    return;
  self->changed = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST_MS, rest_cb, self);
}

static const char *
why_not (StileCasework *casework)
{
  StileLedger *ledger = stile_casework_get_ledger (casework);

  if (stile_ledger_is_read_only (ledger))
    return _("This record book can only be read.");
  if (stile_ledger_get_role (ledger) != STILE_ROLE_MANAGER)
    return _("A centre manager can change this.");
  return NULL;
}

void
stile_number_row_open (StileNumberRow *row, StileCasework *casework, const char *name,
                       const char *subtitle, guint lowest, guint highest, guint otherwise)
{
  const char *reason = why_not (casework);

  stile_number_row_close (row);
  row->casework = casework;
  row->name = g_strdup (name);
  row->subtitle = reason != NULL ? g_strdup_printf ("%s %s", subtitle, reason)
                                 : g_strdup (subtitle);
  row->setting = TRUE;
  gtk_spin_button_set_range (row->spin_button, lowest, highest);
  gtk_spin_button_set_increments (row->spin_button, 1, 10);
  gtk_spin_button_set_value (row->spin_button,
                             stile_casework_get_setting_number (casework, name, otherwise));
  row->setting = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (row->spin_button), reason == NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), row->subtitle);
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->spin_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

void
stile_number_row_close (StileNumberRow *row)
{
  g_clear_handle_id (&row->timer, g_source_remove);
  row->casework = NULL;
  row->changed = FALSE;
  g_clear_pointer (&row->name, g_free);
  g_clear_pointer (&row->subtitle, g_free);
}

static void
stile_number_row_dispose (GObject *object)
{
  stile_number_row_close (STILE_NUMBER_ROW (object));
  G_OBJECT_CLASS (stile_number_row_parent_class)->dispose (object);
}

static void
stile_number_row_class_init (StileNumberRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_number_row_dispose;
  saved_signal = g_signal_new ("saved", STILE_TYPE_NUMBER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/number-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StileNumberRow, spin_button);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
}

static void
stile_number_row_init (StileNumberRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}
