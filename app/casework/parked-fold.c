// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the list of people who were left alone is made of, kept in memory like the list of people
 * and for the same reason: brought up to date by SQL over the entries behind the last one seen.
 * What was written last counts, whatever the clock said. */

#include "parked-private.h"

typedef StileParkedPerson Person;

static void
start_free (StileParkedStart *start)
{
  g_free (start->id);
  g_free (start->form_digest);
  g_free (start);
}

static void
referral_free (StileParkedReferral *referral)
{
  g_free (referral->id);
  g_free (referral);
}

static void
person_free (Person *person)
{
  g_free (person->case_id);
  g_free (person->assessment_id);
  g_free (person->form_digest);
  g_free (person->levels);
  g_free (person->proposed);
  g_free (person->decided);
  g_ptr_array_unref (person->starts);
  g_ptr_array_unref (person->referrals);
  g_free (person);
}

StileParkedFold *
stile_parked_fold_new (void)
{
  StileParkedFold *fold = g_new0 (StileParkedFold, 1);

  fold->people
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) person_free);
  return fold;
}

void
stile_parked_fold_free (StileParkedFold *fold)
{
  g_hash_table_unref (fold->people);
  g_free (fold);
}

StileParkedPerson *
stile_parked_fold_ensure (StileParkedFold *fold, const char *case_id)
{
  Person *person = g_hash_table_lookup (fold->people, case_id);

  if (!person)
    {
      person = g_new0 (Person, 1);
      person->case_id = g_strdup (case_id);
      person->starts = g_ptr_array_new_with_free_func ((GDestroyNotify) start_free);
      person->referrals = g_ptr_array_new_with_free_func ((GDestroyNotify) referral_free);
      g_hash_table_insert (fold->people, person->case_id, person);
    }

  return person;
}

StileParkedStart *
stile_parked_person_add_start (StileParkedPerson *person, char *id)
{
  StileParkedStart *start = g_new0 (StileParkedStart, 1);

  start->id = id;
  g_ptr_array_add (person->starts, start);
  return start;
}

StileParkedReferral *
stile_parked_person_add_referral (StileParkedPerson *person, char *id)
{
  StileParkedReferral *referral = g_new0 (StileParkedReferral, 1);

  referral->id = id;
  g_ptr_array_add (person->referrals, referral);
  return referral;
}

static const StileParkedStart *
find_start (const Person *person, const char *id)
{
  for (guint i = 0; i < person->starts->len; i++)
    {
      const StileParkedStart *start = g_ptr_array_index (person->starts, i);

      if (g_strcmp0 (start->id, id) == 0)
        return start;
    }

  return NULL;
}

static StileParkedReferral *
find_referral (const Person *person, const char *id)
{
  for (guint i = 0; i < person->referrals->len; i++)
    {
      StileParkedReferral *referral = g_ptr_array_index (person->referrals, i);

      if (g_strcmp0 (referral->id, id) == 0)
        return referral;
    }

  return NULL;
}

/* ---- One function a query ---- */

/* The first four columns of all queries, and the function's own ones. */
typedef struct
{
  StileParkedFold *fold;
  Person *person;
  const char *id;
  gint64 seq;
  GDate day; /* on which it was written */
  StileRows *rows;
} Row;

static const char *
get_text (const Row *row, int column)
{
  return stile_rows_get_text (row->rows, column);
}

static void
add_contact (const Row *row)
{
  if (row->seq < row->person->contact_seq)
    return;
  row->person->contact_seq = row->seq;
  row->person->contact = row->day;
}

static void
add_started (const Row *row)
{
  StileParkedStart *start = stile_parked_person_add_start (row->person, g_strdup (row->id));

  start->form_digest = g_strdup (get_text (row, 4));
  start->seq = row->seq;
  if (!stile_read_day (get_text (row, 5), &start->started))
    start->started = row->day;
  add_contact (row);
}

/* A result of the newest assessment that is finished, or a corrected one: then an earlier decision
 * counts no more. */
static void
add_result (const Row *row)
{
  Person *person = row->person;
  const char *assessment_id = get_text (row, 4);
  const StileParkedStart *start = assessment_id ? find_start (person, assessment_id) : NULL;
  gboolean is_correction = stile_rows_get_int (row->rows, 7) != 0;
  gboolean is_same = g_strcmp0 (person->assessment_id, assessment_id) == 0;

  if (!is_correction)
    add_contact (row);
  if (!start || (is_correction ? !is_same : start->seq <= person->start_seq))
    return;

  stile_replace_text (&person->assessment_id, assessment_id);
  stile_replace_text (&person->form_digest, start->form_digest);
  stile_replace_text (&person->levels, get_text (row, 5));
  stile_replace_text (&person->proposed, get_text (row, 6));
  g_clear_pointer (&person->decided, g_free);
  person->start_seq = start->seq;
  person->result_seq = row->seq;
  person->talked = start->started;
}

