// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "ledger-private.h"
#include "words.h"

/* Plain SQL over sealed entries: unseal (), the views, and queries that can only read. */

struct _StileRows
{
  StileLedger *ledger;     /* NULL once the ledger was locked or closed */
  sqlite3_stmt *statement; /* NULL after the last row, too */
};

/* Without a message of SQLite's own: @failure is what the step reports. */
static void
fail_function (sqlite3_context *context, StileLedger *ledger, GError *failure)
{
  g_clear_error (&ledger->db->failure);
  ledger->db->failure = failure;
  sqlite3_result_error (context, "", 0);
}

static void
say_unsealable (sqlite3_context *context, StileLedger *ledger)
{
  fail_function (
      context, ledger,
      g_error_new_literal (STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED,
                           _("Part of the record book was changed or damaged and can’t "
                             "be opened. Please check the record book, and use a backup "
                             "copy.")));
}

static void
unseal (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  StileLedger *ledger = sqlite3_user_data (context);
  const char *id = (const char *) sqlite3_value_text (values[0]);
  const char *case_id = (const char *) sqlite3_value_text (values[1]);
  const char *kind = (const char *) sqlite3_value_text (values[2]);
  GError *failure = NULL;
  gboolean present = TRUE;
  gsize length;
  char *text;

  if (id == NULL || case_id == NULL || kind == NULL
      || sqlite3_value_type (values[3]) != SQLITE_BLOB)
    return;

  if (!stile_ledger_check_unlocked (ledger, &failure)
      || (!stile_keys_has_case (ledger->keys, case_id)
          && !stile_ledger_load_case_key (ledger, case_id, &present, &failure)))
    {
      fail_function (context, ledger, failure);
      return;
    }
  if (!present)
    return;

  text = stile_keys_unseal (ledger->keys, id, case_id, kind, sqlite3_value_blob (values[3]),
                            sqlite3_value_bytes (values[3]), &length);
  if (text != NULL)
    sqlite3_result_text64 (context, text, length, g_free, SQLITE_UTF8);
  else
    say_unsealable (context, ledger);
}

gboolean
stile_ledger_add_functions (StileLedger *ledger, GError **error)
{
  /* DIRECTONLY: nothing that lies in the file itself, a view or a trigger, can call it. */
  if (sqlite3_create_function_v2 (ledger->db->handle, "unseal", 4,
                                  SQLITE_UTF8 | SQLITE_DIRECTONLY | SQLITE_DETERMINISTIC, ledger,
                                  unseal, NULL, NULL, NULL)
      != SQLITE_OK)
    return stile_database_fail (ledger->db, error);

  /* At their first use these two declare their columns, which looks like a change of the schema and
   * would be refused in a query. */
  return stile_database_exec (ledger->db, "SELECT 1 FROM json_each ('[]'), json_tree ('[]')",
                              error);
}

gboolean
stile_ledger_define_views (StileLedger *ledger, const char *const *kinds, GError **error)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (kinds[i]), "-", '_');
      char *sql = sqlite3_mprintf (
          "CREATE TEMP VIEW \"%w\" AS SELECT seq, id, case_id, at, station, adviser,"
          " unseal (id, case_id, kind, sealed) AS p FROM main.entry WHERE kind = %Q",
          name, kinds[i]);
      gboolean defined = stile_database_exec (ledger->db, sql, error);

      sqlite3_free (sql);
      if (!defined)
        return FALSE;
    }
  return TRUE;
}

/* What a query may do: read entries and forms, and call functions. Keys are nobody's to list. */
static int
authorize (void *data, int action, const char *first, const char *second, const char *database,
           const char *trigger)
{
  static const char *const private_tables[] = { "key_slot", "case_key", "book_key", "guard",
                                                "failed_unlock", "summary", NULL };

  switch (action)
    {
    case SQLITE_SELECT:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_READ:
      return first != NULL && g_strv_contains (private_tables, first) ? SQLITE_DENY : SQLITE_OK;
    default:
      return SQLITE_DENY;
    }
}

