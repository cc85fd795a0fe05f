// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the centre knows itself, and what an import does to it and to the rest. */

#include <string.h>

#include "fixture.h"

#define A "{\"id\": \"a\", \"name\": \"A\", \"status\": \"active\"}"
#define B "{\"id\": \"b\", \"name\": \"B\", \"status\": \"active\"}"

static void
import (Fixture *fixture, const char *feed)
{
  stile_import_report_free (fixture_import (fixture, "feed.json", feed));
}

static StileOverlay *
load (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  StileOverlay *overlay = stile_directory_load_overlay (fixture->directory, id, &error);

  g_assert_no_error (error);
  return overlay;
}

static void
put_whole (Fixture *fixture, const char *id)
{
  StileOverlay overlay = { .route = (char *) "Ring on Monday",
                           .contact = (char *) "Sam, 01632 960009",
                           .capacity = 4,
                           .capacity_at = (char *) "2026-11-01",
                           .waiting_days = 10,
                           .waiting_at = (char *) "2026-11-02",
                           .languages = (char *) "pl ro",
                           .notes = (char *) "Needs a letter",
                           .known = TRUE,
                           .paused = TRUE,
                           .paused_reason = (char *) "Moving house",
                           .changed_by = (char *) "Anna" };
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_directory_put_overlay (fixture->directory, id, &overlay, &error));
  g_assert_no_error (error);
}

static void
assert_whole (Fixture *fixture, const char *id)
{
  g_autoptr (StileOverlay) overlay = load (fixture, id);

  g_assert_cmpstr (overlay->route, ==, "Ring on Monday");
  g_assert_cmpstr (overlay->contact, ==, "Sam, 01632 960009");
  g_assert_cmpint (overlay->capacity, ==, 4);
  g_assert_cmpstr (overlay->capacity_at, ==, "2026-11-01");
  g_assert_cmpint (overlay->waiting_days, ==, 10);
  g_assert_cmpstr (overlay->waiting_at, ==, "2026-11-02");
  g_assert_cmpstr (overlay->languages, ==, "pl ro");
  g_assert_cmpstr (overlay->notes, ==, "Needs a letter");
  g_assert_true (overlay->known);
  g_assert_true (overlay->paused);
  g_assert_cmpstr (overlay->paused_reason, ==, "Moving house");
  g_assert_nonnull (overlay->changed_at);
  g_assert_cmpstr (overlay->changed_by, ==, "Anna");
}

static void
test_nothing_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileOverlay) overlay = load (fixture, "a");

  g_assert_null (overlay->route);
  g_assert_cmpint (overlay->capacity, ==, STILE_NOT_KNOWN);
  g_assert_false (overlay->known);
}

static void
test_put (Fixture *fixture, gconstpointer data)
{
  import (fixture, "[" A "]");
  put_whole (fixture, "a");
  assert_whole (fixture, "a");
}

static void
test_import_keeps_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileService) service = NULL;

  import (fixture, "[" A "]");
  put_whole (fixture, "a");
  import (fixture, "[{\"id\": \"a\", \"name\": \"New name\", \"status\": \"inactive\"}]");
  assert_whole (fixture, "a");
  service = fixture_load (fixture, "a");
  g_assert_cmpstr (service->name, ==, "New name");
}

static void
test_dropped_and_back (Fixture *fixture, gconstpointer data)
{
  import (fixture, "[" A ", " B "]");
  put_whole (fixture, "a");
  import (fixture, "[" B "]");
  assert_list (fixture, NULL, "B");
  assert_whole (fixture, "a");
  import (fixture, "[" A ", " B "]");
  assert_list (fixture, NULL, "A, B");
  assert_whole (fixture, "a");
}

static void
test_today (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileOverlay) overlay = stile_overlay_new ();
  g_autoptr (StileOverlay) found = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  import (fixture, "[" A "]");
  overlay->capacity = 0;
  overlay->notes = g_strdup ("");
  g_assert_true (stile_directory_put_overlay (fixture->directory, "a", overlay, NULL));
  found = load (fixture, "a");
  g_assert_cmpint (found->capacity, ==, 0);
  g_assert_cmpstr (found->capacity_at, ==, today);
  g_assert_null (found->waiting_at);
  g_assert_null (found->notes);
}

