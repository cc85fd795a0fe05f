// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The referrals of everybody: those that stand still, and figures for each service. */

#include <math.h>

#include "casework-private.h"
#include "followup.h"
#include "parked-private.h"
#include "words.h"

#define ENTRIES(view, kind)                                                                        \
  "SELECT seq, id, case_id, at, adviser, '" kind "', p FROM " view " WHERE p IS NOT NULL"

static const char entries_sql[]
    = ENTRIES ("referral", STILE_KIND_REFERRAL)
      " UNION ALL " ENTRIES ("referral_status", STILE_KIND_REFERRAL_STATUS)
      " UNION ALL " ENTRIES ("agreement", STILE_KIND_AGREEMENT) " ORDER BY seq";

/* What figures ask of one. */
static StileReferral *
copy_for_figures (const StileReferral *referral)
{
  StileReferral *copy = g_new0 (StileReferral, 1);

  copy->service = g_strdup (referral->service);
  copy->service_id = g_strdup (referral->service_id);
  copy->organization = g_strdup (referral->organization);
  copy->status = g_strdup (referral->status);
  copy->sent = referral->sent;
  copy->accepted = referral->accepted;
  copy->started = referral->started;
  copy->finished = referral->finished;
  return copy;
}

static void
fold_row (GPtrArray *referrals, GHashTable *by_id, GPtrArray *past, StileRows *rows)
{
  g_autoptr (JsonNode) content = json_from_string (stile_rows_get_text (rows, 6), NULL);
  const char *kind = stile_rows_get_text (rows, 5);
  const StileEntry entry = {
    .id = (char *) stile_rows_get_text (rows, 1),
    .case_id = (char *) stile_rows_get_text (rows, 2),
    .at = (char *) stile_rows_get_text (rows, 3),
    .adviser = (char *) stile_rows_get_text (rows, 4),
    .content = content,
  };
  const char *id = stile_fields_get_text (content, "referral");
  StileReferral *referral = NULL;

  if (strcmp (kind, STILE_KIND_REFERRAL) == 0)
    {
      referral = stile_referral_new_from_entry (&entry);
      if (!referral)
        return;
      g_ptr_array_add (referrals, referral);
      g_hash_table_insert (by_id, referral->id, referral);
      return;
    }

  referral = id ? g_hash_table_lookup (by_id, id) : NULL;
  if (!referral || strcmp (referral->case_id, entry.case_id) != 0)
    return;
  if (strcmp (kind, STILE_KIND_AGREEMENT) == 0)
    {
      stile_referral_fold_agreement (referral, &entry);
      return;
    }
  if (past && g_date_valid (&referral->sent) && stile_referral_is_to_other (referral, content))
    g_ptr_array_add (past, copy_for_figures (referral));
  stile_referral_fold_status (referral, &entry);
}

GPtrArray *
stile_casework_load_referrals (StileCasework *casework, GPtrArray *past, GError **error)
{
  g_autoptr (StileRows) rows = stile_ledger_query (casework->ledger, entries_sql, NULL, error);
  g_autoptr (GPtrArray) referrals
      = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_referral_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  GError *fault = NULL;

  if (!rows)
    return NULL;
  while (stile_rows_next (rows, &fault))
    fold_row (referrals, by_id, past, rows);
  if (!fault)
    return g_steal_pointer (&referrals);

  g_propagate_error (error, fault);
  return NULL;
}

/* ---- Reminders ---- */

/* Our judgement: who may lose their bed tonight is asked about tomorrow; where nothing burns, ten
 * days are two working weeks. Once a service has said yes its own waiting list counts. */
guint
stile_referral_get_patience (const char *status, const char *urgency)
{
  static const struct
  {
    const char *status;
    guint days[3]; /* now, today, soon */
  } table[] = {
    { STILE_REFERRAL_DRAFT, { 1, 2, 10 } },
    { STILE_REFERRAL_SENT, { 1, 2, 10 } },
    { STILE_REFERRAL_NO_REPLY, { 1, 2, 10 } },
    { STILE_REFERRAL_ACCEPTED, { 2, 7, 28 } },
  };
  guint column = STILE_URGENCY_SOON;

  if (g_strcmp0 (urgency, stile_urgency_to_string (STILE_URGENCY_NOW)) == 0)
    column = STILE_URGENCY_NOW;
  else if (g_strcmp0 (urgency, stile_urgency_to_string (STILE_URGENCY_TODAY)) == 0)
    column = STILE_URGENCY_TODAY;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (g_strcmp0 (table[i].status, status) == 0)
        return table[i].days[column];
    }

  return 0;
}

