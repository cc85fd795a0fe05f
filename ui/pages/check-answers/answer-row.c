// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer-row.h"

struct _StileAnswerRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *question;
  GtkLabel *question_second;
  GtkLabel *untranslated;
  GtkLabel *answer;
  GtkLabel *answer_second;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (StileAnswerRow, stile_answer_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
stile_answer_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STILE_ANSWER_ROW (widget)->button));
}

static void
stile_answer_row_class_init (StileAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = stile_answer_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/answer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StileAnswerRow, question);
  gtk_widget_class_bind_template_child (widget_class, StileAnswerRow, answer);
  gtk_widget_class_bind_template_child (widget_class, StileAnswerRow, question_second);
  gtk_widget_class_bind_template_child (widget_class, StileAnswerRow, untranslated);
  gtk_widget_class_bind_template_child (widget_class, StileAnswerRow, answer_second);
  gtk_widget_class_bind_template_child (widget_class, StileAnswerRow, button);
}

static void
stile_answer_row_init (StileAnswerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
stile_answer_row_new (const StilePhrase *question, const StilePhrase *answer)
{
  StileAnswerRow *self = g_object_new (STILE_TYPE_ANSWER_ROW, NULL);
  g_autofree char *spoken_question = stile_phrase_dup_spoken (question);
  g_autofree char *spoken_answer = stile_phrase_dup_spoken (answer);
  g_autofree char *both = g_strdup_printf ("%s %s", spoken_question, spoken_answer);

  stile_phrase_show (question, self->question, self->question_second, self->untranslated);
  stile_phrase_show (answer, self->answer, self->answer_second, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, both, -1);
  return GTK_WIDGET (self);
}

void
stile_answer_row_set_action (StileAnswerRow *self, const char *verb, const char *action,
                             GVariant *parameter)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (STILE_IS_ANSWER_ROW (self));

  spoken = g_strdup_printf ("%s: %s", verb, gtk_label_get_label (self->question));
  gtk_button_set_label (self->button, verb);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), parameter);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  gtk_widget_show (GTK_WIDGET (self->button));
}

const char *
stile_answer_row_get_question (StileAnswerRow *self)
{
  g_return_val_if_fail (STILE_IS_ANSWER_ROW (self), NULL);

  return gtk_label_get_label (self->question);
}

const char *
stile_answer_row_get_answer (StileAnswerRow *self)
{
  g_return_val_if_fail (STILE_IS_ANSWER_ROW (self), NULL);

  return gtk_label_get_label (self->answer);
}
