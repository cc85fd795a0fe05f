// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "error-summary.h"
#include "pages/interview/question-pane.h"
#include "pages/interview/question-view.h"

static const StileLanguages english = { "en", NULL };

typedef struct
{
  StileForm *form;
  StileInterview *interview;
  StileQuestionPane *pane;
  GtkWindow *window;
  GString *heard; /* the signals, as letters: c, a, n, b */
} Fixture;

static gpointer
child (Fixture *fixture, const char *id)
{
  return assessment_fixture_get_child (fixture->pane, id);
}

static void
changed_cb (Fixture *fixture)
{
  g_string_append_c (fixture->heard, 'c');
  stile_question_pane_take (fixture->pane, NULL);
}

static void
answered_cb (Fixture *fixture)
{
  g_string_append_c (fixture->heard, 'a');
}

static void
next_cb (Fixture *fixture)
{
  g_string_append_c (fixture->heard, 'n');
}

static void
back_cb (Fixture *fixture)
{
  g_string_append_c (fixture->heard, 'b');
}

/* One pane for all tests, as one serves for many questions: windows take long to make. */
static void
set_up (Fixture *fixture, gconstpointer pane)
{
  fixture->form = assessment_fixture_load_form ();
  fixture->interview = assessment_fixture_new_interview (fixture->form, "{}");
  fixture->heard = g_string_new (NULL);
  fixture->pane = STILE_QUESTION_PANE ((gpointer) pane);
  fixture->window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (fixture->pane)));
  g_signal_connect_swapped (fixture->pane, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->pane, "answered", G_CALLBACK (answered_cb), fixture);
  g_signal_connect_swapped (fixture->pane, "next", G_CALLBACK (next_cb), fixture);
  g_signal_connect_swapped (fixture->pane, "back", G_CALLBACK (back_cb), fixture);
  stile_question_pane_set_interview (fixture->pane, fixture->interview,
                                     &english);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stile_question_pane_set_interview (fixture->pane, NULL, NULL);
  stile_question_pane_add (fixture->pane, NULL, NULL);
  g_signal_handlers_disconnect_by_data (fixture->pane, fixture);
  stile_interview_free (fixture->interview);
  stile_form_unref (fixture->form);
  g_string_free (fixture->heard, TRUE);
}

static void
show (Fixture *fixture, const char *question)
{
  stile_question_pane_show (fixture->pane,
                            (int) stile_form_find_question (fixture->form, question)->index);
  fixture_settle ();
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->pane), action, NULL));
  fixture_settle ();
}

static void
press (Fixture *fixture, guint digit)
{
  g_assert_true (stile_question_view_press_digit (child (fixture, "question_view"), digit));
  fixture_settle ();
}

static StileAnswerState
get_state (Fixture *fixture, const char *question)
{
  guint index = stile_form_find_question (fixture->form, question)->index;

  return stile_interview_get_answer (fixture->interview, index)->state;
}

static gboolean
says_what_is_wrong (Fixture *fixture)
{
  return !stile_error_summary_is_empty (child (fixture, "summary"));
}

