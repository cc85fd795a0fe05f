// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: bytes of a file as UTF-8, whichever of its kinds of Unicode it is in. What
 * is no Unicode at all passes as it is, for stile_text_mend_encoding(). */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _StileDecoder StileDecoder;

StileDecoder *stile_decoder_new (void);
void stile_decoder_free (StileDecoder *decoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileDecoder, stile_decoder_free)

/** Appends to @text what the next bytes say; the last ones with @at_end. */
void stile_decoder_push (StileDecoder *decoder, const char *bytes, gsize length, gboolean at_end,
                         GString *text);
/** "UTF-16LE" and the like, or NULL where nothing was converted. Borrowed. */
const char *stile_decoder_get_converted_from (StileDecoder *decoder);

G_END_DECLS
