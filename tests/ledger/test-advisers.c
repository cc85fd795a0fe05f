// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "advisers.h"
#include "book.h"

#define BEN "Ben Okafor"
#define BENS_PASSPHRASE "blue kettle on the stove"

static void
add_ben (Book *book, StileRole role)
{
  g_autoptr (GError) error = NULL;

  stile_ledger_add_adviser (book->ledger, BEN, BENS_PASSPHRASE, role, &error);
  g_assert_no_error (error);
}

static void
unlock_as (Book *book, const char *adviser, const char *passphrase)
{
  g_autoptr (GError) error = NULL;

  stile_ledger_lock (book->ledger);
  stile_ledger_unlock (book->ledger, adviser, passphrase, &error);
  g_assert_no_error (error);
}

static void
assert_does_not_open (Book *book, const char *adviser, const char *passphrase)
{
  g_autoptr (GError) error = NULL;

  stile_ledger_lock (book->ledger);
  g_assert_false (stile_ledger_unlock (book->ledger, adviser, passphrase, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
}

/* The newest entry about the book that is for people, as "kind content". */
static char *
newest_note (Book *book)
{
  g_autoptr (GPtrArray) entries = stile_ledger_read_case (book->ledger, STILE_LEDGER_BOOK, NULL);
  guint newest = entries->len - 1;
  const StileEntry *entry = g_ptr_array_index (entries, newest);
  g_autofree char *content = NULL;

  while (g_str_equal (entry->kind, "frame"))
    entry = g_ptr_array_index (entries, --newest);
  content = json_to_string (entry->content, FALSE);

  return g_strdup_printf ("%s %s", entry->kind, content);
}

static void
assert_newest_note (Book *book, const char *expected)
{
  g_autofree char *note = newest_note (book);

  g_assert_cmpstr (note, ==, expected);
}

static void
test_new_free (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GPtrArray) advisers = stile_ledger_list_advisers (book->ledger, NULL);
  const StileAdviser *first = g_ptr_array_index (advisers, 0);

  g_assert_cmpuint (advisers->len, ==, 1);
  g_assert_cmpstr (first->name, ==, BOOK_ADVISER);
  g_assert_cmpint (first->role, ==, STILE_ROLE_MANAGER);
  g_assert_false (first->changed);
  g_assert_cmpint (stile_ledger_get_role (book->ledger), ==, STILE_ROLE_MANAGER);
  stile_adviser_free (NULL);
}

static void
test_add (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = book_append (book, case_id, "note", "for both");
  g_autoptr (GPtrArray) entries = NULL;

  add_ben (book, STILE_ROLE_ADVISER);
  assert_newest_note (book, "adviser-added {\"adviser\":\"Ben Okafor\",\"role\":\"adviser\"}");
  unlock_as (book, BEN, BENS_PASSPHRASE);
  g_assert_cmpint (stile_ledger_get_role (book->ledger), ==, STILE_ROLE_ADVISER);
  entries = stile_ledger_read_case (book->ledger, case_id, NULL);
  g_assert_cmpstr (entry_text (g_ptr_array_index (entries, 0)), ==, "for both");
  unlock_as (book, BOOK_ADVISER, BOOK_PASSPHRASE);
}

static void
test_list_while_locked (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GPtrArray) advisers = NULL;
  const StileAdviser *ben;

  add_ben (book, STILE_ROLE_ADVISER);
  stile_ledger_lock (book->ledger);
  advisers = stile_ledger_list_advisers (book->ledger, NULL);
  g_assert_cmpuint (advisers->len, ==, 2);
  ben = g_ptr_array_index (advisers, 1);
  g_assert_cmpstr (ben->name, ==, BEN);
  g_assert_cmpint (ben->role, ==, STILE_ROLE_ADVISER);
}

static void
test_add_refuses (void)
{
  static const struct
  {
    const char *name;
    const char *passphrase;
    StileLedgerError code;
  } rules[] = {
    { BOOK_ADVISER, BENS_PASSPHRASE, STILE_LEDGER_ERROR_EXISTS },
    { " " BOOK_ADVISER " ", BENS_PASSPHRASE, STILE_LEDGER_ERROR_EXISTS },
    { "  ", BENS_PASSPHRASE, STILE_LEDGER_ERROR_NAME },
    { BEN, "short", STILE_LEDGER_ERROR_PASSPHRASE },
  };
  g_autoptr (Book) book = book_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (stile_ledger_add_adviser (book->ledger, rules[i].name, rules[i].passphrase,
                                                STILE_ROLE_ADVISER, &error));
      g_assert_error (error, STILE_LEDGER_ERROR, (int) rules[i].code);
    }
  unlock_as (book, BOOK_ADVISER, BOOK_PASSPHRASE);
}

