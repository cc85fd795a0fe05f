// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "advisers.h"
#include "assessment-fixture.h"
#include "audit.h"
#include "made-up-catalogue.h"
#include "pages.h"
#include "window-fixture.h"

/* What is printed to a file must not stand in the desktop's list of recent files. */
static void
test_no_recent_files (Fixture *fixture, gconstpointer data)
{
  gboolean kept;

  g_object_get (gtk_settings_get_default (), "gtk-recent-files-enabled", &kept, NULL);
  g_assert_false (kept);
}

static void
test_no_book (Fixture *fixture, gconstpointer data)
{
  window_open (fixture, "none.stile", TRUE);
  g_assert_cmpstr (window_get_seen (fixture), ==, "StileFirstStartPage");
  g_assert_false (window_is_enabled (fixture, "people"));
}

static void
test_lost_book (Fixture *fixture, gconstpointer data)
{
  window_open (fixture, "none.stile", FALSE);
  g_assert_cmpstr (window_get_seen (fixture), ==, "StileProblemPage");
  g_assert_true (window_is_enabled (fixture, "open-again"));
}

static void
test_not_a_book (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "letter.stile", NULL);

  g_assert_true (g_file_set_contents (path, "Dear Sir or Madam,", -1, NULL));
  window_open (fixture, "letter.stile", TRUE);
  g_assert_cmpstr (window_get_seen (fixture), ==, "StileProblemPage");
}

static void
test_book (Fixture *fixture, gconstpointer data)
{
  StileBook *book = fixture_make_book (fixture->folder);

  g_object_unref (book);
  window_open (fixture, "test.stile", TRUE);
  g_assert_cmpstr (window_get_seen (fixture), ==, "StileUnlockPage");
  g_assert_false (window_is_enabled (fixture, "people"));
  g_assert_false (window_is_enabled (fixture, "lock"));
}

/* People can be worked with; a sentence says what is missing. */
static void
test_damaged_directory (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "directory.sqlite", NULL);
  GtkWidget *pages;

  g_assert_true (g_file_set_contents (path, "no directory at all", -1, NULL));
  window_work_with (fixture, NULL);
  g_assert_cmpstr (window_get_seen (fixture), ==, "StilePages");
  g_assert_true (window_is_enabled (fixture, "people"));
  pages = adw_bin_get_child (ADW_BIN (fixture_child (fixture->window, STILE_TYPE_WINDOW, "frame")));
  g_assert_true (fixture_says (pages, "is not a directory of services"));
}

static void
test_session (Fixture *fixture, gconstpointer data)
{
  window_work_with (fixture, NULL);
  g_assert_cmpstr (window_get_seen (fixture), ==, "StilePages");
  g_assert_true (window_is_enabled (fixture, "people"));
  g_assert_false (window_is_enabled (fixture, "choose-book"));
}

static void
test_hide (Fixture *fixture, gconstpointer data)
{
  window_work_with (fixture, NULL);
  window_activate (fixture, "hide");
  g_assert_cmpstr (window_get_seen (fixture), ==, "StileCover");
  g_assert_false (window_is_enabled (fixture, "people"));
  window_activate (fixture, "hide");
  g_assert_cmpstr (window_get_seen (fixture), ==, "StilePages");
  g_assert_true (window_is_enabled (fixture, "people"));
}

static void
test_lock (Fixture *fixture, gconstpointer data)
{
  window_work_with (fixture, NULL);
  window_activate (fixture, "lock");
  g_assert_cmpstr (window_get_seen (fixture), ==, "StileUnlockPage");
  g_assert_false (window_is_enabled (fixture, "people"));
  g_assert_false (window_is_enabled (fixture, "new-assessment"));
}

/* Locked while somebody types: after the passphrase, typing goes on where it was. */
static void
test_focus_after_unlock (Fixture *fixture, gconstpointer data)
{
  GtkWidget *before;

  window_work_with (fixture, NULL);
  before = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT (before));
  gtk_editable_set_text (GTK_EDITABLE (before), "Ad");
  window_activate (fixture, "lock");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != before);
  window_unlock (fixture, 0, FIXTURE_PASSPHRASE);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == before);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (before)), ==, "Ad");
}

/* After the lock an interview is where it was, for the one who held it; somebody else sees the list
 * of people. */
static void
test_own_work_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = fixture_make_book (fixture->folder);
  g_autoptr (GError) error = NULL;

  stile_ledger_add_adviser (stile_book_get_ledger (book), "Bert", "four five six",
                            STILE_ROLE_ADVISER, &error);
  g_assert_no_error (error);
  window_work_with (fixture, book);
  window_open_interview (fixture, book);
  window_activate (fixture, "lock");
  window_unlock (fixture, 0, FIXTURE_PASSPHRASE);
  g_assert_cmpstr (window_get_page (fixture), ==, "StileInterviewPage");
  window_activate (fixture, "lock");
  window_unlock (fixture, 1, "four five six");
  g_assert_cmpstr (window_get_page (fixture), ==, "StilePeoplePage");
}

