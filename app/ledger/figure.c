// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figure.h"

#include <string.h>

#include "packing.h"
#include "words.h"

#define N_GROUPS 4
#define GROUP_BYTES 2
#define GROUP_DIGITS (2 * GROUP_BYTES)

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

char *
stile_figure_new (guint64 entries, GHashTable *ends)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (ends), compare_ids);
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autoptr (GString) figure = g_string_new (NULL);
  guint8 digest[STILE_DIGEST_BYTES];

  for (GList *id = ids; id != NULL; id = id->next)
    {
      const StileChainEnd *end = g_hash_table_lookup (ends, id->data);
      stile_pack_text (packed, id->data);
      stile_pack_bytes (packed, end->chain, sizeof end->chain);
    }
  stile_keys_digest (packed->data, packed->len, digest);

  g_string_append_printf (figure, "%" G_GUINT64_FORMAT, entries);
  for (guint i = 0; i < N_GROUPS * GROUP_BYTES; i++)
    g_string_append_printf (figure, "%s%02x", i % GROUP_BYTES == 0 ? "-" : "", digest[i]);
  return g_string_free (g_steal_pointer (&figure), FALSE);
}

#define CHAIN_ENDS                                                                                 \
  "SELECT station.id, station_seq, chain"                                                          \
  " FROM main.station JOIN main.entry ON station = station.id"                                     \
  " WHERE station_seq = (SELECT max (station_seq) FROM main.entry WHERE station = station.id)"

char *
stile_figure_read_from_book (StileLedger *ledger, guint64 *entries, GError **error)
{
  g_autoptr (GHashTable) ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (StileStatement) select = NULL;
  gint64 number;
  int step;

  if (!stile_database_get_number (ledger->db, "SELECT count(*) FROM main.entry", &number, error))
    return NULL;
  select = stile_database_prepare (ledger->db, CHAIN_ENDS, error);
  step = select != NULL ? SQLITE_ROW : SQLITE_ERROR;
  while (step == SQLITE_ROW
         && (step = stile_database_step (ledger->db, select, error)) == SQLITE_ROW)
    {
      StileChainEnd *end = g_new0 (StileChainEnd, 1);

      g_hash_table_insert (ends, stile_statement_dup_text (select, 0), end);
      end->station_seq = sqlite3_column_int64 (select, 1);
      stile_statement_copy_bytes (select, 2, end->chain, sizeof end->chain);
    }
  *entries = number;
  return step == SQLITE_DONE ? stile_figure_new (number, ends) : NULL;
}

static gboolean
are_groups (char **groups)
{
  if (g_strv_length (groups) != N_GROUPS)
    return FALSE;
  for (guint i = 0; i < N_GROUPS; i++)
    {
      if (strlen (groups[i]) != GROUP_DIGITS
          || strspn (groups[i], "0123456789abcdef") != GROUP_DIGITS)
        return FALSE;
    }
  return TRUE;
}

gboolean
stile_figure_read (const char *typed, guint64 *entries, char **figure, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (typed, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " \t\r\n", -1);
  g_autofree char *joined = g_strjoinv ("", words);
  g_auto (GStrv) parts = g_strsplit (joined, "-", -1);

  if (parts[0] != NULL && g_ascii_string_to_unsigned (parts[0], 10, 0, G_MAXINT64, entries, NULL)
      && are_groups (parts + 1))
    {
      *figure = g_steal_pointer (&joined);
      return TRUE;
    }

  g_set_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NAME,
               /* Translators: what was typed. The figure stands on a backup’s paper and shows
                * later whether entries are missing. */
               _("“%s” is no figure of a record book. One looks like this: "
                 "1204-8f3a-91c2-07de-b650."),
               typed);
  return FALSE;
}
