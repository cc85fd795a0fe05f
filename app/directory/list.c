// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "directory-private.h"
#include "languages.h"
#include "origin.h"
#include "postcode.h"
#include "vocabulary.h"

/* Heavier where a word says what the service is. */
#define RANK "bm25 (word, 10.0, 5.0, 4.0, 1.0)"

void
stile_service_row_free (StileServiceRow *row)
{
  if (!row)
    return;
  g_free (row->id);
  g_free (row->name);
  g_free (row->organization);
  g_free (row->summary);
  g_free (row->place);
  g_free (row->room_at);
  g_free (row->closed);
  g_free (row);
}

void
stile_directory_term_free (StileDirectoryTerm *term)
{
  if (!term)
    return;
  g_free (term->vocabulary);
  g_free (term->id);
  g_free (term->name);
  g_free (term);
}

/* Words are what FTS5 holds for words; everything else parts them. */
char *
stile_directory_dup_search (const char *search)
{
  g_autoptr (GString) query = g_string_new (NULL);
  gboolean in_word = FALSE;

  if (!search || !g_utf8_validate (search, -1, NULL))
    return NULL;
  for (const char *at = search; *at; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      gboolean is_letter = g_unichar_isalnum (letter) || g_unichar_ismark (letter);

      if (is_letter && !in_word)
        g_string_append (query, query->len > 0 ? " \"" : "\"");
      if (is_letter)
        g_string_append_unichar (query, letter);
      if (!is_letter && in_word)
        g_string_append (query, "\"*");
      in_word = is_letter;
    }
  if (in_word)
    g_string_append (query, "\"*");
  return query->len > 0 ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}

char *
stile_directory_dup_closed (const char *status, gboolean paused, const char *paused_reason)
{
  if (paused && paused_reason)
    /* Translators: a reason. */
    return g_strdup_printf (_("Paused by us: %s"), paused_reason);
  if (paused)
    return g_strdup (_("Paused by us."));
  if (!status || strcmp (status, "active") == 0)
    return NULL;
  if (strcmp (status, "temporarily closed") == 0)
    return g_strdup (_("The directory says: closed for the time being."));
  return g_strdup (_("The directory says: this service is no longer open."));
}

/* ---- How far ---- */

/* The miles from @origin to the nearest place of each service, by its number; where they are not
 * known there is no entry. */
static gboolean
measure_places (StileStore *store, const StileOrigin *origin, GHashTable *miles, GError **error)
{
  g_autoptr (StileStoreStatement) places = stile_store_prepare (
      store, "SELECT service, latitude, longitude FROM place WHERE latitude NOT NULL", error);
  g_autoptr (GError) fault = NULL;

  if (!places)
    return FALSE;
  while (stile_store_step (store, places, &fault))
    {
      gpointer service = GSIZE_TO_POINTER (sqlite3_column_int64 (places, 0));
      double distance = stile_postcode_get_miles (origin->latitude, origin->longitude,
                                                  sqlite3_column_double (places, 1),
                                                  sqlite3_column_double (places, 2));
      double *known = g_hash_table_lookup (miles, service);

      if (known)
        *known = MIN (*known, distance);
      else
        g_hash_table_insert (miles, service, g_memdup2 (&distance, sizeof distance));
    }
  return stile_store_done (g_steal_pointer (&fault), error);
}

static int
compare_miles (gconstpointer a, gconstpointer b)
{
  const StileServiceRow *one = *(const StileServiceRow *const *) a;
  const StileServiceRow *other = *(const StileServiceRow *const *) b;

  if (isnan (one->miles) || isnan (other->miles))
    return isnan (one->miles) - isnan (other->miles);
  return (one->miles > other->miles) - (one->miles < other->miles);
}

/* ---- The list ---- */

/* A search walks the words first, the list itself the names. */
#define COLUMNS                                                                                    \
  "SELECT s.id, s.name, s.organization, s.place, s.status, coalesce (o.known, 0),"                 \
  " coalesce (o.paused, 0), o.paused_reason, s.n, s.summary, coalesce (o.capacity, s.available),"  \
  " iif (o.capacity NOT NULL, o.capacity_at, s.available_at) FROM "
