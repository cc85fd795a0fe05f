// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preview-page.h"

#include <glib/gi18n-lib.h>

#include "pages/interview/interview-keys.h"
#include "pages/interview/interview-steps.h"
#include "pages/interview/interview-words.h"
#include "pages/interview/question-view.h"
#include "pages/interview/section-list.h"
#include "preview-answers.h"
#include "preview-faults.h"
#include "preview-result.h"
#include "reach.h"

/* Editors save in several steps: write, close, rename. */
#define SETTLE_MILLISECONDS 100

struct _StilePreviewPage
{
  AdwBin parent_instance;

  AdwWindowTitle *title;
  GtkMenuButton *sections_button;
  StileSectionList *sections;
  GtkScrolledWindow *faults_scroller;
  StilePreviewFaults *faults;
  GtkWidget *body;
  GtkScrolledWindow *scroller;
  StileQuestionView *question_view;
  StileStateChoice *state_choice;
  StilePreviewResult *result;

  char *path;
  GFileMonitor *monitor;
  guint reload_id;
  StileInterview *interview; /* of the form as it last was without errors, or NULL */
  int question;              /* or STILE_NONE */
};

G_DEFINE_FINAL_TYPE (StilePreviewPage, stile_preview_page, ADW_TYPE_BIN)

static const StileForm *
get_form (StilePreviewPage *self)
{
  return stile_interview_get_form (self->interview);
}

static const StileQuestion *
get_question (StilePreviewPage *self)
{
  return self->interview != NULL && self->question != STILE_NONE
         ? &get_form (self)->questions[self->question] : NULL;
}

/* ---- Questions and answers ---- */

static void
show_progress (StilePreviewPage *self)
{
  const StileQuestion *question = get_question (self);
  g_autofree char *progress = question != NULL
    ? stile_interview_words_dup_progress (self->interview, question->index) : NULL;

  adw_window_title_set_subtitle (self->title, progress != NULL ? progress : "");
  stile_section_list_update (self->sections, self->interview,
                             question != NULL ? question->section : G_MAXUINT);
  stile_preview_result_show (self->result, self->interview);
}

static void
show_question (StilePreviewPage *self, int index)
{
  const StileQuestion *question;

  self->question = index;
  question = get_question (self);
  if (question != NULL)
    stile_question_view_show (self->question_view, get_form (self), question, NULL,
                              stile_interview_get_answer (self->interview, question->index), NULL);
  else
    stile_question_view_clear (self->question_view);
  show_progress (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->question_view));
}

/* FALSE with @error where a person could not go on with what is entered. */
static gboolean
take_answer (StilePreviewPage *self, GError **error)
{
  g_autoptr (StileAnswer) answer = stile_question_view_dup_answer (self->question_view, error);
  guint question = get_question (self)->index;
  g_autoptr (GError) fault = NULL;

  if (answer == NULL)
    return FALSE;
  stile_interview_check_answer (self->interview, question, answer, NULL, &fault);
  if (!g_error_matches (fault, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_CONSTRAINT))
    {
      stile_interview_set_answer (self->interview, question, answer);
      show_progress (self);
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static void
answer_changed_cb (StilePreviewPage *self)
{
  stile_question_view_set_error (self->question_view, NULL);
  take_answer (self, NULL);
}

static void
next_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StilePreviewPage *self = STILE_PREVIEW_PAGE (widget);
  g_autoptr (GError) error = NULL;
  int next;

  if (get_question (self) == NULL)
    return;
  if (!take_answer (self, &error))
    {
      stile_question_view_set_error (self->question_view, error->message);
      return;
    }
  next = stile_interview_next (self->interview, self->question);
  if (next != STILE_NONE)
    show_question (self, next);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->result), GTK_DIR_TAB_FORWARD);
}

static void
back_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StilePreviewPage *self = STILE_PREVIEW_PAGE (widget);
  int previous = STILE_NONE;

  if (get_question (self) != NULL)
    previous = stile_interview_previous (self->interview, self->question);
  if (previous != STILE_NONE)
    show_question (self, previous);
}

static void
section_chosen_cb (StilePreviewPage *self, guint section)
{
  int question = stile_interview_steps_find_in_section (self->interview, section);

  gtk_menu_button_popdown (self->sections_button);
  if (question != STILE_NONE)
    show_question (self, question);
}

static void
choose_state_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  stile_state_choice_choose (STILE_PREVIEW_PAGE (widget)->state_choice,
                             g_str_equal (name, "preview.decline") ? STILE_ANSWER_DECLINED
                                                                   : STILE_ANSWER_UNKNOWN);
}

static gboolean
key_pressed_cb (StilePreviewPage *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  int digit = stile_interview_keys_get_digit (key, modifiers, focus);

  if (stile_interview_keys_is_continue (key, modifiers, focus))
    return gtk_widget_activate_action (GTK_WIDGET (self), "preview.next", NULL);
  return digit >= 0 && stile_question_view_press_digit (self->question_view, (guint) digit);
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

static void
take_form (StilePreviewPage *self, StileForm *form)
{
  StileInterview *before = self->interview;
  const StileQuestion *asked = get_question (self);
  g_autofree char *id = asked != NULL ? g_strdup (asked->id) : NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  stile_question_view_clear (self->question_view); /* it points into the form before */
  self->interview = stile_interview_new (form, &today);
  if (before != NULL)
    stile_preview_carry_answers (before, self->interview);
  g_clear_pointer (&before, stile_interview_free);

  adw_window_title_set_title (self->title, stile_text_get (form->title, NULL, NULL));
  stile_section_list_set_form (self->sections, form, NULL);
  show_question (self, find_place (self->interview, id));
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
    stile_preview_faults_show (self->faults, faults);
  else
    stile_preview_faults_show_problem (self->faults, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->faults_scroller),
                          gtk_widget_get_visible (GTK_WIDGET (self->faults)));
  if (form != NULL)
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
  if (self->question_view != NULL)
    stile_question_view_clear (self->question_view);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->interview, stile_interview_free);
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
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, question_view);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, state_choice);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewPage, result);
}

static void
stile_preview_page_class_init (StilePreviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_preview_page_dispose;

  g_type_ensure (STILE_TYPE_QUESTION_VIEW);
  g_type_ensure (STILE_TYPE_SECTION_LIST);
  g_type_ensure (STILE_TYPE_STATE_CHOICE);
  g_type_ensure (STILE_TYPE_PREVIEW_FAULTS);
  g_type_ensure (STILE_TYPE_PREVIEW_RESULT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/preview-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, answer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, next_activated_cb);
  gtk_widget_class_install_action (widget_class, "preview.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, "preview.decline", NULL,
                                   choose_state_activated_cb);
  gtk_widget_class_install_action (widget_class, "preview.unknown", NULL,
                                   choose_state_activated_cb);
}

static void
stile_preview_page_init (StilePreviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->question = STILE_NONE;
  stile_question_view_set_state_choice (self->question_view, self->state_choice);
}
