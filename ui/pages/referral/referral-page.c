// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "referral-page.h"

#include "agreement-panel.h"
#include "audit.h"
#include "error-summary.h"
#include "focus-first.h"
#include "followup.h"
#include "letter.h"
#include "paper-buttons.h"
#include "paper-language.h"
#include "referral-steps.h"
#include "referral-words.h"
#include "service-dialog.h"
#include "widgets/paper-view.h"
#include "widgets/side-by-side.h"
#include "words.h"

struct _StileReferralPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  StileErrorSummary *summary;
  GtkLabel *title;
  GtkLabel *person;
  GtkLabel *state;
  GtkLabel *reminder;
  GtkWidget *next_button;
  StileReferralSteps *steps;
  GtkLabel *service;
  GtkLabel *organization;
  GtkLabel *route;
  GtkLabel *contact;
  GtkWidget *choose_button;
  GtkWidget *agreement_group;
  StileAgreementPanel *agreement_panel;
  GtkWidget *letter_group;
  StilePaperView *letter;
  StilePaperButtons *paper_buttons;
  StilePaperLanguage *language;
  GtkWidget *letter_hint;

  StileCasework *casework; /* not owned; NULL while closed, as all below */
  StileDirectory *directory;
  StileCase *person_file;
  StileResult *result; /* of the assessment it rests on; NULL where its form cannot be read */
  char *referral_id;
};

G_DEFINE_FINAL_TYPE (StileReferralPage, stile_referral_page, ADW_TYPE_BIN)

static const StileReferral *
get_referral (StileReferralPage *self)
{
  return stile_case_find_referral (self->person_file, self->referral_id);
}

static void
get_today (GDate *today)
{
  g_date_clear (today, 1);
  g_date_set_time_t (today, time (NULL));
}

static void
set_label (GtkLabel *label, const char *text)
{
  g_autofree char *directed = stile_words_dup_directed (text != NULL ? text : "");

  gtk_label_set_label (label, directed);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* ---- The letter ---- */

static StileDocument *
letter_new_of (StileReferralPage *self, const StileReferral *referral, const char *language,
               GError **error)
{
  GDate today;

  get_today (&today);
  return stile_letter_new (self->casework, referral,
                           self->result != NULL ? self->result->form : NULL, &today, language,
                           error);
}

/* As it would be with what is ticked now, agreed or not. */
static StileDocument *
preview_new_in (gpointer owner, const char *language, GError **error)
{
  StileReferralPage *self = owner;
  StileReferral referral = *get_referral (self);
  g_autoptr (GPtrArray) values = stile_agreement_panel_list_values (self->agreement_panel);
  StileAgreement ticked = { NULL };
  GDate today;

  get_today (&today);
  ticked.day = referral.agreement != NULL ? referral.agreement->day : today;
  for (guint i = 0; i < STILE_N_SHARES; i++)
    ticked.values[i] = g_ptr_array_index (values, i);
  referral.agreement = &ticked;
  return letter_new_of (self, &referral, language, error);
}

/* The letter that leaves holds what was agreed, and nothing else. */
static StileDocument *
letter_new_in (gpointer owner, const char *language, GError **error)
{
  return letter_new_of (owner, get_referral (owner), language, error);
}

static StileDocument *
letter_new (gpointer owner, GError **error)
{
  return stile_paper_language_make (STILE_REFERRAL_PAGE (owner)->language, letter_new_in, owner,
                                    error);
}

static gboolean
is_open (StileReferralPage *self)
{
  return stile_referral_status_is_open (get_referral (self)->status);
}

static gboolean
is_language_shared (StileReferralPage *self, gboolean can_ask)
{
  const StileAgreement *agreement = get_referral (self)->agreement;
  g_autoptr (GPtrArray) ticked = NULL;

  if (!can_ask)
    return agreement != NULL && agreement->values[STILE_SHARE_LANGUAGE] != NULL;
  ticked = stile_agreement_panel_list_values (self->agreement_panel);
  return g_ptr_array_index (ticked, STILE_SHARE_LANGUAGE) != NULL;
}

/* The letter is the service's: ours comes first. Theirs would give away which language they speak,
 * so it is offered only where that is shared. */
static void
offer_languages (StileReferralPage *self, gboolean can_ask)
{
  const StileAssessment *assessment
    = stile_case_find_assessment (self->person_file, get_referral (self)->assessment_id);
  g_autofree char *ours = stile_words_dup_language ();
  gboolean has_theirs = assessment != NULL && stile_words_has_language (assessment->language)
                        && is_language_shared (self, can_ask);

  stile_paper_language_offer (self->language, ours, has_theirs ? assessment->language : NULL);
}

static void
show_letter (StileReferralPage *self)
{
  gboolean can_ask = is_open (self) && get_referral (self)->service != NULL;
  gboolean is_agreed = get_referral (self)->agreement != NULL
                       && (!can_ask || stile_agreement_panel_is_agreed (self->agreement_panel));
  StileDocument *document = NULL;

  offer_languages (self, can_ask);
  if (can_ask)
    document = stile_paper_language_make (self->language, preview_new_in, self, NULL);
  else if (is_agreed)
    document = letter_new (self, NULL);
  gtk_widget_set_visible (self->letter_group, document != NULL);
  stile_paper_view_show (self->letter, document);
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper_buttons), is_agreed);
  gtk_widget_set_visible (self->letter_hint, !is_agreed);
}

