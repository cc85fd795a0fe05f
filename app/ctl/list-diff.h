// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What happened to a list of parts that have ids: which came, went, stayed, moved. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** An array of @n parts of @size bytes; the first member of each is its id, a const char *. */
typedef struct
{
  const void *parts;
  guint n;
  gsize size;
} StileIdList;

#define STILE_ID_LIST(parts, n) ((StileIdList){ (parts), (n), sizeof *(parts) })

/** A part of either list. */
typedef struct
{
  const char *id;
  const void *before; /* NULL: it was added */
  const void *after;  /* NULL: it was removed */
  gboolean moved;     /* its place among those that stayed is another */
  const char *behind; /* the id it stands behind in the new list; NULL: it is the first */
} StileListChange;

/** Every part of both lists, each once: those of the new list in its order, then those that were
 *  removed in theirs. As few as possible are called moved. A new GArray of StileListChange that
 *  borrows from the lists. Ids are unique in each list. */
GArray *stile_list_diff (StileIdList before, StileIdList after);

G_END_DECLS
