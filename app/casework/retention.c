// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Records are kept no longer than the centre decided. Erasing cannot be undone, so it is only done
 * to those whom somebody saw in a list, and by a clock that can be believed. */

#include "advisers.h"
#include "casework-private.h"
#include "rights.h"
#include "words.h"

/* A book in use has entries of every few days. Where it had none for so long, the clock may have
 * jumped forward. */
#define LONGEST_PAUSE_DAYS 40
/* What was written lately may carry the time of a clock that is wrong already. */
#define LATELY_DAYS 7

void
stile_retention_due_free (StileRetentionDue *due)
{
  g_free (due->case_id);
  g_free (due->title);
  g_free (due);
}

/* ---- The clock ---- */

/* An entry's time as it is written, so that both compare as texts. */
static char *
dup_stamp (GDateTime *time)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (time);

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S.999Z");
}

/* The newest time of all entries, and of those that were not written lately; "" for none. */
static gboolean
read_times (StileCasework *casework, GDateTime *now, char **newest, char **settled, GError **error)
{
  g_autoptr (GDateTime) lately = g_date_time_add_days (now, -LATELY_DAYS);
  g_autofree char *stamp = dup_stamp (lately);
  const char *const params[] = { stamp, NULL };
  g_autoptr (GError) fault = NULL;
  g_autoptr (StileRows) rows = stile_ledger_query (
      casework->ledger,
      "SELECT ifnull (max (at), ''), ifnull (max (CASE WHEN at < ?1 THEN at END), '') FROM entry",
      params, error);

  if (!rows)
    return FALSE;
  if (!stile_rows_next (rows, &fault))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  *newest = g_strdup (stile_rows_get_text (rows, 0));
  *settled = g_strdup (stile_rows_get_text (rows, 1));
  return TRUE;
}

gboolean
stile_casework_check_clock_at (StileCasework *casework, GDateTime *now, char **doubt,
                               GError **error)
{
  g_autoptr (GDateTime) pause = g_date_time_add_days (now, -LONGEST_PAUSE_DAYS);
  g_autofree char *now_stamp = dup_stamp (now);
  g_autofree char *pause_stamp = dup_stamp (pause);
  g_autofree char *newest = NULL;
  g_autofree char *settled = NULL;
  g_autofree char *today = stile_day_dup_words (now_stamp);

  *doubt = NULL;
  if (!read_times (casework, now, &newest, &settled, error))
    return FALSE;

  if (strcmp (newest, now_stamp) > 0)
    {
      g_autofree char *day = stile_day_dup_words (newest);

      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
                   /* Translators: two days. */
                   _("The clock of this computer says %s, but the book has entries of %s. Put the "
                     "clock right first."), today, day);
      return FALSE;
    }
  if (*settled && strcmp (settled, pause_stamp) < 0)
    {
      g_autofree char *day = stile_day_dup_words (settled);

      /* Translators: two days. */
      *doubt = g_strdup_printf (_("The clock of this computer says %s, but before this week the "
                                  "book was last used on %s. Is the date right?"), today, day);
    }

  return TRUE;
}

gboolean
stile_casework_check_clock (StileCasework *casework, char **doubt, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return stile_casework_check_clock_at (casework, now, doubt, error);
}

/* ---- Who is due ---- */

/* NULL where they are not. What has no readable time is never due. */
static StileRetentionDue *
due_new (const StilePersonRow *row, guint months, const GDate *today)
{
  g_autoptr (GDateTime) last = g_date_time_new_from_iso8601 (row->last_at, NULL);
  StileRetentionDue *due;
  GDate last_contact, due_since;

  if (!last)
    return NULL;
  g_date_clear (&last_contact, 1);
  stile_day_of_date_time (last, &last_contact);
  due_since = last_contact;
  g_date_add_months (&due_since, months);
  if (g_date_compare (&due_since, today) > 0)
    return NULL;

  due = g_new0 (StileRetentionDue, 1);
  due->case_id = g_strdup (row->case_id);
  due->title = g_strdup (row->title);
  due->last_contact = last_contact;
  due->due_since = due_since;
  return due;
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const StileRetentionDue *first = *(const StileRetentionDue *const *) a;
  const StileRetentionDue *second = *(const StileRetentionDue *const *) b;

  return g_date_compare (&first->due_since, &second->due_since);
}