static void
add_decision (const Row *row)
{
  if (row->seq > row->person->result_seq
      && g_strcmp0 (row->person->assessment_id, get_text (row, 4)) == 0)
    stile_replace_text (&row->person->decided, get_text (row, 5));
}

static void
add_consent (const Row *row)
{
  row->person->is_refused = stile_rows_get_int (row->rows, 4) == 0;
}

static void
add_moved_on (const Row *row)
{
  row->person->moved_on_seq = row->seq;
}

static void
set_status (StileParkedReferral *referral, const Row *row, int column)
{
  referral->status = g_intern_string (stile_referral_status_read (get_text (row, column)));
  if (!stile_read_day (get_text (row, column + 1), &referral->status_day))
    referral->status_day = row->day;
}

static void
add_referral (const Row *row)
{
  StileParkedReferral *referral
      = stile_parked_person_add_referral (row->person, g_strdup (row->id));

  set_status (referral, row, 4);
  referral->urgency = g_intern_string (get_text (row, 6));
}

static void
add_referral_status (const Row *row)
{
  const char *id = get_text (row, 6);
  StileParkedReferral *referral = id ? find_referral (row->person, id) : NULL;

  if (referral && get_text (row, 4))
    set_status (referral, row, 4);
}

static void
add_erased (const Row *row)
{
  const char *case_id = get_text (row, 4);

  if (case_id)
    g_hash_table_remove (row->fold->people, case_id);
  row->fold->kept_seq = 0; /* the book has no summary any more */
}

/* What is new: ?1 < seq <= ?2. The limit that is none makes SQLite open each entry once, however
 * often "p" is named outside. */
#define OPENED(view, columns)                                                                      \
  "(SELECT case_id, id, seq, at, " columns " FROM (SELECT * FROM " view                            \
  " WHERE seq > CAST (?1 AS INTEGER) AND seq <= CAST (?2 AS INTEGER) AND p IS NOT NULL"            \
  " ORDER BY seq LIMIT -1) LIMIT -1)"
/* "housing severe, money none": a result is thousands of bytes. */
#define LEVELS                                                                                     \
  "CASE WHEN json_valid (r) THEN (SELECT group_concat ((value ->> '$.id') || ' '"                  \
  " || (value ->> '$.level')) FROM json_each (r, '$.domains')) END"
#define PROPOSED "CASE WHEN json_valid (r) THEN r ->> '$.category.id' END"
#define RESULTS(view) OPENED (view, "p ->> '$.assessment' AS a, p ->> '$.result' AS r")

/* The person was there when they were asked and when they agreed to something; a referral letter
 * that was sent or a note that was written is no contact with them. Where the same entries come to
 * something else, the summary gets another format (parked-summary.c). */
static const struct
{
  const char *sql;
  void (*add) (const Row *row);
} queries[] = {
  { "SELECT * FROM " OPENED ("assessment_started", "p ->> '$.form', p ->> '$.started'")
    " ORDER BY seq", add_started },
  { "SELECT case_id, id, seq, at, a, " LEVELS ", " PROPOSED ", c FROM"
    " (SELECT *, 0 AS c FROM " RESULTS ("assessment_finished") " UNION ALL"
    " SELECT *, 1 AS c FROM " RESULTS ("rectified") " WHERE r IS NOT NULL)"
    " ORDER BY seq", add_result },
  { "SELECT * FROM " OPENED ("decision", "p ->> '$.assessment', p ->> '$.decided'")
    " ORDER BY seq", add_decision },
  { "SELECT * FROM " OPENED ("consent", "p ->> '$.given'") " ORDER BY seq", add_consent },
  { "SELECT * FROM " OPENED ("contact", "NULL") " WHERE id NOT IN (SELECT p ->> '$.entry'"
    " FROM rectified WHERE p ->> '$.what' = '" STILE_RECTIFIED_CONTACT "'"
    " AND p ->> '$.text' = '')", add_contact },
  { "SELECT * FROM " OPENED ("agreement", "NULL"), add_contact },
  { "SELECT * FROM " OPENED ("moved_on", "NULL") " ORDER BY seq", add_moved_on },
  { "SELECT * FROM " OPENED ("referral", "ifnull (p ->> '$.status', '" STILE_REFERRAL_SENT "'),"
    " p ->> '$.day', p ->> '$.urgency'") " ORDER BY seq", add_referral },
  { "SELECT * FROM " OPENED ("referral_status", "p ->> '$.status', p ->> '$.day',"
    " p ->> '$.referral'") " ORDER BY seq", add_referral_status },
  { "SELECT * FROM " OPENED ("erased", "p ->> '$.case'"), add_erased },
};

