// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "directory-private.h"

StileOverlay *
stile_overlay_new (void)
{
  StileOverlay *overlay = g_new0 (StileOverlay, 1);

  overlay->capacity = STILE_NOT_KNOWN;
  overlay->waiting_days = STILE_NOT_KNOWN;
  return overlay;
}

void
stile_overlay_free (StileOverlay *overlay)
{
  if (!overlay)
    return;
  g_free (overlay->route);
  g_free (overlay->contact);
  g_free (overlay->capacity_at);
  g_free (overlay->waiting_at);
  g_free (overlay->languages);
  g_free (overlay->notes);
  g_free (overlay->paused_reason);
  g_free (overlay->changed_at);
  g_free (overlay->changed_by);
  g_free (overlay);
}

char *
stile_service_dup_closed (const StileService *service, const StileOverlay *overlay)
{
  return stile_directory_dup_closed (service->status, overlay->paused, overlay->paused_reason);
}

static StileOverlay *
read_overlay (StileStoreStatement *row)
{
  StileOverlay *overlay = stile_overlay_new ();

  overlay->route = stile_store_dup_text (row, 0);
  overlay->contact = stile_store_dup_text (row, 1);
  overlay->capacity = stile_store_get_known (row, 2);
  overlay->capacity_at = stile_store_dup_text (row, 3);
  overlay->waiting_days = stile_store_get_known (row, 4);
  overlay->waiting_at = stile_store_dup_text (row, 5);
  overlay->languages = stile_store_dup_text (row, 6);
  overlay->notes = stile_store_dup_text (row, 7);
  overlay->known = sqlite3_column_int (row, 8);
  overlay->paused = sqlite3_column_int (row, 9);
  overlay->paused_reason = stile_store_dup_text (row, 10);
  overlay->changed_at = stile_store_dup_text (row, 11);
  overlay->changed_by = stile_store_dup_text (row, 12);
  return overlay;
}

StileOverlay *
stile_directory_load_overlay (StileDirectory *directory, const char *id, GError **error)
{
  g_autoptr (StileStoreStatement) row = stile_store_prepare (
      directory->store,
      "SELECT route, contact, capacity, capacity_at, waiting_days, waiting_at, languages, notes,"
      " known, paused, paused_reason, changed_at, changed_by FROM overlay WHERE service = ?",
      error);
  g_autoptr (GError) fault = NULL;

  if (!row)
    return NULL;
  stile_store_bind_text (row, 1, id);
  if (stile_store_step (directory->store, row, &fault))
    return read_overlay (row);
  if (!fault)
    return stile_overlay_new ();
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

/* ---- Writing ---- */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_INPUT, sentence);
  return FALSE;
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static gboolean
is_day (const char *text)
{
  guint year, month, day;
  int length = 0;

  return sscanf (text, "%4u-%2u-%2u%n", &year, &month, &day, &length) == 3 && length == 10
         && text[10] == '\0' && g_date_valid_dmy (day, month, year);
}

static gboolean
check (const StileOverlay *overlay, const char *today, GError **error)
{
  const char *days[] = { overlay->capacity_at, overlay->waiting_at };

  if (overlay->capacity < STILE_NOT_KNOWN || overlay->waiting_days < STILE_NOT_KNOWN)
    return refuse (error, _("Please give a number that is not below 0."));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (days[i] && *days[i] && !is_day (days[i]))
        return refuse (error, _("Please give a day like 2026-11-22."));
      if (days[i] && strcmp (days[i], today) > 0)
        return refuse (error, _("Please give a day that has been."));
    }
  return TRUE;
}

static gboolean
check_service (StileStore *store, const char *id, GError **error)
{
  g_autoptr (StileStoreStatement) row = stile_store_prepare (
      store, "SELECT 1 FROM service WHERE id = ?1 UNION SELECT 1 FROM overlay WHERE service = ?1",
      error);
  g_autoptr (GError) fault = NULL;

  if (!row)
    return FALSE;
  stile_store_bind_text (row, 1, id);
  if (stile_store_step (store, row, &fault))
    return TRUE;
  if (fault)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    g_set_error (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_UNKNOWN,
                 /* Translators: the id of a service. */
                 _("The directory has no service “%s” (any more)."), id);
  return FALSE;
}

static const char *
or_null (const char *text)
{
  return text && *text ? text : NULL;
}

/* The day of a number: today where none is given, none without the number. */
static const char *
get_day (int number, const char *day, const char *today)
{
  if (number == STILE_NOT_KNOWN)
    return NULL;
  return or_null (day) ? day : today;
}

gboolean
stile_directory_put_overlay (StileDirectory *directory, const char *id, const StileOverlay *overlay,
                             GError **error)
{
  g_autofree char *today = dup_today ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *changed_at = g_date_time_format_iso8601 (now);
  g_autoptr (StileStoreStatement) row = NULL;

  if (!check (overlay, today, error) || !check_service (directory->store, id, error))
    return FALSE;
  row = stile_store_prepare (
      directory->store,
      "INSERT OR REPLACE INTO overlay (service, route, contact, capacity, capacity_at,"
      " waiting_days, waiting_at, languages, notes, known, paused, paused_reason, changed_at,"
      " changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);
  if (!row)
    return FALSE;
  stile_store_bind_text (row, 1, id);
  stile_store_bind_text (row, 2, or_null (overlay->route));
  stile_store_bind_text (row, 3, or_null (overlay->contact));
  stile_store_bind_known (row, 4, overlay->capacity);
  stile_store_bind_text (row, 5, get_day (overlay->capacity, overlay->capacity_at, today));
  stile_store_bind_known (row, 6, overlay->waiting_days);
  stile_store_bind_text (row, 7, get_day (overlay->waiting_days, overlay->waiting_at, today));
  stile_store_bind_text (row, 8, or_null (overlay->languages));
  stile_store_bind_text (row, 9, or_null (overlay->notes));
  sqlite3_bind_int (row, 10, overlay->known != 0);
  sqlite3_bind_int (row, 11, overlay->paused != 0);
  stile_store_bind_text (row, 12, or_null (overlay->paused_reason));
  stile_store_bind_text (row, 13, changed_at);
  stile_store_bind_text (row, 14, or_null (overlay->changed_by));
  return stile_store_run (directory->store, row, error);
}
