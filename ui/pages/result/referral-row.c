// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "referral-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/result-words.h"

struct _StileReferralRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *label;
  GtkLabel *urgency;
  GtkLabel *reason;
  GtkLabel *status;
  GtkWidget *status_box;
  GtkWidget *make;

  const StileReferralRule *referral;
};

enum
{
  MAKE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StileReferralRow, stile_referral_row, GTK_TYPE_LIST_BOX_ROW)

static void
make_clicked_cb (StileReferralRow *self)
{
  g_signal_emit (self, signals[MAKE], 0);
}

static void
stile_referral_row_class_init (StileReferralRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/referral-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, label);
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, urgency);
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, reason);
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, status);
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, status_box);
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, make);
  gtk_widget_class_bind_template_callback (widget_class, make_clicked_cb);

  signals[MAKE] = g_signal_new ("make", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
stile_referral_row_init (StileReferralRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
stile_referral_row_new (const StileReferralRule *referral, const char *language)
{
  StileReferralRow *self = g_object_new (STILE_TYPE_REFERRAL_ROW, NULL);
  const char *label = stile_text_get (referral->label, language, NULL);
  /* Translators: a kind of help, such as "Debt advice". */
  g_autofree char *spoken = g_strdup_printf (_ ("Make this referral: %s"), label);

  self->referral = referral;
  gtk_label_set_label (self->label, label);
  gtk_label_set_label (self->urgency, stile_result_words_get_urgency (referral->urgency));
  gtk_label_set_label (self->reason, stile_text_get (referral->reason, language, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->make), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  return GTK_WIDGET (self);
}

const StileReferralRule *
stile_referral_row_get_referral (StileReferralRow *self)
{
  g_return_val_if_fail (STILE_IS_REFERRAL_ROW (self), NULL);

  return self->referral;
}

void
stile_referral_row_set_status (StileReferralRow *self, const char *words)
{
  g_return_if_fail (STILE_IS_REFERRAL_ROW (self));

  gtk_label_set_label (self->status, words != NULL ? words : "");
  gtk_widget_set_visible (self->status_box, words != NULL);
  gtk_widget_set_visible (self->make, words == NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), words != NULL);
}
