// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "pages/interview/answer-input.h"
#include "pages/interview/question-view.h"

static const StileLanguages english = { "en", NULL };

typedef struct
{
  StileForm *form;
  StileStateChoice *state_choice;
  StileQuestionView *view;
  guint n_changes;
  gboolean at_rest;
} Fixture;

static void
changed_cb (Fixture *fixture, gboolean at_rest)
{
  fixture->n_changes++;
  fixture->at_rest = at_rest;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->form = assessment_fixture_load_form ();
  fixture->state_choice = g_object_ref_sink (g_object_new (STILE_TYPE_STATE_CHOICE, NULL));
  fixture->view = g_object_ref_sink (g_object_new (STILE_TYPE_QUESTION_VIEW, NULL));
  stile_question_view_set_state_choice (fixture->view, fixture->state_choice);
  g_signal_connect_swapped (fixture->view, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->state_choice);
  stile_form_unref (fixture->form);
}

/* Shows a question with an answer as text ("" for none). */
static const StileQuestion *
show (Fixture *fixture, const char *id, const char *text)
{
  const StileQuestion *question = stile_form_find_question (fixture->form, id);
  g_autoptr (StileAnswer) answer = stile_answer_new (question, text, NULL);

  stile_question_view_show (fixture->view, fixture->form, question, &english, answer, NULL);
  return question;
}

static StileAnswerInput *
find_input (GtkWidget *root)
{
  StileAnswerInput *found = STILE_IS_ANSWER_INPUT (root) ? STILE_ANSWER_INPUT (root) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_input (child);
  return found;
}

/* Enters @text the way a program can: what the fields then hold is what a person typed. */
static void
enter (Fixture *fixture, const char *text)
{
  stile_answer_input_set_text (find_input (GTK_WIDGET (fixture->view)), text);
}

static void
assert_answer (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileAnswer) answer = stile_question_view_dup_answer (fixture->view, &error);

  g_assert_no_error (error);
  g_assert_cmpint (answer->state, ==, STILE_ANSWER_ANSWERED);
  g_assert_cmpstr (answer->text, ==, text);
}

static void
assert_state (Fixture *fixture, StileAnswerState state)
{
  g_autoptr (StileAnswer) answer = stile_question_view_dup_answer (fixture->view, NULL);

  g_assert_cmpint (answer->state, ==, state);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_true (STILE_IS_QUESTION_VIEW (fixture->view));
}

static void
test_every_type (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *question;
    const char *entered;
    const char *answer;
  } table[] = {
    { "sleep", "friends", "friends" },
    { "notice", "yes", "yes" },
    { "nights", " 30 ", "30" },
    { "rate", "412.50", "412.5" },
    { "since", "1990-1-31", "1990-01-31" },
    { "owed", "power rent", "rent power" },
    { "say", "Two\nlines", "Two\nlines" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      show (fixture, table[i].question, "");
      assert_state (fixture, STILE_ANSWER_UNANSWERED);
      enter (fixture, table[i].entered);
      assert_answer (fixture, table[i].answer);
      show (fixture, table[i].question, table[i].answer);
      assert_answer (fixture, table[i].answer);
    }
}

static void
test_long_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (STILE_ANSWER_MAX_CHARS, 'x');

  show (fixture, "say", "");
  enter (fixture, text);
  assert_answer (fixture, text);
}

static void
test_no_answer_says_why (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *question;
    const char *entered;
  } table[] = {
    { "nights", "many" },
    { "nights", "1.5" },
    { "rate", "a lot" },
    { "since", "1990-13-1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;

      show (fixture, table[i].question, "");
      enter (fixture, table[i].entered);
      g_assert_null (stile_question_view_dup_answer (fixture->view, &error));
      g_assert_error (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE);
    }
}

static void
test_draft_is_kept_as_typed (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *question;
    const char *draft;
  } table[] = { { "nights", "many" }, { "since", "90-13-01" }, { "since", "--05" } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const StileQuestion *question = stile_form_find_question (fixture->form, table[i].question);
      g_autoptr (StileAnswer) none = stile_answer_new_state (STILE_ANSWER_UNANSWERED);
      g_autofree char *draft = NULL;

      stile_question_view_show (fixture->view, fixture->form, question, &english, none,
                                table[i].draft);
      draft = stile_question_view_dup_draft (fixture->view);
      g_assert_cmpstr (draft, ==, table[i].draft);
    }
}

static void
test_digit_chooses (Fixture *fixture, gconstpointer data)
{
  show (fixture, "sleep", "");
  g_assert_true (stile_question_view_press_digit (fixture->view, 2));
  assert_answer (fixture, "friends");
  g_assert_true (stile_question_view_press_digit (fixture->view, 3));
  assert_answer (fixture, "nowhere");
  g_assert_true (fixture->at_rest);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
}

