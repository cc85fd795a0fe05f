// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Paper: what leaves the screen. A document is paragraphs in order, laid out with Pango onto pages
 * of any size; printing and PDF draw the same pages. */

#pragma once

#include <pango/pangocairo.h>

#include "casework.h"

G_BEGIN_DECLS

/** ISO 216 A4, in points. */
#define STILE_A4_WIDTH 595.276
#define STILE_A4_HEIGHT 841.89

typedef struct _StileDocument StileDocument;

/** The plan for the person: what was agreed in plain words, what is urgent, what goes well, what
 *  happens next, who was asked and can be called, and under what the centre set for an alert where
 *  help is that cannot wait. In @language (NULL: the form's own): its words where the program has
 *  them, and the form's texts where it has them. A translation that is a draft says so.
 *
 *  The plan is carried home, where someone who harms the person may read it. So it holds no answer,
 *  no finding, no name of an alert and no reason of the adviser's, and nothing that rests on a
 *  question the form calls sensitive: neither the areas of life that have such questions, nor their
 *  referrals, nor the centre's words for their alerts.
 *  That there may be more is printed on every plan, so that it tells nothing. The category is
 *  printed in the form's words, whatever it rests on: a form has to choose them with that in
 *  mind. */
StileDocument *stile_plan_new (StileCasework *casework, const StileCase *person_file,
                               const StileAssessment *assessment, const StileResult *result,
                               const char *language);

/** The same with the private areas of life and referrals: only where the person asks for it and has
 *  a safe place to keep it. */
StileDocument *stile_plan_new_with_private (StileCasework *casework,
                                            const StileCase *person_file,
                                            const StileAssessment *assessment,
                                            const StileResult *result, const char *language);

/** The recovery sheet: the key as words, as signs and as a QR code of the signs, what it is for,
 *  where to keep it. */
StileDocument *stile_recovery_sheet_new (const char *station, const char *recovery_key);

void stile_document_free (StileDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileDocument, stile_document_free)

/** For the PDF's own fields and the print dialog. Borrowed. Names nobody. */
const char *stile_document_get_title (const StileDocument *document);

/** Lays the document out on pages of this size, in points (1/72 inch), margins included. Returns
 *  how many pages there are, at least one. @context gives the fonts; its resolution does not
 *  matter. */
guint stile_document_paginate (StileDocument *document, PangoContext *context, double width,
                               double height);
/** Draws one page (from 0) of the last layout; the unit of @cr is a point. */
void stile_document_draw_page (StileDocument *document, cairo_t *cr, guint page);

/** Writes an A4 PDF with embedded fonts, title and language. @path is replaced only when all of it
 *  was written; nobody else can read it (mode 0600). */
gboolean stile_document_write_pdf (StileDocument *document, const char *path, GError **error);

G_END_DECLS
