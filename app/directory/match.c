// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service-match.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "directory-private.h"
#include "origin.h"
#include "postcode.h"
#include "vocabulary.h"

/* Words of a keyword may stand so far apart. */
#define KEYWORD_NEAR 3
/* Shorter words ("GP") are not taken for beginnings of others. */
#define KEYWORD_PREFIX_MIN 4

/* A service that has to do with what is wanted. */
typedef struct
{
  gint64 n;
  const StileServiceWish *heading; /* the first that it stands under, or NULL */
  const StileServiceWish *keyword; /* the first that it names, or NULL */
  gboolean in_name;                /* in its name or headings */
  StileRank rank;
  double miles;
  char *name; /* owned: the last that decides */
} Candidate;

typedef struct
{
  StileStore *store;
  const StileMatchQuery *query;
  GDate today;
  StileOrigin origin;
  GHashTable *candidates; /* n → Candidate */
  GHashTable *outcomes;   /* service → StileServiceOutcome */
} Match;

static void
free_candidate (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->name);
  g_free (candidate);
}

void
stile_match_free (StileMatch *match)
{
  if (!match)
    return;
  g_free (match->id);
  g_free (match->name);
  g_free (match->organization);
  g_strfreev (match->reasons);
  g_free (match);
}

/* ---- What has to do with it ---- */

static Candidate *
get_candidate (Match *match, gint64 n)
{
  Candidate *candidate = g_hash_table_lookup (match->candidates, &n);

  if (!candidate)
    {
      candidate = g_new0 (Candidate, 1);
      candidate->n = n;
      g_hash_table_insert (match->candidates, &candidate->n, candidate);
    }
  return candidate;
}

static gboolean
find_by_heading (Match *match, const StileServiceWish *wish, GError **error)
{
  g_autofree char *key = stile_vocabulary_dup_key (wish->vocabulary ? wish->vocabulary : "");
  g_autoptr (StileStoreStatement) statement = stile_store_prepare (
      match->store, "SELECT service FROM term WHERE vocabulary = ? AND id = ?", error);
  g_autoptr (GError) fault = NULL;

  if (!statement)
    return FALSE;
  stile_store_bind_text (statement, 1, key);
  stile_store_bind_text (statement, 2, wish->term);
  while (stile_store_step (match->store, statement, &fault))
    {
      Candidate *candidate = get_candidate (match, sqlite3_column_int64 (statement, 0));

      if (!candidate->heading)
        candidate->heading = wish;
    }
  return stile_store_done (g_steal_pointer (&fault), error);
}

/* The words of a keyword, near to each other in any order; the last one without its plural, and as
 * the beginning of a word: "drugs" finds "drug", "homeless" finds "homelessness". */
static char *
dup_keyword_query (const char *keyword)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *parted = g_strdup (keyword);
  g_autoptr (GString) query = g_string_new ("NEAR (");
  guint last;

  g_strdelimit (parted, "\"'-/()*^:{}+,.", ' ');
  words = g_strsplit (g_strstrip (parted), " ", -1);
  last = g_strv_length (words);
  if (last == 0 || *parted == '\0')
    return NULL;
  last--;

  for (guint i = 0; i < last; i++)
    if (*words[i])
      g_string_append_printf (query, "\"%s\" ", words[i]);
  if (g_str_has_suffix (words[last], "s") && strlen (words[last]) > KEYWORD_PREFIX_MIN)
    words[last][strlen (words[last]) - 1] = '\0';
  g_string_append_printf (query, "\"%s\"%s, %d)", words[last],
                          strlen (words[last]) >= KEYWORD_PREFIX_MIN ? "*" : "", KEYWORD_NEAR);
  return g_string_free (g_steal_pointer (&query), FALSE);
}