static gboolean
run_query (StileParkedFold *fold, StileLedger *ledger, guint query, const char *const *params,
           GError **error)
{
  g_autoptr (StileRows) rows = stile_ledger_query (ledger, queries[query].sql, params, error);
  GError *fault = NULL;

  if (!rows)
    return FALSE;
  while (stile_rows_next (rows, &fault))
    {
      Row row = { fold, stile_parked_fold_ensure (fold, stile_rows_get_text (rows, 0)) };

      row.id = stile_rows_get_text (rows, 1);
      row.seq = stile_rows_get_int (rows, 2);
      row.rows = rows;
      stile_day_of_time (stile_rows_get_text (rows, 3), &row.day);
      queries[query].add (&row);
    }

  if (!fault)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

/* ---- Bringing it up to date ---- */

/* A contact that was taken back may be in the fold already, which does not know the one before. */
static const char taken_back_sql[]
    = "SELECT DISTINCT case_id FROM rectified WHERE seq > CAST (?1 AS INTEGER)"
      " AND p ->> '$.what' = '" STILE_RECTIFIED_CONTACT "' AND p ->> '$.text' = ''";
static const char contact_again_sql[]
    = "SELECT seq, at FROM entry WHERE case_id = ?1 AND sealed IS NOT NULL"
      " AND +kind IN ('" STILE_KIND_STARTED "', '" STILE_KIND_FINISHED "', '" STILE_KIND_AGREEMENT
      "', '" STILE_KIND_CONTACT "') AND id NOT IN (SELECT p ->> '$.entry' FROM rectified"
      " WHERE case_id = ?1 AND p ->> '$.what' = '" STILE_RECTIFIED_CONTACT "'"
      " AND p ->> '$.text' = '') ORDER BY seq DESC LIMIT 1";

static gboolean
read_contact_again (StileParkedFold *fold, StileLedger *ledger, const char *case_id,
                    GError **error)
{
  const char *const params[] = { case_id, NULL };
  g_autoptr (StileRows) rows = stile_ledger_query (ledger, contact_again_sql, params, error);
  Person *person = stile_parked_fold_ensure (fold, case_id);
  GError *fault = NULL;

  if (!rows)
    return FALSE;
  person->contact_seq = 0;
  g_date_clear (&person->contact, 1);
  if (stile_rows_next (rows, &fault))
    {
      person->contact_seq = stile_rows_get_int (rows, 0);
      stile_day_of_time (stile_rows_get_text (rows, 1), &person->contact);
    }
  if (!fault)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

static gboolean
read_taken_back (StileParkedFold *fold, StileLedger *ledger, const char *const *params,
                 GError **error)
{
  g_autoptr (StileRows) rows = stile_ledger_query (ledger, taken_back_sql, params, error);
  GError *fault = NULL;
  gboolean is_read = TRUE;

  if (!rows)
    return FALSE;
  while (is_read && stile_rows_next (rows, &fault))
    is_read = read_contact_again (fold, ledger, stile_rows_get_text (rows, 0), error);
  if (!fault)
    return is_read;
  g_propagate_error (error, fault);
  return FALSE;
}

static gboolean
read_newest (StileLedger *ledger, gint64 *seq, GError **error)
{
  g_autoptr (StileRows) rows
      = stile_ledger_query (ledger, "SELECT ifnull (max (seq), 0) FROM entry", NULL, error);
  GError *fault = NULL;

  if (!rows)
    return FALSE;
  *seq = stile_rows_next (rows, &fault) ? stile_rows_get_int (rows, 0) : 0;
  if (!fault)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

static gboolean
refresh (StileParkedFold *fold, StileLedger *ledger, GError **error)
{
  g_autofree char *after = g_strdup_printf ("%" G_GINT64_FORMAT, fold->seq);
  g_autofree char *last = NULL;
  gint64 newest = 0;

  if (!read_newest (ledger, &newest, error))
    return FALSE;
  if (fold->seq == newest)
    return TRUE;

  last = g_strdup_printf ("%" G_GINT64_FORMAT, newest);
  const char *const params[] = { after, last, NULL };
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      if (!run_query (fold, ledger, i, params, error))
        return FALSE;
    }
  const char *const since[] = { after, NULL };
  if (fold->seq > 0 && !read_taken_back (fold, ledger, since, error))
    return FALSE;

  fold->seq = newest;
  return TRUE;
}

gboolean
stile_casework_refresh_parked (StileCasework *casework, GError **error)
{
  gboolean is_new;

  if (!stile_casework_check_unlocked (casework, error))
    return FALSE;
  if (!casework->parked)
    casework->parked = stile_parked_fold_load (casework->ledger);
  is_new = casework->parked->seq == 0;
  if (refresh (casework->parked, casework->ledger, error))
    {
      if (is_new)
        stile_parked_fold_keep (casework->parked, casework->ledger, STILE_WORTH_KEEPING);
      return TRUE;
    }

  /* Half of it may be new: the next call starts afresh. */
  g_clear_pointer (&casework->parked, stile_parked_fold_free);
  return FALSE;
}

GHashTable *
stile_parked_fold_read (StileCasework *casework, GError **error)
{
  return stile_casework_refresh_parked (casework, error) ? casework->parked->people : NULL;
}
