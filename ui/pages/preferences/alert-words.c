// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alert-words.h"

#include "focus-first.h"
#include "pages/interview/saved-mark.h"
#include "widgets/result-words.h"
#include "words.h"

struct _StileAlertWords
{
  AdwBin parent_instance;

  GtkLabel *urgency;
  GtkLabel *label;
  GtkLabel *action;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  StileSavedMark *mark;

  StileCasework *casework;
  StileForm *form;
  const StileAlert *alert;
  gboolean setting;
  gboolean changed; /* since it was last in the book */
};

G_DEFINE_FINAL_TYPE (StileAlertWords, stile_alert_words, ADW_TYPE_BIN)

static char *
dup_text (StileAlertWords *self)
{
  g_autofree char *text = NULL;

  g_object_get (self->buffer, "text", &text, NULL);
  return g_strdup (g_strstrip (text));
}

gboolean
stile_alert_words_save (StileAlertWords *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *trouble = NULL;

  g_return_val_if_fail (STILE_IS_ALERT_WORDS (self), FALSE);

  if (!self->changed)
    return TRUE;
  text = dup_text (self);
  if (stile_casework_put_alert_words (self->casework, self->form, self->alert, text, &error))
    {
      self->changed = FALSE;
      stile_saved_mark_show (self->mark, STILE_SAVE_SAVED, _("Saved"));
      return TRUE;
    }
  /* Translators: behind a sentence that says why they were not saved. */
  trouble = g_strdup_printf ("%s %s", error->message, _("Your words are still in the field."));
  stile_saved_mark_show (self->mark, STILE_SAVE_FAILED, trouble);
  return FALSE;
}

static void
buffer_changed_cb (StileAlertWords *self)
{
  if (self->setting)
    return;
  self->changed = TRUE;
  stile_saved_mark_show (self->mark, STILE_SAVE_WAITING, _("Not saved yet"));
}

static void
left_cb (StileAlertWords *self)
{
  stile_alert_words_save (self);
}

static void
show_words (StileAlertWords *self)
{
  const char *words = stile_casework_get_alert_words (self->casework, self->form, self->alert);

  self->setting = TRUE;
  gtk_text_buffer_set_text (self->buffer, words != NULL ? words : "", -1);
  self->setting = FALSE;
}

/* Several fields are on the page: each says which alert it belongs to. */
static void
name_view (StileAlertWords *self, const char *alert)
{
  /* Translators: an alert of the form, such as “The person may be in danger”. */
  g_autofree char *name = g_strdup_printf (_("Your words for “%s”"), alert);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (STILE_ALERT_WORDS (widget)->view));
}

static void
stile_alert_words_finalize (GObject *object)
{
  g_clear_pointer (&STILE_ALERT_WORDS (object)->form, stile_form_unref);
  G_OBJECT_CLASS (stile_alert_words_parent_class)->finalize (object);
}

static void
stile_alert_words_class_init (StileAlertWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_alert_words_finalize;

  g_type_ensure (STILE_TYPE_SAVED_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/alert-words.ui");
  gtk_widget_class_bind_template_child (widget_class, StileAlertWords, urgency);
  gtk_widget_class_bind_template_child (widget_class, StileAlertWords, label);
  gtk_widget_class_bind_template_child (widget_class, StileAlertWords, action);
  gtk_widget_class_bind_template_child (widget_class, StileAlertWords, view);
  gtk_widget_class_bind_template_child (widget_class, StileAlertWords, buffer);
  gtk_widget_class_bind_template_child (widget_class, StileAlertWords, mark);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
stile_alert_words_init (StileAlertWords *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
stile_alert_words_new (StileCasework *casework, StileForm *form, const StileAlert *alert,
                       const char *language)
{
  StileAlertWords *self = g_object_new (STILE_TYPE_ALERT_WORDS, NULL);
  gboolean read_only = stile_ledger_is_read_only (stile_casework_get_ledger (casework));
  const char *label = stile_text_get (alert->label, language, NULL);
  g_autofree char *action
    = stile_words_dup_directed (stile_text_get (alert->action, language, NULL));

  self->casework = casework;
  self->form = stile_form_ref (form);
  self->alert = alert;
  gtk_label_set_label (self->urgency, stile_result_words_get_urgency (alert->urgency));
  gtk_label_set_label (self->label, label);
  gtk_label_set_label (self->action, action);
  gtk_text_view_set_editable (self->view, !read_only);
  name_view (self, label);
  show_words (self);
  return GTK_WIDGET (self);
}