void
stile_reminder_free (StileReminder *reminder)
{
  g_free (reminder->case_id);
  g_free (reminder->referral_id);
  g_free (reminder->words);
  g_free (reminder);
}

static char *
dup_words (const char *status, guint days)
{
  if (strcmp (status, STILE_REFERRAL_DRAFT) == 0)
    return g_strdup_printf (ngettext ("Not sent for %u day", "Not sent for %u days", days), days);
  if (strcmp (status, STILE_REFERRAL_ACCEPTED) == 0)
    /* Translators: the service said yes, and the help has not started. */
    return g_strdup_printf (ngettext ("Accepted %u day ago, not started",
                                      "Accepted %u days ago, not started", days),
                            days);
  return g_strdup_printf (ngettext ("No reply in %u day", "No reply in %u days", days), days);
}

/* Days that lie ahead, from a clock that was wrong, are none. */
static guint
days_since (const GDate *day, const GDate *today)
{
  return g_date_valid (day) ? (guint) MAX (g_date_days_between (day, today), 0) : 0;
}

char *
stile_referral_dup_reminder (const StileReferral *referral, const GDate *today)
{
  guint patience = stile_referral_get_patience (referral->status, referral->urgency);
  guint days = days_since (&referral->status_day, today);

  return patience > 0 && days >= patience ? dup_words (referral->status, days) : NULL;
}

typedef struct
{
  StileReminder *reminder;
  int overdue;
} Due;

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const Due *first = a;
  const Due *second = b;

  if (first->overdue != second->overdue)
    return second->overdue - first->overdue;
  return strcmp (first->reminder->referral_id, second->reminder->referral_id);
}

static void
add_due (GArray *due, const StileParkedPerson *person, const GDate *today)
{
  for (guint i = 0; i < person->referrals->len; i++)
    {
      const StileParkedReferral *referral = g_ptr_array_index (person->referrals, i);
      guint patience = stile_referral_get_patience (referral->status, referral->urgency);
      guint days = days_since (&referral->status_day, today);
      Due item = { .overdue = (int) days - (int) patience };

      if (patience == 0 || days < patience)
        continue;
      item.reminder = g_new0 (StileReminder, 1);
      item.reminder->case_id = g_strdup (person->case_id);
      item.reminder->referral_id = g_strdup (referral->id);
      item.reminder->days = days;
      item.reminder->words = dup_words (referral->status, days);
      g_array_append_val (due, item);
    }
}

GPtrArray *
stile_casework_list_reminders_at (StileCasework *casework, GDateTime *now, GError **error)
{
  g_autoptr (GArray) due = g_array_new (FALSE, FALSE, sizeof (Due));
  GHashTable *people = stile_parked_fold_read (casework, error);
  GPtrArray *reminders;
  GHashTableIter iter;
  gpointer person;
  GDate today;

  if (!people)
    return NULL;
  stile_day_of_date_time (now, &today);
  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, NULL, &person))
    {
      if (!stile_parked_person_is_left_in_peace (person))
        add_due (due, person, &today);
    }

  g_array_sort (due, compare_due);
  reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_reminder_free);
  for (guint i = 0; i < due->len; i++)
    g_ptr_array_add (reminders, g_array_index (due, Due, i).reminder);
  return reminders;
}

GPtrArray *
stile_casework_list_reminders (StileCasework *casework, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return stile_casework_list_reminders_at (casework, now, error);
}

/* ---- Figures for each service ---- */

typedef struct
{
  StileServiceFigures *figures;
  GArray *to_accepted; /* of int, days */
  GArray *to_started;
} Counting;

