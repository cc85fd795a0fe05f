// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* People with a great need who were left alone: no specialist was asked, or nobody was in contact
 * with them, for longer than their kind of support allows. */

#include "followup.h"
#include "parked-private.h"
#include "words.h"

/* For forms that do not say how often to be in contact: our judgement, four weeks. */
#define CONTACT_DAYS 28

/* ---- How great a need is ---- */

static guint
find_level (const StileForm *form, const char *id)
{
  for (guint i = 0; i < form->n_levels; i++)
    {
      if (g_strcmp0 (form->levels[i].id, id) == 0)
        return i;
    }

  return 0;
}

/* From "significant" on; in a form without such a level, the highest there is. */
static gboolean
is_great (const StileForm *form, const char *level)
{
  guint least = find_level (form, "significant");

  if (least == 0)
    least = form->n_levels - 1;
  return least > 0 && find_level (form, level) >= least;
}

/* "Housing, Money" from "housing severe,money significant,health none"; NULL where no need is that
 * great. */
static char *
dup_needs (const StileForm *form, const char *levels)
{
  g_autofree char *pairs = g_strdup (levels ? levels : "");
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (char *pair = pairs, *next; pair; pair = next)
    {
      const StileDomain *domain;
      char *level;

      next = strchr (pair, ',');
      if (next)
        *next++ = '\0';
      level = strchr (pair, ' ');
      if (level)
        *level++ = '\0';
      domain = stile_form_find_domain (form, pair);
      if (domain && is_great (form, level))
        g_ptr_array_add (labels, (gpointer) stile_words_of_form (domain->label));
    }
  if (labels->len == 0)
    return NULL;

  g_ptr_array_add (labels, NULL);
  return g_strjoinv (_(", "), (char **) labels->pdata);
}

/* ---- For how long ---- */

void
stile_parked_free (StileParked *parked)
{
  g_free (parked->case_id);
  g_free (parked->person);
  g_free (parked->category);
  g_free (parked->reason);
  g_free (parked);
}

/* A day that lies ahead was written down by a clock that was wrong: nobody knows how long ago that
 * was. Then it is said, for being seen once too often harms nobody. */
static gboolean
is_ahead (const GDate *day, const GDate *today)
{
  return g_date_valid (day) && g_date_compare (day, today) > 0;
}

/* How many days ago @day was, where that is more than @most; 0 otherwise. */
static guint
count_days (const GDate *day, guint most, const GDate *today)
{
  int days = g_date_valid (day) ? g_date_days_between (day, today) : 0;

  return days > (int) most ? (guint) days : 0;
}

/* The list goes by the longest; a day that is not known is the longest of all. */
static void
take_day (StileParked *parked, const GDate *day, guint days)
{
  if (parked->is_day_unknown || days <= parked->days)
    return;
  parked->since = *day;
  parked->days = days;
}

static void
take_unknown_day (StileParked *parked)
{
  parked->is_day_unknown = TRUE;
  parked->days = 0;
  g_date_clear (&parked->since, 1);
}

/* A specialist who is at it was asked for this need, whenever that was; one who finished before the
 * talk was not. */
static gboolean
is_referred (const StileParkedPerson *person)
{
  for (guint i = 0; i < person->referrals->len; i++)
    {
      const StileParkedReferral *referral = g_ptr_array_index (person->referrals, i);
      gboolean is_over = strcmp (referral->status, STILE_REFERRAL_FINISHED) == 0;

      if (stile_referral_status_stands (referral->status)
          && (!is_over || !g_date_valid (&referral->status_day)
              || g_date_compare (&referral->status_day, &person->talked) >= 0))
        return TRUE;
    }

  return FALSE;
}

static void
add_no_specialist (GPtrArray *sentences, StileParked *parked, const StileParkedPerson *person,
                   guint most, const GDate *today)
{
  guint days = count_days (&person->talked, most, today);

  if (is_referred (person))
    return;
  if (is_ahead (&person->talked, today))
    {
      take_unknown_day (parked);
      g_ptr_array_add (sentences,
                       g_strdup (_("No specialist asked. The talk has a day that is still to come: "
                                   "the clock was wrong.")));
    }
  else if (days > 0)
    {
      take_day (parked, &person->talked, days);
      g_ptr_array_add (sentences,
                       /* Translators: nobody who could help was asked after the first
                        * conversation. */
                       g_strdup_printf (ngettext ("No specialist asked since the talk %u day ago.",
                                                  "No specialist asked since the talk %u days ago.",
                                                  days),
                                        days));
    }
}

