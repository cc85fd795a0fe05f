// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attention.h"

#include <time.h>

/* How often the clock is looked at. A timer over the whole time would stand still while the
 * computer sleeps, and it should be locked when it wakes. */
#define CHECK_SECONDS 2

struct _StileAttention
{
  GObject parent_instance;

  GListModel *toplevels;
  GPtrArray *watched; /* of GtkWindow, not owned: they leave when they leave @toplevels */
  guint idle_seconds;
  gint64 touched;
  guint timer;
  guint surface_event; /* the signal, and our hook in it */
  gulong hook;
  gboolean idle;
  double x, y;
};

G_DEFINE_FINAL_TYPE (StileAttention, stile_attention, G_TYPE_OBJECT)

enum
{
  IDLE,
  ESCAPE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gint64
now_with_sleep (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return now.tv_sec;
}

void
stile_attention_touch (StileAttention *attention)
{
  attention->touched = now_with_sleep ();
  attention->idle = FALSE;
}

void
stile_attention_set_idle_seconds (StileAttention *attention, guint idle_seconds)
{
  attention->idle_seconds = idle_seconds;
}

static gboolean
check_cb (gpointer data)
{
  StileAttention *self = data;

  if (!self->idle && now_with_sleep () - self->touched >= self->idle_seconds)
    {
      self->idle = TRUE;
      g_signal_emit (self, signals[IDLE], 0);
    }
  return G_SOURCE_CONTINUE;
}

/* GDK repeats the last motion when a window changes under a pointer that lies still. */
static gboolean
has_moved (StileAttention *self, GdkEvent *event)
{
  double x = 0, y = 0;
  gboolean moved;

  gdk_event_get_position (event, &x, &y);
  moved = x != self->x || y != self->y;
  self->x = x;
  self->y = y;
  return moved;
}

static gboolean
is_escape (GdkEvent *event)
{
  return gdk_event_get_event_type (event) == GDK_KEY_PRESS
         && gdk_key_event_get_keyval (event) == GDK_KEY_Escape;
}

static void
attend (StileAttention *self, GdkEvent *event)
{
  check_cb (self); /* the first key after a long sleep comes too late */
  switch (gdk_event_get_event_type (event))
    {
    case GDK_MOTION_NOTIFY:
      if (has_moved (self, event))
        stile_attention_touch (self);
      break;
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
      stile_attention_touch (self);
      break;
    default:
      break;
    }
  if (is_escape (event))
    g_signal_emit (self, signals[ESCAPE], 0);
}

/* Sees the events of every surface before anything else does. Controllers would not do: an open
 * menu keeps its events from the window that it belongs to. */
static gboolean
surface_event_hook (GSignalInvocationHint *hint, guint n_values, const GValue *values,
                    gpointer data)
{
  attend (data, g_value_get_pointer (&values[1]));
  return TRUE;
}

/* Else a dialog would take the key for "cancel", and what was typed in it would be lost. */
static gboolean
keep_escape_cb (GtkEventController *controller, GdkEvent *event, StileAttention *self)
{
  return is_escape (event) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
watch (StileAttention *self, GtkWidget *window)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (keep_escape_cb), self, 0);
  gtk_widget_add_controller (window, controller);
}

static void
toplevels_changed_cb (GListModel *toplevels, guint position, guint removed, guint added,
                      StileAttention *self)
{
  g_autoptr (GPtrArray) current = g_ptr_array_new ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (!g_ptr_array_find (self->watched, window, NULL))
        watch (self, window);
      g_ptr_array_add (current, window);
    }
  g_clear_pointer (&self->watched, g_ptr_array_unref);
  self->watched = g_steal_pointer (&current);
}

static void
stile_attention_dispose (GObject *object)
{
  StileAttention *self = STILE_ATTENTION (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->hook != 0)
    g_signal_remove_emission_hook (self->surface_event, self->hook);
  self->hook = 0;
  G_OBJECT_CLASS (stile_attention_parent_class)->dispose (object);
}

static void
stile_attention_finalize (GObject *object)
{
  StileAttention *self = STILE_ATTENTION (object);

  g_clear_pointer (&self->watched, g_ptr_array_unref);
  G_OBJECT_CLASS (stile_attention_parent_class)->finalize (object);
}

static void
stile_attention_class_init (StileAttentionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stile_attention_dispose;
  G_OBJECT_CLASS (klass)->finalize = stile_attention_finalize;

  signals[IDLE] = g_signal_new ("idle", STILE_TYPE_ATTENTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[ESCAPE] = g_signal_new ("escape", STILE_TYPE_ATTENTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
stile_attention_init (StileAttention *self)
{
  g_type_class_unref (g_type_class_ref (GDK_TYPE_SURFACE));
  self->surface_event = g_signal_lookup ("event", GDK_TYPE_SURFACE);
  self->hook = g_signal_add_emission_hook (self->surface_event, 0, surface_event_hook, self, NULL);
  self->toplevels = gtk_window_get_toplevels ();
  self->watched = g_ptr_array_new ();
  g_signal_connect_object (self->toplevels, "items-changed", G_CALLBACK (toplevels_changed_cb),
                           self, 0);
  toplevels_changed_cb (self->toplevels, 0, 0, 0, self);
}

StileAttention *
stile_attention_new (guint idle_seconds)
{
  StileAttention *self = g_object_new (STILE_TYPE_ATTENTION, NULL);

  self->idle_seconds = idle_seconds;
  stile_attention_touch (self);
  self->timer = g_timeout_add_seconds (MIN (idle_seconds, CHECK_SECONDS), check_cb, self);
  return self;
}
