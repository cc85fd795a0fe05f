// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "toasts.h"

struct _StileToasts
{
  AdwToastOverlay *overlay;
  GPtrArray *standing; /* of AdwToast */
  GPtrArray *waiting;  /* of sentences */
  gboolean is_waiting;
};

static void
dismissed_cb (AdwToast *toast, StileToasts *self)
{
  g_ptr_array_remove (self->standing, toast);
}

static void
show (StileToasts *self, const char *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_timeout (toast, 0); /* until somebody has read it */
  g_signal_connect (toast, "dismissed", G_CALLBACK (dismissed_cb), self);
  g_ptr_array_add (self->standing, g_object_ref (toast));
  adw_toast_overlay_add_toast (self->overlay, toast);
}

StileToasts *
stile_toasts_new (AdwToastOverlay *overlay)
{
  StileToasts *self = g_new0 (StileToasts, 1);

  self->overlay = overlay;
  self->standing = g_ptr_array_new_with_free_func (g_object_unref);
  self->waiting = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
stile_toasts_free (StileToasts *self)
{
  for (guint i = 0; i < self->standing->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->standing, i), self);
  g_ptr_array_unref (self->standing);
  g_ptr_array_unref (self->waiting);
  g_free (self);
}

void
stile_toasts_say (StileToasts *self, const char *sentence)
{
  if (self->is_waiting)
    g_ptr_array_add (self->waiting, g_strdup (sentence));
  else
    show (self, sentence);
}

void
stile_toasts_set_waiting (StileToasts *self, gboolean is_waiting)
{
  self->is_waiting = is_waiting;
  while (is_waiting && self->standing->len > 0)
    {
      g_autoptr (AdwToast) toast = g_object_ref (g_ptr_array_index (self->standing, 0));

      g_ptr_array_add (self->waiting, g_strdup (adw_toast_get_title (toast)));
      adw_toast_dismiss (toast);
    }
  for (guint i = 0; !is_waiting && i < self->waiting->len; i++)
    show (self, g_ptr_array_index (self->waiting, i));
  if (!is_waiting)
    g_ptr_array_set_size (self->waiting, 0);
}
