// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A QR code on paper, for a scanner that types what it reads. */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** Draws @text as a QR code (ISO/IEC 18004) that can still be read with a quarter of it gone: black
 *  on white whatever is beneath, quiet zone included, in a square of @side. FALSE where it is too
 *  long for one; nothing is drawn then. */
gboolean stile_qr_code_draw (const char *text, cairo_t *cr, double x, double y, double side);

G_END_DECLS
