// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nearest.h"

#include <string.h>

/* Longer names are not worth the time: what is misspelt is a word. */
#define MAX_LENGTH 64

guint
stile_edit_distance (const char *a, const char *b, guint most)
{
  gsize n = strlen (a), m = strlen (b);
  guint rows[3][MAX_LENGTH + 1];

  if (n > MAX_LENGTH || m > MAX_LENGTH || MAX (n, m) - MIN (n, m) > most)
    return most + 1;

  for (gsize j = 0; j <= m; j++)
    rows[0][j] = j;
  for (gsize i = 1; i <= n; i++)
    {
      guint *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];

      row[0] = i;
      for (gsize j = 1; j <= m; j++)
        {
          guint best = above[j - 1] + (a[i - 1] != b[j - 1]);

          best = MIN (best, MIN (above[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            best = MIN (best, two_above[j - 2] + 1);
          row[j] = best;
        }
    }
  return MIN (rows[n % 3][m], most + 1);
}

void
stile_nearest_init (StileNearest *nearest, const char *wanted)
{
  nearest->wanted = wanted;
  nearest->best = NULL;
  /* A third of a word may be wrong, so a word of two letters is not mistaken for any other. */
  nearest->distance = MIN (strlen (wanted) / 3, 3) + 1;
}

void
stile_nearest_offer (StileNearest *nearest, const char *name)
{
  guint distance;

  if (nearest->distance == 0)
    return;
  distance = stile_edit_distance (nearest->wanted, name, nearest->distance - 1);
  if (distance < nearest->distance)
    {
      nearest->best = name;
      nearest->distance = distance;
    }
}

char *
stile_nearest_dup_hint (const StileNearest *nearest)
{
  if (nearest->best == NULL)
    return g_strdup ("");
  return g_strdup_printf (" Did you mean “%s”?", nearest->best);
}
