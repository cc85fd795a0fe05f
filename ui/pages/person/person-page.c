// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "person-page.h"

#include <glib/gi18n-lib.h>

#include "contact.h"
#include "details-dialog.h"
#include "event-row.h"
#include "focus-first.h"
#include "person-actions.h"
#include "person-words.h"
#include "rights.h"
#include "pages/referral/referral-line.h"

struct _StilePersonPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *title_label;
  GtkLabel *reference_label;
  GtkLabel *needs_label;
  GtkWidget *details_button;
  GtkWidget *new_button;
  StilePersonActions *actions;
  GtkWidget *assessments_group;
  GtkListBox *assessments;
  GtkWidget *referrals_group;
  GtkListBox *referrals;
  GtkListBox *events;

  StileCasework *casework; /* not owned; NULL while closed */
  StileCase *person_file;
  char *event_id; /* whose words are being corrected */
};

G_DEFINE_FINAL_TYPE (StilePersonPage, stile_person_page, ADW_TYPE_BIN)

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GtkWidget *
text_row_new (GType type, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (type, "use-markup", FALSE, "title", title, NULL);

  g_object_set (row, "subtitle", subtitle != NULL ? subtitle : "", NULL);
  return row;
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_person (StilePersonPage *self)
{
  const StilePerson *person = self->person_file->person;
  gboolean read_only = stile_ledger_is_read_only (stile_casework_get_ledger (self->casework));
  g_autofree char *needs = stile_person_describe_needs (person);

  gtk_label_set_label (self->title_label, stile_person_get_title (person));
  set_label (self->reference_label, person->name != NULL ? person->reference : NULL);
  set_label (self->needs_label, needs);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->new_button), "s", self->person_file->id);
  gtk_widget_set_sensitive (self->details_button, !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.correct-words", !read_only);
}

/* What pressing the row does, at its end. */
static void
add_suffix (GtkWidget *row, const char *words)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (words));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static GtkWidget *
assessment_row_new (StilePersonPage *self, const StileAssessment *assessment, GDateTime *now)
{
  g_autofree char *state = stile_assessment_describe (assessment, now);
  gboolean finished = assessment->finished_at != NULL;
  GtkWidget *row = text_row_new (ADW_TYPE_ACTION_ROW, stile_assessment_get_title (assessment),
                                 state);
  const char *case_id = self->person_file->id;

  if (finished)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.result");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", case_id, assessment->id);
    }
  else
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.interview");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", case_id, assessment->id,
                                        "");
    }
  add_suffix (row, finished ? _("See result") : _("Continue"));
  return row;
}

static void
show_assessments (StilePersonPage *self, GDateTime *now)
{
  GPtrArray *assessments = self->person_file->assessments;
  guint i;

  clear_list (self->assessments);
  for (i = 0; i < assessments->len; i++)
    gtk_list_box_append (self->assessments,
                         assessment_row_new (self, g_ptr_array_index (assessments, i), now));
  gtk_widget_set_visible (self->assessments_group, assessments->len > 0);
}

static gboolean
reload (StilePersonPage *self, GError **error)
{
  g_autofree char *case_id = g_strdup (self->person_file->id);

  return stile_person_page_open (self, self->casework, case_id, error);
}

