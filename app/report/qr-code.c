// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "qr-code.h"

#include <qrencode.h>
#include <string.h>

/* Modules that stay white on each side, as the standard demands. */
#define QUIET_ZONE 4
#define DARK 1 /* the lowest bit of a module */

/* What it says may be a secret. */
static void
wipe_and_free (QRcode *code)
{
  explicit_bzero (code->data, (gsize) code->width * code->width);
  QRcode_free (code);
}

/* One path, filled once: squares that touch leave no hairlines between them. */
static void
add_modules (const QRcode *code, cairo_t *cr, double x, double y, double module)
{
  for (int row = 0; row < code->width; row++)
    for (int column = 0; column < code->width; column++)
      if (code->data[row * code->width + column] & DARK)
        cairo_rectangle (cr, x + (column + QUIET_ZONE) * module, y + (row + QUIET_ZONE) * module,
                         module, module);
}

gboolean
stile_qr_code_draw (const char *text, cairo_t *cr, double x, double y, double side)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_Q, QR_MODE_8, 1);

  if (!code)
    return FALSE;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, x, y, side, side);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  add_modules (code, cr, x, y, side / (code->width + 2 * QUIET_ZONE));
  cairo_fill (cr);
  cairo_restore (cr);

  wipe_and_free (code);
  return TRUE;
}
