// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger-private.h"
#include "words.h"

/* Reading entries back, whole. Lists and reports go through rows.c. */

void
stile_entry_free (StileEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->id);
  g_free (entry->case_id);
  g_free (entry->kind);
  g_free (entry->at);
  g_free (entry->station);
  g_free (entry->adviser);
  g_clear_pointer (&entry->content, json_node_unref);
  g_free (entry);
}

char *
stile_entry_describe (gint64 seq, const char *at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, NULL);
  g_autofree char *day = time != NULL ? stile_words_dup_date_of (time) : NULL;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, seq);

  if (day == NULL)
    /* Translators: a number. It stands before “was changed or damaged”, or before a colon. */
    return g_strdup_printf (_("Entry %s"), number);
  /* Translators: a number, a day. It stands before “was changed or damaged”, or before a colon. */
  return g_strdup_printf (_("Entry %s of %s"), number, day);
}

#define ENTRY_COLUMNS "seq, id, case_id, kind, at, station, adviser, sealed"

static gboolean
refuse_entry (const StileEntry *entry, GError **error)
{
  g_autofree char *name = stile_entry_describe (entry->seq, entry->at);

  g_set_error (
      error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED,
      /* Translators: “Entry 12 of 3 March 2026”. */
      _("%s was changed or damaged and can’t be opened. Please check the record book, and "
        "use a backup copy."),
      name);
  return FALSE;
}

/* Sets the content of @entry; it stays NULL where it was erased. */
static gboolean
open_content (StileLedger *ledger, StileEntry *entry, StileStatement *row, GError **error)
{
  g_autofree char *text = NULL;
  gboolean present;
  gsize length;

  if (sqlite3_column_type (row, 7) == SQLITE_NULL)
    return TRUE;
  if (!stile_ledger_load_case_key (ledger, entry->case_id, &present, error))
    return FALSE;
  if (!present)
    return refuse_entry (entry, error);

  text = stile_keys_unseal (ledger->keys, entry->id, entry->case_id, entry->kind,
                            sqlite3_column_blob (row, 7), sqlite3_column_bytes (row, 7), &length);
  if (text != NULL)
    entry->content = json_from_string (text, NULL);
  return entry->content != NULL || refuse_entry (entry, error);
}

static StileEntry *
read_entry (StileLedger *ledger, StileStatement *row, GError **error)
{
  g_autoptr (StileEntry) entry = g_new0 (StileEntry, 1);

  entry->seq = sqlite3_column_int64 (row, 0);
  entry->id = stile_statement_dup_text (row, 1);
  entry->case_id = stile_statement_dup_text (row, 2);
  entry->kind = stile_statement_dup_text (row, 3);
  entry->at = stile_statement_dup_text (row, 4);
  entry->station = stile_statement_dup_text (row, 5);
  entry->adviser = stile_statement_dup_text (row, 6);
  if (!open_content (ledger, entry, row, error))
    return NULL;
  return g_steal_pointer (&entry);
}

/* @case_id: whose they must be; NULL for anyone's. A damaged index can hand out others. */
static GPtrArray *
read_entries (StileLedger *ledger, StileStatement *select, const char *case_id, GError **error)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) stile_entry_free);
  int step;

  while ((step = stile_database_step (ledger->db, select, error)) == SQLITE_ROW)
    {
      StileEntry *entry = read_entry (ledger, select, error);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
      if (case_id != NULL && strcmp (entry->case_id, case_id) != 0)
        {
          refuse_entry (entry, error);
          return NULL;
        }
    }
  return step == SQLITE_DONE ? g_steal_pointer (&entries) : NULL;
}

static gboolean
check_not_erased (StileLedger *ledger, const char *case_id, GError **error)
{
  gboolean erased;

  if (!stile_ledger_is_erased (ledger, case_id, &erased, error))
    return FALSE;
  if (erased)
    g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ERASED,
                         _("This person’s records were erased."));
  return !erased;
}

GPtrArray *
stile_ledger_read_case (StileLedger *ledger, const char *case_id, GError **error)
{
  return stile_ledger_read_case_without (ledger, case_id, NULL, error);
}

GPtrArray *
stile_ledger_read_case_without (StileLedger *ledger, const char *case_id, const char *kind,
                                GError **error)
{
  g_autoptr (StileStatement) select = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (!stile_ledger_check_unlocked (ledger, error))
    return NULL;
  select = stile_database_prepare (
      ledger->db,
      "SELECT " ENTRY_COLUMNS " FROM main.entry WHERE case_id = ?1 AND kind IS NOT ?2 ORDER BY seq",
      error);
  if (select == NULL)
    return NULL;
  sqlite3_bind_text (select, 1, case_id, -1, SQLITE_STATIC);
  sqlite3_bind_text (select, 2, kind, -1, SQLITE_STATIC);
  entries = read_entries (ledger, select, case_id, error);
  if (entries != NULL && entries->len == 0)
    {
      g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_UNKNOWN,
                           _("There is no such person in the record book."));
      return NULL;
    }
  if (entries != NULL && !check_not_erased (ledger, case_id, error))
    return NULL;
  return g_steal_pointer (&entries);
}

GPtrArray *
stile_ledger_read_all (StileLedger *ledger, gint64 after_seq, guint limit, GError **error)
{
  g_autoptr (StileStatement) select = NULL;

  if (!stile_ledger_check_unlocked (ledger, error))
    return NULL;
  select = stile_database_prepare (
      ledger->db, "SELECT " ENTRY_COLUMNS " FROM main.entry WHERE seq > ?1 ORDER BY seq LIMIT ?2",
      error);
  if (select == NULL)
    return NULL;
  sqlite3_bind_int64 (select, 1, after_seq);
  sqlite3_bind_int64 (select, 2, limit > 0 ? (gint64) limit : -1);
  return read_entries (ledger, select, NULL, error);
}
