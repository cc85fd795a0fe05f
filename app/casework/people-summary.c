// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The list of people as a summary of the book. */

#include "fold-summary.h"
#include "people-private.h"

static void
put_referrals (StileFoldWriter *writer, GHashTable *referrals)
{
  GHashTableIter iter;
  gpointer id;

  stile_fold_put_number (writer, referrals ? g_hash_table_size (referrals) : 0);
  if (!referrals)
    return;
  g_hash_table_iter_init (&iter, referrals);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    stile_fold_put_text (writer, id);
}

static void
put_person (StileFoldWriter *writer, const StileListed *person)
{
  stile_fold_put_text (writer, person->case_id);
  stile_fold_put_text (writer, person->title);
  stile_fold_put_text (writer, person->reference);
  stile_fold_put_text (writer, person->search_key);
  stile_fold_put_number (writer, (guint64) person->last_seq);
  stile_fold_put_text (writer, person->last_at);
  stile_fold_put_text (writer, person->assessment_id);
  stile_fold_put_word (writer, person->form_digest);
  stile_fold_put_number (writer, person->finished ? 1 : 0);
  stile_fold_put_word (writer, person->proposed);
  stile_fold_put_word (writer, person->decided);
  put_referrals (writer, person->open_referrals);
}

static void
write_people (StileFoldWriter *writer, gconstpointer fold)
{
  const StilePeople *people = fold;
  GHashTableIter iter;
  gpointer person;

  stile_fold_put_number (writer, g_hash_table_size (people->by_case));
  g_hash_table_iter_init (&iter, people->by_case);
  while (g_hash_table_iter_next (&iter, NULL, &person))
    put_person (writer, person);
}

static void
take_referrals (StileFoldReader *reader, StileListed *person)
{
  guint64 n_referrals = stile_fold_take_number (reader);

  for (guint64 i = 0; i < n_referrals && !reader->failed; i++)
    {
      char *id = stile_fold_take_text (reader);

      if (id)
        stile_listed_set_referral (person, id, TRUE);
    }
}

static void
take_person (StileFoldReader *reader, StilePeople *people)
{
  g_autofree char *case_id = stile_fold_take_text (reader);
  StileListed *person = stile_people_ensure (people, case_id ? case_id : "");

  person->title = stile_fold_take_text (reader);
  person->reference = stile_fold_take_text (reader);
  person->search_key = stile_fold_take_text (reader);
  person->last_seq = (gint64) stile_fold_take_number (reader);
  person->last_at = stile_fold_take_text (reader);
  person->assessment_id = stile_fold_take_text (reader);
  person->form_digest = stile_fold_take_word (reader);
  person->finished = stile_fold_take_number (reader) != 0;
  person->proposed = stile_fold_take_word (reader);
  person->decided = stile_fold_take_word (reader);
  take_referrals (reader, person);
}

static void
read_people (StileFoldReader *reader, gpointer fold)
{
  guint64 n_people = stile_fold_take_number (reader);

  for (guint64 i = 0; i < n_people && !reader->failed; i++)
    take_person (reader, fold);
}

static const StileFoldKind people_kind = { "people", 1, write_people, read_people };

StilePeople *
stile_people_load (StileLedger *ledger)
{
  g_autoptr (StilePeople) people = stile_people_new ();

  people->seq = stile_fold_load (&people_kind, ledger, people);
  people->kept_seq = people->seq;
  return people->seq > 0 ? g_steal_pointer (&people) : stile_people_new ();
}

void
stile_people_keep (StilePeople *people, StileLedger *ledger, guint least)
{
  stile_fold_keep (&people_kind, ledger, people, people->seq, least, &people->kept_seq);
}
