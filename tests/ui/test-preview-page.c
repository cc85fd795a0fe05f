// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "pages/interview/question-view.h"
#include "pages/preview/preview-page.h"

#define get_child assessment_fixture_get_child

typedef struct
{
  char *folder;
  char *path;
  char *good; /* a form without a fault */
  StilePreviewPage *page;
  GtkWindow *window;
} Fixture;

static void
write_form (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, -1, &error);
  g_assert_no_error (error);
}

/* The good form with @old replaced by @new. */
static void
write_changed (Fixture *fixture, const char *old, const char *new)
{
  g_autoptr (GString) text = g_string_new (fixture->good);

  g_assert_cmpuint (g_string_replace (text, old, new, 0), >, 0);
  write_form (fixture, text->str);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileForm) form = assessment_fixture_load_form ();
  GString *text = g_string_new_len (g_bytes_get_data (form->xml, NULL),
                                    (gssize) g_bytes_get_size (form->xml));

  /* Otherwise no score comes up to this band, which the checker warns of. */
  g_assert_cmpuint (g_string_replace (text, "from=\"4\"", "from=\"3\"", 0), ==, 1);
  fixture->good = g_string_free (text, FALSE);
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "form.xml", NULL);
  write_form (fixture, fixture->good);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  fixture_settle ();
  fixture_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->good);
}

static void
open_page (Fixture *fixture)
{
  fixture->page = g_object_new (STILE_TYPE_PREVIEW_PAGE, NULL);
  stile_preview_page_open (fixture->page, fixture->folder);
  fixture->window = fixture_show (fixture->page);
}

static gpointer
get_view (Fixture *fixture)
{
  return get_child (get_child (fixture->page, "pane"), "question_view");
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (get_child (fixture->page, "pane"), action, NULL));
  fixture_settle ();
}

/* Goes to the question where somebody slept, and chooses. */
static void
choose_nowhere (Fixture *fixture)
{
  act (fixture, "question.next");
  g_assert_true (stile_question_view_press_digit (get_view (fixture), 3));
  fixture_settle ();
}

static gboolean
shows_preview (gpointer page)
{
  return gtk_widget_get_visible (get_child (page, "body"));
}

static gboolean
shows_faults_only (gpointer page)
{
  return !shows_preview (page) && gtk_widget_get_visible (get_child (page, "faults"));
}

static const char *
get_question (Fixture *fixture)
{
  return gtk_label_get_label (get_child (get_view (fixture), "label"));
}

static const char *
get_category (Fixture *fixture)
{
  return gtk_label_get_label (get_child (get_child (fixture->page, "result"), "category"));
}

static AdwActionRow *
get_fault (Fixture *fixture, int index)
{
  GtkWidget *rows = adw_bin_get_child (get_child (fixture->page, "faults"));

  return ADW_ACTION_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), index));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (g_object_ref_sink (g_object_new (STILE_TYPE_PREVIEW_PAGE, NULL)));
}

static void
test_good_form_is_shown (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  g_assert_true (shows_preview (fixture->page));
  g_assert_false (gtk_widget_get_visible (get_child (fixture->page, "faults")));
  g_assert_cmpstr (get_question (fixture), ==, "First some questions about your home.");
  g_assert_cmpstr (get_category (fixture), ==, "Light support");
}

static void
test_answer_changes_the_result (Fixture *fixture, gconstpointer data)
{
  GtkWidget *result;

  open_page (fixture);
  choose_nowhere (fixture);
  result = get_child (fixture->page, "result");
  g_assert_cmpstr (get_category (fixture), ==, "Close support");
  g_assert_nonnull (adw_bin_get_child (get_child (result, "alerts")));
  g_assert_nonnull (gtk_list_box_get_row_at_index (get_child (result, "referrals"), 0));
}

static void
test_required_question_stays (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  open_page (fixture);
  act (fixture, "question.next");
  act (fixture, "question.next");
  view = get_view (fixture);
  g_assert_cmpstr (gtk_label_get_label (get_child (view, "error")), ==,
                   "Say where you slept last night.");
  act (fixture, "question.decline");
  act (fixture, "question.next");
  g_assert_cmpstr (get_question (fixture), !=, "Where did you sleep last night?");
  act (fixture, "question.back");
  g_assert_cmpstr (get_question (fixture), ==, "Where did you sleep last night?");
}

static void
test_error_hides_the_preview (Fixture *fixture, gconstpointer data)
{
  write_changed (fixture, "domain=\"money\"", "domain=\"mony\"");
  open_page (fixture);
  g_assert_true (shows_faults_only (fixture->page));
  g_assert_nonnull (strstr (adw_preferences_row_get_title (
                              ADW_PREFERENCES_ROW (get_fault (fixture, 0))), "mony"));
  g_assert_cmpstr (adw_action_row_get_subtitle (get_fault (fixture, 0)), ==, "Error in line 52");
}

