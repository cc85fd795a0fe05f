// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document.h"

G_BEGIN_DECLS

/* That a translation is a draft is said in its language and in English. */
#define STILE_DRAFT_MARKS 2

typedef struct _StileParagraph StileParagraph;
struct _StileParagraph
{
  StileStyle style;
  char *text;
  char *language;
  gboolean starts_page;
  gboolean stays; /* on the page on which the one before ends */
  const StileParagraph *marks[STILE_DRAFT_MARKS]; /* that it is of a draft; NULL: it is of none */
};

/* A line in its place. */
typedef struct
{
  PangoLayoutLine *layout_line; /* of one of the layouts below; NULL: a drawing */
  guint paragraph;
  gboolean is_first; /* of its paragraph */
  double x;          /* from the left edge of the paper */
  double height;
  double baseline; /* from the top of the line */
  guint page;
  double y; /* of its top, from the upper edge of the paper */
} StileLine;

struct _StileDocument
{
  char *title;
  char *language;
  GPtrArray *paragraphs; /* of StileParagraph */

  /* The last layout. */
  GPtrArray *layouts; /* one a paragraph: a line is nothing without its layout */
  GArray *lines;      /* of StileLine */
  guint n_pages;
  double width;
  double height;
  PangoFontMap *fonts;
};

/** What a style looks like. Lengths are in points. */
typedef struct
{
  const char *tag; /* of PDF: what a screen reader takes it for */
  double size;
  PangoWeight weight;
  double before;
  double after;
  double inset;
  gboolean leads; /* must not stand at the foot of a page */
  double side;    /* of a square that is drawn; 0 for words */
} StileStyleLook;

const StileStyleLook *stile_style_get_look (StileStyle style);

/** A layout of one paragraph, @width points wide. New reference. */
PangoLayout *stile_paragraph_new_layout (const StileParagraph *paragraph, PangoFontMap *fonts,
                                         double width);

/** Puts the language into a PDF of cairo's. Bytes that are not as expected stay as they are. */
void stile_pdf_add_language (GByteArray *pdf, const char *language);

G_END_DECLS