/* ---- What the page shows ---- */

/* Whether there is something to do on this page before any step. */
static gboolean
needs_asking (const StileReferral *referral)
{
  return g_strcmp0 (referral->status, STILE_REFERRAL_DRAFT) == 0
         && (referral->service == NULL || referral->agreement == NULL);
}

static void
show_head (StileReferralPage *self)
{
  const StileReferral *referral = get_referral (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *state = stile_referral_describe (referral, now);
  g_autofree char *reminder = NULL;
  GDate today;

  get_today (&today);
  reminder = stile_referral_dup_reminder (referral, &today);
  set_label (self->title, referral->label);
  set_label (self->person, stile_person_get_title (self->person_file->person));
  set_label (self->state, state);
  set_label (self->reminder, reminder);
  gtk_widget_set_visible (self->next_button, needs_asking (referral));
  gtk_button_set_label (GTK_BUTTON (self->next_button),
                        stile_referral_get_next_words (referral));
  stile_referral_steps_open (self->steps, self->casework, referral);
}

static void
show_service (StileReferralPage *self)
{
  const StileReferral *referral = get_referral (self);
  gboolean is_draft = g_strcmp0 (referral->status, STILE_REFERRAL_DRAFT) == 0;

  set_label (self->service,
             referral->service != NULL ? referral->service : _("No service is chosen yet."));
  set_label (self->organization, referral->organization);
  set_label (self->route, referral->route);
  set_label (self->contact, referral->contact);
  gtk_widget_set_visible (self->choose_button, is_draft);
  gtk_button_set_label (GTK_BUTTON (self->choose_button), referral->service != NULL
                                                            ? _("Choose another service…")
                                                            : _("Choose a service…"));
}

static void
show_agreement (StileReferralPage *self)
{
  const StileReferral *referral = get_referral (self);

  stile_agreement_panel_open (self->agreement_panel, self->person_file, referral, self->result);
  gtk_widget_set_visible (self->agreement_group, is_open (self) && referral->service != NULL);
}

static void
show_all (StileReferralPage *self)
{
  show_head (self);
  show_service (self);
  show_agreement (self);
  show_letter (self);
}

/* ---- What is done on it ---- */

static void
say_fault (StileReferralPage *self, const GError *error)
{
  stile_error_summary_clear (self->summary);
  stile_error_summary_add (self->summary, error->message, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  stile_error_summary_present (self->summary);
}

/* What was to be kept is kept: a failure to read the file again must not look like one to save. */
static void
reload (StileReferralPage *self)
{
  g_autoptr (GError) error = NULL;
  StileCase *person_file
    = stile_casework_load_case (self->casework, self->person_file->id, &error);

  stile_error_summary_clear (self->summary);
  if (person_file == NULL)
    {
      say_fault (self, error);
      return;
    }
  stile_case_free (self->person_file);
  self->person_file = person_file;
  show_all (self);
}

/* What comes next is at the top. */
static void
go_on (StileReferralPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (!gtk_widget_get_visible (self->next_button) || !gtk_widget_grab_focus (self->next_button))
    gtk_widget_child_focus (GTK_WIDGET (self->steps), GTK_DIR_TAB_FORWARD);
}

static void
stepped_cb (StileReferralPage *self)
{
  reload (self);
  go_on (self);
}

static void
letter_changed_cb (StileReferralPage *self)
{
  if (self->casework != NULL)
    show_letter (self);
}

static void
record_agreement (StileReferralPage *self, const char *const *values)
{
  g_autoptr (GError) error = NULL;

  if (!stile_casework_record_agreement (self->casework, self->person_file->id, self->referral_id,
                                        values, &error))
    {
      stile_agreement_panel_refuse (self->agreement_panel, error->message);
      return;
    }
  reload (self);
  go_on (self);
}

static void
agree_cb (StileReferralPage *self)
{
  g_autoptr (GPtrArray) values = stile_agreement_panel_list_values (self->agreement_panel);

  record_agreement (self, (const char *const *) values->pdata);
}

static void
disagree_cb (StileReferralPage *self)
{
  record_agreement (self, NULL);
}

static gboolean
choose_service (gpointer owner, const StileReferralService *service, GError **error)
{
  StileReferralPage *self = owner;

  if (self->casework == NULL
      || !stile_casework_choose_service (self->casework, self->person_file->id,
                                         self->referral_id, service, error))
    return FALSE;
  reload (self);
  go_on (self);
  return TRUE;
}

static void
choose_clicked_cb (StileReferralPage *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (
    GTK_WINDOW (stile_service_dialog_new (window, self->directory, choose_service, self)));
}

static void
next_clicked_cb (StileReferralPage *self)
{
  if (get_referral (self)->service == NULL)
    choose_clicked_cb (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->agreement_panel), GTK_DIR_TAB_FORWARD);
}

static void
back_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileReferralPage *self = STILE_REFERRAL_PAGE (widget);

  if (self->person_file != NULL)
    gtk_widget_activate_action (widget, "win.person", "s", self->person_file->id);
}

