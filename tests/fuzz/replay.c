// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What fuzzing has kept, once more: replay FOLDER, without libFuzzer. */

#include <glib.h>

#include "fuzz.h"

static void
test_corpus (gconstpointer folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  guint n_files = 0;
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_test_message ("%s", path);
      g_file_get_contents (path, &bytes, &length, &error);
      g_assert_no_error (error);
      LLVMFuzzerTestOneInput ((const uint8_t *) bytes, length);
      n_files++;
    }
  g_assert_cmpuint (n_files, >, 0);
}

int
main (int argc, char *argv[])
{
  g_autofree char *name = NULL, *path = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  name = g_path_get_basename (argv[1]);
  path = g_strdup_printf ("/fuzz/%s/corpus", name);
  g_test_add_data_func (path, argv[1], test_corpus);

  return g_test_run ();
}
