// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "ledger-private.h"
#include "words.h"

/* Writing entries. */

static gboolean
refuse_content (GError **error)
{
  g_set_error_literal (
      error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_CONTENT,
      _("This could not be saved, because it holds something that is not text or a "
        "number."));
  return FALSE;
}

/* The text that is sealed. What could not be read back must not be called saved, so it is read once
 * here: bytes that are not UTF-8 and numbers like NaN have no place in JSON. */
static char *
write_content (JsonNode *content, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) again = NULL;

  if (content != NULL && JSON_NODE_HOLDS_OBJECT (content))
    text = json_to_string (content, FALSE);
  if (text != NULL && g_utf8_validate (text, -1, NULL))
    again = json_from_string (text, NULL);
  if (again == NULL)
    {
      refuse_content (error);
      return NULL;
    }
  return g_steal_pointer (&text);
}

static gboolean
is_kind (const char *kind)
{
  return kind != NULL && *kind != '\0'
         && strspn (kind, "abcdefghijklmnopqrstuvwxyz-") == strlen (kind);
}

static gboolean
is_case_id (const char *case_id)
{
  return case_id != NULL
         && (g_uuid_string_is_valid (case_id) || g_str_equal (case_id, STILE_LEDGER_BOOK));
}

static char **
write_contents (const StileEntryDraft *drafts, guint n_drafts, GError **error)
{
  g_auto (GStrv) texts = g_new0 (char *, n_drafts + 1);

  for (guint i = 0; i < n_drafts; i++)
    {
      g_assert (is_kind (drafts[i].kind));
      if (!is_case_id (drafts[i].case_id))
        {
          g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_UNKNOWN,
                               _("There is no such person in the record book."));
          return NULL;
        }
      texts[i] = write_content (drafts[i].content, error);
      if (texts[i] == NULL)
        return NULL;
    }
  return g_steal_pointer (&texts);
}

gboolean
stile_ledger_load_case_key (StileLedger *ledger, const char *case_id, gboolean *present,
                            GError **error)
{
  g_autoptr (StileStatement) select = stile_database_prepare (
      ledger->db, "SELECT wrapped FROM main.case_key WHERE case_id = ?1", error);
  int step;

  if (select == NULL)
    return FALSE;
  sqlite3_bind_text (select, 1, case_id, -1, SQLITE_STATIC);
  step = stile_database_step (ledger->db, select, error);
  *present = step == SQLITE_ROW;
  if (step != SQLITE_ROW || stile_keys_has_case (ledger->keys, case_id))
    return step != SQLITE_ERROR;

  if (stile_keys_add_case (ledger->keys, case_id, sqlite3_column_blob (select, 0),
                           sqlite3_column_bytes (select, 0)))
    return TRUE;
  if (!stile_ledger_check_generation (ledger, error))
    return FALSE;
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED,
                       _("One person’s key in the record book was changed or damaged, so their "
                         "records can’t be opened. Please use a backup copy."));
  return FALSE;
}

static gboolean
check_not_erased (StileLedger *ledger, const char *case_id, GError **error)
{
  gboolean erased;

  if (!stile_ledger_is_erased (ledger, case_id, &erased, error))
    return FALSE;
  if (erased)
    g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ERASED,
                         _("This person’s records were erased, so nothing can be added to them."));
  return !erased;
}

/* The first entry of a case makes its key. */
static gboolean
ensure_case_key (StileLedger *ledger, const char *case_id, GError **error)
{
  guint8 wrapped[STILE_WRAPPED_BYTES];
  g_autoptr (StileStatement) insert = NULL;
  gboolean present;

  if (!stile_ledger_load_case_key (ledger, case_id, &present, error))
    return FALSE;
  if (present)
    return TRUE;
  if (!check_not_erased (ledger, case_id, error))
    return FALSE;

  insert = stile_database_prepare (
      ledger->db, "INSERT INTO main.case_key (case_id, wrapped) VALUES (?1, ?2)", error);
  if (insert == NULL)
    return FALSE;
  stile_keys_make_case (ledger->keys, case_id, wrapped);
  sqlite3_bind_text (insert, 1, case_id, -1, SQLITE_STATIC);
  sqlite3_bind_blob (insert, 2, wrapped, sizeof wrapped, SQLITE_STATIC);
  return stile_database_run (ledger->db, insert, error);
}

/* Where this station's chain ends; zeros before its first entry. */
static gboolean
read_chain_end (StileLedger *ledger, gint64 *station_seq, guint8 chain[STILE_DIGEST_BYTES],
                GError **error)
{
  g_autoptr (StileStatement) select =
      stile_database_prepare (ledger->db,
                              "SELECT station_seq, chain FROM main.entry WHERE station = ?1"
                              " ORDER BY station_seq DESC LIMIT 1",
                              error);
  int step;

  *station_seq = 0;
  memset (chain, 0, STILE_DIGEST_BYTES);
  if (select == NULL)
    return FALSE;
  sqlite3_bind_text (select, 1, ledger->station_id, -1, SQLITE_STATIC);
  step = stile_database_step (ledger->db, select, error);
  if (step == SQLITE_ROW)
    {
      *station_seq = sqlite3_column_int64 (select, 0);
      stile_statement_copy_bytes (select, 1, chain, STILE_DIGEST_BYTES);
    }
  return step != SQLITE_ERROR;
}

