// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "focus-first.h"
#include "pages/preferences/preferences-page.h"

#define get_child assessment_fixture_get_child
#define WORDS "Duty officer, Town Hall:\n01632 960 001, day and night"

typedef struct
{
  AssessmentFixture base;
  GPtrArray *problems; /* of char *; none */
  GPtrArray *forms; /* the small form, and the one that comes with the program */
  StilePreferencesPage *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  assessment_fixture_set_up (&fixture->base, NULL);
  fixture->problems = g_ptr_array_new_with_free_func (g_free);
  fixture->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_form_unref);
  g_ptr_array_add (fixture->forms, stile_form_ref (fixture->base.form));
  g_ptr_array_add (fixture->forms, fixture_load_form ());
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->forms);
  g_ptr_array_unref (fixture->problems);
  assessment_fixture_tear_down (&fixture->base, NULL);
}

static StileCasework *
get_casework (Fixture *fixture)
{
  return assessment_fixture_get_casework (&fixture->base);
}

static const StileAlert *
get_alert (Fixture *fixture)
{
  return &fixture->base.form->alerts[0];
}

static const char *
get_kept (Fixture *fixture)
{
  return stile_casework_get_alert_words (get_casework (fixture), fixture->base.form,
                                         get_alert (fixture));
}

static void
open_page (Fixture *fixture)
{
  fixture->page = g_object_new (STILE_TYPE_PREFERENCES_PAGE, NULL);
  assessment_fixture_show (&fixture->base, fixture->page);
  stile_preferences_page_open (fixture->page, get_casework (fixture), fixture->forms,
                               fixture->problems);
  fixture_settle ();
}

static gpointer
get_group (Fixture *fixture)
{
  return get_child (fixture->page, "alerts_group");
}

static GtkWidget *
get_first_alert (Fixture *fixture)
{
  return gtk_widget_get_first_child (get_child (get_group (fixture), "alerts"));
}

static guint
count_alerts (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = get_first_alert (fixture); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static void
type (Fixture *fixture, const char *text)
{
  GtkWidget *alert = get_first_alert (fixture);

  stile_focus_first (alert);
  gtk_text_buffer_set_text (get_child (alert, "buffer"), text, -1);
  fixture_settle ();
}

static void
leave_field (Fixture *fixture)
{
  gtk_widget_grab_focus (get_child (get_group (fixture), "form_row"));
  fixture_settle ();
}

static const char *
get_mark (Fixture *fixture)
{
  return gtk_label_get_label (get_child (get_child (get_first_alert (fixture), "mark"), "words"));
}

static void
choose_form (Fixture *fixture, guint form)
{
  adw_combo_row_set_selected (get_child (get_group (fixture), "form_row"), form);
  fixture_settle ();
}

static void
lock_book (Fixture *fixture)
{
  stile_ledger_lock (stile_book_get_ledger (fixture->base.book));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (g_object_ref_sink (g_object_new (STILE_TYPE_PREFERENCES_PAGE, NULL)));
}

static void
test_every_alert_is_there (Fixture *fixture, gconstpointer data)
{
  GtkWidget *alert;

  open_page (fixture);
  alert = get_first_alert (fixture);
  g_assert_cmpuint (count_alerts (fixture), ==, fixture->base.form->n_alerts);
  g_assert_cmpstr (gtk_label_get_label (get_child (alert, "label")), ==,
                   "Nowhere to sleep tonight");
  g_assert_cmpstr (gtk_label_get_label (get_child (alert, "action")), ==,
                   "Call the duty officer before the person leaves.");
}

static void
test_kept_when_the_field_is_left (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  type (fixture, WORDS);
  g_assert_cmpstr (get_mark (fixture), ==, "Not saved yet");
  g_assert_null (get_kept (fixture));
  leave_field (fixture);
  g_assert_cmpstr (get_mark (fixture), ==, "Saved");
  g_assert_cmpstr (get_kept (fixture), ==, WORDS);
}

static void
test_shown_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  stile_casework_put_alert_words (get_casework (fixture), fixture->base.form, get_alert (fixture),
                                  WORDS, NULL);
  open_page (fixture);
  g_object_get (get_child (get_first_alert (fixture), "buffer"), "text", &text, NULL);
  g_assert_cmpstr (text, ==, WORDS);
  g_assert_cmpstr (get_mark (fixture), ==, "");
}

static void
test_emptied_is_taken_back (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  type (fixture, WORDS);
  leave_field (fixture);
  type (fixture, " \n");
  leave_field (fixture);
  g_assert_cmpstr (get_mark (fixture), ==, "Saved");
  g_assert_null (get_kept (fixture));
}

static void
test_another_form (Fixture *fixture, gconstpointer data)
{
  const StileForm *other = g_ptr_array_index (fixture->forms, 1);

  open_page (fixture);
  type (fixture, WORDS);
  choose_form (fixture, 1);
  g_assert_cmpuint (count_alerts (fixture), ==, other->n_alerts);
  g_assert_cmpstr (get_kept (fixture), ==, WORDS);
}

