// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "waiting-item.h"

#include <glib/gi18n-lib.h>

struct _StileWaitingItem
{
  GObject parent_instance;

  StileParked *parked;
};

G_DEFINE_FINAL_TYPE (StileWaitingItem, stile_waiting_item, G_TYPE_OBJECT)

char *
stile_waiting_describe_days (const StileParked *parked)
{
  if (parked->is_day_unknown)
    return g_strdup (/* Translators: for how many days */ _("Not known"));
  /* Translators: how long somebody waits. */
  return g_strdup_printf (ngettext ("%u day", "%u days", parked->days), parked->days);
}

char *
stile_waiting_describe_count (guint count)
{
  if (count == 0)
    return NULL;
  /* Translators: above the list of people. */
  return g_strdup_printf (ngettext ("%u person is waiting too long",
                                    "%u people are waiting too long", count),
                          count);
}

const StileParked *
stile_waiting_item_get_parked (StileWaitingItem *item)
{
  return item->parked;
}

StileWaitingItem *
stile_waiting_item_new (StileParked *parked)
{
  StileWaitingItem *item = g_object_new (STILE_TYPE_WAITING_ITEM, NULL);

  item->parked = parked;
  return item;
}

static void
stile_waiting_item_finalize (GObject *object)
{
  g_clear_pointer (&STILE_WAITING_ITEM (object)->parked, stile_parked_free);
  G_OBJECT_CLASS (stile_waiting_item_parent_class)->finalize (object);
}

static void
stile_waiting_item_class_init (StileWaitingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stile_waiting_item_finalize;
}

static void
stile_waiting_item_init (StileWaitingItem *item)
{
}
