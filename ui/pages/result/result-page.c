// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "result-page.h"

#include "alerts-view.h"
#include "decision-panel.h"
#include "error-summary.h"
#include "focus-first.h"
#include "followup.h"
#include "pages/referral/service-dialog.h"
#include "phrase.h"
#include "plan-dialog.h"
#include "reasons-view.h"
#include "referral-row.h"
#include "script.h"
#include "services.h"
#include "widgets/needs-profile.h"
#include "widgets/result-words.h"
#include "words.h"

struct _StileResultPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  StileErrorSummary *summary;
  StileAlertsView *alerts;
  GtkLabel *category;
  GtkLabel *category_second;
  GtkLabel *meaning;
  GtkLabel *meaning_second;
  GtkLabel *because;
  GtkLabel *because_second;
  GtkLabel *range;
  GtkLabel *telling;
  StileNeedsProfile *needs_profile;
  GtkWidget *findings_group;
  GtkListBox *findings;
  StileReasonsView *reasons_view;
  GtkWidget *referrals_group;
  GtkListBox *referrals;
  StileDecisionPanel *decision_panel;
  GtkWidget *print_button;

  StileCasework *casework; /* NULL while nothing is open, as all below */
  StileDirectory *directory;
  char *case_id;
  char *assessment_id;
  StileCase *person_file;
  StileInterview *interview;
  StileResult *result;
  StileReferralRow *searching; /* for which a service is being looked for by hand */
};

G_DEFINE_FINAL_TYPE (StileResultPage, stile_result_page, ADW_TYPE_BIN)

/* This page is the adviser's: its language is the interface's. */
static const char *
get_language (void)
{
  g_autofree char *language = stile_words_dup_language ();

  return g_intern_string (language);
}

static const StileAssessment *
get_assessment (StileResultPage *self)
{
  return stile_case_find_assessment (self->person_file, self->assessment_id);
}

static void
say_fault (StileResultPage *self, const GError *error)
{
  stile_error_summary_clear (self->summary);
  stile_error_summary_add (self->summary, error->message, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  stile_error_summary_present (self->summary);
}

/* ---- What the page shows ---- */

/* Under it in the person's own language, for them to read along. */
static void
set_text (StileResultPage *self, const StileText *text, GtkLabel *first, GtkLabel *second)
{
  const char *language = get_assessment (self)->language;
  const StileLanguages languages
    = { get_language (), stile_language_is_same (language, get_language ()) ? NULL : language };
  g_autoptr (StilePhrase) phrase = stile_phrase_new (self->result->form, text, &languages);

  stile_phrase_show (phrase, first, second, NULL);
}

static void
show_category (StileResultPage *self)
{
  const StileCategory *category = &self->result->form->categories[self->result->category];
  g_autofree char *range = stile_result_words_dup_range (self->result, get_language ());
  g_autofree char *telling =
    stile_result_words_dup_telling (self->result, self->interview, get_language ());

  set_text (self, category->label, self->category, self->category_second);
  set_text (self, category->meaning, self->meaning, self->meaning_second);
  set_text (self, category->because, self->because, self->because_second);
  gtk_label_set_label (self->range, range);
  gtk_label_set_label (self->telling, telling != NULL ? telling : "");
  gtk_widget_set_visible (GTK_WIDGET (self->telling), telling != NULL);
}

static GtkWidget *
new_finding (const StileFinding *finding)
{
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "label", stile_text_get (finding->label, get_language (), NULL),
                  "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
  GtkWidget *row =
    g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, "child", label,
                  NULL);

  gtk_widget_add_css_class (label, "reason");
  return row;
}

static void
show_findings (StileResultPage *self)
{
  const StileForm *form = self->result->form;

  for (guint i = 0; i < form->n_findings; i++)
    if (self->result->findings[i])
      gtk_list_box_append (self->findings, new_finding (&form->findings[i]));
  gtk_widget_set_visible (self->findings_group,
                          gtk_list_box_get_row_at_index (self->findings, 0) != NULL);
}

/* ---- Referrals ---- */

static gboolean
reload (StileResultPage *self, GError **error)
{
  StileCase *person_file = stile_casework_load_case (self->casework, self->case_id, error);

  if (person_file == NULL)
    return FALSE;
  g_clear_pointer (&self->person_file, stile_case_free);
  self->person_file = person_file;
  return TRUE;
}

static void
show_made (StileResultPage *self, StileReferralRow *row)
{
  stile_referral_row_show_made (row, self->person_file->referrals, self->assessment_id);
}

