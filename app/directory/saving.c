// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "saving.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "postcode.h"
#include "record-reader.h"
#include "vocabulary.h"

#define DAYS_MAX 3650
/* Letters of a description that stand for headings. */
#define SUMMARY_MAX 120

gboolean
stile_saving_find (StileStore *store, const char *id, StileSaved *saved, GError **error)
{
  g_autoptr (StileStoreStatement) statement =
      stile_store_prepare (store, "SELECT n, import FROM service WHERE id = ?", error);
  g_autoptr (GError) fault = NULL;

  *saved = (StileSaved){ 0 };
  if (!statement)
    return FALSE;
  stile_store_bind_text (statement, 1, id);
  if (stile_store_step (store, statement, &fault))
    *saved = (StileSaved){ .n = sqlite3_column_int64 (statement, 0),
                           .import = sqlite3_column_int64 (statement, 1) };
  return stile_store_done (g_steal_pointer (&fault), error);
}

static gboolean
run_with_n (StileStore *store, const char *sql, gint64 n, GError **error)
{
  g_autoptr (StileStoreStatement) statement = stile_store_prepare (store, sql, error);

  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, n);
  return stile_store_run (store, statement, error);
}

/* ---- What the columns say ---- */

int
stile_saving_get_days (const char *words)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;
  int days;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("([0-9]{1,4})[ -]*(day|week|month|year)",
                                            G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  if (!words || !g_regex_match (regex, words, 0, &match))
    return STILE_NOT_KNOWN;
  number = g_match_info_fetch (match, 1);
  unit = g_match_info_fetch (match, 2);
  switch (g_ascii_tolower (unit[0]))
    {
    case 'd':
      days = 1;
      break;
    case 'w':
      days = 7;
      break;
    case 'm':
      days = 30;
      break;
    default:
      days = 365;
    }
  return MIN (days * atoi (number), DAYS_MAX);
}

/* A place in a few words: the last of its address, or its name, and the district. */
static char *
dup_place (const StileService *service)
{
  const StilePlace *place = service->places->len > 0 ? service->places->pdata[0] : NULL;
  g_autofree char *district = place ? stile_postcode_dup_district (place->postcode) : NULL;
  const char *town = place && place->address ? strrchr (place->address, ',') : NULL;

  if (!place)
    return NULL;
  if (town)
    town += strspn (town, ", ");
  else
    town = place->address ? place->address : place->name;
  return town && district ? g_strdup_printf ("%s, %s", town, district)
                          : g_strdup (town ? town : district);
}

static char *
join (GPtrArray *texts, const char *separator)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? separator : "", (char *) texts->pdata[i]);
  return g_string_free (joined, FALSE);
}

/* Between blanks, so that each can be found with them. */
static char *
join_tags (const StileService *service)
{
  GString *joined = g_string_new (" ");

  for (guint i = 0; i < service->languages->len; i++)
    {
      const StileSpokenLanguage *language = service->languages->pdata[i];

      if (language->tag)
        g_string_append_printf (joined, "%s ", language->tag);
    }
  return g_string_free (joined, FALSE);
}

/* The room that most people find. */
static const StileCapacity *
find_capacity (const StileService *service)
{
  const StileCapacity *best = NULL;

  for (guint i = 0; i < service->capacities->len; i++)
    {
      const StileCapacity *capacity = service->capacities->pdata[i];

      if (!best || capacity->available > best->available)
        best = capacity;
    }
  return best;
}

/* What it does, in a line: its headings, or how it begins to speak of itself. */
static char *
dup_summary (const StileService *service)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) summary = g_string_new (NULL);

  for (guint i = 0; i < service->terms->len; i++)
    {
      char *name = ((const StileTerm *) service->terms->pdata[i])->name;

      if (name && g_hash_table_add (names, name))
        g_string_append_printf (summary, "%s%s", summary->len > 0 ? ", " : "", name);
    }
  if (summary->len == 0 && service->description)
    return g_utf8_strlen (service->description, -1) > SUMMARY_MAX
               ? g_utf8_substring (service->description, 0, SUMMARY_MAX)
               : g_strdup (service->description);
  return summary->len > 0 ? g_string_free (g_steal_pointer (&summary), FALSE) : NULL;
}

