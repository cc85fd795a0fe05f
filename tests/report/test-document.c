// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Paragraphs onto pages: in which place every line stands. */

#include "document-private.h"
#include "words.h"

#define A4_WIDTH 595.276
#define A4_HEIGHT 841.89

static guint
paginate (StileDocument *document, double width, double height)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  guint n_pages = stile_document_paginate (document, context, width, height);

  g_object_unref (context);
  return n_pages;
}

static const StileLine *
line_at (const StileDocument *document, guint index)
{
  g_assert_cmpuint (index, <, document->lines->len);
  return &g_array_index (document->lines, StileLine, index);
}

static double
line_width (const StileLine *line)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (line->layout_line, NULL, &extents);
  return pango_units_to_double (extents.width);
}

/* @n_words words of one paragraph. */
static char *
words (const char *word, guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s ", word);
  return g_string_free (text, FALSE);
}

static StileDocument *
many_paragraphs (guint n_sections, guint n_words)
{
  StileDocument *document = stile_document_new ("Test", "en");
  g_autofree char *text = words ("stepping", n_words);

  for (guint i = 0; i < n_sections; i++)
    {
      stile_document_add (document, STILE_STYLE_HEADING, "A heading", "en");
      stile_document_add (document, STILE_STYLE_STRONG, "A leading line", "en");
      stile_document_add (document, STILE_STYLE_BODY, text, "en");
      stile_document_add (document, STILE_STYLE_BULLET, "One thing", "en");
    }
  return document;
}

static void
assert_on_paper (const StileDocument *document)
{
  for (guint i = 0; i < document->lines->len; i++)
    {
      const StileLine *line = line_at (document, i);

      g_assert_cmpfloat (line->x, >=, 0);
      g_assert_cmpfloat (line->y, >=, 0);
      g_assert_cmpfloat (line->x + line_width (line), <=, document->width + 0.5);
      g_assert_cmpfloat (line->y + line->height, <=, document->height);
    }
}

static void
test_new (void)
{
  g_autoptr (StileDocument) document = stile_document_new ("Your plan", "cy");

  g_assert_cmpstr (stile_document_get_title (document), ==, "Your plan");
  g_assert_cmpstr (stile_document_get_language (document), ==, "cy");
  g_assert_cmpuint (stile_document_get_n_paragraphs (document), ==, 0);
  g_assert_cmpuint (paginate (document, A4_WIDTH, A4_HEIGHT), ==, 1);
}

static void
test_one_page (void)
{
  g_autoptr (StileDocument) document = many_paragraphs (1, 20);

  g_assert_cmpuint (paginate (document, A4_WIDTH, A4_HEIGHT), ==, 1);
  assert_on_paper (document);
}

static void
test_lines_go_down_the_page (void)
{
  g_autoptr (StileDocument) document = many_paragraphs (30, 120);

  g_assert_cmpuint (paginate (document, A4_WIDTH, A4_HEIGHT), >, 3);
  assert_on_paper (document);
  for (guint i = 1; i < document->lines->len; i++)
    {
      const StileLine *before = line_at (document, i - 1);
      const StileLine *line = line_at (document, i);

      g_assert_cmpuint (line->page - before->page, <=, 1);
      if (line->page == before->page)
        g_assert_cmpfloat (line->y, >=, before->y + before->height - 0.01);
    }
}

static void
test_no_page_is_empty (void)
{
  g_autoptr (StileDocument) document = many_paragraphs (30, 120);
  guint n_pages = paginate (document, A4_WIDTH, A4_HEIGHT);

  for (guint page = 0; page < n_pages; page++)
    {
      guint lines = 0;

      for (guint i = 0; i < document->lines->len; i++)
        lines += line_at (document, i)->page == page;
      g_assert_cmpuint (lines, >=, 2);
    }
}

