// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "referral-row.h"

#include <glib/gi18n-lib.h>

#include "pages/referral/referral-line.h"
#include "pages/referral/service-picker.h"
#include "widgets/result-words.h"

struct _StileReferralRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *label;
  GtkLabel *urgency;
  GtkLabel *reason;
  GtkBox *made;       /* of StileReferralLine */
  GtkWidget *another; /* the button that unfolds what follows */
  GtkWidget *choosing;
  GtkLabel *told;
  AdwBin *services;
  GtkButton *make;

  const StileReferralRule *referral;
  GPtrArray *matches; /* of StileMatch; or NULL: there are none */
};

enum
{
  MAKE,
  SEARCH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StileReferralRow, stile_referral_row, GTK_TYPE_LIST_BOX_ROW)

/* ---- Choosing ---- */

static GPtrArray *
list_chosen (StileReferralRow *self)
{
  GtkWidget *picker = adw_bin_get_child (self->services);

  return picker != NULL ? stile_service_picker_list_chosen (STILE_SERVICE_PICKER (picker))
                        : g_ptr_array_new ();
}

static char *
dup_make_words (guint n_chosen)
{
  switch (n_chosen)
    {
    case 0:
      return g_strdup (_("Make it, and choose the service later"));
    case 1:
      return g_strdup (_("Make this referral"));
    default:
      /* Translators: a button: one referral to each service that is ticked. */
      return g_strdup_printf (ngettext ("Make %u referral", "Make %u referrals", n_chosen),
                              n_chosen);
    }
}

static void
show_chosen_cb (StileReferralRow *self)
{
  g_autoptr (GPtrArray) chosen = list_chosen (self);
  g_autofree char *words = dup_make_words (chosen->len);
  /* Translators: a step, a kind of help: "Make this referral: Debt advice" */
  g_autofree char *spoken
    = g_strdup_printf (_("%s: %s"), words, gtk_label_get_label (self->label));

  gtk_button_set_label (self->make, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->make), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  if (chosen->len > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->make), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->make), "suggested-action");
}

static void
show_services (StileReferralRow *self)
{
  gboolean has_some = self->matches != NULL && self->matches->len > 0;
  GtkWidget *picker = has_some ? stile_service_picker_new (self->matches) : NULL;

  adw_bin_set_child (self->services, picker);
  if (has_some)
    g_signal_connect_object (picker, "changed", G_CALLBACK (show_chosen_cb), self,
                             G_CONNECT_SWAPPED);
  show_chosen_cb (self);
}

static void
make_clicked_cb (StileReferralRow *self)
{
  g_autoptr (GPtrArray) chosen = list_chosen (self);

  g_signal_emit (self, signals[MAKE], 0, chosen);
}

static void
search_clicked_cb (StileReferralRow *self)
{
  g_signal_emit (self, signals[SEARCH], 0);
}

static void
another_clicked_cb (StileReferralRow *self)
{
  gtk_widget_set_visible (self->choosing, TRUE);
  gtk_widget_child_focus (self->choosing, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (self->another, FALSE);
}

/* ---- What was made of it ---- */

void
stile_referral_row_show_made (StileReferralRow *self, const GPtrArray *referrals,
                              const char *assessment_id)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GtkWidget *child;
  gboolean has_some;

  g_return_if_fail (STILE_IS_REFERRAL_ROW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->made))) != NULL)
    gtk_box_remove (self->made, child);
  for (guint i = 0; i < referrals->len; i++)
    {
      const StileReferral *referral = g_ptr_array_index (referrals, i);

      if (g_strcmp0 (referral->assessment_id, assessment_id) == 0
          && g_strcmp0 (referral->referral, self->referral->id) == 0)
        gtk_box_append (self->made, stile_referral_line_new (referral, NULL, now));
    }

  has_some = gtk_widget_get_first_child (GTK_WIDGET (self->made)) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->made), has_some);
  gtk_widget_set_visible (self->another, has_some);
  gtk_widget_set_visible (self->choosing, !has_some);
  show_services (self);
}

/* ---- The row ---- */

static void
stile_referral_row_finalize (GObject *object)
{
  g_clear_pointer (&STILE_REFERRAL_ROW (object)->matches, g_ptr_array_unref);
  G_OBJECT_CLASS (stile_referral_row_parent_class)->finalize (object);
}

static void
stile_referral_row_class_init (StileReferralRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_referral_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/referral-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, label);
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, urgency);
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, reason);
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, made);
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, another);
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, choosing);
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, told);
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, services);
  gtk_widget_class_bind_template_child (widget_class, StileReferralRow, make);
  gtk_widget_class_bind_template_callback (widget_class, make_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_clicked_cb);

  signals[MAKE] = g_signal_new ("make", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_PTR_ARRAY);
  signals[SEARCH]
    = g_signal_new ("search", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stile_referral_row_init (StileReferralRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Why there is nothing to choose from, or what it is that is offered. */
static const char *
get_words (const GPtrArray *matches, const char *problem)
{
  if (problem != NULL)
    return problem;
  return matches->len > 0 ? _("Services that fit, the best first:")
                          : _("No service in the directory fits. Choose one by hand, or write one "
                              "in by name.");
}

GtkWidget *
stile_referral_row_new (const StileReferralRule *referral, const char *language,
                        GPtrArray *matches, const char *problem)
{
  StileReferralRow *self = g_object_new (STILE_TYPE_REFERRAL_ROW, NULL);
  const char *label = stile_text_get (referral->label, language, NULL);

  self->referral = referral;
  self->matches = matches != NULL ? g_ptr_array_ref (matches) : NULL;
  gtk_label_set_label (self->label, label);
  gtk_label_set_label (self->urgency, stile_result_words_get_urgency (referral->urgency));
  gtk_label_set_label (self->reason, stile_text_get (referral->reason, language, NULL));
  gtk_label_set_label (self->told, get_words (matches, problem));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_services (self);
  return GTK_WIDGET (self);
}

const StileReferralRule *
stile_referral_row_get_referral (StileReferralRow *self)
{
  g_return_val_if_fail (STILE_IS_REFERRAL_ROW (self), NULL);

  return self->referral;
}
