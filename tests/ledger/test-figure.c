// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A figure noted elsewhere shows what the walk alone can't: a book that lost its newest entries. */

#include <string.h>

#include "book.h"

static char *person;

static void
add_notes (Book *book, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = book_append (book, person, "note", "said in private");
    }
}

static StileLedgerReport *
compare (Book *book, const char *figure)
{
  g_autoptr (GError) error = NULL;
  StileLedgerReport *report = stile_ledger_verify_since (book->ledger, figure, &error);

  g_assert_no_error (error);
  return report;
}

static char *
dup_figure (Book *book)
{
  g_autoptr (StileLedgerReport) report = compare (book, NULL);

  g_assert_null (report->first_break);
  return g_strdup (report->figure);
}

static void
cut_off (Book *book, const char *condition)
{
  g_autofree char *sql = g_strdup_printf (RAW_DROP_GUARDS "DELETE FROM entry WHERE %s", condition);

  g_clear_pointer (&book->ledger, stile_ledger_close);
  raw_exec (book->path, sql);
  book_reopen (book);
}

static void
test_new (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *figure = dup_figure (book);
  g_autoptr (StileLedgerReport) report = compare (book, figure);

  g_assert_true (report->compared);
  g_assert_true (g_str_has_prefix (figure, "1-"));
}

static void
test_holds_while_the_book_grows (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *figure = NULL;
  g_autofree char *later = NULL;
  g_autoptr (StileLedgerReport) report = NULL;

  add_notes (book, 3);
  figure = dup_figure (book);
  add_notes (book, 2);
  report = compare (book, figure);
  later = dup_figure (book);

  g_assert_null (report->first_break);
  g_assert_true (report->compared);
  g_assert_cmpstr (later, !=, figure);
  g_assert_true (g_str_has_prefix (figure, "4-"));
  g_assert_true (g_str_has_prefix (later, "6-"));
}

static void
test_holds_while_locked (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *figure = NULL;
  g_autoptr (StileLedgerReport) report = NULL;

  add_notes (book, 3);
  figure = dup_figure (book);
  stile_ledger_lock (book->ledger);
  report = compare (book, figure);

  g_assert_true (report->compared);
  g_assert_cmpstr (report->figure, ==, figure);
}

static void
test_holds_after_erasing (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *figure = NULL;
  g_autoptr (StileLedgerReport) report = NULL;

  add_notes (book, 3);
  figure = dup_figure (book);
  stile_ledger_erase_case (book->ledger, person, &error);
  g_assert_no_error (error);
  report = compare (book, figure);

  g_assert_null (report->first_break);
  g_assert_true (report->compared);
}

/* The walk alone finds nothing: that is why there is a figure. */
static void
test_cut_off (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *figure = NULL;
  g_autoptr (StileLedgerReport) alone = NULL;
  g_autoptr (StileLedgerReport) report = NULL;

  add_notes (book, 4);
  figure = dup_figure (book);
  cut_off (book, "seq > 3"); /* opening it again adds one */
  alone = compare (book, NULL);
  report = compare (book, figure);

  g_assert_null (alone->first_break);
  g_assert_nonnull (strstr (report->first_break, "newest entries are missing"));
  g_assert_false (report->compared);
  g_assert_null (report->figure);
}

/* Cut off, and as many others written in their place. */
static void
test_replaced (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *figure = NULL;
  g_autoptr (StileLedgerReport) report = NULL;

  add_notes (book, 4);
  figure = dup_figure (book);
  cut_off (book, "seq > 4");
  add_notes (book, 2);
  report = compare (book, figure);

  g_assert_nonnull (strstr (report->first_break, "replaced by others"));
}

static void
test_another_book (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (Book) other = book_new ();
  g_autofree char *figure = NULL;
  g_autoptr (StileLedgerReport) report = NULL;

  add_notes (book, 2);
  add_notes (other, 2);
  figure = dup_figure (book);
  report = compare (other, figure);

  g_assert_nonnull (strstr (report->first_break, "another book"));
}

static void
test_as_typed (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *figure = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *typed = NULL;
  g_autoptr (StileLedgerReport) report = NULL;

  add_notes (book, 2);
  figure = dup_figure (book);
  upper = g_ascii_strup (figure, -1);
  typed = g_strdup_printf (" %s\n", upper);
  report = compare (book, typed);

  g_assert_true (report->compared);
}

static void
test_no_figure (void)
{
  static const char *const typed[] = { "", "12", "12-", "x-8f3a-91c2-07de-b650",
                                       "12-8f3a-91c2-07de", "12-8f3a-91c2-07de-b65",
                                       "12-8f3a-91c2-07de-b65g", "-1-8f3a-91c2-07de-b650" };
  g_autoptr (Book) book = book_new ();

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (stile_ledger_verify_since (book->ledger, typed[i], &error));
      g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_NAME);
    }
}

static gboolean
says (char **sentences, const char *words)
{
  g_autofree char *joined = g_strjoinv ("\n", sentences);

  return strstr (joined, words) != NULL;
}

static void
test_words (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *figure = dup_figure (book);
  const struct
  {
    gboolean locked;
    const char *figure;
    const char *proven;
    const char *unproven;
  } cases[] = {
    { FALSE, NULL, "Every entry that is left opens", "put back from an older copy" },
    { FALSE, figure, "when the figure was noted", "newer entries than those of the figure" },
    { TRUE, NULL, "no entry is missing between", "the book must be unlocked" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StileLedgerReport) report = NULL;
      g_auto (GStrv) proven = NULL;
      g_auto (GStrv) unproven = NULL;

      if (cases[i].locked)
        stile_ledger_lock (book->ledger);
      report = compare (book, cases[i].figure);
      proven = stile_ledger_report_dup_proven (report);
      unproven = stile_ledger_report_dup_unproven (report);
      g_assert_true (says (proven, cases[i].proven));
      g_assert_true (says (unproven, cases[i].unproven));
      g_assert_false (says (proven, cases[i].unproven));
    }
}

static void
test_nothing_is_proven_of_a_broken_book (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (StileLedgerReport) report = NULL;
  g_auto (GStrv) proven = NULL;

  add_notes (book, 3);
  cut_off (book, "seq = 3");
  report = compare (book, NULL);
  proven = stile_ledger_report_dup_proven (report);

  g_assert_nonnull (report->first_break);
  g_assert_cmpuint (g_strv_length (proven), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  person = stile_ledger_new_id ();

  g_test_add_func ("/figure/new", test_new);
  g_test_add_func ("/figure/holds-while-the-book-grows", test_holds_while_the_book_grows);
  g_test_add_func ("/figure/holds-while-locked", test_holds_while_locked);
  g_test_add_func ("/figure/holds-after-erasing", test_holds_after_erasing);
  g_test_add_func ("/figure/cut-off", test_cut_off);
  g_test_add_func ("/figure/replaced", test_replaced);
  g_test_add_func ("/figure/another-book", test_another_book);
  g_test_add_func ("/figure/as-typed", test_as_typed);
  g_test_add_func ("/figure/no-figure", test_no_figure);
  g_test_add_func ("/figure/words", test_words);
  g_test_add_func ("/figure/nothing-is-proven-of-a-broken-book",
                   test_nothing_is_proven_of_a_broken_book);

  int failed = g_test_run ();
  g_free (person);
  return failed;
}
