// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages.h"

#include "audit.h"
#include "focus-first.h"
#include "form-library.h"
#include "menus.h"
#include "pages/audit/audit-page.h"
#include "pages/check-answers/check-answers-page.h"
#include "pages/directory/directory-page.h"
#include "pages/directory/service-page.h"
#include "pages/interview/interview-page.h"
#include "pages/people/people-page.h"
#include "pages/person/person-page.h"
#include "pages/preferences/preferences-page.h"
#include "pages/referral/referral-page.h"
#include "pages/result/result-page.h"
#include "pages/start/start-page.h"
#include "pages/waiting/waiting-page.h"
#include "toasts.h"
#include "words.h"

struct _StilePages
{
  AdwBin parent_instance;

  AdwBin *frame;
  AdwToastOverlay *overlay;
  StilePeoplePage *people_page;
  StileStartPage *start_page;
  StileInterviewPage *interview_page;
  StileCheckAnswersPage *check_answers_page;
  StileResultPage *result_page;
  StilePersonPage *person_page;
  StileReferralPage *referral_page;
  StilePreferencesPage *preferences_page;
  StileAuditPage *audit_page;
  StileWaitingPage *waiting_page;
  StileDirectoryPage *directory_page;
  StileServicePage *service_page;

  StileToasts *toasts;
  StileReading *reading;
  StileBook *book;
  GtkWidget *open_page; /* one of the above, or NULL */
};

G_DEFINE_FINAL_TYPE (StilePages, stile_pages, ADW_TYPE_BIN)

static StileCasework *
get_casework (StilePages *self)
{
  return stile_book_get_casework (self->book);
}

static gboolean
shows_claimant (StilePages *self)
{
  return self->open_page == GTK_WIDGET (self->interview_page)
         || self->open_page == GTK_WIDGET (self->check_answers_page);
}

/* From here on, words are in the language of the page that is seen. For what a claimant can do:
 * the pages of the adviser's, which they open, are in theirs. */
static StileSpoken *
speak (StilePages *self)
{
  return stile_words_speak (shows_claimant (self)
                              ? stile_reading_get_languages (self->reading).first : NULL);
}

static void
say_failure (StilePages *self, const char *sentence)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *dialog = adw_message_dialog_new (window, _("This page cannot be shown"), sentence);
  g_autofree char *language = stile_words_dup_language ();

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  stile_phrase_set_direction (dialog, language);
  stile_phrase_set_faces (dialog, language);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
close_page (StilePages *self, gpointer page)
{
  if (page == self->people_page)
    stile_people_page_close (page);
  else if (page == self->start_page)
    stile_start_page_close (page);
  else if (page == self->interview_page)
    stile_interview_page_close (page);
  else if (page == self->check_answers_page)
    stile_check_answers_page_close (page);
  else if (page == self->result_page)
    stile_result_page_close (page);
  else if (page == self->person_page)
    stile_person_page_close (page);
  else if (page == self->referral_page)
    stile_referral_page_close (page);
  else if (page == self->preferences_page)
    stile_preferences_page_close (page);
  else if (page == self->audit_page)
    stile_audit_page_close (page);
  else if (page == self->waiting_page)
    stile_waiting_page_close (page);
  else if (page == self->directory_page)
    stile_directory_page_close (page);
  else if (page == self->service_page)
    stile_service_page_close (page);
}

/* What could not be saved is not left behind, whichever way leads away. */
static gboolean
may_leave (StilePages *self, gpointer page)
{
  if (page == self->open_page)
    return TRUE;
  if (self->open_page == GTK_WIDGET (self->interview_page))
    return stile_interview_page_may_leave (self->interview_page);
  if (self->open_page == GTK_WIDGET (self->preferences_page))
    return stile_preferences_page_save (self->preferences_page);
  return TRUE;
}

/* GTK 4.8 tells the buttons of a page that leaves the window that all actions are gone, and those
 * of the page itself are never told of again when it comes back: its buttons would stay dead. */
static void
renew_actions (GtkWidget *widget)
{
  GtkWidget *child;

  if (GTK_IS_ACTIONABLE (widget))
    {
      GtkActionable *actionable = GTK_ACTIONABLE (widget);
      g_autofree char *name = g_strdup (gtk_actionable_get_action_name (actionable));

      if (name != NULL)
        {
          gtk_actionable_set_action_name (actionable, NULL);
          gtk_actionable_set_action_name (actionable, name);
        }
    }
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    renew_actions (child);
}