static gboolean
refuse_query (sqlite3_stmt *statement, const char *reason, GError **error)
{
  sqlite3_finalize (statement);
  g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_QUERY,
               _("The record book was asked something it does not understand: %s."), reason);
  return FALSE;
}

static gboolean
prepare_query (StileLedger *ledger, const char *sql, sqlite3_stmt **statement, GError **error)
{
  const char *rest = NULL;
  int code;

  sqlite3_set_authorizer (ledger->db->handle, authorize, NULL);
  code = sqlite3_prepare_v2 (ledger->db->handle, sql, -1, statement, &rest);
  sqlite3_set_authorizer (ledger->db->handle, NULL, NULL);

  if (code != SQLITE_OK)
    return stile_database_fail (ledger->db, error);
  if (*statement == NULL || !sqlite3_stmt_readonly (*statement))
    return refuse_query (*statement, "only SELECT is allowed", error);
  if (rest[strspn (rest, " \t\r\n;")] != '\0')
    return refuse_query (*statement, "only one statement is allowed", error);
  return TRUE;
}

StileRows *
stile_ledger_query (StileLedger *ledger, const char *sql, const char *const *params, GError **error)
{
  StileRows *rows;
  sqlite3_stmt *statement = NULL;

  if (!stile_ledger_check_unlocked (ledger, error)
      || !prepare_query (ledger, sql, &statement, error))
    return NULL;
  for (guint i = 0; params != NULL && params[i] != NULL; i++)
    {
      if (sqlite3_bind_text (statement, i + 1, params[i], -1, SQLITE_TRANSIENT) != SQLITE_OK)
        {
          refuse_query (statement, "there are more values than places for them", error);
          return NULL;
        }
    }

  rows = g_new0 (StileRows, 1);
  rows->ledger = ledger;
  rows->statement = statement;
  g_ptr_array_add (ledger->open_rows, rows);
  return rows;
}

static void
end_rows (StileRows *rows)
{
  g_clear_pointer (&rows->statement, sqlite3_finalize);
  rows->ledger = NULL;
}

void
stile_ledger_end_rows (StileLedger *ledger)
{
  for (guint i = 0; i < ledger->open_rows->len; i++)
    end_rows (g_ptr_array_index (ledger->open_rows, i));
  g_ptr_array_set_size (ledger->open_rows, 0);
}

gboolean
stile_rows_next (StileRows *rows, GError **error)
{
  int step;

  if (rows->ledger == NULL)
    {
      g_set_error_literal (
          error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED,
          _("The record book is locked. Please type your passphrase to open it."));
      return FALSE;
    }
  if (rows->statement == NULL)
    return FALSE;

  step = stile_database_step (rows->ledger->db, rows->statement, error);
  /* At the end the snapshot is let go at once; stepping on would start SQLite over again. */
  if (step != SQLITE_ROW)
    g_clear_pointer (&rows->statement, sqlite3_finalize);
  return step == SQLITE_ROW;
}

const char *
stile_rows_get_text (StileRows *rows, guint column)
{
  return rows->statement != NULL ? (const char *) sqlite3_column_text (rows->statement, column)
                                 : NULL;
}

gint64
stile_rows_get_int (StileRows *rows, guint column)
{
  return rows->statement != NULL ? sqlite3_column_int64 (rows->statement, column) : 0;
}

double
stile_rows_get_double (StileRows *rows, guint column)
{
  return rows->statement != NULL ? sqlite3_column_double (rows->statement, column) : 0;
}

gboolean
stile_rows_is_null (StileRows *rows, guint column)
{
  return rows->statement == NULL || sqlite3_column_type (rows->statement, column) == SQLITE_NULL;
}

void
stile_rows_free (StileRows *rows)
{
  if (rows == NULL)
    return;
  if (rows->ledger != NULL)
    g_ptr_array_remove_fast (rows->ledger->open_rows, rows);
  end_rows (rows);
  g_free (rows);
}
