// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "new-passphrase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ledger.h"

const char *
stile_new_passphrase_find_fault (const char *passphrase)
{
  gsize bytes = strlen (passphrase);

  if (bytes == 0)
    return _("Type a passphrase.");
  if (bytes < STILE_PASSPHRASE_MIN)
    return _("This passphrase is too short. Use 8 letters or more.");
  if (bytes > STILE_PASSPHRASE_MAX)
    return _("This passphrase is too long. Use a shorter one.");
  return NULL;
}

const char *
stile_new_passphrase_find_repeat_fault (const char *passphrase, const char *again)
{
  if (*again == '\0')
    return _("Type the passphrase a second time.");
  if (!g_str_equal (passphrase, again))
    return _("The two passphrases are not the same. Type them again.");
  return NULL;
}