static void
print_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileReferralPage *self = STILE_REFERRAL_PAGE (widget);

  if (gtk_widget_get_sensitive (GTK_WIDGET (self->paper_buttons)))
    stile_paper_buttons_print (self->paper_buttons);
}

/* ---- Opening and closing ---- */

static StileResult *
result_new (const StileCase *person_file, const StileReferral *referral)
{
  const StileAssessment *assessment
    = stile_case_find_assessment (person_file, referral->assessment_id);
  g_autoptr (StileInterview) interview = NULL;

  if (assessment != NULL && assessment->form != NULL)
    interview = stile_assessment_new_interview (assessment, NULL);
  return interview != NULL ? stile_result_new_without_changes (interview) : NULL;
}

gboolean
stile_referral_page_open (StileReferralPage *self, StileCasework *casework,
                          StileDirectory *directory, const char *case_id,
                          const char *referral_id, GError **error)
{
  g_autoptr (StileCase) person_file = NULL;
  const StileReferral *referral;

  g_return_val_if_fail (STILE_IS_REFERRAL_PAGE (self), FALSE);

  person_file = stile_casework_load_case (casework, case_id, error);
  if (person_file == NULL)
    return FALSE;
  referral = stile_case_find_referral (person_file, referral_id);
  if (referral == NULL)
    {
      g_set_error_literal (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_UNKNOWN,
                           _("There is no such referral in this person's record."));
      return FALSE;
    }

  stile_referral_page_close (self);
  self->casework = casework;
  self->directory = directory;
  self->referral_id = g_strdup (referral_id);
  self->result = result_new (person_file, referral);
  self->person_file = g_steal_pointer (&person_file);
  stile_paper_buttons_open (self->paper_buttons, casework, case_id, STILE_WHAT_LETTER,
                            "letter.pdf", letter_new, self);
  show_all (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  return TRUE;
}

static void
clear_shown (StileReferralPage *self)
{
  GtkLabel *const labels[]
    = { self->title, self->person, self->state, self->reminder, self->service, self->organization,
        self->route, self->contact };

  stile_error_summary_clear (self->summary);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    set_label (labels[i], NULL);
  stile_referral_steps_close (self->steps);
  stile_agreement_panel_close (self->agreement_panel);
  stile_paper_view_show (self->letter, NULL);
  stile_paper_buttons_close (self->paper_buttons);
  stile_paper_language_close (self->language);
}

void
stile_referral_page_close (StileReferralPage *self)
{
  g_return_if_fail (STILE_IS_REFERRAL_PAGE (self));

  if (self->casework == NULL)
    return;
  self->casework = NULL;
  clear_shown (self);
  self->directory = NULL;
  g_clear_pointer (&self->result, stile_result_free);
  g_clear_pointer (&self->person_file, stile_case_free);
  g_clear_pointer (&self->referral_id, g_free);
}

static void
stile_referral_page_dispose (GObject *object)
{
  stile_referral_page_close (STILE_REFERRAL_PAGE (object));
  G_OBJECT_CLASS (stile_referral_page_parent_class)->dispose (object);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileReferralPage *self = STILE_REFERRAL_PAGE (widget);

  if (gtk_widget_get_visible (self->next_button))
    gtk_widget_grab_focus (self->next_button);
  else if (!gtk_widget_child_focus (GTK_WIDGET (self->steps), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, title);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, person);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, state);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, reminder);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, steps);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, service);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, organization);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, route);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, contact);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, agreement_group);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, agreement_panel);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, letter_group);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, letter);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, paper_buttons);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, language);
  gtk_widget_class_bind_template_child (widget_class, StileReferralPage, letter_hint);
}

static void
stile_referral_page_class_init (StileReferralPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_referral_page_dispose;

  g_type_ensure (STILE_TYPE_AGREEMENT_PANEL);
  g_type_ensure (STILE_TYPE_ERROR_SUMMARY);
  g_type_ensure (STILE_TYPE_PAPER_BUTTONS);
  g_type_ensure (STILE_TYPE_PAPER_LANGUAGE);
  g_type_ensure (STILE_TYPE_PAPER_VIEW);
  g_type_ensure (STILE_TYPE_REFERRAL_STEPS);
  g_type_ensure (STILE_TYPE_SIDE_BY_SIDE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/referral-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, stepped_cb);
  gtk_widget_class_bind_template_callback (widget_class, letter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, agree_cb);
  gtk_widget_class_bind_template_callback (widget_class, disagree_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_install_action (widget_class, "referral.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, "referral.print", NULL, print_activated_cb);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_referral_page_init (StileReferralPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