static gboolean
find_in_columns (Match *match, const StileServiceWish *wish, const char *keyword,
                 const char *columns, gboolean in_name, GError **error)
{
  g_autofree char *search = g_strdup_printf ("{%s} : %s", columns, keyword);
  g_autoptr (StileStoreStatement) statement =
      stile_store_prepare (match->store, "SELECT rowid FROM word WHERE word MATCH ?", error);
  g_autoptr (GError) fault = NULL;

  if (!statement)
    return FALSE;
  stile_store_bind_text (statement, 1, search);
  while (stile_store_step (match->store, statement, &fault))
    {
      Candidate *candidate = get_candidate (match, sqlite3_column_int64 (statement, 0));

      if (!candidate->keyword || (in_name && !candidate->in_name))
        candidate->keyword = wish;
      candidate->in_name = candidate->in_name || in_name;
    }
  return stile_store_done (g_steal_pointer (&fault), error);
}

static gboolean
find_candidates (Match *match, GError **error)
{
  for (guint i = 0; i < match->query->n_wishes; i++)
    {
      const StileServiceWish *wish = &match->query->wishes[i];
      g_autofree char *keyword = wish->keyword ? dup_keyword_query (wish->keyword) : NULL;

      if (wish->term && !find_by_heading (match, wish, error))
        return FALSE;
      if (keyword
          && (!find_in_columns (match, wish, keyword, "name terms", TRUE, error)
              || !find_in_columns (match, wish, keyword, "organization rest", FALSE, error)))
        return FALSE;
    }
  return TRUE;
}

static StileFit
get_fit (const Candidate *candidate)
{
  if (candidate->heading)
    return candidate->keyword ? STILE_FIT_BOTH : STILE_FIT_HEADING;
  return candidate->in_name ? STILE_FIT_NAME : STILE_FIT_TEXT;
}

/* ---- Where it is wanted ---- */

/* From the person where that is known, else from the centre. */
static gboolean
find_origin (Match *match, GError **error)
{
  const StileMatchQuery *query = match->query;
  StileOrigin *origin = &match->origin;

  if (!stile_origin_find (match->store, query->postcode, origin, error))
    return FALSE;
  if (origin->district)
    return TRUE;
  if (!stile_origin_find (match->store, query->centre_postcode, origin, error))
    return FALSE;
  if (query->has_centre_place)
    {
      origin->has_place = TRUE;
      origin->latitude = query->centre_latitude;
      origin->longitude = query->centre_longitude;
    }
  return TRUE;
}

/* ---- What is known of each ---- */

static void
read_facts (StileStoreStatement *row, StileFacts *facts)
{
  int capacity = stile_store_get_known (row, 17);
  int waiting = stile_store_get_known (row, 19);

  facts->id = stile_store_get_text (row, 0);
  facts->name = stile_store_get_text (row, 1);
  facts->organization = stile_store_get_text (row, 2);
  facts->status = stile_store_get_text (row, 3);
  facts->areas = stile_store_get_text (row, 4);
  facts->languages = stile_store_get_text (row, 5);
  facts->interpreters = sqlite3_column_int (row, 6);
  facts->minimum_age = stile_store_get_known (row, 7);
  facts->maximum_age = stile_store_get_known (row, 8);
  facts->eligibility = stile_store_get_text (row, 9);
  facts->room = capacity != STILE_NOT_KNOWN ? capacity : stile_store_get_known (row, 10);
  facts->room_at = stile_store_get_text (row, capacity != STILE_NOT_KNOWN ? 18 : 11);
  facts->waiting = stile_store_get_text (row, 12);
  facts->waiting_days = waiting != STILE_NOT_KNOWN ? waiting : stile_store_get_known (row, 13);
  facts->waiting_at = stile_store_get_text (row, waiting != STILE_NOT_KNOWN ? 20 : 14);
  facts->local_languages = stile_store_get_text (row, 21);
  facts->notes = stile_store_get_text (row, 22);
  facts->known = sqlite3_column_int (row, 23);
  facts->paused = sqlite3_column_int (row, 15);
  facts->paused_reason = stile_store_get_text (row, 16);
}

/* 2: the same district, 1: the same area. */
static int
get_likeness (const StileOrigin *origin, const char *district)
{
  if (!origin->district || strcmp (district, origin->district) == 0)
    return 2;
  return stile_postcode_is_in_area (district, origin->area);
}

