// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* How a document is put together: paragraphs in order, each in one style and one language. What can
 * be done with a finished one is in plan.h. */

#pragma once

#include "plan.h"
#include "script.h"

G_BEGIN_DECLS

typedef enum
{
  STILE_STYLE_TITLE,
  STILE_STYLE_HEADING,
  STILE_STYLE_STRONG, /* one line that leads to the body below it */
  STILE_STYLE_BODY,
  STILE_STYLE_BULLET,
  STILE_STYLE_SMALL,
  STILE_STYLE_KEY,   /* to be read out letter by letter: always from left to right */
  STILE_STYLE_WORDS, /* the same, in columns of one width */
  STILE_STYLE_CODE,  /* its text is drawn as a QR code */
} StileStyle;

/** @title is what the PDF and the print queue are called: it must name nobody. @language is that of
 *  the document as a whole. */
StileDocument *stile_document_new (const char *title, const char *language);

/** Adds a paragraph. Its direction is that of @language, never that of its letters. */
void stile_document_add (StileDocument *document, StileStyle style, const char *text,
                         const char *language);
/** Adds words of the interface, which are in its language. */
void stile_document_add_words (StileDocument *document, StileStyle style, const char *text);

/** Takes all of @other over, from a new page on, such as the same in another language. */
void stile_document_append (StileDocument *document, StileDocument *other);

/** Whether what is said in @language is a draft: the words of the program, or those of @form
 *  (NULL: there are none of a form). */
gboolean stile_paper_is_draft (const StileForm *form, const char *language);
/** Adds that all before is one, in the language that words are in, and in English. It is said at
 *  the foot of the other pages, too: sheets part. */
void stile_document_add_draft_mark (StileDocument *document);

/** How many paragraphs there are, and one of them; borrowed. */
guint stile_document_get_n_paragraphs (const StileDocument *document);
const char *stile_document_get_paragraph (const StileDocument *document, guint index,
                                          StileStyle *style, const char **language);

/** The language of the document. Borrowed. */
const char *stile_document_get_language (const StileDocument *document);

/** The page and the place on it, in points from the top, where a paragraph begins after
 *  stile_document_paginate(). */
guint stile_document_get_page_of (const StileDocument *document, guint paragraph, double *y);

G_END_DECLS
