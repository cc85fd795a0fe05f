// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the lists are made of, kept in the book: with it or without it, they say the same. */

#include "fold-summary.h"

#include <string.h>

#include "book.h"
#include "clock.h"
#include "followup.h"
#include "parked-private.h"
#include "people-private.h"
#include "rights.h"
#include "town.h"

#define SEED 20261122
#define N_DAYS 20
#define STEPS_A_DAY 40
/* Within this time everybody is left alone. */
#define DAYS_AHEAD 100

/* ---- The bytes ---- */

static StileSummary *
write_samples (void)
{
  static const char *const words[] = { "close", "light", "close", NULL, "light", "" };
  StileFoldWriter writer;
  GDate day, none;

  g_date_set_dmy (&day, 22, 11, 2026);
  g_date_clear (&none, 1);
  stile_fold_writer_start (&writer);
  stile_fold_put_number (&writer, 0);
  stile_fold_put_number (&writer, 127);
  stile_fold_put_number (&writer, 128);
  stile_fold_put_number (&writer, G_MAXUINT64);
  stile_fold_put_text (&writer, "Zoë");
  stile_fold_put_text (&writer, "");
  stile_fold_put_text (&writer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    stile_fold_put_word (&writer, words[i]);
  stile_fold_put_day (&writer, &day);
  stile_fold_put_day (&writer, &none);
  return stile_fold_writer_end (&writer);
}

static void
assert_text (char *taken, const char *expected)
{
  g_assert_cmpstr (taken, ==, expected);
  g_free (taken);
}

static void
test_bytes (void)
{
  g_autoptr (StileSummary) samples = write_samples ();
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  StileFoldReader reader = { samples->bytes, samples->length, words, FALSE };
  GDate day;

  g_assert_cmpuint (stile_fold_take_number (&reader), ==, 0);
  g_assert_cmpuint (stile_fold_take_number (&reader), ==, 127);
  g_assert_cmpuint (stile_fold_take_number (&reader), ==, 128);
  g_assert_cmpuint (stile_fold_take_number (&reader), ==, G_MAXUINT64);
  assert_text (stile_fold_take_text (&reader), "Zoë");
  assert_text (stile_fold_take_text (&reader), "");
  assert_text (stile_fold_take_text (&reader), NULL);
  assert_text (stile_fold_take_word (&reader), "close");
  assert_text (stile_fold_take_word (&reader), "light");
  assert_text (stile_fold_take_word (&reader), "close");
  assert_text (stile_fold_take_word (&reader), NULL);
  assert_text (stile_fold_take_word (&reader), "light");
  assert_text (stile_fold_take_word (&reader), "");
  stile_fold_take_day (&reader, &day);
  g_assert_cmpuint (g_date_get_day (&day), ==, 22);
  stile_fold_take_day (&reader, &day);
  g_assert_false (g_date_valid (&day));
  g_assert_false (reader.failed);
  g_assert_cmpuint (reader.length, ==, 0);
}

/* As many as need room again and again. */
static void
test_many_bytes (void)
{
  g_autofree char *long_text = g_strnfill (10000, 'z');
  g_autoptr (StileSummary) summary = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  StileFoldReader reader = { .words = words };
  StileFoldWriter writer;

  stile_fold_writer_start (&writer);
  for (guint i = 0; i < 30000; i++)
    stile_fold_put_number (&writer, i);
  stile_fold_put_text (&writer, long_text);
  summary = stile_fold_writer_end (&writer);
  reader.bytes = summary->bytes;
  reader.length = summary->length;
  for (guint i = 0; i < 30000; i++)
    g_assert_cmpuint (stile_fold_take_number (&reader), ==, i);
  assert_text (stile_fold_take_text (&reader), long_text);
  g_assert_cmpuint (reader.length, ==, 0);
}

static void
test_bytes_that_make_no_sense (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } all[] = { { "", 0 }, { "\xff", 1 }, { "\x05one", 4 }, { "\x02", 1 },
              { "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01z", 11 } };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
      StileFoldReader reader = { (const guint8 *) all[i].bytes, all[i].length, words, FALSE };

      g_assert_null (stile_fold_take_text (&reader));
      g_assert_true (reader.failed);
      g_assert_null (stile_fold_take_word (&reader));
    }
}

