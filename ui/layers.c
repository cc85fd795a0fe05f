// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layers.h"

#include "stack.h"

struct _StileLayers
{
  GtkStack *stack;
  GtkWidget *cover;
  GtkWidget *layer;
  gboolean hidden;
  GHashTable *kept; /* layer → Kept */
};

/* What a layer had when it was left. */
typedef struct
{
  GtkWidget *focus;   /* weak */
  GPtrArray *dialogs; /* of GtkWindow */
} Kept;

static void
kept_free (Kept *kept)
{
  g_clear_weak_pointer (&kept->focus);
  g_clear_pointer (&kept->dialogs, g_ptr_array_unref);
  g_free (kept);
}

/* The dialogs of the program other than @window that can be seen; they are hidden. */
static GPtrArray *
conceal_dialogs (GtkWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GPtrArray *dialogs = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (toplevels, i);

      if (dialog != window && gtk_widget_get_visible (GTK_WIDGET (dialog)))
        g_ptr_array_add (dialogs, g_steal_pointer (&dialog));
    }
  for (i = 0; i < dialogs->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (dialogs, i), FALSE);
  return dialogs;
}

static void
leave (StileLayers *self, GtkWidget *layer)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->stack)));
  GtkWidget *focus = gtk_window_get_focus (window);
  Kept *kept = g_new0 (Kept, 1);

  if (focus != NULL && gtk_widget_is_ancestor (focus, layer))
    g_set_weak_pointer (&kept->focus, focus);
  kept->dialogs = conceal_dialogs (window);
  g_hash_table_replace (self->kept, layer, kept);
}

static void
enter (StileLayers *self, GtkWidget *layer)
{
  Kept *kept = g_hash_table_lookup (self->kept, layer);
  guint i;

  if (kept == NULL || kept->focus == NULL)
    gtk_widget_grab_focus (layer);
  else if (GTK_IS_TEXT (kept->focus)) /* selected text would be lost with the next key */
    gtk_text_grab_focus_without_selecting (GTK_TEXT (kept->focus));
  else
    gtk_widget_grab_focus (kept->focus);
  for (i = 0; kept != NULL && i < kept->dialogs->len; i++)
    gtk_window_present (g_ptr_array_index (kept->dialogs, i));
  g_hash_table_remove (self->kept, layer);
}

static void
update (StileLayers *self)
{
  GtkWidget *before = gtk_stack_get_visible_child (self->stack);
  GtkWidget *now = self->hidden || self->layer == NULL ? self->cover : self->layer;

  if (before == now && gtk_widget_get_visible (now))
    return;
  if (before != NULL)
    leave (self, before);
  stile_stack_show_only (self->stack, now);
  enter (self, now);
}

void
stile_layers_show (StileLayers *layers, GtkWidget *layer)
{
  layers->layer = layer;
  update (layers);
}

GtkWidget *
stile_layers_get_layer (StileLayers *layers)
{
  return layers->layer;
}

void
stile_layers_set_hidden (StileLayers *layers, gboolean hidden)
{
  layers->hidden = hidden;
  update (layers);
}

gboolean
stile_layers_get_hidden (StileLayers *layers)
{
  return layers->hidden;
}

StileLayers *
stile_layers_new (GtkStack *stack, GtkWidget *cover)
{
  StileLayers *layers = g_new0 (StileLayers, 1);

  layers->stack = stack;
  layers->cover = cover;
  layers->kept = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) kept_free);
  return layers;
}

void
stile_layers_free (StileLayers *layers)
{
  g_hash_table_unref (layers->kept);
  g_free (layers);
}