static gboolean
put_row (StileStore *store, const StileService *service, gint64 n, gint64 import, GError **error)
{
  g_autofree char *place = dup_place (service);
  g_autofree char *areas = join (service->areas, "\n");
  g_autofree char *languages = join_tags (service);
  g_autofree char *record = stile_service_to_json (service);
  g_autofree char *summary = dup_summary (service);
  const StileCapacity *capacity = find_capacity (service);
  g_autoptr (StileStoreStatement) row = stile_store_prepare (
      store,
      "INSERT INTO service (n, id, import, name, organization, status, place, areas, languages,"
      " interpreters, minimum_age, maximum_age, eligibility, available, available_at, waiting,"
      " waiting_days, updated, record, summary) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,"
      " ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)"
      " ON CONFLICT (n) DO UPDATE SET import = ?3, name = ?4, organization = ?5,"
      " status = ?6, place = ?7, areas = ?8, languages = ?9, interpreters = ?10,"
      " minimum_age = ?11, maximum_age = ?12, eligibility = ?13, available = ?14,"
      " available_at = ?15, waiting = ?16, waiting_days = ?17, updated = ?18, record = ?19,"
      " summary = ?20",
      error);

  if (!row)
    return FALSE;
  if (n > 0)
    sqlite3_bind_int64 (row, 1, n);
  stile_store_bind_text (row, 2, service->id);
  sqlite3_bind_int64 (row, 3, import);
  stile_store_bind_text (row, 4, service->name);
  stile_store_bind_text (row, 5, service->organization);
  stile_store_bind_text (row, 6, service->status);
  stile_store_bind_text (row, 7, place);
  stile_store_bind_text (row, 8, *areas ? areas : NULL);
  stile_store_bind_text (row, 9, languages);
  sqlite3_bind_int (row, 10, service->interpreters != NULL);
  stile_store_bind_known (row, 11, service->minimum_age);
  stile_store_bind_known (row, 12, service->maximum_age);
  stile_store_bind_text (row, 13, service->eligibility);
  stile_store_bind_known (row, 14, capacity ? capacity->available : STILE_NOT_KNOWN);
  stile_store_bind_text (row, 15, capacity ? capacity->updated : NULL);
  stile_store_bind_text (row, 16, service->waiting);
  stile_store_bind_known (row, 17, stile_saving_get_days (service->waiting));
  stile_store_bind_text (row, 18, service->updated);
  stile_store_bind_text (row, 19, record);
  stile_store_bind_text (row, 20, summary);
  return stile_store_run (store, row, error);
}