/* A page that could not be opened leaves the one before where it is. */
static void
show_page (StilePages *self, gpointer page, gboolean opened, const GError *error)
{
  GtkWidget *before = self->open_page;

  if (!opened)
    {
      say_failure (self, error->message);
      return;
    }
  if (!may_leave (self, page))
    {
      close_page (self, page);
      return;
    }
  self->open_page = page;
  if (before != NULL)
    stile_menus_close (before);
  stile_menus_prepare (page);
  adw_bin_set_child (self->frame, page);
  stile_toasts_set_waiting (self->toasts, shows_claimant (self));
  if (before != page)
    {
      renew_actions (page);
      close_page (self, before);
    }
  stile_focus_first (page);
}

void
stile_pages_say (StilePages *pages, const char *sentence)
{
  stile_toasts_say (pages->toasts, sentence);
}

/* Opening a page of a person is a line of the audit. Where it cannot be written down, the page is
 * shown all the same: the person is waiting. */
static void
note_reading (StilePages *self, gpointer page, const char *case_id, const char *what)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (NULL); /* the adviser's */
  g_autoptr (GError) error = NULL;

  if (self->open_page == page
      && !stile_casework_record_read (get_casework (self), case_id, what, &error))
    stile_pages_say (self, error->message);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (STILE_PAGES (widget)->open_page != NULL)
    stile_focus_first (STILE_PAGES (widget)->open_page);
}

static void
people_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StilePages *self = data;
  g_autoptr (GError) error = NULL;
  gboolean opened = stile_people_page_open (self->people_page, get_casework (self), &error);

  show_page (self, self->people_page, opened, error);
}

static void
new_assessment_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StilePages *self = data;
  const char *case_id = g_variant_get_string (parameter, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) forms = stile_form_library_load_all (problems);
  g_autoptr (GError) error = NULL;
  gboolean opened;

  if (forms->len == 0)
    {
      say_failure (self, problems->len > 0
                           ? g_ptr_array_index (problems, 0)
                           : _("There is no form on this computer. Ask whoever looks after it."));
      return;
    }
  opened = stile_start_page_open (self->start_page, get_casework (self), forms,
                                  *case_id != '\0' ? case_id : NULL, &error);
  show_page (self, self->start_page, opened, error);
}

static void
person_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StilePages *self = data;
  g_autoptr (GError) error = NULL;
  const char *case_id = g_variant_get_string (parameter, NULL);
  gboolean opened = stile_person_page_open (self->person_page, get_casework (self), case_id,
                                            &error);

  show_page (self, self->person_page, opened, error);
  if (opened)
    note_reading (self, self->person_page, case_id, STILE_WHAT_RECORD);
}

static void
interview_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StilePages *self = data;
  g_autoptr (StileSpoken) spoken = speak (self);
  g_autoptr (GError) error = NULL;
  const char *case_id, *assessment_id, *question_id;
  gboolean opened;

  g_variant_get (parameter, "(&s&s&s)", &case_id, &assessment_id, &question_id);
  opened = stile_interview_page_open (self->interview_page, get_casework (self), case_id,
                                      assessment_id, *question_id != '\0' ? question_id : NULL,
                                      &error);
  show_page (self, self->interview_page, opened, error);
  if (opened)
    note_reading (self, self->interview_page, case_id, STILE_WHAT_INTERVIEW);
}

static void
check_answers_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StilePages *self = data;
  g_autoptr (StileSpoken) spoken = speak (self);
  g_autoptr (GError) error = NULL;
  const char *case_id, *assessment_id;
  gboolean opened;

  g_variant_get (parameter, "(&s&s)", &case_id, &assessment_id);
  opened = stile_check_answers_page_open (self->check_answers_page, get_casework (self), case_id,
                                          assessment_id, &error);
  show_page (self, self->check_answers_page, opened, error);
  if (opened)
    note_reading (self, self->check_answers_page, case_id, STILE_WHAT_INTERVIEW);
}

static void
result_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StilePages *self = data;
  g_autoptr (GError) error = NULL;
  const char *case_id, *assessment_id;
  gboolean opened;

  g_variant_get (parameter, "(&s&s)", &case_id, &assessment_id);
  opened = stile_result_page_open (self->result_page, get_casework (self),
                                   stile_book_get_directory (self->book), case_id, assessment_id,
                                   &error);
  show_page (self, self->result_page, opened, error);
  if (opened)
    note_reading (self, self->result_page, case_id, STILE_WHAT_RESULT);
}

