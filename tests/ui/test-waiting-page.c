// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>

#include "assessment-fixture.h"
#include "audit.h"
#include "casework-private.h"
#include "pages/people/people-page.h"
#include "pages/person/record-dialog.h"
#include "pages/waiting/waiting-export.h"
#include "pages/waiting/waiting-item.h"
#include "pages/waiting/waiting-page.h"
#include "pages/waiting/waiting-row.h"

typedef struct
{
  AssessmentFixture common;
  StileWaitingPage *page;
} Fixture;

static gpointer
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->page, STILE_TYPE_WAITING_PAGE, id);
}

static StileCasework *
get_casework (Fixture *fixture)
{
  return assessment_fixture_get_casework (&fixture->common);
}

/* Somebody who slept nowhere, and was talked with so many days ago. */
static char *
add_waiting (Fixture *fixture, const char *name, guint days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  AssessmentFixture *common = &fixture->common;
  GDate day;

  g_free (common->case_id);
  g_free (common->assessment_id);
  common->case_id = fixture_add_person (common->book, name, NULL);
  stile_casework_record_consent (get_casework (fixture), common->case_id, TRUE, "Notice", &error);
  g_assert_no_error (error);
  stile_day_of_date_time (now, &day);
  g_date_subtract_days (&day, days);
  stile_casework_start_assessment_on (get_casework (fixture), common->case_id, common->form, "en",
                                      &day, &common->assessment_id, &error);
  g_assert_no_error (error);
  assessment_fixture_answer (common, "sleep", "nowhere");
  assessment_fixture_finish (common);
  return g_strdup (common->case_id);
}

static void
open_page (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  stile_waiting_page_open (fixture->page, get_casework (fixture), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  assessment_fixture_set_up (&fixture->common, data);
  fixture->page = g_object_new (STILE_TYPE_WAITING_PAGE, NULL);
  assessment_fixture_show (&fixture->common, fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  assessment_fixture_tear_down (&fixture->common, data);
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (child (fixture, "people"));
}

static const char *
get_name (Fixture *fixture, guint row)
{
  g_autoptr (StileWaitingItem) item = g_list_model_get_item (child (fixture, "people"), row);

  return stile_waiting_item_get_parked (item)->person;
}

static GtkWidget *
get_shown (Fixture *fixture)
{
  return adw_bin_get_child (child (fixture, "results"));
}

static StileRecordDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (toplevels, i);

      if (STILE_IS_RECORD_DIALOG (window))
        return STILE_RECORD_DIALOG (window);
    }
  return NULL;
}

static void
save (const char *text)
{
  StileRecordDialog *dialog = find_dialog ();
  GObject *view = fixture_child (dialog, STILE_TYPE_RECORD_DIALOG, "text_view");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  fixture_press (dialog, "_Save");
}

static void
act (Fixture *fixture, const char *action, const char *case_id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, "s", case_id));
}

static guint
count_events (Fixture *fixture, const char *kind)
{
  g_autoptr (StileCase) person_file = assessment_fixture_load (&fixture->common);
  guint count = 0;

  for (guint i = 0; i < person_file->events->len; i++)
    count += g_str_equal (((StileEvent *) g_ptr_array_index (person_file->events, i))->kind, kind);
  return count;
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  g_assert_true (get_shown (fixture) == child (fixture, "nobody_page"));
  g_assert_false (gtk_widget_get_visible (child (fixture, "save_button")));
}

static void
test_longest_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bert = add_waiting (fixture, "Bert", 40);
  g_autofree char *cleo = add_waiting (fixture, "Cleo", 90);
  g_autofree char *dora = add_waiting (fixture, "Dora", 20);

  open_page (fixture);
  g_assert_true (get_shown (fixture) == child (fixture, "list_page"));
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_cmpstr (get_name (fixture, 0), ==, "Cleo");
  g_assert_cmpstr (get_name (fixture, 1), ==, "Bert");
  g_assert_false (gtk_widget_get_visible (child (fixture, "clock_label")));
}

static void
test_row_opens_the_person (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bert = add_waiting (fixture, "Bert", 40);

  open_page (fixture);
  g_signal_emit_by_name (child (fixture, "list_view"), "activate", 0);
  g_assert_cmpstr (fixture->common.went->str, ==, "person");
}

