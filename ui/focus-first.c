// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "focus-first.h"

void
stile_focus_first (GtkWidget *page)
{
  if (!gtk_widget_activate_action (page, STILE_ACTION_FOCUS, NULL))
    gtk_widget_grab_focus (page);
}
