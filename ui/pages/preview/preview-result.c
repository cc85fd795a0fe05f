// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preview-result.h"

#include "pages/result/alerts-view.h"
#include "pages/result/reasons-view.h"
#include "widgets/needs-profile.h"
#include "widgets/result-words.h"

struct _StilePreviewResult
{
  AdwBin parent_instance;

  StileAlertsView *alerts;
  GtkLabel *category;
  GtkLabel *range;
  StileNeedsProfile *needs_profile;
  GtkWidget *findings_group;
  GtkListBox *findings;
  GtkWidget *referrals_group;
  GtkListBox *referrals;
  StileReasonsView *reasons_view;
};

G_DEFINE_FINAL_TYPE (StilePreviewResult, stile_preview_result, ADW_TYPE_BIN)

static void
clear (StilePreviewResult *self)
{
  GtkListBox *const lists[] = { self->findings, self->referrals };
  GtkListBoxRow *row;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    while ((row = gtk_list_box_get_row_at_index (lists[i], 0)) != NULL)
      gtk_list_box_remove (lists[i], GTK_WIDGET (row));
}

static void
add_row (GtkListBox *list, const char *title, const char *subtitle)
{
  AdwActionRow *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

  /* Set together with the words it would come too late for them. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

static void
add_referral (StilePreviewResult *self, const StileReferralRule *referral, const char *language)
{
  g_autofree char *why =
    g_strdup_printf ("%s\n%s", stile_text_get (referral->reason, language, NULL),
                     stile_result_words_get_urgency (referral->urgency));

  add_row (self->referrals, stile_text_get (referral->label, language, NULL), why);
}

static void
show_lists (StilePreviewResult *self, const StileResult *result, const char *language)
{
  const StileForm *form = result->form;

  clear (self);
  stile_alerts_view_show (self->alerts, result, NULL, language);
  for (guint i = 0; i < form->n_findings; i++)
    if (result->findings[i])
      add_row (self->findings, stile_text_get (form->findings[i].label, language, NULL), "");
  for (guint i = 0; i < result->referrals->len; i++)
    add_referral (self, &form->referrals[g_array_index (result->referrals, guint, i)],
                  language);
  gtk_widget_set_visible (self->findings_group,
                          gtk_list_box_get_row_at_index (self->findings, 0) != NULL);
  gtk_widget_set_visible (self->referrals_group, result->referrals->len > 0);
}

void
stile_preview_result_show (StilePreviewResult *self, const StileInterview *interview,
                           const char *language)
{
  g_autoptr (StileResult) result = NULL;
  g_autofree char *range = NULL;

  g_return_if_fail (STILE_IS_PREVIEW_RESULT (self));

  result = stile_result_new (interview);
  range = stile_result_words_dup_range (result, language);
  gtk_label_set_label (self->category,
                       stile_text_get (result->form->categories[result->category].label, language,
                                       NULL));
  gtk_label_set_label (self->range, range);
  show_lists (self, result, language);
  stile_needs_profile_show (self->needs_profile, result, language);
  stile_reasons_view_show (self->reasons_view, result, language);
}

static void
stile_preview_result_class_init (StilePreviewResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STILE_TYPE_ALERTS_VIEW);
  g_type_ensure (STILE_TYPE_NEEDS_PROFILE);
  g_type_ensure (STILE_TYPE_REASONS_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stile/Stile/preview-result.ui");
  gtk_widget_class_bind_template_child (widget_class, StilePreviewResult, alerts);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewResult, category);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewResult, range);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewResult, needs_profile);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewResult, findings_group);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewResult, findings);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewResult, referrals_group);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewResult, referrals);
  gtk_widget_class_bind_template_child (widget_class, StilePreviewResult, reasons_view);
}

static void
stile_preview_result_init (StilePreviewResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