static void
referral_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StilePages *self = data;
  g_autoptr (GError) error = NULL;
  const char *case_id, *referral_id;
  gboolean opened;

  g_variant_get (parameter, "(&s&s)", &case_id, &referral_id);
  opened = stile_referral_page_open (self->referral_page, get_casework (self),
                                     stile_book_get_directory (self->book), case_id, referral_id,
                                     &error);
  show_page (self, self->referral_page, opened, error);
  if (opened)
    note_reading (self, self->referral_page, case_id, STILE_WHAT_RECORD);
}

static void
preferences_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StilePages *self = data;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) forms = stile_form_library_load_all (problems);

  if (self->open_page == GTK_WIDGET (self->preferences_page))
    return;
  stile_preferences_page_open (self->preferences_page, get_casework (self), forms, problems);
  show_page (self, self->preferences_page, TRUE, NULL);
}

static void
audit_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StilePages *self = data;
  const char *case_id = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  gboolean opened = stile_audit_page_open (self->audit_page, get_casework (self),
                                           *case_id != '\0' ? case_id : NULL, &error);

  show_page (self, self->audit_page, opened, error);
}

static void
waiting_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StilePages *self = data;
  g_autoptr (GError) error = NULL;
  gboolean opened = stile_waiting_page_open (self->waiting_page, get_casework (self), &error);

  show_page (self, self->waiting_page, opened, error);
}

/* Search and filters are as they were when somebody comes back from a service. */
static void
directory_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StilePages *self = data;
  StileDirectory *directory = stile_book_get_directory (self->book);
  const char *problem = stile_book_get_directory_problem (self->book);
  g_autoptr (GError) error = NULL;
  gboolean opened;

  if (self->open_page == GTK_WIDGET (self->directory_page))
    return;
  if (self->open_page != GTK_WIDGET (self->service_page))
    stile_directory_page_clear (self->directory_page);
  opened = stile_directory_page_open (self->directory_page, get_casework (self), directory,
                                      problem, &error);
  show_page (self, self->directory_page, opened, error);
}

static void
service_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StilePages *self = data;
  g_autoptr (GError) error = NULL;
  gboolean opened = stile_service_page_open (self->service_page, get_casework (self),
                                             stile_book_get_directory (self->book),
                                             g_variant_get_string (parameter, NULL), &error);

  show_page (self, self->service_page, opened, error);
}

/* What is there is kept beside it: nothing is thrown away. */
static void
new_directory_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StilePages *self = data;
  g_autoptr (GError) error = NULL;

  stile_directory_page_close (self->directory_page);
  if (!stile_book_renew_directory (self->book, &error))
    say_failure (self, error->message);
  self->open_page = NULL;
  directory_activated_cb (NULL, NULL, self);
}

static const GActionEntry actions[] = {
  { .name = "people", .activate = people_activated_cb },
  { .name = "new-assessment", .activate = new_assessment_activated_cb, .parameter_type = "s" },
  { .name = "person", .activate = person_activated_cb, .parameter_type = "s" },
  { .name = "interview", .activate = interview_activated_cb, .parameter_type = "(sss)" },
  { .name = "check-answers", .activate = check_answers_activated_cb, .parameter_type = "(ss)" },
  { .name = "result", .activate = result_activated_cb, .parameter_type = "(ss)" },
  { .name = "referral", .activate = referral_activated_cb, .parameter_type = "(ss)" },
  { .name = "preferences", .activate = preferences_activated_cb },
  { .name = "audit", .activate = audit_activated_cb, .parameter_type = "s" },
  { .name = "waiting", .activate = waiting_activated_cb },
  { .name = "directory", .activate = directory_activated_cb },
  { .name = "service", .activate = service_activated_cb, .parameter_type = "s" },
  { .name = "new-directory", .activate = new_directory_activated_cb },
};

static const char *const for_claimants[] = { "interview", "check-answers", NULL };

void
stile_pages_add_actions (StilePages *pages, GActionMap *map)
{
  g_action_map_add_action_entries (map, actions, G_N_ELEMENTS (actions), pages);
  stile_pages_set_actions_enabled (pages, map, FALSE);
}

void
stile_pages_set_actions_enabled (StilePages *pages, GActionMap *map, gboolean enabled)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GAction *action = g_action_map_lookup_action (map, actions[i].name);
      gboolean for_all = g_strv_contains (for_claimants, actions[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   enabled && (for_all || !stile_pages_get_alone (pages)));
    }
}

