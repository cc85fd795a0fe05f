// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* With a real speech-dispatcher of its own, whose loudspeaker is a file; and with one that is
 * stuck. */

#include "voice.h"

#include <signal.h>

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>

#define SENTENCE "Where did the marmalade sleep last night?"
#define WORD "marmalade"

typedef struct
{
  char *folder; /* XDG_RUNTIME_DIR and home of the daemon */
  char *socket;
  char *sound;
  GSubprocess *daemon;
  GCancellable *cancellable;
} Fixture;

static gboolean
delete_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR) && !g_file_test (inside, G_FILE_TEST_IS_SYMLINK))
        delete_all (inside);
      else
        g_unlink (inside);
    }
  return g_rmdir (path) == 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;

  fixture->cancellable = g_cancellable_new ();
  fixture->folder = g_dir_make_tmp ("stile-speech-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->socket = g_build_filename (fixture->folder, "socket", NULL);
  fixture->sound = g_build_filename (fixture->folder, "sound", NULL);
  address = g_strconcat ("unix_socket:", fixture->socket, NULL);
  g_setenv ("SPEECHD_ADDRESS", address, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->daemon != NULL)
    {
      g_subprocess_send_signal (fixture->daemon, SIGTERM);
      g_subprocess_wait (fixture->daemon, NULL, NULL);
      g_object_unref (fixture->daemon);
    }
  g_assert_true (delete_all (fixture->folder));
  g_object_unref (fixture->cancellable);
  g_free (fixture->folder);
  g_free (fixture->socket);
  g_free (fixture->sound);
}

static void
start_daemon (Fixture *fixture)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDERR_SILENCE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autofree char *configuration = g_test_build_filename (G_TEST_DIST, "speech", "dispatcher",
                                                          NULL);
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", fixture->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "HOME", fixture->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "STILE_SOUND", fixture->sound, TRUE);
  fixture->daemon = g_subprocess_launcher_spawn (launcher, &error, "speech-dispatcher", "-s", "-C",
                                                 configuration, "-S", fixture->socket, NULL);
  g_assert_no_error (error);
  while (!g_file_test (fixture->socket, G_FILE_TEST_EXISTS))
    g_usleep (10000);
}

static StileVoice *
open_voice (void)
{
  g_autoptr (GError) error = NULL;
  StileVoice *voice = stile_dispatcher_voice_open (&error);

  g_assert_no_error (error);
  return voice;
}

static goffset
sound_size (Fixture *fixture)
{
  GStatBuf status;

  return g_stat (fixture->sound, &status) == 0 ? status.st_size : 0;
}

static void
test_speaks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StileVoice *voice;

  start_daemon (fixture);
  voice = open_voice ();
  g_assert_true (g_hash_table_contains (voice->languages, "ur"));
  voice->say (voice, SENTENCE, "en", 1, fixture->cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sound_size (fixture), >, 22050);
  voice->close (voice);
}

static gpointer
cancel_when_heard (gpointer data)
{
  Fixture *fixture = data;

  while (sound_size (fixture) == 0)
    g_usleep (1000);
  g_cancellable_cancel (fixture->cancellable);
  return NULL;
}

static void
test_stops (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GThread *ear;
  StileVoice *voice;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, SENTENCE " ");
  start_daemon (fixture);
  voice = open_voice ();
  ear = g_thread_new ("ear", cancel_when_heard, fixture);
  g_assert_false (voice->say (voice, text->str, "en", 1, fixture->cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (ear);
  voice->close (voice);
}

/* The path of the first file below @path that holds @word. */
static char *
find_word (const char *path, const char *word)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  char *found = NULL;

  while (found == NULL && folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_test (inside, G_FILE_TEST_IS_DIR))
        found = find_word (inside, word);
      else if (g_file_get_contents (inside, &content, &length, NULL)
               && memmem (content, length, word, strlen (word)) != NULL)
        found = g_strdup (inside);
    }
  return found;
}

