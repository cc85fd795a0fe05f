// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check-answers-page.h"

#include "answer-row.h"
#include "error-summary.h"
#include "focus-first.h"
#include "page-words.h"
#include "widgets/reading-menu.h"
#include "widgets/result-words.h"
#include "words.h"

struct _StileCheckAnswersPage
{
  AdwBin parent_instance;

  AdwHeaderBar *header;
  StileReadingMenu *reading_menu;
  GtkScrolledWindow *scroller;
  StileErrorSummary *summary;
  GtkBox *open_questions;
  GtkBox *sections;
  GtkWidget *last_words;
  GtkWidget *result_button;
  GtkWidget *give_back_button;

  StileCasework *casework; /* NULL while nothing is open, as all below */
  char *case_id;
  char *assessment_id;
  StileInterview *interview;
  GPtrArray *rows;    /* of StileAnswerRow, in their order */
  GPtrArray *missing; /* those of them that ask for a required answer */
  gboolean finished;

  StileReading *reading;
  StilePageWords *words;
};

G_DEFINE_FINAL_TYPE (StileCheckAnswersPage, stile_check_answers_page, ADW_TYPE_BIN)

static const StileForm *
get_form (StileCheckAnswersPage *self)
{
  return stile_interview_get_form (self->interview);
}

/* From here on, words are in the language of the page. */
static StileSpoken *
speak (StileCheckAnswersPage *self)
{
  return stile_words_speak (stile_reading_get_languages (self->reading).first);
}

static gboolean
is_asked (StileCheckAnswersPage *self, guint question)
{
  const StileQuestion *asked = &get_form (self)->questions[question];
  gboolean hidden = asked->ask == STILE_ASK_ADVISER && stile_reading_get_alone (self->reading);

  return asked->type != STILE_QUESTION_NOTE && !hidden
         && stile_interview_is_relevant (self->interview, question);
}

static gboolean
is_missing (StileCheckAnswersPage *self, guint question)
{
  const StileAnswer *answer = stile_interview_get_answer (self->interview, question);

  return is_asked (self, question) && get_form (self)->questions[question].required
         && answer->state == STILE_ANSWER_UNANSWERED;
}

static char *
dup_answer_words (StileCheckAnswersPage *self, guint question, const char *language)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (language);

  return stile_answer_to_words (stile_interview_get_answer (self->interview, question),
                                &get_form (self)->questions[question], language);
}

/* What was typed is in whatever language it was typed in. */
static StilePhrase *
new_answer (StileCheckAnswersPage *self, guint question)
{
  StileLanguages languages = stile_reading_get_languages (self->reading);
  g_autofree char *first = dup_answer_words (self, question, languages.first);
  g_autofree char *second
    = languages.second != NULL ? dup_answer_words (self, question, languages.second) : NULL;
  gboolean typed = get_form (self)->questions[question].type == STILE_QUESTION_TEXT
                   && stile_interview_get_answer (self->interview, question)->state
                        == STILE_ANSWER_ANSWERED;

  return stile_phrase_new_said (first, typed ? first : second, &languages);
}

static GtkWidget *
new_row (StileCheckAnswersPage *self, guint question, const StilePhrase *answer, const char *verb)
{
  const StileQuestion *asked = &get_form (self)->questions[question];
  StileLanguages languages = stile_reading_get_languages (self->reading);
  g_autoptr (StilePhrase) label = stile_phrase_new (get_form (self), asked->label, &languages);
  GtkWidget *row = stile_answer_row_new (label, answer);

  if (!self->finished)
    stile_answer_row_set_action (STILE_ANSWER_ROW (row), verb, "win.interview",
                                 g_variant_new ("(sss)", self->case_id, self->assessment_id,
                                                asked->id));
  g_ptr_array_add (self->rows, row);
  return row;
}

/* Titles of a group are markup. */
static AdwPreferencesGroup *
new_group (const char *title, const char *description)
{
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *description_markup = g_markup_escape_text (description, -1);

  return g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title_markup, "description",
                       description_markup, NULL);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* What must still be answered, and the one question that would tell most. */
static void
show_open_questions (StileCheckAnswersPage *self)
{
  g_autoptr (StileResult) result = stile_result_new (self->interview);
  StileLanguages languages = stile_reading_get_languages (self->reading);
  g_autofree char *range = stile_result_words_dup_range (result, languages.first);
  int telling = stile_result_get_most_telling_question (result, self->interview);
  AdwPreferencesGroup *group = new_group (_("What is still open"), range);

  for (guint i = 0; i < get_form (self)->n_questions; i++)
    {
      gboolean missing = is_missing (self, i);
      g_autoptr (StilePhrase) why = NULL;
      GtkWidget *row;

      if (!missing && ((int) i != telling || !is_asked (self, i)))
        continue;
      why = stile_phrase_new_words (missing ? N_("Needs an answer")
                                            /* Translators: beside the open question whose answer
                                             * would change the result most. */
                                            : N_("Would tell most about the result"),
                                    &languages);
      /* Translators: a button: give an answer. */
      row = new_row (self, i, why, _("Answer"));
      adw_preferences_group_add (group, row);
      if (missing)
        g_ptr_array_add (self->missing, row);
    }
  gtk_box_append (self->open_questions, GTK_WIDGET (group));
}

