// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "question-view.h"

#include "answer-input.h"
#include "page-words.h"
#include "question-reading.h"
#include "widgets/wrap-label.h"
#include "words.h"

struct _StileQuestionView
{
  AdwBin parent_instance;

  GtkLabel *section;
  GtkLabel *label;
  GtkLabel *label_second;
  GtkLabel *label_untranslated;
  GtkLabel *hint;
  GtkLabel *hint_second;
  GtkLabel *hint_untranslated;
  GtkWidget *sensitive;
  GtkWidget *adviser;
  GtkWidget *error_box;
  GtkLabel *error;
  GtkLabel *error_second;
  GtkLabel *error_untranslated;
  AdwBin *answer_place;
  AdwBin *reading_place;
  GtkLabel *reading_problem;

  StilePageWords *words;
  StileQuestionReading *reading;
  StileStateChoice *state_choice;
  const StileForm *form;         /* or NULL */
  const StileQuestion *question; /* or NULL */
  StileAnswerInput *input;       /* or NULL: a note */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StileQuestionView, stile_question_view, ADW_TYPE_BIN)

static gboolean
has_choices (StileQuestionView *self)
{
  return self->question->n_choices > 0;
}

/* What was typed stays to be seen beside a state, though it does not count: nobody loses a page of
 * text by one wrong key. */
static void
show_what_counts (StileQuestionView *self)
{
  if (!has_choices (self)
      && stile_state_choice_get_state (self->state_choice) != STILE_ANSWER_UNANSWERED)
    gtk_widget_add_css_class (GTK_WIDGET (self->input), "not-counted");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->input), "not-counted");
}

static void
state_chosen_cb (StileQuestionView *self)
{
  if (self->input == NULL)
    return;
  if (has_choices (self))
    stile_answer_input_set_text (self->input, NULL);
  show_what_counts (self);
  g_signal_emit (self, signals[CHANGED], 0, TRUE);
}

static void
input_changed_cb (StileQuestionView *self, gboolean at_rest)
{
  stile_state_choice_set_state (self->state_choice, STILE_ANSWER_UNANSWERED);
  show_what_counts (self);
  g_signal_emit (self, signals[CHANGED], 0, at_rest);
}

static void
add_input (StileQuestionView *self, const char *text)
{
  stile_answer_input_set_text (self->input, text);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->label, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->hint, self->error, NULL, -1);
  g_signal_connect_object (self->input, "changed", G_CALLBACK (input_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->answer_place, GTK_WIDGET (self->input));
}

