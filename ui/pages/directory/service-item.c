// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service-item.h"

struct _StileServiceItem
{
  GObject parent_instance;

  StileServiceRow *row;
};

G_DEFINE_FINAL_TYPE (StileServiceItem, stile_service_item, G_TYPE_OBJECT)

const StileServiceRow *
stile_service_item_get_row (StileServiceItem *item)
{
  return item->row;
}

StileServiceItem *
stile_service_item_new (StileServiceRow *row)
{
  StileServiceItem *item = g_object_new (STILE_TYPE_SERVICE_ITEM, NULL);

  item->row = row;
  return item;
}

static void
stile_service_item_finalize (GObject *object)
{
  g_clear_pointer (&STILE_SERVICE_ITEM (object)->row, stile_service_row_free);
  G_OBJECT_CLASS (stile_service_item_parent_class)->finalize (object);
}

static void
stile_service_item_class_init (StileServiceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stile_service_item_finalize;
}

static void
stile_service_item_init (StileServiceItem *item)
{
}
