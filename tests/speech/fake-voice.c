// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fake-voice.h"

static GMutex said_mutex;
static GString *said;
static gint endless; /* atomic */

void
fake_voice_set_endless (gboolean value)
{
  g_atomic_int_set (&endless, value);
}

char *
fake_voice_dup_said (void)
{
  char *result;

  g_mutex_lock (&said_mutex);
  result = said != NULL ? g_string_free (said, FALSE) : g_strdup ("");
  said = NULL;
  g_mutex_unlock (&said_mutex);
  return result;
}

static gboolean
say (StileVoice *voice, const char *text, const char *language, double speed,
     GCancellable *cancellable, GError **error)
{
  g_mutex_lock (&said_mutex);
  if (said == NULL)
    said = g_string_new (NULL);
  g_string_append_printf (said, "%s %.2f %s|", language, speed, text);
  g_mutex_unlock (&said_mutex);
  while (g_atomic_int_get (&endless) && !g_cancellable_is_cancelled (cancellable))
    g_usleep (1000);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
say_nothing (StileVoice *voice, const char *text, const char *language, double speed,
             GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, STILE_SPEECH_ERROR, STILE_SPEECH_ERROR_NO_SOUND, "No loudspeaker.");
  return FALSE;
}

static void
close_voice (StileVoice *voice)
{
  g_hash_table_unref (voice->languages);
  g_free (voice);
}

static StileVoice *
new_voice (const char *language)
{
  StileVoice *voice = g_new0 (StileVoice, 1);

  voice->close = close_voice;
  voice->languages = stile_voice_new_languages ();
  stile_voice_add_language (voice->languages, "en-GB");
  stile_voice_add_language (voice->languages, language);
  return voice;
}

StileVoice *
fake_voice_open (GError **error)
{
  StileVoice *voice = new_voice ("cy");

  voice->say = say;
  return voice;
}

StileVoice *
mute_voice_open (GError **error)
{
  StileVoice *voice = new_voice ("ur");

  voice->say = say_nothing;
  return voice;
}

StileVoice *
missing_voice_open (GError **error)
{
  g_set_error_literal (error, STILE_SPEECH_ERROR, STILE_SPEECH_ERROR_NO_VOICE, "Not installed.");
  return NULL;
}