static gboolean
focus_cb (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static gboolean
focus_in_next_frame_cb (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_add_tick_callback (row, focus_cb, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* The page scrolls to what has the focus, and what is new has its place only after the frame to
 * come. Until then nothing has it: GTK would move it out of what is hidden, to another row. */
static void
focus_made (StileReferralRow *row)
{
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (row)), NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (row), focus_in_next_frame_cb, NULL, NULL);
}

/* What was made is made: a failure to read the file again must not look like one to save. */
static gboolean
reload_made (StileResultPage *self, StileReferralRow *row)
{
  g_autoptr (GError) error = NULL;

  if (!reload (self, &error))
    {
      say_fault (self, error);
      return FALSE;
    }
  focus_made (row);
  show_made (self, row);
  return TRUE;
}

static gboolean
refer (StileResultPage *self, const StileReferralRule *rule, const char *service_id,
       GError **error)
{
  g_autoptr (StileReferralService) service
    = service_id != NULL ? stile_referral_service_new (self->directory, service_id, error) : NULL;

  return (service != NULL || service_id == NULL)
         && stile_casework_refer (self->casework, self->case_id, self->assessment_id, rule->id,
                                  service, NULL, error);
}

static void
make_cb (StileResultPage *self, const GPtrArray *services, StileReferralRow *row)
{
  const StileReferralRule *rule = stile_referral_row_get_referral (row);
  g_autoptr (GError) error = NULL;
  gboolean made = services->len > 0 || refer (self, rule, NULL, &error);

  stile_error_summary_clear (self->summary);
  for (guint i = 0; i < services->len && made; i++)
    made = refer (self, rule, g_ptr_array_index (services, i), &error);
  if (reload_made (self, row) && !made)
    say_fault (self, error);
}

static gboolean
save_service (gpointer owner, const StileReferralService *service, GError **error)
{
  StileResultPage *self = owner;

  if (self->casework == NULL
      || !stile_casework_refer (self->casework, self->case_id, self->assessment_id,
                                stile_referral_row_get_referral (self->searching)->id, service,
                                NULL, error))
    return FALSE;
  reload_made (self, self->searching);
  return TRUE;
}

static void
search_cb (StileResultPage *self, StileReferralRow *row)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  self->searching = row;
  gtk_window_present (
    GTK_WINDOW (stile_service_dialog_new (window, self->directory, save_service, self)));
}

static GtkWidget *
referral_row_new (StileResultPage *self, const StileReferralRule *rule, GPtrArray *figures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches
    = stile_casework_match_services (self->casework, self->directory, figures,
                                     self->person_file->person, rule, &error);
  GtkWidget *row = stile_referral_row_new (rule, get_language (), matches,
                                           error != NULL ? error->message : NULL);

  g_signal_connect_object (row, "make", G_CALLBACK (make_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "search", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  show_made (self, STILE_REFERRAL_ROW (row));
  return row;
}

static void
show_referrals (StileResultPage *self)
{
  g_autoptr (GPtrArray) figures
    = stile_casework_list_service_figures (self->casework, NULL);

  if (figures == NULL) /* then nothing is known of how earlier referrals went */
    figures = g_ptr_array_new ();
  for (guint i = 0; i < self->result->referrals->len; i++)
    {
      guint rule = g_array_index (self->result->referrals, guint, i);

      gtk_list_box_append (
        self->referrals,
        referral_row_new (self, &self->result->form->referrals[rule], figures));
    }
  gtk_widget_set_visible (self->referrals_group, self->result->referrals->len > 0);
}

/* ---- The decision ---- */

static void
show_decision (StileResultPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *decision =
    stile_result_words_dup_decision (get_assessment (self), now, get_language ());

  if (decision != NULL)
    stile_decision_panel_tell (self->decision_panel, decision);
  else
    stile_decision_panel_ask (self->decision_panel, self->result->form, self->result->category,
                              get_language ());
}

static void
decide_cb (StileResultPage *self, const char *category, const char *reason)
{
  g_autoptr (GError) error = NULL;

  if (!stile_casework_decide (self->casework, self->case_id, self->assessment_id, category, reason,
                              &error)
      || !reload (self, &error))
    {
      stile_decision_panel_refuse (self->decision_panel, error->message);
      return;
    }
  show_decision (self);
  gtk_widget_grab_focus (self->print_button);
}

static void
change_cb (StileResultPage *self)
{
  const StileForm *form = self->result->form;
  const char *decided = get_assessment (self)->decided;

  for (guint i = 0; i < form->n_categories; i++)
    if (g_strcmp0 (form->categories[i].id, decided) == 0)
      stile_decision_panel_ask_again (self->decision_panel, form, i, get_language ());
}

/* ---- Actions ---- */

static void
print_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileResultPage *self = STILE_RESULT_PAGE (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autoptr (GError) error = NULL;
  StilePlanDialog *dialog;

  if (self->result == NULL)
    return;
  dialog = stile_plan_dialog_new (window, self->casework, self->case_id, self->assessment_id,
                                  &error);
  if (dialog != NULL)
    gtk_window_present (GTK_WINDOW (dialog));
  else
    say_fault (self, error);
}

static void
answers_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileResultPage *self = STILE_RESULT_PAGE (widget);

  if (self->result != NULL)
    gtk_widget_activate_action (widget, "win.check-answers", "(ss)", self->case_id,
                                self->assessment_id);
}

static void
back_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileResultPage *self = STILE_RESULT_PAGE (widget);

  if (self->result != NULL)
    gtk_widget_activate_action (widget, "win.person", "s", self->case_id);
}

