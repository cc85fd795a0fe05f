// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#define USUAL 96
#define TITLE "How would the person like to be asked what we have to ask?"

static void
set_dpi (int dpi)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * 1024, NULL);
}

static int
get_size (gpointer clamp)
{
  return adw_clamp_get_maximum_size (clamp);
}

static GtkWidget *
new_clamp (void)
{
  return g_object_new (ADW_TYPE_CLAMP, "maximum-size", 300, "child", gtk_label_new ("Home"), NULL);
}

static void
test_usual_letters (void)
{
  GtkWidget *clamp = new_clamp ();
  GtkWindow *window;

  set_dpi (USUAL);
  window = fixture_show (clamp);
  g_assert_cmpint (get_size (clamp), ==, 300);
  gtk_window_destroy (window);
}

/* A page is taken out of the window and comes back. */
static void
test_page_is_as_much_wider (void)
{
  g_autoptr (GtkWidget) clamp = g_object_ref_sink (new_clamp ());
  GtkWindow *window;

  set_dpi (2 * USUAL);
  window = fixture_show (clamp);
  g_assert_cmpint (get_size (clamp), ==, 600);
  gtk_window_set_child (window, NULL);
  gtk_window_set_child (window, clamp);
  g_assert_cmpint (get_size (clamp), ==, 600);
  gtk_window_set_child (window, NULL);
  set_dpi (USUAL);
  gtk_window_set_child (window, clamp);
  g_assert_cmpint (get_size (clamp), ==, 300);
  gtk_window_destroy (window);
}

static void
test_dialog_stays_within_its_window (void)
{
  GtkWindow *parent, *dialog;
  int width;

  set_dpi (2 * USUAL);
  parent = fixture_show (g_object_new (GTK_TYPE_LABEL, "width-request", 900, NULL));
  dialog = g_object_new (GTK_TYPE_WINDOW, "transient-for", parent, "default-width", 400, NULL);
  gtk_window_present (dialog);
  g_object_get (dialog, "default-width", &width, NULL);
  g_assert_cmpint (width, ==, 800);
  gtk_window_destroy (dialog);
  dialog = g_object_new (GTK_TYPE_WINDOW, "transient-for", parent, "default-width", 600, NULL);
  gtk_window_present (dialog);
  g_object_get (dialog, "default-width", &width, NULL);
  g_assert_cmpint (width, ==, gtk_widget_get_width (GTK_WIDGET (parent)));
  gtk_window_destroy (dialog);
  gtk_window_destroy (parent);
}

static void
assert_whole (GtkWidget *widget, guint *found)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), TITLE))
    {
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))));
      g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (widget))), >,
                       1);
      *found += 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_whole (child, found);
}

static void
test_title_of_a_group_wraps (void)
{
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", TITLE, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 200, "child", group, NULL);
  GtkWindow *window;
  guint found = 0;

  set_dpi (2 * USUAL);
  window = fixture_show (clamp);
  assert_whole (group, &found);
  g_assert_cmpuint (found, ==, 1);
  gtk_window_destroy (window);
}

static int
get_least_width (const char *const *words)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWindow *window;
  int least;

  for (guint i = 0; words[i] != NULL; i++)
    adw_header_bar_pack_start (ADW_HEADER_BAR (bar), gtk_button_new_with_label (words[i]));
  set_dpi (2 * USUAL);
  window = fixture_show (bar);
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_window_destroy (window);
  return least;
}

static void
test_header_bar_does_not_widen_the_window (void)
{
  const char *const few[] = { "Zobacz odpowiedzi", NULL };
  const char *const many[] = { "Wstecz", "Zobacz wszystkie odpowiedzi", "Wydrukuj plan", "Ukryj",
                               NULL };
  int one_line = get_least_width (few);

  g_assert_cmpint (get_least_width (many), <=, 1024);
  g_assert_cmpint (get_least_width (few), ==, one_line);
  g_assert_cmpint (one_line, >, 300); /* it did not wrap */
}

static void
assert_inside (GtkWidget *widget, GtkWidget *row)
{
  graphene_rect_t box;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    {
      g_assert_true (gtk_widget_compute_bounds (widget, row, &box));
      g_assert_cmpint ((int) box.origin.x, >=, 0);
      g_assert_cmpint ((int) (box.origin.x + box.size.width), <=, gtk_widget_get_width (row));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_inside (child, row);
}

/* A question above its answer, which are longer and longer. */
static void
test_titles_stay_inside_the_row (void)
{
  AdwActionRow *row = g_object_new (ADW_TYPE_ACTION_ROW, NULL);
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GString) words = g_string_new ("");
  GtkWindow *window;
  int height;

  set_dpi (2 * USUAL);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
  window = fixture_show (list);
  for (int i = 0; i < 12; i++)
    {
      g_string_append (words, "How often ");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words->str);
      adw_action_row_set_subtitle (row, words->str);
      for (int width = 240; width < 800; width += 40)
        {
          gtk_widget_measure (list, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
          gtk_widget_allocate (list, width, height, -1, NULL);
          assert_inside (GTK_WIDGET (row), GTK_WIDGET (row));
        }
    }
  gtk_window_destroy (window);
}

static int
measure_width (gpointer widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static GtkWindow *
new_shortcuts (guint n_words)
{
  g_autoptr (GString) words = g_string_new ("keys");
  g_autofree char *interface = NULL;
  g_autoptr (GtkBuilder) builder = NULL;

  for (guint i = 1; i < n_words; i++)
    g_string_append (words, " keys");
  interface = g_strdup_printf (
    "<interface><object class='GtkShortcutsWindow' id='window'><child>"
    "<object class='GtkShortcutsSection'><child><object class='GtkShortcutsGroup'><child>"
    "<object class='GtkShortcutsShortcut'><property name='title'>%s</property>"
    "<property name='accelerator'>F1</property></object>"
    "</child></object></child></object></child></object></interface>",
    words->str);
  builder = gtk_builder_new_from_string (interface, -1);
  return GTK_WINDOW (gtk_builder_get_object (builder, "window"));
}

/* Some letters wider than the smallest screen, as in Polish when letters are large. */
static void
test_shortcuts_fit (void)
{
  GtkWindow *window = NULL;

  set_dpi (2 * USUAL);
  for (guint n_words = 4; window == NULL || measure_width (window) <= 1024; n_words++)
    {
      if (window != NULL)
        gtk_window_destroy (window);
      window = new_shortcuts (n_words);
    }
  gtk_window_present (window);
  fixture_settle ();
  g_assert_cmpint (measure_width (window), <=, 1024);
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (StileApplication) application = NULL;

  fixture_init (&argc, &argv);
  application = fixture_start_application ();
  g_test_add_func ("/fit-words/usual-letters", test_usual_letters);
  g_test_add_func ("/fit-words/page-is-as-much-wider", test_page_is_as_much_wider);
  g_test_add_func ("/fit-words/dialog-stays-within-its-window",
                   test_dialog_stays_within_its_window);
  g_test_add_func ("/fit-words/title-of-a-group-wraps", test_title_of_a_group_wraps);
  g_test_add_func ("/fit-words/header-bar-does-not-widen-the-window",
                   test_header_bar_does_not_widen_the_window);
  g_test_add_func ("/fit-words/shortcuts-fit", test_shortcuts_fit);
  g_test_add_func ("/fit-words/titles-stay-inside-the-row", test_titles_stay_inside_the_row);
  return g_test_run ();
}