static void
test_warning_is_beside_the_preview (Fixture *fixture, gconstpointer data)
{
  write_changed (fixture, "relevant=\"$sleep = 'home'\"",
                 "relevant=\"$sleep = 'home' and $sleep = 'friends'\"");
  open_page (fixture);
  g_assert_true (shows_preview (fixture->page));
  g_assert_cmpstr (adw_action_row_get_subtitle (get_fault (fixture, 0)), ==,
                   "Warning in line 40");
}

static void
test_saved_form_keeps_the_answers (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  choose_nowhere (fixture);
  write_changed (fixture, "domain=\"money\"", "domain=\"mony\"");
  fixture_wait (shows_faults_only, fixture->page);
  write_changed (fixture, "Close support", "Nearby support");
  fixture_wait (shows_preview, fixture->page);
  g_assert_cmpstr (get_category (fixture), ==, "Nearby support");
  g_assert_cmpstr (get_question (fixture), ==, "Where did you sleep last night?");
}

/* From the page of the first words: no place to sleep, then its number of nights. */
static GtkEditable *
go_to_nights (Fixture *fixture)
{
  GtkWidget *focus;

  choose_nowhere (fixture);
  act (fixture, "question.next");
  g_assert_cmpstr (get_question (fixture), ==, "For how many nights?");
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (GTK_IS_EDITABLE (focus));
  return GTK_EDITABLE (focus);
}

static gboolean
asks_newly (gpointer fixture)
{
  return g_str_equal (get_question (fixture), "How many nights?");
}

static void
test_saved_form_keeps_what_is_typed (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  gtk_editable_set_text (go_to_nights (fixture), "about 30");
  write_changed (fixture, "For how many nights?", "How many nights?");
  fixture_wait (asks_newly, fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_window_get_focus (fixture->window))),
                   ==, "about 30");
}

static gboolean
shows_little_support (gpointer fixture)
{
  return g_str_equal (get_category (fixture), "Little support");
}

/* Some editors write into the file, others put a new one in its place, as write_form() does. */
static void
test_file_written_in_place_is_seen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (fixture->good);
  FILE *file;

  open_page (fixture);
  g_assert_cmpuint (g_string_replace (text, "Light support", "Little support", 0), >, 0);
  file = fopen (fixture->path, "w");
  g_assert_nonnull (file);
  g_assert_cmpint (fputs (text->str, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
  fixture_wait (shows_little_support, fixture);
}

static void
test_language_can_be_chosen (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *choice;

  write_changed (fixture, "<label>First some questions about your home.</label>",
                 "<label>First some questions about your home.</label>"
                 "<label xml:lang=\"pl\">Najpierw o domu.</label>");
  open_page (fixture);
  choice = get_child (fixture->page, "language_choice");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (choice)));
  g_assert_cmpstr (get_question (fixture), ==, "First some questions about your home.");
  gtk_drop_down_set_selected (choice, 1);
  g_assert_cmpstr (get_question (fixture), ==, "Najpierw o domu.");
}

static GtkTextDirection
get_direction (Fixture *fixture)
{
  return gtk_widget_get_direction (get_child (get_view (fixture), "label"));
}

static void
test_turns_round_with_the_language (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *choice;

  write_changed (fixture, "<label>First some questions about your home.</label>",
                 "<label>First some questions about your home.</label>"
                 "<label xml:lang=\"ur\">پہلے گھر کے بارے میں۔</label>");
  open_page (fixture);
  choice = get_child (fixture->page, "language_choice");
  g_assert_cmpint (get_direction (fixture), ==, GTK_TEXT_DIR_LTR);
  gtk_drop_down_set_selected (choice, 1);
  g_assert_cmpint (get_direction (fixture), ==, GTK_TEXT_DIR_RTL);
  g_assert_true (gtk_widget_has_css_class (get_child (fixture->page, "body"), "in-ur"));
  gtk_drop_down_set_selected (choice, 0);
  g_assert_cmpint (get_direction (fixture), ==, GTK_TEXT_DIR_LTR);
}

static void
test_one_language_leaves_no_choice (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  g_assert_false (gtk_widget_get_visible (get_child (fixture->page, "language_choice")));
}

