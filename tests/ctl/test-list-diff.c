// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "list-diff.h"

#define MOST_PARTS 16

typedef struct
{
  const char *id;
  guint64 rest; /* parts are larger than their ids */
} Part;

/* One part for each letter. Ids are borrowed from @ids. */
static StileIdList
list_parts (const char *letters, Part *parts, char ids[][2])
{
  guint n = (guint) strlen (letters);

  g_assert_cmpuint (n, <=, MOST_PARTS);
  for (guint i = 0; i < n; i++)
    {
      ids[i][0] = letters[i];
      ids[i][1] = '\0';
      parts[i] = (Part){ .id = ids[i] };
    }

  return STILE_ID_LIST (parts, n);
}

/* "+a" for each that was added, "-a" removed, ">a" moved; those that stayed are left out. */
static char *
diff (const char *before, const char *after)
{
  Part old[MOST_PARTS], new[MOST_PARTS];
  char old_ids[MOST_PARTS][2], new_ids[MOST_PARTS][2];
  g_autoptr (GArray) changes =
      stile_list_diff (list_parts (before, old, old_ids), list_parts (after, new, new_ids));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const StileListChange *change = &g_array_index (changes, StileListChange, i);

      if (!change->before)
        g_string_append_printf (text, "+%s", change->id);
      else if (!change->after)
        g_string_append_printf (text, "-%s", change->id);
      else if (change->moved)
        g_string_append_printf (text, ">%s", change->id);
    }

  return g_string_free (text, FALSE);
}

static void
test_tables (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *changes;
  } rows[] = {
    { "", "", "" },
    { "abc", "abc", "" },
    { "", "ab", "+a+b" },
    { "ab", "", "-a-b" },
    { "abc", "axbc", "+x" },
    { "abc", "ac", "-b" },
    { "abcd", "dabc", ">d" },
    { "abcd", "bcda", ">a" },
    { "abcdef", "abedcf", ">e>d" },
    { "abc", "xcy", "+x+y-a-b" },
    /* what came and went moves nothing */
    { "abcd", "xbyd", "+x+y-a-c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *changes = diff (rows[i].before, rows[i].after);

      g_assert_cmpstr (changes, ==, rows[i].changes);
    }
}

static void
test_behind (void)
{
  Part old[MOST_PARTS], new[MOST_PARTS];
  char old_ids[MOST_PARTS][2], new_ids[MOST_PARTS][2];
  g_autoptr (GArray) changes =
      stile_list_diff (list_parts ("ab", old, old_ids), list_parts ("axb", new, new_ids));

  g_assert_cmpuint (changes->len, ==, 3);
  g_assert_null (g_array_index (changes, StileListChange, 0).behind);
  g_assert_cmpstr (g_array_index (changes, StileListChange, 1).behind, ==, "a");
}

/* The longest list a form can have, turned around: all but one moved, and it takes no time. */
static void
test_long_list (void)
{
  enum
  {
    N = 20000
  };
  g_autofree Part *old = g_new0 (Part, N);
  g_autofree Part *new = g_new0 (Part, N);
  g_autoptr (GStringChunk) ids = g_string_chunk_new (1024);
  g_autoptr (GArray) changes = NULL;
  guint moved = 0;

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i);

      old[i].id = new[N - 1 - i].id = g_string_chunk_insert (ids, id);
    }
  changes = stile_list_diff (STILE_ID_LIST (old, N), STILE_ID_LIST (new, N));
  for (guint i = 0; i < changes->len; i++)
    moved += g_array_index (changes, StileListChange, i).moved ? 1 : 0;

  g_assert_cmpuint (moved, ==, N - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/list-diff/tables", test_tables);
  g_test_add_func ("/list-diff/behind", test_behind);
  g_test_add_func ("/list-diff/long-list", test_long_list);

  return g_test_run ();
}
