// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the list knows of people, kept in memory and brought up to date by SQL over the entries
 * behind the last one seen (README.md says why). */

#include "people-private.h"

static void
person_free (StileListed *person)
{
  g_free (person->case_id);
  g_free (person->title);
  g_free (person->reference);
  g_free (person->search_key);
  g_free (person->last_at);
  g_free (person->assessment_id);
  g_free (person->form_digest);
  g_free (person->proposed);
  g_free (person->decided);
  g_clear_pointer (&person->open_referrals, g_hash_table_unref);
  g_free (person);
}

StilePeople *
stile_people_new (void)
{
  StilePeople *people = g_new0 (StilePeople, 1);

  people->by_case
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) person_free);
  return people;
}

void
stile_people_free (StilePeople *people)
{
  g_hash_table_unref (people->by_case);
  g_free (people);
}

StileListed *
stile_people_ensure (StilePeople *people, const char *case_id)
{
  StileListed *person = g_hash_table_lookup (people->by_case, case_id);

  if (!person)
    {
      person = g_new0 (StileListed, 1);
      person->case_id = g_strdup (case_id);
      g_hash_table_insert (people->by_case, person->case_id, person);
    }

  return person;
}

/* ---- One function a query; columns from 1 on are the query's own ---- */

static void
add_name (StileListed *person, StileRows *rows)
{
  const char *name = stile_rows_get_text (rows, 1);
  const char *reference = stile_rows_get_text (rows, 2);
  g_autofree char *both = g_strjoin (" ", name ? name : "", reference ? reference : "", NULL);

  if (!name && !reference)
    return;

  stile_replace_text (&person->title, name ? name : reference);
  stile_replace_text (&person->reference, reference);
  g_free (person->search_key);
  person->search_key = stile_search_fold (both);
}

static void
add_started (StileListed *person, StileRows *rows)
{
  stile_replace_text (&person->assessment_id, stile_rows_get_text (rows, 1));
  stile_replace_text (&person->form_digest, stile_rows_get_text (rows, 2));
  person->finished = FALSE;
  g_clear_pointer (&person->proposed, g_free);
  g_clear_pointer (&person->decided, g_free);
}

static gboolean
is_newest (StileListed *person, StileRows *rows)
{
  return person->assessment_id
         && g_strcmp0 (person->assessment_id, stile_rows_get_text (rows, 1)) == 0;
}

static void
add_finished (StileListed *person, StileRows *rows)
{
  if (!is_newest (person, rows) || person->finished)
    return;

  person->finished = TRUE;
  stile_replace_text (&person->proposed, stile_rows_get_text (rows, 2));
}

/* A decision, or a corrected answer: then it is to be decided again, on what is proposed now. Both
 * are of a finished one. */
static void
add_decision (StileListed *person, StileRows *rows)
{
  if (!is_newest (person, rows))
    return;

  person->finished = TRUE;
  stile_replace_text (&person->decided, stile_rows_get_text (rows, 2));
  stile_replace_text (&person->proposed, stile_rows_get_text (rows, 3));
}

void
stile_listed_set_referral (StileListed *person, char *id, gboolean is_open)
{
  if (!person->open_referrals)
    person->open_referrals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (is_open)
    {
      g_hash_table_add (person->open_referrals, id);
      return;
    }
  g_hash_table_remove (person->open_referrals, id);
  g_free (id);
}

static void
add_referral_status (StileListed *person, StileRows *rows)
{
  const char *id = stile_rows_get_text (rows, 1);
  const char *status = stile_rows_get_text (rows, 2);

  if (id)
    stile_listed_set_referral (person, g_strdup (id),
                               stile_referral_status_is_open (stile_referral_status_read (status)));
}

/* ---- The queries ---- */

#define NEW " seq > CAST (?1 AS INTEGER) AND seq <= CAST (?2 AS INTEGER) "
/* What is new, and no newer than what all queries see: ?1 < seq <= ?2. The limit that is none makes
 * SQLite open each entry once, however often "p" is named outside. */
