// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* speech-dispatcher is a daemon of the desktop, spoken to in SSIP, lines over a socket ("Speech
 * Synthesis Internet Protocol", in its documentation). Its own client library waits for ever for a
 * daemon that is stuck, and crashes with one that goes away while it connects (0.11.4); such a
 * daemon is not rare: without a sound server it takes a text and then answers to nothing. */

#include "voice.h"

#include <gio/gunixsocketaddress.h>

#define ANSWER_SECONDS 5
/* Slower than any speech; after this the daemon is believed to be stuck. */
#define SPEAK_SECONDS 4
#define LETTERS_A_SECOND 6

/* The first figure of an answer is what it means, as in other protocols of the internet. */
#define IS_GOOD(code) ((code) / 100 == 2)
#define END_EVENT 702
#define CANCEL_EVENT 703
#define IS_EVENT(code) ((code) / 100 == 7)

typedef struct
{
  StileVoice voice;
  GSocketConnection *connection;
  GDataInputStream *input;
  gint64 ended; /* the newest message that was spoken or dropped */
} DispatcherVoice;

static void
close_voice (StileVoice *voice)
{
  DispatcherVoice *self = (DispatcherVoice *) voice;

  g_clear_object (&self->input);
  g_clear_object (&self->connection);
  g_hash_table_unref (voice->languages);
  g_free (self);
}

/* ---- Lines ---- */

/* The next line, "250 OK" or "249-name", as its code and the rest; @last where no further line
 * belongs to it. -1: there is none, or it is no SSIP. */
static int
read_line (DispatcherVoice *self, char **rest, gboolean *last, GCancellable *cancellable,
           GError **error)
{
  gsize length;
  g_autofree char *line = g_data_input_stream_read_line (self->input, &length, cancellable, error);
  int code;

  if (line == NULL || length < 4)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED,
                             "The speech service went away.");
      return -1;
    }
  code = (int) strtol (line, NULL, 10);
  *last = line[3] == ' ';
  *rest = g_strdup (line + 4);
  return code;
}

/* Reads all lines of one answer or event. @value, which may be NULL, gets the first of them,
 * @values all. */
static int
read_answer (DispatcherVoice *self, char **value, GPtrArray *values, GCancellable *cancellable,
             GError **error)
{
  g_autofree char *first = NULL;
  gboolean last = FALSE;
  int code = -1;

  while (!last)
    {
      g_autofree char *rest = NULL;

      code = read_line (self, &rest, &last, cancellable, error);
      if (code < 0)
        return -1;
      if (first == NULL)
        first = g_strdup (rest);
      if (values != NULL && !last)
        g_ptr_array_add (values, g_steal_pointer (&rest));
    }
  if (code == END_EVENT || code == CANCEL_EVENT)
    self->ended = MAX (self->ended, g_ascii_strtoll (first, NULL, 10));
  if (value != NULL)
    *value = g_steal_pointer (&first);
  return code;
}

/* Sends @lines and reads the answer to them, past events. FALSE: it did not do it. */
static gboolean
ask (DispatcherVoice *self, const char *lines, char **value, GPtrArray *values)
{
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (self->connection));
  int code;

  g_socket_set_timeout (g_socket_connection_get_socket (self->connection), ANSWER_SECONDS);
  if (!g_output_stream_write_all (output, lines, strlen (lines), NULL, NULL, NULL))
    return FALSE;
  do
    {
      if (value != NULL)
        g_clear_pointer (value, g_free);
      code = read_answer (self, value, values, NULL, NULL);
    }
  while (IS_EVENT (code));
  return IS_GOOD (code);
}

static gboolean
set (DispatcherVoice *self, const char *parameter, const char *value)
{
  g_autofree char *line = g_strdup_printf ("SET SELF %s %s\r\n", parameter, value);

  return ask (self, line, NULL, NULL);
}

/* ---- Speaking ---- */

/* A dot at the start of a line would end the text. */
static char *
dup_as_lines (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit_set (valid, "\r\n", -1);
  GString *result = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (result, "%s%s\r\n", lines[i][0] == '.' ? "." : "", lines[i]);
  g_string_append (result, ".\r\n");
  return g_string_free (result, FALSE);
}

/* 0: it was not taken. */
static gint64
send_text (DispatcherVoice *self, const char *text, const char *language, double speed)
{
  g_autofree char *accent = stile_voice_dup_accent (language);
  g_autofree char *rate = g_strdup_printf ("%d", CLAMP ((int) ((speed - 1) * 100), -100, 100));
  g_autofree char *lines = dup_as_lines (text);
  g_autofree char *message = NULL;

  if (!set (self, "LANGUAGE", accent) || !set (self, "RATE", rate)
      || !ask (self, "SPEAK\r\n", NULL, NULL) || !ask (self, lines, &message, NULL))
    return 0;
  return g_ascii_strtoll (message, NULL, 10);
}

