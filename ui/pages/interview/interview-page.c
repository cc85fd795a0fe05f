// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interview-page.h"

#include "adviser-pane.h"
#include "answer-saver.h"
#include "focus-first.h"
#include "interview-steps.h"
#include "interview-words.h"
#include "page-words.h"
#include "question-pane.h"
#include "saved-mark.h"
#include "section-list.h"
#include "widgets/reading-menu.h"
#include "words.h"

/* So long after the last key press what was typed is saved. */
#define REST_MILLISECONDS 1000

struct _StileInterviewPage
{
  AdwBin parent_instance;

  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkWidget *parts_button;
  GtkWidget *leave_button;
  GtkWidget *give_back_button;
  StileReadingMenu *reading_menu;
  AdwFlap *flap;
  StileSectionList *sections;
  StileQuestionPane *pane;
  StileAdviserPane *adviser_pane;
  StileSavedMark *saved_mark;

  char *case_id; /* NULL while nothing is open, as all below */
  char *assessment_id;
  StileInterview *interview;
  StileAnswerSaver *saver;
  StileCasework *casework;
  GHashTable *notes; /* question id → text, as last handed to the saver */
  gboolean *open_before; /* not NULL while one answer is changed from Check answers */

  StileReading *reading;
  guint kept_percent; /* the size of the text, as the record book has it */
  StilePageWords *words;
  guint rest_id;
};

G_DEFINE_FINAL_TYPE (StileInterviewPage, stile_interview_page, ADW_TYPE_BIN)

static const StileForm *
get_form (StileInterviewPage *self)
{
  return stile_interview_get_form (self->interview);
}

/* From here on, words are in the language of the page. */
static StileSpoken *
speak (StileInterviewPage *self)
{
  return stile_words_speak (stile_reading_get_languages (self->reading).first);
}

static const StileQuestion *
get_question (StileInterviewPage *self)
{
  return stile_question_pane_get_question (self->pane);
}

static void
show_sections (StileInterviewPage *self)
{
  g_autoptr (StileSpoken) spoken = speak (self);

  stile_section_list_update (self->sections, self->interview, get_question (self)->section);
}

/* ---- Answers ---- */

static void
answered_cb (StileInterviewPage *self)
{
  const StileQuestion *question = get_question (self);

  stile_answer_saver_save_answer (self->saver, question,
                                  stile_interview_get_answer (self->interview, question->index));
  show_sections (self);
}

static void
take_answer (StileInterviewPage *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  stile_question_pane_take (self->pane, NULL);
  if (!stile_question_pane_has_draft (self->pane))
    stile_answer_saver_expect (self->saver, FALSE);
}

static void
take_note (StileInterviewPage *self)
{
  const StileQuestion *question = get_question (self);
  g_autofree char *note = stile_adviser_pane_dup_note (self->adviser_pane);
  const char *old = g_hash_table_lookup (self->notes, question->id);

  if (g_strcmp0 (note, old != NULL ? old : "") == 0)
    return;
  stile_answer_saver_save_note (self->saver, question, note);
  g_hash_table_replace (self->notes, g_strdup (question->id), g_steal_pointer (&note));
}

static void
take_all (StileInterviewPage *self)
{
  take_answer (self);
  take_note (self);
}

static gboolean
came_to_rest_cb (gpointer user_data)
{
  StileInterviewPage *self = user_data;

  self->rest_id = 0;
  take_all (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (StileInterviewPage *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MILLISECONDS, came_to_rest_cb, self);
  stile_answer_saver_expect (self->saver, TRUE);
}

static void
answer_changed_cb (StileInterviewPage *self, gboolean at_rest)
{
  if (at_rest)
    take_all (self);
  else
    wait_for_rest (self);
}

static void
note_changed_cb (StileInterviewPage *self)
{
  wait_for_rest (self);
}

/* ---- From question to question ---- */

static void
show_progress (StileInterviewPage *self)
{
  g_autoptr (StileSpoken) spoken = speak (self);
  g_autofree char *progress
    = stile_interview_words_dup_progress (self->interview, get_question (self)->index);

  adw_window_title_set_title (self->title,
                              stile_text_get (get_form (self)->title,
                                              stile_reading_get_languages (self->reading).first,
                                              NULL));
  adw_window_title_set_subtitle (self->title, progress);
}

static gboolean
is_alone (StileInterviewPage *self)
{
  return stile_reading_get_alone (self->reading);
}

static void
show_question (StileInterviewPage *self, int index)
{
  const StileQuestion *question;

  index = stile_interview_steps_find_nearest (self->interview, index, is_alone (self));
  question = &get_form (self)->questions[index];
  stile_question_pane_show (self->pane, index);
  show_progress (self);
  stile_adviser_pane_show (self->adviser_pane,
                           stile_text_get (question->guidance,
                                           stile_reading_get_adviser_language (self->reading),
                                           NULL),
                           g_hash_table_lookup (self->notes, question->id));
  show_sections (self);
  stile_question_pane_focus (self->pane);
}

/* Leaves for another page, which reads the record book: only with everything in it. */
static void
leave_for (StileInterviewPage *self, const char *action, GVariant *parameter)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (parameter);

  if (stile_interview_page_may_leave (self))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), action, owned);
}

