// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "start-page.h"

#include "error-summary.h"
#include "field.h"
#include "focus-first.h"
#include "phrase.h"
#include "script.h"
#include "widgets/person-fields.h"
#include "words.h"

struct _StileStartPage
{
  AdwBin parent_instance;

  StileErrorSummary *summary;
  GtkScrolledWindow *scroller;
  StilePersonFields *fields;
  GtkWidget *form_group;
  AdwComboRow *form_row;
  GtkStringList *form_titles;
  GtkLabel *notice_label;
  GtkLabel *notice_second;
  GtkCheckButton *agrees;
  GtkCheckButton *refuses;
  GtkLabel *consent_error;

  StileCasework *casework; /* not owned; NULL while closed */
  GPtrArray *forms;
  char *case_id;    /* NULL until the person has a file */
  gboolean was_known;
};

G_DEFINE_FINAL_TYPE (StileStartPage, stile_start_page, ADW_TYPE_BIN)

static const char notice[]
  = N_("We ask about your home, money, health and other things that can make work hard. You may "
       "leave out any question. The answers stay on this computer, locked. Only the advisers here "
       "read them. We use them to find the right help with you, and a person, not the computer, "
       "decides. You may see them, have them put right, or have them erased, whenever you ask.");

static void
clear_list (GtkStringList *list)
{
  gtk_string_list_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), NULL);
}

static StileForm *
get_form (StileStartPage *self)
{
  guint selected = adw_combo_row_get_selected (self->form_row);

  return g_ptr_array_index (self->forms, selected < self->forms->len ? selected : 0);
}

void
stile_start_page_set_reader (StileStartPage *self, StileReader *reader)
{
  g_return_if_fail (STILE_IS_START_PAGE (self));

  stile_person_fields_set_reader (self->fields, reader);
}

/* What the person agrees to, in the adviser's language and in theirs where the program has it. */
static StilePhrase *
new_notice (StileStartPage *self)
{
  g_autofree char *adviser_language = stile_words_dup_language ();
  StileLanguages languages = { adviser_language, NULL };
  const char *language = stile_person_fields_get_language (self->fields);

  if (language != NULL && stile_words_has_language (language)
      && !stile_language_is_same (adviser_language, language))
    languages.second = language;
  return stile_phrase_new_words (notice, &languages);
}

static void
show_notice (StileStartPage *self)
{
  g_autoptr (StilePhrase) phrase = new_notice (self);

  stile_phrase_show (phrase, self->notice_label, self->notice_second, NULL);
}

static char *
dup_notice (StileStartPage *self)
{
  g_autoptr (StilePhrase) phrase = new_notice (self);

  return stile_phrase_dup_spoken (phrase);
}

static void
form_changed_cb (StileStartPage *self)
{
  if (self->forms != NULL)
    stile_person_fields_set_form (self->fields, get_form (self));
}

static void
show_forms (StileStartPage *self)
{
  g_autofree char *language = stile_words_dup_language ();
  guint i;

  clear_list (self->form_titles);
  for (i = 0; i < self->forms->len; i++)
    {
      StileForm *form = g_ptr_array_index (self->forms, i);

      gtk_string_list_append (self->form_titles, stile_text_get (form->title, language, NULL));
    }
  gtk_widget_set_visible (self->form_group, self->forms->len > 1);
}

static gboolean
check (StileStartPage *self)
{
  gboolean asked = gtk_check_button_get_active (self->agrees)
                   || gtk_check_button_get_active (self->refuses);
  const char *consent = asked ? NULL : _("Say whether the person agrees.");

  stile_error_summary_clear (self->summary);
  stile_person_fields_check (self->fields, self->summary);
  stile_field_set_error (GTK_WIDGET (self->agrees), self->consent_error, consent);
  if (consent != NULL)
    stile_error_summary_add (self->summary, consent, GTK_WIDGET (self->agrees));
  return stile_error_summary_is_empty (self->summary);
}

static void
present_errors (StileStartPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  stile_error_summary_present (self->summary);
}

/* A file for the person, or the newest of what is known in the one there is. The id stays, so that
 * trying again after a failure does not open a second file. */
static gboolean
keep_person (StileStartPage *self, const StilePerson *person, GError **error)
{
  if (self->case_id == NULL)
    return stile_casework_open_case (self->casework, person, &self->case_id, error);
  return stile_casework_change_person (self->casework, self->case_id, person, error);
}