/* What only a manager may do, an adviser and a locked book refuse. */
static gboolean
call (Book *book, guint which, GError **error)
{
  g_autofree char *case_id = stile_ledger_new_id ();
  char *key = NULL;

  switch (which)
    {
    case 0:
      return stile_ledger_add_adviser (book->ledger, "Cat", BENS_PASSPHRASE, STILE_ROLE_ADVISER,
                                       error);
    case 1:
      return stile_ledger_remove_adviser (book->ledger, BOOK_ADVISER, error);
    case 2:
      return stile_ledger_set_role (book->ledger, BEN, STILE_ROLE_MANAGER, error);
    case 3:
      return stile_ledger_replace_recovery_key (book->ledger, &key, error);
    case 4:
      return stile_ledger_rekey (book->ledger, NULL, NULL, &key, error);
    default:
      return stile_ledger_erase_case (book->ledger, case_id, error);
    }
}

static void
test_managers_only (void)
{
  g_autoptr (Book) book = book_new ();

  add_ben (book, STILE_ROLE_ADVISER);
  unlock_as (book, BEN, BENS_PASSPHRASE);
  for (guint which = 0; which <= 5; which++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (call (book, which, &error));
      g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ROLE);
    }
  stile_ledger_lock (book->ledger);
  for (guint which = 0; which <= 5; which++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (call (book, which, &error));
      g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
    }
}

static void
test_remove (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *log = beside (book->path, "-wal");
  g_autofree char *hex = NULL;
  g_autoptr (GError) error = NULL;

  add_ben (book, STILE_ROLE_ADVISER);
  hex = raw_get (book->path, "SELECT hex (wrapped) FROM key_slot WHERE adviser = '" BEN "'");
  g_assert_true (stile_ledger_remove_adviser (book->ledger, BEN, &error));
  g_assert_no_error (error);
  assert_newest_note (book, "adviser-removed {\"adviser\":\"Ben Okafor\"}");
  g_assert_false (file_has_hex (book->path, hex));
  g_assert_false (file_has_hex (log, hex));
  assert_does_not_open (book, BEN, BENS_PASSPHRASE);
  unlock_as (book, BOOK_ADVISER, BOOK_PASSPHRASE);
}

