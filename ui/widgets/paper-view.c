// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paper-view.h"

#include "document.h"

/* Narrower, nobody could read it; wider than about 17 cm nobody needs to. */
#define LEAST_WIDTH 240
#define USUAL_WIDTH 480
#define MOST_WIDTH 640
#define GAP 12

struct _StilePaperView
{
  GtkWidget parent_instance;

  StileDocument *document; /* or NULL */
  guint n_pages;
};

G_DEFINE_FINAL_TYPE (StilePaperView, stile_paper_view, GTK_TYPE_WIDGET)

static int
page_height (int width)
{
  return (int) (width * STILE_A4_HEIGHT / STILE_A4_WIDTH + 0.5);
}

static void
stile_paper_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  int n_pages = (int) STILE_PAPER_VIEW (widget)->n_pages;
  int width = for_size < 0 ? USUAL_WIDTH : CLAMP (for_size, LEAST_WIDTH, MOST_WIDTH);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = USUAL_WIDTH;
    }
  else
    *minimum = *natural = n_pages > 0 ? n_pages * (page_height (width) + GAP) - GAP : 0;
}

static GtkSizeRequestMode
stile_paper_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Paper is white also where the screen is dark. */
static void
snapshot_page (StilePaperView *self, GtkSnapshot *snapshot, guint page, float x, float width)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA edge = { 0.5, 0.5, 0.5, 1 };
  const float height = (float) page_height ((int) width);
  const graphene_rect_t sheet
    = GRAPHENE_RECT_INIT (x, (float) page * (height + GAP), width, height);
  GskRoundedRect border;
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &white, &sheet);
  cr = gtk_snapshot_append_cairo (snapshot, &sheet);
  cairo_translate (cr, sheet.origin.x, sheet.origin.y);
  cairo_scale (cr, width / STILE_A4_WIDTH, width / STILE_A4_WIDTH);
  stile_document_draw_page (self->document, cr, page);
  cairo_destroy (cr);

  gsk_rounded_rect_init_from_rect (&border, &sheet, 0);
  gtk_snapshot_append_border (snapshot, &border, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ edge, edge, edge, edge });
}

static void
stile_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StilePaperView *self = STILE_PAPER_VIEW (widget);
  int room = gtk_widget_get_width (widget);
  int width = CLAMP (room, LEAST_WIDTH, MOST_WIDTH);

  for (guint page = 0; page < self->n_pages; page++)
    snapshot_page (self, snapshot, page, (float) MAX (room - width, 0) / 2, (float) width);
}

static void
stile_paper_view_finalize (GObject *object)
{
  g_clear_pointer (&STILE_PAPER_VIEW (object)->document, stile_document_free);
  G_OBJECT_CLASS (stile_paper_view_parent_class)->finalize (object);
}

static void
stile_paper_view_class_init (StilePaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_paper_view_finalize;
  widget_class->measure = stile_paper_view_measure;
  widget_class->get_request_mode = stile_paper_view_get_request_mode;
  widget_class->snapshot = stile_paper_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
stile_paper_view_init (StilePaperView *self)
{
}

static char *
dup_words (const StileDocument *document)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < stile_document_get_n_paragraphs (document); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "",
                            stile_document_get_paragraph (document, i, NULL, NULL));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
tell (StilePaperView *self)
{
  g_autofree char *words = self->document != NULL ? dup_words (self->document) : g_strdup ("");

  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
    self->document != NULL ? stile_document_get_title (self->document) : "",
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

void
stile_paper_view_show (StilePaperView *self, StileDocument *document)
{
  g_return_if_fail (STILE_IS_PAPER_VIEW (self));

  g_clear_pointer (&self->document, stile_document_free);
  self->document = document;
  self->n_pages = document != NULL
                    ? stile_document_paginate (document,
                                               gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                               STILE_A4_WIDTH, STILE_A4_HEIGHT)
                    : 0;
  tell (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

StileDocument *
stile_paper_view_get_document (StilePaperView *self)
{
  g_return_val_if_fail (STILE_IS_PAPER_VIEW (self), NULL);

  return self->document;
}
