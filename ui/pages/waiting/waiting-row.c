// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "waiting-row.h"

#include <glib/gi18n-lib.h>

struct _StileWaitingRow
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *days_label;
  GtkLabel *category_label;
  GtkLabel *reason_label;
  GtkWidget *contact_button;
  GtkWidget *moved_on_button;
};

G_DEFINE_FINAL_TYPE (StileWaitingRow, stile_waiting_row, ADW_TYPE_BIN)

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* Out of sight of the row, the buttons have to say whom they are about. */
static void
set_buttons (StileWaitingRow *row, const StileParked *parked)
{
  /* Translators: a button; %s is the name of a person. */
  g_autofree char *contact = g_strdup_printf (_("Record a contact with %s"), parked->person);
  /* Translators: a button: this person is no longer with the centre; %s is the name. */
  g_autofree char *moved_on = g_strdup_printf (_("No longer here: %s"), parked->person);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row->contact_button), "s", parked->case_id);
  set_name (row->contact_button, contact);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row->moved_on_button), "s", parked->case_id);
  set_name (row->moved_on_button, moved_on);
}

void
stile_waiting_row_set_item (StileWaitingRow *row, StileWaitingItem *item)
{
  const StileParked *parked = stile_waiting_item_get_parked (item);
  g_autofree char *days = stile_waiting_describe_days (parked);
  const char *parts[] = { parked->person, days, parked->reason, NULL };
  g_autofree char *name = g_strjoinv (", ", (char **) parts);
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (row));

  gtk_label_set_label (row->title_label, parked->person);
  gtk_label_set_label (row->days_label, days);
  gtk_label_set_label (row->category_label, parked->category != NULL ? parked->category : "");
  gtk_label_set_label (row->reason_label, parked->reason);
  set_buttons (row, parked);
  /* The list's own widget around this one has the focus and would have no name. */
  if (list_item != NULL)
    set_name (list_item, name);
}

static void
stile_waiting_row_class_init (StileWaitingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/waiting-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StileWaitingRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, StileWaitingRow, days_label);
  gtk_widget_class_bind_template_child (widget_class, StileWaitingRow, category_label);
  gtk_widget_class_bind_template_child (widget_class, StileWaitingRow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, StileWaitingRow, contact_button);
  gtk_widget_class_bind_template_child (widget_class, StileWaitingRow, moved_on_button);
}

static void
stile_waiting_row_init (StileWaitingRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

StileWaitingRow *
stile_waiting_row_new (void)
{
  return g_object_new (STILE_TYPE_WAITING_ROW, NULL);
}
