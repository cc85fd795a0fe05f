// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "menus.h"

static GtkWidget *
new_button (void)
{
  g_autoptr (GMenu) model = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (model, "An item", NULL);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (model));
  return button;
}

/* The menu that is a part of @owner, or NULL. */
static GtkWidget *
find_menu (GtkWidget *owner)
{
  GtkWidget *child = gtk_widget_get_first_child (owner);

  while (child != NULL && !GTK_IS_POPOVER (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
open_and_close (GtkWidget *owner, void (*open_menu) (GtkWidget *owner))
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWindow *window;
  g_autoptr (GtkWidget) menu = NULL;

  gtk_box_append (GTK_BOX (page), owner);
  stile_menus_prepare (page);
  window = fixture_show (page);
  open_menu (owner);
  menu = g_object_ref (find_menu (owner));
  g_assert_true (gtk_widget_get_visible (menu));
  stile_menus_close (page);
  g_assert_false (gtk_widget_get_visible (menu));
  g_assert_null (gtk_widget_get_parent (menu));
  open_menu (owner);
  g_assert_true (gtk_widget_get_visible (find_menu (owner)));
  gtk_window_destroy (window);
  fixture_settle ();
}

static void
press_button (GtkWidget *owner)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (owner));
}

static void
press_menu_key (GtkWidget *owner)
{
  gtk_widget_activate_action (owner, "menu.popup", NULL);
}

/* As after an item was chosen, which has the focus: GTK 4.8 alone would keep the menu for ever, and
 * tell assistive technology of it. */
static void
test_menu_with_the_focus_goes (void)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = new_button ();
  GtkWidget *menu = NULL;
  GtkWindow *window;

  gtk_box_append (GTK_BOX (page), button);
  stile_menus_prepare (page);
  window = fixture_show (page);
  press_button (button);
  fixture_settle ();
  g_set_weak_pointer (&menu, find_menu (button));
  gtk_widget_child_focus (menu, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), menu));
  stile_menus_close (page);
  fixture_settle ();
  g_assert_null (menu);
  gtk_window_destroy (window);
  fixture_settle ();
}

static void
test_menu_button (void)
{
  open_and_close (new_button (), press_button);
}

static void
test_is_made_when_it_is_opened (void)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = new_button ();
  GtkWindow *window;

  gtk_box_append (GTK_BOX (page), button);
  stile_menus_prepare (page);
  window = fixture_show (page);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_null (find_menu (button));
      press_button (button);
      g_assert_true (gtk_widget_get_visible (find_menu (button)));
      stile_menus_close (page);
    }
  gtk_window_destroy (window);
  fixture_settle ();
}

static void
test_text (void)
{
  open_and_close (gtk_text_new (), press_menu_key);
}

static void
test_text_view (void)
{
  open_and_close (gtk_text_view_new (), press_menu_key);
}

static void
test_extra_menu_stays (void)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = gtk_text_new ();
  g_autoptr (GMenu) extra = g_menu_new ();
  GtkWindow *window;

  gtk_text_set_extra_menu (GTK_TEXT (text), G_MENU_MODEL (extra));
  gtk_box_append (GTK_BOX (page), text);
  window = fixture_show (page);
  press_menu_key (text);
  stile_menus_close (page);
  g_assert_true (gtk_text_get_extra_menu (GTK_TEXT (text)) == G_MENU_MODEL (extra));
  gtk_window_destroy (window);
  fixture_settle ();
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/menus/menu-button", test_menu_button);
  g_test_add_func ("/menus/menu-with-the-focus-goes", test_menu_with_the_focus_goes);
  g_test_add_func ("/menus/is-made-when-it-is-opened", test_is_made_when_it_is_opened);
  g_test_add_func ("/menus/text", test_text);
  g_test_add_func ("/menus/text-view", test_text_view);
  g_test_add_func ("/menus/extra-menu-stays", test_extra_menu_stays);
  return g_test_run ();
}
