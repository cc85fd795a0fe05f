// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: what people type to open a book. */

#pragma once

#include "ledger.h"

G_BEGIN_DECLS

/** The passphrase in the one form that is derived from: Unicode NFC, so that the same words typed
 *  on another keyboard are the same. NULL with @error where it is too short, too long or not text.
 *  Free with stile_secret_free. */
char *stile_passphrase_normalise (const char *passphrase, GError **error);

G_END_DECLS