void
stile_question_view_set_state_choice (StileQuestionView *self, StileStateChoice *state_choice)
{
  g_return_if_fail (STILE_IS_QUESTION_VIEW (self));

  g_set_object (&self->state_choice, state_choice);
  g_signal_connect_object (state_choice, "chosen", G_CALLBACK (state_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

void
stile_question_view_clear (StileQuestionView *self)
{
  g_return_if_fail (STILE_IS_QUESTION_VIEW (self));

  stile_question_reading_clear (self->reading);
  adw_bin_set_child (self->answer_place, NULL);
  self->form = NULL;
  self->question = NULL;
  self->input = NULL;
  stile_state_choice_set_state (self->state_choice, STILE_ANSWER_UNANSWERED);
  gtk_label_set_label (self->section, "");
  stile_phrase_show (NULL, self->label, self->label_second, self->label_untranslated);
  stile_phrase_show (NULL, self->hint, self->hint_second, self->hint_untranslated);
  stile_question_view_set_error (self, NULL);
}

/* A heading that stands before every question of its part. */
static void
say_section (StileQuestionView *self, const StileLanguages *languages)
{
  const StileSection *section = &self->form->sections[self->question->section];
  g_autoptr (StilePhrase) phrase = stile_phrase_new (self->form, section->label, languages);

  stile_phrase_show_text (self->section, phrase->first, phrase->first_language,
                          phrase->page_language);
}

/* All there is to hear, in the order it stands on the page. */
static void
gather_what_is_read (StileQuestionView *self, const StilePhrase *label, const StilePhrase *hint,
                     const StileLanguages *languages)
{
  stile_question_reading_clear (self->reading);
  stile_question_reading_say (self->reading, languages);
  stile_question_reading_add (self->reading, label, GTK_WIDGET (self->label));
  stile_question_reading_add (self->reading, hint, GTK_WIDGET (self->hint));
  if (self->question->sensitive)
    {
      g_autoptr (StilePhrase) phrase = stile_phrase_new_words (
        N_("This can be hard to talk about. You do not have to answer."), languages);

      stile_question_reading_add (self->reading, phrase, self->sensitive);
    }
  if (self->input == NULL)
    return;
  stile_question_reading_add_choices (self->reading, GTK_WIDGET (self->input));
  stile_question_reading_add_choices (self->reading, GTK_WIDGET (self->state_choice));
}

void
stile_question_view_say (StileQuestionView *self, const StileLanguages *languages)
{
  g_autoptr (StilePhrase) label = NULL;
  g_autoptr (StilePhrase) hint = NULL;

  g_return_if_fail (STILE_IS_QUESTION_VIEW (self));

  stile_page_words_say (self->words, languages->first);
  stile_state_choice_say (self->state_choice, languages);
  if (self->question == NULL)
    return;
  label = stile_phrase_new (self->form, self->question->label, languages);
  hint = stile_phrase_new (self->form, self->question->hint, languages);
  say_section (self, languages);
  stile_phrase_show (label, self->label, self->label_second, self->label_untranslated);
  stile_phrase_show (hint, self->hint, self->hint_second, self->hint_untranslated);
  if (self->input != NULL)
    stile_answer_input_say (self->input, languages);
  gather_what_is_read (self, label, hint, languages);
}

void
stile_question_view_show (StileQuestionView *self, const StileForm *form,
                          const StileQuestion *question, const StileLanguages *languages,
                          const StileAnswer *answer, const char *draft)
{
  g_return_if_fail (STILE_IS_QUESTION_VIEW (self));

  stile_question_view_clear (self);
  self->form = form;
  self->question = question;
  gtk_widget_set_visible (self->sensitive, question->sensitive);
  gtk_widget_set_visible (self->adviser, question->ask == STILE_ASK_ADVISER);

  stile_state_choice_set_state (self->state_choice, answer->state);
  self->input = stile_answer_input_new (form, question);
  gtk_widget_set_visible (GTK_WIDGET (self->state_choice), self->input != NULL);
  stile_question_view_say (self, languages);
  if (self->input != NULL)
    add_input (self, draft != NULL ? draft : answer->text);
}

StileAnswer *
stile_question_view_dup_answer (StileQuestionView *self, GError **error)
{
  StileAnswerState state;

  g_return_val_if_fail (STILE_IS_QUESTION_VIEW (self), NULL);

  if (self->input == NULL)
    return stile_answer_new_state (STILE_ANSWER_UNANSWERED);
  state = stile_state_choice_get_state (self->state_choice);
  if (state != STILE_ANSWER_UNANSWERED)
    return stile_answer_new_state (state);
  return stile_answer_input_dup_answer (self->input, self->question, error);
}

char *
stile_question_view_dup_draft (StileQuestionView *self)
{
  g_return_val_if_fail (STILE_IS_QUESTION_VIEW (self), NULL);

  return self->input != NULL ? stile_answer_input_dup_text (self->input) : NULL;
}

gboolean
stile_question_view_press_digit (StileQuestionView *self, guint digit)
{
  g_return_val_if_fail (STILE_IS_QUESTION_VIEW (self), FALSE);

  return self->input != NULL && stile_answer_input_press_digit (self->input, digit);
}

void
stile_question_view_set_error (StileQuestionView *self, const StilePhrase *fault)
{
  g_return_if_fail (STILE_IS_QUESTION_VIEW (self));

  stile_phrase_show (fault, self->error, self->error_second, self->error_untranslated);
  gtk_widget_set_visible (self->error_box, fault != NULL);
  if (self->input == NULL)
    return;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_STATE_INVALID,
                               fault != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

gboolean
stile_question_view_has_error (StileQuestionView *self)
{
  g_return_val_if_fail (STILE_IS_QUESTION_VIEW (self), FALSE);

  return gtk_widget_get_visible (self->error_box);
}

void
stile_question_view_set_reader (StileQuestionView *self, StileReader *reader)
{
  g_return_if_fail (STILE_IS_QUESTION_VIEW (self));

  stile_question_reading_set_reader (self->reading, reader);
}

void
stile_question_view_read (StileQuestionView *self)
{
  g_return_if_fail (STILE_IS_QUESTION_VIEW (self));

  stile_question_reading_start (self->reading);
}

/* Hidden, locked or left: nobody is to hear the rest. */
static void
stile_question_view_unmap (GtkWidget *widget)
{
  stile_question_reading_stop (STILE_QUESTION_VIEW (widget)->reading);
  GTK_WIDGET_CLASS (stile_question_view_parent_class)->unmap (widget);
}

static gboolean
stile_question_view_grab_focus (GtkWidget *widget)
{
  StileQuestionView *self = STILE_QUESTION_VIEW (widget);

  if (self->input == NULL)
    return FALSE; /* nothing to answer */
  if (stile_state_choice_get_state (self->state_choice) != STILE_ANSWER_UNANSWERED)
    return gtk_widget_grab_focus (GTK_WIDGET (self->state_choice));
  return gtk_widget_grab_focus (GTK_WIDGET (self->input));
}

static void
stile_question_view_finalize (GObject *object)
{
  StileQuestionView *self = STILE_QUESTION_VIEW (object);

  stile_question_reading_free (self->reading);
  g_clear_object (&self->state_choice);
  stile_page_words_free (self->words);
  G_OBJECT_CLASS (stile_question_view_parent_class)->finalize (object);
}

static void
stile_question_view_class_init (StileQuestionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_question_view_finalize;
  widget_class->grab_focus = stile_question_view_grab_focus;
  widget_class->unmap = stile_question_view_unmap;

  g_type_ensure (STILE_TYPE_WRAP_LABEL);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/question-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, section);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, label);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, label_second);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, label_untranslated);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, hint);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, hint_second);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, hint_untranslated);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, sensitive);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, adviser);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, error_box);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, error);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, error_second);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, error_untranslated);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, answer_place);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, reading_place);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionView, reading_problem);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
stile_question_view_init (StileQuestionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->words = stile_page_words_new (GTK_WIDGET (self));
  self->reading = stile_question_reading_new (GTK_WIDGET (self), self->reading_place,
                                              self->reading_problem);
}
