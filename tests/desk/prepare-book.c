// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* prepare-book PATH STATION ADVISER PASSPHRASE: an empty record book that opens at once, for tests
 * that start the program often. */

#include <stdio.h>

#include "ledger.h"

int
main (int argc, char **argv)
{
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  char *recovery_key = NULL;

  if (argc != 5)
    return 2;
  ledger = stile_ledger_create (argv[1], argv[2], argv[3], argv[4], STILE_KEY_COST_MIN,
                                &recovery_key, &error);
  if (ledger == NULL)
    fprintf (stderr, "%s\n", error->message);
  stile_secret_free (recovery_key);
  return ledger != NULL ? 0 : 3;
}