/* Over many lengths of text, so that the foot of the page falls everywhere. */
static void
test_headings_stay_with_what_follows (void)
{
  for (guint n_words = 10; n_words < 200; n_words += 7)
    {
      g_autoptr (StileDocument) document = many_paragraphs (20, n_words);

      paginate (document, A4_WIDTH, A4_HEIGHT);
      for (guint i = 0; i + 1 < stile_document_get_n_paragraphs (document); i++)
        {
          StileStyle style;

          stile_document_get_paragraph (document, i, &style, NULL);
          if (stile_style_get_look (style)->leads)
            g_assert_cmpuint (stile_document_get_page_of (document, i, NULL), ==,
                              stile_document_get_page_of (document, i + 1, NULL));
        }
    }
}

static void
test_no_line_is_left_alone (void)
{
  for (guint n_words = 40; n_words < 200; n_words += 7)
    {
      g_autoptr (StileDocument) document = many_paragraphs (20, n_words);

      paginate (document, A4_WIDTH, A4_HEIGHT);
      for (guint i = 1; i < document->lines->len; i++)
        {
          const StileLine *before = line_at (document, i - 1);
          const StileLine *line = line_at (document, i);

          if (line->page == before->page || line->is_first)
            continue;
          g_assert_false (before->is_first);
          g_assert_cmpuint (line_at (document, i + 1)->paragraph, ==, line->paragraph);
        }
    }
}

static void
test_one_paragraph_over_many_pages (void)
{
  g_autoptr (StileDocument) document = stile_document_new ("Test", "en");
  g_autofree char *text = words ("stepping", 10000);

  stile_document_add (document, STILE_STYLE_BODY, text, "en");

  g_assert_cmpuint (paginate (document, A4_WIDTH, A4_HEIGHT), >, 10);
  assert_on_paper (document);
}

static void
test_long_word (void)
{
  g_autoptr (StileDocument) document = stile_document_new ("Test", "en");
  g_autofree char *word = g_strnfill (5000, 'w');

  stile_document_add (document, STILE_STYLE_TITLE, word, "en");
  stile_document_add (document, STILE_STYLE_BULLET, word, "ar");
  paginate (document, A4_WIDTH, A4_HEIGHT);

  assert_on_paper (document);
}

static void
test_tiny_paper (void)
{
  g_autoptr (StileDocument) document = many_paragraphs (1, 5);

  g_assert_cmpuint (paginate (document, 10, 5), ==, document->lines->len);
  g_assert_cmpuint (paginate (document, 200, 120), >, 1);
  assert_on_paper (document);
}

static void
test_paginate_again (void)
{
  g_autoptr (StileDocument) document = many_paragraphs (30, 100);
  guint upright = paginate (document, A4_WIDTH, A4_HEIGHT);
  guint small = paginate (document, A4_WIDTH / 2, A4_HEIGHT / 2);

  g_assert_cmpuint (small, >, upright);
  g_assert_cmpuint (paginate (document, A4_WIDTH, A4_HEIGHT), ==, upright);
}

/* The screen's resolution must not change the paper. */
static void
test_resolution_does_not_matter (void)
{
  g_autoptr (StileDocument) document = many_paragraphs (10, 100);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  double y = 0, y_at_300 = 0;

  pango_cairo_context_set_resolution (context, 72);
  stile_document_paginate (document, context, A4_WIDTH, A4_HEIGHT);
  stile_document_get_page_of (document, 10, &y);
  pango_cairo_context_set_resolution (context, 300);
  stile_document_paginate (document, context, A4_WIDTH, A4_HEIGHT);
  stile_document_get_page_of (document, 10, &y_at_300);
  g_object_unref (context);

  g_assert_cmpfloat (y, ==, y_at_300);
}

/* Direction comes from the tag: the letters of a name say nothing about the sentence it is in. */
static void
test_direction_comes_from_the_language (void)
{
  static const struct
  {
    const char *text;
    const char *language;
    gboolean at_the_right;
  } table[] = {
    { "Mina Storey", "en", FALSE }, { "أمل الحكاية", "ar", TRUE }, { "أمل الحكاية", "en", FALSE },
    { "Mina Storey", "ar", TRUE },  { "0800 123", "ur", TRUE },
  };
  g_autoptr (StileDocument) document = stile_document_new ("Test", "en");

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    stile_document_add (document, STILE_STYLE_BODY, table[i].text, table[i].language);
  paginate (document, A4_WIDTH, A4_HEIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const StileLine *line = line_at (document, i);
      gboolean at_the_right = line->x > A4_WIDTH / 2;

      g_test_message ("%s in %s", table[i].text, table[i].language);
      g_assert_cmpint (at_the_right, ==, table[i].at_the_right);
      if (at_the_right)
        g_assert_cmpfloat_with_epsilon (line->x + line_width (line), A4_WIDTH - 56.7, 1);
    }
}

