// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: the recovery key as people read, write and say it. Seven groups of four
 * signs, such as 7K3M-…: 128 random bits and a checksum of 12, in the 32 digits and letters that
 * are hard to mistake (Crockford's base 32: no I, L, O, U; when read back, I and L are 1 and O is
 * 0). */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STILE_RECOVERY_BYTES 16

/** Free with stile_secret_free. */
char *stile_recovery_key_encode (const guint8 bytes[STILE_RECOVERY_BYTES]);

/** Blanks, hyphens and letter case do not matter. FALSE where signs are missing, too many, unknown
 *  or mistyped: a mistake slips through once in 4,096 times. */
gboolean stile_recovery_key_decode (const char *text, guint8 bytes[STILE_RECOVERY_BYTES]);

G_END_DECLS