#define OPENED(view, which)                                                                        \
  "(SELECT case_id, id, seq, p FROM " view " WHERE " which " ORDER BY seq LIMIT -1)"
/* The result in it is text of its own, thousands of bytes: taken out once, too. */
#define RESULTS(view, which)                                                                       \
  "(SELECT case_id, seq, p ->> '$.assessment' AS assessment, p ->> '$.result' AS result FROM "     \
  OPENED (view, which) " LIMIT -1)"
#define PROPOSED "CASE WHEN json_valid (result) THEN result ->> '$.category.id' END"

typedef struct
{
  const char *sql;
  void (*add) (StileListed *person, StileRows *rows);
} Query;

/* In the order in which they build on each other. Where the same entries come to something else,
 * the summary gets another format (people-summary.c). */
static const Query queries[] = {
  { "SELECT case_id, p ->> '$.name', p ->> '$.reference' FROM " OPENED ("person", NEW)
    " ORDER BY seq", add_name },
  { "SELECT case_id, id, p ->> '$.form' FROM " OPENED ("assessment_started", NEW) " ORDER BY seq",
    add_started },
  { "SELECT case_id, assessment, decided, proposed FROM"
    " (SELECT case_id, seq, p ->> '$.assessment' AS assessment, p ->> '$.decided' AS decided,"
    " NULL AS proposed FROM " OPENED ("decision", NEW) " WHERE decided IS NOT NULL UNION ALL"
    " SELECT case_id, seq, assessment, NULL, " PROPOSED " FROM " RESULTS ("rectified", NEW)
    " WHERE result IS NOT NULL) ORDER BY seq", add_decision },
  { "SELECT case_id, id, '" STILE_REFERRAL_DRAFT "' FROM " OPENED ("referral", NEW)
    " ORDER BY seq", add_referral_status },
  { "SELECT case_id, p ->> '$.referral', p ->> '$.status' FROM " OPENED ("referral_status", NEW)
    " ORDER BY seq", add_referral_status },
};

static const char erased_sql[] = "SELECT p ->> '$.case' FROM " OPENED ("erased", NEW);

/* Results are by far the longest entries, so they are opened only where they are asked for. */
static const char finished_sql[]
    = "SELECT case_id, seq FROM entry WHERE kind = 'assessment-finished' AND" NEW;
static const Query undecided
    = { "SELECT case_id, assessment, " PROPOSED " FROM "
        RESULTS ("assessment_finished", "seq IN (SELECT value FROM json_each (?1))")
        " ORDER BY seq", add_finished };

/* Any entry but those of the audit shows that a person was seen. */
#define SEEN                                                                                       \
  " IN ('person', 'consent', 'assessment-started', 'answer', 'assessment-finished', 'decision', "  \
  "'referral', 'referral-status', 'agreement', 'contact', 'note', 'moved-on', 'erased', "          \
  "'rectified') "

/* When each person was seen. What is new, in one walk over the end of the table: by the index of
 * kinds ("+" keeps SQLite from it) each row would have to be looked up. */
static const char seen_since_sql[]
    = "SELECT case_id, seq, at FROM entry WHERE seq > CAST (?1 AS INTEGER) AND +kind" SEEN;
/* For the first time, from person to person in their index, which passes over what lies between. */
static const char seen_sql[]
    = "WITH RECURSIVE person (id) AS (SELECT min (case_id) FROM entry UNION ALL"
      " SELECT (SELECT min (case_id) FROM entry WHERE case_id > person.id) FROM person"
      " WHERE person.id IS NOT NULL)"
      " SELECT case_id, seq, at FROM person JOIN entry ON entry.seq = (SELECT own.seq"
      " FROM entry AS own WHERE own.case_id = person.id AND +own.kind" SEEN
      " ORDER BY own.seq DESC LIMIT 1)";

static void
add_seen (StilePeople *people, StileRows *rows, gint64 *seq)
{
  StileListed *person = stile_people_ensure (people, stile_rows_get_text (rows, 0));
  gint64 entry_seq = stile_rows_get_int (rows, 1);

  *seq = MAX (*seq, entry_seq);
  if (entry_seq <= person->last_seq)
    return;
  person->last_seq = entry_seq;
  stile_replace_text (&person->last_at, stile_rows_get_text (rows, 2));
}

