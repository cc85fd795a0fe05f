// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form-names.h"

#include "nearest.h"

/* A hint looks at every name. A form with more unknown names than this gets no more of them, so
 * that a hostile form cannot make the checker slow. */
#define MAX_HINTS 200
/* The same for the names looked at in all. */
#define MAX_NAMES 2000000

struct _StileNames
{
  GHashTable *table; /* id → StileName */
  StileArena *arena;
  guint n_hints;
  guint64 n_names;
};

/* Both are variables, so a condition may mean either. */
static gboolean
is_variable (StileNameKind kind)
{
  return kind == STILE_NAME_QUESTION || kind == STILE_NAME_CALCULATE;
}

static gboolean
is_meant (const StileName *name, StileNameKind kind)
{
  return name->kind == kind || (is_variable (name->kind) && is_variable (kind));
}

StileNames *
stile_names_new (StileArena *arena)
{
  StileNames *names = g_new0 (StileNames, 1);

  names->arena = arena;
  names->table = g_hash_table_new (g_str_hash, g_str_equal);
  return names;
}

void
stile_names_free (StileNames *names)
{
  if (names == NULL)
    return;
  g_hash_table_unref (names->table);
  g_free (names);
}

gboolean
stile_names_add (StileNames *names, const char *id, const StileName *name)
{
  StileName *copy;

  if (g_hash_table_contains (names->table, id))
    return FALSE;
  copy = stile_arena_new_array (names->arena, StileName, 1);
  *copy = *name;
  g_hash_table_insert (names->table, (gpointer) id, copy);
  return TRUE;
}

const StileName *
stile_names_get (const StileNames *names, const char *id, StileNameKind kind)
{
  const StileName *name = stile_names_get_any (names, id);

  return name != NULL && is_meant (name, kind) ? name : NULL;
}

const StileName *
stile_names_get_any (const StileNames *names, const char *id)
{
  return g_hash_table_lookup (names->table, id);
}

int
stile_names_find (const StileNames *names, const char *id, StileNameKind kind)
{
  const StileName *name = id == NULL ? NULL : stile_names_get (names, id, kind);

  return name != NULL && name->kind == kind ? (int) name->index : -1;
}

gboolean
stile_names_take_hint (StileNames *names, guint n_names)
{
  names->n_names += n_names;
  return names->n_hints++ < MAX_HINTS && names->n_names <= MAX_NAMES;
}

char *
stile_names_dup_hint (StileNames *names, const char *id, StileNameKind kind)
{
  StileNearest nearest;
  GHashTableIter iter;
  gpointer key, name;

  if (!stile_names_take_hint (names, g_hash_table_size (names->table)))
    return g_strdup ("");

  stile_nearest_init (&nearest, id);
  g_hash_table_iter_init (&iter, names->table);
  while (g_hash_table_iter_next (&iter, &key, &name))
    if (is_meant (name, kind))
      stile_nearest_offer (&nearest, key);
  return stile_nearest_dup_hint (&nearest);
}

const char *
stile_name_kind_to_words (StileNameKind kind)
{
  static const char *const words[] = {
    [STILE_NAME_LEVEL] = "a level",         [STILE_NAME_DOMAIN] = "a domain",
    [STILE_NAME_CHOICES] = "a choice list", [STILE_NAME_SECTION] = "a section",
    [STILE_NAME_QUESTION] = "a question",   [STILE_NAME_CALCULATE] = "a calculate",
    [STILE_NAME_FINDING] = "a finding",     [STILE_NAME_ALERT] = "an alert",
    [STILE_NAME_CATEGORY] = "a category",   [STILE_NAME_REFERRAL] = "a referral",
  };

  return words[kind];
}