static const struct
{
  const char *day;
  int capacity;
} refused[] = {
  { "2999-01-01", 1 }, { "2026-02-30", 1 }, { "yesterday", 1 }, { "2026-01-01x", 1 }, { NULL, -2 },
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  import (fixture, "[" A "]");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (StileOverlay) overlay = stile_overlay_new ();
      g_autoptr (GError) error = NULL;

      overlay->capacity = refused[i].capacity;
      overlay->capacity_at = g_strdup (refused[i].day);
      g_assert_false (stile_directory_put_overlay (fixture->directory, "a", overlay, &error));
      g_assert_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_INPUT);
    }
}

static void
test_unknown_service (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileOverlay) overlay = stile_overlay_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (stile_directory_put_overlay (fixture->directory, "nobody", overlay, &error));
  g_assert_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_UNKNOWN);
}

/* ---- What else an import does ---- */

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report = NULL;

  import (fixture, "[" A "]");
  report = fixture_import (fixture, "feed.json", "[" B "]");
  g_assert_cmpuint (report->services, ==, 1);
  g_assert_cmpuint (report->added, ==, 1);
  g_assert_cmpuint (report->removed, ==, 1);
  g_assert_cmpuint (report->kept, ==, 0);
}

/* A service that the feed did not come to is not gone. */
static void
test_cut_feed_removes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileImportReport) report = NULL;

  import (fixture, "[" A ", " B "]");
  report = fixture_import (fixture, "feed.json",
                           "[{\"id\": \"a\", \"name\": \"A new\", \"status\": \"active\"}, {\"id");
  g_assert_cmpuint (report->kept, ==, 1);
  g_assert_cmpuint (report->removed, ==, 0);
  assert_list (fixture, NULL, "A new, B");
}

static void
test_removed_is_not_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import (fixture, "[" A ", " B "]");
  import (fixture, "[" B "]");
  g_assert_null (stile_directory_load_service (fixture->directory, "a", &error));
  g_assert_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_UNKNOWN);
  assert_list (fixture, "a", "");
}

static void
cancel (guint64 bytes, guint64 total, guint records, gpointer cancellable)
{
  g_assert_cmpuint (bytes, <=, total);
  g_cancellable_cancel (cancellable);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) feed = g_string_new ("[" B);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  import (fixture, "[" A "]");
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (
        feed, ", {\"id\": \"%u\", \"name\": \"%0200u\", \"status\": \"active\"}", i, i);
  g_string_append (feed, "]");
  path = fixture_write (fixture, "long.json", feed->str, -1);
  g_assert_null (stile_directory_import (fixture->directory, (const char *const[]){ path, NULL },
                                         cancel, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_list (fixture, NULL, "A");
}

/* What another part of the program lists while an import runs is the old directory, whole. */
static void
look (guint64 bytes, guint64 total, guint records, gpointer data)
{
  assert_list ((Fixture *) data, NULL, "A");
}

static void
test_list_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileDirectory) second = stile_directory_open (fixture->path, NULL);
  g_autofree char *path = fixture_write (fixture, "new.json", "[" B "]", -1);
  g_autoptr (StileImportReport) report = NULL;

  import (fixture, "[" A "]");
  report = stile_directory_import (second, (const char *const[]){ path, NULL }, look, fixture, NULL,
                                   NULL);
  g_assert_nonnull (report);
  assert_list (fixture, NULL, "B");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/overlay/nothing-known", test_nothing_known);
  add_test ("/overlay/put", test_put);
  add_test ("/overlay/import-keeps-it", test_import_keeps_it);
  add_test ("/overlay/dropped-and-back", test_dropped_and_back);
  add_test ("/overlay/today", test_today);
  add_test ("/overlay/refused", test_refused);
  add_test ("/overlay/unknown-service", test_unknown_service);
  add_test ("/overlay/numbers", test_numbers);
  add_test ("/overlay/cut-feed-removes-nothing", test_cut_feed_removes_nothing);
  add_test ("/overlay/removed-is-not-found", test_removed_is_not_found);
  add_test ("/overlay/cancel", test_cancel);
  add_test ("/overlay/list-meanwhile", test_list_meanwhile);
  return g_test_run ();
}