void
stile_pages_set_alone (StilePages *pages, gboolean alone)
{
  stile_reading_set_alone (pages->reading, alone);
}

gboolean
stile_pages_get_alone (StilePages *pages)
{
  return stile_reading_get_alone (pages->reading);
}

gboolean
stile_pages_can_be_handed_over (StilePages *pages)
{
  return shows_claimant (pages);
}

StileReading *
stile_pages_get_reading (StilePages *pages)
{
  gboolean in_window = gtk_widget_get_root (GTK_WIDGET (pages)) != NULL;

  return in_window && shows_claimant (pages) ? pages->reading : NULL;
}

const char *
stile_pages_get_claimant_language (StilePages *pages)
{
  return stile_reading_get_claimant_language (pages->reading);
}

void
stile_pages_set_book (StilePages *pages, StileBook *book)
{
  stile_pages_close (pages);
  g_set_object (&pages->book, book);
  people_activated_cb (NULL, NULL, pages);
}

gboolean
stile_pages_save (StilePages *pages)
{
  return stile_interview_page_save (pages->interview_page)
         && stile_preferences_page_save (pages->preferences_page);
}

void
stile_pages_close (StilePages *pages)
{
  close_page (pages, pages->open_page);
  pages->open_page = NULL;
  g_clear_object (&pages->book);
}

static void
stile_pages_finalize (GObject *object)
{
  g_clear_object (&STILE_PAGES (object)->book);
  g_clear_object (&STILE_PAGES (object)->reading);
  g_clear_pointer (&STILE_PAGES (object)->toasts, stile_toasts_free);
  G_OBJECT_CLASS (stile_pages_parent_class)->finalize (object);
}

static void
stile_pages_class_init (StilePagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_pages_finalize;

  g_type_ensure (STILE_TYPE_PEOPLE_PAGE);
  g_type_ensure (STILE_TYPE_START_PAGE);
  g_type_ensure (STILE_TYPE_INTERVIEW_PAGE);
  g_type_ensure (STILE_TYPE_CHECK_ANSWERS_PAGE);
  g_type_ensure (STILE_TYPE_RESULT_PAGE);
  g_type_ensure (STILE_TYPE_PERSON_PAGE);
  g_type_ensure (STILE_TYPE_REFERRAL_PAGE);
  g_type_ensure (STILE_TYPE_PREFERENCES_PAGE);
  g_type_ensure (STILE_TYPE_AUDIT_PAGE);
  g_type_ensure (STILE_TYPE_WAITING_PAGE);
  g_type_ensure (STILE_TYPE_DIRECTORY_PAGE);
  g_type_ensure (STILE_TYPE_SERVICE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/pages.ui");
  gtk_widget_class_bind_template_child (widget_class, StilePages, frame);
  gtk_widget_class_bind_template_child (widget_class, StilePages, overlay);
  gtk_widget_class_bind_template_child (widget_class, StilePages, people_page);
  gtk_widget_class_bind_template_child (widget_class, StilePages, start_page);
  gtk_widget_class_bind_template_child (widget_class, StilePages, interview_page);
  gtk_widget_class_bind_template_child (widget_class, StilePages, check_answers_page);
  gtk_widget_class_bind_template_child (widget_class, StilePages, result_page);
  gtk_widget_class_bind_template_child (widget_class, StilePages, person_page);
  gtk_widget_class_bind_template_child (widget_class, StilePages, referral_page);
  gtk_widget_class_bind_template_child (widget_class, StilePages, preferences_page);
  gtk_widget_class_bind_template_child (widget_class, StilePages, audit_page);
  gtk_widget_class_bind_template_child (widget_class, StilePages, waiting_page);
  gtk_widget_class_bind_template_child (widget_class, StilePages, directory_page);
  gtk_widget_class_bind_template_child (widget_class, StilePages, service_page);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_pages_init (StilePages *pages)
{
  g_autoptr (StileReader) reader = stile_reader_new ();

  gtk_widget_init_template (GTK_WIDGET (pages));
  pages->toasts = stile_toasts_new (pages->overlay);
  pages->reading = stile_reading_new ();
  stile_interview_page_set_reading (pages->interview_page, pages->reading);
  stile_interview_page_set_reader (pages->interview_page, reader);
  stile_start_page_set_reader (pages->start_page, reader);
  stile_check_answers_page_set_reading (pages->check_answers_page, pages->reading);
}
