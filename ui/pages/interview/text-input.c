// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text-input.h"

#include "words.h"

struct _StileTextInput
{
  StileAnswerInput parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (StileTextInput, stile_text_input, STILE_TYPE_ANSWER_INPUT)

static void
buffer_changed_cb (StileTextInput *self)
{
  stile_answer_input_emit_changed (STILE_ANSWER_INPUT (self), FALSE);
}

static char *
stile_text_input_dup_text (StileAnswerInput *input)
{
  g_autofree char *text = NULL;

  g_object_get (STILE_TEXT_INPUT (input)->buffer, "text", &text, NULL);
  return g_steal_pointer (&text);
}

static void
stile_text_input_set_text (StileAnswerInput *input, const char *text)
{
  gtk_text_buffer_set_text (STILE_TEXT_INPUT (input)->buffer, text, -1);
}

static void
stile_text_input_say (StileAnswerInput *input, const StileLanguages *languages)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (languages->first);
  GtkAccessible *field = GTK_ACCESSIBLE (STILE_TEXT_INPUT (input)->view);

  gtk_accessible_update_property (field, GTK_ACCESSIBLE_PROPERTY_LABEL, _("Your answer, in words"),
                                  -1);
}

static gboolean
stile_text_input_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STILE_TEXT_INPUT (widget)->view));
}

static void
stile_text_input_class_init (StileTextInputClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StileAnswerInputClass *input_class = STILE_ANSWER_INPUT_CLASS (klass);

  widget_class->grab_focus = stile_text_input_grab_focus;
  input_class->dup_text = stile_text_input_dup_text;
  input_class->set_text = stile_text_input_set_text;
  input_class->say = stile_text_input_say;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/text-input.ui");
  gtk_widget_class_bind_template_child (widget_class, StileTextInput, view);
  gtk_widget_class_bind_template_child (widget_class, StileTextInput, buffer);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed_cb);
}

static void
stile_text_input_init (StileTextInput *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StileAnswerInput *
stile_text_input_new (void)
{
  return g_object_new (STILE_TYPE_TEXT_INPUT, NULL);
}
