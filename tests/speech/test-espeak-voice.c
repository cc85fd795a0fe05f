// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Whether espeak-ng makes a sound: what would reach the loudspeaker is kept in a file. */

#include "voice.h"

#include <glib/gstdio.h>

/* The languages of our catalogues, and something to say. */
static const struct
{
  const char *language;
  const char *text;
} samples[] = {
  { "en", "Where did you sleep last night?" },
  { "cy", "Ble gysgoch chi neithiwr?" },
  { "pl", "Gdzie była spędzona ostatnia noc?" },
  { "ro", "Unde ați dormit noaptea trecută?" },
  { "pa", "ਤੁਸੀਂ ਪਿਛਲੀ ਰਾਤ ਕਿੱਥੇ ਸੁੱਤੇ?" },
  { "ur", "آپ کل رات کہاں سوئے؟" },
  { "pt", "Onde dormiu ontem à noite?" },
  { "es", "¿Dónde durmió anoche?" },
  { "ar", "أين نمت الليلة الماضية؟" },
  { "bn", "আপনি গত রাতে কোথায় ঘুমিয়েছেন?" },
  { "gu", "તમે ગઈ રાત્રે ક્યાં સૂતા હતા?" },
  { "uk", "Де ви спали минулої ночі?" },
  { "fa", "دیشب کجا خوابیدید؟" },
};

typedef struct
{
  StileVoice *voice;
  GCancellable *cancellable;
  char *folder;
  char *sound;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer open)
{
  g_autoptr (GError) error = NULL;

  fixture->cancellable = g_cancellable_new ();
  fixture->folder = g_dir_make_tmp ("stile-speech-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->sound = g_build_filename (fixture->folder, "sound", NULL);
  g_setenv ("STILE_SOUND", fixture->sound, TRUE);
  fixture->voice = ((StileVoiceOpen) open) (&error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer open)
{
  fixture->voice->close (fixture->voice);
  g_unlink (fixture->sound);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->cancellable);
  g_free (fixture->sound);
  g_free (fixture->folder);
}

/* How many samples are louder than a whisper. */
static guint
count_loud (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;
  guint loud = 0;

  if (!g_file_get_contents (path, &content, &length, NULL))
    return 0;
  for (gsize i = 0; i < length / sizeof (gint16); i++)
    loud += ABS (((const gint16 *) (gconstpointer) content)[i]) > 1000;
  return loud;
}

/* A third of a second of sound: each sentence takes over a second. */
#define ENOUGH 8000

static void
test_every_language (Fixture *fixture, gconstpointer open)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;
      guint loud;

      g_assert_true (g_hash_table_contains (fixture->voice->languages, samples[i].language));
      g_unlink (fixture->sound);
      fixture->voice->say (fixture->voice, samples[i].text, samples[i].language, 1,
                           fixture->cancellable, &error);
      g_assert_no_error (error);
      loud = count_loud (fixture->sound);
      g_test_message ("%s: %u loud samples", samples[i].language, loud);
      g_assert_cmpuint (loud, >=, ENOUGH);
    }
}

static void
test_no_such_language (Fixture *fixture, gconstpointer open)
{
  g_assert_false (g_hash_table_contains (fixture->voice->languages, "ti"));
  g_assert_false (g_hash_table_contains (fixture->voice->languages, ""));
}

static void
test_speed (Fixture *fixture, gconstpointer open)
{
  goffset sizes[2];
  const double speeds[] = { STILE_READER_SLOW, STILE_READER_FAST };

  for (guint i = 0; i < 2; i++)
    {
      GStatBuf status;

      g_unlink (fixture->sound);
      fixture->voice->say (fixture->voice, samples[0].text, "en", speeds[i], fixture->cancellable,
                           NULL);
      g_assert_cmpint (g_stat (fixture->sound, &status), ==, 0);
      sizes[i] = status.st_size;
    }
  g_assert_cmpint (sizes[0] * 10, >, sizes[1] * 13);
}

static gpointer
cancel_when_heard (gpointer data)
{
  gpointer *both = data;
  GStatBuf status;

  while (g_stat (both[0], &status) != 0 || status.st_size == 0)
    g_usleep (1000);
  g_cancellable_cancel (both[1]);
  return NULL;
}

/* An hour's text; the file takes sound as fast as it is made. */
static void
test_stops (Fixture *fixture, gconstpointer open)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gpointer both[] = { fixture->sound, fixture->cancellable };
  GThread *thread;
  GStatBuf status;

  for (guint i = 0; i < 1500; i++)
    g_string_append (text, "Where did you sleep last night? ");
  thread = g_thread_new ("ear", cancel_when_heard, both);
  g_assert_false (
    fixture->voice->say (fixture->voice, text->str, "en", 1, fixture->cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_assert_cmpint (g_stat (fixture->sound, &status), ==, 0);
  g_test_message ("%.1f s were made of over 2,000", status.st_size / 44100.0);
  g_assert_cmpint (status.st_size, <, 44100 * 600);
}

static void
test_no_loudspeaker (Fixture *fixture, gconstpointer open)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *configuration = g_strdup (g_getenv ("ALSA_CONFIG_PATH"));

  g_setenv ("ALSA_CONFIG_PATH", "/nowhere", TRUE);
  g_assert_false (
    fixture->voice->say (fixture->voice, "Hello", "en", 1, fixture->cancellable, &error));
  g_assert_error (error, STILE_SPEECH_ERROR, STILE_SPEECH_ERROR_NO_SOUND);
  g_setenv ("ALSA_CONFIG_PATH", configuration, TRUE);
}

static void
test_hostile_texts (Fixture *fixture, gconstpointer open)
{
  static const char *const texts[] = { "", " ", "\n\n", "<speak><audio src=\"/etc/passwd\"/>",
                                       "[[h@'l@U]]", "\xff\xfe", "\xe2\x80", "..\r\n.\r\nQUIT" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture->voice->say (fixture->voice, texts[i], "en", 1, fixture->cancellable, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name, function) \
  g_test_add ("/espeak/" name, Fixture, stile_espeak_voice_open, set_up, function, tear_down)
  TEST ("every-language", test_every_language);
  TEST ("no-such-language", test_no_such_language);
  TEST ("speed", test_speed);
  TEST ("stops", test_stops);
  TEST ("no-loudspeaker", test_no_loudspeaker);
  TEST ("hostile-texts", test_hostile_texts);
#undef TEST

  return g_test_run ();
}
