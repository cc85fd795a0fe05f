// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The list of people, kept in memory and brought up to date by SQL over the entries behind the last
 * one seen (README.md says why). */

#include "casework-private.h"

#include <glib/gi18n-lib.h>

/* What the list knows of a person. */
typedef struct
{
  char *case_id;
  char *title; /* NULL until a person entry was read */
  char *reference;
  char *search_key;
  gint64 last_seq;
  char *last_at;
  char *assessment_id; /* the newest */
  char *form_digest;
  gboolean finished;
  char *proposed;
  char *decided;
  GHashTable *open_referrals; /* set of ids */
} Person;

struct _StilePeople
{
  GHashTable *by_case; /* case id → Person */
  gint64 seq;          /* the newest entry that is in it */
};

static void
person_free (Person *person)
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
  g_hash_table_unref (person->open_referrals);
  g_free (person);
}

static StilePeople *
people_new (void)
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

static Person *
ensure_person (StilePeople *people, const char *case_id)
{
  Person *person = g_hash_table_lookup (people->by_case, case_id);

  if (!person)
    {
      person = g_new0 (Person, 1);
      person->case_id = g_strdup (case_id);
      person->open_referrals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (people->by_case, person->case_id, person);
    }

  return person;
}

static void
replace (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* ---- One function a query; columns from 1 on are the query's own ---- */

static void
add_name (Person *person, StileRows *rows)
{
  const char *name = stile_rows_get_text (rows, 1);
  const char *reference = stile_rows_get_text (rows, 2);
  g_autofree char *both = g_strjoin (" ", name ? name : "", reference ? reference : "", NULL);

  if (!name && !reference)
    return;

  replace (&person->title, name ? name : reference);
  replace (&person->reference, reference);
  g_free (person->search_key);
  person->search_key = stile_search_fold (both);
}

static void
add_started (Person *person, StileRows *rows)
{
  replace (&person->assessment_id, stile_rows_get_text (rows, 1));
  replace (&person->form_digest, stile_rows_get_text (rows, 2));
  person->finished = FALSE;
  g_clear_pointer (&person->proposed, g_free);
  g_clear_pointer (&person->decided, g_free);
}

static gboolean
is_newest (Person *person, StileRows *rows)
{
  return person->assessment_id
         && g_strcmp0 (person->assessment_id, stile_rows_get_text (rows, 1)) == 0;
}

static void
add_finished (Person *person, StileRows *rows)
{
  if (!is_newest (person, rows) || person->finished)
    return;

  person->finished = TRUE;
  replace (&person->proposed, stile_rows_get_text (rows, 2));
}

/* A decision, or a corrected answer: then it is to be decided again, on what is proposed now. */
static void
add_decision (Person *person, StileRows *rows)
{
  if (!is_newest (person, rows))
    return;

  replace (&person->decided, stile_rows_get_text (rows, 2));
  if (!stile_rows_is_null (rows, 3))
    replace (&person->proposed, stile_rows_get_text (rows, 3));
}

static void
add_referral_status (Person *person, StileRows *rows)
{
  const char *id = stile_rows_get_text (rows, 1);

  if (!id)
    return;
  if (stile_referral_status_is_open (stile_referral_status_read (stile_rows_get_text (rows, 2))))
    g_hash_table_add (person->open_referrals, g_strdup (id));
  else
    g_hash_table_remove (person->open_referrals, id);
}

/* Another program may have erased somebody: nothing that was read of them may stay. */
static void
add_erased (Person *person, StileRows *rows)
{
  g_clear_pointer (&person->title, g_free);
  g_clear_pointer (&person->reference, g_free);
  g_clear_pointer (&person->search_key, g_free);
  g_clear_pointer (&person->proposed, g_free);
  g_clear_pointer (&person->decided, g_free);
}

/* What is new, and no newer than what all queries see: ?1 < seq <= ?2. The limit that is none makes
 * SQLite open each entry once, however often "p" is named outside. */
#define OPENED(view)                                                                               \
  "(SELECT case_id, id, seq, p FROM " view " WHERE seq > CAST (?1 AS INTEGER)"                     \
  " AND seq <= CAST (?2 AS INTEGER) ORDER BY seq LIMIT -1)"
/* The result in it is text of its own, thousands of bytes: taken out once, too. */
#define RESULTS(view)                                                                              \
  "(SELECT case_id, seq, p ->> '$.assessment' AS assessment, p ->> '$.result' AS result FROM "     \
  OPENED (view) " LIMIT -1)"
#define PROPOSED "CASE WHEN json_valid (result) THEN result ->> '$.category.id' END"

/* In the order in which they build on each other. */
static const struct
{
  const char *sql;
  void (*add) (Person *person, StileRows *rows);
} queries[] = {
  { "SELECT case_id, p ->> '$.name', p ->> '$.reference' FROM " OPENED ("person")
    " ORDER BY seq", add_name },
  { "SELECT case_id, id, p ->> '$.form' FROM " OPENED ("assessment_started") " ORDER BY seq",
    add_started },
  { "SELECT case_id, assessment, " PROPOSED " FROM " RESULTS ("assessment_finished")
    " ORDER BY seq", add_finished },
  { "SELECT case_id, assessment, decided, proposed FROM"
    " (SELECT case_id, seq, p ->> '$.assessment' AS assessment, p ->> '$.decided' AS decided,"
    " NULL AS proposed FROM " OPENED ("decision") " UNION ALL"
    " SELECT case_id, seq, assessment, NULL, " PROPOSED " FROM " RESULTS ("rectified") ")"
    " ORDER BY seq", add_decision },
  { "SELECT case_id, id, '" STILE_REFERRAL_DRAFT "' FROM " OPENED ("referral") " ORDER BY seq",
    add_referral_status },
  { "SELECT case_id, p ->> '$.referral', p ->> '$.status' FROM " OPENED ("referral_status")
    " ORDER BY seq", add_referral_status },
  { "SELECT p ->> '$.case' FROM " OPENED ("erased") " ORDER BY seq", add_erased },
};

/* When each person was seen, by any entry but those of the audit, in one walk over the table: by
 * the index of kinds ("+" keeps SQLite from it) each row would have to be looked up. */
static const char seen_sql[]
    = "SELECT case_id, seq, at FROM entry WHERE seq > CAST (?1 AS INTEGER) AND +kind IN ("
      "'person', 'consent', 'assessment-started', 'answer', 'assessment-finished', "
      "'decision', 'referral', 'referral-status', 'agreement', 'contact', 'note', 'moved-on', "
      "'erased', 'rectified')";

/* Gives the newest seq of all in @seq. */
static gboolean
read_seen (StilePeople *people, StileLedger *ledger, const char *after, gint64 *seq,
           GError **error)
{
  const char *const params[] = { after, NULL };
  g_autoptr (StileRows) rows = stile_ledger_query (ledger, seen_sql, params, error);
  g_autoptr (GError) fault = NULL;

  if (!rows)
    return FALSE;

  while (stile_rows_next (rows, &fault))
    {
      Person *person = ensure_person (people, stile_rows_get_text (rows, 0));
      gint64 entry_seq = stile_rows_get_int (rows, 1);

      *seq = MAX (*seq, entry_seq);
      if (entry_seq <= person->last_seq)
        continue;
      person->last_seq = entry_seq;
      replace (&person->last_at, stile_rows_get_text (rows, 2));
    }

  if (!fault)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
run_query (StilePeople *people, StileLedger *ledger, guint query, const char *const *params,
           GError **error)
{
  g_autoptr (StileRows) rows = stile_ledger_query (ledger, queries[query].sql, params, error);
  g_autoptr (GError) fault = NULL;

  if (!rows)
    return FALSE;

  while (stile_rows_next (rows, &fault))
    {
      const char *case_id = stile_rows_get_text (rows, 0);
      if (case_id)
        queries[query].add (ensure_person (people, case_id), rows);
    }

  if (!fault)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
people_refresh (StilePeople *people, StileLedger *ledger, GError **error)
{
  g_autofree char *after = g_strdup_printf ("%" G_GINT64_FORMAT, people->seq);
  g_autofree char *last = NULL;
  gint64 seq = people->seq;

  if (!read_seen (people, ledger, after, &seq, error))
    return FALSE;
  if (seq == people->seq)
    return TRUE;

  last = g_strdup_printf ("%" G_GINT64_FORMAT, seq);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      const char *const params[] = { after, last, NULL };
      if (!run_query (people, ledger, i, params, error))
        return FALSE;
    }

  people->seq = seq;
  return TRUE;
}

/* ---- The list ---- */

void
stile_person_row_free (StilePersonRow *row)
{
  g_free (row->case_id);
  g_free (row->title);
  g_free (row->reference);
  g_free (row->last_at);
  g_free (row->assessment_id);
  g_free (row->category);
  g_free (row);
}

static gboolean
is_in_progress (const Person *person)
{
  return person->assessment_id && !person->finished;
}

static gboolean
is_to_decide (const Person *person)
{
  return person->finished && !person->decided;
}

static gboolean
is_in_group (const Person *person, StilePeopleGroup group)
{
  switch (group)
    {
    case STILE_PEOPLE_ALL:
      return TRUE;
    case STILE_PEOPLE_IN_PROGRESS:
      return is_in_progress (person);
    case STILE_PEOPLE_TO_DECIDE:
      return is_to_decide (person);
    case STILE_PEOPLE_REFERRAL_OPEN:
      return g_hash_table_size (person->open_referrals) > 0;
    }

  g_assert_not_reached ();
}

static char *
dup_category_words (StileCasework *casework, const Person *person)
{
  const char *id = person->decided ? person->decided : person->proposed;
  const StileCategory *category = NULL;
  StileForm *form = NULL;

  if (!id)
    return NULL;
  if (person->form_digest)
    form = stile_casework_get_form (casework, person->form_digest, NULL);
  if (form)
    category = stile_form_find_category (form, id);

  return g_strdup (category ? stile_text_get (category->label, NULL, NULL) : id);
}

static StilePersonRow *
person_row_new (StileCasework *casework, const Person *person)
{
  StilePersonRow *row = g_new0 (StilePersonRow, 1);

  row->case_id = g_strdup (person->case_id);
  row->title = g_strdup (person->title);
  row->reference = g_strdup (person->reference);
  row->last_at = g_strdup (person->last_at);
  row->assessment_id = g_strdup (person->assessment_id);
  row->category = dup_category_words (casework, person);
  row->in_progress = is_in_progress (person);
  row->to_decide = is_to_decide (person);
  row->open_referrals = g_hash_table_size (person->open_referrals);
  return row;
}

static int
compare_last_seen (gconstpointer a, gconstpointer b)
{
  const Person *first = *(const Person *const *) a;
  const Person *second = *(const Person *const *) b;

  return (first->last_seq < second->last_seq) - (first->last_seq > second->last_seq);
}

/* Borrowed persons, last seen first. One without a title is of a newer program, or was erased. */
static GPtrArray *
select_people (StilePeople *people, StilePeopleGroup group, const char *search)
{
  g_autofree char *folded = stile_search_fold (search ? search : "");
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GPtrArray *selected = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, people->by_case);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Person *person = value;
      if (person->title && is_in_group (person, group)
          && stile_search_matches (person->search_key, (const char *const *) words))
        g_ptr_array_add (selected, value);
    }

  g_ptr_array_sort (selected, compare_last_seen);
  return selected;
}

