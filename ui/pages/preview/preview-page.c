// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preview-page.h"

#include <glib/gi18n-lib.h>

#include "language.h"
#include "pages/interview/interview-steps.h"
#include "pages/interview/interview-words.h"
#include "pages/interview/question-pane.h"
#include "pages/interview/section-list.h"
#include "preview-answers.h"
#include "preview-faults.h"
#include "preview-places.h"
#include "preview-result.h"
#include "reach.h"
#include "script.h"

/* Editors save in several steps: write, close, rename. */
#define SETTLE_MILLISECONDS 100

struct _StilePreviewPage
{
  AdwBin parent_instance;

  AdwWindowTitle *title;
  GtkMenuButton *sections_button;
  StileSectionList *sections;
  GtkDropDown *language_choice;
  GtkStringList *language_names;
  GtkScrolledWindow *faults_scroller;
  StilePreviewFaults *faults;
  GtkWidget *body;
  StileQuestionPane *pane;
  StilePreviewFaults *faults_here; /* of the question that is shown */
  StilePreviewResult *result;

  char *path;
  GFileMonitor *monitor;
  guint reload_id;
  StileInterview *interview; /* of the form as it last was without errors, or NULL */
  GPtrArray *found;          /* what the checker found in it */
  char **languages;          /* of the form */
  char *language;            /* one of them, or NULL */
};

G_DEFINE_FINAL_TYPE (StilePreviewPage, stile_preview_page, ADW_TYPE_BIN)

static const StileForm *
get_form (StilePreviewPage *self)
{
  return stile_interview_get_form (self->interview);
}

/* ---- Questions and answers ---- */

static void
show_progress (StilePreviewPage *self)
{
  const StileQuestion *question = stile_question_pane_get_question (self->pane);
  g_autofree char *progress = question != NULL
    ? stile_interview_words_dup_progress (self->interview, question->index) : NULL;

  adw_window_title_set_subtitle (self->title, progress != NULL ? progress : "");
  stile_section_list_update (self->sections, self->interview,
                             question != NULL ? question->section : G_MAXUINT);
  stile_preview_result_show (self->result, self->interview, self->language);
}

static void
answered_cb (StilePreviewPage *self)
{
  show_progress (self);
}

/* No record book to be kept busy: every key counts at once. */
static void
answer_changed_cb (StilePreviewPage *self)
{
  stile_question_pane_take (self->pane, NULL);
}

static void
show_question (StilePreviewPage *self, int index)
{
  stile_question_pane_show (self->pane, index);
  if (index != STILE_NONE)
    stile_preview_faults_show (self->faults_here, self->found, get_form (self), index);
  show_progress (self);
  stile_question_pane_focus (self->pane);
}

static void
next_cb (StilePreviewPage *self)
{
  int asked = (int) stile_question_pane_get_question (self->pane)->index;
  int next = stile_interview_next (self->interview, asked);

  if (next != STILE_NONE)
    show_question (self, next);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->result), GTK_DIR_TAB_FORWARD);
}

static void
back_cb (StilePreviewPage *self)
{
  int asked = (int) stile_question_pane_get_question (self->pane)->index;
  int previous = stile_interview_previous (self->interview, asked);

  if (previous != STILE_NONE)
    show_question (self, previous);
}

static void
fault_chosen_cb (StilePreviewPage *self, guint question)
{
  show_question (self, (int) question);
}

static void
section_chosen_cb (StilePreviewPage *self, guint section)
{
  int question = stile_interview_steps_find_in_section (self->interview, section);

  gtk_menu_button_popdown (self->sections_button);
  if (question != STILE_NONE)
    show_question (self, question);
}

/* ---- The file ---- */

/* Where the author was, if the form still asks that. */
static int
find_place (const StileInterview *interview, const char *id)
{
  const StileQuestion *question = id != NULL
    ? stile_form_find_question (stile_interview_get_form (interview), id) : NULL;

  if (question != NULL && stile_interview_is_relevant (interview, question->index))
    return (int) question->index;
  return stile_interview_steps_find_start (interview);
}

/* How many are in it, its questions included. */
static guint
count_faults (StilePreviewPage *self, guint section)
{
  guint count = 0;

  for (guint i = 0; i < self->found->len; i++)
    {
      const StileFault *fault = g_ptr_array_index (self->found, i);

      count += fault->severity != STILE_SEVERITY_NOTE
               && stile_preview_find_place (get_form (self), fault->line).section == (int) section;
    }
  return count;
}

static void
mark_sections (StilePreviewPage *self)
{
  for (guint i = 0; i < get_form (self)->n_sections; i++)
    {
      guint count = count_faults (self, i);
      g_autofree char *remark
          /* Translators: faults of the form. */
          = count > 0 ? g_strdup_printf (ngettext ("%u thing to mend", "%u things to mend", count),
                                         count)
                      : NULL;

      stile_section_list_set_remark (self->sections, i, remark);
    }
}

