// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* One import: everything that is read goes into one transaction. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "directory-private.h"
#include "directory-resources.h"
#include "page.h"
#include "saving.h"
#include "service-private.h"
#include "sources.h"

typedef struct
{
  StileStore *store;
  const char *feed; /* where from, in words */
  gint64 number;    /* of this import */
  StileReading reading;
  StileImportReport *report;
  StilePage *page; /* the one that is being read */
  StileImportProgress progress;
  gpointer data;
} Import;

/* ---- Services ---- */

/* A list and the details of the same service, or one service at several places, are one. Two
 * services that share an id are not. */
static gboolean
add_to_earlier (Import *import, StileService *service, const StileSaved *saved, GError **error)
{
  g_autoptr (StileService) earlier = stile_saving_load (import->store, service->id, error);

  if (!earlier)
    return FALSE;
  if (strcmp (earlier->name, service->name) != 0)
    {
      import->report->left_out++;
      stile_reading_tell (&import->reading, "id",
                          /* Translators: two services. */
                          _("The id is used twice, by “%s” and by “%s”. The second was left out."),
                          earlier->name, service->name);
      return TRUE;
    }
  import->report->repeated++;
  stile_reading_tell (&import->reading, "id",
                      _("The service was read already. What it lacked was added."));
  stile_service_merge (earlier, service);
  return stile_saving_put (import->store, earlier, saved->n, import->number, error);
}

static gboolean
service_found (StileService *service, gpointer data, GError **error)
{
  Import *import = data;
  StileSaved saved;
  gboolean done;

  import->reading.id = service->id;
  if (!stile_saving_find (import->store, service->id, &saved, error))
    return FALSE;
  if (saved.import == import->number)
    done = add_to_earlier (import, service, &saved, error);
  else
    {
      done = stile_saving_put (import->store, service, saved.n, import->number, error);
      import->report->services++;
      import->report->added += saved.n == 0;
    }
  import->reading.id = NULL;
  return done;
}

/* ---- Sources ---- */

static void
begin_page (const char *name, gpointer data)
{
  Import *import = data;

  g_clear_pointer (&import->page, stile_page_free);
  import->page = stile_page_new (&import->reading, name, service_found, import);
}

static gboolean
push_page (const char *bytes, gsize length, gpointer data, GError **error)
{
  Import *import = data;

  return stile_page_push (import->page, bytes, length, error);
}

static gboolean
end_page (gboolean cut, gpointer data, GError **error)
{
  Import *import = data;
  gboolean done = stile_page_end (import->page, cut, error);

  g_clear_pointer (&import->page, stile_page_free);
  return done;
}

static void
tell (const char *name, const char *what, gboolean is_lost, gpointer data)
{
  Import *import = data;

  import->reading.source = name;
  import->reading.record = 0;
  stile_reading_tell (&import->reading, NULL, "%s", what);
  import->reading.source = NULL;
  import->report->cut = import->report->cut || is_lost;
}

static void
report_progress (guint64 bytes, guint64 total, gpointer data)
{
  Import *import = data;

  if (import->progress)
    import->progress (MIN (bytes, total), total, import->report->records, import->data);
}

/* ---- The whole ---- */

static gboolean
begin_import (Import *import, GError **error)
{
  g_autoptr (StileStoreStatement) row = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format_iso8601 (now);

  if (!stile_store_exec (import->store, "BEGIN IMMEDIATE", error))
    return FALSE;
  row = stile_store_prepare (import->store,
                             "INSERT INTO import (at, services, feed) VALUES (?, 0, ?)", error);
  if (!row)
    return FALSE;
  stile_store_bind_text (row, 1, at);
  stile_store_bind_text (row, 2, import->feed);
  if (!stile_store_run (import->store, row, error))
    return FALSE;
  import->number = sqlite3_last_insert_rowid (import->store->handle);
  return TRUE;
}

/* Of the first record, or file, the last fault: smaller ones were told before that which left it
 * out. */