/* How many buttons of the shown page have an action that nothing answers. */
static guint
count_dead_buttons (GtkWidget *widget)
{
  guint n_dead = GTK_IS_ACTIONABLE (widget)
                 && gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) != NULL
                 && gtk_widget_get_mapped (widget) && !gtk_widget_is_sensitive (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_dead += count_dead_buttons (child);
  return n_dead;
}

/* A page that was left and comes back, or was hidden, can still be used. */
static void
test_buttons_of_a_page_that_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = fixture_make_book (fixture->folder);

  window_work_with (fixture, book);
  for (guint i = 0; i < 2; i++)
    {
      window_open_interview (fixture, book);
      fixture_settle ();
      g_assert_cmpstr (window_get_page (fixture), ==, "StileInterviewPage");
      g_assert_cmpuint (count_dead_buttons (GTK_WIDGET (fixture->window)), ==, 0);
      window_activate (fixture, "hide");
      window_activate (fixture, "hide");
      fixture_settle ();
      g_assert_cmpuint (count_dead_buttons (GTK_WIDGET (fixture->window)), ==, 0);
      window_activate (fixture, "people");
      fixture_settle ();
      g_assert_cmpuint (count_dead_buttons (GTK_WIDGET (fixture->window)), ==, 0);
    }
}

/* GTK 4.8 would let go of something twice, which ends here where free memory is written over. */
static void
test_menu_of_a_page_that_comes_back (Fixture *fixture, gconstpointer data)
{
  window_open_new_book (fixture);
  window_unlock (fixture, 0, FIXTURE_PASSPHRASE);
  window_activate (fixture, "directory");
  fixture_settle ();
  window_activate (fixture, "people");
  fixture_settle ();
  for (guint i = 0; i < 6; i++)
    {
      window_activate (fixture, "hide");
      fixture_settle ();
    }
}

/* As when the passphrase is checked for a while and the screen is hidden meanwhile. */
static void
test_work_starts_under_the_cover (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = fixture_make_book (fixture->folder);

  window_work_with (fixture, book);
  window_activate (fixture, "hide");
  stile_window_open_demo (fixture->window, book);
  g_assert_cmpstr (window_get_seen (fixture), ==, "StileCover");
  window_activate (fixture, "hide");
  g_assert_cmpstr (window_get_seen (fixture), ==, "StilePages");
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  AdwMessageDialog *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        found = ADW_MESSAGE_DIALOG (window);
    }
  return found;
}

/* An answer that could not be saved is not lost by closing the window. */
static void
test_unsaved_answer_keeps_the_window (Fixture *fixture, gconstpointer data)
{
  GObject *pages = fixture_child (fixture->window, STILE_TYPE_WINDOW, "pages");
  GObject *page;
  g_autoptr (StileBook) book = fixture_make_book (fixture->folder);

  window_work_with (fixture, book);
  window_open_interview (fixture, book);
  stile_ledger_lock (stile_book_get_ledger (book));
  page = fixture_child (pages, STILE_TYPE_PAGES, "interview_page");
  gtk_widget_activate_action (assessment_fixture_get_child (page, "pane"), "question.decline",
                              NULL);
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog ()), ==,
                   "Close without the last answers?");
  adw_message_dialog_response (find_dialog (), "stay");
}

/* Whoever passes by sees no name in the list of windows. */
static void
test_title (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = NULL;
  g_autoptr (StileBook) book = fixture_make_book (fixture->folder);

  case_id = fixture_add_person (book, "Ada Lovelace", NULL);
  stile_window_open_demo (fixture->window, book);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "person",
                                  g_variant_new_string (case_id));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Stile");
}

static guint
count_readings (StileBook *book, const char *case_id)
{
  StileAuditFilter filter = { .case_id = case_id, .kind = "read" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = stile_casework_list_audit (stile_book_get_casework (book), &filter,
                                                           &error);

  g_assert_no_error (error);
  return lines->len;
}

/* Who opens the page of a person has looked at their record. The list of people is no reading. */
static void
test_reading_is_written_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = fixture_make_book (fixture->folder);
  g_autofree char *case_id = fixture_add_person (book, "Ada", NULL);

  window_work_with (fixture, book);
  g_assert_cmpuint (count_readings (book, case_id), ==, 0);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "person",
                                  g_variant_new_string (case_id));
  g_assert_cmpuint (count_readings (book, case_id), ==, 1);
  window_open_interview (fixture, book); /* of another Ada */
  g_assert_cmpuint (count_readings (book, case_id), ==, 1);
  g_assert_cmpuint (count_readings (book, NULL), ==, 2);
}

/* Who has looked is seen without the list itself being a reading. */
static void
test_audit (Fixture *fixture, gconstpointer data)
{
  window_work_with (fixture, NULL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "audit",
                                  g_variant_new_string (""));
  g_assert_cmpstr (window_get_page (fixture), ==, "StileAuditPage");
  window_activate (fixture, "lock");
  g_assert_false (window_is_enabled (fixture, "audit"));
}

