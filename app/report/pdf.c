// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A document as a PDF file, put together in memory, so that nothing of it ever lies half-written or
 * in a temporary folder. */

#include <cairo-pdf.h>
#include <gio/gio.h>

#include "document-private.h"
#include "words.h"

static cairo_status_t
collect (void *pdf, const unsigned char *bytes, unsigned int n_bytes)
{
  g_byte_array_append (pdf, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
draw_pages (StileDocument *document, cairo_surface_t *surface)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  guint n_pages = stile_document_paginate (document, context, STILE_A4_WIDTH, STILE_A4_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  g_object_unref (context);
  for (guint page = 0; page < n_pages; page++)
    {
      stile_document_draw_page (document, cr, page);
      cairo_show_page (cr);
    }

  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

gboolean
stile_document_write_pdf (StileDocument *document, const char *path, GError **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (collect, pdf, STILE_A4_WIDTH, STILE_A4_HEIGHT);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Stile");
  status = draw_pages (document, surface);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      /* Translators: the fault, in the words of the system. */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The pages could not be drawn: %s."),
                   cairo_status_to_string (status));
      return FALSE;
    }

  stile_pdf_add_language (pdf, document->language);
  return g_file_set_contents_full (path, (const char *) pdf->data, pdf->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}
