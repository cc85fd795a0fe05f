// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Prints the faces of each language that is named, as they are on screen and on paper. */

#include "script.h"

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    g_print ("%s\t%s\n", argv[i], stile_language_get_fonts (argv[i]));
  return 0;
}