static void
show_section (StileCheckAnswersPage *self, const StileSection *section)
{
  StileLanguages languages = stile_reading_get_languages (self->reading);
  AdwPreferencesGroup *group =
    new_group (stile_text_get (section->label, languages.first, NULL), "");
  guint n_rows = 0;

  g_object_ref_sink (group);
  for (guint i = section->first_question; i < section->first_question + section->n_questions; i++)
    if (is_asked (self, i))
      {
        g_autoptr (StilePhrase) answer = new_answer (self, i);

        /* Translators: a button: change an answer. */
        adw_preferences_group_add (group, new_row (self, i, answer, _("Change")));
        n_rows++;
      }
  if (n_rows > 0)
    gtk_box_append (self->sections, GTK_WIDGET (group));
  g_object_unref (group);
}

/* ---- On to the result ---- */

static void
say_what_is_missing (StileCheckAnswersPage *self)
{
  for (guint i = 0; i < self->missing->len; i++)
    {
      StileAnswerRow *row = g_ptr_array_index (self->missing, i);
      g_autofree char *sentence = g_strdup_printf (
        /* Translators: a question. */
        _("“%s” needs an answer. “Prefer not to say” and “Don’t know” are answers too."),
        stile_answer_row_get_question (row));

      stile_error_summary_add (self->summary, sentence, GTK_WIDGET (row));
    }
}

static void
present_problems (StileCheckAnswersPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  stile_error_summary_present (self->summary);
}

static gboolean
finish (StileCheckAnswersPage *self)
{
  g_autoptr (StileSpoken) spoken = speak (self);
  g_autoptr (GError) error = NULL;

  stile_error_summary_clear (self->summary);
  say_what_is_missing (self);
  if (stile_error_summary_is_empty (self->summary)
      && !stile_casework_finish_assessment (self->casework, self->case_id, self->assessment_id,
                                            self->interview, &error))
    stile_error_summary_add (self->summary, error->message, self->result_button);
  if (stile_error_summary_is_empty (self->summary))
    return TRUE;

  present_problems (self);
  return FALSE;
}

static void
see_result_cb (StileCheckAnswersPage *self)
{
  if (self->interview != NULL && (self->finished || finish (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.result", "(ss)", self->case_id,
                                self->assessment_id);
}

static void
back_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileCheckAnswersPage *self = STILE_CHECK_ANSWERS_PAGE (widget);

  if (self->interview == NULL)
    return;
  if (self->finished)
    gtk_widget_activate_action (widget, "win.result", "(ss)", self->case_id, self->assessment_id);
  else
    gtk_widget_activate_action (widget, "win.interview", "(sss)", self->case_id,
                                self->assessment_id, "");
}

/* ---- Opening and closing ---- */

static void
clear_all (StileCheckAnswersPage *self)
{
  stile_error_summary_clear (self->summary);
  clear_box (self->open_questions);
  clear_box (self->sections);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->missing, 0);
}

static void
show_all (StileCheckAnswersPage *self)
{
  g_autoptr (StileSpoken) spoken = speak (self);
  const StileForm *form = get_form (self);

  if (!self->finished)
    show_open_questions (self);
  for (guint i = 0; i < form->n_sections; i++)
    show_section (self, &form->sections[i]);
  gtk_widget_set_visible (self->last_words,
                          !self->finished && !stile_reading_get_alone (self->reading));
}

/* The result is for the adviser to open. */
static void
show_alone (StileCheckAnswersPage *self)
{
  gboolean alone = stile_reading_get_alone (self->reading);

  gtk_widget_set_visible (self->result_button, !alone);
  gtk_widget_set_visible (self->give_back_button, alone);
  adw_header_bar_set_show_start_title_buttons (self->header, !alone);
  adw_header_bar_set_show_end_title_buttons (self->header, !alone);
}

/* Which row has the focus; as many as there are: none. */
static guint
find_focused_row (StileCheckAnswersPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint i = 0;

  while (i < self->rows->len
         && (focus == NULL || !gtk_widget_is_ancestor (focus, self->rows->pdata[i])))
    i++;
  return i;
}

/* What was missing when somebody wanted to go on. */
static void
say_problems_again (StileCheckAnswersPage *self)
{
  g_autoptr (StileSpoken) spoken = speak (self);

  say_what_is_missing (self);
  if (!stile_error_summary_is_empty (self->summary))
    present_problems (self);
}

