// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decision-panel.h"

#include <glib/gi18n-lib.h>

#include "error-summary.h"
#include "widgets/choice-row.h"

struct _StileDecisionPanel
{
  AdwBin parent_instance;

  GtkWidget *asking;
  GtkWidget *telling;
  GtkLabel *decision;
  StileErrorSummary *summary;
  GtkWidget *change;
  GtkWidget *question;
  GtkButton *confirm;
  GtkToggleButton *another;
  GtkWidget *keep;
  GtkBox *categories; /* of StileChoiceRow, one for each category but the one left out */
  GtkTextView *reason;

  const StileForm *form;
  guint left_out; /* the category that was proposed, or decided before */
};

enum
{
  DECIDE,
  CHANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StileDecisionPanel, stile_decision_panel, ADW_TYPE_BIN)

/* The category a row stands for: rows leave one out. */
static guint
to_category (StileDecisionPanel *self, guint row)
{
  return row < self->left_out ? row : row + 1;
}

static const StileCategory *
get_chosen (StileDecisionPanel *self)
{
  guint row = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->categories));
       child != NULL; child = gtk_widget_get_next_sibling (child), row++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return &self->form->categories[to_category (self, row)];
  return NULL;
}

static char *
dup_reason (StileDecisionPanel *self)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->reason), "text", &text, NULL);
  return g_strstrip (g_steal_pointer (&text));
}

static void
confirm_clicked_cb (StileDecisionPanel *self)
{
  stile_error_summary_clear (self->summary);
  g_signal_emit (self, signals[DECIDE], 0, self->form->categories[self->left_out].id, NULL);
}

static void
change_clicked_cb (StileDecisionPanel *self)
{
  g_signal_emit (self, signals[CHANGE], 0);
}

static void
save_clicked_cb (StileDecisionPanel *self)
{
  const StileCategory *chosen = get_chosen (self);
  g_autofree char *reason = dup_reason (self);

  stile_error_summary_clear (self->summary);
  if (chosen == NULL)
    stile_error_summary_add (self->summary, _("Choose the category that fits better."),
                             gtk_widget_get_first_child (GTK_WIDGET (self->categories)));
  if (*reason == '\0')
    stile_error_summary_add (self->summary, _("Say in a few words why it fits better."),
                             GTK_WIDGET (self->reason));
  if (stile_error_summary_is_empty (self->summary))
    g_signal_emit (self, signals[DECIDE], 0, chosen->id, reason);
  else
    stile_error_summary_present (self->summary);
}

static void
add_category (StileDecisionPanel *self, guint category, const char *language)
{
  const StileCategory *offered = &self->form->categories[category];
  g_autofree char *label =
    g_strdup_printf ("%s\n%s", stile_text_get (offered->label, language, NULL),
                     stile_text_get (offered->meaning, language, NULL));
  GtkWidget *row = stile_choice_row_new (STILE_CHOICE_ONE, label, NULL);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->categories));

  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (row), GTK_TOGGLE_BUTTON (first));
  gtk_box_append (self->categories, row);
}

static void
clear (StileDecisionPanel *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->categories))) != NULL)
    gtk_box_remove (self->categories, child);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->reason), "", -1);
  gtk_toggle_button_set_active (self->another, FALSE);
  stile_error_summary_clear (self->summary);
  self->form = NULL;
}

static void
keep_clicked_cb (StileDecisionPanel *self)
{
  clear (self);
  adw_bin_set_child (ADW_BIN (self), self->telling);
  gtk_widget_grab_focus (self->change);
}

/* With a decision before, the only question is which other one. */
static void
ask (StileDecisionPanel *self, const StileForm *form, guint left_out, gboolean again,
     const char *language)
{
  clear (self);
  self->form = form;
  self->left_out = left_out;
  for (guint i = 0; i < form->n_categories; i++)
    if (i != left_out)
      add_category (self, i, language);
  gtk_widget_set_visible (self->question, !again);
  gtk_widget_set_visible (GTK_WIDGET (self->confirm), !again);
  gtk_widget_set_visible (GTK_WIDGET (self->another), !again && form->n_categories > 1);
  gtk_widget_set_visible (self->keep, again);
  gtk_toggle_button_set_active (self->another, again);
  adw_bin_set_child (ADW_BIN (self), self->asking);
}

void
stile_decision_panel_ask (StileDecisionPanel *self, const StileForm *form, guint proposed,
                          const char *language)
{
  g_autofree char *confirm = NULL;

  g_return_if_fail (STILE_IS_DECISION_PANEL (self));
  g_return_if_fail (proposed < form->n_categories);

  /* Translators: a category. */
  confirm = g_strdup_printf (_("Confirm “%s”"),
                             stile_text_get (form->categories[proposed].label, language, NULL));
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (self->confirm)), confirm);
  ask (self, form, proposed, FALSE, language);
}

void
stile_decision_panel_ask_again (StileDecisionPanel *self, const StileForm *form, guint decided,
                                const char *language)
{
  g_return_if_fail (STILE_IS_DECISION_PANEL (self));
  g_return_if_fail (decided < form->n_categories);

  ask (self, form, decided, TRUE, language);
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->categories)));
}

void
stile_decision_panel_tell (StileDecisionPanel *self, const char *decision)
{
  g_return_if_fail (STILE_IS_DECISION_PANEL (self));

  clear (self);
  gtk_label_set_label (self->decision, decision != NULL ? decision : "");
  gtk_widget_set_visible (self->change, decision != NULL);
  adw_bin_set_child (ADW_BIN (self), self->telling);
}

void
stile_decision_panel_refuse (StileDecisionPanel *self, const char *sentence)
{
  g_return_if_fail (STILE_IS_DECISION_PANEL (self));

  stile_error_summary_clear (self->summary);
  stile_error_summary_add (self->summary, sentence, NULL);
  stile_error_summary_present (self->summary);
}

static void
stile_decision_panel_class_init (StileDecisionPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STILE_TYPE_ERROR_SUMMARY);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/decision-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, StileDecisionPanel, asking);
  gtk_widget_class_bind_template_child (widget_class, StileDecisionPanel, telling);
  gtk_widget_class_bind_template_child (widget_class, StileDecisionPanel, decision);
  gtk_widget_class_bind_template_child (widget_class, StileDecisionPanel, summary);
  gtk_widget_class_bind_template_child (widget_class, StileDecisionPanel, change);
  gtk_widget_class_bind_template_child (widget_class, StileDecisionPanel, question);
  gtk_widget_class_bind_template_child (widget_class, StileDecisionPanel, keep);
  gtk_widget_class_bind_template_child (widget_class, StileDecisionPanel, confirm);
  gtk_widget_class_bind_template_child (widget_class, StileDecisionPanel, another);
  gtk_widget_class_bind_template_child (widget_class, StileDecisionPanel, categories);
  gtk_widget_class_bind_template_child (widget_class, StileDecisionPanel, reason);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);

  signals[DECIDE] = g_signal_new ("decide", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[CHANGE] = g_signal_new ("change", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
stile_decision_panel_init (StileDecisionPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