static gboolean
say (StileVoice *voice, const char *text, const char *language, double speed,
     GCancellable *cancellable, GError **error)
{
  DispatcherVoice *self = (DispatcherVoice *) voice;
  gint64 message = send_text (self, text, language, speed);
  gboolean heard = message > 0;

  g_socket_set_timeout (g_socket_connection_get_socket (self->connection),
                        SPEAK_SECONDS + (guint) g_utf8_strlen (text, -1) / LETTERS_A_SECOND);
  while (heard && self->ended < message)
    heard = read_answer (self, NULL, NULL, cancellable, NULL) > 0;
  if (heard)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    ask (self, "CANCEL SELF\r\n", NULL, NULL);
  else
    g_set_error_literal (error, STILE_SPEECH_ERROR, STILE_SPEECH_ERROR_NO_SOUND,
                         "The speech service of this computer does not answer.");
  return FALSE;
}

/* ---- Opening ---- */

static char *
dup_socket_path (void)
{
  const char *address = g_getenv ("SPEECHD_ADDRESS");

  if (address != NULL && g_str_has_prefix (address, "unix_socket:"))
    return g_strdup (address + strlen ("unix_socket:"));
  return g_build_filename (g_get_user_runtime_dir (), "speech-dispatcher", "speechd.sock", NULL);
}

static GSocketConnection *
connect_to (const char *path)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);

  g_socket_client_set_timeout (client, ANSWER_SECONDS);
  return g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);
}

/* Up to this level its log, for which people may have set another, has no word of a text. */
#define LOG_LEVEL "3"

/* It puts itself into the background when it is ready, and ends when nobody needs it any more. */
static void
start_daemon (const char *path)
{
  g_autoptr (GSubprocess) daemon = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL,
    "speech-dispatcher", "--spawn", "--log-level", LOG_LEVEL, "--communication-method",
    "unix_socket", "--socket-path", path, NULL);

  if (daemon != NULL)
    g_subprocess_wait (daemon, NULL, NULL);
}

/* What espeak-ng speaks, when asked directly. */
static GHashTable *
dup_espeak_languages (void)
{
  StileVoice *espeak = stile_espeak_voice_open (NULL);
  GHashTable *languages;

  if (espeak == NULL)
    return stile_voice_new_languages ();
  languages = g_hash_table_ref (espeak->languages);
  espeak->close (espeak);
  return languages;
}

/* Each voice is a line "name TAB language TAB variant". There are 13,000 of them where the daemon
 * speaks through espeak-ng, which takes five seconds: those languages we know. */
static GHashTable *
dup_languages (DispatcherVoice *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *module = NULL;
  GHashTable *languages;

  if (ask (self, "GET OUTPUT_MODULE\r\n", &module, NULL) && g_str_equal (module, "espeak-ng"))
    return dup_espeak_languages ();
  languages = stile_voice_new_languages ();
  ask (self, "LIST SYNTHESIS_VOICES\r\n", NULL, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines->pdata[i], "\t", -1);

      if (g_strv_length (fields) >= 2)
        stile_voice_add_language (languages, fields[1]);
    }
  return languages;
}

static gboolean
introduce (DispatcherVoice *self)
{
  return set (self, "CLIENT_NAME", "user:stile:reading") && set (self, "NOTIFICATION END", "ON")
         && set (self, "NOTIFICATION CANCEL", "ON");
}

StileVoice *
stile_dispatcher_voice_open (GError **error)
{
  g_autofree char *path = dup_socket_path ();
  g_autoptr (GSocketConnection) connection = connect_to (path);
  DispatcherVoice *self = g_new0 (DispatcherVoice, 1);

  if (connection == NULL)
    {
      start_daemon (path);
      connection = connect_to (path);
    }
  self->voice.say = say;
  self->voice.close = close_voice;
  if (connection != NULL)
    {
      self->input = g_data_input_stream_new (
        g_io_stream_get_input_stream (G_IO_STREAM (connection)));
      g_data_input_stream_set_newline_type (self->input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
      self->connection = g_steal_pointer (&connection);
    }
  if (self->connection != NULL && introduce (self))
    {
      self->voice.languages = dup_languages (self);
      return &self->voice;
    }
  self->voice.languages = stile_voice_new_languages ();
  close_voice (&self->voice);
  g_set_error_literal (error, STILE_SPEECH_ERROR, STILE_SPEECH_ERROR_NO_VOICE,
                       "There is no speech service on this computer.");
  return NULL;
}
