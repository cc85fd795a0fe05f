// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Passphrases that are typed on a terminal; those from files are in test-stilectl-ledger.c. */

#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ledger.h"
#include "stilectl.h"

#define ADVISER "Ada Nowak"
#define PASSPHRASE "three steps over a wall"

typedef struct
{
  char *folder;
  char *book;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;
  char *recovery_key = NULL;

  fixture->folder = new_folder ();
  fixture->book = g_build_filename (fixture->folder, "book.stile", NULL);
  ledger = stile_ledger_create (fixture->book, "Front desk", ADVISER, PASSPHRASE,
                                STILE_KEY_COST_MIN, &recovery_key, &error);
  g_assert_no_error (error);
  stile_secret_free (recovery_key);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->book);
}

/* Runs it on a terminal of its own and gives back all that was seen. @dialogue is pairs of what to
 * wait for and what to type then, up to NULL. */
static char *
run_on_terminal (const char *const *arguments, const char *const *dialogue, int *status)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  gsize searched = 0;
  int terminal;
  pid_t child = forkpty (&terminal, NULL, NULL, NULL);
  char part[512];
  gssize length;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      signal (SIGINT, SIG_DFL); /* a shell that runs the tests in the background ignores it */
      execv (g_getenv ("STILECTL"), (char *const *) arguments);
      _exit (127);
    }

  while ((length = read (terminal, part, sizeof part)) > 0)
    {
      g_string_append_len (seen, part, length);
      if (dialogue[0] && strstr (seen->str + searched, dialogue[0]))
        {
          g_assert_cmpint (write (terminal, dialogue[1], strlen (dialogue[1])), ==,
                           (int) strlen (dialogue[1]));
          searched = seen->len;
          dialogue += 2;
        }
    }
  close (terminal);
  g_assert_cmpint (waitpid (child, status, 0), ==, child);

  return g_string_free (g_steal_pointer (&seen), FALSE);
}

static void
test_not_shown (Fixture *fixture, gconstpointer data)
{
  const char *const arguments[] = { "stilectl", "ledger",  "verify", fixture->book,
                                    "--adviser", ADVISER, NULL };
  const char *const dialogue[] = { "Passphrase of " ADVISER ":", PASSPHRASE "\n", NULL };
  int status;
  g_autofree char *seen = run_on_terminal (arguments, dialogue, &status);

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  assert_contains (seen, "The book is whole.");
  g_assert_null (strstr (seen, PASSPHRASE));
}

static void
test_interrupted (Fixture *fixture, gconstpointer data)
{
  const char *const arguments[] = { "stilectl", "ledger",  "verify", fixture->book,
                                    "--adviser", ADVISER, NULL };
  const char *const dialogue[] = { "Passphrase of", "\x03", NULL };
  int status;
  g_autofree char *seen = run_on_terminal (arguments, dialogue, &status);

  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGINT);
}

static void
test_export_refuses_a_screen (Fixture *fixture, gconstpointer data)
{
  const char *const arguments[] = { "stilectl", "ledger", "export", fixture->book,
                                    NULL };
  const char *const dialogue[] = { NULL };
  int status;
  g_autofree char *seen = run_on_terminal (arguments, dialogue, &status);

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 2);
  assert_contains (seen, "private things");
}

static void
check_two_passphrases (const char *second, int wanted)
{
  char *folder = new_folder ();
  g_autofree char *book = g_build_filename (folder, "new.stile", NULL);
  const char *const arguments[] = { "stilectl", "ledger", "init", book, "--station", "Desk",
                                    "--adviser", ADVISER, NULL };
  const char *const dialogue[] = { "New passphrase:", PASSPHRASE "\n", "The same again:", second,
                                   NULL };
  int status;
  g_autofree char *seen = run_on_terminal (arguments, dialogue, &status);

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, wanted);
  g_assert_true (g_file_test (book, G_FILE_TEST_EXISTS) == (wanted == 0));
  g_assert_null (strstr (seen, PASSPHRASE));
  remove_folder (folder);
}

static void
test_twice (void)
{
  check_two_passphrases (PASSPHRASE "\n", 0);
}

static void
test_differ (void)
{
  check_two_passphrases ("three steps over a hill\n", 1);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/typed-passphrase/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("not-shown", test_not_shown);
  ADD ("interrupted", test_interrupted);
  g_test_add_func ("/typed-passphrase/twice", test_twice);
  g_test_add_func ("/typed-passphrase/differ", test_differ);
  ADD ("export-refuses-a-screen", test_export_refuses_a_screen);

  return g_test_run ();
}
