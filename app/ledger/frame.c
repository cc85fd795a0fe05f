// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frame.h"

#include "packing.h"

/* A copy that is being restored has a computer more than its backup: ?1 leaves that out. */
#define STATIONS "SELECT id, name FROM main.station WHERE id <> ?1 ORDER BY id"
#define HERE "SELECT id FROM main.station WHERE here = 1"
#define SLOTS                                                                                      \
  "SELECT kind, adviser, role, format, salt, ops, mem, wrapped, public, sealing, sender, master"   \
  " FROM main.key_slot ORDER BY kind, adviser"
#define GENERATION "SELECT generation FROM main.book_key"

#define NEWEST_NOTE                                                                                \
  "SELECT id, sealed FROM main.entry WHERE kind = '" STILE_KIND_FRAME "' AND case_id = '"          \
  STILE_LEDGER_BOOK "' ORDER BY seq DESC LIMIT 1"

/* ---- As it is ---- */

static void
pack_row (GByteArray *packed, StileStatement *row)
{
  for (int i = 0; i < sqlite3_column_count (row); i++)
    {
      if (sqlite3_column_type (row, i) == SQLITE_INTEGER)
        stile_pack_number (packed, sqlite3_column_int64 (row, i));
      else
        stile_pack_bytes (packed, sqlite3_column_blob (row, i), sqlite3_column_bytes (row, i));
    }
}

static gboolean
pack_rows (StileLedger *ledger, GByteArray *packed, const char *sql, const char *without,
           GError **error)
{
  g_autoptr (StileStatement) select = stile_database_prepare (ledger->db, sql, error);
  int step = select != NULL ? SQLITE_ROW : SQLITE_ERROR;
  guint64 n_rows = 0;

  if (without != NULL && select != NULL)
    sqlite3_bind_text (select, 1, without, -1, SQLITE_STATIC);
  while (step == SQLITE_ROW
         && (step = stile_database_step (ledger->db, select, error)) == SQLITE_ROW)
    {
      pack_row (packed, select);
      n_rows++;
    }
  stile_pack_number (packed, n_rows);
  return step == SQLITE_DONE;
}

/* @as_noted: without the computer that this copy got since. Free with g_free. */
static char *
dup_digest (StileLedger *ledger, gboolean as_noted, GError **error)
{
  const char *before = as_noted ? ledger->moved_from : NULL;
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  guint8 digest[STILE_DIGEST_BYTES];
  char *hex;

  if (!pack_rows (ledger, packed, STATIONS, before != NULL ? ledger->station_id : "", error))
    return NULL;
  if (before != NULL)
    {
      stile_pack_text (packed, before);
      stile_pack_number (packed, 1);
    }
  else if (!pack_rows (ledger, packed, HERE, NULL, error))
    return NULL;
  if (!pack_rows (ledger, packed, SLOTS, NULL, error)
      || !pack_rows (ledger, packed, GENERATION, NULL, error))
    return NULL;

  stile_keys_digest (packed->data, packed->len, digest);
  hex = g_malloc (2 * sizeof digest + 1);
  return sodium_bin2hex (hex, 2 * sizeof digest + 1, digest, sizeof digest);
}

/* ---- As it was noted ---- */

static char *
open_note (StileLedger *ledger, StileStatement *row)
{
  g_autoptr (JsonNode) content = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (sqlite3_column_type (row, 1) != SQLITE_BLOB)
    return NULL;
  text = stile_keys_unseal (ledger->keys, (const char *) sqlite3_column_text (row, 0),
                            STILE_LEDGER_BOOK, STILE_KIND_FRAME, sqlite3_column_blob (row, 1),
                            sqlite3_column_bytes (row, 1), &length);
  content = text != NULL ? json_from_string (text, NULL) : NULL;
  if (content == NULL || !JSON_NODE_HOLDS_OBJECT (content))
    return NULL;
  return g_strdup (
      json_object_get_string_member_with_default (json_node_get_object (content), "digest", NULL));
}

/* @noted is "" where a note can't be opened, which no frame is like; NULL where there is none. */
static gboolean
read_note (StileLedger *ledger, char **noted, GError **error)
{
  g_autoptr (StileStatement) select = stile_database_prepare (ledger->db, NEWEST_NOTE, error);
  int step = select != NULL ? stile_database_step (ledger->db, select, error) : SQLITE_ERROR;
  gboolean present;

  *noted = NULL;
  if (step != SQLITE_ROW)
    return step != SQLITE_ERROR;
  if (!stile_ledger_load_case_key (ledger, STILE_LEDGER_BOOK, &present, error))
    return FALSE;
  *noted = present ? open_note (ledger, select) : NULL;
  if (*noted == NULL)
    *noted = g_strdup ("");
  return TRUE;
}

gboolean
stile_frame_check (StileLedger *ledger, gboolean *whole, GError **error)
{
  g_autofree char *noted = NULL;
  g_autofree char *digest = NULL;

  if (!read_note (ledger, &noted, error))
    return FALSE;
  digest = dup_digest (ledger, TRUE, error);
  *whole = noted == NULL || g_strcmp0 (noted, digest) == 0;
  return digest != NULL;
}

/* ---- Noting it ---- */

gboolean
stile_frame_note (StileLedger *ledger, GError **error)
{
  g_autofree char *digest = dup_digest (ledger, FALSE, error);

  if (digest == NULL
      || !stile_ledger_note (ledger, STILE_KIND_FRAME, error, "digest", digest, NULL))
    return FALSE;
  g_clear_pointer (&ledger->moved_from, g_free);
  return TRUE;
}

gboolean
stile_frame_settle (StileLedger *ledger, GError **error)
{
  gint64 noted;

  return stile_database_get_number (ledger->db, "SELECT EXISTS (" NEWEST_NOTE ")", &noted, error)
         && (noted || stile_frame_note (ledger, error));
}

gboolean
stile_frame_begin (StileLedger *ledger, GError **error)
{
  gboolean whole;

  if (!stile_ledger_begin (ledger, error))
    return FALSE;
  if (!stile_frame_check (ledger, &whole, error))
    {
      stile_ledger_end (ledger, FALSE, NULL);
      return FALSE;
    }
  ledger->frame_broken = !whole;
  return TRUE;
}

gboolean
stile_frame_end (StileLedger *ledger, gboolean good, GError **error)
{
  good = good && (ledger->frame_broken || stile_frame_note (ledger, error));
  return stile_ledger_end (ledger, good, error);
}