/* What was to be kept is kept: a failure to read the file again must not look like one to save. */
static void
reload_after_saving (StilePersonPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!reload (self, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.people", NULL);
}

static void
erased_cb (StilePersonPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.people", NULL);
}

static gboolean
save_note (gpointer owner, const StileRecord *record, GError **error)
{
  StilePersonPage *self = owner;

  if (!stile_casework_save_note (self->casework, self->person_file->id, NULL, NULL, record->text,
                                 error))
    return FALSE;
  reload_after_saving (self);
  return TRUE;
}

static gboolean
save_contact (gpointer owner, const StileRecord *record, GError **error)
{
  StilePersonPage *self = owner;

  if (!stile_casework_record_contact (self->casework, self->person_file->id,
                                      stile_contact_get_way (record->choice), record->text,
                                      error))
    return FALSE;
  reload_after_saving (self);
  return TRUE;
}

static void
change_details_cb (StilePersonPage *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  StileDetailsDialog *dialog
      = stile_details_dialog_new (window, self->casework, self->person_file);

  g_signal_connect_object (dialog, "changed", G_CALLBACK (reload_after_saving), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static StileRecordDialog *
record_dialog_new (StilePersonPage *self, const char *title, StileRecordFunc save)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  return stile_record_dialog_new (window, title, save, self);
}

static void
add_note_cb (StilePersonPage *self)
{
  StileRecordDialog *dialog = record_dialog_new (self, _("Note"), save_note);

  stile_record_dialog_require_text (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
save_words (gpointer owner, const StileRecord *record, GError **error)
{
  StilePersonPage *self = owner;

  if (!stile_casework_rectify_text (self->casework, self->person_file->id, self->event_id,
                                    record->text, record->reason, error))
    return FALSE;
  reload_after_saving (self);
  return TRUE;
}

static const StileEvent *
find_event (StilePersonPage *self, const char *id)
{
  for (guint i = 0; i < self->person_file->events->len; i++)
    {
      const StileEvent *event = g_ptr_array_index (self->person_file->events, i);

      if (g_str_equal (event->id, id))
        return event;
    }
  return NULL;
}

static void
correct_words_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StilePersonPage *self = STILE_PERSON_PAGE (widget);
  const StileEvent *event = find_event (self, g_variant_get_string (parameter, NULL));
  StileRecordDialog *dialog;

  if (event == NULL)
    return;
  g_free (self->event_id);
  self->event_id = g_strdup (event->id);
  dialog = record_dialog_new (self, _("Correct these words"), save_words);
  stile_record_dialog_set_hint (dialog, _("What was written before stays in the record. Leave the "
                                          "words empty to take them back."));
  stile_record_dialog_set_text (dialog, event->text);
  stile_record_dialog_ask_reason (dialog, _("Why it is corrected"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
record_contact_cb (StilePersonPage *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (GTK_WINDOW (stile_contact_dialog_new (window, save_contact, self)));
}

static void
show_referrals (StilePersonPage *self, GDateTime *now)
{
  GPtrArray *referrals = self->person_file->referrals;
  guint i;

  clear_list (self->referrals);
  for (i = 0; i < referrals->len; i++)
    {
      const StileReferral *referral = g_ptr_array_index (referrals, i);
      GtkWidget *line = stile_referral_line_new (referral, referral->label, now);

      gtk_list_box_append (self->referrals,
                           g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable",
                                         FALSE, "child", line, "css-classes",
                                         (const char *[]){ "referral", NULL }, NULL));
    }
  gtk_widget_set_visible (self->referrals_group, referrals->len > 0);
}

static void
show_events (StilePersonPage *self, GDateTime *now)
{
  GPtrArray *events = self->person_file->events;
  guint i;

  clear_list (self->events);
  for (i = 0; i < events->len; i++)
    gtk_list_box_append (self->events, stile_event_row_new (g_ptr_array_index (events, i), now));
}

gboolean
stile_person_page_open (StilePersonPage *page, StileCasework *casework, const char *case_id,
                        GError **error)
{
  StileCase *person_file = stile_casework_load_case (casework, case_id, error);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (person_file == NULL)
    return FALSE;
  g_clear_pointer (&page->person_file, stile_case_free);
  page->casework = casework;
  page->person_file = person_file;
  show_person (page);
  stile_person_actions_open (page->actions, casework, person_file);
  show_assessments (page, now);
  show_referrals (page, now);
  show_events (page, now);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (page->scroller), 0);
  return TRUE;
}

void
stile_person_page_close (StilePersonPage *page)
{
  page->casework = NULL;
  stile_person_actions_close (page->actions);
  g_clear_pointer (&page->person_file, stile_case_free);
  g_clear_pointer (&page->event_id, g_free);
  gtk_label_set_label (page->title_label, "");
  set_label (page->reference_label, NULL);
  set_label (page->needs_label, NULL);
  clear_list (page->assessments);
  clear_list (page->referrals);
  clear_list (page->events);
}

static void
stile_person_page_finalize (GObject *object)
{
  StilePersonPage *page = STILE_PERSON_PAGE (object);

  g_clear_pointer (&page->person_file, stile_case_free);
  g_free (page->event_id);
  G_OBJECT_CLASS (stile_person_page_parent_class)->finalize (object);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (STILE_PERSON_PAGE (widget)->new_button));
}

static void
stile_person_page_class_init (StilePersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_person_page_finalize;

  g_type_ensure (STILE_TYPE_PERSON_ACTIONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StilePersonPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, StilePersonPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, StilePersonPage, reference_label);
  gtk_widget_class_bind_template_child (widget_class, StilePersonPage, needs_label);
  gtk_widget_class_bind_template_child (widget_class, StilePersonPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, StilePersonPage, details_button);
  gtk_widget_class_bind_template_child (widget_class, StilePersonPage, actions);
  gtk_widget_class_bind_template_child (widget_class, StilePersonPage, assessments_group);
  gtk_widget_class_bind_template_child (widget_class, StilePersonPage, assessments);
  gtk_widget_class_bind_template_child (widget_class, StilePersonPage, referrals_group);
  gtk_widget_class_bind_template_child (widget_class, StilePersonPage, referrals);
  gtk_widget_class_bind_template_child (widget_class, StilePersonPage, events);
  gtk_widget_class_bind_template_callback (widget_class, add_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_details_cb);
  gtk_widget_class_bind_template_callback (widget_class, erased_cb);
  gtk_widget_class_bind_template_callback (widget_class, reload_after_saving);
  gtk_widget_class_bind_template_callback (widget_class, record_contact_cb);
  gtk_widget_class_install_action (widget_class, "person.correct-words", "s",
                                   correct_words_activated_cb);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_person_page_init (StilePersonPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
}
