// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "focus-first.h"

/* Passes the focus on to the page in it, as the pages of the window do. */
#define TEST_TYPE_HOLDER (test_holder_get_type ())
G_DECLARE_FINAL_TYPE (TestHolder, test_holder, TEST, HOLDER, AdwBin)

struct _TestHolder
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TestHolder, test_holder, ADW_TYPE_BIN)

static void
holder_focus_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  stile_focus_first (adw_bin_get_child (ADW_BIN (widget)));
}

static void
test_holder_class_init (TestHolderClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), STILE_ACTION_FOCUS, NULL,
                                   holder_focus_cb);
}

static void
test_holder_init (TestHolder *self)
{
}

/* Its work begins at the second button. */
#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, AdwBin)

struct _TestPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TestPage, test_page, ADW_TYPE_BIN)

static void
page_focus_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (gtk_widget_get_last_child (adw_bin_get_child (ADW_BIN (widget))));
}

static void
test_page_class_init (TestPageClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), STILE_ACTION_FOCUS, NULL,
                                   page_focus_cb);
}

static void
test_page_init (TestPage *self)
{
}

/* The button of a page of @type, in a holder, that has the focus: 1 or 2. */
static guint
focus_in (GType type, gboolean through_holder)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *holder = g_object_new (TEST_TYPE_HOLDER, NULL);
  GtkWidget *page = g_object_new (type, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_button_new_with_label ("one");
  GtkWidget *second = gtk_button_new_with_label ("two");
  GtkWidget *focus;
  guint number;

  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  adw_bin_set_child (ADW_BIN (page), box);
  adw_bin_set_child (ADW_BIN (holder), page);
  gtk_window_set_child (GTK_WINDOW (window), holder);
  gtk_window_present (GTK_WINDOW (window));
  stile_focus_first (through_holder ? holder : page);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  number = focus == first ? 1 : focus == second ? 2 : 0;
  gtk_window_destroy (GTK_WINDOW (window));
  return number;
}

static void
test_page_with_action (void)
{
  g_assert_cmpuint (focus_in (TEST_TYPE_PAGE, FALSE), ==, 2);
}

/* Used to ask the holder, which asked the page, until the stack was full. */
static void
test_page_without_action (void)
{
  g_assert_cmpuint (focus_in (ADW_TYPE_BIN, FALSE), ==, 1);
}

static void
test_page_without_action_through_its_holder (void)
{
  g_assert_cmpuint (focus_in (ADW_TYPE_BIN, TRUE), ==, 1);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/focus-first/page-with-action", test_page_with_action);
  g_test_add_func ("/focus-first/page-without-action", test_page_without_action);
  g_test_add_func ("/focus-first/page-without-action-through-its-holder",
                   test_page_without_action_through_its_holder);
  return g_test_run ();
}
