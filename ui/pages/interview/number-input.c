// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "number-input.h"

#include "words.h"

struct _StileNumberInput
{
  StileAnswerInput parent_instance;

  GtkEntry *entry;
};

G_DEFINE_FINAL_TYPE (StileNumberInput, stile_number_input, STILE_TYPE_ANSWER_INPUT)

static void
entry_changed_cb (StileNumberInput *self)
{
  stile_answer_input_emit_changed (STILE_ANSWER_INPUT (self), FALSE);
}

static char *
stile_number_input_dup_text (StileAnswerInput *input)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (STILE_NUMBER_INPUT (input)->entry)));
}

static void
stile_number_input_set_text (StileAnswerInput *input, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (STILE_NUMBER_INPUT (input)->entry), text);
}

static void
stile_number_input_say (StileAnswerInput *input, const StileLanguages *languages)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (languages->first);
  GtkAccessible *field = GTK_ACCESSIBLE (STILE_NUMBER_INPUT (input)->entry);

  gtk_accessible_update_property (field, GTK_ACCESSIBLE_PROPERTY_LABEL, _("Your answer, a number"),
                                  -1);
}

static gboolean
stile_number_input_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STILE_NUMBER_INPUT (widget)->entry));
}

static void
stile_number_input_class_init (StileNumberInputClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StileAnswerInputClass *input_class = STILE_ANSWER_INPUT_CLASS (klass);

  widget_class->grab_focus = stile_number_input_grab_focus;
  input_class->dup_text = stile_number_input_dup_text;
  input_class->set_text = stile_number_input_set_text;
  input_class->say = stile_number_input_say;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/number-input.ui");
  gtk_widget_class_bind_template_child (widget_class, StileNumberInput, entry);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
}

static void
stile_number_input_init (StileNumberInput *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StileAnswerInput *
stile_number_input_new (void)
{
  return g_object_new (STILE_TYPE_NUMBER_INPUT, NULL);
}