/* The nearest of the places: by miles, and by its postcode. */
static gboolean
read_places (Match *match, StileStoreStatement *places, StileFacts *facts, GError **error)
{
  const StileOrigin *origin = &match->origin;
  g_autoptr (GError) fault = NULL;
  int likeness = -1;

  facts->miles = NAN;
  while (stile_store_step (match->store, places, &fault))
    {
      const char *district = stile_store_get_text (places, 0);

      if (origin->has_place && sqlite3_column_type (places, 1) != SQLITE_NULL)
        facts->miles =
            fmin (facts->miles, stile_postcode_get_miles (origin->latitude, origin->longitude,
                                                          sqlite3_column_double (places, 1),
                                                          sqlite3_column_double (places, 2)));
      if (district && get_likeness (origin, district) > likeness)
        {
          likeness = get_likeness (origin, district);
          g_strlcpy (facts->district, district, sizeof facts->district);
        }
    }
  return stile_store_done (g_steal_pointer (&fault), error);
}

#define FACTS                                                                                      \
  "SELECT s.id, s.name, s.organization, s.status, s.areas, s.languages, s.interpreters,"           \
  " s.minimum_age, s.maximum_age, s.eligibility, s.available, s.available_at, s.waiting,"          \
  " s.waiting_days, s.updated, coalesce (o.paused, 0), o.paused_reason, o.capacity,"               \
  " o.capacity_at, o.waiting_days, o.waiting_at, o.languages, o.notes, coalesce (o.known, 0)"      \
  " FROM service s LEFT JOIN overlay o ON o.service = s.id WHERE s.n = ?"
#define PLACES "SELECT district, latitude, longitude FROM place WHERE service = ?"

/* Calls @use with what is known of a candidate, which is borrowed for so long. */
typedef void (*UseFacts) (Match *match, Candidate *candidate, const StileFacts *facts,
                          gpointer data);

static gboolean
with_facts (Match *match, Candidate *candidate, UseFacts use, gpointer data, GError **error)
{
  g_autoptr (StileStoreStatement) row = stile_store_prepare (match->store, FACTS, error);
  g_autoptr (StileStoreStatement) places = NULL;
  g_autoptr (GError) fault = NULL;
  StileFacts facts = { NULL };

  if (!row || !(places = stile_store_prepare (match->store, PLACES, error)))
    return FALSE;
  sqlite3_bind_int64 (row, 1, candidate->n);
  sqlite3_bind_int64 (places, 1, candidate->n);
  if (!stile_store_step (match->store, row, &fault))
    return stile_store_done (g_steal_pointer (&fault), error);
  read_facts (row, &facts);
  if (!read_places (match, places, &facts, error))
    return FALSE;
  use (match, candidate, &facts, data);
  return TRUE;
}

/* ---- The order ---- */

static void
rank (Match *match, Candidate *candidate, const StileFacts *facts, gpointer data)
{
  GPtrArray *ranked = data;

  candidate->rank =
      stile_rank_work_out (facts, &match->origin, match->query,
                           g_hash_table_lookup (match->outcomes, facts->id), &match->today);
  candidate->rank.fit = get_fit (candidate);
  candidate->miles = facts->miles;
  candidate->name = g_strdup (facts->name);
  g_ptr_array_add (ranked, candidate);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = *(const Candidate *const *) a;
  const Candidate *other = *(const Candidate *const *) b;
  int order = stile_rank_compare (&one->rank, &other->rank);

  if (order != 0)
    return order;
  if (isnan (one->miles) != isnan (other->miles))
    return isnan (one->miles) ? 1 : -1;
  if (!isnan (one->miles) && one->miles != other->miles)
    return one->miles < other->miles ? -1 : 1;
  order = strcmp (one->name, other->name);
  return order != 0 ? order : (one->n > other->n) - (one->n < other->n);
}

