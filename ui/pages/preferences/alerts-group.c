// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alerts-group.h"

#include "alert-words.h"
#include "focus-first.h"
#include "words.h"

struct _StileAlertsGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *form_row;
  GtkStringList *form_titles;
  GtkBox *alerts;

  StileCasework *casework; /* NULL while closed */
  GPtrArray *forms;        /* of StileForm: those that have alerts; or NULL */
  guint shown;             /* of them */
};

G_DEFINE_FINAL_TYPE (StileAlertsGroup, stile_alerts_group, ADW_TYPE_BIN)

static void
remove_alerts (StileAlertsGroup *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->alerts))) != NULL)
    gtk_box_remove (self->alerts, child);
}

static void
show_alerts (StileAlertsGroup *self)
{
  StileForm *form = g_ptr_array_index (self->forms, self->shown);
  g_autofree char *language = stile_words_dup_language ();

  remove_alerts (self);
  for (guint i = 0; i < form->n_alerts; i++)
    gtk_box_append (self->alerts, stile_alert_words_new (self->casework, form, &form->alerts[i],
                                                         language));
}

/* A form whose words could not be saved stays, with them. */
static void
form_changed_cb (StileAlertsGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->form_row);

  if (self->forms == NULL || selected >= self->forms->len || selected == self->shown)
    return;
  if (!stile_alerts_group_save (self))
    {
      adw_combo_row_set_selected (self->form_row, self->shown);
      return;
    }
  self->shown = selected;
  show_alerts (self);
}

static void
take_forms (StileAlertsGroup *self, GPtrArray *forms)
{
  g_autofree char *language = stile_words_dup_language ();

  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_form_unref);
  for (guint i = 0; i < forms->len; i++)
    {
      StileForm *form = g_ptr_array_index (forms, i);

      if (form->n_alerts == 0)
        continue;
      g_ptr_array_add (self->forms, stile_form_ref (form));
      gtk_string_list_append (self->form_titles,
                              stile_text_get (form->title, language, NULL));
    }
}

void
stile_alerts_group_open (StileAlertsGroup *self, StileCasework *casework, GPtrArray *forms)
{
  g_return_if_fail (STILE_IS_ALERTS_GROUP (self));

  stile_alerts_group_close (self);
  self->casework = casework;
  take_forms (self, forms);
  self->shown = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->forms->len > 0);
  if (self->forms->len > 0)
    show_alerts (self);
}

gboolean
stile_alerts_group_save (StileAlertsGroup *self)
{
  GtkWidget *unsaved = NULL;
  GtkWidget *child;

  g_return_val_if_fail (STILE_IS_ALERTS_GROUP (self), FALSE);

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->alerts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!stile_alert_words_save (STILE_ALERT_WORDS (child)) && unsaved == NULL)
      unsaved = child;
  if (unsaved != NULL)
    stile_focus_first (unsaved);
  return unsaved == NULL;
}

void
stile_alerts_group_close (StileAlertsGroup *self)
{
  g_return_if_fail (STILE_IS_ALERTS_GROUP (self));

  g_clear_pointer (&self->forms, g_ptr_array_unref);
  remove_alerts (self);
  gtk_string_list_splice (self->form_titles, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->form_titles)), NULL);
  self->casework = NULL;
}

static void
stile_alerts_group_dispose (GObject *object)
{
  g_clear_pointer (&STILE_ALERTS_GROUP (object)->forms, g_ptr_array_unref);
  G_OBJECT_CLASS (stile_alerts_group_parent_class)->dispose (object);
}

static void
stile_alerts_group_class_init (StileAlertsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_alerts_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/alerts-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StileAlertsGroup, group);
  gtk_widget_class_bind_template_child (widget_class, StileAlertsGroup, form_row);
  gtk_widget_class_bind_template_child (widget_class, StileAlertsGroup, form_titles);
  gtk_widget_class_bind_template_child (widget_class, StileAlertsGroup, alerts);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
}

static void
stile_alerts_group_init (StileAlertsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
