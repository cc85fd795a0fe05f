// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#include <glib/gstdio.h>

#include "form-library.h"

void
fixture_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      exit (0);
    }
  adw_init ();
}

StileApplication *
fixture_start_application (void)
{
  StileApplication *application = stile_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

char *
fixture_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("stile-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
fixture_remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

StileBook *
fixture_make_book (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "test.stile", NULL);
  g_autoptr (GError) error = NULL;
  char *recovery_key = NULL;
  StileLedger *ledger = stile_ledger_create (path, "Test desk", FIXTURE_ADVISER,
                                             FIXTURE_PASSPHRASE, STILE_KEY_COST_MIN,
                                             &recovery_key, &error);
  StileCasework *casework;

  g_assert_no_error (error);
  stile_secret_free (recovery_key);
  casework = stile_casework_new (ledger, &error);
  g_assert_no_error (error);
  return stile_book_new (casework);
}

char *
fixture_add_person (StileBook *book, const char *name, const char *reference)
{
  const StilePerson person = {
    .name = (char *) name,
    .reference = (char *) reference,
    .language = (char *) "en",
  };
  g_autoptr (GError) error = NULL;
  char *case_id = NULL;

  stile_casework_open_case (stile_book_get_casework (book), &person, &case_id, &error);
  g_assert_no_error (error);
  return case_id;
}

StileForm *
fixture_load_form (void)
{
  g_autofree char *path = g_build_filename (stile_form_library_get_folder (), "quick-needs",
                                            "form.xml", NULL);
  g_autoptr (GError) error = NULL;
  StileForm *form = stile_form_load (path, &error);

  g_assert_no_error (error);
  return form;
}

/* Seconds: far more than a computer with other work needs, less than the test is given. */
#define LONGEST_WAIT 120

static gboolean
give_up_cb (gpointer data)
{
  g_error ("Waited in vain");
  return G_SOURCE_REMOVE;
}

void
fixture_wait (FixtureCondition condition, gpointer data)
{
  guint timeout = g_timeout_add_seconds (LONGEST_WAIT, give_up_cb, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

void
fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer frames)
{
  *(guint *) frames += 1;
  return G_SOURCE_CONTINUE;
}

/* Sizes hold from the second frame on. */
static gboolean
is_laid_out (gpointer frames)
{
  return *(guint *) frames > 2;
}

GtkWindow *
fixture_show (gpointer content)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());
  guint frames = 0;
  guint counter;

  gtk_window_set_default_size (window, 1000, 720);
  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_present (window);
  counter = gtk_widget_add_tick_callback (GTK_WIDGET (window), count_frame_cb, &frames, NULL);
  fixture_wait (is_laid_out, &frames);
  gtk_widget_remove_tick_callback (GTK_WIDGET (window), counter);
  fixture_settle ();
  return window;
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *child;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
fixture_press (gpointer root, const char *label)
{
  GtkWidget *button = find_button (root, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

gboolean
fixture_says (gpointer root, const char *words)
{
  GtkWidget *child;

  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (root), words) != NULL)
    return TRUE;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (fixture_says (child, words))
      return TRUE;
  return FALSE;
}
