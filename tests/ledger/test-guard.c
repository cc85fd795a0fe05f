// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "advisers.h"
#include "book.h"
#include "guard.h"
#include "ledger-private.h"

/* The clock of these tests: a start of the computer, and the milliseconds since. */
static const char *boot = "first";
static gint64 now = 1000000;

static char *
dup_boot (void)
{
  return g_strdup (boot);
}

static gint64
get_time (void)
{
  return now;
}

static const StileClock test_clock = { dup_boot, get_time };

static Book *
locked_book (void)
{
  Book *book = book_new ();

  boot = "first";
  now = 1000000;
  book->ledger->clock = &test_clock;
  stile_ledger_lock (book->ledger);
  return book;
}

static void
restart_program (Book *book)
{
  g_clear_pointer (&book->ledger, stile_ledger_close);
  book->ledger = stile_ledger_open (book->path, NULL);
  book->ledger->clock = &test_clock;
}

static StileLedgerError
try_passphrase (Book *book, const char *adviser, const char *passphrase)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (stile_ledger_unlock (book->ledger, adviser, passphrase, &error));
  return error->code;
}

static void
fail_times (Book *book, guint times)
{
  for (guint i = 0; i < times; i++)
    g_assert_cmpint (try_passphrase (book, BOOK_ADVISER, "not the right one"), ==,
                     STILE_LEDGER_ERROR_PASSPHRASE);
}

static void
test_new_free (void)
{
  g_autoptr (Book) book = locked_book ();

  g_assert_cmpuint (stile_ledger_get_wait (book->ledger, BOOK_ADVISER), ==, 0);
}

