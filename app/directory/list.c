// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gi18n-lib.h>
#include <string.h>

#include "directory-private.h"
#include "languages.h"
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
  g_free (row->place);
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
    return g_strdup_printf (_ ("Paused by us: %s"), paused_reason);
  if (paused)
    return g_strdup (_ ("Paused by us."));
  if (!status || strcmp (status, "active") == 0)
    return NULL;
  if (strcmp (status, "temporarily closed") == 0)
    return g_strdup (_ ("The directory says: closed for the time being."));
  return g_strdup (_ ("The directory says: this service is no longer open."));
}

/* A search walks the words first, the list itself the names. */
#define COLUMNS                                                                                    \
  "SELECT s.id, s.name, s.organization, s.place, s.status, coalesce (o.known, 0),"                 \
  " coalesce (o.paused, 0), o.paused_reason FROM "
#define FILTER                                                                                     \
  " LEFT JOIN overlay o ON o.service = s.id WHERE"                                                 \
  " (?2 IS NULL OR EXISTS (SELECT 1 FROM term t WHERE t.vocabulary = ?2 AND t.id = ?3"             \
  "  AND t.service = s.n))"                                                                        \
  " AND (?4 IS NULL OR instr (s.languages, ?4) OR instr (' ' || o.languages || ' ', ?4))"          \
  " AND (NOT ?5 OR o.known)"                                                                       \
  " AND (NOT ?6 OR (coalesce (s.status, 'active') = 'active' AND NOT coalesce (o.paused, 0)))"

static const char *const everything =
    COLUMNS "service s" FILTER " ORDER BY s.name COLLATE NOCASE, s.id LIMIT ?7";
static const char *const searched =
    COLUMNS "word w CROSS JOIN service s ON s.n = w.rowid" FILTER
            " AND word MATCH ?1 ORDER BY " RANK ", s.name COLLATE NOCASE LIMIT ?7";

static StileServiceRow *
read_row (StileStoreStatement *statement)
{
  StileServiceRow *row = g_new0 (StileServiceRow, 1);

  row->id = stile_store_dup_text (statement, 0);
  row->name = stile_store_dup_text (statement, 1);
  row->organization = stile_store_dup_text (statement, 2);
  row->place = stile_store_dup_text (statement, 3);
  row->known = sqlite3_column_int (statement, 5);
  row->closed = stile_directory_dup_closed (stile_store_get_text (statement, 4),
                                            sqlite3_column_int (statement, 6),
                                            stile_store_get_text (statement, 7));
  return row;
}

static char *
dup_language_between_blanks (const char *tag)
{
  g_autofree char *primary = stile_languages_dup_primary (tag);

  return g_strdup_printf (" %s ", primary);
}

GPtrArray *
stile_directory_list (StileDirectory *directory, const StileDirectoryFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) stile_service_row_free);
  g_autofree char *search = stile_directory_dup_search (filter->search);
  g_autofree char *vocabulary =
      filter->term ? stile_vocabulary_dup_key (filter->vocabulary ? filter->vocabulary : "") : NULL;
  g_autofree char *language =
      filter->language ? dup_language_between_blanks (filter->language) : NULL;
  g_autoptr (StileStoreStatement) statement =
      stile_store_prepare (directory->store, search ? searched : everything, error);
  g_autoptr (GError) fault = NULL;

  if (!statement)
    return NULL;
  stile_store_bind_text (statement, 1, search);
  stile_store_bind_text (statement, 2, vocabulary);
  stile_store_bind_text (statement, 3, filter->term);
  stile_store_bind_text (statement, 4, language);
  sqlite3_bind_int (statement, 5, filter->only_known);
  sqlite3_bind_int (statement, 6, filter->only_open);
  sqlite3_bind_int64 (statement, 7, filter->most > 0 ? (gint64) filter->most : -1);
  while (stile_store_step (directory->store, statement, &fault))
    g_ptr_array_add (rows, read_row (statement));
  return stile_store_done (g_steal_pointer (&fault), error) ? g_steal_pointer (&rows) : NULL;
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
