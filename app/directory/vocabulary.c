// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary.h"

#include <string.h>

char *
stile_vocabulary_dup_key (const char *name)
{
  GString *key = g_string_new (NULL);

  for (; *name; name++)
    if (g_ascii_isalnum (*name))
      g_string_append_c (key, g_ascii_tolower (*name));
  if (key->len > 1 && key->str[key->len - 1] == 's')
    g_string_truncate (key, key->len - 1);
  return g_string_free (key, FALSE);
}

gboolean
stile_vocabulary_equal (const char *a, const char *b)
{
  g_autofree char *one = stile_vocabulary_dup_key (a);
  g_autofree char *other = stile_vocabulary_dup_key (b);

  return strcmp (one, other) == 0;
}