#define FILTER                                                                                     \
  " LEFT JOIN overlay o ON o.service = s.id WHERE"                                                 \
  " (?2 IS NULL OR EXISTS (SELECT 1 FROM term t WHERE t.vocabulary = ?2 AND t.id = ?3"             \
  "  AND t.service = s.n))"                                                                        \
  " AND (?4 IS NULL OR instr (s.languages, ?4) OR instr (' ' || o.languages || ' ', ?4))"          \
  " AND (NOT ?5 OR o.known)"                                                                       \
  " AND (NOT ?6 OR (coalesce (s.status, 'active') = 'active' AND NOT coalesce (o.paused, 0)))"     \
  " AND (?8 IS NULL OR EXISTS (SELECT 1 FROM term t WHERE t.service = s.n AND t.name = ?8))"       \
  " AND (NOT ?9 OR coalesce (o.capacity, s.available) > 0)"                                        \
  " AND (NOT ?10 OR o.paused)"

static const char *const everything =
    COLUMNS "service s" FILTER " ORDER BY s.name COLLATE NOCASE, s.id LIMIT ?7";
static const char *const searched =
    COLUMNS "word w CROSS JOIN service s ON s.n = w.rowid" FILTER
            " AND word MATCH ?1 ORDER BY " RANK ", s.name COLLATE NOCASE LIMIT ?7";

static StileServiceRow *
read_row (StileStoreStatement *statement, GHashTable *miles)
{
  StileServiceRow *row = g_new0 (StileServiceRow, 1);
  const double *distance =
      g_hash_table_lookup (miles, GSIZE_TO_POINTER (sqlite3_column_int64 (statement, 8)));

  row->id = stile_store_dup_text (statement, 0);
  row->name = stile_store_dup_text (statement, 1);
  row->organization = stile_store_dup_text (statement, 2);
  row->place = stile_store_dup_text (statement, 3);
  row->known = sqlite3_column_int (statement, 5);
  row->closed = stile_directory_dup_closed (stile_store_get_text (statement, 4),
                                            sqlite3_column_int (statement, 6),
                                            stile_store_get_text (statement, 7));
  row->summary = stile_store_dup_text (statement, 9);
  row->room = stile_store_get_known (statement, 10);
  row->room_at = stile_store_dup_text (statement, 11);
  row->miles = distance ? *distance : NAN;
  return row;
}

static char *
dup_language_between_blanks (const char *tag)
{
  g_autofree char *primary = stile_languages_dup_primary (tag);

  return g_strdup_printf (" %s ", primary);
}

static void
bind_flags (StileStoreStatement *statement, const StileDirectoryFilter *filter)
{
  gboolean is_cut_later = filter->most_miles > 0;

  sqlite3_bind_int (statement, 5, filter->only_known);
  sqlite3_bind_int (statement, 6, filter->only_open);
  sqlite3_bind_int64 (statement, 7,
                      filter->most > 0 && !is_cut_later ? (gint64) filter->most : -1);
  sqlite3_bind_int (statement, 9, filter->only_room);
  sqlite3_bind_int (statement, 10, filter->only_paused);
}

static GPtrArray *
read_rows (StileStore *store, const StileDirectoryFilter *filter, GHashTable *miles,
           GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) stile_service_row_free);
  g_autofree char *search = stile_directory_dup_search (filter->search);
  g_autofree char *vocabulary =
      filter->term ? stile_vocabulary_dup_key (filter->vocabulary ? filter->vocabulary : "") : NULL;
  g_autofree char *language =
      filter->language ? dup_language_between_blanks (filter->language) : NULL;
  g_autoptr (StileStoreStatement) statement =
      stile_store_prepare (store, search ? searched : everything, error);
  g_autoptr (GError) fault = NULL;

  if (!statement)
    return NULL;
  stile_store_bind_text (statement, 1, search);
  stile_store_bind_text (statement, 2, vocabulary);
  stile_store_bind_text (statement, 3, filter->term);
  stile_store_bind_text (statement, 4, language);
  stile_store_bind_text (statement, 8, filter->heading);
  bind_flags (statement, filter);
  while (stile_store_step (store, statement, &fault))
    g_ptr_array_add (rows, read_row (statement, miles));
  return stile_store_done (g_steal_pointer (&fault), error) ? g_steal_pointer (&rows) : NULL;
}

