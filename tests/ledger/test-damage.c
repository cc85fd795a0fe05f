// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <glib/gstdio.h>
#include <string.h>

#include "backup.h"
#include "book.h"
#include "ledger-private.h"

/* One bit of a book or its log is turned over, or the file ends too early, at any place. Nothing
 * crashes. Either all is as before, or it is noticed: the book does not open, or verify, told a
 * figure of the whole book, finds a break. A damaged book is not written to by opening and
 * verifying it (unlocking is an entry), and people whose rows are whole stay readable. A summary
 * comes back as it was, or not at all. */

#define N_PEOPLE 12
#define N_ENTRIES 6
#define N_BYTES_OF_SUMMARY 10000

#ifdef __SANITIZE_ADDRESS__
#define N_PLACES 60
#define N_PLACES_OF_BACKUP 30
#else
#define N_PLACES 1000
#define N_PLACES_OF_BACKUP 300
#endif

typedef struct
{
  Book *book; /* closed */
  GBytes *file;
  GBytes *log; /* empty where the book was closed well */
  char *figure;
  char *words; /* all that is in it */
  char *people[N_PEOPLE];
  guint n_harmless;
  guint n_refused; /* did not open, or did not unlock */
  guint n_found;   /* by verify */
} Damage;

/* ---- What a book says ---- */

static void
add_entry (GString *words, const StileEntry *entry)
{
  /* That somebody looked is an entry, too. */
  if (g_strcmp0 (entry->case_id, STILE_LEDGER_BOOK) == 0)
    return;
  g_string_append_printf (words, "%s %s %s %s %s %s %s\n", entry->id, entry->case_id, entry->kind,
                          entry->at, entry->station, entry->adviser,
                          entry->content != NULL ? entry_text (entry) : "-");
}

/* Computers, and what opens the book. */
#define AROUND                                                                                     \
  "SELECT (SELECT group_concat (id || name || here) FROM station) ||"                              \
  " (SELECT group_concat (kind || adviser || role || format || hex (salt) || ops || mem ||"        \
  "  hex (wrapped) || hex (public) || hex (sealing) || hex (sender) || hex (master)) FROM key_slot)"

static char *
dup_around (StileLedger *ledger)
{
  g_autoptr (StileStatement) select = stile_database_prepare (ledger->db, AROUND, NULL);

  if (select == NULL || stile_database_step (ledger->db, select, NULL) != SQLITE_ROW)
    return NULL;
  return stile_statement_dup_text (select, 0);
}

/* All that can be read, as one text; NULL where not all can be. */
static char *
dup_words (StileLedger *ledger)
{
  g_autoptr (GPtrArray) entries = stile_ledger_read_all (ledger, 0, 0, NULL);
  g_autofree char *around = dup_around (ledger);
  g_autoptr (GString) words = g_string_new (NULL);

  if (entries == NULL || around == NULL)
    return NULL;
  g_string_append_printf (words, "%s\n", around);
  for (guint i = 0; i < entries->len; i++)
    add_entry (words, g_ptr_array_index (entries, i));
  return g_strdup (words->str);
}

static char *
dup_figure (StileLedger *ledger)
{
  g_autoptr (StileLedgerReport) report = stile_ledger_verify (ledger, NULL);

  g_assert_cmpstr (report->first_break, ==, NULL);
  return g_strdup (report->figure);
}

/* ---- The book to be damaged ---- */

static void
write_people (Damage *damage)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    damage->people[i] = stile_ledger_new_id ();
  for (guint i = 0; i < N_PEOPLE * N_ENTRIES; i++)
    {
      g_autofree char *text = g_strdup_printf ("What the person said, number %u", i);
      g_free (book_append (damage->book, damage->people[i % N_PEOPLE], "answer", text));
    }
}

/* Of the last entry of all, and of some pages. */
static void
keep_summary (StileLedger *ledger)
{
  guint8 bytes[N_BYTES_OF_SUMMARY];
  StileSummary summary = { .seq = N_PEOPLE * N_ENTRIES, .bytes = bytes, .length = sizeof bytes };

  memset (bytes, 's', sizeof bytes);
  g_assert_true (stile_ledger_keep_summary (ledger, "list", &summary));
}

static void
load_summary (StileLedger *ledger)
{
  g_autoptr (StileSummary) summary = stile_ledger_load_summary (ledger, "list");

  if (summary == NULL)
    return;
  g_assert_cmpuint (summary->length, ==, N_BYTES_OF_SUMMARY);
  for (gsize i = 0; i < summary->length; i++)
    g_assert_cmpint (summary->bytes[i], ==, 's');
}

static GBytes *
bytes_or_none (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) ? file_bytes (path) : g_bytes_new (NULL, 0);
}

