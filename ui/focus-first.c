// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "focus-first.h"

/* gtk_widget_activate_action also asks the ancestors. The action of one that passes the focus on to
 * @page would come back here without end. */
static gboolean
has_focus_action (GtkWidget *page)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (page);
  const GVariantType *parameter;
  const char *name, *property;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (widget_class, i, &owner, &name, &parameter, &property); i++)
    if (g_str_equal (name, STILE_ACTION_FOCUS))
      return TRUE;
  return FALSE;
}

void
stile_focus_first (GtkWidget *page)
{
  if (!has_focus_action (page) || !gtk_widget_activate_action (page, STILE_ACTION_FOCUS, NULL))
    gtk_widget_grab_focus (page);
}
