// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document.h"

#define KEY "ABCD-EFGH-JKMN"

static gboolean
holds (const StileDocument *document, const char *words)
{
  for (guint i = 0; i < stile_document_get_n_paragraphs (document); i++)
    {
      if (strstr (stile_document_get_paragraph (document, i, NULL, NULL), words))
        return TRUE;
    }

  return FALSE;
}

static void
test_new (void)
{
  g_autoptr (StileDocument) sheet = stile_recovery_sheet_new ("Front desk", KEY);

  g_assert_cmpstr (stile_document_get_title (sheet), ==, "Recovery sheet");
}

static void
test_holds_the_key_once (void)
{
  g_autoptr (StileDocument) sheet = stile_recovery_sheet_new ("Front desk", KEY);
  guint keys = 0;

  g_assert_true (holds (sheet, "Front desk"));
  for (guint i = 0; i < stile_document_get_n_paragraphs (sheet); i++)
    {
      StileStyle style;
      const char *text = stile_document_get_paragraph (sheet, i, &style, NULL);

      if (style != STILE_STYLE_KEY)
        continue;
      g_assert_cmpstr (text, ==, KEY);
      keys++;
    }
  g_assert_cmpuint (keys, ==, 1);
}

static void
test_fits_one_page (void)
{
  g_autoptr (StileDocument) sheet = stile_recovery_sheet_new ("Front desk", KEY "-" KEY "-" KEY);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  guint n_pages = stile_document_paginate (sheet, context, 595.276, 841.89);

  g_object_unref (context);
  g_assert_cmpuint (n_pages, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery-sheet/new", test_new);
  g_test_add_func ("/recovery-sheet/holds-the-key-once", test_holds_the_key_once);
  g_test_add_func ("/recovery-sheet/fits-one-page", test_fits_one_page);
  return g_test_run ();
}