/* ---- The lists ---- */

/* All that the lists say, a line each. */
static char *
dup_lists (StileCasework *casework)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
      = stile_casework_list_people (casework, STILE_PEOPLE_ALL, NULL, &error);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, DAYS_AHEAD);
  g_autoptr (GPtrArray) parked = stile_casework_list_parked_at (casework, then, &error);
  g_autoptr (GPtrArray) reminders = stile_casework_list_reminders_at (casework, then, &error);
  GString *words = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const StilePersonRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (words, "%s %s %s %s %s %s %d %d %u\n", row->case_id, row->title,
                              row->reference ? row->reference : "-", row->last_at,
                              row->assessment_id ? row->assessment_id : "-",
                              row->category ? row->category : "-", row->in_progress,
                              row->to_decide, row->open_referrals);
    }
  for (guint i = 0; i < parked->len; i++)
    {
      const StileParked *person = g_ptr_array_index (parked, i);

      g_string_append_printf (words, "%s: %s %s\n", person->person, person->category,
                              person->reason);
    }
  for (guint i = 0; i < reminders->len; i++)
    {
      const StileReminder *reminder = g_ptr_array_index (reminders, i);

      g_string_append_printf (words, "%s: %s\n", reminder->referral_id, reminder->words);
    }
  return g_string_free (words, FALSE);
}

static void
run_sql (Fixture *fixture, const char *sql)
{
  raw_exec (stile_ledger_get_path (stile_casework_get_ledger (fixture->casework)), sql);
}

static void
drop_summaries (Fixture *fixture)
{
  run_sql (fixture, "DELETE FROM summary");
}

static gboolean
has_summary (Fixture *fixture, const char *name)
{
  g_autoptr (StileSummary) summary
      = stile_ledger_load_summary (stile_casework_get_ledger (fixture->casework), name);

  return summary != NULL;
}

/* Whether the lists that are in memory came from the book's summary. */
static void
assert_both_were_used (Fixture *fixture)
{
  g_assert_cmpint (fixture->casework->people->kept_seq, >, 0);
  g_assert_cmpint (fixture->casework->parked->kept_seq, >, 0);
}

/* Reads both, and keeps both, however few entries they are of. */
static void
keep (Fixture *fixture)
{
  g_autofree char *lists = dup_lists (fixture->casework);

  stile_casework_keep_summaries (fixture->casework, 1);
}

/* As the lists are with the summary, without it, and when it was brought up to date. */
static void
assert_same_either_way (Town *town)
{
  g_autofree char *updated = dup_lists (town->fixture->casework);
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;

  stile_casework_forget (town->fixture->casework);
  with = dup_lists (town->fixture->casework);
  if (has_summary (town->fixture, "people"))
    assert_both_were_used (town->fixture);
  town_assert_list_is_right (town);
  drop_summaries (town->fixture);
  stile_casework_forget (town->fixture->casework);
  without = dup_lists (town->fixture->casework);
  g_assert_cmpstr (with, ==, without);
  g_assert_cmpstr (updated, ==, without);
}

/* The summary is kept at any time of the day, and entries come behind it. */
static void
test_random_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Town) town = town_new (fixture, SEED);
  guint n_used = 0;

  for (guint day = 0; day < N_DAYS; day++)
    {
      guint keep_at = (guint) g_rand_int_range (town->random, 0, STEPS_A_DAY);

      for (guint i = 0; i < STEPS_A_DAY; i++)
        {
          town_live (town);
          if (i == keep_at)
            keep (fixture);
        }
      n_used += has_summary (fixture, "people") ? 1 : 0;
      assert_same_either_way (town);
    }
  /* On the other days somebody was erased behind it. */
  g_assert_cmpuint (n_used, >, N_DAYS / 4);
  g_assert_cmpuint (n_used, <, N_DAYS);
}

