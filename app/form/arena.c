// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arena.h"

#include <stddef.h>
#include <string.h>

/* Each block is twice the last one, between these: a small form takes little. */
#define LEAST_BLOCK_SIZE (4 * 1024)
#define MOST_BLOCK_SIZE (64 * 1024)

typedef struct _Block Block;
struct _Block
{
  Block *previous;
  gsize size;
  gsize start; /* what is free, from the first byte to the one behind the last */
  gsize end;
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

/* The block with room for @size bytes. */
static Block *
get_block (StileArena *arena, gsize size)
{
  Block *block = arena->block;
  gsize room = LEAST_BLOCK_SIZE;

  if (block != NULL && block->end - block->start >= size)
    return block;
  if (block != NULL)
    room = MIN (2 * block->size, MOST_BLOCK_SIZE);
  room = MAX (room, size);
  block = g_malloc (sizeof (Block) + room);
  *block = (Block) { .previous = arena->block, .size = room, .end = room };
  arena->block = block;
  return block;
}

gpointer
stile_arena_alloc (StileArena *arena, gsize size)
{
  gsize rounded = (MAX (size, 1) + sizeof (max_align_t) - 1) & ~(sizeof (max_align_t) - 1);
  Block *block = get_block (arena, rounded);
  gpointer place = (char *) block->data + block->start;

  block->start += rounded;
  return memset (place, 0, rounded);
}

/* Texts are put behind each other from the end of a block on: they need no alignment. */
char *
stile_arena_strndup (StileArena *arena, const char *text, gsize length)
{
  Block *block = get_block (arena, length + 1);
  char *copy;

  block->end -= length + 1;
  copy = (char *) block->data + block->end;
  memcpy (copy, text, length);
  copy[length] = '\0';
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
