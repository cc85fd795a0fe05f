// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The other language in place of the one, any number of times and anywhere in a form: what the page
 * says then is what a new page says, and nothing that people did on it is lost. */

#include "assessment-fixture.h"
#include "pages/interview/adviser-pane.h"
#include "pages/interview/interview-page.h"
#include "pages/interview/question-pane.h"
#include "tip.h"

#define get_child assessment_fixture_get_child
#define SWITCHES 10

typedef struct
{
  AssessmentFixture base;
  StileReading *reading;
  StileInterviewPage *page;
} Fixture;

static StileInterviewPage *
open_page (Fixture *fixture, StileReading *reading, const char *question)
{
  StileInterviewPage *page = g_object_new (STILE_TYPE_INTERVIEW_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  stile_interview_page_set_reading (page, reading);
  stile_interview_page_open (page, assessment_fixture_get_casework (&fixture->base),
                             fixture->base.case_id, fixture->base.assessment_id, question, &error);
  g_assert_no_error (error);
  return page;
}

/* A form with all its translations, for somebody whose language @data is. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  AssessmentFixture *base = &fixture->base;
  g_autoptr (GError) error = NULL;

  assessment_fixture_set_up (base, data);
  stile_form_unref (base->form);
  base->form = fixture_load_form ();
  g_clear_pointer (&base->assessment_id, g_free);
  stile_casework_start_assessment (assessment_fixture_get_casework (base), base->case_id,
                                   base->form, data, &base->assessment_id, &error);
  g_assert_no_error (error);
  fixture->reading = stile_reading_new ();
  fixture->page = open_page (fixture, fixture->reading, NULL);
  assessment_fixture_show (base, fixture->page);
  fixture_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  assessment_fixture_tear_down (&fixture->base, data);
  g_object_unref (fixture->reading);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static gpointer
get_pane_child (Fixture *fixture, const char *id)
{
  return get_child (get_child (fixture->page, "pane"), id);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (get_child (fixture->page, "pane"), action, NULL));
  fixture_settle ();
}

/* ---- What it says ---- */

static void
add_words (GtkWidget *widget, GString *words)
{
  GtkWidget *child;
  const char *tip = stile_tip_get (widget);

  if (!gtk_widget_get_visible (widget) || GTK_IS_POPOVER (widget))
    return;
  if (tip != NULL)
    g_string_append_printf (words, "[%s] ", tip);
  if (GTK_IS_LABEL (widget))
    {
      g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
      g_autofree char *classed = g_strjoinv (" ", classes);

      g_string_append_printf (words, "%s (%s, justified %d)\n",
                              gtk_label_get_label (GTK_LABEL (widget)), classed,
                              gtk_label_get_justify (GTK_LABEL (widget)));
    }
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_words (child, words);
}

static char *
dup_words (StileInterviewPage *page)
{
  g_autoptr (GString) words = g_string_new (NULL);

  add_words (GTK_WIDGET (page), words);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_like_a_new_page (Fixture *fixture)
{
  const StileQuestion *question
    = stile_question_pane_get_question (get_child (fixture->page, "pane"));
  g_autoptr (StileReading) reading = stile_reading_new ();
  g_autoptr (StileInterviewPage) fresh = NULL;
  g_autofree char *said = NULL, *wanted = NULL;

  g_assert_true (stile_interview_page_save (fixture->page));
  stile_reading_start (reading, fixture->base.assessment_id, fixture->base.form,
                       stile_reading_get_claimant_language (fixture->reading), 100);
  stile_reading_set_view (reading, stile_reading_get_view (fixture->reading));
  fresh = g_object_ref_sink (open_page (fixture, reading, question->id));
  /* Only what was saved on that page is marked as such. */
  gtk_widget_hide (get_child (fixture->page, "saved_mark"));
  gtk_widget_hide (get_child (fresh, "saved_mark"));
  said = dup_words (fixture->page);
  wanted = dup_words (fresh);
  gtk_widget_show (get_child (fixture->page, "saved_mark"));
  g_assert_cmpstr (said, ==, wanted);
}

static void
test_says_what_a_new_page_says (Fixture *fixture, gconstpointer data)
{
  assert_like_a_new_page (fixture);
  for (guint i = 0; i < SWITCHES; i++)
    {
      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          act (fixture, "question.decline");
          act (fixture, "question.next");
          break;
        case 1:
          act (fixture, "question.back");
          break;
        default:
          stile_reading_set_view (fixture->reading, (StileView) g_test_rand_int_range (0, 4));
          break;
        }
      stile_reading_swap (fixture->reading);
      assert_like_a_new_page (fixture);
    }
}

/* ---- What stays ---- */

static void
test_keeps_focus_and_place (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;
  GtkWidget *focus;
  double place;

  act (fixture, "question.decline");
  act (fixture, "question.next");
  gtk_window_set_default_size (fixture->base.window, 600, 400);
  fixture_settle ();
  act (fixture, "question.unknown");
  focus = gtk_window_get_focus (fixture->base.window);
  adjustment = gtk_scrolled_window_get_vadjustment (get_pane_child (fixture, "scroller"));
  gtk_adjustment_set_value (adjustment, 20);
  place = gtk_adjustment_get_value (adjustment);
  for (guint i = 0; i < 2; i++)
    {
      stile_reading_swap (fixture->reading);
      fixture_settle ();
      g_assert_true (gtk_window_get_focus (fixture->base.window) == focus);
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, place);
    }
}

static void
test_keeps_to_the_question (Fixture *fixture, gconstpointer data)
{
  const StileQuestion *question;

  act (fixture, "question.decline");
  act (fixture, "question.next");
  question = stile_question_pane_get_question (get_child (fixture->page, "pane"));
  stile_reading_swap (fixture->reading);
  g_assert_true (question
                 == stile_question_pane_get_question (get_child (fixture->page, "pane")));
}

/* ---- What it costs ---- */

/* A box that lies across asks each text in it how wide it is for a height, for which GTK lays it
 * out some twenty times; a switch took more than twice as long. A grid does not. */
static void
assert_not_in_a_box_across (GtkWidget *widget, GtkWidget *page)
{
  for (GtkWidget *around = widget; around != page; around = gtk_widget_get_parent (around))
    g_assert_false (GTK_IS_BOX (around)
                    && gtk_orientable_get_orientation (GTK_ORIENTABLE (around))
                         == GTK_ORIENTATION_HORIZONTAL);
}

static void
check_boxes (GtkWidget *widget, GtkWidget *page)
{
  GtkWidget *child;

  if (STILE_IS_ADVISER_PANE (widget))
    return; /* libadwaita's rows, in which other words never stand */
  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)))
    assert_not_in_a_box_across (widget, page);
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_boxes (child, page);
}

static void
test_texts_are_measured_once (Fixture *fixture, gconstpointer data)
{
  act (fixture, "question.decline");
  act (fixture, "question.next");
  check_boxes (get_child (fixture->page, "pane"), get_child (fixture->page, "pane"));
  check_boxes (get_child (fixture->page, "sections"), get_child (fixture->page, "sections"));
}

static void
add (const char *path, const char *language, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, language, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  add ("/language-switch/says-what-a-new-page-says/ur", "ur", test_says_what_a_new_page_says);
  add ("/language-switch/says-what-a-new-page-says/cy", "cy", test_says_what_a_new_page_says);
  add ("/language-switch/keeps-focus-and-place", "ur", test_keeps_focus_and_place);
  add ("/language-switch/keeps-to-the-question", "pl", test_keeps_to_the_question);
  add ("/language-switch/texts-are-measured-once", "ur", test_texts_are_measured_once);
  return g_test_run ();
}
