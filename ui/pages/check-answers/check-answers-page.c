// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check-answers-page.h"

struct _StileCheckAnswersPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (StileCheckAnswersPage, stile_check_answers_page, ADW_TYPE_BIN)

gboolean
stile_check_answers_page_open (StileCheckAnswersPage *page, StileCasework *casework,
                               const char *case_id, const char *assessment_id,
                               GError **error)
{
  return TRUE;
}

void
stile_check_answers_page_close (StileCheckAnswersPage *page)
{
}

static void
stile_check_answers_page_class_init (StileCheckAnswersPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/stile/Stile/check-answers-page.ui");
}

static void
stile_check_answers_page_init (StileCheckAnswersPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
}
