// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreement-panel.h"

#include <glib/gi18n-lib.h>

#include "field.h"
#include "privacy.h"
#include "referral-words.h"
#include "widgets/choice-row.h"

/* Between the other needs, which are one text in the letter. */
#define BETWEEN_NEEDS "; "

struct _StileAgreementPanel
{
  AdwBin parent_instance;

  GtkBox *ticks; /* of StileChoiceRow */
  GtkEditable *reach;
  GtkEditable *note;
  GtkLabel *state;
  GtkLabel *fault;
  GtkWidget *agree_button;
  GtkWidget *disagree_button;

  GArray *shares;     /* of Tick, one for each row of ticks */
  char *told;         /* of an agreement: who asked and when; or NULL */
  GPtrArray *agreed;  /* STILE_N_SHARES texts, or NULL */
  gboolean is_open;
};

/* What a row of ticks stands for. */
typedef struct
{
  StileShare share;
  char *value;
} Tick;

enum
{
  CHANGED,
  AGREE,
  DISAGREE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StileAgreementPanel, stile_agreement_panel, ADW_TYPE_BIN)

static void
tick_clear (Tick *tick)
{
  g_free (tick->value);
}

/* ---- What is ticked ---- */

static void
add_value (GPtrArray *values, StileShare share, const char *value)
{
  char *before = g_ptr_array_index (values, share);

  if (value == NULL || *value == '\0')
    return;
  g_ptr_array_index (values, share)
    = before != NULL ? g_strconcat (before, BETWEEN_NEEDS, value, NULL) : g_strdup (value);
  g_free (before);
}

static void
add_typed (GPtrArray *values, StileShare share, GtkEditable *field)
{
  g_autofree char *text = stile_field_dup_text (field);

  add_value (values, share, text);
}

static GPtrArray *
values_new (void)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (values, STILE_N_SHARES);
  return values;
}

GPtrArray *
stile_agreement_panel_list_values (StileAgreementPanel *self)
{
  GPtrArray *values = values_new ();
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->ticks));

  for (guint i = 0; i < self->shares->len; i++, row = gtk_widget_get_next_sibling (row))
    {
      const Tick *tick = &g_array_index (self->shares, Tick, i);

      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (row)))
        add_value (values, tick->share, tick->value);
    }
  add_typed (values, STILE_SHARE_REACH, self->reach);
  add_typed (values, STILE_SHARE_NOTE, self->note);
  return values;
}

gboolean
stile_agreement_panel_is_agreed (StileAgreementPanel *self)
{
  g_autoptr (GPtrArray) values = stile_agreement_panel_list_values (self);

  if (self->agreed == NULL)
    return FALSE;
  for (guint i = 0; i < STILE_N_SHARES; i++)
    if (g_strcmp0 (g_ptr_array_index (values, i), g_ptr_array_index (self->agreed, i)) != 0)
      return FALSE;
  return TRUE;
}

static void
show_state (StileAgreementPanel *self)
{
  gboolean is_agreed = stile_agreement_panel_is_agreed (self);

  if (is_agreed)
    gtk_label_set_label (self->state, self->told);
  else
    gtk_label_set_label (self->state,
                         self->agreed != NULL
                           ? _("This is not what the person agreed to. Ask them again.")
                           : _("The person has not agreed to this yet."));
  gtk_widget_set_visible (self->agree_button, !is_agreed);
  gtk_widget_set_visible (self->disagree_button, self->agreed != NULL);
}