static void
test_remove_unknown (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (stile_ledger_remove_adviser (book->ledger, BEN, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_UNKNOWN);
}

static void
test_last_manager_stays (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GError) error = NULL;

  add_ben (book, STILE_ROLE_ADVISER);
  g_assert_false (stile_ledger_remove_adviser (book->ledger, BOOK_ADVISER, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ROLE);
  g_clear_error (&error);
  g_assert_false (stile_ledger_set_role (book->ledger, BOOK_ADVISER, STILE_ROLE_ADVISER, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ROLE);
}

static void
test_remove_oneself (void)
{
  g_autoptr (Book) book = book_new ();

  add_ben (book, STILE_ROLE_MANAGER);
  g_assert_true (stile_ledger_remove_adviser (book->ledger, BOOK_ADVISER, NULL));
  g_assert_false (stile_ledger_is_unlocked (book->ledger));
  unlock_as (book, BEN, BENS_PASSPHRASE);
  g_assert_cmpint (stile_ledger_get_role (book->ledger), ==, STILE_ROLE_MANAGER);
}

static void
test_set_role (void)
{
  g_autoptr (Book) book = book_new ();

  add_ben (book, STILE_ROLE_ADVISER);
  g_assert_true (stile_ledger_set_role (book->ledger, BEN, STILE_ROLE_MANAGER, NULL));
  assert_newest_note (book, "role-changed {\"adviser\":\"Ben Okafor\",\"role\":\"manager\"}");
  unlock_as (book, BEN, BENS_PASSPHRASE);
  g_assert_cmpint (stile_ledger_get_role (book->ledger), ==, STILE_ROLE_MANAGER);
  g_assert_true (stile_ledger_set_role (book->ledger, BOOK_ADVISER, STILE_ROLE_ADVISER, NULL));
}

/* A role that was changed in the file opens nothing, and the walk names whose it is. */
static void
test_forged_role (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GPtrArray) advisers = NULL;
  g_autoptr (StileLedgerReport) report = NULL;
  g_autoptr (GError) error = NULL;

  add_ben (book, STILE_ROLE_ADVISER);
  raw_exec (book->path, "UPDATE key_slot SET role = 'manager' WHERE adviser = '" BEN "'");
  advisers = stile_ledger_list_advisers (book->ledger, NULL);
  g_assert_true (((StileAdviser *) g_ptr_array_index (advisers, 1))->changed);
  report = stile_ledger_verify (book->ledger, NULL);
  g_assert_nonnull (strstr (report->first_break, BEN));

  stile_ledger_lock (book->ledger);
  g_assert_false (stile_ledger_unlock (book->ledger, BEN, BENS_PASSPHRASE, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_DAMAGED);
}

/* Nothing of one slot fits into another, even by those who share a passphrase. */
static void
test_swapped_columns (void)
{
  static const char *const columns[] = { "wrapped, salt", "public",
                                         "sealing",       "sender",
                                         "master",        "public, sealing, sender, master" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (Book) book = book_new ();
      g_autofree char *sql = g_strdup_printf (
          "UPDATE key_slot SET (%s) = (SELECT %s FROM key_slot WHERE adviser = '%s')"
          " WHERE adviser = '%s'",
          columns[i], columns[i], BOOK_ADVISER, BEN);

      g_test_message ("%s", columns[i]);
      stile_ledger_add_adviser (book->ledger, BEN, BOOK_PASSPHRASE, STILE_ROLE_MANAGER, NULL);
      raw_exec (book->path, sql);
      stile_ledger_lock (book->ledger);
      g_assert_false (stile_ledger_unlock (book->ledger, BEN, BOOK_PASSPHRASE, NULL));
      g_assert_true (stile_ledger_unlock (book->ledger, BOOK_ADVISER, BOOK_PASSPHRASE, NULL));
    }
}

static void
test_change_passphrase (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (
      stile_ledger_change_passphrase (book->ledger, "not the old one", BENS_PASSPHRASE, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (stile_ledger_change_passphrase (book->ledger, BOOK_PASSPHRASE, "short", &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_PASSPHRASE);
  g_clear_error (&error);

  g_assert_true (
      stile_ledger_change_passphrase (book->ledger, BOOK_PASSPHRASE, BENS_PASSPHRASE, &error));
  assert_newest_note (book, "passphrase-changed {\"adviser\":\"Maja Nowak\"}");
  assert_does_not_open (book, BOOK_ADVISER, BOOK_PASSPHRASE);
  unlock_as (book, BOOK_ADVISER, BENS_PASSPHRASE);
  g_assert_cmpint (stile_ledger_get_role (book->ledger), ==, STILE_ROLE_MANAGER);
}

static void
test_unlocks_are_entries (void)
{
  g_autoptr (Book) book = book_new ();

  book_reopen (book);
  assert_newest_note (book, "unlock {\"by\":\"passphrase\"}");
  stile_ledger_recover (book->ledger, book->recovery_key, BOOK_ADVISER, BENS_PASSPHRASE, NULL,
                        NULL);
  assert_newest_note (book, "passphrase-changed {\"adviser\":\"Maja Nowak\"}");
}

/* Wrong ones wait for the next unlocking, each with its time, and a name only if it is one. */
static void
test_failed_unlocks_are_entries (void)
{
  g_autoptr (Book) book = book_new ();
  g_autoptr (GPtrArray) entries = NULL;
  static const char *const names[] = { BOOK_ADVISER, NULL, BOOK_ADVISER };

  stile_ledger_lock (book->ledger);
  stile_ledger_unlock (book->ledger, BOOK_ADVISER, "not the right one", NULL);
  stile_ledger_unlock (book->ledger, "my secret typed in the wrong place", "whatever it is", NULL);
  stile_ledger_unlock (book->ledger, BOOK_ADVISER, "not the right one", NULL);
  book_reopen (book);

  entries = stile_ledger_read_case (book->ledger, STILE_LEDGER_BOOK, NULL);
  g_assert_cmpuint (entries->len, ==, BOOK_N_FIRST + 4);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const StileEntry *entry = g_ptr_array_index (entries, BOOK_N_FIRST + i);
      JsonObject *content = json_node_get_object (entry->content);

      g_assert_cmpstr (entry->kind, ==, "unlock-failed");
      g_assert_cmpstr (json_object_get_string_member (content, "by"), ==, "passphrase");
      g_assert_cmpuint (strlen (json_object_get_string_member (content, "at")), ==, 24);
      g_assert_cmpstr (json_object_get_string_member_with_default (content, "adviser", NULL), ==,
                       names[i]);
    }
  g_assert_cmpstr (((StileEntry *) g_ptr_array_index (entries, BOOK_N_FIRST + 3))->kind, ==,
                   "unlock");
}

/* An unlocking that could not be written is written with the next entry. */
static void
test_unlock_is_owed (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = NULL;

  raw_exec (book->path, "CREATE TRIGGER full BEFORE INSERT ON entry"
                        " BEGIN SELECT raise (ABORT, 'no'); END");
  book_reopen (book);
  g_assert_true (stile_ledger_is_unlocked (book->ledger));
  raw_exec (book->path, "DROP TRIGGER full");
  id = book_append (book, case_id, "note", "on with it");
  assert_newest_note (book, "unlock {\"by\":\"passphrase\"}");
}

/* Ben has the book open at another desk. */
static StileLedger *
open_as_ben (Book *book)
{
  StileLedger *bens = stile_ledger_open (book->path, NULL);

  g_assert_true (stile_ledger_unlock (bens, BEN, BENS_PASSPHRASE, NULL));
  return bens;
}

static void
test_removed_while_open (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autoptr (JsonNode) content = json_object_node ("{}");
  g_autoptr (StileLedger) bens = NULL;
  g_autoptr (GError) error = NULL;

  add_ben (book, STILE_ROLE_MANAGER);
  bens = open_as_ben (book);
  g_assert_true (stile_ledger_append (bens, case_id, "note", content, NULL, NULL));
  g_assert_true (stile_ledger_remove_adviser (book->ledger, BEN, NULL));

  g_assert_false (
      stile_ledger_add_adviser (bens, BEN, BENS_PASSPHRASE, STILE_ROLE_MANAGER, NULL));
  g_assert_false (stile_ledger_append (bens, case_id, "note", content, NULL, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
  g_assert_false (stile_ledger_is_unlocked (bens));
}

static void
test_role_changed_while_open (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autofree char *id = book_append (book, case_id, "note", "x");
  g_autoptr (StileLedger) bens = NULL;
  g_autoptr (GError) error = NULL;

  add_ben (book, STILE_ROLE_MANAGER);
  bens = open_as_ben (book);
  g_assert_true (stile_ledger_set_role (book->ledger, BEN, STILE_ROLE_ADVISER, NULL));
  g_assert_false (stile_ledger_erase_case (bens, case_id, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ROLE);

  g_assert_true (stile_ledger_set_role (book->ledger, BEN, STILE_ROLE_MANAGER, NULL));
  g_assert_true (stile_ledger_erase_case (bens, case_id, NULL));
}

/* Past the program: nobody gets a role by it. */
static void
test_role_forged_while_open (void)
{
  g_autoptr (Book) book = book_new ();
  g_autofree char *case_id = stile_ledger_new_id ();
  g_autoptr (StileLedger) bens = NULL;
  g_autoptr (GError) error = NULL;

  add_ben (book, STILE_ROLE_ADVISER);
  bens = open_as_ben (book);
  raw_exec (book->path, "UPDATE key_slot SET role = 'manager' WHERE kind = 'passphrase'");
  g_assert_false (stile_ledger_erase_case (bens, case_id, &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_ROLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/advisers/new-free", test_new_free);
  g_test_add_func ("/advisers/add", test_add);
  g_test_add_func ("/advisers/list-while-locked", test_list_while_locked);
  g_test_add_func ("/advisers/add-refuses", test_add_refuses);
  g_test_add_func ("/advisers/managers-only", test_managers_only);
  g_test_add_func ("/advisers/remove", test_remove);
  g_test_add_func ("/advisers/remove-unknown", test_remove_unknown);
  g_test_add_func ("/advisers/last-manager-stays", test_last_manager_stays);
  g_test_add_func ("/advisers/remove-oneself", test_remove_oneself);
  g_test_add_func ("/advisers/set-role", test_set_role);
  g_test_add_func ("/advisers/forged-role", test_forged_role);
  g_test_add_func ("/advisers/swapped-columns", test_swapped_columns);
  g_test_add_func ("/advisers/change-passphrase", test_change_passphrase);
  g_test_add_func ("/advisers/unlocks-are-entries", test_unlocks_are_entries);
  g_test_add_func ("/advisers/failed-unlocks-are-entries", test_failed_unlocks_are_entries);
  g_test_add_func ("/advisers/unlock-is-owed", test_unlock_is_owed);
  g_test_add_func ("/advisers/removed-while-open", test_removed_while_open);
  g_test_add_func ("/advisers/role-changed-while-open", test_role_changed_while_open);
  g_test_add_func ("/advisers/role-forged-while-open", test_role_forged_while_open);
  return g_test_run ();
}