static GtkEditable *
find_entry (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget))
    return GTK_EDITABLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *found = find_entry (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The question of nights comes up only for who slept elsewhere. */
static GtkEditable *
show_nights (Fixture *fixture)
{
  show (fixture, "sleep");
  press (fixture, 3);
  show (fixture, "nights");
  g_string_set_size (fixture->heard, 0);
  return find_entry (child (fixture, "question_view"));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_null (stile_question_pane_get_question (fixture->pane));
  g_assert_true (stile_question_pane_take (fixture->pane, NULL));
  g_assert_false (stile_question_pane_has_draft (fixture->pane));
  g_assert_finalize_object (g_object_ref_sink (g_object_new (STILE_TYPE_QUESTION_PANE, NULL)));
}

/* Nothing is shown, so there is nowhere to go. */
static void
test_keys_without_a_question (Fixture *fixture, gconstpointer data)
{
  act (fixture, "question.next");
  act (fixture, "question.back");
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  show (fixture, "sleep");
  press (fixture, 2);
  g_assert_cmpstr (fixture->heard->str, ==, "ca");
  g_assert_cmpint (get_state (fixture, "sleep"), ==, STILE_ANSWER_ANSWERED);
}

/* The same answer once more is no other answer. */
static void
test_same_answer (Fixture *fixture, gconstpointer data)
{
  show (fixture, "sleep");
  press (fixture, 2);
  g_string_set_size (fixture->heard, 0);
  g_assert_true (stile_question_pane_take (fixture->pane, NULL));
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  show (fixture, "sleep");
  press (fixture, 2);
  act (fixture, "question.next");
  g_assert_cmpstr (fixture->heard->str, ==, "can");
  g_assert_cmpstr (stile_question_pane_get_question (fixture->pane)->id, ==, "sleep");
}

static void
test_required (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  show (fixture, "sleep");
  act (fixture, "question.next");
  g_assert_cmpstr (fixture->heard->str, ==, "");
  g_assert_true (says_what_is_wrong (fixture));
  g_assert_false (stile_question_pane_take (fixture->pane, &error));
  g_assert_cmpstr (error->message, ==, "Say where you slept last night.");
  press (fixture, 1);
  show (fixture, "notice");
  g_assert_false (says_what_is_wrong (fixture)); /* of another question */
}

/* Back is never refused, whatever is entered. */
static void
test_back (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = show_nights (fixture);

  gtk_editable_set_text (entry, "99999");
  g_string_set_size (fixture->heard, 0);
  act (fixture, "question.back");
  g_assert_cmpstr (fixture->heard->str, ==, "b");
  g_assert_false (says_what_is_wrong (fixture));
}

/* "Prefer not to say" and "don't know" are two answers, and neither is none. */
static void
test_states (Fixture *fixture, gconstpointer data)
{
  show (fixture, "sleep");
  act (fixture, "question.decline");
  g_assert_cmpint (get_state (fixture, "sleep"), ==, STILE_ANSWER_DECLINED);
  act (fixture, "question.unknown");
  g_assert_cmpint (get_state (fixture, "sleep"), ==, STILE_ANSWER_UNKNOWN);
  act (fixture, "question.next");
  g_assert_true (g_str_has_suffix (fixture->heard->str, "n"));
}

/* What was typed and is no answer is kept for when its question comes back, and does not count. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = show_nights (fixture);

  gtk_editable_set_text (entry, "99999");
  g_assert_false (stile_question_pane_take (fixture->pane, NULL));
  g_assert_true (stile_question_pane_has_draft (fixture->pane));
  g_assert_cmpint (get_state (fixture, "nights"), ==, STILE_ANSWER_UNANSWERED);
  g_assert_null (strchr (fixture->heard->str, 'a'));

  show (fixture, "sleep");
  g_assert_false (stile_question_pane_has_draft (fixture->pane));
  show (fixture, "nights");
  entry = find_entry (child (fixture, "question_view"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "99999");
  gtk_editable_set_text (entry, "30");
  g_assert_true (stile_question_pane_take (fixture->pane, NULL));
  g_assert_false (stile_question_pane_has_draft (fixture->pane));
  g_assert_cmpint (get_state (fixture, "nights"), ==, STILE_ANSWER_ANSWERED);
}

static void
test_continue_with_a_draft (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = show_nights (fixture);

  gtk_editable_set_text (entry, "99999");
  act (fixture, "question.next");
  g_assert_null (strchr (fixture->heard->str, 'n'));
  g_assert_true (says_what_is_wrong (fixture));
}

/* What is typed and what is wrong with it stay; only the words change. */
static void
test_another_language_loses_nothing (Fixture *fixture, gconstpointer data)
{
  const StileLanguages both = { "ur", "en" };
  GtkEditable *entry = show_nights (fixture);

  gtk_editable_set_text (entry, "99999");
  act (fixture, "question.next");
  for (guint i = 0; i < 3; i++)
    {
      stile_question_pane_say (fixture->pane, i % 2 == 0 ? &both : &english);
      fixture_settle ();
      g_assert_true (find_entry (child (fixture, "question_view")) == entry);
      g_assert_cmpstr (gtk_editable_get_text (entry), ==, "99999");
      g_assert_true (stile_question_pane_has_draft (fixture->pane));
      g_assert_true (says_what_is_wrong (fixture));
    }
  g_assert_cmpstr (stile_question_pane_get_question (fixture->pane)->id, ==, "nights");
}

static const char *
get_label (Fixture *fixture, const char *id)
{
  GtkWidget *label = assessment_fixture_get_child (child (fixture, "question_view"), id);

  return gtk_widget_get_mapped (label) ? gtk_label_get_label (GTK_LABEL (label)) : "";
}

/* As any other text of the form, what is wrong is marked where it is not translated. */
static void
test_untranslated_fault_is_marked (Fixture *fixture, gconstpointer data)
{
  const StileLanguages both = { "ur", "en" };

  gtk_editable_set_text (show_nights (fixture), "99999");
  act (fixture, "question.next");
  g_assert_cmpstr (get_label (fixture, "error_untranslated"), ==, "");
  stile_question_pane_say (fixture->pane, &both);
  fixture_settle ();
  g_assert_cmpstr (get_label (fixture, "error"), ==,
                   "Give a number of nights from 0 to 3650.");
  g_assert_nonnull (strstr (get_label (fixture, "error_untranslated"), "English"));
}

/* Who types a better answer goes on typing in the other language. */
static void
test_fault_lets_the_focus_be (Fixture *fixture, gconstpointer data)
{
  const StileLanguages both = { "ur", "en" };
  GtkEditable *entry = show_nights (fixture);

  gtk_editable_set_text (entry, "99999");
  act (fixture, "question.next");
  stile_question_pane_say (fixture->pane, &both);
  g_assert_true (gtk_window_get_focus (fixture->window) == child (fixture, "summary"));

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  stile_question_pane_say (fixture->pane, &english);
  g_assert_true (says_what_is_wrong (fixture));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window),
                                         GTK_WIDGET (entry)));
}

