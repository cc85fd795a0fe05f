// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alert-card.h"

#include "widgets/result-words.h"
#include "words.h"

struct _StileAlertCard
{
  AdwBin parent_instance;

  GtkLabel *urgency;
  GtkLabel *label;
  GtkLabel *action;
  GtkLabel *local;
};

G_DEFINE_FINAL_TYPE (StileAlertCard, stile_alert_card, ADW_TYPE_BIN)

static void
stile_alert_card_class_init (StileAlertCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/alert-card.ui");
  gtk_widget_class_bind_template_child (widget_class, StileAlertCard, urgency);
  gtk_widget_class_bind_template_child (widget_class, StileAlertCard, label);
  gtk_widget_class_bind_template_child (widget_class, StileAlertCard, action);
  gtk_widget_class_bind_template_child (widget_class, StileAlertCard, local);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
stile_alert_card_init (StileAlertCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* There are numbers to call in it, which keep their order. */
static void
set_words (GtkLabel *label, const char *words)
{
  g_autofree char *directed = stile_words_dup_directed (words);

  gtk_label_set_label (label, directed);
}

GtkWidget *
stile_alert_card_new (const StileAlert *alert, const char *language, const char *local)
{
  StileAlertCard *self = g_object_new (STILE_TYPE_ALERT_CARD, NULL);

  gtk_label_set_label (self->urgency, stile_result_words_get_urgency (alert->urgency));
  gtk_label_set_label (self->label, stile_text_get (alert->label, language, NULL));
  set_words (self->action, stile_text_get (alert->action, language, NULL));
  set_words (self->local, local != NULL ? local : "");
  gtk_widget_set_visible (GTK_WIDGET (self->local), local != NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), stile_urgency_to_string (alert->urgency));
  return GTK_WIDGET (self);
}