static void
test_key_is_left_to_right (void)
{
  g_autoptr (StileDocument) document = stile_document_new ("Test", "ar");

  stile_document_add (document, STILE_STYLE_KEY, "ABCD-EFGH", "ar");
  paginate (document, A4_WIDTH, A4_HEIGHT);

  g_assert_cmpfloat (line_at (document, 0)->x, <, A4_WIDTH / 2);
}

/* How many pixels of a drawn page are dark. */
static guint
count_ink (StileDocument *document, guint page)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_A8, (int) A4_WIDTH, (int) A4_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  guint ink = 0;

  stile_document_draw_page (document, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int i = 0; i < cairo_image_surface_get_stride (surface) * (int) A4_HEIGHT; i++)
    ink += cairo_image_surface_get_data (surface)[i] > 128;
  cairo_surface_destroy (surface);
  return ink;
}

/* Where the words stand on the only line of a paragraph, from the left. */
static int
place_of (const char *text, const char *language, const char *words)
{
  g_autoptr (StileDocument) document = stile_document_new ("Test", language);
  PangoLayout *layout;
  PangoRectangle place;

  stile_document_add (document, STILE_STYLE_BODY, text, language);
  g_assert_cmpuint (paginate (document, A4_WIDTH, A4_HEIGHT), ==, 1);
  layout = line_at (document, 0)->layout_line->layout;
  text = pango_layout_get_text (layout);
  pango_layout_index_to_pos (layout, (int) (strstr (text, words) - text), &place);
  return place.x;
}

