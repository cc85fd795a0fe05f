// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "pages/interview/interview-keys.h"
#include "widgets/choice-row.h"

/* What can have the focus on the page. */
typedef enum
{
  NOTHING,
  CHOICE,
  ENTRY,
  LINES,
  BUTTON,
} Focus;

static GtkWidget *
new_focus (Focus focus)
{
  switch (focus)
    {
    case CHOICE:
      return g_object_ref_sink (stile_choice_row_new (STILE_CHOICE_ONE, "Yes", "1"));
    case ENTRY:
      return g_object_ref_sink (gtk_text_new ());
    case LINES:
      return g_object_ref_sink (gtk_text_view_new ());
    case BUTTON:
      return g_object_ref_sink (gtk_button_new ());
    case NOTHING:
    default:
      return NULL;
    }
}

static void
test_continue (void)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    Focus focus;
    gboolean is_continue;
  } table[] = {
    { GDK_KEY_Return, 0, CHOICE, TRUE },
    { GDK_KEY_KP_Enter, 0, CHOICE, TRUE },
    { GDK_KEY_Return, 0, ENTRY, TRUE },
    { GDK_KEY_Return, 0, LINES, FALSE },
    { GDK_KEY_Return, GDK_CONTROL_MASK, LINES, TRUE },
    { GDK_KEY_Return, GDK_ALT_MASK, CHOICE, FALSE },
    { GDK_KEY_Return, 0, BUTTON, FALSE },
    { GDK_KEY_Return, 0, NOTHING, FALSE },
    { GDK_KEY_space, 0, CHOICE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      GtkWidget *focus = new_focus (table[i].focus);

      g_assert_cmpint (
        stile_interview_keys_is_continue (table[i].key, table[i].modifiers, focus), ==,
        table[i].is_continue);
      g_clear_object (&focus);
    }
}

static void
test_digit (void)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    Focus focus;
    int digit;
  } table[] = {
    { GDK_KEY_0, 0, CHOICE, 0 },     { GDK_KEY_9, 0, BUTTON, 9 },
    { GDK_KEY_KP_3, 0, NOTHING, 3 }, { GDK_KEY_1, 0, ENTRY, -1 },
    { GDK_KEY_1, 0, LINES, -1 },     { GDK_KEY_1, GDK_ALT_MASK, CHOICE, -1 },
    { GDK_KEY_a, 0, CHOICE, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      GtkWidget *focus = new_focus (table[i].focus);

      g_assert_cmpint (stile_interview_keys_get_digit (table[i].key, table[i].modifiers, focus),
                       ==, table[i].digit);
      g_clear_object (&focus);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/interview-keys/continue", test_continue);
  g_test_add_func ("/interview-keys/digit", test_digit);
  return g_test_run ();
}