static void
test_form_without_alerts_is_left_out (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "assess", "forms", "chain.xml", NULL);
  StileForm *form = stile_form_load (path, NULL);
  gpointer titles;

  g_assert_cmpuint (form->n_alerts, ==, 0);
  g_ptr_array_insert (fixture->forms, 0, form);
  open_page (fixture);
  titles = get_child (get_group (fixture), "form_titles");
  g_assert_cmpuint (g_list_model_get_n_items (titles), ==, 2);
  g_assert_cmpuint (count_alerts (fixture), ==, fixture->base.form->n_alerts);
}

static void
test_failure_keeps_the_words (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  type (fixture, WORDS);
  lock_book (fixture);
  leave_field (fixture);
  g_assert_nonnull (strstr (get_mark (fixture), "Your words are still in the field."));
  g_assert_true (gtk_widget_get_visible (
    get_child (get_child (get_first_alert (fixture), "mark"), "try_again")));
  g_assert_false (stile_preferences_page_save (fixture->page));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->base.window),
                                         get_first_alert (fixture)));
}

static void
test_failure_keeps_the_form (Fixture *fixture, gconstpointer data)
{
  gpointer form_row;

  open_page (fixture);
  type (fixture, WORDS);
  lock_book (fixture);
  choose_form (fixture, 1);
  form_row = get_child (get_group (fixture), "form_row");
  g_assert_cmpuint (adw_combo_row_get_selected (form_row), ==, 0);
  g_assert_cmpuint (count_alerts (fixture), ==, fixture->base.form->n_alerts);
}

static void
test_try_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  open_page (fixture);
  type (fixture, WORDS);
  lock_book (fixture);
  leave_field (fixture);
  stile_ledger_unlock (stile_book_get_ledger (fixture->base.book), FIXTURE_ADVISER,
                       FIXTURE_PASSPHRASE, &error);
  g_assert_no_error (error);
  fixture_press (get_first_alert (fixture), "Try again");
  g_assert_cmpstr (get_mark (fixture), ==, "Saved");
  g_assert_cmpstr (get_kept (fixture), ==, WORDS);
}

/* What has the focus is at the top of the page, which is what is seen. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  stile_focus_first (GTK_WIDGET (fixture->page));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->base.window),
                                         get_child (fixture->page, "advisers_group")));
}

static void
test_tab_goes_to_what_is_seen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first;

  open_page (fixture);
  choose_form (fixture, 1);
  first = get_first_alert (fixture);
  stile_focus_first (first);
  gtk_widget_child_focus (GTK_WIDGET (fixture->base.window), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->base.window),
                                         gtk_widget_get_next_sibling (first)));
}

static void
test_close_forgets (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  type (fixture, WORDS);
  stile_preferences_page_close (fixture->page);
  g_assert_null (get_first_alert (fixture));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static guint
count_below (GtkWidget *widget, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_below (child, type);
  return n;
}

/* One row a form, and no more of them on a second visit. */
static void
test_translations (Fixture *fixture, gconstpointer data)
{
  GtkWidget *group;

  open_page (fixture);
  group = GTK_WIDGET (get_child (fixture->page, "translations_group"));
  g_assert_cmpuint (count_below (group, ADW_TYPE_EXPANDER_ROW), ==, fixture->forms->len);
  stile_preferences_page_close (fixture->page);
  g_assert_cmpuint (count_below (group, ADW_TYPE_EXPANDER_ROW), ==, 0);
  stile_preferences_page_open (fixture->page, get_casework (fixture), fixture->forms,
                               fixture->problems);
  g_assert_cmpuint (count_below (group, ADW_TYPE_EXPANDER_ROW), ==, fixture->forms->len);
}

static gboolean
has_title (GtkWidget *widget, const char *title)
{
  gboolean found = ADW_IS_ACTION_ROW (widget)
                   && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)),
                                   title);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = has_title (child, title);
  return found;
}

/* Nobody shall think that the centre's own form is asked. */
static void
test_problem (Fixture *fixture, gconstpointer data)
{
  GtkWidget *group;

  g_ptr_array_add (fixture->problems, g_strdup ("form.xml:2: error: <label> & its end."));
  open_page (fixture);
  group = GTK_WIDGET (get_child (fixture->page, "translations_group"));
  g_assert_true (has_title (group, "form.xml:2: error: <label> & its end."));
  g_assert_cmpuint (count_below (group, ADW_TYPE_EXPANDER_ROW), ==, fixture->forms->len);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  add ("/preferences-page/new", test_new);
  add ("/preferences-page/every-alert-is-there", test_every_alert_is_there);
  add ("/preferences-page/kept-when-the-field-is-left", test_kept_when_the_field_is_left);
  add ("/preferences-page/shown-again", test_shown_again);
  add ("/preferences-page/emptied-is-taken-back", test_emptied_is_taken_back);
  add ("/preferences-page/another-form", test_another_form);
  add ("/preferences-page/form-without-alerts-is-left-out", test_form_without_alerts_is_left_out);
  add ("/preferences-page/failure-keeps-the-words", test_failure_keeps_the_words);
  add ("/preferences-page/failure-keeps-the-form", test_failure_keeps_the_form);
  add ("/preferences-page/try-again", test_try_again);
  add ("/preferences-page/focus", test_focus);
  add ("/preferences-page/tab-goes-to-what-is-seen", test_tab_goes_to_what_is_seen);
  add ("/preferences-page/close-forgets", test_close_forgets);
  add ("/preferences-page/translations", test_translations);
  add ("/preferences-page/problem", test_problem);
  return g_test_run ();
}