/* A few people, of whom one is called Marigold. */
static char *
fill (Fixture *fixture)
{
  char *case_id = fixture_open_case (fixture, "Marigold");
  g_autofree char *other = fixture_open_case (fixture, "Omar");

  g_free (fixture_assess (fixture, case_id, "nowhere"));
  g_free (fixture_assess (fixture, other, "nowhere"));
  return case_id;
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_free (fill (fixture));
  keep (fixture);
  g_assert_true (has_summary (fixture, "people"));
  g_assert_true (has_summary (fixture, "parked"));
}

/* In one go, past the verbs. */
static void
write_contacts (Fixture *fixture, const char *case_id, guint n_contacts)
{
  g_autoptr (JsonNode) content = json_from_string ("{\"how\":\"Call\"}", NULL);
  g_autofree StileEntryDraft *drafts = g_new (StileEntryDraft, n_contacts);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_contacts; i++)
    drafts[i] = (StileEntryDraft){ case_id, STILE_KIND_CONTACT, content };
  stile_ledger_append_all (stile_casework_get_ledger (fixture->casework), drafts, n_contacts, NULL,
                           &error);
  g_assert_no_error (error);
}

/* For a few entries nothing is written; for many, when the book is locked or closed. */
static void
test_worth_keeping (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fill (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_free (dup_lists (fixture->casework));
  fixture_reopen (fixture);
  g_assert_false (has_summary (fixture, "people"));
  write_contacts (fixture, case_id, STILE_WORTH_KEEPING);
  before = dup_lists (fixture->casework);
  fixture_reopen (fixture);
  after = dup_lists (fixture->casework);
  g_assert_cmpstr (after, ==, before);
  assert_both_were_used (fixture);

  /* The first time of a book that has none, it is kept as soon as it was made. */
  drop_summaries (fixture);
  stile_casework_forget (fixture->casework);
  stile_casework_read_ahead (fixture->casework);
  assert_both_were_used (fixture);
  stile_casework_lock (fixture->casework);
  g_assert_null (fixture->casework->people);
  g_assert_null (fixture->casework->parked);
  g_assert_false (stile_ledger_is_unlocked (stile_casework_get_ledger (fixture->casework)));
}

static StileCasework *
open_elsewhere (Fixture *fixture)
{
  StileLedger *here = stile_casework_get_ledger (fixture->casework);
  StileLedger *ledger = stile_ledger_open (stile_ledger_get_path (here), NULL);

  g_assert_true (stile_ledger_unlock (ledger, FIXTURE_ADVISER, FIXTURE_PASSPHRASE, NULL));
  return stile_casework_new (ledger, NULL);
}

static void
test_entries_of_another_program (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fill (fixture);
  g_autoptr (StileCasework) other = open_elsewhere (fixture);
  StilePerson person = { .name = (char *) "Zoë" };
  g_autofree char *lists = NULL;
  g_autofree char *elsewhere = NULL;

  keep (fixture);
  g_assert_true (stile_casework_change_person (other, case_id, &person, NULL));
  g_assert_true (stile_casework_record_moved_on (other, case_id, "Told us", NULL));
  stile_casework_forget (fixture->casework);
  lists = dup_lists (fixture->casework);
  assert_both_were_used (fixture);
  elsewhere = dup_lists (other);
  g_assert_cmpstr (lists, ==, elsewhere);
  g_assert_nonnull (strstr (lists, "Zoë"));
}

/* The newest entries are gone, as after a bad copy: what was made of them is not believed. */
static void
test_newer_than_the_entries (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_free (fill (fixture));
  before = dup_lists (fixture->casework);
  g_free (fixture_open_case (fixture, "Too New"));
  keep (fixture);
  stile_casework_forget (fixture->casework);
  run_sql (fixture, RAW_DROP_GUARDS
                    "DELETE FROM entry WHERE seq > (SELECT max (seq) - 2 FROM entry)");
  after = dup_lists (fixture->casework);
  g_assert_cmpstr (after, ==, before);
}

/* Sealed well, and yet not what this program can read. */
static void
test_not_as_this_program_writes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } all[] = { { "", 0 }, { "\x7e\x00", 2 }, { "\x01\x7f", 2 }, { "\x01\x00more", 6 },
              { "\x01\x01\x05who", 6 },
              { "\x01\x01\x04who\0\0\0\0\0\0\0\0\0\0\x01\0", 18 },
              { "\x01\x01\x04who\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0", 24 } };
  static const char *const names[] = { "people", "parked" };
  g_autofree char *before = NULL;

  g_free (fill (fixture));
  before = dup_lists (fixture->casework);
  for (guint i = 0; i < G_N_ELEMENTS (all) * G_N_ELEMENTS (names); i++)
    {
      StileSummary summary = { 1, (guint8 *) all[i / 2].bytes, all[i / 2].length };
      g_autofree char *after = NULL;

      g_assert_true (stile_ledger_keep_summary (stile_casework_get_ledger (fixture->casework),
                                                names[i % 2], &summary));
      stile_casework_forget (fixture->casework);
      after = dup_lists (fixture->casework);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_free (fill (fixture));
  keep (fixture);
  before = dup_lists (fixture->casework);
  run_sql (fixture, "UPDATE summary SET sealed = CAST (substr (sealed, 1, 100) || x'00'"
                    " || substr (sealed, 102) AS BLOB)");
  stile_casework_forget (fixture->casework);
  after = dup_lists (fixture->casework);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (fixture->casework->people->kept_seq, ==, 0);
}

