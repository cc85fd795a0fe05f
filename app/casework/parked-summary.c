// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What tells who was left alone as a summary of the book. */

#include "fold-summary.h"
#include "parked-private.h"

static void
put_starts (StileFoldWriter *writer, GPtrArray *starts)
{
  stile_fold_put_number (writer, starts->len);
  for (guint i = 0; i < starts->len; i++)
    {
      const StileParkedStart *start = g_ptr_array_index (starts, i);

      stile_fold_put_text (writer, start->id);
      stile_fold_put_word (writer, start->form_digest);
      stile_fold_put_number (writer, (guint64) start->seq);
      stile_fold_put_day (writer, &start->started);
    }
}

static void
put_referrals (StileFoldWriter *writer, GPtrArray *referrals)
{
  stile_fold_put_number (writer, referrals->len);
  for (guint i = 0; i < referrals->len; i++)
    {
      const StileParkedReferral *referral = g_ptr_array_index (referrals, i);

      stile_fold_put_text (writer, referral->id);
      stile_fold_put_word (writer, referral->status);
      stile_fold_put_word (writer, referral->urgency);
      stile_fold_put_day (writer, &referral->status_day);
    }
}

static void
put_person (StileFoldWriter *writer, const StileParkedPerson *person)
{
  stile_fold_put_text (writer, person->case_id);
  stile_fold_put_text (writer, person->assessment_id);
  stile_fold_put_word (writer, person->form_digest);
  stile_fold_put_word (writer, person->levels);
  stile_fold_put_word (writer, person->proposed);
  stile_fold_put_word (writer, person->decided);
  stile_fold_put_number (writer, (guint64) person->start_seq);
  stile_fold_put_number (writer, (guint64) person->result_seq);
  stile_fold_put_day (writer, &person->talked);
  stile_fold_put_number (writer, (guint64) person->contact_seq);
  stile_fold_put_day (writer, &person->contact);
  stile_fold_put_number (writer, (guint64) person->moved_on_seq);
  stile_fold_put_number (writer, person->is_refused ? 1 : 0);
  put_starts (writer, person->starts);
  put_referrals (writer, person->referrals);
}

static void
write_fold (StileFoldWriter *writer, gconstpointer data)
{
  const StileParkedFold *fold = data;
  GHashTableIter iter;
  gpointer person;

  stile_fold_put_number (writer, g_hash_table_size (fold->people));
  g_hash_table_iter_init (&iter, fold->people);
  while (g_hash_table_iter_next (&iter, NULL, &person))
    put_person (writer, person);
}

static void
take_starts (StileFoldReader *reader, StileParkedPerson *person)
{
  guint64 n_starts = stile_fold_take_number (reader);

  for (guint64 i = 0; i < n_starts && !reader->failed; i++)
    {
      StileParkedStart *start
          = stile_parked_person_add_start (person, stile_fold_take_text (reader));

      start->form_digest = stile_fold_take_word (reader);
      start->seq = (gint64) stile_fold_take_number (reader);
      stile_fold_take_day (reader, &start->started);
    }
}

static void
take_referrals (StileFoldReader *reader, StileParkedPerson *person)
{
  guint64 n_referrals = stile_fold_take_number (reader);

  for (guint64 i = 0; i < n_referrals && !reader->failed; i++)
    {
      StileParkedReferral *referral
          = stile_parked_person_add_referral (person, stile_fold_take_text (reader));
      g_autofree char *status = stile_fold_take_word (reader);
      g_autofree char *urgency = stile_fold_take_word (reader);

      referral->status = g_intern_string (status ? status : "");
      referral->urgency = g_intern_string (urgency);
      stile_fold_take_day (reader, &referral->status_day);
    }
}

static void
take_person (StileFoldReader *reader, StileParkedFold *fold)
{
  g_autofree char *case_id = stile_fold_take_text (reader);
  StileParkedPerson *person = stile_parked_fold_ensure (fold, case_id ? case_id : "");

  person->assessment_id = stile_fold_take_text (reader);
  person->form_digest = stile_fold_take_word (reader);
  person->levels = stile_fold_take_word (reader);
  person->proposed = stile_fold_take_word (reader);
  person->decided = stile_fold_take_word (reader);
  person->start_seq = (gint64) stile_fold_take_number (reader);
  person->result_seq = (gint64) stile_fold_take_number (reader);
  stile_fold_take_day (reader, &person->talked);
  person->contact_seq = (gint64) stile_fold_take_number (reader);
  stile_fold_take_day (reader, &person->contact);
  person->moved_on_seq = (gint64) stile_fold_take_number (reader);
  person->is_refused = stile_fold_take_number (reader) != 0;
  take_starts (reader, person);
  take_referrals (reader, person);
}

static void
read_fold (StileFoldReader *reader, gpointer data)
{
  guint64 n_people = stile_fold_take_number (reader);

  for (guint64 i = 0; i < n_people && !reader->failed; i++)
    take_person (reader, data);
}

static const StileFoldKind parked_kind = { "parked", 2, write_fold, read_fold };

StileParkedFold *
stile_parked_fold_load (StileLedger *ledger)
{
  g_autoptr (StileParkedFold) fold = stile_parked_fold_new ();

  fold->seq = stile_fold_load (&parked_kind, ledger, fold);
  fold->kept_seq = fold->seq;
  return fold->seq > 0 ? g_steal_pointer (&fold) : stile_parked_fold_new ();
}

void
stile_parked_fold_keep (StileParkedFold *fold, StileLedger *ledger, guint least)
{
  stile_fold_keep (&parked_kind, ledger, fold, fold->seq, least, &fold->kept_seq);
}
