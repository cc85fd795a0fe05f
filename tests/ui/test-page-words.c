// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "page-words.h"

#include "fixture.h"
#include "made-up-catalogue.h"
#include "tip.h"

static void
test_new (void)
{
  GtkWidget *page = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  g_autoptr (StilePageWords) words = stile_page_words_new (page);

  stile_page_words_say (words, "pl");
  g_object_unref (page);
}

static void
test_says_it_again (void)
{
  GtkWidget *page = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *label = gtk_label_new ("Back");
  GtkWidget *button = gtk_button_new_with_label ("Continue");
  GtkWidget *later = gtk_label_new ("");
  g_autoptr (StilePageWords) words = NULL;

  gtk_box_append (GTK_BOX (page), label);
  gtk_box_append (GTK_BOX (page), button);
  gtk_box_append (GTK_BOX (page), later);
  gtk_widget_set_tooltip_text (button, "Back");
  words = stile_page_words_new (page);
  gtk_label_set_label (GTK_LABEL (later), "Back");

  stile_page_words_say (words, "pl");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Wstecz");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Dalej");
  g_assert_cmpstr (stile_tip_get (button), ==, "Wstecz");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (later)), ==, "Back");

  stile_page_words_say (words, "en");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Back");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Continue");
  g_object_unref (page);
}

int
main (int argc, char *argv[])
{
  made_up_catalogue_install ("pl", NULL,
                             "msgid \"Back\"\nmsgstr \"Wstecz\"\n"
                             "msgid \"Continue\"\nmsgstr \"Dalej\"\n");
  fixture_init (&argc, &argv);
  g_test_add_func ("/page-words/new", test_new);
  g_test_add_func ("/page-words/says-it-again", test_says_it_again);
  return g_test_run ();
}