/* @in_log: as a crash leaves it, with the newest entries in the log. */
static Damage *
damage_new (gboolean in_log)
{
  Damage *damage = g_new0 (Damage, 1);
  g_autofree char *log = NULL;

  damage->book = book_new ();
  g_free (book_put_long_form (damage->book));
  if (in_log)
    book_reopen (damage->book);
  write_people (damage);
  keep_summary (damage->book->ledger);
  damage->words = dup_words (damage->book->ledger);
  damage->figure = dup_figure (damage->book->ledger);
  if (!in_log)
    g_clear_pointer (&damage->book->ledger, stile_ledger_close);
  log = beside (damage->book->path, "-wal");
  damage->file = file_bytes (damage->book->path);
  damage->log = bytes_or_none (log);
  g_clear_pointer (&damage->book->ledger, stile_ledger_close);
  return damage;
}

static void
damage_free (Damage *damage)
{
  book_free (damage->book);
  g_bytes_unref (damage->file);
  g_bytes_unref (damage->log);
  for (guint i = 0; i < N_PEOPLE; i++)
    g_free (damage->people[i]);
  g_free (damage->figure);
  g_free (damage->words);
  g_free (damage);
}

/* ---- One damage ---- */

/* A copy with one bit turned over, or one that ends too early. */
static GBytes *
damage_bytes (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gsize place = g_test_rand_int_range (0, length);
  guint8 *copy;

  if (g_test_rand_int_range (0, 5) == 0)
    return g_bytes_new (data, place);
  copy = g_memdup2 (data, length);
  copy[place] ^= 1 << g_test_rand_int_range (0, 8);
  return g_bytes_new_take (copy, length);
}

static void
put_bytes (const char *path, const char *suffix, GBytes *bytes)
{
  g_autofree char *file = beside (path, suffix);
  g_autoptr (GError) error = NULL;

  g_unlink (file);
  if (g_bytes_get_size (bytes) == 0 && *suffix != '\0')
    return;
  g_file_set_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static StileLedger *
open_and_unlock (const char *path)
{
  g_autoptr (GError) error = NULL;
  StileLedger *ledger = stile_ledger_open (path, &error);

  if (ledger != NULL && !stile_ledger_unlock (ledger, BOOK_ADVISER, BOOK_PASSPHRASE, &error))
    g_clear_pointer (&ledger, stile_ledger_close);
  g_assert_true (ledger != NULL || g_str_has_suffix (error->message, "."));
  return ledger;
}

/* All that is read as one person's is that person's. */
static void
read_person (Damage *damage, StileLedger *ledger, guint person)
{
  g_autoptr (GPtrArray) entries = stile_ledger_read_case (ledger, damage->people[person], NULL);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const StileEntry *entry = g_ptr_array_index (entries, i);
      g_assert_cmpstr (entry->case_id, ==, damage->people[person]);
      g_assert_true (entry->content == NULL || strstr (damage->words, entry_text (entry)) != NULL);
    }
}

/* Looks at the damaged book in every way, and counts what came of it. */
static void
look (Damage *damage)
{
  g_autoptr (StileLedger) ledger = open_and_unlock (damage->book->path);
  g_autoptr (StileLedgerReport) report = NULL;
  g_autofree char *words = NULL;

  if (ledger == NULL)
    {
      damage->n_refused++;
      return;
    }
  for (guint i = 0; i < N_PEOPLE; i++)
    read_person (damage, ledger, i);
  load_summary (ledger);
  words = dup_words (ledger);
  report = stile_ledger_verify_since (ledger, damage->figure, NULL);
  if (report == NULL || report->first_break != NULL)
    damage->n_found++;
  else
    {
      g_assert_cmpstr (words, ==, damage->words);
      damage->n_harmless++;
    }
}

static void
put_book (Damage *damage, GBytes *file, GBytes *log)
{
  put_bytes (damage->book->path, "", file);
  put_bytes (damage->book->path, "-wal", log);
}

static void
look_at (Damage *damage, GBytes *file, GBytes *log)
{
  put_book (damage, file, log);
  look (damage);
}

/* Opened and verified, but not unlocked. */
static void
glance (Damage *damage)
{
  g_autoptr (StileLedger) ledger = stile_ledger_open (damage->book->path, NULL);

  if (ledger != NULL)
    stile_ledger_report_free (stile_ledger_verify (ledger, NULL));
}

static void
damage_and_look (Damage *damage, gboolean in_log)
{
  g_autoptr (GBytes) damaged = damage_bytes (in_log ? damage->log : damage->file);
  g_autoptr (GBytes) after = NULL;

  if (in_log)
    {
      look_at (damage, damage->file, damaged);
      return;
    }
  put_book (damage, damaged, damage->log);
  glance (damage);
  after = file_bytes (damage->book->path);
  g_assert_true (g_bytes_equal (damaged, after));
  look_at (damage, damaged, damage->log);
}

static void
test_anywhere (gconstpointer in_log)
{
  Damage *damage = damage_new (GPOINTER_TO_INT (in_log));

  look_at (damage, damage->file, damage->log);
  g_assert_cmpuint (damage->n_harmless, ==, 1);
  for (guint i = 0; i < N_PLACES; i++)
    damage_and_look (damage, GPOINTER_TO_INT (in_log));
  g_test_message ("%d places: %u refused, %u found by verify, %u without harm", N_PLACES,
                  damage->n_refused, damage->n_found, damage->n_harmless);
  g_assert_cmpuint (damage->n_found, >, 0);
  damage_free (damage);
}

