// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "pages/person/erase-dialog.h"

typedef struct
{
  char *folder;
  StileBook *book;
  char *case_id;
  StileEraseDialog *dialog;
  guint erased;
} Fixture;

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->dialog, STILE_TYPE_ERASE_DIALOG, id);
}

static void
count_cb (Fixture *fixture)
{
  fixture->erased++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
  fixture->case_id = fixture_add_person (fixture->book, "Ada <b>& Co", NULL);
  fixture->dialog = stile_erase_dialog_new (NULL, stile_book_get_casework (fixture->book),
                                            fixture->case_id, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->dialog, "erased", G_CALLBACK (count_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  fixture_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  fixture_settle ();
  g_object_unref (fixture->book);
  g_free (fixture->case_id);
  fixture_remove_folder (fixture->folder);
}

static gboolean
is_there (Fixture *fixture)
{
  g_autoptr (StileCase) person_file
      = stile_casework_load_case (stile_book_get_casework (fixture->book), fixture->case_id, NULL);

  return person_file != NULL;
}

static void
test_confirmed (void)
{
  static const struct
  {
    const char *typed;
    const char *title;
    gboolean confirmed;
  } table[] = {
    { "Ada Moss", "Ada Moss", TRUE },   { " ada moss ", "Ada Moss", TRUE },
    { "ADÁ", "Ada\u0301", TRUE },      { "Ada", "Ada Moss", FALSE },
    { "", "Ada Moss", FALSE },          { "Ada Mosse", "Ada Moss", FALSE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (stile_erase_dialog_is_confirmed (table[i].typed, table[i].title), ==,
                     table[i].confirmed);
}

/* Nothing is erased before the name is typed, whatever is pressed. */
static void
test_needs_the_name (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "erase_button")));
  gtk_editable_set_text (child (fixture, "name_row"), "Ada");
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "erase_button")));
  g_signal_emit_by_name (child (fixture, "name_row"), "entry-activated");
  g_assert_true (is_there (fixture));
  g_assert_cmpuint (fixture->erased, ==, 0);
}

static void
test_erase (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (child (fixture, "name_row"), "Ada <b>& Co");
  fixture_press (fixture->dialog, "_Erase for good");
  g_assert_cmpuint (fixture->erased, ==, 1);
  g_assert_false (is_there (fixture));
  g_assert_nonnull (gtk_list_box_get_row_at_index (child (fixture, "still_to_do"), 0));
  g_assert_cmpstr (gtk_label_get_label (child (fixture, "title_label")), ==, "");
}

/* Before, too, it says what no program can do. */
static void
test_leftovers (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (gtk_list_box_get_row_at_index (child (fixture, "leftovers"), 0));
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (child (fixture, "name_row"), "Ada <b>& Co");
  stile_book_lock (fixture->book);
  fixture_press (fixture->dialog, "_Erase for good");
  g_assert_cmpuint (fixture->erased, ==, 0);
  g_assert_true (gtk_widget_get_visible (child (fixture, "name_error")));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/erase-dialog/confirmed", test_confirmed);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/erase-dialog/needs-the-name", test_needs_the_name);
  ADD ("/erase-dialog/leftovers", test_leftovers);
  ADD ("/erase-dialog/erase", test_erase);
  ADD ("/erase-dialog/failure", test_failure);
#undef ADD
  return g_test_run ();
}
