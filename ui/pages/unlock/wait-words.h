// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How long somebody has to wait until a passphrase is tried again, in a sentence: "You can try
 *  again in 1 minute and 5 seconds." @seconds is above 0. Free with g_free. */
char *stile_wait_to_words (guint seconds);

G_END_DECLS
