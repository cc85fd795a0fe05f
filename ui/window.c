// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window.h"

#include <glib/gi18n-lib.h>

#include "pages/check-answers/check-answers-page.h"
#include "pages/interview/interview-page.h"
#include "pages/result/result-page.h"

struct _StileWindow
{
  AdwApplicationWindow parent_instance;

  GtkStack *pages;
  StileInterviewPage *interview_page;
  StileCheckAnswersPage *check_answers_page;
  StileResultPage *result_page;

  StileCasework *casework;
};

G_DEFINE_FINAL_TYPE (StileWindow, stile_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_page (StileWindow *self, gpointer page)
{
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
}

static void
interview_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileWindow *self = STILE_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  const char *case_id, *assessment_id, *question_id;

  g_variant_get (parameter, "(&s&s&s)", &case_id, &assessment_id, &question_id);
  if (stile_interview_page_open (self->interview_page, self->casework, case_id, assessment_id,
                                 *question_id != '\0' ? question_id : NULL, &error))
    show_page (self, self->interview_page);
}

static void
check_answers_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileWindow *self = STILE_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  const char *case_id, *assessment_id;

  g_variant_get (parameter, "(&s&s)", &case_id, &assessment_id);
  if (stile_check_answers_page_open (self->check_answers_page, self->casework, case_id,
                                     assessment_id, &error))
    show_page (self, self->check_answers_page);
}

static void
result_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileWindow *self = STILE_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  const char *case_id, *assessment_id;

  g_variant_get (parameter, "(&s&s)", &case_id, &assessment_id);
  if (stile_result_page_open (self->result_page, self->casework, case_id, assessment_id, &error))
    show_page (self, self->result_page);
}

static void
stile_window_class_init (StileWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STILE_TYPE_INTERVIEW_PAGE);
  g_type_ensure (STILE_TYPE_CHECK_ANSWERS_PAGE);
  g_type_ensure (STILE_TYPE_RESULT_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/window.ui");
  gtk_widget_class_bind_template_child (widget_class, StileWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, StileWindow, interview_page);
  gtk_widget_class_bind_template_child (widget_class, StileWindow, check_answers_page);
  gtk_widget_class_bind_template_child (widget_class, StileWindow, result_page);

  gtk_widget_class_install_action (widget_class, "win.interview", "(sss)", interview_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.check-answers", "(ss)",
                                   check_answers_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.result", "(ss)", result_activated_cb);
}

static void
stile_window_init (StileWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StileWindow *
stile_window_new (StileApplication *application)
{
  return g_object_new (STILE_TYPE_WINDOW, "application", application, NULL);
}
