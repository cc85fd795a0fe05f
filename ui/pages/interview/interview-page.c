// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interview-page.h"

struct _StileInterviewPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (StileInterviewPage, stile_interview_page, ADW_TYPE_BIN)

gboolean
stile_interview_page_open (StileInterviewPage *page, StileCasework *casework,
                           const char *case_id, const char *assessment_id,
                           const char *question_id, GError **error)
{
  return TRUE;
}

void
stile_interview_page_close (StileInterviewPage *page)
{
}

static void
stile_interview_page_class_init (StileInterviewPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/stile/Stile/interview-page.ui");
}

static void
stile_interview_page_init (StileInterviewPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
}