/* Gives the newest seq of all in @seq. */
static gboolean
read_seen (StilePeople *people, StileLedger *ledger, const char *after, gint64 *seq,
           GError **error)
{
  gboolean first = people->seq == 0;
  const char *const params[] = { first ? NULL : after, NULL };
  g_autoptr (StileRows) rows
      = stile_ledger_query (ledger, first ? seen_sql : seen_since_sql, params, error);
  GError *fault = NULL;

  if (!rows)
    return FALSE;

  while (stile_rows_next (rows, &fault))
    add_seen (people, rows, seq);
  if (!fault)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

static gboolean
run_query (StilePeople *people, StileLedger *ledger, const Query *query,
           const char *const *params, GError **error)
{
  g_autoptr (StileRows) rows = stile_ledger_query (ledger, query->sql, params, error);
  GError *fault = NULL;

  if (!rows)
    return FALSE;

  while (stile_rows_next (rows, &fault))
    {
      const char *case_id = stile_rows_get_text (rows, 0);
      if (case_id)
        query->add (stile_people_ensure (people, case_id), rows);
    }

  if (!fault)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

/* The finished assessments of people of whom a decision does not tell already that they have one:
 * their seqs, as a JSON array. Free with g_free; NULL with @error. */
static char *
dup_undecided (StilePeople *people, StileLedger *ledger, const char *const *params, GError **error)
{
  g_autoptr (StileRows) rows = stile_ledger_query (ledger, finished_sql, params, error);
  g_autoptr (GString) seqs = g_string_new ("[");
  GError *fault = NULL;

  if (!rows)
    return NULL;

  while (stile_rows_next (rows, &fault))
    {
      if (!stile_people_ensure (people, stile_rows_get_text (rows, 0))->finished)
        g_string_append_printf (seqs, "%s%" G_GINT64_FORMAT, seqs->len > 1 ? "," : "",
                                stile_rows_get_int (rows, 1));
    }
  g_string_append_c (seqs, ']');
  if (!fault)
    return g_string_free (g_steal_pointer (&seqs), FALSE);
  g_propagate_error (error, fault);
  return NULL;
}

static gboolean
read_undecided (StilePeople *people, StileLedger *ledger, const char *const *params,
                GError **error)
{
  g_autofree char *seqs = dup_undecided (people, ledger, params, error);
  const char *const which[] = { seqs, NULL };

  return seqs && (strcmp (seqs, "[]") == 0 || run_query (people, ledger, &undecided, which, error));
}

/* Another program may have erased somebody: nothing that was read of them may stay. The book has no
 * summary any more. */
static gboolean
read_erased (StilePeople *people, StileLedger *ledger, const char *const *params, GError **error)
{
  g_autoptr (StileRows) rows = stile_ledger_query (ledger, erased_sql, params, error);
  GError *fault = NULL;

  if (!rows)
    return FALSE;

  while (stile_rows_next (rows, &fault))
    {
      const char *case_id = stile_rows_get_text (rows, 0);

      if (case_id)
        g_hash_table_remove (people->by_case, case_id);
      people->kept_seq = 0;
    }
  if (!fault)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

gboolean
stile_people_refresh (StilePeople *people, StileLedger *ledger, GError **error)
{
  g_autofree char *after = g_strdup_printf ("%" G_GINT64_FORMAT, people->seq);
  g_autofree char *last = NULL;
  gint64 seq = people->seq;

  if (!read_seen (people, ledger, after, &seq, error))
    return FALSE;
  if (seq == people->seq)
    return TRUE;

  last = g_strdup_printf ("%" G_GINT64_FORMAT, seq);
  const char *const params[] = { after, last, NULL };
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      if (!run_query (people, ledger, &queries[i], params, error))
        return FALSE;
    }
  if (!read_undecided (people, ledger, params, error)
      || !read_erased (people, ledger, params, error))
    return FALSE;

  people->seq = seq;
  return TRUE;
}
