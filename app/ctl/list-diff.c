// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "list-diff.h"

static const void *
get_part (StileIdList list, guint index)
{
  return (const char *) list.parts + index * list.size;
}

static const char *
get_id (StileIdList list, guint index)
{
  return *(const char *const *) get_part (list, index);
}

/* From id to the part in the list. */
static GHashTable *
index_parts (StileIdList list)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list.n; i++)
    g_hash_table_insert (table, (gpointer) get_id (list, i), (gpointer) get_part (list, i));

  return table;
}

/* Of the @n runs, each one longer than the one before and ending further on, the first that does
 * not end before @place. */
static guint
find_run (const GArray *changes, const guint *run_ends, guint n, const void *place)
{
  guint low = 0;

  while (low < n)
    {
      guint middle = low + (n - low) / 2;

      if (g_array_index (changes, StileListChange, run_ends[middle]).before < place)
        low = middle + 1;
      else
        n = middle;
    }

  return low;
}

/* The longest run of parts that stand in the old order stays where it is (the longest increasing
 * subsequence, found by patience sorting); all others moved. */
static void
mark_moved (GArray *changes)
{
  g_autofree guint *run_ends = g_new (guint, changes->len + 1);
  g_autofree int *previous = g_new (int, changes->len + 1);
  guint n_runs = 0;
  int last;

  for (guint i = 0; i < changes->len; i++)
    {
      StileListChange *change = &g_array_index (changes, StileListChange, i);
      guint run;

      if (!change->before)
        continue;
      change->moved = TRUE;
      run = find_run (changes, run_ends, n_runs, change->before);
      previous[i] = run > 0 ? (int) run_ends[run - 1] : -1;
      run_ends[run] = i;
      n_runs = MAX (n_runs, run + 1);
    }

  last = n_runs > 0 ? (int) run_ends[n_runs - 1] : -1;
  for (; last >= 0; last = previous[last])
    g_array_index (changes, StileListChange, last).moved = FALSE;
}

GArray *
stile_list_diff (StileIdList before, StileIdList after)
{
  g_autoptr (GHashTable) old = index_parts (before);
  g_autoptr (GHashTable) new = index_parts (after);
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (StileListChange));

  for (guint i = 0; i < after.n; i++)
    {
      StileListChange change = {
        .id = get_id (after, i),
        .before = g_hash_table_lookup (old, get_id (after, i)),
        .after = get_part (after, i),
        .behind = i > 0 ? get_id (after, i - 1) : NULL,
      };

      g_array_append_val (changes, change);
    }
  mark_moved (changes);

  for (guint i = 0; i < before.n; i++)
    if (!g_hash_table_contains (new, get_id (before, i)))
      {
        StileListChange change = { .id = get_id (before, i), .before = get_part (before, i) };

        g_array_append_val (changes, change);
      }

  return changes;
}
