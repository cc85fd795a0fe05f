// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "passphrase.h"

#include <sodium.h>
#include <string.h>

#include "words.h"

void
stile_secret_free (char *secret)
{
  if (secret == NULL)
    return;
  sodium_memzero (secret, strlen (secret));
  g_free (secret);
}

char *
stile_passphrase_normalise (const char *passphrase, GError **error)
{
  /* GLib's normalising lets some broken text pass. */
  char *normal = g_utf8_validate (passphrase, -1, NULL)
                     ? g_utf8_normalize (passphrase, -1, G_NORMALIZE_NFC)
                     : NULL;
  const char *fault = NULL;

  if (normal == NULL)
    fault = _("That passphrase has a sign in it that is not text. Please type another one.");
  else if (*normal == '\0')
    fault = _("Please type a passphrase.");
  else if (strlen (normal) < STILE_PASSPHRASE_MIN)
    fault =
        _("That passphrase is too short. Please use at least 8 letters or signs; three or four "
          "words are best.");
  else if (strlen (normal) > STILE_PASSPHRASE_MAX)
    fault = _("That passphrase is too long. Please use no more than 1,000 letters or signs.");

  if (fault == NULL)
    return normal;
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE, fault);
  stile_secret_free (normal);
  return NULL;
}