/* Not known is not far. */
static void
keep_near (GPtrArray **rows, const StileDirectoryFilter *filter)
{
  GPtrArray *near = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_service_row_free);

  for (guint i = 0; i < (*rows)->len; i++)
    {
      StileServiceRow *row = (*rows)->pdata[i];

      if (isnan (row->miles) || row->miles <= filter->most_miles)
        g_ptr_array_add (near, g_steal_pointer (&(*rows)->pdata[i]));
    }
  g_ptr_array_unref (*rows);
  *rows = near;
  g_ptr_array_sort (near, compare_miles);
  if (filter->most > 0 && near->len > filter->most)
    g_ptr_array_set_size (near, (int) filter->most);
}

GPtrArray *
stile_directory_list (StileDirectory *directory, const StileDirectoryFilter *filter, GError **error)
{
  g_autoptr (GHashTable) miles = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_auto (StileOrigin) origin = { FALSE };
  g_autoptr (GPtrArray) rows = NULL;

  if (!stile_origin_find (directory->store, filter->postcode, &origin, error)
      || (origin.has_place && !measure_places (directory->store, &origin, miles, error)))
    return NULL;
  rows = read_rows (directory->store, filter, miles, error);
  if (rows && origin.has_place && filter->most_miles > 0)
    keep_near (&rows, filter);
  return g_steal_pointer (&rows);
}

GPtrArray *
stile_directory_list_terms (StileDirectory *directory, GError **error)
{
  g_autoptr (GPtrArray) terms =
      g_ptr_array_new_with_free_func ((GDestroyNotify) stile_directory_term_free);
  g_autoptr (StileStoreStatement) statement = stile_store_prepare (
      directory->store,
      "SELECT max (shown), id, max (name), count (*) FROM term GROUP BY vocabulary, id"
      " ORDER BY max (name) COLLATE NOCASE, vocabulary, id",
      error);
  g_autoptr (GError) fault = NULL;

  if (!statement)
    return NULL;
  while (stile_store_step (directory->store, statement, &fault))
    {
      StileDirectoryTerm *term = g_new0 (StileDirectoryTerm, 1);

      term->vocabulary = stile_store_dup_text (statement, 0);
      term->id = stile_store_dup_text (statement, 1);
      term->name = stile_store_dup_text (statement, 2);
      term->services = (guint) sqlite3_column_int (statement, 3);
      g_ptr_array_add (terms, term);
    }
  return stile_store_done (g_steal_pointer (&fault), error) ? g_steal_pointer (&terms) : NULL;
}

GPtrArray *
stile_directory_list_headings (StileDirectory *directory, GError **error)
{
  g_autoptr (GPtrArray) headings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) stile_directory_term_free);
  g_autoptr (StileStoreStatement) statement = stile_store_prepare (
      directory->store,
      "SELECT name, count (DISTINCT service) FROM term WHERE name NOT NULL GROUP BY name"
      " ORDER BY name COLLATE NOCASE",
      error);
  g_autoptr (GError) fault = NULL;

  if (!statement)
    return NULL;
  while (stile_store_step (directory->store, statement, &fault))
    {
      StileDirectoryTerm *heading = g_new0 (StileDirectoryTerm, 1);

      heading->name = stile_store_dup_text (statement, 0);
      heading->services = (guint) sqlite3_column_int (statement, 1);
      g_ptr_array_add (headings, heading);
    }
  return stile_store_done (g_steal_pointer (&fault), error) ? g_steal_pointer (&headings) : NULL;
}

/* Tags between blanks. */
static void
add_tags (GHashTable *seen, GPtrArray *tags, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  for (guint i = 0; parts[i]; i++)
    if (*parts[i])
      {
        g_autofree char *tag = stile_languages_dup_primary (parts[i]);

        if (g_hash_table_add (seen, g_strdup (tag)))
          g_ptr_array_add (tags, g_steal_pointer (&tag));
      }
}

GPtrArray *
stile_directory_list_languages (StileDirectory *directory, GError **error)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (StileStoreStatement) statement = stile_store_prepare (
      directory->store,
      "SELECT DISTINCT languages FROM service UNION SELECT languages FROM overlay"
      " WHERE languages NOT NULL",
      error);
  g_autoptr (GError) fault = NULL;

  if (!statement)
    return NULL;
  while (stile_store_step (directory->store, statement, &fault))
    add_tags (seen, tags, stile_store_get_text (statement, 0));
  return stile_store_done (g_steal_pointer (&fault), error) ? g_steal_pointer (&tags) : NULL;
}
