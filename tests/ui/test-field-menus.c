// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "field-menus.h"

#include "fixture.h"
#include "made-up-catalogue.h"

static GtkWidget *
find_menu (GtkWidget *field)
{
  GtkWidget *child = gtk_widget_get_first_child (field);

  while (!GTK_IS_POPOVER (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
open_menu (GtkWidget *field)
{
  gtk_widget_activate_action (field, "menu.popup", NULL);
  fixture_settle ();
}

static void
test_new (void)
{
  GtkWidget *page = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  g_autoptr (StileFieldMenus) menus = stile_field_menus_new (page);

  stile_field_menus_say (menus, "pl");
  g_object_unref (page);
}

/* @field is what has the menu, @content what holds it. */
static void
follow (GtkWidget *content, GtkWidget *field)
{
  GtkWindow *window = fixture_show (content);
  g_autoptr (StileFieldMenus) menus = stile_field_menus_new (content);

  stile_field_menus_say (menus, "pl");
  open_menu (field);
  g_assert_true (fixture_says (find_menu (field), "Wytnij"));
  stile_field_menus_say (menus, NULL);
  g_assert_true (fixture_says (find_menu (field), "Cut"));
  g_assert_false (fixture_says (find_menu (field), "Wytnij"));
  gtk_window_destroy (window);
  fixture_settle ();
}

static void
test_of_an_entry (void)
{
  GtkWidget *entry = gtk_entry_new ();

  follow (entry, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))));
}

static void
test_of_a_text_view (void)
{
  GtkWidget *view = gtk_text_view_new ();

  follow (view, view);
}

static GtkWidget *
find_item (GtkWidget *root, const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), words))
    return gtk_widget_get_parent (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_item (child, words);
  return found;
}

static void
test_does_something (void)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *field = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)));
  GtkWindow *window = fixture_show (entry);
  g_autoptr (StileFieldMenus) menus = stile_field_menus_new (entry);

  gtk_editable_set_text (GTK_EDITABLE (entry), "Ada");
  stile_field_menus_say (menus, "pl");
  open_menu (field);
  gtk_widget_activate (find_item (find_menu (field), "Zaznacz wszystko"));
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), NULL, NULL));
  gtk_window_destroy (window);
  fixture_settle ();
}

int
main (int argc, char *argv[])
{
  made_up_catalogue_install ("pl", NULL,
                             "msgid \"Cut\"\nmsgstr \"Wytnij\"\n"
                             "msgid \"Select all\"\nmsgstr \"Zaznacz wszystko\"\n");
  fixture_init (&argc, &argv);
  g_test_add_func ("/field-menus/new", test_new);
  g_test_add_func ("/field-menus/of-an-entry", test_of_an_entry);
  g_test_add_func ("/field-menus/of-a-text-view", test_of_a_text_view);
  g_test_add_func ("/field-menus/does-something", test_does_something);
  return g_test_run ();
}
