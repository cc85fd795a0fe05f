// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "referral-line.h"

#include <glib/gi18n-lib.h>

#include "followup.h"
#include "referral-words.h"

struct _StileReferralLine
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *state;
  GtkLabel *reminder;
  GtkButton *next;
};

G_DEFINE_FINAL_TYPE (StileReferralLine, stile_referral_line, ADW_TYPE_BIN)

static void
stile_referral_line_class_init (StileReferralLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/referral-line.ui");
  gtk_widget_class_bind_template_child (widget_class, StileReferralLine, title);
  gtk_widget_class_bind_template_child (widget_class, StileReferralLine, state);
  gtk_widget_class_bind_template_child (widget_class, StileReferralLine, reminder);
  gtk_widget_class_bind_template_child (widget_class, StileReferralLine, next);
}

static void
stile_referral_line_init (StileReferralLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

GtkWidget *
stile_referral_line_new (const StileReferral *referral, const char *title, GDateTime *now)
{
  StileReferralLine *self = g_object_new (STILE_TYPE_REFERRAL_LINE, NULL);
  const char *next = stile_referral_get_next_words (referral);
  g_autofree char *state = stile_referral_describe (referral, now);
  g_autofree char *reminder = NULL;
  g_autofree char *spoken = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
  reminder = stile_referral_dup_reminder (referral, &today);
  /* Translators: a step, a kind of help: "Note the answer: Debt advice" */
  spoken = g_strdup_printf (_("%s: %s"), next,
                            referral->service != NULL ? referral->service : referral->label);

  set_label (self->title, title);
  set_label (self->state, state);
  set_label (self->reminder, reminder);
  gtk_button_set_label (self->next, next);
  if (reminder != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->next), "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), "win.referral");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next), "(ss)", referral->case_id,
                                    referral->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  return GTK_WIDGET (self);
}