/* Everything is said again, at the same height, with the focus where it was. */
static void
say_all_again (StileCheckAnswersPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double height = gtk_adjustment_get_value (adjustment);
  guint focused = find_focused_row (self);
  gboolean has_problems = !stile_error_summary_is_empty (self->summary);

  clear_all (self);
  show_all (self);
  if (focused < self->rows->len)
    gtk_widget_grab_focus (self->rows->pdata[focused]);
  gtk_adjustment_set_value (adjustment, height);
  if (has_problems)
    say_problems_again (self);
}

static void
reading_changed_cb (StileCheckAnswersPage *self)
{
  stile_page_words_say (self->words, stile_reading_get_languages (self->reading).first);
  show_alone (self);
  if (self->interview != NULL)
    say_all_again (self);
}

void
stile_check_answers_page_set_reading (StileCheckAnswersPage *self, StileReading *reading)
{
  g_return_if_fail (STILE_IS_CHECK_ANSWERS_PAGE (self));

  g_set_object (&self->reading, reading);
  stile_reading_dress (reading, GTK_WIDGET (self));
  stile_reading_menu_set_reading (self->reading_menu, reading);
  g_signal_connect_object (reading, "changed", G_CALLBACK (reading_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reading_changed_cb (self);
}

gboolean
stile_check_answers_page_open (StileCheckAnswersPage *self, StileCasework *casework,
                               const char *case_id, const char *assessment_id, GError **error)
{
  g_autoptr (StileCase) person_file = NULL;
  g_autoptr (StileInterview) interview = NULL;
  const StileAssessment *assessment;

  g_return_val_if_fail (STILE_IS_CHECK_ANSWERS_PAGE (self), FALSE);

  person_file = stile_casework_load_case (casework, case_id, error);
  if (person_file == NULL)
    return FALSE;
  assessment = stile_case_find_assessment (person_file, assessment_id);
  if (assessment == NULL)
    {
      g_set_error_literal (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_UNKNOWN,
                           _("This assessment is not in the record book."));
      return FALSE;
    }
  interview = stile_assessment_new_interview (assessment, error);
  if (interview == NULL)
    return FALSE;

  stile_check_answers_page_close (self);
  if (self->reading == NULL)
    {
      g_autoptr (StileReading) reading = stile_reading_new ();

      stile_check_answers_page_set_reading (self, reading);
    }
  self->casework = casework;
  self->case_id = g_strdup (case_id);
  self->assessment_id = g_strdup (assessment_id);
  self->interview = g_steal_pointer (&interview);
  self->rows = g_ptr_array_new ();
  self->missing = g_ptr_array_new ();
  self->finished = assessment->finished_at != NULL;
  stile_reading_start (self->reading, assessment_id, get_form (self), assessment->language,
                       stile_person_get_text_percent (person_file->person));
  clear_all (self);
  show_all (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  return TRUE;
}

void
stile_check_answers_page_close (StileCheckAnswersPage *self)
{
  g_return_if_fail (STILE_IS_CHECK_ANSWERS_PAGE (self));

  if (self->interview == NULL)
    return;

  clear_all (self);
  self->casework = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->interview, stile_interview_free);
  g_clear_pointer (&self->case_id, g_free);
  g_clear_pointer (&self->assessment_id, g_free);
}

static void
stile_check_answers_page_dispose (GObject *object)
{
  StileCheckAnswersPage *self = STILE_CHECK_ANSWERS_PAGE (object);

  stile_check_answers_page_close (self);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->words, stile_page_words_free);
  G_OBJECT_CLASS (stile_check_answers_page_parent_class)->dispose (object);
}

/* Not the button below: an Enter too many must not finish the assessment. */
static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (STILE_CHECK_ANSWERS_PAGE (widget)->scroller));
}

static void
stile_check_answers_page_class_init (StileCheckAnswersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_check_answers_page_dispose;

  g_type_ensure (STILE_TYPE_ERROR_SUMMARY);
  g_type_ensure (STILE_TYPE_READING_MENU);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stile/Stile/check-answers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StileCheckAnswersPage, header);
  gtk_widget_class_bind_template_child (widget_class, StileCheckAnswersPage, reading_menu);
  gtk_widget_class_bind_template_child (widget_class, StileCheckAnswersPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, StileCheckAnswersPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StileCheckAnswersPage, open_questions);
  gtk_widget_class_bind_template_child (widget_class, StileCheckAnswersPage, sections);
  gtk_widget_class_bind_template_child (widget_class, StileCheckAnswersPage, last_words);
  gtk_widget_class_bind_template_child (widget_class, StileCheckAnswersPage, result_button);
  gtk_widget_class_bind_template_child (widget_class, StileCheckAnswersPage, give_back_button);
  gtk_widget_class_bind_template_callback (widget_class, see_result_cb);
  gtk_widget_class_install_action (widget_class, "check-answers.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_check_answers_page_init (StileCheckAnswersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->words = stile_page_words_new (GTK_WIDGET (self));
}
