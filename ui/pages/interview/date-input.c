// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "date-input.h"

#include "date-fields.h"
#include "page-words.h"

struct _StileDateInput
{
  StileAnswerInput parent_instance;

  GtkEntry *day;
  GtkEntry *month;
  GtkEntry *year;

  StilePageWords *words;
  StileDateField wanted; /* where the focus goes: the field at fault */
};

G_DEFINE_FINAL_TYPE (StileDateInput, stile_date_input, STILE_TYPE_ANSWER_INPUT)

static GtkEditable *
get_field (StileDateInput *self, StileDateField field)
{
  GtkEntry *const fields[] = {
    [STILE_DATE_DAY] = self->day, [STILE_DATE_MONTH] = self->month, [STILE_DATE_YEAR] = self->year
  };

  return GTK_EDITABLE (fields[field]);
}

static void
field_changed_cb (StileDateInput *self)
{
  stile_answer_input_emit_changed (STILE_ANSWER_INPUT (self), FALSE);
}

static char *
stile_date_input_dup_text (StileAnswerInput *input)
{
  const char *fields[STILE_DATE_N_FIELDS];

  for (guint i = 0; i < STILE_DATE_N_FIELDS; i++)
    fields[i] = gtk_editable_get_text (get_field (STILE_DATE_INPUT (input), i));
  return stile_date_fields_join (fields);
}

static void
stile_date_input_set_text (StileAnswerInput *input, const char *text)
{
  StileDateInput *self = STILE_DATE_INPUT (input);
  char *fields[STILE_DATE_N_FIELDS] = { NULL };

  self->wanted = STILE_DATE_DAY;
  stile_date_fields_split (text, fields);
  for (guint i = 0; i < STILE_DATE_N_FIELDS; i++)
    {
      gtk_editable_set_text (get_field (self, i), fields[i]);
      g_free (fields[i]);
    }
}

static gboolean
stile_date_input_check_text (StileAnswerInput *input, const char *text, GError **error)
{
  const char *fault = stile_date_fields_find_fault (text, &STILE_DATE_INPUT (input)->wanted);

  if (fault != NULL)
    g_set_error_literal (error, STILE_ASSESS_ERROR, STILE_ASSESS_ERROR_VALUE, fault);
  return fault == NULL;
}

static gboolean
stile_date_input_grab_focus (GtkWidget *widget)
{
  StileDateInput *self = STILE_DATE_INPUT (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (get_field (self, self->wanted)));
}

static void
stile_date_input_say (StileAnswerInput *input, const StileLanguages *languages)
{
  stile_page_words_say (STILE_DATE_INPUT (input)->words, languages->first);
}

static void
stile_date_input_finalize (GObject *object)
{
  stile_page_words_free (STILE_DATE_INPUT (object)->words);
  G_OBJECT_CLASS (stile_date_input_parent_class)->finalize (object);
}

static void
stile_date_input_class_init (StileDateInputClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StileAnswerInputClass *input_class = STILE_ANSWER_INPUT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_date_input_finalize;
  widget_class->grab_focus = stile_date_input_grab_focus;
  input_class->dup_text = stile_date_input_dup_text;
  input_class->set_text = stile_date_input_set_text;
  input_class->check_text = stile_date_input_check_text;
  input_class->say = stile_date_input_say;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/date-input.ui");
  gtk_widget_class_bind_template_child (widget_class, StileDateInput, day);
  gtk_widget_class_bind_template_child (widget_class, StileDateInput, month);
  gtk_widget_class_bind_template_child (widget_class, StileDateInput, year);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
}

static void
stile_date_input_init (StileDateInput *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->words = stile_page_words_new (GTK_WIDGET (self));
}

StileAnswerInput *
stile_date_input_new (void)
{
  return g_object_new (STILE_TYPE_DATE_INPUT, NULL);
}
