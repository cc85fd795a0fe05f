// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The list of people, from what people-fold.c knows of them. */

#include "people-private.h"
#include "words.h"

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
is_in_progress (const StileListed *person)
{
  return person->assessment_id && !person->finished;
}

static gboolean
is_to_decide (const StileListed *person)
{
  return person->finished && !person->decided;
}

static guint
count_open_referrals (const StileListed *person)
{
  return person->open_referrals ? g_hash_table_size (person->open_referrals) : 0;
}

static gboolean
is_in_group (const StileListed *person, StilePeopleGroup group)
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
      return count_open_referrals (person) > 0;
    }

  g_assert_not_reached ();
}

static char *
dup_category_words (StileCasework *casework, const StileListed *person)
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

  return g_strdup (category ? stile_words_of_form (category->label) : id);
}

static StilePersonRow *
person_row_new (StileCasework *casework, const StileListed *person)
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
  row->open_referrals = count_open_referrals (person);
  return row;
}

static int
compare_last_seen (gconstpointer a, gconstpointer b)
{
  const StileListed *first = *(const StileListed *const *) a;
  const StileListed *second = *(const StileListed *const *) b;

  return (first->last_seq < second->last_seq) - (first->last_seq > second->last_seq);
}

/* Borrowed, last seen first. One without a title is of a newer program, or was erased. */
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
      const StileListed *person = value;
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
  gboolean is_new;

  if (!stile_casework_check_unlocked (casework, error))
    return FALSE;
  if (!casework->people)
    casework->people = stile_people_load (casework->ledger);
  is_new = casework->people->seq == 0;
  if (stile_people_refresh (casework->people, casework->ledger, error))
    {
      if (is_new)
        stile_people_keep (casework->people, casework->ledger, STILE_WORTH_KEEPING);
      return TRUE;
    }

  /* Half of it may be new: the next call starts afresh. */
  g_clear_pointer (&casework->people, stile_people_free);
  return FALSE;
}

const char *
stile_casework_peek_title (StileCasework *casework, const char *case_id)
{
  const StileListed *person = NULL;

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