static gboolean
insert_entry (StileLedger *ledger, const StileChainLink *link, GBytes *sealed,
              const guint8 chain[STILE_DIGEST_BYTES], GError **error)
{
  g_autoptr (StileStatement) insert = stile_database_prepare (
      ledger->db,
      "INSERT INTO main.entry"
      " (id, case_id, kind, at, station, station_seq, adviser, sealed, digest, chain)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
      error);

  if (insert == NULL)
    return FALSE;
  sqlite3_bind_text (insert, 1, link->id, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 2, link->case_id, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 3, link->kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 4, link->at, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 5, link->station, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (insert, 6, link->station_seq);
  sqlite3_bind_text (insert, 7, link->adviser, -1, SQLITE_STATIC);
  sqlite3_bind_blob64 (insert, 8, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed),
                       SQLITE_STATIC);
  sqlite3_bind_blob (insert, 9, link->digest, sizeof link->digest, SQLITE_STATIC);
  sqlite3_bind_blob (insert, 10, chain, STILE_DIGEST_BYTES, SQLITE_STATIC);
  return stile_database_run (ledger->db, insert, error);
}

char *
stile_timestamp_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *seconds = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (now) / 1000);
}

/* @chain is the end of the chain before and after. */
static gboolean
append_one (StileLedger *ledger, const StileEntryDraft *draft, const char *text, gint64 station_seq,
            guint8 chain[STILE_DIGEST_BYTES], char **id, GError **error)
{
  g_autofree char *new_id = stile_ledger_new_id ();
  g_autofree char *at = stile_timestamp_now ();
  g_autoptr (GBytes) sealed = NULL;
  StileChainLink link = { .id = new_id,
                          .case_id = draft->case_id,
                          .kind = draft->kind,
                          .at = at,
                          .station = ledger->station_id,
                          .station_seq = station_seq,
                          .adviser = ledger->adviser };

  if (!ensure_case_key (ledger, draft->case_id, error))
    return FALSE;
  sealed = stile_keys_seal (ledger->keys, new_id, draft->case_id, draft->kind, text);
  stile_keys_digest (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), link.digest);
  stile_keys_chain (ledger->keys, chain, &link, chain);
  if (!insert_entry (ledger, &link, sealed, chain, error))
    return FALSE;
  *id = g_steal_pointer (&new_id);
  return TRUE;
}

static gboolean
append_texts (StileLedger *ledger, const StileEntryDraft *drafts, char **texts, guint n_drafts,
              char **ids, GError **error)
{
  guint8 chain[STILE_DIGEST_BYTES];
  gint64 station_seq;

  if (!read_chain_end (ledger, &station_seq, chain, error))
    return FALSE;
  for (guint i = 0; i < n_drafts; i++)
    {
      if (!append_one (ledger, &drafts[i], texts[i], station_seq + 1 + i, chain, &ids[i], error))
        return FALSE;
    }
  return TRUE;
}

gboolean
stile_ledger_append_inside (StileLedger *ledger, const StileEntryDraft *drafts, guint n_drafts,
                            char **ids, GError **error)
{
  g_auto (GStrv) texts = write_contents (drafts, n_drafts, error);
  g_auto (GStrv) new_ids = g_new0 (char *, n_drafts + 1);

  if (texts == NULL || !append_texts (ledger, drafts, texts, n_drafts, new_ids, error))
    return FALSE;
  for (guint i = 0; ids != NULL && i < n_drafts; i++)
    ids[i] = g_steal_pointer (&new_ids[i]);
  return TRUE;
}

gboolean
stile_ledger_append_all (StileLedger *ledger, const StileEntryDraft *drafts, guint n_drafts,
                         char ***ids, GError **error)
{
  g_auto (GStrv) new_ids = g_new0 (char *, n_drafts + 1);

  if (!stile_ledger_begin (ledger, error)
      || !stile_ledger_end (
          ledger, stile_ledger_append_inside (ledger, drafts, n_drafts, new_ids, error), error))
    return FALSE;
  if (ids != NULL)
    *ids = g_steal_pointer (&new_ids);
  return TRUE;
}

gboolean
stile_ledger_note (StileLedger *ledger, const char *kind, GError **error, ...)
{
  g_autoptr (JsonNode) content = json_node_new (JSON_NODE_OBJECT);
  StileEntryDraft draft = { .case_id = STILE_LEDGER_BOOK, .kind = kind, .content = content };
  const char *name;
  va_list fields;

  json_node_take_object (content, json_object_new ());
  va_start (fields, error);
  while ((name = va_arg (fields, const char *)) != NULL)
    json_object_set_string_member (json_node_get_object (content), name,
                                   va_arg (fields, const char *));
  va_end (fields);
  return stile_ledger_append_inside (ledger, &draft, 1, NULL, error);
}

gboolean
stile_ledger_append (StileLedger *ledger, const char *case_id, const char *kind, JsonNode *content,
                     char **id, GError **error)
{
  StileEntryDraft draft = { .case_id = case_id, .kind = kind, .content = content };
  g_auto (GStrv) ids = NULL;

  if (!stile_ledger_append_all (ledger, &draft, 1, &ids, error))
    return FALSE;
  if (id != NULL)
    *id = g_strdup (ids[0]);
  return TRUE;
}