static void
add_no_contact (GPtrArray *sentences, StileParked *parked, const StileParkedPerson *person,
                guint most, const GDate *today)
{
  guint days = count_days (&person->contact, most, today);

  if (is_ahead (&person->contact, today))
    {
      take_unknown_day (parked);
      g_ptr_array_add (sentences,
                       g_strdup (_("The last contact has a day that is still to come: the clock "
                                   "was wrong.")));
    }
  else if (days > 0)
    {
      take_day (parked, &person->contact, days);
      g_ptr_array_add (sentences, g_strdup_printf (ngettext ("No contact for %u day.",
                                                             "No contact for %u days.", days),
                                                   days));
    }
}

/* ---- The list ---- */

/* Where they moved on, they come back with the next contact. */
gboolean
stile_parked_person_is_left_in_peace (const StileParkedPerson *person)
{
  return person->is_refused || person->moved_on_seq > person->contact_seq;
}

/* NULL where they are not left alone. The days first, which are there already. */
static char *
dup_reason (StileParked *parked, const StileParkedPerson *person, const StileForm *form, guint most,
            const GDate *today)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *needs = NULL;

  add_no_specialist (sentences, parked, person, most, today);
  add_no_contact (sentences, parked, person, most, today);
  if (sentences->len > 0)
    needs = dup_needs (form, person->levels);
  if (!needs)
    return NULL;

  /* Translators: a list of areas of life, such as “Money, Housing”. */
  g_ptr_array_insert (sentences, 0, g_strdup_printf (_("Great need: %s."), needs));
  /* Translators: how long somebody with this kind of support may be left alone. */
  g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%u day is the most for this support.",
                                                         "%u days are the most for this support.",
                                                         most),
                                               most));
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

static StileParked *
parked_new (const StileParkedPerson *person, const char *title, const StileForm *form,
            const GDate *today)
{
  const char *id = person->decided ? person->decided : person->proposed;
  const StileCategory *category = id ? stile_form_find_category (form, id) : NULL;
  guint most = category && category->contact_days > 0 ? category->contact_days : CONTACT_DAYS;
  g_autoptr (StileParked) parked = g_new0 (StileParked, 1);

  parked->reason = dup_reason (parked, person, form, most, today);
  if (!parked->reason)
    return NULL;

  parked->case_id = g_strdup (person->case_id);
  parked->person = g_strdup (title);
  parked->category = g_strdup (category ? stile_words_of_form (category->label) : id);
  return g_steal_pointer (&parked);
}

static int
compare_since (gconstpointer a, gconstpointer b)
{
  const StileParked *first = *(const StileParked *const *) a;
  const StileParked *second = *(const StileParked *const *) b;

  if (first->is_day_unknown != second->is_day_unknown)
    return first->is_day_unknown ? -1 : 1;
  if (first->days != second->days)
    return first->days > second->days ? -1 : 1;
  return strcmp (first->case_id, second->case_id);
}

GPtrArray *
stile_casework_list_parked_at (StileCasework *casework, GDateTime *now, GError **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_parked_free);
  GHashTable *people;
  GHashTableIter iter;
  gpointer value;
  GDate today;

  if (!stile_casework_refresh_people (casework, error))
    return NULL;
  people = stile_parked_fold_read (casework, error);
  if (!people)
    return NULL;

  stile_day_of_date_time (now, &today);
  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const StileParkedPerson *person = value;
      const char *title = stile_casework_peek_title (casework, person->case_id);
      const StileForm *form
          = title && person->form_digest && !stile_parked_person_is_left_in_peace (person)
                ? stile_casework_get_form (casework, person->form_digest, NULL)
                : NULL;
      StileParked *parked = form ? parked_new (person, title, form, &today) : NULL;

      if (parked)
        g_ptr_array_add (list, parked);
    }

  g_ptr_array_sort (list, compare_since);
  return g_steal_pointer (&list);
}

GPtrArray *
stile_casework_list_parked (StileCasework *casework, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return stile_casework_list_parked_at (casework, now, error);
}
