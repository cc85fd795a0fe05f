// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "state-choice.h"

#include "widgets/choice-row.h"
#include "words.h"

struct _StileStateChoice
{
  AdwBin parent_instance;

  GtkToggleButton *declined;
  GtkToggleButton *unknown;

  gboolean setting;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StileStateChoice, stile_state_choice, ADW_TYPE_BIN)

static void
toggled_cb (StileStateChoice *self, GtkToggleButton *row)
{
  if (self->setting || !gtk_toggle_button_get_active (row))
    return;

  stile_state_choice_set_state (self, row == self->declined ? STILE_ANSWER_DECLINED
                                                            : STILE_ANSWER_UNKNOWN);
  g_signal_emit (self, signals[CHOSEN], 0);
}

StileAnswerState
stile_state_choice_get_state (StileStateChoice *self)
{
  g_return_val_if_fail (STILE_IS_STATE_CHOICE (self), STILE_ANSWER_UNANSWERED);

  if (gtk_toggle_button_get_active (self->declined))
    return STILE_ANSWER_DECLINED;
  if (gtk_toggle_button_get_active (self->unknown))
    return STILE_ANSWER_UNKNOWN;
  return STILE_ANSWER_UNANSWERED;
}

void
stile_state_choice_set_state (StileStateChoice *self, StileAnswerState state)
{
  g_return_if_fail (STILE_IS_STATE_CHOICE (self));

  self->setting = TRUE;
  gtk_toggle_button_set_active (self->declined, state == STILE_ANSWER_DECLINED);
  gtk_toggle_button_set_active (self->unknown, state == STILE_ANSWER_UNKNOWN);
  self->setting = FALSE;
}

void
stile_state_choice_choose (StileStateChoice *self, StileAnswerState state)
{
  GtkToggleButton *row;

  g_return_if_fail (STILE_IS_STATE_CHOICE (self));
  g_return_if_fail (state == STILE_ANSWER_DECLINED || state == STILE_ANSWER_UNKNOWN);

  row = state == STILE_ANSWER_DECLINED ? self->declined : self->unknown;
  gtk_toggle_button_set_active (row, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
stile_state_choice_say (StileStateChoice *self, const StileLanguages *languages)
{
  g_autoptr (StilePhrase) declined = stile_phrase_new_words (N_("Prefer not to say"), languages);
  g_autoptr (StilePhrase) unknown = stile_phrase_new_words (N_("Don’t know"), languages);

  g_return_if_fail (STILE_IS_STATE_CHOICE (self));

  stile_choice_row_say (STILE_CHOICE_ROW (self->declined), declined);
  stile_choice_row_say (STILE_CHOICE_ROW (self->unknown), unknown);
}

static gboolean
stile_state_choice_grab_focus (GtkWidget *widget)
{
  StileStateChoice *self = STILE_STATE_CHOICE (widget);
  gboolean unknown = gtk_toggle_button_get_active (self->unknown);

  return gtk_widget_grab_focus (GTK_WIDGET (unknown ? self->unknown : self->declined));
}

static void
stile_state_choice_class_init (StileStateChoiceClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = stile_state_choice_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static GtkToggleButton *
add_row (StileStateChoice *self, GtkGrid *grid, int column, const char *accelerator)
{
  GtkWidget *row = stile_choice_row_new (STILE_CHOICE_ONE, "", accelerator);

  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (grid, row, column, 0, 1, 1);
  return GTK_TOGGLE_BUTTON (row);
}

static void
stile_state_choice_init (StileStateChoice *self)
{
  GtkGrid *grid
    = g_object_new (GTK_TYPE_GRID, "column-spacing", 8, "column-homogeneous", TRUE, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self), "state-choice");
  self->declined = add_row (self, grid, 0, "<Alt>p");
  self->unknown = add_row (self, grid, 1, "<Alt>d");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (grid));
  stile_state_choice_say (self, &(StileLanguages) { NULL, NULL });
}
