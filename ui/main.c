// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application.h"
#include "process.h"

int
main (int argc, char *argv[])
{
  g_autoptr (StileApplication) application = NULL;

  stile_process_prepare ();
  application = stile_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
