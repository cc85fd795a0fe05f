// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arena.h"

#include <stddef.h>
#include <string.h>

#define BLOCK_SIZE (64 * 1024)

typedef struct _Block Block;
struct _Block
{
  Block *previous;
  gsize used;
  gsize size;
  max_align_t data[];
};

struct _StileArena
{
  Block *block;
};

StileArena *
stile_arena_new (void)
{
  return g_new0 (StileArena, 1);
}

void
stile_arena_free (StileArena *arena)
{
  if (arena == NULL)
    return;
  while (arena->block != NULL)
    {
      Block *previous = arena->block->previous;

      g_free (arena->block);
      arena->block = previous;
    }
  g_free (arena);
}

gpointer
stile_arena_alloc (StileArena *arena, gsize size)
{
  gsize rounded = (MAX (size, 1) + sizeof (max_align_t) - 1) & ~(sizeof (max_align_t) - 1);
  Block *block = arena->block;
  gpointer place;

  if (block == NULL || block->size - block->used < rounded)
    {
      gsize room = MAX (rounded, BLOCK_SIZE);

      block = g_malloc0 (sizeof (Block) + room);
      block->size = room;
      block->previous = arena->block;
      arena->block = block;
    }

  place = (char *) block->data + block->used;
  block->used += rounded;
  return place;
}

char *
stile_arena_strndup (StileArena *arena, const char *text, gsize length)
{
  char *copy = stile_arena_alloc (arena, length + 1);

  memcpy (copy, text, length);
  return copy;
}

char *
stile_arena_strdup (StileArena *arena, const char *text)
{
  return stile_arena_strndup (arena, text, strlen (text));
}

gpointer
stile_arena_dup_array (StileArena *arena, const GArray *array)
{
  gsize size = (gsize) array->len * g_array_get_element_size ((GArray *) array);
  gpointer copy = stile_arena_alloc (arena, size);

  if (size > 0)
    memcpy (copy, array->data, size);
  return copy;
}
