// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sentence-list.h"

void
stile_sentence_list_show (GtkListBox *list, char **sentences)
{
  GtkListBoxRow *before;
  guint i;

  while ((before = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (before));
  for (i = 0; sentences[i] != NULL; i++)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", sentences[i], "wrap", TRUE,
                                       "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
      GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", label,
                                     NULL);

      gtk_widget_add_css_class (row, "sentence");
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      sentences[i], -1);
      gtk_list_box_append (list, row);
    }
}