static void
leave_for_check_answers (StileInterviewPage *self)
{
  leave_for (self, "win.check-answers", g_variant_new ("(ss)", self->case_id, self->assessment_id));
}

static void
leave_for_person (StileInterviewPage *self)
{
  leave_for (self, "win.person", g_variant_new_string (self->case_id));
}

static int
find_next (StileInterviewPage *self)
{
  guint question = get_question (self)->index;

  if (self->open_before == NULL)
    return stile_interview_steps_find_next (self->interview, (int) question, is_alone (self));
  /* Leaving it open was a choice: it must not come up as new. */
  self->open_before[question] = TRUE;
  return stile_interview_steps_find_newly_open (self->interview, self->open_before);
}

static void
next_cb (StileInterviewPage *self)
{
  int next;

  take_all (self);
  next = find_next (self);
  if (next != STILE_NONE)
    show_question (self, next);
  else
    leave_for_check_answers (self);
}

static void
back_cb (StileInterviewPage *self)
{
  int previous;

  take_all (self);
  previous = stile_interview_steps_find_previous (self->interview,
                                                  (int) get_question (self)->index,
                                                  is_alone (self));
  if (self->open_before != NULL)
    leave_for_check_answers (self);
  else if (previous != STILE_NONE)
    show_question (self, previous);
  else if (!is_alone (self))
    leave_for_person (self);
}

static void
leave_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileInterviewPage *self = STILE_INTERVIEW_PAGE (widget);

  if (self->interview != NULL)
    leave_for_person (self);
}

static void
section_chosen_cb (StileInterviewPage *self, guint section)
{
  int question;

  take_all (self);
  question = stile_interview_steps_find_in_section (self->interview, section);
  if (question == STILE_NONE)
    return;
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  show_question (self, question);
}

/* ---- In which languages ---- */

static void
say_page (StileInterviewPage *self)
{
  StileLanguages languages = stile_reading_get_languages (self->reading);
  g_autoptr (StileSpoken) spoken = speak (self);

  stile_page_words_say (self->words, languages.first);
  stile_saved_mark_say (self->saved_mark, languages.first);
  adw_flap_set_fold_policy (self->flap, stile_reading_get_percent (self->reading) > 100
                                          ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                          : ADW_FLAP_FOLD_POLICY_AUTO);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->parts_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Parts of the form"), -1);
}

/* What is the adviser's leaves the page, for assistive tools as well. */
static void
show_alone (StileInterviewPage *self)
{
  gboolean alone = is_alone (self);

  gtk_widget_set_visible (self->leave_button, !alone);
  gtk_widget_set_visible (self->give_back_button, alone);
  adw_header_bar_set_show_start_title_buttons (self->header, !alone);
  adw_header_bar_set_show_end_title_buttons (self->header, !alone);
  stile_question_pane_add (self->pane, alone ? NULL : GTK_WIDGET (self->adviser_pane),
                           GTK_WIDGET (self->saved_mark));
}

/* Place, answer and what is being typed stay. */
static void
reading_changed_cb (StileInterviewPage *self)
{
  StileLanguages languages = stile_reading_get_languages (self->reading);

  say_page (self);
  show_alone (self);
  if (self->interview == NULL || get_question (self) == NULL)
    return;
  if (is_alone (self) && get_question (self)->ask == STILE_ASK_ADVISER)
    {
      take_all (self);
      show_question (self, (int) get_question (self)->index);
    }
  stile_question_pane_say (self->pane, &languages);
  stile_section_list_say (self->sections, get_form (self), &languages);
  show_progress (self);
  show_sections (self);
  stile_answer_saver_say (self->saver, languages.first);
}

