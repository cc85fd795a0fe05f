// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A feed of 200 MB that breaks off in the middle of a service. It is read as a stream, so the peak
 * of memory is what counts, of a program that does nothing else. */

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "cpu-time.h"
#include "directory.h"
#include "made-up-services.h"

#define FEED_BYTES (200 * 1000 * 1000)
#define N_SERVICES 200
#define ID_PREFIX "made-up-"
#define MOST_MEGABYTES 150.0

/* One record a line, each time with other ids. Returns how many services are whole. */
static guint
write_feed (const char *path)
{
  g_autofree char *text = stile_made_up_services (N_SERVICES);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  FILE *feed = fopen (path, "we");
  gsize written = 2;
  guint n_whole = 0;

  g_assert_nonnull (feed);
  fputs ("[\n", feed);
  for (guint i = 0;; i = (i + 1) % g_strv_length (lines))
    {
      const char *id = strstr (lines[i], ID_PREFIX);
      gsize length = strlen (lines[i]);

      if (!id || lines[i][length - 1] != ',')
        continue;
      if (written + length > FEED_BYTES)
        {
          fwrite (lines[i], 1, length / 2, feed);
          break;
        }
      written += (gsize) fprintf (feed, "%.*s%u-%s\n", (int) (id - lines[i]), lines[i], n_whole++,
                                  id);
    }
  g_assert_cmpint (fclose (feed), ==, 0);
  return n_whole;
}

static void
import (const char *folder, const char *feed)
{
  g_autofree char *path = g_build_filename (folder, "directory.sqlite", NULL);
  g_autoptr (StileDirectory) directory = stile_directory_open (path, NULL);
  g_autoptr (GError) error = NULL;
  double started = stile_get_cpu_time ();
  g_autoptr (StileImportReport) report = stile_directory_import (
      directory, (const char *const[]){ feed, NULL }, NULL, NULL, NULL, &error);
  struct rusage usage;

  g_assert_no_error (error);
  g_assert_true (report->cut);
  getrusage (RUSAGE_SELF, &usage);
  printf ("a feed of 200 MB that breaks off: %u services in %.1f s of the processor, at most"
          " %.1f MB of memory, %.2f times what is allowed\n",
          report->services, (stile_get_cpu_time () - started) / 1e3,
          (double) usage.ru_maxrss / 1024, (double) usage.ru_maxrss / 1024 / MOST_MEGABYTES);
}

int
main (void)
{
  static const char *const names[]
      = { "feed.json", "directory.sqlite", "directory.sqlite-wal", "directory.sqlite-shm" };
  g_autofree char *folder = g_dir_make_tmp ("stile-bench-XXXXXX", NULL);
  g_autofree char *feed = g_build_filename (folder, names[0], NULL);

  g_assert_cmpuint (write_feed (feed), >, 0);
  import (folder, feed);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
  return 0;
}