static void
test_digit_without_choice (Fixture *fixture, gconstpointer data)
{
  show (fixture, "sleep", "");
  g_assert_false (stile_question_view_press_digit (fixture->view, 4));
  g_assert_false (stile_question_view_press_digit (fixture->view, 0));
  show (fixture, "say", "");
  g_assert_false (stile_question_view_press_digit (fixture->view, 1));
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_exclusive_clears_others (Fixture *fixture, gconstpointer data)
{
  show (fixture, "owed", "");
  stile_question_view_press_digit (fixture->view, 1);
  stile_question_view_press_digit (fixture->view, 2);
  assert_answer (fixture, "rent power");
  stile_question_view_press_digit (fixture->view, 3);
  assert_answer (fixture, "nothing");
}

static void
test_others_clear_exclusive (Fixture *fixture, gconstpointer data)
{
  show (fixture, "owed", "nothing");
  stile_question_view_press_digit (fixture->view, 2);
  assert_answer (fixture, "power");
}

static void
test_several_are_taken_back (Fixture *fixture, gconstpointer data)
{
  show (fixture, "owed", "rent power");
  stile_question_view_press_digit (fixture->view, 1);
  assert_answer (fixture, "power");
  stile_question_view_press_digit (fixture->view, 2);
  assert_state (fixture, STILE_ANSWER_UNANSWERED);
}

static void
test_declining_clears_choices (Fixture *fixture, gconstpointer data)
{
  show (fixture, "sleep", "home");
  stile_state_choice_choose (fixture->state_choice, STILE_ANSWER_DECLINED);
  assert_state (fixture, STILE_ANSWER_DECLINED);
  g_assert_true (fixture->at_rest);
  stile_state_choice_choose (fixture->state_choice, STILE_ANSWER_UNKNOWN);
  assert_state (fixture, STILE_ANSWER_UNKNOWN);
}

static void
test_choosing_takes_declining_back (Fixture *fixture, gconstpointer data)
{
  show (fixture, "sleep", "");
  stile_state_choice_choose (fixture->state_choice, STILE_ANSWER_DECLINED);
  stile_question_view_press_digit (fixture->view, 1);
  assert_answer (fixture, "home");
}

static void
test_declining_keeps_typed_text_in_sight (Fixture *fixture, gconstpointer data)
{
  g_autofree char *draft = NULL;

  show (fixture, "say", "A page of text");
  stile_state_choice_choose (fixture->state_choice, STILE_ANSWER_DECLINED);
  assert_state (fixture, STILE_ANSWER_DECLINED);
  draft = stile_question_view_dup_draft (fixture->view);
  g_assert_cmpstr (draft, ==, "A page of text");
}

static void
test_note_has_no_answer (Fixture *fixture, gconstpointer data)
{
  show (fixture, "welcome", "");
  assert_state (fixture, STILE_ANSWER_UNANSWERED);
  g_assert_null (stile_question_view_dup_draft (fixture->view));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->state_choice)));
}

/* The keys for it work on every page. */
static void
test_note_cannot_be_declined (Fixture *fixture, gconstpointer data)
{
  show (fixture, "welcome", "");
  stile_state_choice_choose (fixture->state_choice, STILE_ANSWER_DECLINED);
  assert_state (fixture, STILE_ANSWER_UNANSWERED);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_error_marks_the_input (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StilePhrase) fault = stile_phrase_new_said ("Give a number.", NULL, &english);

  show (fixture, "nights", "");
  stile_question_view_set_error (fixture->view, fault);
  gtk_test_accessible_assert_state (find_input (GTK_WIDGET (fixture->view)),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  stile_question_view_set_error (fixture->view, NULL);
  gtk_test_accessible_assert_state (find_input (GTK_WIDGET (fixture->view)),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
}

static void
test_clear_forgets (Fixture *fixture, gconstpointer data)
{
  show (fixture, "say", "Private");
  stile_question_view_clear (fixture->view);
  g_assert_null (find_input (GTK_WIDGET (fixture->view)));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  add ("/question-view/new", test_new);
  add ("/question-view/every-type", test_every_type);
  add ("/question-view/long-text", test_long_text);
  add ("/question-view/no-answer-says-why", test_no_answer_says_why);
  add ("/question-view/draft-is-kept-as-typed", test_draft_is_kept_as_typed);
  add ("/question-view/digit-chooses", test_digit_chooses);
  add ("/question-view/digit-without-choice", test_digit_without_choice);
  add ("/question-view/exclusive-clears-others", test_exclusive_clears_others);
  add ("/question-view/others-clear-exclusive", test_others_clear_exclusive);
  add ("/question-view/several-are-taken-back", test_several_are_taken_back);
  add ("/question-view/declining-clears-choices", test_declining_clears_choices);
  add ("/question-view/choosing-takes-declining-back", test_choosing_takes_declining_back);
  add ("/question-view/declining-keeps-typed-text-in-sight",
       test_declining_keeps_typed_text_in_sight);
  add ("/question-view/note-has-no-answer", test_note_has_no_answer);
  add ("/question-view/note-cannot-be-declined", test_note_cannot_be_declined);
  add ("/question-view/error-marks-the-input", test_error_marks_the_input);
  add ("/question-view/clear-forgets", test_clear_forgets);
  return g_test_run ();
}