static const char *
find_reason (const GPtrArray *lines)
{
  const StileImportLine *first = lines->len > 0 ? lines->pdata[0] : NULL;
  const StileImportLine *reason = first;

  for (guint i = 1; i < lines->len; i++)
    {
      const StileImportLine *line = lines->pdata[i];

      if (line->record != first->record || g_strcmp0 (line->source, first->source) != 0)
        break;
      reason = line;
    }
  return reason ? reason->what : "";
}

static gboolean
refuse_nothing (const Import *import, GError **error)
{
  g_autofree char *words = g_strdup_printf (
      /* Translators: the files, and the first fault, a sentence. */
      _("There is not one service in “%s”, so the directory stays as it was. %s"), import->feed,
      find_reason (import->report->lines));

  g_set_error_literal (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_INPUT,
                       g_strchomp (words));
  return FALSE;
}

static gboolean
finish_import (Import *import, GError **error)
{
  g_autoptr (StileStoreStatement) row = NULL;
  gint64 services;

  if (import->report->services == 0)
    return refuse_nothing (import, error);
  if (!import->report->cut
      && !stile_saving_remove_others (import->store, import->number, &import->report->removed,
                                      error))
    return FALSE;
  if (!stile_store_get_number (import->store, "SELECT count (*) FROM service", &services, error))
    return FALSE;
  import->report->kept = (guint) services - import->report->services;
  import->report->services = (guint) services;

  row =
      stile_store_prepare (import->store, "UPDATE import SET services = ? WHERE number = ?", error);
  if (!row)
    return FALSE;
  sqlite3_bind_int64 (row, 1, services);
  sqlite3_bind_int64 (row, 2, import->number);
  return stile_store_run (import->store, row, error)
         && stile_store_exec (import->store, "COMMIT", error);
}

/* Gives all there is to read to the import. */
typedef gboolean (*ReadAll) (Import *import, gconstpointer what, GCancellable *cancellable,
                             GError **error);

static gboolean
run_import (Import *import, ReadAll read, gconstpointer what, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean done;

  import->reading.report = import->report;
  g_date_set_dmy (&import->reading.today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  done = begin_import (import, error) && read (import, what, cancellable, error);
  g_clear_pointer (&import->page, stile_page_free);
  done = done && finish_import (import, error);
  if (!done)
    stile_store_rollback (import->store);
  return done;
}

static gboolean
read_paths (Import *import, gconstpointer paths, GCancellable *cancellable, GError **error)
{
  const StileSourcesSink sink = { begin_page, push_page, end_page, tell, report_progress, import };

  return stile_sources_read (paths, &sink, cancellable, error);
}

/* The names alone: folders may tell of people. */
static char *
dup_feed (const char *const *paths)
{
  g_autoptr (GString) feed = g_string_new (NULL);

  for (guint i = 0; paths[i]; i++)
    {
      g_autofree char *name = g_filename_display_basename (paths[i]);

      g_string_append_printf (feed, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (g_steal_pointer (&feed), FALSE);
}

StileImportReport *
stile_directory_import (StileDirectory *directory, const char *const *paths,
                        StileImportProgress progress, gpointer data, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (StileImportReport) report = stile_import_report_new ();
  g_autofree char *feed = dup_feed (paths);
  Import import = { .store = directory->store,
                    .feed = feed,
                    .report = report,
                    .progress = progress,
                    .data = data };

  return run_import (&import, read_paths, paths, cancellable, error) ? g_steal_pointer (&report)
                                                                     : NULL;
}

static gboolean
read_bytes (Import *import, gconstpointer bytes, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data ((GBytes *) bytes, &length);

  begin_page ("services.json", import);
  return push_page (data, length, import, error) && end_page (FALSE, import, error);
}

gboolean
stile_directory_import_demo (StileDirectory *directory, GError **error)
{
  g_autoptr (StileImportReport) report = stile_import_report_new ();
  g_autoptr (GBytes) services = g_resource_lookup_data (stile_directory_get_resource (),
                                                        "/org/stile/directory/demo/services.json",
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  Import import = { .store = directory->store,
                    /* Translators: where the services of the demo come from. */
                    .feed = _("made up, to try the program"),
                    .report = report };

  return run_import (&import, read_bytes, services, NULL, error);
}
