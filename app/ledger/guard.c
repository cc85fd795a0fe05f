// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guard.h"

#include <time.h>

#include "advisers.h"
#include "ledger-private.h"
#include "words.h"

/* So many failed tries are kept one by one until somebody unlocks the book. */
#define MOST_KEPT_TRIES "1000"

static char *
dup_boot (void)
{
  char *boot = NULL;

  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &boot, NULL, NULL))
    return g_strdup ("");
  return g_strstrip (boot);
}

static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return (gint64) now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

const StileClock stile_clock_of_system = { dup_boot, get_time };

guint
stile_guard_work_out_wait (guint failures, gboolean same_boot, gint64 then, gint64 now)
{
  gint64 wait, passed;

  if (failures < STILE_GUARD_FREE_TRIES)
    return 0;
  wait = MIN (30 << MIN (failures - STILE_GUARD_FREE_TRIES, 5), STILE_GUARD_LONGEST_WAIT);
  passed = same_boot && now >= then ? now - then : now;
  return MAX (wait * 1000 - passed, 0) / 1000 + (passed < wait * 1000 && passed % 1000 != 0);
}

guint
stile_ledger_get_wait (StileLedger *ledger, const char *adviser)
{
  g_autoptr (StileStatement) select = stile_database_prepare (
      ledger->db, "SELECT failures, boot, at FROM guard WHERE kind = ?1 AND adviser = ?2", NULL);
  g_autofree char *boot = ledger->clock->dup_boot ();

  if (select == NULL)
    return 0;
  sqlite3_bind_text (select, 1, adviser != NULL ? "passphrase" : "recovery", -1, SQLITE_STATIC);
  sqlite3_bind_text (select, 2, adviser != NULL ? adviser : "", -1, SQLITE_STATIC);
  if (stile_database_step (ledger->db, select, NULL) != SQLITE_ROW)
    return 0;
  return stile_guard_work_out_wait (
      CLAMP (sqlite3_column_int64 (select, 0), 0, G_MAXINT),
      g_strcmp0 (boot, (const char *) sqlite3_column_text (select, 1)) == 0,
      sqlite3_column_int64 (select, 2), ledger->clock->get_time ());
}

char *
stile_ledger_wait_to_words (guint seconds)
{
  guint minutes = (seconds + 59) / 60;

  if (seconds <= 60)
    return g_strdup_printf (
        ngettext ("There were too many wrong tries. Please wait %u second, then try again.",
                  "There were too many wrong tries. Please wait %u seconds, then try again.",
                  seconds),
        seconds);
  return g_strdup_printf (
      ngettext ("There were too many wrong tries. Please wait %u minute, then try again.",
                "There were too many wrong tries. Please wait %u minutes, then try again.",
                minutes),
      minutes);
}

gboolean
stile_guard_check (StileLedger *ledger, const char *kind, const char *adviser, GError **error)
{
  gboolean is_recovery = g_str_equal (kind, "recovery");
  guint seconds = stile_ledger_get_wait (ledger, is_recovery ? NULL : adviser);
  g_autofree char *words = seconds > 0 ? stile_ledger_wait_to_words (seconds) : NULL;

  if (seconds == 0)
    return TRUE;
  g_set_error_literal (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_WAIT, words);
  return FALSE;
}

/* @text is ?3 and @number ?4, where the statement has these. */
static gboolean
run_for_slot (StileLedger *ledger, const char *sql, const char *kind, const char *adviser,
              const char *text, gint64 number, GError **error)
{
  g_autoptr (StileStatement) statement = stile_database_prepare (ledger->db, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, adviser, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, text, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, number);
  return stile_database_run (ledger->db, statement, error);
}

gboolean
stile_guard_count_try (StileLedger *ledger, const char *kind, const char *adviser)
{
  g_autofree char *boot = ledger->clock->dup_boot ();

  return !ledger->db->read_only
         && run_for_slot (ledger,
                          "INSERT INTO guard (kind, adviser, failures, boot, at)"
                          " VALUES (?1, ?2, 1, ?3, ?4) ON CONFLICT (kind, adviser) DO UPDATE"
                          " SET failures = failures + 1, boot = excluded.boot, at = excluded.at",
                          kind, adviser, boot, ledger->clock->get_time (), NULL);
}

void
stile_guard_take_back (StileLedger *ledger, const char *kind, const char *adviser)
{
  /* At 0 the row is as good as none. */
  if (!ledger->db->read_only)
    run_for_slot (ledger,
                  "UPDATE guard SET failures = max (failures - 1, 0)"
                  " WHERE kind = ?1 AND adviser = ?2",
                  kind, adviser, NULL, 0, NULL);
}

void
stile_guard_note_failure (StileLedger *ledger, const char *kind, const char *adviser)
{
  g_autofree char *at = stile_timestamp_now ();

  if (!ledger->db->read_only)
    run_for_slot (ledger,
                  "INSERT INTO failed_unlock (kind, adviser, at) SELECT ?1, ?2, ?3 WHERE"
                  " (SELECT count(*) FROM failed_unlock) < " MOST_KEPT_TRIES,
                  kind, adviser, at, 0, NULL);
}

static JsonNode *
describe_try (const char *kind, const char *adviser, const char *at)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "at");
  json_builder_add_string_value (builder, at);
  json_builder_set_member_name (builder, "by");
  json_builder_add_string_value (builder, kind);
  if (adviser != NULL && *adviser != '\0')
    {
      json_builder_set_member_name (builder, "adviser");
      json_builder_add_string_value (builder, adviser);
    }
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static GPtrArray *
read_failed_tries (StileLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) tries = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_autoptr (StileStatement) select = stile_database_prepare (
      ledger->db, "SELECT kind, adviser, at FROM failed_unlock ORDER BY number", error);
  int step = select != NULL ? SQLITE_ROW : SQLITE_ERROR;

  while (step == SQLITE_ROW
         && (step = stile_database_step (ledger->db, select, error)) == SQLITE_ROW)
    g_ptr_array_add (tries, describe_try ((const char *) sqlite3_column_text (select, 0),
                                          (const char *) sqlite3_column_text (select, 1),
                                          (const char *) sqlite3_column_text (select, 2)));
  return step == SQLITE_DONE ? g_steal_pointer (&tries) : NULL;
}

gboolean
stile_guard_settle (StileLedger *ledger, const char *kind, const char *adviser, GError **error)
{
  g_autoptr (GPtrArray) tries = NULL;

  if (!run_for_slot (ledger, "DELETE FROM guard WHERE kind = ?1 AND adviser = ?2", kind, adviser,
                     NULL, 0, error))
    return FALSE;
  tries = read_failed_tries (ledger, error);
  if (tries == NULL)
    return FALSE;
  for (guint i = 0; i < tries->len; i++)
    {
      StileEntryDraft draft = { STILE_LEDGER_BOOK, "unlock-failed", g_ptr_array_index (tries, i) };
      if (!stile_ledger_append_inside (ledger, &draft, 1, NULL, error))
        return FALSE;
    }
  return stile_database_exec (ledger->db, "DELETE FROM failed_unlock", error);
}
