// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>
#include <string.h>

#include "advisers.h"
#include "document.h"
#include "made-up-catalogue.h"
#include "qr-code.h"
#include "words.h"

#define A4_WIDTH 595.276
#define A4_HEIGHT 841.89
/* A vector of BIP 39: 16 bytes of 0x7f. */
#define WORDS "legal winner thank year wave sausage worth useful legal winner thank yellow"

typedef struct
{
  char *key;
  StileDocument *sheet;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->key = stile_recovery_key_from_words (WORDS);
  g_assert_nonnull (fixture->key);
  fixture->sheet = stile_recovery_sheet_new ("Front desk", fixture->key);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stile_document_free (fixture->sheet);
  stile_secret_free (fixture->key);
}

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

/* How many paragraphs of a style there are, and where the last of them is. */
static guint
count (const StileDocument *document, StileStyle wanted, guint *place)
{
  guint found = 0;

  for (guint i = 0; i < stile_document_get_n_paragraphs (document); i++)
    {
      StileStyle style;

      stile_document_get_paragraph (document, i, &style, NULL);
      if (style != wanted)
        continue;
      *place = i;
      found++;
    }
  return found;
}

/* The one paragraph of a style. */
static guint
find_only (const StileDocument *document, StileStyle wanted)
{
  guint place = 0;

  g_assert_cmpuint (count (document, wanted, &place), ==, 1);
  return place;
}

static const char *
get_only (const StileDocument *document, StileStyle style)
{
  return stile_document_get_paragraph (document, find_only (document, style), NULL, NULL);
}

static guint
paginate (StileDocument *document)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  guint n_pages = stile_document_paginate (document, context, A4_WIDTH, A4_HEIGHT);

  g_object_unref (context);
  return n_pages;
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (stile_document_get_title (fixture->sheet), ==, "Recovery sheet");
  g_assert_true (holds (fixture->sheet, "Front desk"));
}

static void
test_holds_the_key (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_only (fixture->sheet, STILE_STYLE_KEY), ==, fixture->key);
  g_assert_cmpstr (get_only (fixture->sheet, STILE_STYLE_CODE), ==, fixture->key);
}

static void
test_words_are_numbered (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_only (fixture->sheet, STILE_STYLE_WORDS), ==,
                   " 1 legal       2 winner      3 thank   \n"
                   " 4 year        5 wave        6 sausage \n"
                   " 7 worth       8 useful      9 legal   \n"
                   "10 winner     11 thank      12 yellow  ");
}

/* Every form of the key that is on the sheet opens the book it is of. */
static void
test_opens_the_book (Fixture *fixture, gconstpointer data)
{
  static const StileStyle forms[] = { STILE_STYLE_WORDS, STILE_STYLE_KEY, STILE_STYLE_CODE };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("stile-sheet-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "book.stile", NULL);
  char *key = NULL;
  g_autoptr (StileLedger) ledger = stile_ledger_create (path, "Front desk", "Anna", "one two three",
                                                        STILE_KEY_COST_MIN, &key, &error);
  g_autoptr (StileDocument) sheet = stile_recovery_sheet_new ("Front desk", key);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      stile_ledger_lock (ledger);
      stile_ledger_recover (ledger, get_only (sheet, forms[i]), "Anna", "four five six", NULL,
                            &error);
      g_assert_no_error (error);
      g_assert_true (stile_ledger_is_unlocked (ledger));
    }

  stile_secret_free (key);
  g_clear_pointer (&ledger, stile_ledger_close);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_fits_one_page (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (paginate (fixture->sheet), ==, 1);
}

static cairo_surface_t *
new_page (void)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) A4_WIDTH, (int) A4_HEIGHT);
}

static guint
count_differences (cairo_surface_t *one, cairo_surface_t *other, int from, int to)
{
  int stride = cairo_image_surface_get_stride (one);
  guint differences = 0;

  cairo_surface_flush (one);
  cairo_surface_flush (other);
  for (int row = from; row < to; row++)
    if (memcmp (cairo_image_surface_get_data (one) + row * stride,
                cairo_image_surface_get_data (other) + row * stride, stride)
        != 0)
      differences++;
  return differences;
}

/* The code stands on the page as test-qr-code reads it, with white beneath it. */
static void
test_code_is_drawn (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *page = new_page (), *expected = new_page ();
  cairo_t *cr = cairo_create (page), *other = cairo_create (expected);
  double x = 56.7, y, side = 127.6;

  paginate (fixture->sheet);
  stile_document_get_page_of (fixture->sheet, find_only (fixture->sheet, STILE_STYLE_CODE), &y);
  stile_document_draw_page (fixture->sheet, cr, 0);
  g_assert_true (stile_qr_code_draw (fixture->key, other, x, y, side));
  g_assert_cmpuint (count_differences (page, expected, (int) y, (int) (y + side)), ==, 0);

  cairo_destroy (cr);
  cairo_destroy (other);
  cairo_surface_destroy (page);
  cairo_surface_destroy (expected);
}

/* A key of some other program has no words; its sheet has the rest. */
static void
test_no_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileDocument) sheet = stile_recovery_sheet_new ("Front desk", "ABCD-EFGH-JKMN");
  guint place;

  g_assert_cmpstr (get_only (sheet, STILE_STYLE_KEY), ==, "ABCD-EFGH-JKMN");
  g_assert_cmpuint (count (sheet, STILE_STYLE_WORDS, &place), ==, 0);
}

static void
test_draft_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("pl");
  g_autoptr (StileDocument) sheet = stile_recovery_sheet_new ("Front desk", fixture->key);

  g_assert_true (holds (sheet, "This translation is a draft."));
  g_assert_false (holds (fixture->sheet, "This translation is a draft."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  made_up_catalogue_install ("pl", NULL, "");
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/recovery-sheet/new", test_new);
  ADD ("/recovery-sheet/holds-the-key", test_holds_the_key);
  ADD ("/recovery-sheet/words-are-numbered", test_words_are_numbered);
  ADD ("/recovery-sheet/opens-the-book", test_opens_the_book);
  ADD ("/recovery-sheet/fits-one-page", test_fits_one_page);
  ADD ("/recovery-sheet/code-is-drawn", test_code_is_drawn);
  ADD ("/recovery-sheet/no-words", test_no_words);
  ADD ("/recovery-sheet/draft-says-so", test_draft_says_so);
#undef ADD
  return g_test_run ();
}
