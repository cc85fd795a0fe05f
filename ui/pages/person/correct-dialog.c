// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "correct-dialog.h"

#include "field.h"
#include "pages/interview/interview-keys.h"
#include "pages/interview/question-view.h"
#include "person-words.h"
#include "rights.h"
#include "words.h"

struct _StileCorrectDialog
{
  AdwWindow parent_instance;

  AdwBin *steps;
  GtkWidget *list_step;
  GtkWidget *edit_step;
  GtkWidget *assessment_group;
  AdwComboRow *assessment_row;
  GtkStringList *assessments;
  GtkListBox *questions;
  StileQuestionView *question_view;
  StileStateChoice *state_choice;
  GtkLabel *before_label;
  GtkWidget *reason_row;
  GtkLabel *reason_error;
  GtkWidget *save_button;
  GtkWidget *cancel_button;

  char *language; /* of the interface: this is the adviser's page */
  StileCasework *casework;
  StileCase *person_file;
  GPtrArray *finished;       /* of const StileAssessment, those that can be corrected */
  StileInterview *interview; /* the one that is chosen */
  GArray *asked;             /* of guint: questions of the rows */
  guint question;            /* being corrected */
};

G_DEFINE_FINAL_TYPE (StileCorrectDialog, stile_correct_dialog, ADW_TYPE_WINDOW)

static guint corrected_signal;

static const StileAssessment *
get_assessment (StileCorrectDialog *self)
{
  return g_ptr_array_index (self->finished, adw_combo_row_get_selected (self->assessment_row));
}

static const StileQuestion *
get_question (StileCorrectDialog *self, guint index)
{
  return &stile_interview_get_form (self->interview)->questions[index];
}

/* ---- Which answer ---- */

static void
clear_questions (StileCorrectDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->questions, 0)) != NULL)
    gtk_list_box_remove (self->questions, GTK_WIDGET (row));
  g_array_set_size (self->asked, 0);
}

static char *
dup_answer_words (StileCorrectDialog *self, guint index)
{
  return stile_answer_to_words (stile_interview_get_answer (self->interview, index),
                                get_question (self, index), self->language);
}

static void
add_question (StileCorrectDialog *self, guint index)
{
  const char *label = stile_text_get (get_question (self, index)->label, self->language, NULL);
  g_autofree char *words = dup_answer_words (self, index);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", label,
                                 "activatable", TRUE, NULL);

  g_object_set (row, "subtitle", words, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (self->questions, row);
  g_array_append_val (self->asked, index);
}

static void
show_questions (StileCorrectDialog *self)
{
  int index;

  clear_questions (self);
  for (index = stile_interview_next (self->interview, STILE_NONE); index != STILE_NONE;
       index = stile_interview_next (self->interview, index))
    if (get_question (self, (guint) index)->type != STILE_QUESTION_NOTE)
      add_question (self, (guint) index);
}

static gboolean
show_assessment (StileCorrectDialog *self, GError **error)
{
  StileInterview *interview = stile_assessment_new_interview (get_assessment (self), error);

  if (interview == NULL)
    return FALSE;
  g_clear_pointer (&self->interview, stile_interview_free);
  self->interview = interview;
  show_questions (self);
  return TRUE;
}

static void
assessment_changed_cb (StileCorrectDialog *self)
{
  if (self->finished != NULL
      && adw_combo_row_get_selected (self->assessment_row) < self->finished->len)
    show_assessment (self, NULL);
}

/* On the question that was looked at last, else the first. */
static void
focus_list (StileCorrectDialog *self)
{
  int row = 0;

  for (guint i = 0; i < self->asked->len; i++)
    if (g_array_index (self->asked, guint, i) == self->question)
      row = (int) i;
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->questions, row)));
}

static void
show_list_cb (StileCorrectDialog *self)
{
  stile_question_view_clear (self->question_view);
  gtk_widget_set_visible (self->save_button, FALSE);
  adw_bin_set_child (self->steps, self->list_step);
  focus_list (self);
}

/* ---- What it should say ---- */

static void
question_activated_cb (StileCorrectDialog *self, GtkListBoxRow *row)
{
  const StileLanguages languages = { self->language, NULL };
  g_autofree char *words = NULL;
  g_autofree char *before = NULL;

  self->question = g_array_index (self->asked, guint, gtk_list_box_row_get_index (row));
  words = dup_answer_words (self, self->question);
  /* Translators: an answer. */
  before = g_strdup_printf (_("It says now: “\u2068%s\u2069”. That stays in the record."), words);
  stile_question_view_show (self->question_view, stile_interview_get_form (self->interview),
                            get_question (self, self->question), &languages,
                            stile_interview_get_answer (self->interview, self->question), NULL);
  gtk_label_set_label (self->before_label, before);
  gtk_editable_set_text (GTK_EDITABLE (self->reason_row), "");
  stile_field_set_error (self->reason_row, self->reason_error, NULL);
  gtk_widget_set_visible (self->save_button, TRUE);
  adw_bin_set_child (self->steps, self->edit_step);
  gtk_widget_child_focus (GTK_WIDGET (self->question_view), GTK_DIR_TAB_FORWARD);
}

static gboolean
save (StileCorrectDialog *self, const StileAnswer *answer, GError **error)
{
  g_autofree char *reason = stile_field_dup_text (GTK_EDITABLE (self->reason_row));

  return stile_casework_rectify_answer (self->casework, self->person_file->id,
                                        get_assessment (self)->id,
                                        get_question (self, self->question)->id, answer, reason,
                                        error);
}

static gboolean
is_same (StileCorrectDialog *self, const StileAnswer *answer)
{
  return stile_answer_equal (stile_interview_get_answer (self->interview, self->question), answer);
}