static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  window_work_with (fixture, NULL);
  window_activate (fixture, "waiting");
  g_assert_cmpstr (window_get_page (fixture), ==, "StileWaitingPage");
  window_activate (fixture, "people");
  window_activate (fixture, "waiting");
  g_assert_cmpstr (window_get_page (fixture), ==, "StileWaitingPage");
}

static guint
count_keys (GtkWidget *widget, guint *n_unknown)
{
  guint n = 0;

  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *keys = NULL;

      g_object_get (widget, "accelerator", &keys, NULL);
      *n_unknown += keys == NULL || *keys == '\0';
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_keys (child, n_unknown);
  return n;
}

/* Each line of the window of shortcuts says which key it is. */
static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  GtkShortcutsWindow *shortcuts;
  guint n_unknown = 0;

  window_work_with (fixture, NULL);
  for (guint i = 0; i < 2; i++) /* also the second time */
    {
      window_activate (fixture, "shortcuts");
      shortcuts
        = gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (fixture->window));
      g_assert_cmpuint (count_keys (GTK_WIDGET (shortcuts), &n_unknown), >, 8);
      g_assert_cmpuint (n_unknown, ==, 0);
      gtk_window_close (GTK_WINDOW (shortcuts));
    }
  window_activate (fixture, "hide");
  g_assert_false (window_is_enabled (fixture, "shortcuts"));
}

/* What hides the questions is the claimant's, and the adviser's elsewhere. */
static void
test_cover_of_the_questions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = fixture_make_book (fixture->folder);
  GtkWidget *cover
    = GTK_WIDGET (fixture_child (fixture->window, STILE_TYPE_WINDOW, "cover"));

  window_work_with (fixture, book);
  window_open_interview_in (fixture, book, "ur");
  window_activate (fixture, "hide");
  g_assert_true (fixture_says (cover, "رکا ہوا"));
  g_assert_true (gtk_widget_has_css_class (cover, "in-ur"));
  g_assert_cmpint (gtk_widget_get_direction (cover), ==, GTK_TEXT_DIR_RTL);
  window_activate (fixture, "hide");
  window_activate (fixture, "people");
  window_activate (fixture, "hide");
  g_assert_true (fixture_says (cover, "Paused"));
  g_assert_cmpint (gtk_widget_get_direction (cover), ==, GTK_TEXT_DIR_LTR);
}

/* Thanks are in the faces of the claimant's language, and all else in those of the program's. */
static void
test_faces_of_the_notice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileBook) book = fixture_make_book (fixture->folder);
  GtkWidget *notice
    = GTK_WIDGET (fixture_child (fixture->window, STILE_TYPE_WINDOW, "notice"));

  window_work_with (fixture, book);
  window_open_interview_in (fixture, book, "ur");
  window_activate (fixture, "hand-over");
  window_activate (fixture, "give-back");
  g_assert_true (gtk_widget_has_css_class (notice, "in-ur"));
  window_unlock (fixture, 0, FIXTURE_PASSPHRASE);
  g_assert_false (gtk_widget_has_css_class (notice, "in-ur"));
}

int
main (int argc, char *argv[])
{
  g_autoptr (StileApplication) application = NULL;

  made_up_catalogue_install ("ur", NULL, "msgid \"Paused\"\nmsgstr \"رکا ہوا\"\n");
  fixture_init (&argc, &argv);
  application = fixture_start_application ();
#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, application, window_set_up, func, window_tear_down)
  ADD ("/window/no-recent-files", test_no_recent_files);
  ADD ("/window/no-book", test_no_book);
  ADD ("/window/lost-book", test_lost_book);
  ADD ("/window/not-a-book", test_not_a_book);
  ADD ("/window/book", test_book);
  ADD ("/window/damaged-directory", test_damaged_directory);
  ADD ("/window/session", test_session);
  ADD ("/window/hide", test_hide);
  ADD ("/window/cover-of-the-questions", test_cover_of_the_questions);
  ADD ("/window/faces-of-the-notice", test_faces_of_the_notice);
  ADD ("/window/shortcuts", test_shortcuts);
  ADD ("/window/lock", test_lock);
  ADD ("/window/focus-after-unlock", test_focus_after_unlock);
  ADD ("/window/own-work-only", test_own_work_only);
  ADD ("/window/menu-of-a-page-that-comes-back", test_menu_of_a_page_that_comes_back);
  ADD ("/window/work-starts-under-the-cover", test_work_starts_under_the_cover);
  ADD ("/window/unsaved-answer-keeps-the-window", test_unsaved_answer_keeps_the_window);
  ADD ("/window/title", test_title);
  ADD ("/window/reading-is-written-down", test_reading_is_written_down);
  ADD ("/window/audit", test_audit);
  ADD ("/window/waiting", test_waiting);
  ADD ("/window/buttons-of-a-page-that-comes-back", test_buttons_of_a_page_that_comes_back);
#undef ADD
  return g_test_run ();
}
