// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Memory that is given back all at once: a form is a few large blocks, not many small. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _StileArena StileArena;

StileArena *stile_arena_new (void);
void stile_arena_free (StileArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileArena, stile_arena_free)

/** Zeroed and aligned for any type. Never NULL, also for 0 bytes. */
gpointer stile_arena_alloc (StileArena *arena, gsize size);
#define stile_arena_new_array(arena, type, n) \
  ((type *) stile_arena_alloc ((arena), sizeof (type) * (gsize) (n)))

/** A copy of the first @length bytes of @text, with a NUL behind them. */
char *stile_arena_strndup (StileArena *arena, const char *text, gsize length);
char *stile_arena_strdup (StileArena *arena, const char *text);

/** A copy of the elements of @array. */
gpointer stile_arena_dup_array (StileArena *arena, const GArray *array);

G_END_DECLS
