// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "choice-input.h"

#include "widgets/choice-row.h"

struct _StileChoiceInput
{
  StileAnswerInput parent_instance;

  const StileForm *form;
  const StileQuestion *question;
  GPtrArray *rows; /* of StileChoiceRow, one for each choice */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (StileChoiceInput, stile_choice_input, STILE_TYPE_ANSWER_INPUT)

static gboolean
is_chosen (StileChoiceInput *self, guint choice)
{
  return gtk_toggle_button_get_active (g_ptr_array_index (self->rows, choice));
}

static void
set_chosen (StileChoiceInput *self, guint choice, gboolean chosen)
{
  gtk_toggle_button_set_active (g_ptr_array_index (self->rows, choice), chosen);
}

static gboolean
may_stay_beside (StileChoiceInput *self, guint choice, guint newcomer)
{
  const StileChoice *choices = self->question->choices;

  return self->question->type == STILE_QUESTION_SELECT_MULTIPLE && !choices[choice].exclusive
         && !choices[newcomer].exclusive;
}

static void
toggled_cb (StileChoiceInput *self, GtkToggleButton *row)
{
  guint toggled = 0;

  if (self->updating)
    return;

  self->updating = TRUE;
  g_ptr_array_find (self->rows, row, &toggled);
  for (guint i = 0; i < self->rows->len; i++)
    if (i != toggled && is_chosen (self, toggled) && !may_stay_beside (self, i, toggled))
      set_chosen (self, i, FALSE);
  self->updating = FALSE;
  stile_answer_input_emit_changed (STILE_ANSWER_INPUT (self), TRUE);
}

static char *
stile_choice_input_dup_text (StileAnswerInput *input)
{
  StileChoiceInput *self = STILE_CHOICE_INPUT (input);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (is_chosen (self, i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              self->question->choices[i].id);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
stile_choice_input_set_text (StileAnswerInput *input, const char *text)
{
  StileChoiceInput *self = STILE_CHOICE_INPUT (input);
  g_auto (GStrv) ids = g_strsplit (text, " ", -1);

  self->updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *id = self->question->choices[i].id;

      set_chosen (self, i, g_strv_contains ((const char *const *) ids, id));
    }
  self->updating = FALSE;
}

static gboolean
stile_choice_input_press_digit (StileAnswerInput *input, guint digit)
{
  StileChoiceInput *self = STILE_CHOICE_INPUT (input);
  guint choice = digit == 0 ? 9 : digit - 1;
  GtkWidget *row;

  if (choice >= self->rows->len)
    return FALSE;

  row = g_ptr_array_index (self->rows, choice);
  gtk_widget_grab_focus (row);
  g_signal_emit_by_name (row, "clicked");
  return TRUE;
}

static gboolean
stile_choice_input_grab_focus (GtkWidget *widget)
{
  StileChoiceInput *self = STILE_CHOICE_INPUT (widget);
  guint wanted = 0;

  for (guint i = self->rows->len; i > 0; i--)
    if (is_chosen (self, i - 1))
      wanted = i - 1;
  return gtk_widget_grab_focus (g_ptr_array_index (self->rows, wanted));
}

static void
stile_choice_input_say (StileAnswerInput *input, const StileLanguages *languages)
{
  StileChoiceInput *self = STILE_CHOICE_INPUT (input);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (StilePhrase) phrase
        = stile_phrase_new_choice (self->form, &self->question->choices[i], languages);

      stile_choice_row_say (g_ptr_array_index (self->rows, i), phrase);
    }
}

static void
stile_choice_input_finalize (GObject *object)
{
  g_ptr_array_unref (STILE_CHOICE_INPUT (object)->rows);
  G_OBJECT_CLASS (stile_choice_input_parent_class)->finalize (object);
}

static void
stile_choice_input_class_init (StileChoiceInputClass *klass)
{
  StileAnswerInputClass *input_class = STILE_ANSWER_INPUT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_choice_input_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = stile_choice_input_grab_focus;
  input_class->dup_text = stile_choice_input_dup_text;
  input_class->set_text = stile_choice_input_set_text;
  input_class->press_digit = stile_choice_input_press_digit;
  input_class->say = stile_choice_input_say;
}

static void
stile_choice_input_init (StileChoiceInput *self)
{
  self->rows = g_ptr_array_new ();
}

static void
add_row (StileChoiceInput *self, GtkBox *box, guint choice)
{
  gboolean many = self->question->type == STILE_QUESTION_SELECT_MULTIPLE;
  char key[] = { (char) ('0' + (choice + 1) % 10), '\0' };
  GtkWidget *row = stile_choice_row_new (many ? STILE_CHOICE_MANY : STILE_CHOICE_ONE, "",
                                         choice < 10 ? key : NULL);

  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  gtk_box_append (box, row);
}

StileAnswerInput *
stile_choice_input_new (const StileForm *form, const StileQuestion *question)
{
  GtkAccessibleRole role = question->type == STILE_QUESTION_SELECT_MULTIPLE
                             ? GTK_ACCESSIBLE_ROLE_GROUP
                             : GTK_ACCESSIBLE_ROLE_RADIO_GROUP;
  StileChoiceInput *self = g_object_new (STILE_TYPE_CHOICE_INPUT, "accessible-role", role, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));

  self->form = form;
  self->question = question;
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  for (guint i = 0; i < question->n_choices; i++)
    add_row (self, box, i);
  return STILE_ANSWER_INPUT (self);
}
