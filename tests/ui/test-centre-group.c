// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "pages/preferences/centre-group.h"

typedef struct
{
  char *folder;
  StileBook *book;
  StileCentreGroup *group;
  GtkWindow *window;
} Fixture;

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->group, STILE_TYPE_CENTRE_GROUP, id);
}

static StileCasework *
get_casework (Fixture *fixture)
{
  return stile_book_get_casework (fixture->book);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
  fixture->group = g_object_new (STILE_TYPE_CENTRE_GROUP, NULL);
  stile_centre_group_open (fixture->group, get_casework (fixture));
  fixture->window = fixture_show (fixture->group);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  fixture_settle ();
  g_object_unref (fixture->book);
  fixture_remove_folder (fixture->folder);
}

static const struct
{
  const char *entered;
  const char *kept;
} entries[] = {
  { "qa51ab", "QA5 1AB" },
  { " QA5 ", "QA5" },
  { "", NULL },
};

static void
test_save (Fixture *fixture, gconstpointer data)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      gtk_editable_set_text (child (fixture, "postcode_row"), entries[i].entered);
      g_assert_true (stile_centre_group_save (fixture->group));
      g_assert_cmpstr (stile_casework_get_setting (get_casework (fixture),
                                                   STILE_SETTING_CENTRE_POSTCODE),
                       ==, entries[i].kept);
    }
}

static void
test_contact (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (child (fixture, "contact_row"), " 01234 567890 ");
  g_assert_true (stile_centre_group_save (fixture->group));
  g_assert_cmpstr (stile_casework_get_setting (get_casework (fixture),
                                               STILE_SETTING_CENTRE_CONTACT),
                   ==, "01234 567890");
}

/* 01632 960123 is not to be read as 960123 01632. */
static void
test_number_on_a_page_from_the_right (Fixture *fixture, gconstpointer data)
{
  GtkEditable *contact = child (fixture, "contact_row");

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (contact)), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (gtk_editable_get_delegate (contact))), ==,
                   GTK_TEXT_DIR_LTR);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_no_postcode (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (child (fixture, "postcode_row"), "Lincoln");
  g_assert_false (stile_centre_group_save (fixture->group));
  g_assert_true (fixture_says (child (fixture, "postcode_error"), "LN1 1XX"));
  g_assert_cmpstr (gtk_editable_get_text (child (fixture, "postcode_row")), ==, "Lincoln");
  gtk_editable_set_text (child (fixture, "postcode_row"), "QA5");
  g_assert_true (stile_centre_group_save (fixture->group));
  g_assert_false (gtk_widget_get_visible (child (fixture, "postcode_error")));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/centre-group/save", test_save);
  ADD ("/centre-group/contact", test_contact);
  ADD ("/centre-group/number-on-a-page-from-the-right", test_number_on_a_page_from_the_right);
  ADD ("/centre-group/no-postcode", test_no_postcode);
#undef ADD
  return g_test_run ();
}