static void
show_fault (StileCorrectDialog *self, const char *sentence)
{
  const StileLanguages ours = { NULL, NULL };
  g_autoptr (StilePhrase) fault = stile_phrase_new_said (sentence, NULL, &ours);

  stile_question_view_set_error (self->question_view, fault);
}

static void
save_cb (StileCorrectDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileAnswer) answer = stile_question_view_dup_answer (self->question_view, &error);

  stile_question_view_set_error (self->question_view, NULL);
  stile_field_set_error (self->reason_row, self->reason_error, NULL);
  if (answer == NULL)
    show_fault (self, error->message);
  else if (is_same (self, answer))
    show_fault (self, _("This is what it says already. Choose another answer."));
  else if (!save (self, answer, &error))
    {
      stile_field_set_error (self->reason_row, self->reason_error, error->message);
      gtk_widget_grab_focus (self->reason_row);
    }
  else
    {
      g_signal_emit (self, corrected_signal, 0);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

/* ---- Keys ---- */

static gboolean
choose_state (StileCorrectDialog *self, guint key)
{
  if (key != GDK_KEY_p && key != GDK_KEY_d)
    return GDK_EVENT_PROPAGATE;
  stile_state_choice_choose (self->state_choice, key == GDK_KEY_p ? STILE_ANSWER_DECLINED
                                                                  : STILE_ANSWER_UNKNOWN);
  return GDK_EVENT_STOP;
}

/* Those that stand beside the answers, as in the interview. */
static gboolean
key_pressed_cb (StileCorrectDialog *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  int digit = stile_interview_keys_get_digit (key, modifiers, focus);

  if (adw_bin_get_child (self->steps) != self->edit_step)
    return GDK_EVENT_PROPAGATE;
  if (modifiers == GDK_ALT_MASK)
    return choose_state (self, gdk_keyval_to_lower (key));
  return digit >= 0 && stile_question_view_press_digit (self->question_view, (guint) digit);
}

/* ---- The dialog ---- */

static void
take_finished (StileCorrectDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  guint i;

  for (i = 0; i < self->person_file->assessments->len; i++)
    {
      const StileAssessment *assessment = g_ptr_array_index (self->person_file->assessments, i);
      g_autofree char *state = NULL;
      g_autofree char *words = NULL;

      if (assessment->finished_at == NULL || assessment->form == NULL)
        continue;
      state = stile_assessment_describe (assessment, now);
      words = g_strdup_printf ("%s · %s", stile_assessment_get_title (assessment), state);
      g_ptr_array_add (self->finished, (gpointer) assessment);
      gtk_string_list_append (self->assessments, words);
    }
  gtk_widget_set_visible (self->assessment_group, self->finished->len > 1);
}

StileCorrectDialog *
stile_correct_dialog_new (GtkWindow *parent, StileCasework *casework, const char *case_id,
                          GError **error)
{
  StileCase *person_file = stile_casework_load_case (casework, case_id, error);
  StileCorrectDialog *dialog;

  if (person_file == NULL)
    return NULL;
  dialog = g_object_new (STILE_TYPE_CORRECT_DIALOG, "transient-for", parent, NULL);
  dialog->casework = casework;
  dialog->person_file = person_file;
  take_finished (dialog);
  if (dialog->finished->len > 0 && show_assessment (dialog, error))
    {
      focus_list (dialog);
      return dialog;
    }
  if (dialog->finished->len == 0)
    g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
                 _("No assessment of this person is finished yet."));
  gtk_window_destroy (GTK_WINDOW (dialog));
  return NULL;
}

static void
stile_correct_dialog_finalize (GObject *object)
{
  StileCorrectDialog *dialog = STILE_CORRECT_DIALOG (object);

  g_clear_pointer (&dialog->language, g_free);
  g_clear_pointer (&dialog->interview, stile_interview_free);
  g_clear_pointer (&dialog->finished, g_ptr_array_unref);
  g_clear_pointer (&dialog->asked, g_array_unref);
  g_clear_pointer (&dialog->person_file, stile_case_free);
  G_OBJECT_CLASS (stile_correct_dialog_parent_class)->finalize (object);
}

static void
stile_correct_dialog_class_init (StileCorrectDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_correct_dialog_finalize;
  corrected_signal = g_signal_new ("corrected", STILE_TYPE_CORRECT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STILE_TYPE_QUESTION_VIEW);
  g_type_ensure (STILE_TYPE_STATE_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/correct-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StileCorrectDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, StileCorrectDialog, list_step);
  gtk_widget_class_bind_template_child (widget_class, StileCorrectDialog, edit_step);
  gtk_widget_class_bind_template_child (widget_class, StileCorrectDialog, assessment_group);
  gtk_widget_class_bind_template_child (widget_class, StileCorrectDialog, assessment_row);
  gtk_widget_class_bind_template_child (widget_class, StileCorrectDialog, assessments);
  gtk_widget_class_bind_template_child (widget_class, StileCorrectDialog, questions);
  gtk_widget_class_bind_template_child (widget_class, StileCorrectDialog, question_view);
  gtk_widget_class_bind_template_child (widget_class, StileCorrectDialog, state_choice);
  gtk_widget_class_bind_template_child (widget_class, StileCorrectDialog, before_label);
  gtk_widget_class_bind_template_child (widget_class, StileCorrectDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, StileCorrectDialog, reason_error);
  gtk_widget_class_bind_template_child (widget_class, StileCorrectDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, StileCorrectDialog, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, assessment_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, question_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
stile_correct_dialog_init (StileCorrectDialog *dialog)
{
  dialog->language = stile_words_dup_language ();
  dialog->finished = g_ptr_array_new ();
  dialog->asked = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (dialog));
  stile_question_view_set_state_choice (dialog->question_view, dialog->state_choice);
}