static void
counting_free (Counting *counting)
{
  g_array_unref (counting->to_accepted);
  g_array_unref (counting->to_started);
  g_free (counting);
}

void
stile_service_figures_free (StileServiceFigures *figures)
{
  g_free (figures->service);
  g_free (figures->service_id);
  g_free (figures->organization);
  g_free (figures);
}

/* By id where there is one: names change. */
static Counting *
ensure_counting (GHashTable *by_service, GPtrArray *all, const StileReferral *referral)
{
  g_autofree char *key = referral->service_id ? g_strconcat ("id ", referral->service_id, NULL)
                                              : g_strconcat ("name ", referral->service, NULL);
  Counting *counting = g_hash_table_lookup (by_service, key);

  if (!counting)
    {
      counting = g_new0 (Counting, 1);
      counting->figures = g_new0 (StileServiceFigures, 1);
      counting->to_accepted = g_array_new (FALSE, FALSE, sizeof (int));
      counting->to_started = g_array_new (FALSE, FALSE, sizeof (int));
      g_hash_table_insert (by_service, g_steal_pointer (&key), counting);
      g_ptr_array_add (all, counting->figures);
    }

  return counting;
}

static void
add_days (GArray *array, const GDate *from, const GDate *to)
{
  int days;

  if (!g_date_valid (from) || !g_date_valid (to))
    return;
  days = g_date_days_between (from, to);
  g_array_append_val (array, days);
}

static void
count (Counting *counting, const StileReferral *referral)
{
  StileServiceFigures *figures = counting->figures;

  g_free (figures->service);
  figures->service = g_strdup (referral->service);
  g_free (figures->service_id);
  figures->service_id = g_strdup (referral->service_id);
  if (referral->organization)
    {
      g_free (figures->organization);
      figures->organization = g_strdup (referral->organization);
    }
  figures->suggested++;
  if (!g_date_valid (&referral->sent))
    return;

  figures->made++;
  figures->accepted += g_date_valid (&referral->accepted);
  figures->started += g_date_valid (&referral->started);
  figures->finished += g_date_valid (&referral->finished);
  figures->no_reply += strcmp (referral->status, STILE_REFERRAL_NO_REPLY) == 0;
  add_days (counting->to_accepted, &referral->sent, &referral->accepted);
  add_days (counting->to_started, &referral->sent, &referral->started);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static double
median (GArray *days)
{
  guint middle = days->len / 2;

  if (days->len == 0)
    return NAN;
  g_array_sort (days, compare_days);
  if (days->len % 2 == 1)
    return g_array_index (days, int, middle);
  return (g_array_index (days, int, middle - 1) + g_array_index (days, int, middle)) / 2.0;
}

static int
compare_services (gconstpointer a, gconstpointer b)
{
  const StileServiceFigures *first = *(const StileServiceFigures *const *) a;
  const StileServiceFigures *second = *(const StileServiceFigures *const *) b;

  return g_utf8_collate (first->service, second->service);
}

static void
count_all (GHashTable *by_service, GPtrArray *all, const GPtrArray *referrals)
{
  for (guint i = 0; i < referrals->len; i++)
    {
      const StileReferral *referral = g_ptr_array_index (referrals, i);
      if (referral->service)
        count (ensure_counting (by_service, all, referral), referral);
    }
}

GPtrArray *
stile_casework_list_service_figures (StileCasework *casework, GError **error)
{
  g_autoptr (GPtrArray) past
      = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_referral_free);
  g_autoptr (GPtrArray) referrals = stile_casework_load_referrals (casework, past, error);
  g_autoptr (GHashTable) by_service = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) counting_free);
  GPtrArray *all;
  GHashTableIter iter;
  gpointer value;

  if (!referrals)
    return NULL;

  all = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_service_figures_free);
  count_all (by_service, all, past);
  count_all (by_service, all, referrals);

  g_hash_table_iter_init (&iter, by_service);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Counting *counting = value;
      counting->figures->days_to_accepted = median (counting->to_accepted);
      counting->figures->days_to_started = median (counting->to_started);
    }
  g_ptr_array_sort (all, compare_services);
  return all;
}
