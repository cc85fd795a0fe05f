// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "origin.h"

#include "postcode.h"

static gboolean
locate (StileStore *store, StileOrigin *origin, GError **error)
{
  g_autoptr (StileStoreStatement) statement = stile_store_prepare (
      store,
      "SELECT avg (latitude), avg (longitude) FROM place WHERE district = ? AND latitude NOT NULL",
      error);
  g_autoptr (GError) fault = NULL;

  if (!statement)
    return FALSE;
  stile_store_bind_text (statement, 1, origin->district);
  if (stile_store_step (store, statement, &fault)
      && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    {
      origin->has_place = TRUE;
      origin->latitude = sqlite3_column_double (statement, 0);
      origin->longitude = sqlite3_column_double (statement, 1);
    }
  return stile_store_done (g_steal_pointer (&fault), error);
}

gboolean
stile_origin_find (StileStore *store, const char *postcode, StileOrigin *origin, GError **error)
{
  origin->district = stile_postcode_dup_district (postcode);
  origin->area = origin->district ? stile_postcode_dup_area (origin->district) : NULL;
  return !origin->district || locate (store, origin, error);
}

void
stile_origin_clear (StileOrigin *origin)
{
  g_clear_pointer (&origin->district, g_free);
  g_clear_pointer (&origin->area, g_free);
}
