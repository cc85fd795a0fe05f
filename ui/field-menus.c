// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "field-menus.h"

#include "words.h"

struct _StileFieldMenus
{
  GPtrArray *children; /* of GListModel: of each field, among which its menu comes up */
  char *language;      /* or NULL: the program's */
};

/* The actions are GTK's own. */
static const struct
{
  const char *words;
  const char *action;
} items[] = {
  /* Translators: the five of them are the menu of a field in which somebody types. */
  { N_("Cut"), "clipboard.cut" },
  { N_("Copy"), "clipboard.copy" },
  { N_("Paste"), "clipboard.paste" },
  { N_("Delete"), "selection.delete" },
  { N_("Select all"), "selection.select-all" },
};

static GMenuModel *
new_menu (const char *language)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (language);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_menu_append (menu, stile_words_get (items[i].words), items[i].action);
  return G_MENU_MODEL (menu);
}

static void
say_menus (StileFieldMenus *self, GListModel *children, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    {
      g_autoptr (GtkWidget) child = g_list_model_get_item (children, i);
      g_autoptr (GMenuModel) menu = NULL;

      if (!GTK_IS_POPOVER_MENU (child))
        continue;
      menu = new_menu (self->language);
      gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (child), menu);
    }
}

static void
children_changed_cb (GListModel *children, guint position, guint n_removed, guint n_added,
                     StileFieldMenus *self)
{
  say_menus (self, children, position, n_added);
}

static void
watch_fields (StileFieldMenus *self, GtkWidget *widget)
{
  if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    {
      GListModel *children = gtk_widget_observe_children (widget);

      g_signal_connect (children, "items-changed", G_CALLBACK (children_changed_cb), self);
      g_ptr_array_add (self->children, children);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    watch_fields (self, child);
}

StileFieldMenus *
stile_field_menus_new (GtkWidget *widget)
{
  StileFieldMenus *self = g_new0 (StileFieldMenus, 1);

  self->children = g_ptr_array_new_with_free_func (g_object_unref);
  watch_fields (self, widget);
  return self;
}

void
stile_field_menus_free (StileFieldMenus *self)
{
  for (guint i = 0; i < self->children->len; i++)
    g_signal_handlers_disconnect_by_data (self->children->pdata[i], self);
  g_ptr_array_unref (self->children);
  g_free (self->language);
  g_free (self);
}

void
stile_field_menus_say (StileFieldMenus *self, const char *language)
{
  g_free (self->language);
  self->language = g_strdup (language);
  for (guint i = 0; i < self->children->len; i++)
    {
      GListModel *children = self->children->pdata[i];

      say_menus (self, children, 0, g_list_model_get_n_items (children));
    }
}
