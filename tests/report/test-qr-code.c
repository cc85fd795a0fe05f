// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What was drawn is read back from the picture, module by module. */

#include <qrencode.h>
#include <string.h>

#include "qr-code.h"

#define SIDE 300
#define PLACE 10
#define QUIET_ZONE 4
#define KEY "FXZV-VKFX-ZVVK-FXZV-VKFX-ZVVJ-8YQ3"

/* On a surface as dark as a dark theme, unless it is all of white. */
static cairo_surface_t *
draw (const char *text)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE + 2 * PLACE, SIDE + 2 * PLACE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  cairo_paint (cr);
  g_assert_true (stile_qr_code_draw (text, cr, PLACE, PLACE, SIDE));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row
      = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + 4 * x, sizeof pixel);
  return pixel & 0xff;
}

/* The middle of a module; -4 to -1 and width to width + 3 are the quiet zone. */
static gboolean
is_dark (cairo_surface_t *surface, int width, int column, int row)
{
  double module = (double) SIDE / (width + 2 * QUIET_ZONE);
  guint grey = get_pixel (surface, PLACE + (int) ((column + QUIET_ZONE + 0.5) * module),
                          PLACE + (int) ((row + QUIET_ZONE + 0.5) * module));

  g_assert_true (grey == 0 || grey == 255);
  return grey == 0;
}

static void
assert_same (cairo_surface_t *surface, const char *text)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_Q, QR_MODE_8, 1);
  int width = code->width;

  for (int row = -QUIET_ZONE; row < width + QUIET_ZONE; row++)
    for (int column = -QUIET_ZONE; column < width + QUIET_ZONE; column++)
      {
        gboolean inside = row >= 0 && row < width && column >= 0 && column < width;
        gboolean dark = inside && code->data[row * width + column] & 1;

        if (is_dark (surface, width, column, row) != dark)
          g_error ("row %d, column %d is not as it should be", row, column);
      }
  QRcode_free (code);
}

static void
test_new (void)
{
  cairo_surface_t *surface = draw (KEY);

  assert_same (surface, KEY);
  cairo_surface_destroy (surface);
}

static void
test_any_text (void)
{
  static const char *const texts[] = { "A", "twelve words of a list", "\u00e9\u4e2d" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      cairo_surface_t *surface = draw (texts[i]);
      assert_same (surface, texts[i]);
      cairo_surface_destroy (surface);
    }
}

/* White up to the edge, and nothing beyond it. */
static void
test_quiet_zone (void)
{
  cairo_surface_t *surface = draw (KEY);

  for (int i = 0; i < SIDE; i++)
    {
      g_assert_cmpuint (get_pixel (surface, PLACE + i, PLACE), ==, 255);
      g_assert_cmpuint (get_pixel (surface, PLACE, PLACE + i), ==, 255);
      g_assert_cmpuint (get_pixel (surface, PLACE + i, PLACE + SIDE - 1), ==, 255);
      g_assert_cmpuint (get_pixel (surface, PLACE - 1, PLACE + i), <, 255);
      g_assert_cmpuint (get_pixel (surface, PLACE + SIDE, PLACE + i), <, 255);
    }
  cairo_surface_destroy (surface);
}

static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (5000, 'x');
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  g_assert_false (stile_qr_code_draw (text, cr, 0, 0, SIDE));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmpuint (get_pixel (surface, SIDE / 2, SIDE / 2), ==, 0);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qr-code/new", test_new);
  g_test_add_func ("/qr-code/any-text", test_any_text);
  g_test_add_func ("/qr-code/quiet-zone", test_quiet_zone);
  g_test_add_func ("/qr-code/too-long", test_too_long);
  return g_test_run ();
}
