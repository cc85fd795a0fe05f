// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "figure.h"
#include "frame.h"
#include "ledger-private.h"
#include "words.h"

/* The walk over the whole book. What it can't see: entries cut off at the very end, together with
 * everything else they left, and a whole book put back from an older copy. Only a figure noted
 * elsewhere (figure.h) or another copy of the book shows that. */

/* The book as it was when a figure was noted. */
typedef struct
{
  char *figure; /* NULL: none was given */
  guint64 entries;
} Earlier;

static void
earlier_clear (Earlier *earlier)
{
  g_free (earlier->figure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Earlier, earlier_clear)

void
stile_ledger_report_free (StileLedgerReport *report)
{
  if (report == NULL)
    return;
  g_free (report->first_break);
  g_free (report->figure);
  g_free (report);
}

static void
take_break (StileLedgerReport *report, gint64 seq, char *sentence)
{
  report->first_break = sentence;
  report->first_break_seq = seq;
}

static void
break_at (StileLedgerReport *report, StileStatement *row, const char *what)
{
  gint64 seq = sqlite3_column_int64 (row, 0);
  g_autofree char *name = stile_entry_describe (seq, (const char *) sqlite3_column_text (row, 4));

  take_break (report, seq, g_strdup_printf ("%s: %s", name, what));
}

static gboolean
check_structure (StileLedger *ledger, StileLedgerReport *report, GError **error)
{
  g_autoptr (StileStatement) integrity =
      stile_database_prepare (ledger->db, "PRAGMA integrity_check (1)", error);
  g_autoptr (GError) fault = NULL;
  int step;

  if (integrity == NULL)
    return FALSE;
  step = stile_database_step (ledger->db, integrity, &fault);
  if (step == SQLITE_ROW)
    {
      const char *finding = (const char *) sqlite3_column_text (integrity, 0);
      if (g_strcmp0 (finding, "ok") != 0)
        take_break (report, 0, g_strdup (_("The file itself is damaged.")));
      return TRUE;
    }
  if (!g_error_matches (fault, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  take_break (report, 0, g_strdup (fault->message));
  return TRUE;
}

/* What no entry shows: rows that point nowhere, and keys of people whose entries are gone. */
static gboolean
check_loose_ends (StileLedger *ledger, StileLedgerReport *report, GError **error)
{
  gint64 n_loose, n_keys;

  if (!stile_database_get_number (ledger->db, "SELECT count(*) FROM pragma_foreign_key_check",
                                  &n_loose, error)
      || !stile_database_get_number (ledger->db,
                                     "SELECT count(*) FROM main.case_key"
                                     " WHERE case_id NOT IN (SELECT case_id FROM main.entry)",
                                     &n_keys, error))
    return FALSE;
  if (n_loose > 0)
    take_break (report, 0, g_strdup (_("Entries of an unknown station are in the book.")));
  else if (n_keys > 0)
    take_break (report, 0,
                g_strdup (_("All entries of a person are missing: the key is here, and "
                            "nothing it opens.")));
  return TRUE;
}

/* Roles and all that opens the book are as somebody with its keys made them. */
static gboolean
check_slots (StileLedger *ledger, StileLedgerReport *report, GError **error)
{
  g_autoptr (GPtrArray) advisers = NULL;

  if (ledger->keys == NULL)
    return TRUE;
  advisers = stile_ledger_list_advisers (ledger, error);
  for (guint i = 0; advisers != NULL && i < advisers->len && report->first_break == NULL; i++)
    {
      const StileAdviser *adviser = g_ptr_array_index (advisers, i);

      if (adviser->changed)
        take_break (report, 0,
                    /* Translators: an adviser. */
                    g_strdup_printf (_("What the book holds about the adviser “%s”, such as their "
                                       "role, was changed."),
                                     adviser->name));
    }
  return advisers != NULL;
}

/* Names of computers, and slots that were put back, taken out or made useless. */
static gboolean
check_frame (StileLedger *ledger, StileLedgerReport *report, GError **error)
{
  gboolean whole = TRUE;

  if (ledger->keys != NULL && !stile_frame_check (ledger, &whole, error))
    return FALSE;
  if (!whole)
    take_break (report, 0,
                g_strdup (_("The name of a computer, or what advisers and the recovery sheet open "
                            "the book with, was changed by another program.")));
  return TRUE;
}

static gboolean
check_forms (StileLedger *ledger, StileLedgerReport *report, GError **error)
{
  g_autoptr (StileStatement) select =
      stile_database_prepare (ledger->db, "SELECT id, version, xml, digest FROM main.form", error);
  int step = select != NULL ? SQLITE_ROW : SQLITE_ERROR;

  while (step == SQLITE_ROW && report->first_break == NULL
         && (step = stile_database_step (ledger->db, select, error)) == SQLITE_ROW)
    {
      if (!stile_form_has_digest (sqlite3_column_blob (select, 2), sqlite3_column_bytes (select, 2),
                                  (const char *) sqlite3_column_text (select, 3)))
        take_break (report, 0,
                    /* Translators: the id of a form, its version. */
                    g_strdup_printf (_("The questionnaire “%s”, version %s, was changed."),
                                     sqlite3_column_text (select, 0),
                                     sqlite3_column_text (select, 1)));
    }
  return step != SQLITE_ERROR;
}

static StileChainEnd *
get_station (GHashTable *stations, const char *id)
{
  StileChainEnd *station = g_hash_table_lookup (stations, id);

  if (station == NULL)
    {
      station = g_new0 (StileChainEnd, 1);
      g_hash_table_insert (stations, g_strdup (id), station);
    }
  return station;
}

/* Columns of the walk: seq, id, case_id, kind, at, station, station_seq, adviser, sealed, digest,
 * chain, has_key. */
#define WALK                                                                                       \
  "SELECT seq, id, case_id, kind, at, station, station_seq, adviser, sealed, digest, chain,"       \
  " EXISTS (SELECT 1 FROM main.case_key WHERE case_key.case_id = entry.case_id)"                   \
  " FROM main.entry ORDER BY seq"

static const char *
find_fault_in_order (StileStatement *row, const StileChainEnd *station)
{
  if (sqlite3_column_int64 (row, 6) == station->station_seq + 1)
    return NULL;
  return _("one or more entries before it are missing, or it is not in its place.");
}

static const char *
find_fault_in_contents (StileLedger *ledger, StileStatement *row, const guint8 *digest,
                        StileLedgerReport *report)
{
  const void *sealed = sqlite3_column_blob (row, 8);
  gsize length = sqlite3_column_bytes (row, 8);
  const char *case_id = (const char *) sqlite3_column_text (row, 2);
  gboolean has_key = sqlite3_column_int (row, 11);
  guint8 found[STILE_DIGEST_BYTES];
  g_autofree char *text = NULL;
  gboolean present;
  gsize text_length;

  if (sqlite3_column_type (row, 8) == SQLITE_NULL)
    {
      report->erased++;
      /* Translators: “its” is an entry’s: “Entry 12 of 3 March 2026: its contents are gone…” */
      return has_key ? _("its contents are gone, and the person was not erased.") : NULL;
    }
  stile_keys_digest (sealed, length, found);
  if (memcmp (found, digest, sizeof found) != 0)
    return _("its contents were changed.");
  if (!has_key)
    return _("its key is missing, so its contents can’t be opened.");
  if (ledger->keys == NULL)
    return NULL;

  if (!stile_keys_has_case (ledger->keys, case_id)
      && !stile_ledger_load_case_key (ledger, case_id, &present, NULL))
    return _("its key was changed, so its contents can’t be opened.");
  text =
      stile_keys_unseal (ledger->keys, (const char *) sqlite3_column_text (row, 1), case_id,
                         (const char *) sqlite3_column_text (row, 3), sealed, length, &text_length);
  if (text == NULL)
    return _("its contents can’t be opened.");
  report->opened++;
  return NULL;
}

static const char *
find_fault_in_chain (StileLedger *ledger, StileStatement *row, StileChainEnd *station,
                     const guint8 *digest)
{
  StileChainLink link = { .id = (const char *) sqlite3_column_text (row, 1),
                          .case_id = (const char *) sqlite3_column_text (row, 2),
                          .kind = (const char *) sqlite3_column_text (row, 3),
                          .at = (const char *) sqlite3_column_text (row, 4),
                          .station = (const char *) sqlite3_column_text (row, 5),
                          .station_seq = sqlite3_column_int64 (row, 6),
                          .adviser = (const char *) sqlite3_column_text (row, 7) };
  guint8 kept[STILE_DIGEST_BYTES];

  station->station_seq = link.station_seq;
  if (!stile_statement_copy_bytes (row, 10, kept, sizeof kept))
    return _("its chain is not of the right length.");
  if (ledger->keys == NULL)
    {
      memcpy (station->chain, kept, sizeof kept);
      return NULL;
    }

  memcpy (link.digest, digest, sizeof link.digest);
  stile_keys_chain (ledger->keys, station->chain, &link, station->chain);
  return memcmp (kept, station->chain, sizeof kept) != 0
             ? _("it, or the one before it, was changed.")
             : NULL;
}

static const char *
find_fault (StileLedger *ledger, StileStatement *row, GHashTable *stations,
            StileLedgerReport *report)
{
  StileChainEnd *station = get_station (stations, (const char *) sqlite3_column_text (row, 5));
  guint8 digest[STILE_DIGEST_BYTES];
  const char *fault = find_fault_in_order (row, station);

  if (fault != NULL)
    return fault;
  if (!stile_statement_copy_bytes (row, 9, digest, sizeof digest))
    return _("its digest is not of the right length.");
  fault = find_fault_in_contents (ledger, row, digest, report);
  if (fault != NULL)
    return fault;
  return find_fault_in_chain (ledger, row, station, digest);
}

/* Entries were only ever added, so the book once looked as its first entries do now. */
static void
compare_earlier (const Earlier *earlier, GHashTable *stations, StileLedgerReport *report)
{
  g_autofree char *figure = NULL;

  if (earlier->figure == NULL || report->entries != earlier->entries)
    return;
  figure = stile_figure_new (report->entries, stations);
  report->compared = g_str_equal (figure, earlier->figure);
  if (!report->compared)
    take_break (report, 0,
                g_strdup (_("The noted figure belongs to another book, or entries of that time "
                            "were replaced by others.")));
}

static gboolean
check_entries (StileLedger *ledger, const Earlier *earlier, StileLedgerReport *report,
               GError **error)
{
  g_autoptr (GHashTable) stations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (StileStatement) walk = stile_database_prepare (ledger->db, WALK, error);
  int step = walk != NULL ? SQLITE_ROW : SQLITE_ERROR;

  /* What is in memory says nothing about the keys in the file. */
  if (ledger->keys != NULL)
    stile_keys_forget_cases (ledger->keys);
  compare_earlier (earlier, stations, report);
  while (step == SQLITE_ROW && report->first_break == NULL)
    {
      const char *fault;

      step = stile_database_step (ledger->db, walk, error);
      if (step != SQLITE_ROW)
        break;
      report->entries++;
      fault = find_fault (ledger, walk, stations, report);
      if (fault != NULL)
        break_at (report, walk, fault);
      else
        compare_earlier (earlier, stations, report);
    }
  if (report->first_break == NULL)
    report->figure = stile_figure_new (report->entries, stations);
  return step != SQLITE_ERROR;
}

static void
check_length (const Earlier *earlier, StileLedgerReport *report)
{
  if (earlier->figure != NULL && report->entries < earlier->entries)
    take_break (report, 0,
                g_strdup_printf (ngettext ("The newest entries are missing: the noted figure "
                                           "speaks of %llu entry.",
                                           "The newest entries are missing: the noted figure "
                                           "speaks of %llu entries.",
                                           earlier->entries),
                                 (unsigned long long) earlier->entries));
}

static gboolean
walk_book (StileLedger *ledger, const Earlier *earlier, StileLedgerReport *report, GError **error)
{
  if (!check_structure (ledger, report, error)
      || (report->first_break == NULL && !check_entries (ledger, earlier, report, error)))
    return FALSE;
  if (report->first_break == NULL)
    check_length (earlier, report);
  return (report->first_break != NULL || check_loose_ends (ledger, report, error))
         && (report->first_break != NULL || check_slots (ledger, report, error))
         && (report->first_break != NULL || check_frame (ledger, report, error))
         && (report->first_break != NULL || check_forms (ledger, report, error));
}

StileLedgerReport *
stile_ledger_verify (StileLedger *ledger, GError **error)
{
  return stile_ledger_verify_since (ledger, NULL, error);
}

StileLedgerReport *
stile_ledger_verify_since (StileLedger *ledger, const char *figure, GError **error)
{
  g_autoptr (StileLedgerReport) report = g_new0 (StileLedgerReport, 1);
  g_auto (Earlier) earlier = { NULL };
  gboolean walked;

  if (figure != NULL && !stile_figure_read (figure, &earlier.entries, &earlier.figure, error))
    return NULL;
  report->with_keys = ledger->keys != NULL;

  /* One snapshot for the whole walk, whoever writes meanwhile. */
  if (!stile_database_exec (ledger->db, "BEGIN", error))
    return NULL;
  walked = walk_book (ledger, &earlier, report, error);
  stile_database_rollback (ledger->db);
  if (report->first_break != NULL)
    g_clear_pointer (&report->figure, g_free);
  return walked ? g_steal_pointer (&report) : NULL;
}