/* A change that verify rightly finds nothing wrong with, one of the program's own, is told by
 * comparing all that is said: so a damage that it overlooked would be. */
static void
test_negative_control (void)
{
  Damage *damage = damage_new (FALSE);
  g_autoptr (StileLedgerReport) report = NULL;
  g_autofree char *words = NULL;

  book_reopen (damage->book);
  g_free (book_append (damage->book, damage->people[0], "answer", "one more"));
  report = stile_ledger_verify_since (damage->book->ledger, damage->figure, NULL);
  g_assert_cmpstr (report->first_break, ==, NULL);
  words = dup_words (damage->book->ledger);
  g_assert_cmpstr (words, !=, damage->words);
  damage_free (damage);
}

/* What one person said is damaged: everyone else's file opens as ever. */
static void
test_others_stay_readable (void)
{
  Damage *damage = damage_new (FALSE);
  g_autofree char *newest =
      raw_get (damage->book->path, "SELECT max (seq) FROM entry WHERE kind = 'answer'");
  g_autoptr (GError) error = NULL;
  guint n_readable = 0;

  raw_flip (damage->book->path, "sealed", g_ascii_strtoll (newest, NULL, 10), 40);
  book_reopen (damage->book);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (GPtrArray) entries =
          stile_ledger_read_case (damage->book->ledger, damage->people[i], &error);
      if (entries == NULL)
        g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED);
      else
        n_readable++;
    }
  g_assert_cmpuint (n_readable, ==, N_PEOPLE - 1);
  damage_free (damage);
}

/* ---- A damaged backup ---- */

static char *
make_backup (Damage *damage)
{
  char *path = beside (damage->book->path, ".backup");
  g_autoptr (StileBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  put_book (damage, damage->file, damage->log);
  book_reopen (damage->book);
  backup = stile_ledger_backup_to_file (damage->book->ledger, path, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&damage->book->ledger, stile_ledger_close);
  return path;
}

/* Restores to a place where nothing is: what is restored is all that was backed up, or nothing is
 * and there is no file. TRUE where it was restored. */
static gboolean
restore_and_look (Damage *damage, const char *backup)
{
  g_autofree char *place = beside (damage->book->path, ".restored");
  StileRestore what = {
    .backup = backup, .book = place, .adviser = BOOK_ADVISER, .passphrase = BOOK_PASSPHRASE
  };
  g_autoptr (StileRestored) restored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (StileLedger) ledger = stile_ledger_restore (&what, &restored, &error);
  g_autofree char *words = NULL;

  if (ledger == NULL)
    {
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_false (g_file_test (place, G_FILE_TEST_EXISTS));
      return FALSE;
    }
  words = dup_words (ledger);
  /* But that it has a computer more. */
  g_assert_cmpstr (strchr (words, '\n'), ==, strchr (damage->words, '\n'));
  g_clear_pointer (&ledger, stile_ledger_close);
  g_assert_cmpint (g_unlink (place), ==, 0);
  return TRUE;
}

/* The same over a book that is whole: it is there after each refusal, byte for byte. */
static void
restore_over (Damage *damage, const char *backup)
{
  StileRestore what = { .backup = backup,
                        .book = damage->book->path,
                        .adviser = BOOK_ADVISER,
                        .passphrase = BOOK_PASSPHRASE,
                        .replace_newer = TRUE };
  g_autoptr (StileRestored) restored = NULL;
  g_autoptr (GBytes) before = file_bytes (damage->book->path), after = NULL;

  g_assert_null (stile_ledger_restore (&what, &restored, NULL));
  after = file_bytes (damage->book->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_backup (void)
{
  Damage *damage = damage_new (FALSE);
  g_autofree char *path = make_backup (damage);
  g_autoptr (GBytes) backup = file_bytes (path);
  guint n_refused = 0;

  g_assert_true (restore_and_look (damage, path));
  for (guint i = 0; i < N_PLACES_OF_BACKUP; i++)
    {
      g_autoptr (GBytes) damaged = damage_bytes (backup);

      put_bytes (path, "", damaged);
      if (restore_and_look (damage, path))
        continue;
      restore_over (damage, path);
      n_refused++;
    }
  g_test_message ("%d places of a backup: %u refused, the others without harm", N_PLACES_OF_BACKUP,
                  n_refused);
  g_assert_cmpuint (n_refused, >, N_PLACES_OF_BACKUP / 3);
  damage_free (damage);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/damage/control", test_negative_control);
  g_test_add_data_func ("/damage/book", GINT_TO_POINTER (FALSE), test_anywhere);
  g_test_add_data_func ("/damage/log", GINT_TO_POINTER (TRUE), test_anywhere);
  g_test_add_func ("/damage/backup", test_backup);
  g_test_add_func ("/damage/others-stay-readable", test_others_stay_readable);
  return g_test_run ();
}
