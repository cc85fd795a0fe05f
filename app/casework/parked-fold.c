// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the list of people who were left alone is made of, kept in memory like the list of people
 * and for the same reason: brought up to date by SQL over the entries behind the last one seen.
 * What was written last counts, whatever the clock said. */

#include "parked-private.h"

typedef StileParkedPerson Person;

/* What assessment-started says of an assessment that may be finished later. */
typedef struct
{
  char *form_digest;
  gint64 seq;
  GDate started;
} Start;

struct _StileParkedFold
{
  GHashTable *people;    /* case id → Person */
  GHashTable *starts;    /* assessment id → Start */
  GHashTable *referrals; /* id → StileParkedReferral, which its person borrows */
  gint64 seq;            /* the newest entry that is in it */
};

static void
start_free (Start *start)
{
  g_free (start->form_digest);
  g_free (start);
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
  g_ptr_array_unref (person->referrals);
  g_free (person);
}

static StileParkedFold *
fold_new (void)
{
  StileParkedFold *fold = g_new0 (StileParkedFold, 1);

  fold->people
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) person_free);
  fold->starts
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) start_free);
  fold->referrals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return fold;
}

void
stile_parked_fold_free (StileParkedFold *fold)
{
  g_hash_table_unref (fold->people);
  g_hash_table_unref (fold->starts);
  g_hash_table_unref (fold->referrals);
  g_free (fold);
}

static Person *
ensure_person (StileParkedFold *fold, const char *case_id)
{
  Person *person = g_hash_table_lookup (fold->people, case_id);

  if (!person)
    {
      person = g_new0 (Person, 1);
      person->case_id = g_strdup (case_id);
      person->referrals = g_ptr_array_new ();
      g_hash_table_insert (fold->people, person->case_id, person);
    }

  return person;
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
  Start *start = g_new0 (Start, 1);

  start->form_digest = g_strdup (get_text (row, 4));
  start->seq = row->seq;
  if (!stile_read_day (get_text (row, 5), &start->started))
    start->started = row->day;
  g_hash_table_replace (row->fold->starts, g_strdup (row->id), start);
  add_contact (row);
}

/* A result of the newest assessment that is finished, or a corrected one: then an earlier decision
 * counts no more. */
static void
add_result (const Row *row)
{
  Person *person = row->person;
  const char *assessment_id = get_text (row, 4);
  const Start *start
      = assessment_id ? g_hash_table_lookup (row->fold->starts, assessment_id) : NULL;
  gboolean is_correction = stile_rows_get_int (row->rows, 7) != 0;
  gboolean is_same = g_strcmp0 (person->assessment_id, assessment_id) == 0;

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
  if (!is_correction)
    add_contact (row);
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
  StileParkedReferral *referral = g_new0 (StileParkedReferral, 1);

  set_status (referral, row, 4);
  g_hash_table_replace (row->fold->referrals, g_strdup (row->id), referral);
  g_ptr_array_add (row->person->referrals, referral);
}

static void
add_referral_status (const Row *row)
{
  const char *id = get_text (row, 6);
  StileParkedReferral *referral = id ? g_hash_table_lookup (row->fold->referrals, id) : NULL;

  if (referral && get_text (row, 4))
    set_status (referral, row, 4);
}

static void
add_erased (const Row *row)
{
  const char *case_id = get_text (row, 4);

  if (case_id)
    g_hash_table_remove (row->fold->people, case_id);
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
 * that was sent or a note that was written is no contact with them. */
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
    " p ->> '$.day'") " ORDER BY seq", add_referral },
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
      Row row = { fold, ensure_person (fold, stile_rows_get_text (rows, 0)) };

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

static gboolean
read_number (StileLedger *ledger, const char *sql, const char *const *params, gint64 *number,
             GError **error)
{
  g_autoptr (StileRows) rows = stile_ledger_query (ledger, sql, params, error);
  GError *fault = NULL;

  if (!rows)
    return FALSE;
  *number = stile_rows_next (rows, &fault) ? stile_rows_get_int (rows, 0) : 0;
  if (!fault)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

/* A contact that was taken back may be in the fold already, which does not know the one before. */
static gboolean
has_taken_back (StileLedger *ledger, gint64 after, gboolean *taken_back, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, after);
  const char *const params[] = { text, NULL };
  gint64 count = 0;

  if (!read_number (ledger,
                    "SELECT count (*) FROM rectified WHERE seq > CAST (?1 AS INTEGER)"
                    " AND p ->> '$.what' = '" STILE_RECTIFIED_CONTACT "'",
                    params, &count, error))
    return FALSE;
  *taken_back = after > 0 && count > 0;
  return TRUE;
}

static gboolean
fold_refresh (StileParkedFold *fold, StileLedger *ledger, gint64 newest, GError **error)
{
  g_autofree char *after = g_strdup_printf ("%" G_GINT64_FORMAT, fold->seq);
  g_autofree char *last = g_strdup_printf ("%" G_GINT64_FORMAT, newest);
  const char *const params[] = { after, last, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      if (!run_query (fold, ledger, i, params, error))
        return FALSE;
    }

  fold->seq = newest;
  return TRUE;
}

static gboolean
refresh (StileCasework *casework, GError **error)
{
  gint64 newest = 0;
  gboolean taken_back = FALSE;

  if (!read_number (casework->ledger, "SELECT ifnull (max (seq), 0) FROM entry", NULL, &newest,
                    error))
    return FALSE;
  if (casework->parked && casework->parked->seq == newest)
    return TRUE;

  if (!has_taken_back (casework->ledger, casework->parked ? casework->parked->seq : 0, &taken_back,
                       error))
    return FALSE;
  if (taken_back)
    g_clear_pointer (&casework->parked, stile_parked_fold_free);
  if (!casework->parked)
    casework->parked = fold_new ();
  return fold_refresh (casework->parked, casework->ledger, newest, error);
}

GHashTable *
stile_parked_fold_read (StileCasework *casework, GError **error)
{
  stile_casework_forget_if_locked (casework);
  if (refresh (casework, error))
    return casework->parked->people;

  /* Half of it may be new: the next call starts afresh. */
  g_clear_pointer (&casework->parked, stile_parked_fold_free);
  return NULL;
}
