// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* espeak-ng makes the sound, pcaudiolib (which espeak-ng plays through as well) brings it to the
 * loudspeaker. Taking it to the loudspeaker ourselves tells whether there is one, and stops between
 * two pieces of 60 ms. */

#include "voice.h"

#include <espeak-ng/speak_lib.h>
#include <pcaudiolib/audio.h>

#define PIECE_MS 60
#define WORDS_A_MINUTE 155

typedef struct
{
  StileVoice voice;
  int sample_rate;
} EspeakVoice;

/* What one call of say() and the function that is handed the sound have in common. */
typedef struct
{
  struct audio_object *audio;
  GCancellable *cancellable;
  gboolean silent; /* the loudspeaker took no more */
} Playing;

/* 0: go on. */
static int
synthesized_cb (short *samples, int n_samples, espeak_EVENT *events)
{
  Playing *playing = events->user_data;

  if (g_cancellable_is_cancelled (playing->cancellable))
    return 1;
  if (samples == NULL || n_samples == 0)
    return 0;
  playing->silent = audio_object_write (playing->audio, samples, n_samples * sizeof *samples) != 0;
  return playing->silent ? 1 : 0;
}

static gboolean
fail_without_sound (GError **error)
{
  g_set_error_literal (error, STILE_SPEECH_ERROR, STILE_SPEECH_ERROR_NO_SOUND,
                       "There is no sound. Please check that a loudspeaker is connected.");
  return FALSE;
}

/* FALSE: cancelled, or the loudspeaker is gone. */
static gboolean
play (Playing *playing, const char *text, GError **error)
{
  if (espeak_Synth (text, strlen (text) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, NULL, playing)
        != EE_OK
      || playing->silent)
    return fail_without_sound (error);
  if (g_cancellable_set_error_if_cancelled (playing->cancellable, error))
    {
      audio_object_flush (playing->audio);
      return FALSE;
    }
  audio_object_drain (playing->audio);
  return TRUE;
}

static gboolean
say (StileVoice *voice, const char *text, const char *language, double speed,
     GCancellable *cancellable, GError **error)
{
  EspeakVoice *self = (EspeakVoice *) voice;
  g_autofree char *accent = stile_voice_dup_accent (language);
  espeak_VOICE wanted = { .languages = accent };
  Playing playing = { .cancellable = cancellable };
  gboolean played;

  playing.audio = create_audio_device_object (NULL, "Stile", "Stile");
  if (playing.audio == NULL)
    return fail_without_sound (error);
  if (audio_object_open (playing.audio, AUDIO_OBJECT_FORMAT_S16LE, self->sample_rate, 1) != 0)
    {
      audio_object_destroy (playing.audio);
      return fail_without_sound (error);
    }
  espeak_SetVoiceByProperties (&wanted);
  espeak_SetParameter (espeakRATE, (int) (WORDS_A_MINUTE * speed), 0);
  played = play (&playing, text, error);
  audio_object_close (playing.audio);
  audio_object_destroy (playing.audio);
  return played;
}

static void
close_voice (StileVoice *voice)
{
  g_hash_table_unref (voice->languages);
  g_free (voice);
}

/* A voice's languages follow each other, each behind a byte of how well it speaks it. */
static void
add_languages (GHashTable *languages, const espeak_VOICE *voice)
{
  const char *position = voice->languages;

  while (*position != '\0')
    {
      stile_voice_add_language (languages, position + 1);
      position += strlen (position) + 1;
    }
}

/* Once a process: in espeak-ng 1.51 the second espeak_Terminate() waits for ever. */
static gpointer
initialize (gpointer data)
{
  int sample_rate = espeak_Initialize (AUDIO_OUTPUT_SYNCHRONOUS, PIECE_MS, NULL,
                                       espeakINITIALIZE_DONT_EXIT);

  espeak_SetSynthCallback (synthesized_cb);
  return GINT_TO_POINTER (sample_rate);
}

StileVoice *
stile_espeak_voice_open (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  EspeakVoice *self;
  const espeak_VOICE **voices;
  int sample_rate = GPOINTER_TO_INT (g_once (&once, initialize, NULL));

  if (sample_rate <= 0)
    {
      g_set_error_literal (error, STILE_SPEECH_ERROR, STILE_SPEECH_ERROR_NO_VOICE,
                           "The voices of espeak-ng are not installed.");
      return NULL;
    }
  self = g_new0 (EspeakVoice, 1);
  self->sample_rate = sample_rate;
  self->voice.say = say;
  self->voice.close = close_voice;
  self->voice.languages = stile_voice_new_languages ();
  voices = espeak_ListVoices (NULL);
  for (guint i = 0; voices[i] != NULL; i++)
    add_languages (self->voice.languages, voices[i]);
  return &self->voice;
}