/* ---- Somebody is erased ---- */

/* Whether a summary holds these words, once it is opened. */
static gboolean
says (Fixture *fixture, const char *name, const char *words)
{
  g_autoptr (StileSummary) summary
      = stile_ledger_load_summary (stile_casework_get_ledger (fixture->casework), name);

  return summary && memmem (summary->bytes, summary->length, words, strlen (words));
}

static void
test_erased (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fill (fixture);
  g_autoptr (GError) error = NULL;

  keep (fixture);
  g_assert_true (says (fixture, "people", "Marigold"));
  g_assert_true (says (fixture, "parked", case_id));
  g_strfreev (stile_casework_erase_person (fixture->casework, case_id, &error));
  g_assert_no_error (error);
  g_assert_false (has_summary (fixture, "people"));
  g_assert_false (has_summary (fixture, "parked"));

  keep (fixture);
  g_assert_true (says (fixture, "people", "Omar"));
  g_assert_false (says (fixture, "people", "Marigold"));
  g_assert_false (says (fixture, "people", "marigold"));
  g_assert_false (says (fixture, "people", case_id));
  g_assert_false (says (fixture, "parked", case_id));
}

/* This program has the person in memory still, and may have to keep what it has. */
static void
test_erased_by_another_program (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fill (fixture);
  g_autoptr (StileCasework) other = open_elsewhere (fixture);

  keep (fixture);
  g_strfreev (stile_casework_erase_person (other, case_id, NULL));
  fixture->casework->people->kept_seq = fixture->casework->parked->kept_seq = 0;
  stile_casework_keep_summaries (fixture->casework, 1);
  g_assert_false (has_summary (fixture, "people"));
  g_assert_false (has_summary (fixture, "parked"));

  keep (fixture);
  g_assert_true (says (fixture, "people", "Omar"));
  g_assert_false (says (fixture, "people", "Marigold"));
  g_assert_false (says (fixture, "parked", case_id));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  clock_set_to_noon ();
  g_test_add_func ("/fold-summary/bytes", test_bytes);
  g_test_add_func ("/fold-summary/many-bytes", test_many_bytes);
  g_test_add_func ("/fold-summary/bytes-that-make-no-sense", test_bytes_that_make_no_sense);
  fixture_add ("/fold-summary/new", test_new);
  fixture_add ("/fold-summary/random-days", test_random_days);
  fixture_add ("/fold-summary/worth-keeping", test_worth_keeping);
  fixture_add ("/fold-summary/entries-of-another-program", test_entries_of_another_program);
  fixture_add ("/fold-summary/newer-than-the-entries", test_newer_than_the_entries);
  fixture_add ("/fold-summary/not-as-this-program-writes", test_not_as_this_program_writes);
  fixture_add ("/fold-summary/damaged", test_damaged);
  fixture_add ("/fold-summary/erased", test_erased);
  fixture_add ("/fold-summary/erased-by-another-program", test_erased_by_another_program);
  return g_test_run ();
}
