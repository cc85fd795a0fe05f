// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "process.h"

#include <glib/gstdio.h>

static gboolean
has_gpu_with (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("stile-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gboolean found;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  found = stile_process_has_gpu (folder);
  g_unlink (path);
  g_rmdir (folder);
  return found;
}

static void
test_has_gpu (void)
{
  g_assert_true (has_gpu_with ("renderD128"));
  g_assert_false (has_gpu_with ("card0"));
  g_assert_false (stile_process_has_gpu ("/no/such/folder"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process/has-gpu", test_has_gpu);
  return g_test_run ();
}