static void
changed_cb (StileAgreementPanel *self)
{
  if (!self->is_open)
    return;
  stile_agreement_panel_refuse (self, NULL);
  show_state (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
agree_clicked_cb (StileAgreementPanel *self)
{
  g_signal_emit (self, signals[AGREE], 0);
}

static void
disagree_clicked_cb (StileAgreementPanel *self)
{
  g_signal_emit (self, signals[DISAGREE], 0);
}

/* ---- What can be ticked ---- */

static void
add_tick (StileAgreementPanel *self, StileShare share, const char *value, gboolean is_on,
          gboolean is_sensitive)
{
  g_autofree char *label
    = g_strdup_printf ("%s: \u2068%s\u2069", stile_share_get_words (share), value);
  GtkWidget *row = stile_choice_row_new (STILE_CHOICE_MANY, label, NULL);
  Tick tick = { share, g_strdup (value) };

  if (is_sensitive)
    stile_choice_row_set_detail (STILE_CHOICE_ROW (row),
                                 _("Sensitive: tick it only if the person asks for it."));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row), is_on);
  g_array_append_val (self->shares, tick);
  g_signal_connect_object (row, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->ticks, row);
}

static const StileReferralRule *
find_rule (const StileReferral *referral, const StileResult *result)
{
  return result != NULL ? stile_form_find_referral (result->form, referral->referral) : NULL;
}

/* What nobody can be sure of counts as sensitive. */
static gboolean
is_sensitive (const StileReferral *referral, const StileResult *result, StileShare share)
{
  const StileReferralRule *rule = find_rule (referral, result);
  g_autoptr (StilePrivacy) privacy = NULL;

  if (share == STILE_SHARE_CATEGORY)
    return TRUE;
  if (share != STILE_SHARE_NEED)
    return FALSE;
  if (rule == NULL)
    return TRUE;
  privacy = stile_privacy_new (result->form);
  return stile_privacy_covers_referral (privacy, rule);
}

/* A value that was agreed to stays as it was, also where the record has changed since. */
static void
add_share (StileAgreementPanel *self, const StileCase *person_file, const StileReferral *referral,
           const StileResult *result, StileShare share)
{
  const char *agreed
    = self->agreed != NULL ? g_ptr_array_index (self->agreed, share) : NULL;
  g_autofree char *value = stile_case_dup_share (person_file, referral, share);
  gboolean sensitive = is_sensitive (referral, result, share);

  if (agreed != NULL)
    add_tick (self, share, agreed, TRUE, sensitive);
  else if (value != NULL)
    add_tick (self, share, value, self->agreed == NULL && !sensitive, sensitive);
}

/* The need as it was agreed to, in whatever language that was; or NULL. Borrowed from the form. */
static const char *
find_agreed (StileAgreementPanel *self, const StileForm *form, const StileText *need)
{
  const char *agreed
    = self->agreed != NULL ? g_ptr_array_index (self->agreed, STILE_SHARE_NEEDS) : NULL;
  g_auto (GStrv) needs = g_strsplit (agreed != NULL ? agreed : "", BETWEEN_NEEDS, -1);
  g_auto (GStrv) languages = stile_form_dup_languages (form);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *words = stile_text_get (need, languages[i], NULL);

      if (g_strv_contains ((const char *const *) needs, words))
        return words;
    }
  return NULL;
}

/* The areas of life where a need was found, but for that of the referral itself. A service rarely
 * needs to know of them, so they are off. */
static void
add_needs (StileAgreementPanel *self, const StileReferral *referral, const StileResult *result)
{
  const StileReferralRule *rule = find_rule (referral, result);
  g_autoptr (StilePrivacy) privacy = result != NULL ? stile_privacy_new (result->form) : NULL;

  for (guint i = 0; result != NULL && i < result->domains->len; i++)
    {
      const StileDomainResult *domain = &g_array_index (result->domains, StileDomainResult, i);
      const StileText *label = result->form->domains[domain->domain].label;
      const char *agreed = find_agreed (self, result->form, label);

      if (domain->level > 0 && (rule == NULL || rule->domain != (int) domain->domain))
        add_tick (self, STILE_SHARE_NEEDS, agreed != NULL ? agreed : stile_words_of_form (label),
                  agreed != NULL, stile_privacy_covers_domain (privacy, domain->domain));
    }
}

/* ---- Opening and closing ---- */

