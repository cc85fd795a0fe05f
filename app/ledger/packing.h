// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: fields as bytes, each with its length in front, so that no two different
 * rows are ever signed as the same bytes. Numbers are 8 bytes, least first. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Adds @length bytes. */
void stile_pack_bytes (GByteArray *packed, gconstpointer bytes, gsize length);
/** Adds a string, without its final NUL. */
void stile_pack_text (GByteArray *packed, const char *text);
/** Adds a number. */
void stile_pack_number (GByteArray *packed, guint64 number);

G_END_DECLS
