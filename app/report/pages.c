// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Lines onto pages. A heading stays with what follows it, and no paragraph leaves a single line
 * behind or takes a single one over. */

#include "document-private.h"
#include "qr-code.h"

/* 2 cm: what printers and hole punches leave alone. */
#define MARGIN 56.7
/* On paper that has no room for margins. */
#define LEAST_WIDTH 36.0
#define FOOTER 24.0
/* Lines of a paragraph that stay together at either end of a page. */
#define KEPT_LINES 2

static double
margin (double length)
{
  return length > 2 * MARGIN + LEAST_WIDTH ? MARGIN : 0;
}

static void
add_square (StileDocument *document, guint index)
{
  const StileParagraph *paragraph = g_ptr_array_index (document->paragraphs, index);
  double side = stile_style_get_look (paragraph->style)->side;
  double left = margin (document->width);
  StileLine line = { .paragraph = index, .is_first = TRUE, .height = side };

  line.x = stile_language_is_right_to_left (paragraph->language) ? document->width - left - side
                                                                 : left;
  g_array_append_val (document->lines, line);
}

static void
add_lines (StileDocument *document, guint index)
{
  const StileParagraph *paragraph = g_ptr_array_index (document->paragraphs, index);
  const StileStyleLook *look = stile_style_get_look (paragraph->style);
  double left = margin (document->width);
  PangoLayout *layout
      = stile_paragraph_new_layout (paragraph, document->fonts, document->width - 2 * left);
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  gboolean is_right_to_left = pango_layout_get_alignment (layout) == PANGO_ALIGN_RIGHT;
  gboolean is_first = TRUE;

  g_ptr_array_add (document->layouts, layout);
  do
    {
      PangoRectangle extents;
      int top, bottom;
      StileLine line = { .paragraph = index, .is_first = is_first };

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.layout_line = pango_layout_iter_get_line_readonly (iter);
      line.x = left + pango_units_to_double (extents.x) + (is_right_to_left ? 0 : look->inset);
      line.height = pango_units_to_double (bottom - top);
      line.baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter) - top);
      g_array_append_val (document->lines, line);
      is_first = FALSE;
    }
  while (pango_layout_iter_next_line (iter));
}

static const StileStyleLook *
line_look (const StileDocument *document, guint index)
{
  const StileLine *line = &g_array_index (document->lines, StileLine, index);
  const StileParagraph *paragraph = g_ptr_array_index (document->paragraphs, line->paragraph);

  return stile_style_get_look (paragraph->style);
}

/* Room that comes before a line which is not the first on its page. */
static double
space_before (const StileDocument *document, guint index)
{
  const StileLine *line = &g_array_index (document->lines, StileLine, index);

  if (index == 0 || !line->is_first)
    return 0;

  return line_look (document, index - 1)->after + line_look (document, index)->before;
}

static gboolean
stays_with_last (const StileDocument *document, guint paragraph)
{
  return ((const StileParagraph *) g_ptr_array_index (document->paragraphs, paragraph))->stays;
}

/* Whether the page may be turned before this line. */
static gboolean
may_break (const StileDocument *document, guint index)
{
  const StileLine *lines = &g_array_index (document->lines, StileLine, 0);
  guint paragraph = lines[index].paragraph;
  guint n_lines = document->lines->len;

  if (lines[index].is_first)
    return !line_look (document, index - 1)->leads && !stays_with_last (document, paragraph);
  if (line_look (document, index)->leads)
    return FALSE;

  for (guint i = 1; i < KEPT_LINES; i++)
    {
      if (lines[index - i].is_first || index + i >= n_lines
          || lines[index + i].paragraph != paragraph)
        return FALSE;
    }
  return TRUE;
}

/* The last place to turn the page at or before @index, behind @first; @index itself where there is
 * none: a page always takes something. */
static guint
find_break (const StileDocument *document, guint first, guint index)
{
  for (guint i = index; i > first; i--)
    {
      if (may_break (document, i))
        return i;
    }

  return index;
}

static gboolean
starts_page (const StileDocument *document, const StileLine *line)
{
  const StileParagraph *paragraph = g_ptr_array_index (document->paragraphs, line->paragraph);

  return line->is_first && paragraph->starts_page;
}