/* Out of sight of the row, too, each button says whom it is about. */
static void
test_buttons_name_the_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileWaitingRow) row = g_object_ref_sink (stile_waiting_row_new ());
  g_autofree char *bert = add_waiting (fixture, "Bert", 40);
  g_autoptr (StileWaitingItem) item = NULL;

  open_page (fixture);
  item = g_list_model_get_item (child (fixture, "people"), 0);
  stile_waiting_row_set_item (row, item);
  gtk_test_accessible_assert_property (fixture_child (row, STILE_TYPE_WAITING_ROW,
                                                      "contact_button"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Record a contact with Bert");
  gtk_test_accessible_assert_property (fixture_child (row, STILE_TYPE_WAITING_ROW,
                                                      "moved_on_button"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "No longer here: Bert");
}

/* No specialist was asked all the same: so Bert stays in the list. */
static void
test_contact (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bert = add_waiting (fixture, "Bert", 40);

  open_page (fixture);
  act (fixture, "waiting.contact", bert);
  save (" ");
  g_assert_nonnull (find_dialog ()); /* words are needed */
  save ("Comes on Friday.");
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_events (fixture, STILE_KIND_CONTACT), ==, 1);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

static void
test_no_longer_here (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bert = add_waiting (fixture, "Bert", 40);

  open_page (fixture);
  act (fixture, "waiting.moved-on", bert);
  g_assert_true (fixture_says (find_dialog (), "Bert"));
  save ("Lives in Leeds now.");
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_events (fixture, STILE_KIND_MOVED_ON), ==, 1);
  g_assert_true (get_shown (fixture) == child (fixture, "nobody_page"));
}

/* What was typed stays, to be saved when it is open again. */
static void
test_contact_while_locked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bert = add_waiting (fixture, "Bert", 40);
  StileLedger *ledger = stile_book_get_ledger (fixture->common.book);

  open_page (fixture);
  act (fixture, "waiting.contact", bert);
  stile_book_lock (fixture->common.book);
  save ("Comes on Friday.");
  g_assert_nonnull (find_dialog ());
  g_assert_true (stile_ledger_unlock (ledger, FIXTURE_ADVISER, FIXTURE_PASSPHRASE, NULL));
  fixture_press (find_dialog (), "_Save");
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_events (fixture, STILE_KIND_CONTACT), ==, 1);
}

/* The page leaves the window when another is shown, and comes back. */
static void
test_second_visit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bert = add_waiting (fixture, "Bert", 40);

  open_page (fixture);
  stile_waiting_page_close (fixture->page);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  open_page (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  act (fixture, "waiting.moved-on", bert);
  save ("Lives in Leeds now.");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  stile_book_lock (fixture->common.book);
  g_assert_false (stile_waiting_page_open (fixture->page, get_casework (fixture), &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
}

static guint
count_exports (Fixture *fixture)
{
  StileAuditFilter filter = { .kind = STILE_KIND_EXPORT };
  g_autoptr (GPtrArray) lines = stile_casework_list_audit (get_casework (fixture), &filter, NULL);

  return lines->len;
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bert = add_waiting (fixture, "=Bert", 40);
  g_autofree char *path = g_build_filename (fixture->common.folder, "waiting.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (stile_waiting_export_write (get_casework (fixture), path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf\"person\","));
  g_assert_nonnull (strstr (text, "\"'=Bert\""));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_exports (fixture), ==, 1);
}

/* Nothing leaves without a line in the audit. */
static void
test_no_table_while_locked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->common.folder, "waiting.csv", NULL);
  g_autoptr (GError) error = NULL;

  stile_book_lock (fixture->common.book);
  g_assert_false (stile_waiting_export_write (get_casework (fixture), path, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* ---- The line on the page of people ---- */

static gboolean
has_nothing_to_do (gpointer data)
{
  return !g_main_context_pending (NULL);
}

static gboolean
shows_line (Fixture *fixture)
{
  g_autoptr (StilePeoplePage) page
      = g_object_ref_sink (g_object_new (STILE_TYPE_PEOPLE_PAGE, NULL));
  g_autoptr (GError) error = NULL;

  stile_people_page_open (page, get_casework (fixture), &error);
  g_assert_no_error (error);
  fixture_wait (has_nothing_to_do, NULL);
  return gtk_widget_get_visible (
      GTK_WIDGET (fixture_child (page, STILE_TYPE_PEOPLE_PAGE, "waiting_line")));
}

static void
test_line (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bert = NULL;

  g_assert_false (shows_line (fixture));
  bert = add_waiting (fixture, "Bert", 40);
  g_assert_true (shows_line (fixture));
}

static void
test_words (void)
{
  const StileParked one = { .days = 1 };
  const StileParked many = { .days = 41 };
  const StileParked unknown = { .is_day_unknown = TRUE };
  g_autofree char *one_day = stile_waiting_describe_days (&one);
  g_autofree char *many_days = stile_waiting_describe_days (&many);
  g_autofree char *unknown_days = stile_waiting_describe_days (&unknown);
  g_autofree char *none = stile_waiting_describe_count (0);
  g_autofree char *one_person = stile_waiting_describe_count (1);
  g_autofree char *people = stile_waiting_describe_count (3);

  g_assert_cmpstr (one_day, ==, "1 day");
  g_assert_cmpstr (many_days, ==, "41 days");
  g_assert_cmpstr (unknown_days, ==, "Not known");
  g_assert_null (none);
  g_assert_cmpstr (one_person, ==, "1 person is waiting too long");
  g_assert_cmpstr (people, ==, "3 people are waiting too long");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/waiting-page/nobody", test_nobody);
  ADD ("/waiting-page/longest-first", test_longest_first);
  ADD ("/waiting-page/row-opens-the-person", test_row_opens_the_person);
  ADD ("/waiting-page/buttons-name-the-person", test_buttons_name_the_person);
  ADD ("/waiting-page/contact", test_contact);
  ADD ("/waiting-page/no-longer-here", test_no_longer_here);
  ADD ("/waiting-page/contact-while-locked", test_contact_while_locked);
  ADD ("/waiting-page/second-visit", test_second_visit);
  ADD ("/waiting-page/locked", test_locked);
  ADD ("/waiting-page/table", test_table);
  ADD ("/waiting-page/no-table-while-locked", test_no_table_while_locked);
  ADD ("/waiting-page/line", test_line);
#undef ADD
  g_test_add_func ("/waiting-page/words", test_words);
  return g_test_run ();
}
