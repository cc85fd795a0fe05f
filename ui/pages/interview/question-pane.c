// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "question-pane.h"

#include "error-summary.h"
#include "interview-keys.h"
#include "page-words.h"
#include "question-view.h"
#include "state-choice.h"
#include "words.h"

struct _StileQuestionPane
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  StileErrorSummary *summary;
  StileQuestionView *question_view;
  AdwBin *below;
  AdwBin *beside;
  StileStateChoice *state_choice;
  GtkWidget *continue_button;

  StilePageWords *words;
  StileInterview *interview; /* borrowed, or NULL */
  char *first_language;
  char *second_language;
  int question;       /* or STILE_NONE */
  gboolean reads;     /* each question, as it comes up */
  gboolean read_due;  /* it comes up when the page is seen */
  GHashTable *drafts; /* question id → what was typed there and is no answer */
  StileAnswerSaver *saver; /* while what it could not save stands at the top; else NULL */
  char *unsaved;           /* what it said */
};

enum
{
  CHANGED,
  ANSWERED,
  NEXT,
  BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StileQuestionPane, stile_question_pane, ADW_TYPE_BIN)

const StileQuestion *
stile_question_pane_get_question (StileQuestionPane *self)
{
  g_return_val_if_fail (STILE_IS_QUESTION_PANE (self), NULL);

  return self->question != STILE_NONE
         ? &stile_interview_get_form (self->interview)->questions[self->question] : NULL;
}

/* ---- Answers ---- */

static void
keep_draft (StileQuestionPane *self)
{
  g_hash_table_replace (self->drafts, g_strdup (stile_question_pane_get_question (self)->id),
                        stile_question_view_dup_draft (self->question_view));
}

static void
set_answer (StileQuestionPane *self, const StileAnswer *answer)
{
  guint question = (guint) self->question;

  g_hash_table_remove (self->drafts, stile_question_pane_get_question (self)->id);
  if (stile_answer_equal (answer, stile_interview_get_answer (self->interview, question)))
    return;
  stile_interview_set_answer (self->interview, question, answer);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static StileLanguages
get_languages (StileQuestionPane *self)
{
  return (StileLanguages) { self->first_language, self->second_language };
}

/* The answer as it stands, and in @language what is wrong with it. */
static StileAnswer *
judge (StileQuestionPane *self, const char *language, GError **error)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (language);
  g_autoptr (StileAnswer) answer = stile_question_view_dup_answer (self->question_view, error);

  if (answer != NULL)
    stile_interview_check_answer (self->interview, (guint) self->question, answer, language, error);
  return g_steal_pointer (&answer);
}

gboolean
stile_question_pane_take (StileQuestionPane *self, GError **error)
{
  g_autoptr (StileAnswer) answer = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (STILE_IS_QUESTION_PANE (self), FALSE);

  if (self->question == STILE_NONE)
    return TRUE;
  answer = judge (self, self->first_language, &fault);
  if (answer == NULL || g_error_matches (fault, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_CONSTRAINT))
    keep_draft (self);
  else
    set_answer (self, answer);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

gboolean
stile_question_pane_has_draft (StileQuestionPane *self)
{
  const StileQuestion *question = stile_question_pane_get_question (self);

  return question != NULL && g_hash_table_contains (self->drafts, question->id);
}

static void
answer_changed_cb (StileQuestionPane *self, gboolean at_rest)
{
  g_signal_emit (self, signals[CHANGED], 0, at_rest);
}

/* ---- Aloud ---- */

static void
read_if_due (StileQuestionPane *self)
{
  if (!self->read_due || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->read_due = FALSE;
  stile_question_view_read (self->question_view);
}

void
stile_question_pane_set_reader (StileQuestionPane *self, StileReader *reader)
{
  g_return_if_fail (STILE_IS_QUESTION_PANE (self));

  stile_question_view_set_reader (self->question_view, reader);
}

void
stile_question_pane_set_reads (StileQuestionPane *self, gboolean reads)
{
  g_return_if_fail (STILE_IS_QUESTION_PANE (self));

  self->reads = reads;
}

static void
stile_question_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stile_question_pane_parent_class)->map (widget);
  read_if_due (STILE_QUESTION_PANE (widget));
}

/* ---- From question to question ---- */

static void saver_changed_cb (StileQuestionPane *self);

static void
forget_saver (StileQuestionPane *self)
{
  if (self->saver != NULL)
    g_signal_handlers_disconnect_by_func (self->saver, saver_changed_cb, self);
  g_clear_object (&self->saver);
  g_clear_pointer (&self->unsaved, g_free);
}

static void
clear_fault (StileQuestionPane *self)
{
  forget_saver (self);
  stile_error_summary_clear (self->summary);
}