/* Fills one page from @first on. Returns the first line of the next. */
static guint
fill_page (StileDocument *document, guint first, guint page, double top, double room)
{
  guint end = first;
  double y = 0;

  for (; end < document->lines->len; end++)
    {
      StileLine *line = &g_array_index (document->lines, StileLine, end);

      if (end > first && starts_page (document, line))
        return end;
      if (end > first)
        y += space_before (document, end);
      if (end > first && y + line->height > room)
        break;
      line->page = page;
      line->y = top + y;
      y += line->height;
    }

  return end < document->lines->len ? find_break (document, first, end) : end;
}

static void
fill_pages (StileDocument *document, double top, double room)
{
  document->n_pages = 0;
  for (guint line = 0; line < document->lines->len;)
    line = fill_page (document, line, document->n_pages++, top, room);
}

/* ---- At the foot of a page ---- */

/* What says that @paragraph is of a draft, as it stands there. NULL: nothing. */
static PangoLayout *
new_foot (const StileDocument *document, const StileParagraph *mark)
{
  double width = document->width - 2 * margin (document->width);
  PangoLayout *layout = mark ? stile_paragraph_new_layout (mark, document->fonts, width) : NULL;

  if (layout)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

static double
foot_height (PangoLayout *layout)
{
  int height = 0;

  if (layout)
    pango_layout_get_size (layout, NULL, &height);
  return pango_units_to_double (height);
}

/* What all marks of @paragraph take. */
static double
measure_marks (const StileDocument *document, const StileParagraph *paragraph)
{
  double height = 0;

  for (guint i = 0; i < STILE_DRAFT_MARKS; i++)
    {
      g_autoptr (PangoLayout) layout = new_foot (document, paragraph->marks[i]);

      height += foot_height (layout);
    }
  return height;
}

/* What the highest of them take: a document in two languages has two. */
static double
measure_all_marks (const StileDocument *document)
{
  const StileParagraph *last = NULL;
  double height = 0;

  for (guint i = 0; i < document->paragraphs->len; i++)
    {
      const StileParagraph *paragraph = g_ptr_array_index (document->paragraphs, i);

      if (!last || paragraph->marks[0] != last->marks[0])
        height = MAX (height, measure_marks (document, paragraph));
      last = paragraph;
    }
  return height;
}

/* The first paragraph that begins or goes on there, or NULL; @has_mark: whether its marks stand
 * there as they are. */
static const StileParagraph *
find_on_page (const StileDocument *document, guint page, gboolean *has_mark)
{
  const StileParagraph *found = NULL;

  *has_mark = FALSE;
  for (guint i = 0; i < document->lines->len; i++)
    {
      const StileLine *line = &g_array_index (document->lines, StileLine, i);
      const StileParagraph *paragraph = g_ptr_array_index (document->paragraphs, line->paragraph);

      if (line->page != page)
        continue;
      if (!found)
        found = paragraph;
      *has_mark |= paragraph == found->marks[0];
    }
  return found;
}

/* Whether there is a page of a draft on which nothing says so. */
static gboolean
needs_feet (const StileDocument *document)
{
  for (guint page = 0; page < document->n_pages; page++)
    {
      gboolean has_mark;
      const StileParagraph *paragraph = find_on_page (document, page, &has_mark);

      if (paragraph->marks[0] && !has_mark)
        return TRUE;
    }
  return FALSE;
}

guint
stile_document_paginate (StileDocument *document, PangoContext *context, double width,
                         double height)
{
  double top = margin (height);
  double room = height - 2 * top - (top > 0 ? FOOTER : 0);

  g_array_set_size (document->lines, 0);
  g_ptr_array_set_size (document->layouts, 0);
  g_set_object (&document->fonts, pango_context_get_font_map (context));
  document->width = width;
  document->height = height;

  for (guint i = 0; i < document->paragraphs->len; i++)
    {
      const StileParagraph *paragraph = g_ptr_array_index (document->paragraphs, i);
      if (stile_style_get_look (paragraph->style)->side > 0)
        add_square (document, i);
      else
        add_lines (document, i);
    }
  fill_pages (document, top, room);
  if (top > 0 && needs_feet (document))
    fill_pages (document, top, room - measure_all_marks (document));

  document->n_pages = MAX (document->n_pages, 1);
  return document->n_pages;
}

guint
stile_document_get_page_of (const StileDocument *document, guint paragraph, double *y)
{
  for (guint i = 0; i < document->lines->len; i++)
    {
      const StileLine *line = &g_array_index (document->lines, StileLine, i);

      if (line->paragraph != paragraph)
        continue;
      if (y)
        *y = line->y;
      return line->page;
    }

  g_return_val_if_reached (0);
}

/* ---- Drawing ---- */

static void
draw_bullet (const StileDocument *document, const StileLine *line, cairo_t *cr)
{
  const StileParagraph *paragraph = g_ptr_array_index (document->paragraphs, line->paragraph);
  const StileStyleLook *look = stile_style_get_look (paragraph->style);
  gboolean is_right_to_left = stile_language_is_right_to_left (paragraph->language);
  double left = margin (document->width) + look->inset / 3;

  cairo_new_path (cr);
  cairo_arc (cr, is_right_to_left ? document->width - left : left,
             line->y + line->baseline - look->size / 3, look->size / 6, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_line (const StileDocument *document, const StileLine *line, cairo_t *cr)
{
  const StileParagraph *paragraph = g_ptr_array_index (document->paragraphs, line->paragraph);

  if (!line->layout_line)
    {
      stile_qr_code_draw (paragraph->text, cr, line->x, line->y, line->height);
      return;
    }
  if (paragraph->style == STILE_STYLE_BULLET && line->is_first)
    draw_bullet (document, line, cr);
  cairo_move_to (cr, line->x, line->y + line->baseline);
  pango_cairo_show_layout_line (cr, line->layout_line);
}

/* "2 / 3": figures alone need no translation. */
static void
draw_page_number (const StileDocument *document, cairo_t *cr, guint page)
{
  g_autofree char *text = g_strdup_printf ("%u / %u", page + 1, document->n_pages);
  const StileParagraph number = { .style = STILE_STYLE_SMALL, .text = text, .language = NULL };
  g_autoptr (PangoLayout) layout
      = stile_paragraph_new_layout (&number, document->fonts, document->width);

  if (document->n_pages < 2 || margin (document->height) <= 0)
    return;

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  cairo_tag_begin (cr, "P", NULL);
  cairo_move_to (cr, 0, document->height - MARGIN);
  pango_cairo_show_layout (cr, layout);
  cairo_tag_end (cr, "P");
}

static void
draw_marks (const StileDocument *document, cairo_t *cr, guint page)
{
  gboolean has_mark;
  const StileParagraph *paragraph = find_on_page (document, page, &has_mark);
  double left = margin (document->width);
  double y;

  if (!paragraph || has_mark || margin (document->height) <= 0)
    return;

  y = document->height - MARGIN - FOOTER / 4 - measure_marks (document, paragraph);
  for (guint i = 0; i < STILE_DRAFT_MARKS; i++)
    {
      g_autoptr (PangoLayout) layout = new_foot (document, paragraph->marks[i]);

      if (!layout)
        continue;
      cairo_tag_begin (cr, "P", NULL);
      cairo_move_to (cr, left, y);
      pango_cairo_show_layout (cr, layout);
      cairo_tag_end (cr, "P");
      y += foot_height (layout);
    }
}

void
stile_document_draw_page (StileDocument *document, cairo_t *cr, guint page)
{
  guint n_lines = document->lines->len;

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < n_lines;)
    {
      const StileLine *first = &g_array_index (document->lines, StileLine, i);
      const char *tag = line_look (document, i)->tag;

      if (first->page != page)
        {
          i++;
          continue;
        }

      cairo_tag_begin (cr, tag, NULL);
      for (; i < n_lines; i++)
        {
          const StileLine *line = &g_array_index (document->lines, StileLine, i);
          if (line->page != page || line->paragraph != first->paragraph)
            break;
          draw_line (document, line, cr);
        }
      cairo_tag_end (cr, tag);
    }

  draw_marks (document, cr, page);
  draw_page_number (document, cr, page);
}
