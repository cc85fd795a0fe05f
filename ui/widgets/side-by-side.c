// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "side-by-side.h"

#include "fit-words.h"

/* Lines shorter than this are tiring to read. In pixels, where letters are as large as usual. */
#define COLUMN 380
#define GAP 30

struct _StileSideBySide
{
  GtkWidget parent_instance;

  GtkWidget *first;
  GtkWidget *second;
};

enum
{
  PROP_FIRST = 1,
  PROP_SECOND,
};

G_DEFINE_FINAL_TYPE (StileSideBySide, stile_side_by_side, GTK_TYPE_WIDGET)

static int
get_least_width (GtkWidget *child)
{
  int minimum = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Of two that stand side by side. */
static int
get_least_column (StileSideBySide *self)
{
  int children = MAX (get_least_width (self->first), get_least_width (self->second));

  return MAX (children, (int) (COLUMN * stile_fit_words_get_scale ()));
}

static int
get_height (GtkWidget *child, int width)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The width of either column; 0: one under the other. */
static int
get_column (StileSideBySide *self, int width)
{
  int column = (width - GAP) / 2;

  return gtk_widget_should_layout (self->second) && column >= get_least_column (self) ? column : 0;
}

static int
get_height_for (StileSideBySide *self, int width)
{
  int column = get_column (self, width);

  if (column > 0)
    return MAX (get_height (self->first, column), get_height (self->second, column));
  if (!gtk_widget_should_layout (self->second))
    return get_height (self->first, width);
  return get_height (self->first, width) + GAP + get_height (self->second, width);
}

static void
stile_side_by_side_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  StileSideBySide *self = STILE_SIDE_BY_SIDE (widget);
  int least = MAX (get_least_width (self->first), get_least_width (self->second));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = get_least_column (self) * 2 + GAP;
    }
  else
    *minimum = *natural = get_height_for (self, for_size < 0 ? least : MAX (for_size, least));
}

static GtkSizeRequestMode
stile_side_by_side_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
stile_side_by_side_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StileSideBySide *self = STILE_SIDE_BY_SIDE (widget);
  gboolean is_right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = get_column (self, width);
  int above = column > 0 ? height : get_height (self->first, width);
  GtkAllocation first = { 0, 0, column > 0 ? column : width, above };
  GtkAllocation second = { 0, 0, first.width, height };

  if (column > 0)
    *(is_right_to_left ? &first.x : &second.x) = width - column;
  else
    {
      second.y = above + GAP;
      second.height = MAX (height - second.y, 0);
    }
  gtk_widget_size_allocate (self->first, &first, -1);
  if (gtk_widget_should_layout (self->second))
    gtk_widget_size_allocate (self->second, &second, -1);
}

static void
stile_side_by_side_set_property (GObject *object, guint property, const GValue *value,
                                 GParamSpec *spec)
{
  StileSideBySide *self = STILE_SIDE_BY_SIDE (object);
  GtkWidget *child = g_value_get_object (value);

  *(property == PROP_FIRST ? &self->first : &self->second) = child;
  gtk_widget_insert_before (child, GTK_WIDGET (self),
                            property == PROP_FIRST ? self->second : NULL);
}

static void
stile_side_by_side_dispose (GObject *object)
{
  StileSideBySide *self = STILE_SIDE_BY_SIDE (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);
  G_OBJECT_CLASS (stile_side_by_side_parent_class)->dispose (object);
}

static void
stile_side_by_side_class_init (StileSideBySideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = stile_side_by_side_set_property;
  object_class->dispose = stile_side_by_side_dispose;
  widget_class->measure = stile_side_by_side_measure;
  widget_class->get_request_mode = stile_side_by_side_get_request_mode;
  widget_class->size_allocate = stile_side_by_side_size_allocate;
  g_object_class_install_property (
    object_class, PROP_FIRST,
    g_param_spec_object ("first", NULL, NULL, GTK_TYPE_WIDGET, flags));
  g_object_class_install_property (
    object_class, PROP_SECOND,
    g_param_spec_object ("second", NULL, NULL, GTK_TYPE_WIDGET, flags));
}

static void
stile_side_by_side_init (StileSideBySide *self)
{
}