static void
test_warning_is_at_its_question (Fixture *fixture, gconstpointer data)
{
  GtkWidget *here;

  write_changed (fixture, "relevant=\"$sleep = 'home'\"",
                 "relevant=\"$sleep = 'home' and $sleep = 'friends'\"");
  open_page (fixture);
  here = get_child (fixture->page, "faults_here");
  g_assert_false (gtk_widget_get_visible (here));
  g_signal_emit_by_name (adw_bin_get_child (get_child (fixture->page, "faults")), "row-activated",
                         get_fault (fixture, 0));
  g_assert_cmpstr (get_question (fixture), ==, "Have you been told to leave?");
  g_assert_true (gtk_widget_get_visible (here));
}

/* The list leads to the section's first question, and beside it the fault is told as well. */
static void
test_warning_is_at_its_section (Fixture *fixture, gconstpointer data)
{
  g_autofree char *words = g_strnfill (201, 'x');
  g_autofree char *label = g_strconcat ("<label>", words, "</label>", NULL);
  GtkWidget *here, *rows;
  gpointer section;

  write_changed (fixture, "<label>Your bills</label>", label);
  open_page (fixture);
  here = get_child (fixture->page, "faults_here");
  rows = adw_bin_get_child (get_child (fixture->page, "faults"));
  g_assert_false (gtk_widget_get_visible (here));
  g_signal_emit_by_name (rows, "row-activated", get_fault (fixture, 0));
  g_assert_cmpstr (get_question (fixture), ==, "Do you owe money on any of these?");
  g_assert_true (gtk_widget_get_visible (here));

  rows = get_child (get_child (fixture->page, "sections"), "rows");
  section = gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), 1);
  g_assert_true (g_str_has_suffix (gtk_label_get_label (get_child (section, "remark")),
                                   "to mend"));
  section = gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), 0);
  g_assert_false (gtk_widget_get_visible (get_child (section, "remark")));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (files != NULL && g_dir_read_name (files) != NULL)
    n_files++;
  return n_files;
}

static void
test_nothing_is_stored (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ours = g_build_filename (g_get_user_data_dir (), "stile", NULL);

  open_page (fixture);
  gtk_editable_set_text (go_to_nights (fixture), "30");
  act (fixture, "question.next");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1); /* the form */
  g_assert_false (g_file_test (ours, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (g_get_user_state_dir ()), ==, 0);
}

static void
test_missing_file_is_said (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (remove (fixture->path), ==, 0);
  open_page (fixture);
  g_assert_true (shows_faults_only (fixture->page));
  g_assert_nonnull (strstr (adw_preferences_row_get_title (
                              ADW_PREFERENCES_ROW (get_fault (fixture, 0))), "cannot be read"));
}

static void
test_file_that_comes_later_is_seen (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (remove (fixture->path), ==, 0);
  open_page (fixture);
  write_form (fixture, fixture->good);
  fixture_wait (shows_preview, fixture->page);
  g_assert_cmpstr (get_category (fixture), ==, "Light support");
}

static void
test_many_faults_are_counted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) wrong = g_string_new ("<purpose>To test pages.</purpose>");

  for (guint i = 0; i < 103; i++)
    g_string_append (wrong, "\n<nothing/>");
  write_changed (fixture, "<purpose>To test pages.</purpose>", wrong->str);
  open_page (fixture);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_fault (fixture, 100))),
                   ==, "There are 3 more.");
  g_assert_null (get_fault (fixture, 101));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  add ("/preview-page/new", test_new);
  add ("/preview-page/good-form-is-shown", test_good_form_is_shown);
  add ("/preview-page/answer-changes-the-result", test_answer_changes_the_result);
  add ("/preview-page/required-question-stays", test_required_question_stays);
  add ("/preview-page/error-hides-the-preview", test_error_hides_the_preview);
  add ("/preview-page/warning-is-beside-the-preview", test_warning_is_beside_the_preview);
  add ("/preview-page/saved-form-keeps-the-answers", test_saved_form_keeps_the_answers);
  add ("/preview-page/saved-form-keeps-what-is-typed", test_saved_form_keeps_what_is_typed);
  add ("/preview-page/file-written-in-place-is-seen", test_file_written_in_place_is_seen);
  add ("/preview-page/language-can-be-chosen", test_language_can_be_chosen);
  add ("/preview-page/turns-round-with-the-language", test_turns_round_with_the_language);
  add ("/preview-page/one-language-leaves-no-choice", test_one_language_leaves_no_choice);
  add ("/preview-page/warning-is-at-its-question", test_warning_is_at_its_question);
  add ("/preview-page/warning-is-at-its-section", test_warning_is_at_its_section);
  add ("/preview-page/nothing-is-stored", test_nothing_is_stored);
  add ("/preview-page/missing-file-is-said", test_missing_file_is_said);
  add ("/preview-page/file-that-comes-later-is-seen", test_file_that_comes_later_is_seen);
  add ("/preview-page/many-faults-are-counted", test_many_faults_are_counted);
  return g_test_run ();
}