static void
test_numbers_stay (void)
{
  static const struct
  {
    const char *text;
    const char *language;
  } rows[] = {
    { "فون 020 7946 پر", "ur" },
    { "020 7946", "ar" },
    { "Note: \u2068فون 020 7946\u2069", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (place_of (rows[i].text, rows[i].language, "020"), <,
                       place_of (rows[i].text, rows[i].language, "7946"));
    }
}

static void
test_draws_each_page (void)
{
  g_autoptr (StileDocument) document = many_paragraphs (10, 100);
  guint n_pages = paginate (document, A4_WIDTH, A4_HEIGHT);

  for (guint page = 0; page < n_pages; page++)
    g_assert_cmpuint (count_ink (document, page), >, 500);
}

static void
test_draws_page_numbers_only_where_there_are_pages (void)
{
  g_autoptr (StileDocument) empty = stile_document_new ("Test", "en");

  paginate (empty, A4_WIDTH, A4_HEIGHT);
  g_assert_cmpuint (count_ink (empty, 0), ==, 0);
  empty->n_pages = 2;
  g_assert_cmpuint (count_ink (empty, 0), >, 10);
}

/* Words that no catalogue has are English, also where the rest runs from right to left. */
static void
test_untranslated_words_run_from_the_left (void)
{
  g_autoptr (StileDocument) document = stile_document_new ("Title", "ur");
  g_autoptr (StileSpoken) spoken = stile_words_speak ("ur");
  const char *language;

  stile_document_add_words (document, STILE_STYLE_BODY, "Not in a catalogue: \u2068آمنہ\u2069");
  stile_document_get_paragraph (document, 0, NULL, &language);
  g_assert_cmpstr (language, ==, "en");
}

static void
test_appended_on_a_new_page (void)
{
  g_autoptr (StileDocument) document = many_paragraphs (1, 3);
  guint n_paragraphs = stile_document_get_n_paragraphs (document);
  PangoContext *context
    = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  stile_document_append (document, many_paragraphs (1, 3));
  g_assert_cmpuint (stile_document_get_n_paragraphs (document), ==, 2 * n_paragraphs);
  g_assert_cmpuint (stile_document_paginate (document, context, 595, 842), ==, 2);
  g_assert_cmpuint (stile_document_get_page_of (document, n_paragraphs - 1, NULL), ==, 0);
  g_assert_cmpuint (stile_document_get_page_of (document, n_paragraphs, NULL), ==, 1);
  g_object_unref (context);
}

/* A name alone stands where the words around it do. */
static void
test_name_stands_with_the_words (void)
{
  g_autoptr (StileDocument) document = stile_document_new ("Title", "ur");
  g_autoptr (StileSpoken) spoken = stile_words_speak ("ur");
  const char *language;

  stile_document_add_words (document, STILE_STYLE_BODY, "\u2068Hill Street Trust\u2069");
  stile_document_get_paragraph (document, 0, NULL, &language);
  g_assert_cmpstr (language, ==, "ur");
}

/* Of how much of a page its marks are, and where its last line ends. */
static guint
count_ink_of_marks (StileDocument *document, guint page, double *end)
{
  guint ink = count_ink (document, page);
  StileParagraph *first = NULL;
  StileParagraph kept;

  *end = 0;
  for (guint i = 0; i < document->lines->len; i++)
    if (line_at (document, i)->page == page)
      {
        if (first == NULL)
          first = g_ptr_array_index (document->paragraphs, line_at (document, i)->paragraph);
        *end = line_at (document, i)->y + line_at (document, i)->height;
      }
  kept = *first;
  memset (first->marks, 0, sizeof first->marks);
  ink -= count_ink (document, page);
  *first = kept;
  return ink;
}

/* On every page, below what stands there, and not twice where they stand anyway. */
static void
test_each_page_of_a_draft_says_so (void)
{
  g_autoptr (StileDocument) document = many_paragraphs (6, 80);
  guint n_pages;
  double end;

  stile_document_add_draft_mark (document);
  stile_document_append (document, many_paragraphs (6, 80));
  n_pages = paginate (document, A4_WIDTH, A4_HEIGHT);
  g_assert_cmpuint (n_pages, ==, 6);
  for (guint page = 0; page < n_pages; page++)
    {
      guint ink = count_ink_of_marks (document, page, &end);

      g_test_message ("page %u: %u dots below %.0f points", page, ink, end);
      if (page < 2)
        g_assert_cmpuint (ink, >, 100);
      else
        g_assert_cmpuint (ink, ==, 0);
      g_assert_cmpfloat (end, <, A4_HEIGHT - 56.7 - 24 - 14);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/new", test_new);
  g_test_add_func ("/document/one-page", test_one_page);
  g_test_add_func ("/document/lines-go-down-the-page", test_lines_go_down_the_page);
  g_test_add_func ("/document/no-page-is-empty", test_no_page_is_empty);
  g_test_add_func ("/document/headings-stay", test_headings_stay_with_what_follows);
  g_test_add_func ("/document/no-line-is-left-alone", test_no_line_is_left_alone);
  g_test_add_func ("/document/one-paragraph-over-many-pages", test_one_paragraph_over_many_pages);
  g_test_add_func ("/document/long-word", test_long_word);
  g_test_add_func ("/document/tiny-paper", test_tiny_paper);
  g_test_add_func ("/document/paginate-again", test_paginate_again);
  g_test_add_func ("/document/resolution-does-not-matter", test_resolution_does_not_matter);
  g_test_add_func ("/document/direction", test_direction_comes_from_the_language);
  g_test_add_func ("/document/key-is-left-to-right", test_key_is_left_to_right);
  g_test_add_func ("/document/numbers-stay", test_numbers_stay);
  g_test_add_func ("/document/draws-each-page", test_draws_each_page);
  g_test_add_func ("/document/each-page-of-a-draft-says-so", test_each_page_of_a_draft_says_so);
  g_test_add_func ("/document/page-numbers", test_draws_page_numbers_only_where_there_are_pages);
  g_test_add_func ("/document/untranslated-words-run-from-the-left",
                   test_untranslated_words_run_from_the_left);
  g_test_add_func ("/document/appended-on-a-new-page", test_appended_on_a_new_page);
  g_test_add_func ("/document/name-stands-with-the-words", test_name_stands_with_the_words);
  return g_test_run ();
}
