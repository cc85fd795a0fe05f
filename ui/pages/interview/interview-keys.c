// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interview-keys.h"

#include "error-summary.h"
#include "widgets/choice-row.h"

gboolean
stile_interview_keys_is_continue (guint key, GdkModifierType modifiers, GtkWidget *focus)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return FALSE;
  if (modifiers != 0)
    return modifiers == GDK_CONTROL_MASK;
  return GTK_IS_TEXT (focus) || STILE_IS_CHOICE_ROW (focus) || STILE_IS_ERROR_SUMMARY (focus);
}

int
stile_interview_keys_get_digit (guint key, GdkModifierType modifiers, GtkWidget *focus)
{
  if (modifiers != 0 || GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
    return -1;
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    return (int) (key - GDK_KEY_0);
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    return (int) (key - GDK_KEY_KP_0);
  return -1;
}
