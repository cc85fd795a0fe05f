// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo-book.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "demo.h"
#include "form-library.h"

/* In memory where there is such a place: it is gone with the power, and faster. mkdtemp makes the
 * folder with mode 0700. */
static char *
make_folder (GError **error)
{
  const char *const places[] = { g_getenv ("XDG_RUNTIME_DIR"), "/dev/shm" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *folder = NULL;

      if (places[i] == NULL || !g_file_test (places[i], G_FILE_TEST_IS_DIR))
        continue;
      folder = g_build_filename (places[i], "stile-demo-XXXXXX", NULL);
      if (g_mkdtemp (folder) != NULL)
        return g_steal_pointer (&folder);
    }
  return g_dir_make_tmp ("stile-demo-XXXXXX", error);
}

static StileCasework *
make_casework (const char *path, GError **error)
{
  char *recovery_key = NULL;
  /* Translators: the name of the desk in the demo. */
  StileLedger *ledger = stile_ledger_create (path, _("Demo station"), STILE_DEMO_ADVISER,
                                             STILE_DEMO_PASSPHRASE, STILE_KEY_COST_MIN,
                                             &recovery_key, error);

  stile_secret_free (recovery_key);
  return ledger != NULL ? stile_casework_new (ledger, error) : NULL;
}

static StileDirectory *
make_directory (const char *book, GError **error)
{
  g_autofree char *path = stile_directory_dup_path_beside (book);
  g_autoptr (StileDirectory) directory = stile_directory_open (path, error);

  if (directory == NULL || !stile_directory_import_demo (directory, error))
    return NULL;
  return g_steal_pointer (&directory);
}

StileBook *
stile_demo_book_new (GPtrArray *forms, char **folder, GError **error)
{
  g_autoptr (StileCasework) casework = NULL;
  g_autoptr (StileDirectory) directory = NULL;
  g_autofree char *path = NULL;

  if (forms->len == 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                   /* Translators: a folder. */
                   _("The demo needs a form, and there is none in “%s”."),
                   stile_form_library_get_folder ());
      return NULL;
    }
  *folder = make_folder (error);
  if (*folder == NULL)
    return NULL;
  path = g_build_filename (*folder, "record-book.stile", NULL);
  casework = make_casework (path, error);
  directory = casework != NULL ? make_directory (path, error) : NULL;
  if (directory == NULL
      || !stile_demo_fill (casework, g_ptr_array_index (forms, 0),
                           stile_form_library_get_folder (), directory, error))
    return NULL;
  return stile_book_new (g_steal_pointer (&casework));
}

void
stile_demo_book_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}