gboolean
stile_casework_refresh_people (StileCasework *casework, GError **error)
{
  stile_casework_forget_if_locked (casework);
  if (!casework->people)
    casework->people = people_new ();
  if (people_refresh (casework->people, casework->ledger, error))
    return TRUE;

  /* Half of it may be new: the next call starts afresh. */
  g_clear_pointer (&casework->people, stile_people_free);
  return FALSE;
}

const char *
stile_casework_peek_title (StileCasework *casework, const char *case_id)
{
  const Person *person = NULL;

  if (casework->people)
    person = g_hash_table_lookup (casework->people->by_case, case_id);

  return person ? person->title : NULL;
}

const char *
stile_casework_require_title (StileCasework *casework, const char *case_id, GError **error)
{
  const char *title;

  if (!stile_casework_refresh_people (casework, error))
    return NULL;
  title = stile_casework_peek_title (casework, case_id);
  if (title)
    return title;

  g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_UNKNOWN,
               _("There is no such person in this record book, or their record was erased."));
  return NULL;
}

GPtrArray *
stile_casework_list_people (StileCasework *casework, StilePeopleGroup group, const char *search,
                            GError **error)
{
  g_autoptr (GPtrArray) selected = NULL;
  GPtrArray *rows;

  if (!stile_casework_refresh_people (casework, error))
    return NULL;

  selected = select_people (casework->people, group, search);
  rows = g_ptr_array_new_full (selected->len, (GDestroyNotify) stile_person_row_free);
  for (guint i = 0; i < selected->len; i++)
    g_ptr_array_add (rows, person_row_new (casework, g_ptr_array_index (selected, i)));
  return rows;
}
