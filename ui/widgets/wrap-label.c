// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wrap-label.h"

/* Of the size of its letters: about ten of them. */
#define LEAST_WIDTH 6

static GtkWidgetClass *parent_class;

static int
get_least_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);

  return PANGO_PIXELS_CEIL (LEAST_WIDTH * pango_font_description_get_size (font));
}

static void
stile_wrap_label_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = get_least_width (widget);
  else
    parent_class->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                           natural_baseline);
}

static void
stile_wrap_label_class_init (gpointer klass, gpointer data)
{
  parent_class = g_type_class_peek_parent (klass);
  GTK_WIDGET_CLASS (klass)->measure = stile_wrap_label_measure;
}

static void
stile_wrap_label_init (GTypeInstance *instance, gpointer klass)
{
  g_object_set (instance, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
}

/* GTK keeps to itself what a GtkLabel looks like inside, so its size is asked for. */
GType
stile_wrap_label_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    {
      GTypeQuery label;

      g_type_query (GTK_TYPE_LABEL, &label);
      g_once_init_leave (&type, g_type_register_static_simple (
                                  GTK_TYPE_LABEL, g_intern_static_string ("StileWrapLabel"),
                                  label.class_size, stile_wrap_label_class_init,
                                  label.instance_size, stile_wrap_label_init, 0));
    }
  return type;
}
