// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a program that opens record books does for its own memory and files before anything else. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** No core dumps, no other program of the same user reads our memory, and new files are for this
 *  user alone. To be called first in main (). Under AddressSanitizer memory stays readable: the
 *  leak checker looks at its own process. */
void stile_harden_process (void);

G_END_DECLS
