// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How many single letters must be changed, added, left out or swapped with their neighbour to
 *  make @b of @a; @most + 1 as soon as it is more than @most. */
guint stile_edit_distance (const char *a, const char *b, guint most);

/** Keeps the nearest of the names that are offered to it. */
typedef struct
{
  const char *wanted;
  const char *best;
  guint distance;
} StileNearest;

/** @wanted is borrowed, and so is every @name. */
void stile_nearest_init (StileNearest *nearest, const char *wanted);
void stile_nearest_offer (StileNearest *nearest, const char *name);

/** " Did you mean “x”?", or "" when nothing came near. Free with g_free. */
char *stile_nearest_dup_hint (const StileNearest *nearest);

G_END_DECLS
