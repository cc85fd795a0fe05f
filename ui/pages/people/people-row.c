// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "people-row.h"

#include "day.h"

struct _StilePeopleRow
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *reference_label;
  GtkLabel *state_label;
  GtkLabel *day_label;
};

G_DEFINE_FINAL_TYPE (StilePeopleRow, stile_people_row, ADW_TYPE_BIN)

/* The list's own widget around this one has the focus and would have no name. */
static void
name_list_item (StilePeopleRow *self, const char *name)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
}

void
stile_people_row_set_item (StilePeopleRow *row, StilePersonItem *item, const char *reminder,
                           GDateTime *now)
{
  const StilePersonRow *person = stile_person_item_get_row (item);
  gboolean has_reference = person->reference != NULL
                           && g_strcmp0 (person->reference, person->title) != 0;
  g_autofree char *state = stile_person_row_describe (person, reminder);
  g_autofree char *day = stile_day_to_words (person->last_at, now);
  const char *parts[] = { person->title, state, day, has_reference ? person->reference : NULL,
                          NULL };
  g_autofree char *name = g_strjoinv (", ", (char **) parts);

  gtk_label_set_label (row->title_label, person->title);
  gtk_label_set_label (row->reference_label, has_reference ? person->reference : "");
  gtk_widget_set_visible (GTK_WIDGET (row->reference_label), has_reference);
  gtk_label_set_label (row->state_label, state);
  gtk_label_set_label (row->day_label, day);
  name_list_item (row, name);
}

static void
stile_people_row_class_init (StilePeopleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/people-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StilePeopleRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, StilePeopleRow, reference_label);
  gtk_widget_class_bind_template_child (widget_class, StilePeopleRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, StilePeopleRow, day_label);
}

static void
stile_people_row_init (StilePeopleRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

StilePeopleRow *
stile_people_row_new (void)
{
  return g_object_new (STILE_TYPE_PEOPLE_ROW, NULL);
}