static char *
dup_fit (Match *match, const Candidate *candidate)
{
  const StileServiceWish *heading = candidate->heading;
  const char *keyword = candidate->keyword ? candidate->keyword->keyword : NULL;
  g_autoptr (StileStoreStatement) statement = NULL;
  g_autofree char *name = NULL;

  if (!heading && candidate->in_name)
    /* Translators: a word that was looked for, in what is known of a service. */
    return g_strdup_printf (_("“%s” is in its name or its headings."), keyword);
  if (!heading)
    /* Translators: a word that was looked for, in what is known of a service. */
    return g_strdup_printf (_("“%s” is in what it says of itself."), keyword);

  statement = stile_store_prepare (
      match->store, "SELECT name FROM term WHERE service = ? AND id = ? AND name NOT NULL", NULL);
  if (statement)
    {
      sqlite3_bind_int64 (statement, 1, candidate->n);
      stile_store_bind_text (statement, 2, heading->term);
      if (stile_store_step (match->store, statement, NULL))
        name = stile_store_dup_text (statement, 0);
    }
  if (keyword)
    /* Translators: a heading of the directory, a word that was looked for. */
    return g_strdup_printf (_("It stands under “%s” and speaks of “%s”."),
                            name ? name : heading->term, keyword);
  /* Translators: a heading of the directory. */
  return g_strdup_printf (_("It stands under “%s”."), name ? name : heading->term);
}

static void
tell (Match *match, Candidate *candidate, const StileFacts *facts, gpointer data)
{
  GPtrArray *matches = data;
  g_autofree char *fit = dup_fit (match, candidate);
  StileMatch *found = g_new0 (StileMatch, 1);

  found->id = g_strdup (facts->id);
  found->name = g_strdup (facts->name);
  found->organization = g_strdup (facts->organization);
  found->standing = candidate->rank.standing;
  found->miles = facts->miles;
  found->reasons =
      stile_rank_dup_reasons (&candidate->rank, fit, facts, &match->origin, match->query,
                              g_hash_table_lookup (match->outcomes, facts->id), &match->today);
  g_ptr_array_add (matches, found);
}

static GPtrArray *
match_all (Match *match, GError **error)
{
  g_autoptr (GPtrArray) ranked = g_ptr_array_new ();
  g_autoptr (GPtrArray) matches =
      g_ptr_array_new_with_free_func ((GDestroyNotify) stile_match_free);
  GHashTableIter iter;
  gpointer candidate;
  guint most;

  if (!find_origin (match, error) || !find_candidates (match, error))
    return NULL;
  g_hash_table_iter_init (&iter, match->candidates);
  while (g_hash_table_iter_next (&iter, NULL, &candidate))
    if (!with_facts (match, candidate, rank, ranked, error))
      return NULL;
  g_ptr_array_sort (ranked, compare_candidates);

  most = match->query->most > 0 ? MIN (match->query->most, ranked->len) : ranked->len;
  for (guint i = 0; i < most; i++)
    if (!with_facts (match, ranked->pdata[i], tell, matches, error))
      return NULL;
  return g_steal_pointer (&matches);
}

static void
set_today (Match *match)
{
  if (match->query->today)
    match->today = *match->query->today;
  else
    g_date_set_time_t (&match->today, time (NULL));
}

GPtrArray *
stile_directory_match (StileDirectory *directory, const StileMatchQuery *query, GError **error)
{
  Match match = { .store = directory->store, .query = query };
  GPtrArray *matches;

  g_date_clear (&match.today, 1);
  set_today (&match);
  /* One snapshot of the directory, and one lock on it instead of thousands. */
  if (!stile_store_exec (match.store, "SAVEPOINT match", error))
    return NULL;
  match.candidates = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_candidate);
  match.outcomes = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < query->n_outcomes; i++)
    g_hash_table_insert (match.outcomes, (gpointer) query->outcomes[i].service,
                         (gpointer) &query->outcomes[i]);
  matches = match_all (&match, error);
  stile_store_exec (match.store, "RELEASE match", NULL);
  g_hash_table_unref (match.candidates);
  g_hash_table_unref (match.outcomes);
  stile_origin_clear (&match.origin);
  return matches;
}