static void
test_nothing_stays_on_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *logged = NULL;
  g_autofree char *leaked = NULL;
  StileVoice *voice;

  start_daemon (fixture);
  voice = open_voice ();
  g_assert_true (voice->say (voice, SENTENCE, "en", 1, fixture->cancellable, NULL));
  voice->close (voice);
  logged = find_word (fixture->folder, "speechd"); /* it does look where the daemon writes */
  g_assert_nonnull (logged);
  leaked = find_word (fixture->folder, WORD);
  g_assert_cmpstr (leaked, ==, NULL);
}

/* Where speech-dispatcher looks for what people have set: here, to log all it can. */
static void
set_log_level (Fixture *fixture)
{
  g_autofree char *ours = g_test_build_filename (G_TEST_DIST, "speech", "dispatcher",
                                                 "speechd.conf", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "speech-dispatcher", NULL);
  g_autofree char *path = g_build_filename (folder, "speechd.conf", NULL);
  g_autofree char *settings = NULL;
  g_autoptr (GString) loud = NULL;

  g_assert_true (g_file_get_contents (ours, &settings, NULL, NULL));
  loud = g_string_new (settings);
  g_assert_cmpuint (g_string_replace (loud, "LogLevel 3", "LogLevel 5", 0), ==, 1);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, loud->str, -1, NULL));
}

/* What we started ourselves went into the background: it is nobody's child. */
static void
end_daemon (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "speech-dispatcher", "pid",
                                            "speech-dispatcher.pid", NULL);
  g_autofree char *pid = NULL;

  g_assert_true (g_file_get_contents (path, &pid, NULL, NULL));
  while (kill (atoi (pid), SIGTERM) == 0)
    g_usleep (10000);
}

static void
test_started_here_logs_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = g_strconcat ("unix_socket:", fixture->folder,
                                          "/speech-dispatcher/speechd.sock", NULL);
  g_autofree char *leaked = NULL;
  StileVoice *voice;

  set_log_level (fixture);
  g_setenv ("SPEECHD_ADDRESS", address, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", fixture->folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", fixture->folder, TRUE);
  voice = open_voice ();
  g_assert_true (voice->say (voice, SENTENCE, "en", 1, fixture->cancellable, NULL));
  voice->close (voice);
  end_daemon (fixture);
  leaked = find_word (fixture->folder, WORD);
  g_assert_cmpstr (leaked, ==, NULL);
}

static void
test_goes_on_without_daemon (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StileVoice *voice;

  start_daemon (fixture);
  voice = open_voice ();
  g_subprocess_force_exit (fixture->daemon);
  g_subprocess_wait (fixture->daemon, NULL, NULL);
  g_assert_false (voice->say (voice, SENTENCE, "en", 1, fixture->cancellable, &error));
  g_assert_error (error, STILE_SPEECH_ERROR, STILE_SPEECH_ERROR_NO_SOUND);
  voice->close (voice);
}

/* It takes the connection, and that is all. */
static void
test_stuck_daemon (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (fixture->socket);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_socket_listener_add_address (listener, address, G_SOCKET_TYPE_STREAM,
                                                G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, NULL));
  g_assert_null (stile_dispatcher_voice_open (&error));
  g_assert_error (error, STILE_SPEECH_ERROR, STILE_SPEECH_ERROR_NO_VOICE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name, function) \
  g_test_add ("/dispatcher/" name, Fixture, NULL, set_up, function, tear_down)
  TEST ("speaks", test_speaks);
  TEST ("stops", test_stops);
  TEST ("nothing-stays-on-disk", test_nothing_stays_on_disk);
  TEST ("started-here-logs-nothing", test_started_here_logs_nothing);
  TEST ("goes-on-without-daemon", test_goes_on_without_daemon);
  TEST ("stuck-daemon", test_stuck_daemon);
#undef TEST

  return g_test_run ();
}
