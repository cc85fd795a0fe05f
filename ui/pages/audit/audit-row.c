// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit-row.h"

#include "day.h"

struct _StileAuditRow
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkLabel *moment_label;
  GtkLabel *adviser_label;
};

G_DEFINE_FINAL_TYPE (StileAuditRow, stile_audit_row, ADW_TYPE_BIN)

/* The list's own widget around this one has the focus and would have no name. */
static void
name_list_item (StileAuditRow *self, const char *name)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
}

void
stile_audit_row_set_item (StileAuditRow *row, StileAuditItem *item, const char *whose,
                          GDateTime *now)
{
  const StileAuditLine *line = stile_audit_item_get_line (item);
  g_autofree char *text = stile_audit_line_describe (line, whose);
  g_autofree char *moment = stile_moment_to_words (line->at, now);
  const char *parts[] = { line->title, moment, line->adviser, *text != '\0' ? text : NULL, NULL };
  g_autofree char *name = g_strjoinv (", ", (char **) parts);

  gtk_label_set_label (row->title_label, line->title);
  gtk_label_set_label (row->text_label, text);
  gtk_widget_set_visible (GTK_WIDGET (row->text_label), *text != '\0');
  gtk_label_set_label (row->moment_label, moment);
  gtk_label_set_label (row->adviser_label, line->adviser);
  name_list_item (row, name);
}

static void
stile_audit_row_class_init (StileAuditRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/audit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StileAuditRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, StileAuditRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, StileAuditRow, moment_label);
  gtk_widget_class_bind_template_child (widget_class, StileAuditRow, adviser_label);
}

static void
stile_audit_row_init (StileAuditRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

StileAuditRow *
stile_audit_row_new (void)
{
  return g_object_new (STILE_TYPE_AUDIT_ROW, NULL);
}