static gboolean
put_terms (StileStore *store, const StileService *service, gint64 n, GError **error)
{
  for (guint i = 0; i < service->terms->len; i++)
    {
      const StileTerm *term = service->terms->pdata[i];
      g_autofree char *key = stile_vocabulary_dup_key (term->vocabulary ? term->vocabulary : "");
      g_autoptr (StileStoreStatement) row =
          stile_store_prepare (store,
                               "INSERT OR IGNORE INTO term (vocabulary, id, service, shown, name)"
                               " VALUES (?, ?, ?, ?, ?)",
                               error);

      if (!row)
        return FALSE;
      if (!term->id)
        continue;
      stile_store_bind_text (row, 1, key);
      stile_store_bind_text (row, 2, term->id);
      sqlite3_bind_int64 (row, 3, n);
      stile_store_bind_text (row, 4, term->vocabulary ? term->vocabulary : "");
      stile_store_bind_text (row, 5, term->name);
      if (!stile_store_run (store, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_places (StileStore *store, const StileService *service, gint64 n, GError **error)
{
  for (guint i = 0; i < service->places->len; i++)
    {
      const StilePlace *place = service->places->pdata[i];
      g_autofree char *district = stile_postcode_dup_district (place->postcode);
      g_autoptr (StileStoreStatement) row = stile_store_prepare (
          store, "INSERT INTO place (service, district, latitude, longitude) VALUES (?, ?, ?, ?)",
          error);

      if (!row)
        return FALSE;
      sqlite3_bind_int64 (row, 1, n);
      stile_store_bind_text (row, 2, district);
      /* NAN is NULL to SQLite. */
      sqlite3_bind_double (row, 3, place->latitude);
      sqlite3_bind_double (row, 4, place->longitude);
      if (!stile_store_run (store, row, error))
        return FALSE;
    }
  return TRUE;
}

static void
append_line (GString *text, const char *line)
{
  if (line)
    g_string_append_printf (text, "%s\n", line);
}

/* What can be searched for besides names and headings. */
static char *
dup_rest (const StileService *service)
{
  GString *rest = g_string_new (NULL);

  append_line (rest, service->description);
  append_line (rest, service->eligibility);
  for (guint i = 0; i < service->areas->len; i++)
    append_line (rest, service->areas->pdata[i]);
  for (guint i = 0; i < service->places->len; i++)
    {
      const StilePlace *place = service->places->pdata[i];

      append_line (rest, place->name);
      append_line (rest, place->address);
      append_line (rest, place->postcode);
    }
  for (guint i = 0; i < service->languages->len; i++)
    append_line (rest, ((const StileSpokenLanguage *) service->languages->pdata[i])->name);
  return g_string_free (rest, FALSE);
}

static gboolean
put_words (StileStore *store, const StileService *service, gint64 n, GError **error)
{
  g_autofree char *rest = dup_rest (service);
  g_autoptr (GString) terms = g_string_new (NULL);
  g_autoptr (StileStoreStatement) row = stile_store_prepare (
      store, "INSERT INTO word (rowid, name, terms, organization, rest) VALUES (?, ?, ?, ?, ?)",
      error);

  if (!row)
    return FALSE;
  for (guint i = 0; i < service->terms->len; i++)
    append_line (terms, ((const StileTerm *) service->terms->pdata[i])->name);
  sqlite3_bind_int64 (row, 1, n);
  stile_store_bind_text (row, 2, service->name);
  stile_store_bind_text (row, 3, terms->str);
  stile_store_bind_text (row, 4, service->organization);
  stile_store_bind_text (row, 5, rest);
  return stile_store_run (store, row, error);
}

gboolean
stile_saving_put (StileStore *store, const StileService *service, gint64 n, gint64 import,
                  GError **error)
{
  if (n > 0
      && (!run_with_n (store, "DELETE FROM term WHERE service = ?", n, error)
          || !run_with_n (store, "DELETE FROM place WHERE service = ?", n, error)
          || !run_with_n (store, "DELETE FROM word WHERE rowid = ?", n, error)))
    return FALSE;
  if (!put_row (store, service, n, import, error))
    return FALSE;
  if (n == 0)
    n = sqlite3_last_insert_rowid (store->handle);
  return put_terms (store, service, n, error) && put_places (store, service, n, error)
         && put_words (store, service, n, error);
}

gboolean
stile_saving_remove_others (StileStore *store, gint64 import, guint *removed, GError **error)
{
  if (!run_with_n (store,
                   "DELETE FROM word WHERE rowid IN (SELECT n FROM service WHERE import <> ?)",
                   import, error)
      || !run_with_n (store, "DELETE FROM service WHERE import <> ?", import, error))
    return FALSE;
  *removed = (guint) sqlite3_changes (store->handle);
  return TRUE;
}

/* ---- Reading it again ---- */

static StileService *
read_record (const char *record, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  StileReading reading = { .stored = TRUE };
  JsonNode *root =
      json_parser_load_from_data (parser, record, -1, NULL) ? json_parser_get_root (parser) : NULL;

  if (!root || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_DAMAGED,
                           _("What the directory says of this service is damaged. Please import "
                             "the services again."));
      return NULL;
    }
  return stile_service_read (&reading, json_node_get_object (root));
}

StileService *
stile_saving_load (StileStore *store, const char *id, GError **error)
{
  g_autoptr (StileStoreStatement) statement =
      stile_store_prepare (store, "SELECT record FROM service WHERE id = ?", error);
  g_autoptr (GError) fault = NULL;

  if (!statement)
    return NULL;
  stile_store_bind_text (statement, 1, id);
  if (stile_store_step (store, statement, &fault))
    return read_record (stile_store_get_text (statement, 0), error);
  if (fault)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    g_set_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_UNKNOWN,
                 _("The directory has no service “%s” (any more)."), id);
  return NULL;
}