void
stile_question_pane_show (StileQuestionPane *self, int index)
{
  const StileLanguages languages = get_languages (self);
  const StileQuestion *question;

  g_return_if_fail (STILE_IS_QUESTION_PANE (self));

  self->question = index;
  question = stile_question_pane_get_question (self);
  clear_fault (self);
  if (question != NULL)
    stile_question_view_show (self->question_view, stile_interview_get_form (self->interview),
                              question, &languages,
                              stile_interview_get_answer (self->interview, question->index),
                              g_hash_table_lookup (self->drafts, question->id));
  else
    stile_question_view_clear (self->question_view);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  self->read_due = self->reads && question != NULL;
  read_if_due (self);
}

static void
list_fault (StileQuestionPane *self, const char *sentence, GtkWidget *target)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (self->first_language);

  clear_fault (self);
  stile_error_summary_add (self->summary, sentence, target);
}

static void
present_fault (StileQuestionPane *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  stile_error_summary_present (self->summary);
}

void
stile_question_pane_show_fault (StileQuestionPane *self, const char *sentence, GtkWidget *target)
{
  g_return_if_fail (STILE_IS_QUESTION_PANE (self));

  list_fault (self, sentence, target);
  present_fault (self);
}

void
stile_question_pane_show_unsaved (StileQuestionPane *self, StileAnswerSaver *saver)
{
  g_autoptr (StileAnswerSaver) kept = g_object_ref (saver);
  g_autofree char *message = g_strdup (stile_answer_saver_get_message (saver));

  g_return_if_fail (STILE_IS_QUESTION_PANE (self));

  stile_question_pane_show_fault (self, message, adw_bin_get_child (self->beside));
  self->saver = g_steal_pointer (&kept);
  self->unsaved = g_steal_pointer (&message);
  g_signal_connect_object (saver, "changed", G_CALLBACK (saver_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
saver_changed_cb (StileQuestionPane *self)
{
  const char *message = stile_answer_saver_get_message (self->saver);

  if (message == NULL)
    clear_fault (self);
  else if (!g_str_equal (message, self->unsaved))
    stile_question_pane_show_unsaved (self, self->saver);
}

/* What is wrong is in the form's words or in ours. */
static StilePhrase *
new_fault (StileQuestionPane *self, const char *first, const char *second)
{
  const StileLanguages languages = get_languages (self);
  const StileQuestion *question = stile_question_pane_get_question (self);
  const StileText *texts[] = { question->required_message, question->constraint_message };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (stile_text_get (texts[i], languages.first, NULL), first) == 0)
      return stile_phrase_new (stile_interview_get_form (self->interview), texts[i], &languages);
  return stile_phrase_new_said (first, second, &languages);
}

static void
list_answer_fault (StileQuestionPane *self, const GError *error)
{
  g_autoptr (GError) second = NULL;
  g_autoptr (StileAnswer) answer = NULL;
  g_autoptr (StilePhrase) fault = NULL;

  if (self->second_language != NULL)
    answer = judge (self, self->second_language, &second);
  fault = new_fault (self, error->message, second != NULL ? second->message : error->message);
  stile_question_view_set_error (self->question_view, fault);
  list_fault (self, error->message, GTK_WIDGET (self->question_view));
}

static void
next_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileQuestionPane *self = STILE_QUESTION_PANE (widget);
  g_autoptr (GError) error = NULL;

  if (self->question == STILE_NONE)
    return;

  if (stile_question_pane_take (self, &error))
    g_signal_emit (self, signals[NEXT], 0);
  else
    {
      list_answer_fault (self, error);
      present_fault (self);
    }
}

static void
back_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileQuestionPane *self = STILE_QUESTION_PANE (widget);

  if (self->question == STILE_NONE)
    return;

  stile_question_pane_take (self, NULL);
  g_signal_emit (self, signals[BACK], 0);
}

void
stile_question_pane_focus (StileQuestionPane *self)
{
  GtkViewport *viewport;

  g_return_if_fail (STILE_IS_QUESTION_PANE (self));

  /* A question is read from its beginning; and GTK would go to where the answers of the one before
   * stood, as long as these have no place yet. */
  viewport = GTK_VIEWPORT (gtk_scrolled_window_get_child (self->scroller));
  gtk_viewport_set_scroll_to_focus (viewport, FALSE);
  if (!gtk_widget_grab_focus (GTK_WIDGET (self->question_view)))
    gtk_widget_grab_focus (self->continue_button);
  gtk_viewport_set_scroll_to_focus (viewport, TRUE);
}

/* ---- Keys ---- */

static void
choose_state_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  stile_state_choice_choose (STILE_QUESTION_PANE (widget)->state_choice,
                             g_str_equal (name, "question.decline") ? STILE_ANSWER_DECLINED
                                                                    : STILE_ANSWER_UNKNOWN);
}

