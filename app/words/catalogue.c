// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue.h"

#include <string.h>

#include "plural.h"

/* The gettext manual, "The Format of GNU MO Files". */
#define MAGIC 0x950412deu
#define HEAD_BYTES 28
/* Between the context and the words. */
#define CONTEXT_END '\004'

struct _StileCatalogue
{
  GBytes *mo;
  const char *bytes;
  gsize size;
  gboolean swapped; /* written by a computer with the other byte order */
  guint32 n_strings;
  guint32 originals; /* where the tables of lengths and places begin */
  guint32 translations;
  StilePlural *plural;
};

static guint32
read_number (const StileCatalogue *catalogue, gsize place)
{
  guint32 number;

  memcpy (&number, catalogue->bytes + place, sizeof number);
  return catalogue->swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

/* The string of one table, which ends with a NUL inside the file, or NULL. */
static const char *
read_string (const StileCatalogue *catalogue, guint32 table, guint32 index, guint32 *length)
{
  gsize entry = (gsize) table + 8 * (gsize) index;
  gsize place = read_number (catalogue, entry + 4);

  *length = read_number (catalogue, entry);
  if (place >= catalogue->size || *length >= catalogue->size - place
      || catalogue->bytes[place + *length] != '\0')
    return NULL;
  return catalogue->bytes + place;
}

/* The originals are sorted. */
static const char *
find (const StileCatalogue *catalogue, const char *key, guint32 *length)
{
  guint32 low = 0, high = catalogue->n_strings;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *original = read_string (catalogue, catalogue->originals, middle, length);
      int order = original ? strcmp (key, original) : -1;

      if (order == 0)
        return read_string (catalogue, catalogue->translations, middle, length);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

static gboolean
has_table (const StileCatalogue *catalogue, guint32 table)
{
  return table <= catalogue->size && catalogue->n_strings <= (catalogue->size - table) / 8;
}

StileCatalogue *
stile_catalogue_new (GBytes *mo)
{
  g_autoptr (StileCatalogue) catalogue = g_new0 (StileCatalogue, 1);
  g_autofree char *rule = NULL;

  catalogue->mo = g_bytes_ref (mo);
  catalogue->bytes = g_bytes_get_data (mo, &catalogue->size);
  if (catalogue->size < HEAD_BYTES)
    return NULL;
  catalogue->swapped = read_number (catalogue, 0) != MAGIC;
  if (read_number (catalogue, 0) != MAGIC)
    return NULL;

  catalogue->n_strings = read_number (catalogue, 8);
  catalogue->originals = read_number (catalogue, 12);
  catalogue->translations = read_number (catalogue, 16);
  if (!has_table (catalogue, catalogue->originals)
      || !has_table (catalogue, catalogue->translations))
    return NULL;

  rule = stile_catalogue_dup_head (catalogue, "Plural-Forms");
  catalogue->plural = rule ? stile_plural_new (rule) : NULL;
  return g_steal_pointer (&catalogue);
}

void
stile_catalogue_free (StileCatalogue *catalogue)
{
  g_clear_pointer (&catalogue->plural, stile_plural_free);
  g_bytes_unref (catalogue->mo);
  g_free (catalogue);
}

const char *
stile_catalogue_get (const StileCatalogue *catalogue, const char *context, const char *words)
{
  g_autofree char *key = context ? g_strdup_printf ("%s%c%s", context, CONTEXT_END, words) : NULL;
  guint32 length;
  const char *found = find (catalogue, key ? key : words, &length);

  return found && *found ? found : NULL;
}

const char *
stile_catalogue_get_plural (const StileCatalogue *catalogue, const char *words, gulong n)
{
  guint form = catalogue->plural ? stile_plural_choose (catalogue->plural, n) : n != 1;
  guint32 length;
  const char *found = find (catalogue, words, &length);
  const char *end = found ? found + length : NULL;

  for (; found && form > 0; form--)
    {
      found += strlen (found) + 1;
      if (found > end)
        return NULL;
    }
  return found && *found ? found : NULL;
}

char *
stile_catalogue_dup_head (const StileCatalogue *catalogue, const char *name)
{
  const char *head = stile_catalogue_get (catalogue, NULL, "");
  g_auto (GStrv) lines = g_strsplit (head ? head : "", "\n", -1);
  gsize length = strlen (name);

  for (guint i = 0; lines[i]; i++)
    if (g_str_has_prefix (lines[i], name) && lines[i][length] == ':')
      return g_strdup (g_strstrip (lines[i] + length + 1));
  return NULL;
}