/* ---- Opening and closing ---- */

static void
show_all (StileResultPage *self)
{
  stile_alerts_view_show (self->alerts, self->result, self->casework, get_language ());
  show_category (self);
  stile_needs_profile_show (self->needs_profile, self->result, get_language ());
  show_findings (self);
  stile_reasons_view_show (self->reasons_view, self->result, get_language ());
  show_referrals (self);
  show_decision (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

gboolean
stile_result_page_open (StileResultPage *self, StileCasework *casework,
                        StileDirectory *directory, const char *case_id,
                        const char *assessment_id, GError **error)
{
  g_autoptr (StileCase) person_file = NULL;
  g_autoptr (StileInterview) interview = NULL;
  const StileAssessment *assessment;

  g_return_val_if_fail (STILE_IS_RESULT_PAGE (self), FALSE);

  person_file = stile_casework_load_case (casework, case_id, error);
  if (person_file == NULL)
    return FALSE;
  assessment = stile_case_find_assessment (person_file, assessment_id);
  if (assessment == NULL || assessment->finished_at == NULL)
    {
      g_set_error_literal (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
                           _("There is no result yet. First finish the questions."));
      return FALSE;
    }
  interview = stile_assessment_new_interview (assessment, error);
  if (interview == NULL)
    return FALSE;

  stile_result_page_close (self);
  self->casework = casework;
  self->directory = directory;
  self->case_id = g_strdup (case_id);
  self->assessment_id = g_strdup (assessment_id);
  self->person_file = g_steal_pointer (&person_file);
  self->interview = g_steal_pointer (&interview);
  self->result = stile_result_new (self->interview);
  show_all (self);
  return TRUE;
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
clear_shown (StileResultPage *self)
{
  GtkLabel *const labels[] = { self->category, self->meaning, self->because, self->range,
                               self->telling };

  stile_error_summary_clear (self->summary);
  stile_alerts_view_show (self->alerts, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    gtk_label_set_label (labels[i], "");
  stile_needs_profile_show (self->needs_profile, NULL, NULL);
  clear_list (self->findings);
  stile_reasons_view_show (self->reasons_view, NULL, NULL);
  clear_list (self->referrals);
  stile_decision_panel_tell (self->decision_panel, NULL);
}

void
stile_result_page_close (StileResultPage *self)
{
  g_return_if_fail (STILE_IS_RESULT_PAGE (self));

  if (self->result == NULL)
    return;

  clear_shown (self);
  self->casework = NULL;
  self->directory = NULL;
  self->searching = NULL;
  g_clear_pointer (&self->result, stile_result_free);
  g_clear_pointer (&self->interview, stile_interview_free);
  g_clear_pointer (&self->person_file, stile_case_free);
  g_clear_pointer (&self->case_id, g_free);
  g_clear_pointer (&self->assessment_id, g_free);
}

static void
stile_result_page_dispose (GObject *object)
{
  stile_result_page_close (STILE_RESULT_PAGE (object));
  G_OBJECT_CLASS (stile_result_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, alerts);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, category);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, category_second);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, meaning);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, meaning_second);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, because);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, because_second);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, range);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, telling);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, needs_profile);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, findings_group);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, findings);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, reasons_view);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, referrals_group);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, referrals);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, decision_panel);
  gtk_widget_class_bind_template_child (widget_class, StileResultPage, print_button);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (STILE_RESULT_PAGE (widget)->scroller));
}

static void
stile_result_page_class_init (StileResultPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_result_page_dispose;

  g_type_ensure (STILE_TYPE_ALERTS_VIEW);
  g_type_ensure (STILE_TYPE_ERROR_SUMMARY);
  g_type_ensure (STILE_TYPE_NEEDS_PROFILE);
  g_type_ensure (STILE_TYPE_REASONS_VIEW);
  g_type_ensure (STILE_TYPE_DECISION_PANEL);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/result-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, decide_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_install_action (widget_class, "result.print", NULL, print_activated_cb);
  gtk_widget_class_install_action (widget_class, "result.answers", NULL, answers_activated_cb);
  gtk_widget_class_install_action (widget_class, "result.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_result_page_init (StileResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