static void
test_mended_fault_is_gone (Fixture *fixture, gconstpointer data)
{
  const StileLanguages both = { "ur", "en" };
  GtkEditable *entry = show_nights (fixture);

  gtk_editable_set_text (entry, "99999");
  act (fixture, "question.next");
  gtk_editable_set_text (entry, "30");
  stile_question_pane_say (fixture->pane, &both);
  fixture_settle ();
  g_assert_false (says_what_is_wrong (fixture));
  g_assert_cmpstr (get_label (fixture, "error"), ==, "");
}

/* An interview of another version of the form finds what was typed; none at all forgets it. */
static void
test_drafts_and_interviews (Fixture *fixture, gconstpointer data)
{
  StileInterview *first = fixture->interview;

  gtk_editable_set_text (show_nights (fixture), "99999");
  stile_question_pane_take (fixture->pane, NULL);
  fixture->interview = assessment_fixture_new_interview (fixture->form, "{\"sleep\": \"nowhere\"}");
  stile_question_pane_set_interview (fixture->pane, fixture->interview,
                                     &english);
  g_assert_null (stile_question_pane_get_question (fixture->pane));
  show (fixture, "nights");
  g_assert_true (stile_question_pane_has_draft (fixture->pane));

  stile_question_pane_set_interview (fixture->pane, NULL, NULL);
  stile_question_pane_set_interview (fixture->pane, fixture->interview,
                                     &english);
  show (fixture, "nights");
  g_assert_false (stile_question_pane_has_draft (fixture->pane));
  stile_interview_free (first);
}

static void
test_focus (Fixture *fixture, gconstpointer data)
{
  show (fixture, "welcome"); /* where nothing is asked */
  stile_question_pane_focus (fixture->pane);
  g_assert_true (gtk_window_get_focus (fixture->window) == child (fixture, "continue_button"));
  show (fixture, "sleep");
  stile_question_pane_focus (fixture->pane);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window),
                                         child (fixture, "question_view")));
}

static gboolean
is_high (gpointer adjustment)
{
  return gtk_adjustment_get_upper (adjustment) > 2000;
}

/* Where a question is higher than there is room, and so was the one before. */
static void
test_begins_at_the_question (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (child (fixture, "scroller"));
  GtkWidget *view = child (fixture, "question_view");

  gtk_widget_set_margin_top (view, 2000);
  show (fixture, "sleep");
  fixture_wait (is_high, adjustment);
  stile_question_pane_show (fixture->pane,
                            (int) stile_form_find_question (fixture->form, "owed")->index);
  stile_question_pane_focus (fixture->pane);
  fixture_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  gtk_widget_set_margin_top (view, 0);
}

static void
test_below_and_beside (Fixture *fixture, gconstpointer data)
{
  GtkWidget *below = gtk_label_new ("Below");
  GtkWidget *beside = gtk_label_new ("Beside");

  stile_question_pane_add (fixture->pane, below, beside);
  show (fixture, "sleep");
  g_assert_true (gtk_widget_get_mapped (below));
  g_assert_true (gtk_widget_get_mapped (beside));
}

int
main (int argc, char *argv[])
{
  StileQuestionPane *pane;
  GtkWindow *window;
  int result;

  fixture_init (&argc, &argv);
  pane = g_object_new (STILE_TYPE_QUESTION_PANE, NULL);
  window = fixture_show (pane);
#define ADD(path, func) g_test_add (path, Fixture, pane, set_up, func, tear_down)
  ADD ("/question-pane/new", test_new);
  ADD ("/question-pane/keys-without-a-question", test_keys_without_a_question);
  ADD ("/question-pane/answer", test_answer);
  ADD ("/question-pane/same-answer", test_same_answer);
  ADD ("/question-pane/next", test_next);
  ADD ("/question-pane/required", test_required);
  ADD ("/question-pane/back", test_back);
  ADD ("/question-pane/states", test_states);
  ADD ("/question-pane/draft", test_draft);
  ADD ("/question-pane/continue-with-a-draft", test_continue_with_a_draft);
  ADD ("/question-pane/another-language-loses-nothing", test_another_language_loses_nothing);
  ADD ("/question-pane/untranslated-fault-is-marked", test_untranslated_fault_is_marked);
  ADD ("/question-pane/fault-lets-the-focus-be", test_fault_lets_the_focus_be);
  ADD ("/question-pane/mended-fault-is-gone", test_mended_fault_is_gone);
  ADD ("/question-pane/drafts-and-interviews", test_drafts_and_interviews);
  ADD ("/question-pane/focus", test_focus);
  ADD ("/question-pane/begins-at-the-question", test_begins_at_the_question);
  ADD ("/question-pane/below-and-beside", test_below_and_beside);
#undef ADD
  result = g_test_run ();
  gtk_window_destroy (window);
  fixture_settle ();
  return result;
}
