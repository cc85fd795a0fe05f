// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"
#include "pages/audit/audit-item.h"
#include "pages/audit/audit-page.h"
#include "widgets/day-button.h"

/* Sanitizers look for faults of memory, which a few show as well. */
#ifdef __SANITIZE_ADDRESS__
#define MANY 1000
#else
#define MANY 10000
#endif

typedef struct
{
  char *folder;
  StileBook *book;
  char *ada;
  char *bert;
  StileAuditPage *page;
  GtkWindow *window;
} Fixture;

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->page, STILE_TYPE_AUDIT_PAGE, id);
}

static StileCasework *
get_casework (Fixture *fixture)
{
  return stile_book_get_casework (fixture->book);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
  fixture->ada = fixture_add_person (fixture->book, "Ada", NULL);
  fixture->bert = fixture_add_person (fixture->book, "Bert", "B-2");
  stile_casework_record_read (get_casework (fixture), fixture->ada, STILE_WHAT_RECORD, &error);
  g_assert_no_error (error);
  stile_casework_record_read (get_casework (fixture), fixture->bert, STILE_WHAT_RECORD, &error);
  g_assert_no_error (error);
  stile_casework_record_print (get_casework (fixture), fixture->bert, STILE_WHAT_PLAN, &error);
  g_assert_no_error (error);
  fixture->page = g_object_new (STILE_TYPE_AUDIT_PAGE, NULL);
  fixture->window = fixture_show (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  fixture_settle ();
  g_object_unref (fixture->book);
  g_free (fixture->ada);
  g_free (fixture->bert);
  fixture_remove_folder (fixture->folder);
}

static void
open_page (Fixture *fixture, const char *case_id)
{
  g_autoptr (GError) error = NULL;

  stile_audit_page_open (fixture->page, get_casework (fixture), case_id, &error);
  g_assert_no_error (error);
}

static guint
count_found (Fixture *fixture)
{
  return g_list_model_get_n_items (child (fixture, "found"));
}

/* Of those lines that the tests above wrote: others are the ledger's own. */
static guint
count_kind (Fixture *fixture, const char *title)
{
  GListModel *found = child (fixture, "found");
  guint count = 0;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (found, i);

      count += g_str_has_prefix (stile_audit_item_get_line (STILE_AUDIT_ITEM (item))->title,
                                 title);
    }
  return count;
}

static gboolean
shows_list (Fixture *fixture)
{
  return adw_bin_get_child (child (fixture, "results")) == child (fixture, "list_page");
}

static void
search (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (child (fixture, "search"), text);
  g_signal_emit_by_name (child (fixture, "search"), "search-changed");
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, NULL);
  g_assert_true (shows_list (fixture));
  g_assert_cmpuint (count_kind (fixture, "Looked at"), ==, 2);
  g_assert_cmpuint (count_kind (fixture, "Printed"), ==, 1);
}

static void
test_newest_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GObject) item = NULL;

  open_page (fixture, NULL);
  item = g_list_model_get_item (child (fixture, "found"), 0);
  g_assert_cmpstr (stile_audit_item_get_line (STILE_AUDIT_ITEM (item))->kind, ==, "print");
}

static void
test_one_person (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, fixture->ada);
  g_assert_cmpuint (count_found (fixture), ==, 1);
  g_assert_false (gtk_widget_get_visible (child (fixture, "search")));
  g_assert_cmpstr (gtk_label_get_label (child (fixture, "person_label")), ==, "Ada");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, NULL);
  search (fixture, "ber");
  g_assert_cmpuint (count_found (fixture), ==, 2);
  search (fixture, "b-2");
  g_assert_cmpuint (count_found (fixture), ==, 2);
  search (fixture, "nobody");
  g_assert_false (shows_list (fixture));
  search (fixture, "");
  g_assert_true (shows_list (fixture));
}

static void
test_kind (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, NULL);
  adw_combo_row_set_selected (child (fixture, "kind_row"), 1);
  g_assert_cmpuint (count_found (fixture), ==, 2);
  g_assert_cmpuint (count_kind (fixture, "Looked at"), ==, 2);
}

static void
test_adviser (Fixture *fixture, gconstpointer data)
{
  GListModel *advisers = child (fixture, "advisers");
  guint all;

  open_page (fixture, NULL);
  all = count_found (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (advisers), ==, 2); /* everybody, and Anna */
  adw_combo_row_set_selected (child (fixture, "adviser_row"), 1);
  g_assert_cmpuint (count_found (fixture), ==, all);
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  GDate day;

  open_page (fixture, NULL);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 2000);
  stile_day_button_set_day (child (fixture, "to_button"), &day);
  g_signal_emit_by_name (child (fixture, "to_button"), "changed");
  g_assert_false (shows_list (fixture));
  stile_day_button_clear (child (fixture, "to_button"));
  stile_day_button_set_day (child (fixture, "from_button"), &day);
  g_signal_emit_by_name (child (fixture, "from_button"), "changed");
  g_assert_true (shows_list (fixture));
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  stile_book_lock (fixture->book);
  g_assert_false (stile_audit_page_open (fixture->page, get_casework (fixture), NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
}

static void
test_close_drops_everything (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, fixture->ada);
  stile_audit_page_close (fixture->page);
  g_assert_cmpuint (count_found (fixture), ==, 0);
  g_assert_cmpstr (gtk_label_get_label (child (fixture, "person_label")), ==, "");
}

static void
add_many (Fixture *fixture)
{
  g_autoptr (JsonNode) content = json_from_string ("{\"what\": \"record\"}", NULL);
  g_autofree StileEntryDraft *drafts = g_new0 (StileEntryDraft, MANY);
  g_autoptr (GError) error = NULL;
  guint i;

  for (i = 0; i < MANY; i++)
    drafts[i] = (StileEntryDraft){ .case_id = i % 2 == 0 ? fixture->ada : fixture->bert,
                                   .kind = "read", .content = content };
  stile_ledger_append_all (stile_book_get_ledger (fixture->book), drafts, MANY, NULL, &error);
  g_assert_no_error (error);
}

/* Very many lines are shown and searched. What it takes is printed. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  gint64 began;

  add_many (fixture);
  began = g_get_monotonic_time ();
  open_page (fixture, NULL);
  fixture_settle ();
  g_test_message ("%d lines opened in %.1f ms", MANY, (g_get_monotonic_time () - began) / 1000.0);
  g_assert_cmpuint (count_kind (fixture, "Looked at"), ==, MANY + 2);

  began = g_get_monotonic_time ();
  search (fixture, "ad");
  fixture_settle ();
  g_test_message ("searched in %.1f ms", (g_get_monotonic_time () - began) / 1000.0);
  g_assert_cmpuint (count_found (fixture), ==, MANY / 2 + 1);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/audit-page/open", test_open);
  ADD ("/audit-page/newest-first", test_newest_first);
  ADD ("/audit-page/one-person", test_one_person);
  ADD ("/audit-page/search", test_search);
  ADD ("/audit-page/kind", test_kind);
  ADD ("/audit-page/adviser", test_adviser);
  ADD ("/audit-page/days", test_days);
  ADD ("/audit-page/locked", test_locked);
  ADD ("/audit-page/close-drops-everything", test_close_drops_everything);
  ADD ("/audit-page/many", test_many);
#undef ADD
  return g_test_run ();
}
