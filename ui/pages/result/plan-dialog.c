// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plan-dialog.h"

#include "audit.h"
#include "document.h"
#include "paper-buttons.h"
#include "paper-language.h"
#include "widgets/choice-row.h"
#include "widgets/paper-view.h"
#include "words.h"

struct _StilePlanDialog
{
  AdwWindow parent_instance;

  StilePaperLanguage *language;
  AdwBin *private_bin;
  GtkToggleButton *private_row;
  StilePaperButtons *paper_buttons;
  StilePaperView *plan;

  StileCasework *casework;
  StileCase *person_file;
  StileResult *result;
  const StileAssessment *assessment; /* of the file */
};

G_DEFINE_FINAL_TYPE (StilePlanDialog, stile_plan_dialog, ADW_TYPE_WINDOW)

static StileDocument *
plan_new_in (gpointer owner, const char *language, GError **error)
{
  StilePlanDialog *self = owner;

  if (gtk_toggle_button_get_active (self->private_row))
    return stile_plan_new_with_private (self->casework, self->person_file, self->assessment,
                                        self->result, language);
  return stile_plan_new (self->casework, self->person_file, self->assessment, self->result,
                         language);
}

static StileDocument *
plan_new (gpointer owner, GError **error)
{
  return stile_paper_language_make (STILE_PLAN_DIALOG (owner)->language, plan_new_in, owner, error);
}

static void
show_plan_cb (StilePlanDialog *self)
{
  stile_paper_view_show (self->plan, plan_new (self, NULL));
}

static void
add_private_row (StilePlanDialog *self)
{
  GtkWidget *row = stile_choice_row_new (STILE_CHOICE_MANY, _("Also what is sensitive"), NULL);

  stile_choice_row_set_detail (STILE_CHOICE_ROW (row),
                               _("Only if the person asks for it and has a safe place to keep "
                                 "it."));
  g_signal_connect_object (row, "toggled", G_CALLBACK (show_plan_cb), self, G_CONNECT_SWAPPED);
  self->private_row = GTK_TOGGLE_BUTTON (row);
  adw_bin_set_child (self->private_bin, row);
}

/* What they read, or where neither the form nor the program has words in it, what they were asked
 * in. */
static char *
dup_their_language (StilePlanDialog *self)
{
  const char *language = self->assessment->language;
  g_auto (GStrv) asked = stile_form_dup_languages (self->assessment->form);
  gboolean has_words = stile_words_has_language (language)
                       || g_strv_contains ((const char *const *) asked, language);

  return g_strdup (has_words ? language : asked[0]);
}

/* The plan is the person's: their language comes first. */
static void
offer_languages (StilePlanDialog *self)
{
  g_autofree char *theirs = dup_their_language (self);
  g_autofree char *ours = stile_words_dup_language ();

  stile_paper_language_offer (self->language, theirs, ours);
}

StilePlanDialog *
stile_plan_dialog_new (GtkWindow *parent, StileCasework *casework, const char *case_id,
                       const char *assessment_id, GError **error)
{
  g_autoptr (StileCase) person_file = stile_casework_load_case (casework, case_id, error);
  const StileAssessment *assessment
    = person_file != NULL ? stile_case_find_assessment (person_file, assessment_id) : NULL;
  g_autoptr (StileInterview) interview
    = assessment != NULL ? stile_assessment_new_interview (assessment, error) : NULL;
  StilePlanDialog *dialog;

  if (interview == NULL)
    return NULL;

  dialog = g_object_new (STILE_TYPE_PLAN_DIALOG, "transient-for", parent, NULL);
  dialog->casework = casework;
  dialog->person_file = g_steal_pointer (&person_file);
  dialog->assessment = assessment;
  dialog->result = stile_result_new_without_changes (interview);
  offer_languages (dialog);
  stile_paper_buttons_open (dialog->paper_buttons, casework, case_id, STILE_WHAT_PLAN, "plan.pdf",
                            plan_new, dialog);
  show_plan_cb (dialog);
  stile_paper_buttons_focus (dialog->paper_buttons);
  return dialog;
}

static void
stile_plan_dialog_finalize (GObject *object)
{
  StilePlanDialog *self = STILE_PLAN_DIALOG (object);

  g_clear_pointer (&self->result, stile_result_free);
  g_clear_pointer (&self->person_file, stile_case_free);
  G_OBJECT_CLASS (stile_plan_dialog_parent_class)->finalize (object);
}

static void
stile_plan_dialog_class_init (StilePlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_plan_dialog_finalize;
  g_type_ensure (STILE_TYPE_PAPER_BUTTONS);
  g_type_ensure (STILE_TYPE_PAPER_LANGUAGE);
  g_type_ensure (STILE_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StilePlanDialog, language);
  gtk_widget_class_bind_template_child (widget_class, StilePlanDialog, private_bin);
  gtk_widget_class_bind_template_child (widget_class, StilePlanDialog, paper_buttons);
  gtk_widget_class_bind_template_child (widget_class, StilePlanDialog, plan);
  gtk_widget_class_bind_template_callback (widget_class, show_plan_cb);
}

static void
stile_plan_dialog_init (StilePlanDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  add_private_row (dialog);
}