/* As whoever reads that language will see it: turned round, and in its faces. */
static void
dress (StilePreviewPage *self, const char *language)
{
  gtk_widget_set_default_direction (stile_language_is_right_to_left (language)
                                      ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  stile_phrase_set_faces (GTK_WIDGET (self->title), language);
  stile_phrase_set_faces (self->body, language);
  stile_phrase_set_faces (GTK_WIDGET (self->sections), language);
}

static void
show_form (StilePreviewPage *self, const char *question_id)
{
  const StileForm *form = get_form (self);
  const StileLanguages languages = { self->language, NULL };

  dress (self, self->language);
  stile_question_pane_set_interview (self->pane, self->interview, &languages);
  adw_window_title_set_title (self->title, stile_text_get (form->title, self->language, NULL));
  stile_section_list_set_form (self->sections, form, &languages);
  mark_sections (self);
  show_question (self, find_place (self->interview, question_id));
}

static char *
dup_question_id (StilePreviewPage *self)
{
  const StileQuestion *asked = stile_question_pane_get_question (self->pane);

  return asked != NULL ? g_strdup (asked->id) : NULL;
}

static void
language_changed_cb (StilePreviewPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->language_choice);
  g_autofree char *id = dup_question_id (self);

  if (self->languages == NULL || chosen >= g_strv_length (self->languages)
      || g_strcmp0 (self->languages[chosen], self->language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (self->languages[chosen]);
  show_form (self, id);
}

/* The one that was chosen before, if the form still has it. */
static void
take_languages (StilePreviewPage *self, const StileForm *form)
{
  guint chosen = 0;

  g_clear_pointer (&self->languages, g_strfreev); /* what is chosen meanwhile is no choice */
  gtk_string_list_splice (self->language_names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->language_names)), NULL);
  self->languages = stile_form_dup_languages (form);
  for (guint i = 0; self->languages[i] != NULL; i++)
    if (g_strcmp0 (self->languages[i], self->language) == 0)
      chosen = i;
  g_free (self->language);
  self->language = g_strdup (self->languages[chosen]);
  for (guint i = 0; self->languages[i] != NULL; i++)
    gtk_string_list_append (self->language_names,
                            stile_language_get_own_name (self->languages[i]));
  gtk_drop_down_set_selected (self->language_choice, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->language_choice), self->languages[1] != NULL);
}

static void
take_form (StilePreviewPage *self, StileForm *form)
{
  StileInterview *before = self->interview;
  g_autofree char *id = dup_question_id (self);
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  self->interview = stile_interview_new (form, &today);
  if (before != NULL)
    stile_preview_carry_answers (before, self->interview);
  take_languages (self, form);
  show_form (self, id);
  g_clear_pointer (&before, stile_interview_free);
}

/* With the whole page to themselves, or above the preview and not too high. */
static void
show_body (StilePreviewPage *self, gboolean shown)
{
  gtk_widget_set_visible (self->body, shown);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sections_button), shown);
  gtk_widget_set_vexpand (GTK_WIDGET (self->faults_scroller), !shown);
  gtk_scrolled_window_set_max_content_height (self->faults_scroller, shown ? 160 : -1);
  if (shown)
    return;
  adw_window_title_set_title (self->title, _("Preview"));
  adw_window_title_set_subtitle (self->title, "");
}

static void
load (StilePreviewPage *self)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = stile_form_read (self->path, &error);
  g_autoptr (StileForm) form = NULL;

  if (xml != NULL)
    form = stile_form_parse (xml, faults);
  if (form != NULL)
    stile_form_check_reach (form, faults);
  show_body (self, form != NULL);
  if (xml != NULL)
    stile_preview_faults_show (self->faults, faults, form, STILE_NONE);
  else
    stile_preview_faults_show_problem (self->faults, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->faults_scroller),
                          gtk_widget_get_visible (GTK_WIDGET (self->faults)));
  if (form == NULL)
    return;
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = g_steal_pointer (&faults);
  take_form (self, form);
}

static gboolean
settled_cb (gpointer user_data)
{
  StilePreviewPage *self = user_data;

  self->reload_id = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

static void
file_changed_cb (StilePreviewPage *self)
{
  g_clear_handle_id (&self->reload_id, g_source_remove);
  self->reload_id = g_timeout_add (SETTLE_MILLISECONDS, settled_cb, self);
}

void
stile_preview_page_open (StilePreviewPage *self, const char *path)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (STILE_IS_PREVIEW_PAGE (self));
  g_return_if_fail (self->path == NULL);

  self->path = g_file_test (path, G_FILE_TEST_IS_DIR) ? g_build_filename (path, "form.xml", NULL)
                                                      : g_strdup (path);
  file = g_file_new_for_path (self->path);
  /* Where nothing can be watched the form is seen as it is now. */
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self,
                             G_CONNECT_SWAPPED);
  load (self);
}

static void
stile_preview_page_dispose (GObject *object)
{
  StilePreviewPage *self = STILE_PREVIEW_PAGE (object);

  g_clear_handle_id (&self->reload_id, g_source_remove);
  if (self->interview != NULL)
    stile_question_pane_set_interview (self->pane, NULL, NULL);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->interview, stile_interview_free);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (stile_preview_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, sections_button);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, sections);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, faults_scroller);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, faults);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, body);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, pane);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, faults_here);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, language_choice);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, language_names);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, result);
}

static void
stile_preview_page_class_init (StilePreviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_preview_page_dispose;

  g_type_ensure (STILE_TYPE_QUESTION_PANE);
  g_type_ensure (STILE_TYPE_SECTION_LIST);
  g_type_ensure (STILE_TYPE_PREVIEW_FAULTS);
  g_type_ensure (STILE_TYPE_PREVIEW_RESULT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/preview-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, answer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, fault_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
}

static void
stile_preview_page_init (StilePreviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stile_question_pane_add (self->pane, GTK_WIDGET (self->faults_here), NULL);
  stile_question_pane_watch_keys (self->pane, GTK_WIDGET (self));
}
