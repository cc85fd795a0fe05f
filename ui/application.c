// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "demo-book.h"
#include "fit-words.h"
#include "form-library.h"
#include "pages/preferences/key-dialog.h"
#include "pages/preview/preview-page.h"
#include "phrase.h"
#include "window.h"

struct _StileApplication
{
  AdwApplication parent_instance;

  char *path; /* of --book, or NULL */
  char *form; /* of --preview, or NULL */
  gboolean demo;
  gboolean version;
  char *demo_folder;
};

G_DEFINE_FINAL_TYPE (StileApplication, stile_application, ADW_TYPE_APPLICATION)

static void
quit_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  if (window != NULL) /* which may ask before it goes */
    gtk_window_close (window);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_activated_cb },
};

static const struct
{
  const char *action;
  const char *const keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.people", { "<Alt>Home" } },
  { "win.new-assessment('')", { "<Control>n" } },
  { "win.directory", { "<Control>d" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.lock", { "<Control><Shift>l" } },
  { "win.shortcuts", { "<Control>question", "F1" } },
};

/* The end of the session, or Ctrl+C in a terminal: the demo's folder has to go then, too. */
static gboolean
terminated_cb (gpointer application)
{
  g_application_quit (application);
  return G_SOURCE_CONTINUE;
}

/* GTK's own tool for developers, which GTK opens with Ctrl+Shift+I and D in every window, shows and
 * changes whatever the program holds: also to a claimant alone, while hidden, and before a book is
 * unlocked. Developers start with GTK_DEBUG=interactive. */
static gboolean
enable_debugging_cb (GtkWindow *window, gboolean toggle)
{
  return FALSE;
}

static void
forbid_inspector (void)
{
  gpointer window_class = g_type_class_ref (GTK_TYPE_WINDOW);

  g_signal_override_class_handler ("enable-debugging", GTK_TYPE_WINDOW,
                                   G_CALLBACK (enable_debugging_cb));
  g_type_class_unref (window_class);
}

static void
stile_application_startup (GApplication *application)
{
  GtkApplication *gtk_application = GTK_APPLICATION (application);
  guint i;

  G_APPLICATION_CLASS (stile_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (gtk_application, accelerators[i].action,
                                           accelerators[i].keys);
  forbid_inspector ();
  stile_phrase_add_faces (gdk_display_get_default ());
  stile_fit_words_watch ();
  gtk_window_set_default_icon_name (STILE_APPLICATION_ID);
  /* Printing to a file would leave the plan's name and place in the desktop's list. */
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE, NULL);
  g_unix_signal_add (SIGTERM, terminated_cb, application);
  g_unix_signal_add (SIGINT, terminated_cb, application);
  g_unix_signal_add (SIGHUP, terminated_cb, application);
}

static void
open_demo (StileApplication *self, StileWindow *window)
{
  g_autoptr (GPtrArray) forms = stile_form_library_load (stile_form_library_get_folder (), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StileBook) book = stile_demo_book_new (forms, &self->demo_folder, &error);

  if (book != NULL)
    stile_window_open_demo (window, book);
  else
    stile_window_show_problem (window, error, _("Demo"));
}

static void
open_book (StileApplication *self, StileWindow *window)
{
  g_autofree char *path = self->path != NULL ? g_strdup (self->path)
                                             : stile_book_dup_default_path ();

  stile_window_open_path (window, path, TRUE);
}

static GtkWindow *
new_preview (StileApplication *self)
{
  StilePreviewPage *page = g_object_new (STILE_TYPE_PREVIEW_PAGE, NULL);
  GtkWindow *window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, "application", self, "title",
                                    "Stile", "default-width", 1000, "default-height", 720,
                                    "content", page, NULL);

  stile_preview_page_open (page, self->form);
  return window;
}

static void
stile_application_activate (GApplication *application)
{
  StileApplication *self = STILE_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL && self->form != NULL)
    window = new_preview (self);
  else if (window == NULL)
    {
      window = GTK_WINDOW (stile_window_new (self));
      if (self->demo)
        open_demo (self, STILE_WINDOW (window));
      else
        open_book (self, STILE_WINDOW (window));
    }
  gtk_window_present (window);
}

static int
stile_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  StileApplication *self = STILE_APPLICATION (application);

  if (self->version)
    {
      g_print ("Stile %s\n", STILE_VERSION);
      return 0;
    }
  /* Another book than the one that may be open already needs a program of its own. */
  if (self->demo || self->path != NULL || self->form != NULL)
    g_application_set_flags (application, g_application_get_flags (application)
                                          | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
stile_application_shutdown (GApplication *application)
{
  StileApplication *self = STILE_APPLICATION (application);
  GList *windows;

  /* Where a thread works with the keys of a book, that stays open until it has ended. */
  while (stile_key_dialogs_are_busy ())
    g_main_context_iteration (NULL, TRUE);
  /* Their books have to be closed before the demo's folder goes. */
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    gtk_window_destroy (windows->data);
  if (self->demo_folder != NULL)
    stile_demo_book_remove (self->demo_folder);
  G_APPLICATION_CLASS (stile_application_parent_class)->shutdown (application);
}

static void
stile_application_finalize (GObject *object)
{
  StileApplication *self = STILE_APPLICATION (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->form, g_free);
  g_clear_pointer (&self->demo_folder, g_free);
  G_OBJECT_CLASS (stile_application_parent_class)->finalize (object);
}

static void
stile_application_class_init (StileApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_application_finalize;
  application_class->startup = stile_application_startup;
  application_class->activate = stile_application_activate;
  application_class->handle_local_options = stile_application_handle_local_options;
  application_class->shutdown = stile_application_shutdown;
}

static void
stile_application_init (StileApplication *self)
{
  const GOptionEntry options[] = {
    { "book", 0, 0, G_OPTION_ARG_FILENAME, &self->path, N_("Open or make this record book"),
      N_("FILE") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &self->demo,
      N_("Try the program with made-up people; nothing is kept"), NULL },
    { "preview", 0, 0, G_OPTION_ARG_FILENAME, &self->form,
      N_("Show this form and its result while you write it; nothing is kept"), N_("FORM") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->version, N_("Say which version this is"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

StileApplication *
stile_application_new (void)
{
  return g_object_new (STILE_TYPE_APPLICATION,
                       "application-id", STILE_APPLICATION_ID,
                       "resource-base-path", "/org/stile/Stile",
                       NULL);
}
