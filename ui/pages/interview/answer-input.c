// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer-input.h"

#include "choice-input.h"
#include "date-input.h"
#include "field-menus.h"
#include "number-input.h"
#include "text-input.h"

typedef struct
{
  gboolean setting;       /* the program itself is changing the fields */
  StileFieldMenus *menus; /* NULL: nothing was said yet */
} StileAnswerInputPrivate;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StileAnswerInput, stile_answer_input, ADW_TYPE_BIN)

static gboolean
stile_answer_input_real_check_text (StileAnswerInput *self, const char *text, GError **error)
{
  return TRUE;
}

static gboolean
stile_answer_input_real_press_digit (StileAnswerInput *self, guint digit)
{
  return FALSE;
}

static void
stile_answer_input_real_say (StileAnswerInput *self, const StileLanguages *languages)
{
}

static void
stile_answer_input_dispose (GObject *object)
{
  StileAnswerInputPrivate *priv
    = stile_answer_input_get_instance_private (STILE_ANSWER_INPUT (object));

  g_clear_pointer (&priv->menus, stile_field_menus_free);
  G_OBJECT_CLASS (stile_answer_input_parent_class)->dispose (object);
}

static void
stile_answer_input_class_init (StileAnswerInputClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stile_answer_input_dispose;
  klass->check_text = stile_answer_input_real_check_text;
  klass->press_digit = stile_answer_input_real_press_digit;
  klass->say = stile_answer_input_real_say;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
stile_answer_input_init (StileAnswerInput *self)
{
}

StileAnswerInput *
stile_answer_input_new (const StileForm *form, const StileQuestion *question)
{
  switch (question->type)
    {
    case STILE_QUESTION_SELECT_ONE:
    case STILE_QUESTION_SELECT_MULTIPLE:
    case STILE_QUESTION_YES_NO:
      return stile_choice_input_new (form, question);
    case STILE_QUESTION_INTEGER:
    case STILE_QUESTION_DECIMAL:
      return stile_number_input_new ();
    case STILE_QUESTION_DATE:
      return stile_date_input_new ();
    case STILE_QUESTION_TEXT:
      return stile_text_input_new ();
    case STILE_QUESTION_NOTE:
      return NULL;
    default:
      g_assert_not_reached ();
    }
}

char *
stile_answer_input_dup_text (StileAnswerInput *self)
{
  g_return_val_if_fail (STILE_IS_ANSWER_INPUT (self), NULL);

  return STILE_ANSWER_INPUT_GET_CLASS (self)->dup_text (self);
}

void
stile_answer_input_set_text (StileAnswerInput *self, const char *text)
{
  StileAnswerInputPrivate *priv = stile_answer_input_get_instance_private (self);

  g_return_if_fail (STILE_IS_ANSWER_INPUT (self));

  priv->setting = TRUE;
  STILE_ANSWER_INPUT_GET_CLASS (self)->set_text (self, text != NULL ? text : "");
  priv->setting = FALSE;
}

StileAnswer *
stile_answer_input_dup_answer (StileAnswerInput *self, const StileQuestion *question,
                               GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (STILE_IS_ANSWER_INPUT (self), NULL);

  text = stile_answer_input_dup_text (self);
  if (!STILE_ANSWER_INPUT_GET_CLASS (self)->check_text (self, text, error))
    return NULL;
  return stile_answer_new (question, text, error);
}

gboolean
stile_answer_input_press_digit (StileAnswerInput *self, guint digit)
{
  g_return_val_if_fail (STILE_IS_ANSWER_INPUT (self), FALSE);

  return STILE_ANSWER_INPUT_GET_CLASS (self)->press_digit (self, digit);
}

void
stile_answer_input_say (StileAnswerInput *self, const StileLanguages *languages)
{
  StileAnswerInputPrivate *priv = stile_answer_input_get_instance_private (self);

  g_return_if_fail (STILE_IS_ANSWER_INPUT (self));

  STILE_ANSWER_INPUT_GET_CLASS (self)->say (self, languages);
  if (priv->menus == NULL)
    priv->menus = stile_field_menus_new (GTK_WIDGET (self));
  stile_field_menus_say (priv->menus, languages->first);
}

void
stile_answer_input_emit_changed (StileAnswerInput *self, gboolean at_rest)
{
  StileAnswerInputPrivate *priv = stile_answer_input_get_instance_private (self);

  if (!priv->setting)
    g_signal_emit (self, signals[CHANGED], 0, at_rest);
}