void
stile_interview_page_set_reading (StileInterviewPage *self, StileReading *reading)
{
  const char *adviser_language = stile_reading_get_adviser_language (reading);

  g_return_if_fail (STILE_IS_INTERVIEW_PAGE (self));

  g_set_object (&self->reading, reading);
  stile_reading_dress (reading, GTK_WIDGET (self));
  stile_reading_menu_set_reading (self->reading_menu, reading);
  stile_phrase_set_direction (GTK_WIDGET (self->adviser_pane), adviser_language);
  stile_phrase_set_faces (GTK_WIDGET (self->adviser_pane), adviser_language);
  g_signal_connect_object (reading, "changed", G_CALLBACK (reading_changed_cb), self,
                           G_CONNECT_SWAPPED);
  say_page (self);
}

void
stile_interview_page_set_reader (StileInterviewPage *self, StileReader *reader)
{
  g_return_if_fail (STILE_IS_INTERVIEW_PAGE (self));

  stile_question_pane_set_reader (self->pane, reader);
}

/* ---- Opening and closing ---- */

static gboolean
is_open_for (StileInterviewPage *self, const char *case_id, const char *assessment_id)
{
  return g_strcmp0 (self->case_id, case_id) == 0
         && g_strcmp0 (self->assessment_id, assessment_id) == 0;
}

static GHashTable *
copy_notes (GHashTable *notes)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer question, text;

  g_hash_table_iter_init (&iter, notes);
  while (g_hash_table_iter_next (&iter, &question, &text))
    g_hash_table_insert (copy, g_strdup (question), g_strdup (text));
  return copy;
}

static gboolean
load (StileInterviewPage *self, StileCasework *casework, const char *case_id,
      const char *assessment_id, GError **error)
{
  g_autoptr (StileCase) person_file = stile_casework_load_case (casework, case_id, error);
  g_autoptr (StileInterview) interview = NULL;
  const StileAssessment *assessment;
  StileLanguages languages;

  if (person_file == NULL)
    return FALSE;
  assessment = stile_case_find_assessment (person_file, assessment_id);
  if (assessment == NULL || assessment->finished_at != NULL)
    {
      g_set_error_literal (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
                           _("These questions are finished. Their answers can no longer be "
                             "changed."));
      return FALSE;
    }
  interview = stile_assessment_new_interview (assessment, error);
  if (interview == NULL)
    return FALSE;

  stile_interview_page_close (self);
  if (self->reading == NULL)
    {
      g_autoptr (StileReading) reading = stile_reading_new ();

      stile_interview_page_set_reading (self, reading);
    }
  self->case_id = g_strdup (case_id);
  self->assessment_id = g_strdup (assessment_id);
  self->casework = casework;
  self->interview = g_steal_pointer (&interview);
  self->saver = stile_answer_saver_new (casework, case_id, assessment_id);
  self->notes = copy_notes (assessment->notes);
  stile_reading_start (self->reading, assessment_id, get_form (self), assessment->language,
                       stile_person_get_text_percent (person_file->person));
  self->kept_percent = stile_reading_get_percent (self->reading);
  languages = stile_reading_get_languages (self->reading);
  stile_answer_saver_say (self->saver, languages.first);
  stile_question_pane_set_interview (self->pane, self->interview, &languages);
  stile_question_pane_set_reads (self->pane, person_file->person->read_aloud);
  stile_saved_mark_set_saver (self->saved_mark, self->saver);
  stile_section_list_set_form (self->sections, get_form (self), &languages);
  return TRUE;
}

gboolean
stile_interview_page_open (StileInterviewPage *self, StileCasework *casework, const char *case_id,
                           const char *assessment_id, const char *question_id, GError **error)
{
  int wanted, question;

  g_return_val_if_fail (STILE_IS_INTERVIEW_PAGE (self), FALSE);

  if (is_open_for (self, case_id, assessment_id))
    take_all (self);
  else if (!load (self, casework, case_id, assessment_id, error))
    return FALSE;

  wanted = stile_interview_steps_find_wanted (self->interview, question_id);
  g_clear_pointer (&self->open_before, g_free);
  if (wanted != STILE_NONE)
    self->open_before = stile_interview_steps_dup_open (self->interview);

  question = wanted != STILE_NONE ? wanted : stile_interview_steps_find_start (self->interview);
  if (question == STILE_NONE)
    {
      g_set_error_literal (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
                           _("This form has no questions to ask."));
      stile_interview_page_close (self);
      return FALSE;
    }
  show_question (self, question);
  return TRUE;
}

gboolean
stile_interview_page_save (StileInterviewPage *self)
{
  g_return_val_if_fail (STILE_IS_INTERVIEW_PAGE (self), FALSE);

  if (self->interview == NULL)
    return TRUE;
  take_all (self);
  return stile_answer_saver_flush (self->saver);
}

