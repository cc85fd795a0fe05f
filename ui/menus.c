// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "menus.h"

static void
make_menu_cb (GtkMenuButton *button, gpointer model)
{
  gtk_menu_button_set_menu_model (button, model);
}

static void
prepare_button (GtkMenuButton *button)
{
  GMenuModel *model = gtk_menu_button_get_menu_model (button);

  if (model == NULL)
    return; /* it makes its menu itself */
  gtk_menu_button_set_create_popup_func (button, make_menu_cb, g_object_ref (model),
                                         g_object_unref);
  gtk_menu_button_set_menu_model (button, NULL);
}

void
stile_menus_prepare (GtkWidget *page)
{
  GtkWidget *child;

  if (GTK_IS_MENU_BUTTON (page))
    prepare_button (GTK_MENU_BUTTON (page));
  else
    for (child = gtk_widget_get_first_child (page); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      stile_menus_prepare (child);
}

/* It makes itself another when it gets another model. */
static void
renew_field_menu (GtkWidget *field)
{
  g_autoptr (GMenuModel) model = NULL;
  g_autoptr (GMenu) other = g_menu_new ();

  g_object_get (field, "extra-menu", &model, NULL);
  g_object_set (field, "extra-menu", model == NULL ? other : NULL, NULL);
  g_object_set (field, "extra-menu", model, NULL);
}

static void
throw_menu_away (GtkWidget *owner)
{
  if (GTK_IS_TEXT (owner) || GTK_IS_TEXT_VIEW (owner))
    renew_field_menu (owner);
  else if (GTK_IS_MENU_BUTTON (owner))
    gtk_menu_button_set_popover (GTK_MENU_BUTTON (owner), NULL); /* which makes another */
}

/* GTK 4.8 never lets go of a menu that had the focus when it went. */
static void
take_focus_from (GtkWidget *menu, GtkWidget *owner)
{
  GtkRoot *root = gtk_widget_get_root (menu);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !(focus == menu || gtk_widget_is_ancestor (focus, menu)))
    return;
  if (GTK_IS_TEXT (owner)) /* selected text would be lost with the next key */
    gtk_text_grab_focus_without_selecting (GTK_TEXT (owner));
  else if (!gtk_widget_grab_focus (owner))
    gtk_root_set_focus (root, NULL);
}

void
stile_menus_close (GtkWidget *page)
{
  gboolean has_menu = FALSE;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (page); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      {
        take_focus_from (child, page);
        gtk_popover_popdown (GTK_POPOVER (child));
        has_menu = TRUE;
      }
    else
      stile_menus_close (child);
  if (has_menu)
    throw_menu_away (page);
}
