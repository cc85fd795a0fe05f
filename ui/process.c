// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "process.h"

#include <fcntl.h>
#include <unistd.h>

#include "hardening.h"
#include "words.h"

gboolean
stile_process_has_gpu (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int fd;

      if (!g_str_has_prefix (name, "renderD"))
        continue;
      fd = open (path, O_RDWR | O_CLOEXEC);
      if (fd >= 0)
        {
          close (fd);
          return TRUE;
        }
    }
  return FALSE;
}

/* Without a GPU, OpenGL is drawn by the processor: the first frame takes nearly a second and three
 * times the memory of cairo. Whoever sets GSK_RENDERER decides for themselves. */
static void
choose_renderer (void)
{
  const char *debug = g_getenv ("GDK_DEBUG");

  if (g_getenv ("GSK_RENDERER") != NULL || stile_process_has_gpu ("/dev/dri"))
    return;
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  if (debug == NULL) /* else GDK would still start OpenGL to look for a visual */
    g_setenv ("GDK_DEBUG", "gl-disable", TRUE);
}

void
stile_process_prepare (void)
{
  stile_harden_process ();
  stile_words_prepare ();
  choose_renderer ();
}
