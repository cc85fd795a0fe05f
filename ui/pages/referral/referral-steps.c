// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "referral-steps.h"

#include <glib/gi18n-lib.h>

#include "pages/person/record-dialog.h"
#include "referral-words.h"

struct _StileReferralSteps
{
  AdwBin parent_instance;

  StileCasework *casework; /* not owned; NULL while closed, as what follows */
  char *case_id;
  char *referral_id;
  char *label;
  char *from;     /* the status */
  const char *to; /* of the step that is being asked about */
};

G_DEFINE_FINAL_TYPE (StileReferralSteps, stile_referral_steps, ADW_TYPE_BIN)

static guint stepped_signal;

static const char *const ways[]
  = { N_("By e-mail"), N_("By post"), N_("By telephone"), N_("Taken along by the person"),
      N_("On their website"), N_("In another way"), NULL };

/* A day is told only where it is not the one of writing. */
static gboolean
is_today (const GDate *day)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  return g_date_compare (day, &today) == 0;
}

static gboolean
save_step (gpointer owner, const StileRecord *record, GError **error)
{
  StileReferralSteps *self = owner;
  StileReferralStep step = { .status = self->to, .note = record->text };

  if (record->day != NULL && !is_today (record->day))
    step.day = record->day;
  if (g_strcmp0 (self->to, STILE_REFERRAL_SENT) == 0)
    step.how = _(ways[record->choice]);
  if (g_strcmp0 (self->to, STILE_REFERRAL_FINISHED) == 0)
    step.outcome = stile_referral_get_outcomes ()[record->choice];
  if (self->casework == NULL
      || !stile_casework_step_referral (self->casework, self->case_id, self->referral_id, &step,
                                        error))
    return FALSE;
  g_signal_emit (self, stepped_signal, 0);
  return TRUE;
}

static gboolean
needs_reason (const StileReferralSteps *self)
{
  return g_strcmp0 (self->to, STILE_REFERRAL_DECLINED) == 0
         || g_strcmp0 (self->to, STILE_REFERRAL_DRAFT) == 0
         || g_strcmp0 (self->from, STILE_REFERRAL_FINISHED) == 0;
}

/* In the language of the interface. Free with g_free: the words are borrowed. */
static const char **
list_words (const char *const *items, const char *(*get_words) (const char *item))
{
  const char **words = g_new0 (const char *, g_strv_length ((char **) items) + 1);

  for (guint i = 0; items[i] != NULL; i++)
    words[i] = get_words (items[i]);
  return words;
}

static const char *
translate (const char *text)
{
  return _(text);
}

static void
ask (StileReferralSteps *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  StileRecordDialog *dialog = stile_record_dialog_new (window, self->label, save_step, self);
  g_autofree const char **how = list_words (ways, translate);
  g_autofree const char **outcomes
    = list_words (stile_referral_get_outcomes (), stile_referral_outcome_get_words);

  if (g_strcmp0 (self->to, STILE_REFERRAL_SENT) == 0)
    stile_record_dialog_set_choices (dialog, _("How"), how, 0);
  if (g_strcmp0 (self->to, STILE_REFERRAL_FINISHED) == 0)
    stile_record_dialog_set_choices (dialog, _("How it ended"), outcomes, 0);
  stile_record_dialog_ask_day (dialog, _("Day"));
  if (needs_reason (self))
    {
      /* Translators: the heading of a field: why a referral was declined or withdrawn. */
      stile_record_dialog_set_text_title (dialog, _("Why"));
      stile_record_dialog_require_text (dialog);
    }
  else
    stile_record_dialog_set_text_title (dialog, _("A note, if you like"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The words on a button say which step it is: no two from one status have the same. */
static void
step_clicked_cb (StileReferralSteps *self, GtkButton *button)
{
  g_autofree const char **next = stile_referral_status_list_next (self->from);

  for (guint i = 0; self->from != NULL && next[i] != NULL; i++)
    if (g_strcmp0 (stile_referral_step_get_words (self->from, next[i]),
                   gtk_button_get_label (button))
        == 0)
      {
        self->to = next[i];
        ask (self);
        return;
      }
}

static GtkWidget *
button_new (StileReferralSteps *self, const char *to, gboolean is_first)
{
  GtkWidget *button = gtk_button_new_with_label (stile_referral_step_get_words (self->from, to));

  gtk_widget_add_css_class (button, "pill");
  if (is_first)
    gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (step_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "focusable", FALSE, "child", button, NULL);
}

/* Nothing can be sent that nobody agreed to. */
static gboolean
can_go (const StileReferral *referral, const char *to)
{
  return g_strcmp0 (to, STILE_REFERRAL_SENT) != 0 || referral->agreement != NULL;
}

void
stile_referral_steps_open (StileReferralSteps *self, StileCasework *casework,
                           const StileReferral *referral)
{
  g_autofree const char **next = stile_referral_status_list_next (referral->status);
  GtkWidget *box = g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE,
                                 "max-children-per-line", 3, "column-spacing", 12, "row-spacing",
                                 12, NULL);
  guint n_steps = 0;
  gboolean is_first = stile_referral_status_is_open (referral->status)
                      || g_strcmp0 (referral->status, STILE_REFERRAL_STARTED) == 0;

  g_return_if_fail (STILE_IS_REFERRAL_STEPS (self));

  stile_referral_steps_close (self);
  self->casework = casework;
  self->case_id = g_strdup (referral->case_id);
  self->referral_id = g_strdup (referral->id);
  self->label = g_strdup (referral->label);
  self->from = g_strdup (referral->status);
  for (guint i = 0; next[i] != NULL; i++)
    {
      if (!can_go (referral, next[i]))
        {
          is_first = FALSE;
          continue;
        }
      gtk_flow_box_append (GTK_FLOW_BOX (box), button_new (self, next[i], is_first));
      is_first = FALSE;
      n_steps++;
    }
  /* A button alone is as wide as its words. Several share the row: GTK 4.8 lays them out below each
   * other where the box is no wider than it must be, and counts only one row. */
  if (n_steps == 1)
    gtk_widget_set_halign (box, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
stile_referral_steps_close (StileReferralSteps *self)
{
  g_return_if_fail (STILE_IS_REFERRAL_STEPS (self));

  adw_bin_set_child (ADW_BIN (self), NULL);
  self->casework = NULL;
  self->to = NULL;
  g_clear_pointer (&self->case_id, g_free);
  g_clear_pointer (&self->referral_id, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->from, g_free);
}

static void
stile_referral_steps_finalize (GObject *object)
{
  StileReferralSteps *self = STILE_REFERRAL_STEPS (object);

  g_free (self->case_id);
  g_free (self->referral_id);
  g_free (self->label);
  g_free (self->from);
  G_OBJECT_CLASS (stile_referral_steps_parent_class)->finalize (object);
}

static void
stile_referral_steps_class_init (StileReferralStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stile_referral_steps_finalize;
  stepped_signal = g_signal_new ("stepped", STILE_TYPE_REFERRAL_STEPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
stile_referral_steps_init (StileReferralSteps *self)
{
}