gboolean
stile_interview_page_may_leave (StileInterviewPage *self)
{
  if (stile_interview_page_save (self))
    return TRUE;
  stile_question_pane_show_unsaved (self->pane, self->saver);
  return FALSE;
}

/* How large the person likes it, for the next time. If it cannot be written down, nothing is lost
 * that two keys do not bring back. */
static void
keep_text_size (StileInterviewPage *self)
{
  guint percent = stile_reading_get_percent (self->reading);
  g_autoptr (StileCase) person_file
    = percent != self->kept_percent
        ? stile_casework_load_case (self->casework, self->case_id, NULL) : NULL;

  if (person_file == NULL)
    return;
  stile_person_set_text_percent (person_file->person, percent);
  stile_casework_change_person (self->casework, self->case_id, person_file->person, NULL);
  self->kept_percent = percent;
}

void
stile_interview_page_close (StileInterviewPage *self)
{
  g_return_if_fail (STILE_IS_INTERVIEW_PAGE (self));

  if (self->interview == NULL)
    return;

  /* Somebody else may have unlocked the book in which it could not be saved before. */
  stile_interview_page_save (self);
  keep_text_size (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  stile_question_pane_set_interview (self->pane, NULL, NULL);
  stile_adviser_pane_show (self->adviser_pane, NULL, NULL);
  stile_saved_mark_set_saver (self->saved_mark, NULL);
  stile_section_list_set_form (self->sections, NULL, NULL);
  adw_window_title_set_title (self->title, "");
  adw_window_title_set_subtitle (self->title, "");

  g_clear_object (&self->saver);
  g_clear_pointer (&self->interview, stile_interview_free);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_clear_pointer (&self->open_before, g_free);
  g_clear_pointer (&self->case_id, g_free);
  g_clear_pointer (&self->assessment_id, g_free);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  stile_question_pane_focus (STILE_INTERVIEW_PAGE (widget)->pane);
}

/* Shown again, after an unlock perhaps: now it may succeed. */
static void
stile_interview_page_map (GtkWidget *widget)
{
  StileInterviewPage *self = STILE_INTERVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (stile_interview_page_parent_class)->map (widget);
  if (self->saver != NULL && stile_answer_saver_get_state (self->saver) == STILE_SAVE_FAILED)
    stile_answer_saver_flush (self->saver);
}

static void
stile_interview_page_dispose (GObject *object)
{
  StileInterviewPage *self = STILE_INTERVIEW_PAGE (object);

  stile_interview_page_close (self);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->words, stile_page_words_free);
  G_OBJECT_CLASS (stile_interview_page_parent_class)->dispose (object);
}

static void
stile_interview_page_class_init (StileInterviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_interview_page_dispose;
  widget_class->map = stile_interview_page_map;

  g_type_ensure (STILE_TYPE_ADVISER_PANE);
  g_type_ensure (STILE_TYPE_QUESTION_PANE);
  g_type_ensure (STILE_TYPE_READING_MENU);
  g_type_ensure (STILE_TYPE_SAVED_MARK);
  g_type_ensure (STILE_TYPE_SECTION_LIST);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/interview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StileInterviewPage, header);
  gtk_widget_class_bind_template_child (widget_class, StileInterviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, StileInterviewPage, parts_button);
  gtk_widget_class_bind_template_child (widget_class, StileInterviewPage, leave_button);
  gtk_widget_class_bind_template_child (widget_class, StileInterviewPage, give_back_button);
  gtk_widget_class_bind_template_child (widget_class, StileInterviewPage, reading_menu);
  gtk_widget_class_bind_template_child (widget_class, StileInterviewPage, flap);
  gtk_widget_class_bind_template_child (widget_class, StileInterviewPage, sections);
  gtk_widget_class_bind_template_child (widget_class, StileInterviewPage, pane);
  gtk_widget_class_bind_template_child (widget_class, StileInterviewPage, adviser_pane);
  gtk_widget_class_bind_template_child (widget_class, StileInterviewPage, saved_mark);
  gtk_widget_class_bind_template_callback (widget_class, answer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_install_action (widget_class, "interview.leave", NULL, leave_activated_cb);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_interview_page_init (StileInterviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->words = stile_page_words_new (GTK_WIDGET (self));
  stile_question_pane_add (self->pane, GTK_WIDGET (self->adviser_pane),
                           GTK_WIDGET (self->saved_mark));
  stile_question_pane_watch_keys (self->pane, GTK_WIDGET (self));
}
