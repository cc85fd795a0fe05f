// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger-private.h"
#include "words.h"

/* The forms that were used, verbatim: public documents, so they are not sealed. Their digests stand
 * in sealed entries, so whether a form was changed shows all the same. */

gboolean
stile_form_has_digest (gconstpointer xml, gsize length, const char *digest)
{
  g_autofree char *found = g_compute_checksum_for_data (G_CHECKSUM_SHA256, xml, length);
  return g_strcmp0 (found, digest) == 0;
}

gboolean
stile_ledger_put_form (StileLedger *ledger, const char *digest, const char *id, const char *version,
                       GBytes *xml, GError **error)
{
  g_autoptr (StileStatement) insert = NULL;

  if (!stile_ledger_check_writable (ledger, error))
    return FALSE;
  g_assert (stile_form_has_digest (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml), digest));
  insert = stile_database_prepare (
      ledger->db,
      "INSERT INTO main.form (digest, id, version, xml) VALUES (?1, ?2, ?3, ?4)"
      " ON CONFLICT (digest) DO NOTHING",
      error);
  if (insert == NULL)
    return FALSE;
  sqlite3_bind_text (insert, 1, digest, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 2, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (insert, 3, version, -1, SQLITE_STATIC);
  sqlite3_bind_blob64 (insert, 4, g_bytes_get_data (xml, NULL), g_bytes_get_size (xml),
                       SQLITE_STATIC);
  return stile_database_run (ledger->db, insert, error);
}

GBytes *
stile_ledger_get_form (StileLedger *ledger, const char *digest, GError **error)
{
  g_autoptr (StileStatement) select =
      stile_database_prepare (ledger->db, "SELECT xml FROM main.form WHERE digest = ?1", error);
  g_autoptr (GBytes) xml = NULL;
  int step;

  if (select == NULL)
    return NULL;
  sqlite3_bind_text (select, 1, digest, -1, SQLITE_STATIC);
  step = stile_database_step (ledger->db, select, error);
  if (step == SQLITE_DONE)
    g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_UNKNOWN,
                         _("The questionnaire that was used is not in the record book."));
  if (step != SQLITE_ROW)
    return NULL;

  xml = g_bytes_new (sqlite3_column_blob (select, 0), sqlite3_column_bytes (select, 0));
  if (stile_form_has_digest (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml), digest))
    return g_steal_pointer (&xml);
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED,
                       _("The questionnaire that was used was changed or damaged in the record "
                         "book. Please use a backup copy."));
  return NULL;
}