static void
start (StileStartPage *self, const StilePerson *person)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *assessment_id = NULL;
  g_autofree char *shown = dup_notice (self);

  if (keep_person (self, person, &error)
      && stile_casework_record_consent (self->casework, self->case_id, TRUE, shown, &error)
      && stile_casework_start_assessment (self->casework, self->case_id, get_form (self),
                                          person->language, &assessment_id, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.interview", "(sss)", self->case_id,
                                  assessment_id, "");
      return;
    }
  stile_error_summary_add (self->summary, error->message, NULL);
  present_errors (self);
}

static void
leave (StileStartPage *self)
{
  if (self->was_known)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.person", "s", self->case_id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.people", NULL);
}

static void
refused_cb (StileStartPage *self)
{
  if (self->casework != NULL)
    leave (self);
}

/* Of somebody new nothing at all is kept; of somebody known, that they said no. */
static void
refuse (StileStartPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = dup_notice (self);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *dialog;

  if (self->case_id != NULL
      && !stile_casework_record_consent (self->casework, self->case_id, FALSE, shown, &error))
    {
      stile_error_summary_add (self->summary, error->message, NULL);
      present_errors (self);
      return;
    }
  dialog = adw_message_dialog_new (window, _("Then there is no assessment"),
                                   self->case_id != NULL
                                     ? _("The record book says that the person did not agree.")
                                     : _("Nothing about this person was kept."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
continue_cb (StileStartPage *self)
{
  g_autoptr (StilePerson) person = stile_person_fields_dup_person (self->fields);

  if (!check (self))
    present_errors (self);
  else if (gtk_check_button_get_active (self->agrees))
    start (self, person);
  else
    refuse (self);
}

static void
cancel_cb (StileStartPage *self)
{
  leave (self);
}

static gboolean
load_person (StileStartPage *self, const char *case_id, GError **error)
{
  g_autoptr (StileCase) person_file = stile_casework_load_case (self->casework, case_id, error);

  if (person_file == NULL)
    return FALSE;
  self->case_id = g_strdup (case_id);
  self->was_known = TRUE;
  stile_person_fields_set_person (self->fields, person_file->person);
  return TRUE;
}

gboolean
stile_start_page_open (StileStartPage *page, StileCasework *casework, GPtrArray *forms,
                       const char *case_id, GError **error)
{
  stile_start_page_close (page);
  page->casework = casework;
  page->forms = g_ptr_array_ref (forms);
  show_forms (page);
  stile_person_fields_set_form (page->fields, get_form (page));
  if (case_id != NULL && !load_person (page, case_id, error))
    return FALSE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (page->scroller), 0);
  return TRUE;
}

static void
drop (StileStartPage *page)
{
  page->casework = NULL;
  page->was_known = FALSE;
  g_clear_pointer (&page->forms, g_ptr_array_unref);
  g_clear_pointer (&page->case_id, g_free);
}

void
stile_start_page_close (StileStartPage *page)
{
  const StilePerson nobody = { NULL };

  drop (page);
  stile_person_fields_set_form (page->fields, NULL);
  stile_person_fields_set_person (page->fields, &nobody);
  gtk_check_button_set_active (page->agrees, FALSE);
  gtk_check_button_set_active (page->refuses, FALSE);
  stile_error_summary_clear (page->summary);
  stile_field_set_error (GTK_WIDGET (page->agrees), page->consent_error, NULL);
}

static void
stile_start_page_finalize (GObject *object)
{
  drop (STILE_START_PAGE (object));
  G_OBJECT_CLASS (stile_start_page_parent_class)->finalize (object);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  stile_person_fields_focus (STILE_START_PAGE (widget)->fields);
}

static void
stile_start_page_class_init (StileStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_start_page_finalize;

  g_type_ensure (STILE_TYPE_ERROR_SUMMARY);
  g_type_ensure (STILE_TYPE_PERSON_FIELDS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StileStartPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StileStartPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, StileStartPage, fields);
  gtk_widget_class_bind_template_child (widget_class, StileStartPage, form_group);
  gtk_widget_class_bind_template_child (widget_class, StileStartPage, form_row);
  gtk_widget_class_bind_template_child (widget_class, StileStartPage, form_titles);
  gtk_widget_class_bind_template_child (widget_class, StileStartPage, notice_label);
  gtk_widget_class_bind_template_child (widget_class, StileStartPage, notice_second);
  gtk_widget_class_bind_template_child (widget_class, StileStartPage, agrees);
  gtk_widget_class_bind_template_child (widget_class, StileStartPage, refuses);
  gtk_widget_class_bind_template_child (widget_class, StileStartPage, consent_error);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_notice);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_start_page_init (StileStartPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  show_notice (page);
}
