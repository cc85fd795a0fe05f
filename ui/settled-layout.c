// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settled-layout.h"

typedef struct
{
  int minimum;
  int natural;
} Size;

struct _StileSettledLayout
{
  GtkLayoutManager parent_instance;

  Size sizes[2];        /* by orientation, as they were measured last */
  gboolean measured;
  GdkFrameClock *clock; /* while waiting, or NULL */
};

G_DEFINE_FINAL_TYPE (StileSettledLayout, stile_settled_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
stop_waiting (StileSettledLayout *self)
{
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
}

static void
settled_cb (StileSettledLayout *self)
{
  stop_waiting (self);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static GtkWidget *
get_child (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return child != NULL && gtk_widget_should_layout (child) ? child : NULL;
}

static void
stile_settled_layout_measure (GtkLayoutManager *manager, GtkWidget *widget,
                              GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  StileSettledLayout *self = STILE_SETTLED_LAYOUT (manager);
  GtkWidget *child = get_child (widget);
  Size *size = &self->sizes[orientation];

  if (self->clock == NULL)
    {
      *size = (Size) { 0, 0 };
      if (child != NULL)
        gtk_widget_measure (child, orientation, for_size, &size->minimum, &size->natural, NULL,
                            NULL);
      self->measured = TRUE;
    }
  *minimum = size->minimum;
  *natural = size->natural;
}

static void
stile_settled_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                               int baseline)
{
  GtkWidget *child = get_child (widget);

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
stile_settled_layout_dispose (GObject *object)
{
  stop_waiting (STILE_SETTLED_LAYOUT (object));
  G_OBJECT_CLASS (stile_settled_layout_parent_class)->dispose (object);
}

static void
stile_settled_layout_class_init (StileSettledLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_settled_layout_dispose;
  layout_class->measure = stile_settled_layout_measure;
  layout_class->allocate = stile_settled_layout_allocate;
}

static void
stile_settled_layout_init (StileSettledLayout *self)
{
}

GtkLayoutManager *
stile_settled_layout_new (void)
{
  return g_object_new (STILE_TYPE_SETTLED_LAYOUT, NULL);
}

void
stile_settled_layout_wait (GtkWidget *widget)
{
  StileSettledLayout *self = STILE_SETTLED_LAYOUT (gtk_widget_get_layout_manager (widget));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  if (!self->measured || clock == NULL || self->clock != NULL)
    return;
  self->clock = g_object_ref (clock);
  /* Windows find their styles in this phase, in a handler that was there before. */
  g_signal_connect_data (clock, "update", G_CALLBACK (settled_cb), self, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_UPDATE);
}