static void
take_agreement (StileAgreementPanel *self, const StileReferral *referral)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  self->told = stile_referral_dup_agreed (referral, now);
  if (referral->agreement == NULL)
    return;
  self->agreed = values_new ();
  for (guint i = 0; i < STILE_N_SHARES; i++)
    g_ptr_array_index (self->agreed, i) = g_strdup (referral->agreement->values[i]);
}

static void
set_typed (StileAgreementPanel *self, GtkEditable *field, const StileCase *person_file,
           const StileReferral *referral, StileShare share)
{
  g_autofree char *known
    = self->agreed != NULL ? g_strdup (g_ptr_array_index (self->agreed, share))
                           : stile_case_dup_share (person_file, referral, share);

  gtk_editable_set_text (field, known != NULL ? known : "");
}

void
stile_agreement_panel_open (StileAgreementPanel *self, const StileCase *person_file,
                            const StileReferral *referral, const StileResult *result)
{
  static const StileShare ticked[]
    = { STILE_SHARE_NAME, STILE_SHARE_REFERENCE, STILE_SHARE_LANGUAGE, STILE_SHARE_COMMUNICATION,
        STILE_SHARE_NEED, STILE_SHARE_CATEGORY };

  g_return_if_fail (STILE_IS_AGREEMENT_PANEL (self));

  stile_agreement_panel_close (self);
  take_agreement (self, referral);
  for (guint i = 0; i < G_N_ELEMENTS (ticked); i++)
    add_share (self, person_file, referral, result, ticked[i]);
  add_needs (self, referral, result);
  set_typed (self, self->reach, person_file, referral, STILE_SHARE_REACH);
  set_typed (self, self->note, person_file, referral, STILE_SHARE_NOTE);
  self->is_open = TRUE;
  show_state (self);
}

void
stile_agreement_panel_close (StileAgreementPanel *self)
{
  GtkWidget *child;

  g_return_if_fail (STILE_IS_AGREEMENT_PANEL (self));

  self->is_open = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->ticks))) != NULL)
    gtk_box_remove (self->ticks, child);
  g_array_set_size (self->shares, 0);
  gtk_editable_set_text (self->reach, "");
  gtk_editable_set_text (self->note, "");
  gtk_label_set_label (self->state, "");
  g_clear_pointer (&self->told, g_free);
  g_clear_pointer (&self->agreed, g_ptr_array_unref);
  stile_agreement_panel_refuse (self, NULL);
}

void
stile_agreement_panel_refuse (StileAgreementPanel *self, const char *sentence)
{
  gtk_label_set_label (self->fault, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), sentence != NULL);
}

static void
stile_agreement_panel_finalize (GObject *object)
{
  StileAgreementPanel *self = STILE_AGREEMENT_PANEL (object);

  g_array_unref (self->shares);
  g_free (self->told);
  g_clear_pointer (&self->agreed, g_ptr_array_unref);
  G_OBJECT_CLASS (stile_agreement_panel_parent_class)->finalize (object);
}

static void
stile_agreement_panel_class_init (StileAgreementPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_agreement_panel_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[AGREE]
    = g_signal_new ("agree", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DISAGREE]
    = g_signal_new ("disagree", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/agreement-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, StileAgreementPanel, ticks);
  gtk_widget_class_bind_template_child (widget_class, StileAgreementPanel, reach);
  gtk_widget_class_bind_template_child (widget_class, StileAgreementPanel, note);
  gtk_widget_class_bind_template_child (widget_class, StileAgreementPanel, state);
  gtk_widget_class_bind_template_child (widget_class, StileAgreementPanel, fault);
  gtk_widget_class_bind_template_child (widget_class, StileAgreementPanel, agree_button);
  gtk_widget_class_bind_template_child (widget_class, StileAgreementPanel, disagree_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, agree_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, disagree_clicked_cb);
}

static void
stile_agreement_panel_init (StileAgreementPanel *self)
{
  self->shares = g_array_new (FALSE, FALSE, sizeof (Tick));
  g_array_set_clear_func (self->shares, (GDestroyNotify) tick_clear);
  gtk_widget_init_template (GTK_WIDGET (self));
  stile_field_keep_numbers (self->reach);
}