static gboolean
key_pressed_cb (StileQuestionPane *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  int digit = stile_interview_keys_get_digit (key, modifiers, focus);

  if (stile_interview_keys_is_continue (key, modifiers, focus))
    return gtk_widget_activate_action (GTK_WIDGET (self), "question.next", NULL);
  return digit >= 0 && stile_question_view_press_digit (self->question_view, (guint) digit);
}

void
stile_question_pane_watch_keys (StileQuestionPane *self, GtkWidget *page)
{
  GtkEventController *keys;

  g_return_if_fail (STILE_IS_QUESTION_PANE (self));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (page, keys);
}

/* ---- Setting up ---- */

void
stile_question_pane_add (StileQuestionPane *self, GtkWidget *below, GtkWidget *beside)
{
  g_return_if_fail (STILE_IS_QUESTION_PANE (self));

  adw_bin_set_child (self->below, below);
  adw_bin_set_child (self->beside, beside);
}

static void
take_languages (StileQuestionPane *self, const StileLanguages *languages)
{
  g_free (self->first_language);
  g_free (self->second_language);
  self->first_language = g_strdup (languages->first);
  self->second_language = g_strdup (languages->second);
}

void
stile_question_pane_set_interview (StileQuestionPane *self, StileInterview *interview,
                                   const StileLanguages *languages)
{
  static const StileLanguages none = { NULL, NULL };

  g_return_if_fail (STILE_IS_QUESTION_PANE (self));

  if (interview == NULL)
    g_hash_table_remove_all (self->drafts);
  stile_question_pane_show (self, STILE_NONE); /* it points into the form before */
  self->interview = interview;
  stile_question_pane_say (self, languages != NULL ? languages : &none);
}

static gboolean
has_focus_in_summary (StileQuestionPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *summary = GTK_WIDGET (self->summary);

  return focus != NULL && (focus == summary || gtk_widget_is_ancestor (focus, summary));
}

/* Of the answer as it is now, which may be mended. Who is mending it keeps their place. */
static void
say_fault (StileQuestionPane *self)
{
  gboolean is_read = has_focus_in_summary (self);
  g_autoptr (GError) error = NULL;

  if (stile_question_pane_take (self, &error))
    {
      clear_fault (self);
      stile_question_view_set_error (self->question_view, NULL);
      return;
    }
  list_answer_fault (self, error);
  if (is_read)
    present_fault (self);
}

void
stile_question_pane_say (StileQuestionPane *self, const StileLanguages *languages)
{
  gboolean faulty = FALSE;

  g_return_if_fail (STILE_IS_QUESTION_PANE (self));

  take_languages (self, languages);
  faulty = self->question != STILE_NONE && stile_question_view_has_error (self->question_view);
  stile_page_words_say (self->words, self->first_language);
  stile_question_view_say (self->question_view, languages);
  if (faulty)
    say_fault (self);
}

static void
stile_question_pane_finalize (GObject *object)
{
  StileQuestionPane *self = STILE_QUESTION_PANE (object);

  forget_saver (self);
  g_hash_table_unref (self->drafts);
  stile_page_words_free (self->words);
  g_free (self->first_language);
  g_free (self->second_language);
  G_OBJECT_CLASS (stile_question_pane_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                0);
  signals[BACK] = g_signal_new ("back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                0);
}

static void
stile_question_pane_class_init (StileQuestionPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_question_pane_finalize;
  widget_class->map = stile_question_pane_map;
  install_signals (G_TYPE_FROM_CLASS (klass));

  g_type_ensure (STILE_TYPE_ERROR_SUMMARY);
  g_type_ensure (STILE_TYPE_QUESTION_VIEW);
  g_type_ensure (STILE_TYPE_STATE_CHOICE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/question-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, StileQuestionPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionPane, summary);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionPane, question_view);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionPane, below);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionPane, beside);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionPane, state_choice);
  gtk_widget_class_bind_template_child (widget_class, StileQuestionPane, continue_button);
  gtk_widget_class_bind_template_callback (widget_class, answer_changed_cb);
  gtk_widget_class_install_action (widget_class, "question.next", NULL, next_activated_cb);
  gtk_widget_class_install_action (widget_class, "question.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, "question.decline", NULL,
                                   choose_state_activated_cb);
  gtk_widget_class_install_action (widget_class, "question.unknown", NULL,
                                   choose_state_activated_cb);
}

static void
stile_question_pane_init (StileQuestionPane *self)
{
  self->question = STILE_NONE;
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  stile_question_view_set_state_choice (self->question_view, self->state_choice);
  self->words = stile_page_words_new (GTK_WIDGET (self));
}
