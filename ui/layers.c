// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layers.h"

#include "focus-first.h"
#include "menus.h"

struct _StileLayers
{
  AdwBin *frame;
  GtkWidget *cover;
  GtkWidget *layer;
  gboolean hidden;
  GHashTable *kept; /* layer → Kept */
};

/* A dialog that was concealed, and what was in it: taken out, as layers are. */
typedef struct
{
  GtkWindow *window;
  GtkWidget *content;
  GtkWidget *focus; /* weak */
} Dialog;

/* A layer that was left, and what it had then. */
typedef struct
{
  GtkWidget *layer;
  GtkWidget *focus;   /* weak */
  GPtrArray *dialogs; /* of Dialog */
} Kept;

static void
dialog_free (Dialog *dialog)
{
  g_clear_weak_pointer (&dialog->focus);
  g_clear_object (&dialog->content);
  g_clear_object (&dialog->window);
  g_free (dialog);
}

static void
kept_free (Kept *kept)
{
  g_clear_weak_pointer (&kept->focus);
  g_clear_pointer (&kept->dialogs, g_ptr_array_unref);
  g_clear_object (&kept->layer);
  g_free (kept);
}

static Dialog *
conceal (GtkWindow *window)
{
  Dialog *dialog = g_new0 (Dialog, 1);

  dialog->window = g_object_ref (window);
  g_set_object (&dialog->content, gtk_window_get_child (window));
  if (dialog->content != NULL)
    stile_menus_close (dialog->content);
  g_set_weak_pointer (&dialog->focus, gtk_window_get_focus (window));
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  gtk_window_set_child (window, NULL);
  return dialog;
}

static void
restore_focus (GtkWidget *focus)
{
  if (GTK_IS_TEXT (focus)) /* selected text would be lost with the next key */
    gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
  else
    gtk_widget_grab_focus (focus);
}

static void
reveal (Dialog *dialog)
{
  gtk_window_set_child (dialog->window, dialog->content);
  if (dialog->focus != NULL)
    restore_focus (dialog->focus);
  gtk_window_present (dialog->window);
}

/* The dialogs of the program other than @window that can be seen; they are hidden. */
static GPtrArray *
conceal_dialogs (GtkWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GPtrArray *dialogs = g_ptr_array_new_with_free_func ((GDestroyNotify) dialog_free);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (toplevels, i);

      if (dialog != window && gtk_widget_get_visible (GTK_WIDGET (dialog)))
        g_ptr_array_add (dialogs, conceal (dialog));
    }
  return dialogs;
}

static void
leave (StileLayers *self, GtkWidget *layer)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->frame)));
  GtkWidget *focus;
  Kept *kept = g_new0 (Kept, 1);

  stile_menus_close (layer);
  focus = gtk_window_get_focus (window);
  kept->layer = g_object_ref (layer);
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
    stile_focus_first (layer);
  else
    restore_focus (kept->focus);
  for (i = 0; kept != NULL && i < kept->dialogs->len; i++)
    reveal (g_ptr_array_index (kept->dialogs, i));
  g_hash_table_remove (self->kept, layer);
}

/* What is left is taken out of the window: a part that is only invisible, or in a GtkStack, could
 * still be read over AT-SPI (GTK 4.8). */
static void
update (StileLayers *self)
{
  GtkWidget *before = adw_bin_get_child (self->frame);
  GtkWidget *now = self->hidden || self->layer == NULL ? self->cover : self->layer;

  if (before == now)
    return;
  if (before != NULL)
    leave (self, before);
  stile_menus_prepare (now);
  adw_bin_set_child (self->frame, now);
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

void
stile_layers_forget (StileLayers *layers, GtkWidget *layer)
{
  Kept *kept = g_hash_table_lookup (layers->kept, layer);
  guint i;

  for (i = 0; kept != NULL && i < kept->dialogs->len; i++)
    {
      Dialog *dialog = g_ptr_array_index (kept->dialogs, i);

      /* A file chooser belongs to whoever asked, who lets go of it when it answers. */
      if (GTK_IS_DIALOG (dialog->window))
        gtk_dialog_response (GTK_DIALOG (dialog->window), GTK_RESPONSE_CANCEL);
      else
        gtk_window_destroy (dialog->window);
    }
  g_hash_table_remove (layers->kept, layer);
}

StileLayers *
stile_layers_new (AdwBin *frame, GtkWidget *cover)
{
  StileLayers *layers = g_new0 (StileLayers, 1);

  layers->frame = frame;
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