GPtrArray *
stile_casework_list_retention_due_at (StileCasework *casework, GDateTime *now, GError **error)
{
  g_autoptr (GPtrArray) rows
      = stile_casework_list_people (casework, STILE_PEOPLE_ALL, NULL, error);
  guint months;
  GPtrArray *list;
  GDate today;

  if (!rows)
    return NULL;
  months = stile_casework_get_setting_number (casework, STILE_SETTING_RETENTION_MONTHS, 0);
  if (months == 0)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
                   _("This centre has not set for how many months records are kept, so nobody is "
                     "due."));
      return NULL;
    }

  g_date_clear (&today, 1);
  stile_day_of_date_time (now, &today);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_retention_due_free);
  for (guint i = 0; i < rows->len; i++)
    {
      StileRetentionDue *due = due_new (g_ptr_array_index (rows, i), months, &today);
      if (due)
        g_ptr_array_add (list, due);
    }

  g_ptr_array_sort (list, compare_due);
  return list;
}

GPtrArray *
stile_casework_list_retention_due (StileCasework *casework, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return stile_casework_list_retention_due_at (casework, now, error);
}

/* ---- Erasing them ---- */

static gboolean
is_still_due (GPtrArray *due_now, const StileRetentionDue *shown)
{
  for (guint i = 0; i < due_now->len; i++)
    {
      const StileRetentionDue *due = g_ptr_array_index (due_now, i);
      if (strcmp (due->case_id, shown->case_id) == 0)
        return g_date_compare (&due->last_contact, &shown->last_contact) == 0;
    }

  return FALSE;
}

static gboolean
check_shown (StileCasework *casework, GPtrArray *shown, GDateTime *now, GError **error)
{
  g_autoptr (GPtrArray) due_now = stile_casework_list_retention_due_at (casework, now, error);

  if (!due_now)
    return FALSE;
  for (guint i = 0; i < shown->len; i++)
    {
      if (is_still_due (due_now, g_ptr_array_index (shown, i)))
        continue;
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
                   _("The list has changed since it was shown. Nobody was erased. Please look at "
                     "it again."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
believe_clock (StileCasework *casework, gboolean clock_is_right, GDateTime *now, GError **error)
{
  g_autofree char *doubt = NULL;

  if (!stile_casework_check_clock_at (casework, now, &doubt, error))
    return FALSE;
  if (!doubt || clock_is_right)
    return TRUE;

  g_set_error_literal (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE, doubt);
  return FALSE;
}

/* Adds those sentences that are not there yet: many leave the same behind. */
static void
merge (GPtrArray *sentences, char **more)
{
  for (guint i = 0; more[i]; i++)
    {
      if (!g_ptr_array_find_with_equal_func (sentences, more[i], g_str_equal, NULL))
        g_ptr_array_add (sentences, g_strdup (more[i]));
    }
}

char **
stile_casework_run_retention_at (StileCasework *casework, GPtrArray *shown,
                                 gboolean clock_is_right, GDateTime *now, GError **error)
{
  g_autoptr (GPtrArray) leftovers = g_ptr_array_new_with_free_func (g_free);

  if (!stile_ledger_check_manager (casework->ledger, error)
      || !believe_clock (casework, clock_is_right, now, error)
      || !check_shown (casework, shown, now, error))
    return NULL;

  for (guint i = 0; i < shown->len; i++)
    {
      const StileRetentionDue *due = g_ptr_array_index (shown, i);
      g_auto (GStrv) left = stile_casework_erase_person (casework, due->case_id, error);

      if (!left)
        return NULL;
      merge (leftovers, left);
    }

  g_ptr_array_add (leftovers, NULL);
  return (char **) g_ptr_array_steal (leftovers, NULL);
}

char **
stile_casework_run_retention (StileCasework *casework, GPtrArray *shown, gboolean clock_is_right,
                              GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return stile_casework_run_retention_at (casework, shown, clock_is_right, now, error);
}
