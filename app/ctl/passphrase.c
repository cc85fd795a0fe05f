// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "passphrase.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "input.h"
#include "ledger.h"

/* Room for the longest passphrase, and enough to see that one is longer. */
#define MOST_BYTES (STILE_PASSPHRASE_MAX + 2)

static volatile sig_atomic_t interrupted;

static void
interrupt_cb (int number)
{
  interrupted = number;
}

/* Reads up to the end of the line, byte by byte, so that nothing is left behind in a buffer.
 * FALSE where there is nothing at all, or no text. */
static gboolean
read_secret_line (int file, char *line)
{
  gsize length = 0;
  gssize got = 0;
  char byte = 0;

  while (length < MOST_BYTES && (got = read (file, &byte, 1)) == 1 && byte != '\n')
    line[length++] = byte;
  if (length > 0 && line[length - 1] == '\r')
    length--;
  line[length] = '\0';
  if (got >= 0 && (got == 1 || length > 0) && strlen (line) == length)
    return TRUE;

  explicit_bzero (line, MOST_BYTES);
  return FALSE;
}

static char *
new_secret (void)
{
  return g_malloc0 (MOST_BYTES + 1);
}

static char *
read_from_file (const char *path, StileExit *exit_code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = stile_input_display (path);
  FILE *file = stile_input_open (path, &error);
  char *secret;

  if (!file)
    {
      *exit_code = stile_command_fail (error);
      return NULL;
    }

  secret = new_secret ();
  if (!read_secret_line (fileno (file), secret))
    {
      stile_command_say (_("%s: there is no passphrase in its first line."), shown);
      *exit_code = STILE_EXIT_INPUT;
      g_clear_pointer (&secret, stile_secret_free);
    }
  stile_input_close (file);

  return secret;
}

/* Waits for a whole line. Signals are held back except while it waits: none slips in between. */
static gboolean
wait_for_line (int terminal, const sigset_t *open_to)
{
  struct pollfd wanted = { .fd = terminal, .events = POLLIN };

  return ppoll (&wanted, 1, NULL, open_to) > 0;
}

static gboolean
read_hidden_line (int terminal, const char *prompt, const sigset_t *open_to, char *secret)
{
  struct termios shown, hidden;
  gboolean got;

  if (tcgetattr (terminal, &shown) != 0)
    return FALSE;

  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t) (ECHO | ECHONL);
  got = tcsetattr (terminal, TCSAFLUSH, &hidden) == 0
        && write (terminal, prompt, strlen (prompt)) > 0 && wait_for_line (terminal, open_to)
        && read_secret_line (terminal, secret);
  tcsetattr (terminal, TCSAFLUSH, &shown);

  return write (terminal, "\n", 1) == 1 && got;
}

/* Ctrl+C while nothing is shown must give the terminal its echo back before it ends the program. */
static char *
ask_on (int terminal, const char *question)
{
  static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP };
  struct sigaction before[G_N_ELEMENTS (signals)];
  struct sigaction action = { .sa_handler = interrupt_cb };
  g_autofree char *prompt = g_strdup_printf ("%s ", question);
  char *secret = new_secret ();
  sigset_t held, mask;

  sigemptyset (&held);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaddset (&held, signals[i]);
  sigprocmask (SIG_BLOCK, &held, &mask);
  interrupted = 0;
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    if (sigaction (signals[i], NULL, &before[i]) == 0 && before[i].sa_handler != SIG_IGN)
      sigaction (signals[i], &action, NULL);

  if (!read_hidden_line (terminal, prompt, &mask, secret))
    g_clear_pointer (&secret, stile_secret_free);

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &before[i], NULL);
  if (interrupted != 0)
    raise (interrupted);
  sigprocmask (SIG_SETMASK, &mask, NULL);

  return secret;
}

static char *
ask (int terminal, const char *question, gboolean twice, StileExit *exit_code)
{
  char *first = ask_on (terminal, question);
  char *second = first && twice ? ask_on (terminal, _("The same again:")) : NULL;

  if (!first || (twice && !second))
    {
      stile_command_say (_("No passphrase was given."));
      g_clear_pointer (&first, stile_secret_free);
    }
  else if (twice && strcmp (first, second) != 0)
    {
      stile_command_say (_("The two passphrases are not the same. Please try again."));
      g_clear_pointer (&first, stile_secret_free);
    }
  g_clear_pointer (&second, stile_secret_free);
  *exit_code = STILE_EXIT_INPUT;

  return first;
}

char *
stile_passphrase_read (const char *file, const char *question, gboolean twice,
                       StileExit *exit_code)
{
  int terminal;
  char *secret;

  if (file)
    return read_from_file (file, exit_code);

  terminal = open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal < 0)
    {
      stile_command_say (_("There is no terminal to ask for the passphrase on. Give it as "
                           "--passphrase-file FILE."));
      *exit_code = STILE_EXIT_USAGE;
      return NULL;
    }

  secret = ask (terminal, question, twice, exit_code);
  close (terminal);
  return secret;
}
