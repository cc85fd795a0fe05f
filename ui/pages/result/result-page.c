// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "result-page.h"

struct _StileResultPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (StileResultPage, stile_result_page, ADW_TYPE_BIN)

gboolean
stile_result_page_open (StileResultPage *page, StileCasework *casework,
                        const char *case_id, const char *assessment_id, GError **error)
{
  return TRUE;
}

void
stile_result_page_close (StileResultPage *page)
{
}

static void
stile_result_page_class_init (StileResultPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/stile/Stile/result-page.ui");
}

static void
stile_result_page_init (StileResultPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
}
