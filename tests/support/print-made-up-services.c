// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Writes a made-up directory: made-up-services NUMBER > app/directory/demo/services.json */

#include <stdio.h>
#include <stdlib.h>

#include "made-up-services.h"

int
main (int argc, char **argv)
{
  g_autofree char *page = stile_made_up_services (argc > 1 ? (guint) atoi (argv[1]) : 60);

  return fputs (page, stdout) < 0;
}
