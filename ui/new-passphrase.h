// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What is wrong with a new passphrase, in a sentence for the person; NULL: it will do. Static. */
const char *stile_new_passphrase_find_fault (const char *passphrase);

/** The same for its repetition. */
const char *stile_new_passphrase_find_repeat_fault (const char *passphrase, const char *again);

G_END_DECLS
