// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service-line.h"

#include "service-words.h"

struct _StileServiceLine
{
  AdwBin parent_instance;

  GtkLabel *name_label;
  GtkLabel *closed_label;
  GtkLabel *summary_label;
  GtkLabel *where_label;
  GtkLabel *room_label;
  GtkLabel *told_label;
};

G_DEFINE_FINAL_TYPE (StileServiceLine, stile_service_line, ADW_TYPE_BIN)

/* The list's own widget around this one has the focus and would have no name. */
static void
name_list_item (StileServiceLine *self, const char *name)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

void
stile_service_line_set_item (StileServiceLine *line, StileServiceItem *item, const GDate *today)
{
  const StileServiceRow *row = stile_service_item_get_row (item);
  g_autofree char *where = stile_service_row_describe (row);
  g_autofree char *room = stile_service_room_to_words (row->room);
  g_autofree char *told = row->room != STILE_NOT_KNOWN ? stile_told_to_words (row->room_at, today)
                                                       : NULL;
  g_autofree char *words = stile_service_row_to_words (row, today);

  show_text (line->name_label, row->name);
  show_text (line->closed_label, row->closed);
  show_text (line->summary_label, row->summary);
  show_text (line->where_label, where);
  show_text (line->room_label, room);
  show_text (line->told_label, told);
  name_list_item (line, words);
}

static void
stile_service_line_class_init (StileServiceLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/service-line.ui");
  gtk_widget_class_bind_template_child (widget_class, StileServiceLine, name_label);
  gtk_widget_class_bind_template_child (widget_class, StileServiceLine, closed_label);
  gtk_widget_class_bind_template_child (widget_class, StileServiceLine, summary_label);
  gtk_widget_class_bind_template_child (widget_class, StileServiceLine, where_label);
  gtk_widget_class_bind_template_child (widget_class, StileServiceLine, room_label);
  gtk_widget_class_bind_template_child (widget_class, StileServiceLine, told_label);
}

static void
stile_service_line_init (StileServiceLine *line)
{
  gtk_widget_init_template (GTK_WIDGET (line));
}

StileServiceLine *
stile_service_line_new (void)
{
  return g_object_new (STILE_TYPE_SERVICE_LINE, NULL);
}