static void
test_work_out_wait (void)
{
  static const struct
  {
    guint failures;
    gboolean same_boot;
    gint64 then, now;
    guint wait;
  } rules[] = {
    { 0, TRUE, 0, 0, 0 },
    { 4, TRUE, 1000, 1000, 0 },
    { 5, TRUE, 1000, 1000, 30 },
    { 5, TRUE, 1000, 2000, 29 },
    { 5, TRUE, 1000, 2001, 29 },
    { 5, TRUE, 1000, 30999, 1 },
    { 5, TRUE, 1000, 31000, 0 },
    { 6, TRUE, 1000, 1000, 60 },
    { 7, TRUE, 1000, 1000, 120 },
    { 8, TRUE, 1000, 1000, 240 },
    { 9, TRUE, 1000, 1000, 480 },
    { 10, TRUE, 1000, 1000, 900 },
    { 1000, TRUE, 1000, 1000, 900 },
    { G_MAXINT, TRUE, 1000, 1000, 900 },
    /* After a restart, what counts is the time since. */
    { 5, FALSE, 99000000, 10000, 20 },
    { 5, FALSE, 0, 10000, 20 },
    { 10, FALSE, 99000000, 900000, 0 },
    /* A clock that goes backwards, which this one never does. */
    { 5, TRUE, 99000000, 10000, 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_test_message ("row %u", i);
      g_assert_cmpuint (stile_guard_work_out_wait (rules[i].failures, rules[i].same_boot,
                                                   rules[i].then, rules[i].now),
                        ==, rules[i].wait);
    }
}

static void
test_five_are_free (void)
{
  g_autoptr (Book) book = locked_book ();

  fail_times (book, 5);
  g_assert_cmpuint (stile_ledger_get_wait (book->ledger, BOOK_ADVISER), ==, 30);
  g_assert_cmpint (try_passphrase (book, BOOK_ADVISER, "not the right one"), ==,
                   STILE_LEDGER_ERROR_WAIT);
}

static void
test_wait_in_words (void)
{
  static const struct
  {
    guint seconds;
    const char *words;
  } table[] = {
    { 1, "wait 1 second," },  { 59, "wait 59 seconds," },  { 60, "wait 60 seconds," },
    { 61, "wait 2 minutes," }, { 125, "wait 3 minutes," }, { 900, "wait 15 minutes," },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = stile_ledger_wait_to_words (table[i].seconds);

      g_test_message ("%s", words);
      g_assert_nonnull (strstr (words, table[i].words));
    }
}

/* Not even the right one: else waiting would be for wrong ones only. */
static void
test_right_one_waits_too (void)
{
  g_autoptr (Book) book = locked_book ();
  g_autoptr (GError) error = NULL;

  fail_times (book, 5);
  g_assert_false (stile_ledger_unlock (book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_WAIT);
  g_assert_nonnull (strstr (error->message, "30 seconds"));
  now += 30000;
  g_assert_true (stile_ledger_unlock (book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
}

/* Tries while waiting are not made, and make it no longer. */
static void
test_waiting_is_not_prolonged (void)
{
  g_autoptr (Book) book = locked_book ();

  fail_times (book, 5);
  now += 29000;
  g_assert_cmpint (try_passphrase (book, BOOK_ADVISER, "not the right one"), ==,
                   STILE_LEDGER_ERROR_WAIT);
  g_assert_cmpuint (stile_ledger_get_wait (book->ledger, BOOK_ADVISER), ==, 1);
}

static void
test_waits_grow (void)
{
  static const guint waits[] = { 30, 60, 120, 240, 480, 900, 900 };
  g_autoptr (Book) book = locked_book ();

  fail_times (book, 4);
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      fail_times (book, 1);
      g_assert_cmpuint (stile_ledger_get_wait (book->ledger, BOOK_ADVISER), ==, waits[i]);
      now += waits[i] * 1000;
    }
}

static void
test_success_starts_again (void)
{
  g_autoptr (Book) book = locked_book ();

  fail_times (book, 4);
  g_assert_true (stile_ledger_unlock (book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
  stile_ledger_lock (book->ledger);
  fail_times (book, 5);
  g_assert_cmpuint (stile_ledger_get_wait (book->ledger, BOOK_ADVISER), ==, 30);
}

static void
test_restart_of_the_program (void)
{
  g_autoptr (Book) book = locked_book ();

  fail_times (book, 5);
  restart_program (book);
  g_assert_cmpint (try_passphrase (book, BOOK_ADVISER, BOOK_PASSPHRASE), ==,
                   STILE_LEDGER_ERROR_WAIT);
}

static void
test_restart_of_the_computer (void)
{
  g_autoptr (Book) book = locked_book ();

  fail_times (book, 5);
  boot = "second";
  now = 5000;
  restart_program (book);
  g_assert_cmpuint (stile_ledger_get_wait (book->ledger, BOOK_ADVISER), ==, 25);
  now = 30000;
  g_assert_true (stile_ledger_unlock (book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
}

/* An adviser who guesses at a colleague's can't start the count again with their own. */
static void
test_each_for_themselves (void)
{
  g_autoptr (Book) book = book_new ();

  stile_ledger_add_adviser (book->ledger, "Ben", "blue kettle on the stove", STILE_ROLE_ADVISER,
                            NULL);
  stile_ledger_lock (book->ledger);
  now = 1000000;
  book->ledger->clock = &test_clock;
  fail_times (book, 5);
  g_assert_true (stile_ledger_unlock (book->ledger, "Ben", "blue kettle on the stove", NULL));
  stile_ledger_lock (book->ledger);
  g_assert_cmpuint (stile_ledger_get_wait (book->ledger, BOOK_ADVISER), ==, 30);
}

/* Names that nobody has are one: trying many is no way around. */
static void
test_unknown_names (void)
{
  g_autoptr (Book) book = locked_book ();

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nobody %u", i);
      g_assert_cmpint (try_passphrase (book, name, BOOK_PASSPHRASE), ==,
                       STILE_LEDGER_ERROR_PASSPHRASE);
    }
  g_assert_cmpint (try_passphrase (book, "Nobody else", BOOK_PASSPHRASE), ==,
                   STILE_LEDGER_ERROR_WAIT);
  g_assert_true (stile_ledger_unlock (book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
}

static void
test_recovery_key (void)
{
  g_autoptr (Book) book = locked_book ();
  g_autoptr (Book) other = book_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_assert_false (stile_ledger_recover (book->ledger, other->recovery_key, "Ann",
                                            BOOK_PASSPHRASE, NULL, &error));
      g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
      g_clear_error (&error);
    }
  g_assert_cmpuint (stile_ledger_get_wait (book->ledger, NULL), ==, 30);
  g_assert_false (stile_ledger_recover (book->ledger, book->recovery_key, "Ann", BOOK_PASSPHRASE,
                                        NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_WAIT);
  g_assert_true (stile_ledger_unlock (book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
}

/* What is not a recovery key at all is no try of one. */
static void
test_slips_are_no_tries (void)
{
  g_autoptr (Book) book = locked_book ();

  for (guint i = 0; i < 6; i++)
    stile_ledger_recover (book->ledger, "0111-", "Ann", BOOK_PASSPHRASE, NULL, NULL);
  g_assert_cmpuint (stile_ledger_get_wait (book->ledger, NULL), ==, 0);
}

/* A program that is killed while it looks at a passphrase has used up that try. */
static void
test_counted_before_it_is_made (void)
{
  g_autoptr (Book) book = locked_book ();

  for (guint i = 0; i < 5; i++)
    g_assert_true (stile_guard_count_try (book->ledger, "passphrase", BOOK_ADVISER));
  restart_program (book);
  g_assert_cmpuint (stile_ledger_get_wait (book->ledger, BOOK_ADVISER), ==, 30);
}

static void
test_changing_counts (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GError) error = NULL;

  now = 1000000;
  book->ledger->clock = &test_clock;
  for (guint i = 0; i < 5; i++)
    stile_ledger_change_passphrase (book->ledger, "not the right one", "some new one", NULL);
  g_assert_false (
      stile_ledger_change_passphrase (book->ledger, BOOK_PASSPHRASE, "some new one", &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_WAIT);
}

static void
test_clock_of_system (void)
{
  g_autofree char *first = stile_clock_of_system.dup_boot ();
  g_autofree char *second = stile_clock_of_system.dup_boot ();
  gint64 before = stile_clock_of_system.get_time ();

  g_assert_cmpstr (first, ==, second);
  g_usleep (5000);
  g_assert_cmpint (stile_clock_of_system.get_time (), >=, before + 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guard/new-free", test_new_free);
  g_test_add_func ("/guard/work-out-wait", test_work_out_wait);
  g_test_add_func ("/guard/five-are-free", test_five_are_free);
  g_test_add_func ("/guard/wait-in-words", test_wait_in_words);
  g_test_add_func ("/guard/right-one-waits-too", test_right_one_waits_too);
  g_test_add_func ("/guard/waiting-is-not-prolonged", test_waiting_is_not_prolonged);
  g_test_add_func ("/guard/waits-grow", test_waits_grow);
  g_test_add_func ("/guard/success-starts-again", test_success_starts_again);
  g_test_add_func ("/guard/restart-of-the-program", test_restart_of_the_program);
  g_test_add_func ("/guard/restart-of-the-computer", test_restart_of_the_computer);
  g_test_add_func ("/guard/each-for-themselves", test_each_for_themselves);
  g_test_add_func ("/guard/unknown-names", test_unknown_names);
  g_test_add_func ("/guard/recovery-key", test_recovery_key);
  g_test_add_func ("/guard/slips-are-no-tries", test_slips_are_no_tries);
  g_test_add_func ("/guard/counted-before-it-is-made", test_counted_before_it_is_made);
  g_test_add_func ("/guard/changing-counts", test_changing_counts);
  g_test_add_func ("/guard/clock-of-system", test_clock_of_system);
  return g_test_run ();
}
