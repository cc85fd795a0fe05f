// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fake-voice.h"

static const StileVoiceOpen fake_voices[] = { fake_voice_open, NULL };
static const StileVoiceOpen mute_first[] = { missing_voice_open, mute_voice_open, fake_voice_open,
                                             NULL };
static const StileVoiceOpen no_voices[] = { missing_voice_open, NULL };

typedef struct
{
  StileReader *reader;
  GString *order; /* what "current" went through */
  int failure; /* -1: none */
  gboolean prepared;
} Fixture;

static void
current_cb (StileReader *reader, GParamSpec *pspec, Fixture *fixture)
{
  g_string_append_printf (fixture->order, "%d ", stile_reader_get_current (reader));
}

static void
failed_cb (StileReader *reader, int failure, Fixture *fixture)
{
  fixture->failure = failure;
}

static void
prepared_cb (StileReader *reader, Fixture *fixture)
{
  fixture->prepared = TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer table)
{
  g_free (fake_voice_dup_said ());
  fake_voice_set_endless (FALSE);
  fixture->order = g_string_new (NULL);
  fixture->failure = -1;
  fixture->reader = stile_reader_new_for (table);
  g_signal_connect (fixture->reader, "notify::current", G_CALLBACK (current_cb), fixture);
  g_signal_connect (fixture->reader, "failed", G_CALLBACK (failed_cb), fixture);
  g_signal_connect (fixture->reader, "prepared", G_CALLBACK (prepared_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer table)
{
  g_assert_finalize_object (fixture->reader);
  g_string_free (fixture->order, TRUE);
}

/* "cy:Un", …, NULL */
static void
start (Fixture *fixture, const char *text, ...)
{
  GPtrArray *utterances = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_utterance_free);
  va_list texts;

  va_start (texts, text);
  for (const char *next = text; next != NULL; next = va_arg (texts, const char *))
    {
      g_auto (GStrv) parts = g_strsplit (next, ":", 2);

      g_ptr_array_add (utterances, stile_utterance_new (parts[1], parts[0]));
    }
  va_end (texts);
  stile_reader_read (fixture->reader, utterances);
}

static void
wait_for_order (Fixture *fixture, const char *end)
{
  while (!g_str_has_suffix (fixture->order->str, end))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_failure (Fixture *fixture)
{
  while (fixture->failure == -1)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_voices (Fixture *fixture)
{
  while (!fixture->prepared)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_said (const char *expected)
{
  g_autofree char *said = fake_voice_dup_said ();

  g_assert_cmpstr (said, ==, expected);
}

static void
test_new_finalize (Fixture *fixture, gconstpointer table)
{
  g_assert_cmpint (stile_reader_get_current (fixture->reader), ==, -1);
}

static void
test_reads_in_order (Fixture *fixture, gconstpointer table)
{
  start (fixture, "en:Where?", "cy:Gartref", NULL);
  wait_for_order (fixture, "-1 ");
  g_assert_cmpstr (fixture->order->str, ==, "0 1 -1 ");
  assert_said ("en 1.00 Where?|cy 1.00 Gartref|");
}

static void
test_speed (Fixture *fixture, gconstpointer table)
{
  stile_reader_set_speed (fixture->reader, STILE_READER_SLOW);
  start (fixture, "en:Slowly", NULL);
  wait_for_order (fixture, "-1 ");
  assert_said ("en 0.75 Slowly|");
}

static void
test_stop (Fixture *fixture, gconstpointer table)
{
  fake_voice_set_endless (TRUE);
  start (fixture, "en:stuck", "en:never", NULL);
  wait_for_order (fixture, "0 ");
  stile_reader_stop (fixture->reader);
  fake_voice_set_endless (FALSE);
  g_assert_cmpint (stile_reader_get_current (fixture->reader), ==, -1);
  start (fixture, "en:after", NULL);
  wait_for_order (fixture, "0 -1 0 -1 ");
  assert_said ("en 1.00 stuck|en 1.00 after|");
  g_assert_cmpint (fixture->failure, ==, -1);
}

static void
test_instead (Fixture *fixture, gconstpointer table)
{
  fake_voice_set_endless (TRUE);
  start (fixture, "en:stuck", "en:never", NULL);
  wait_for_order (fixture, "0 ");
  start (fixture, "cy:Nawr", NULL);
  fake_voice_set_endless (FALSE);
  wait_for_order (fixture, "0 -1 0 -1 ");
  assert_said ("en 1.00 stuck|cy 1.00 Nawr|");
}

static void
test_finalize_while_reading (Fixture *fixture, gconstpointer table)
{
  fake_voice_set_endless (TRUE);
  start (fixture, "en:stuck", NULL);
  wait_for_order (fixture, "0 ");
}

static void
test_knows_its_languages (Fixture *fixture, gconstpointer table)
{
  g_assert_true (stile_reader_can_read (fixture->reader, "ti")); /* not known yet */
  stile_reader_prepare (fixture->reader);
  wait_for_voices (fixture);
  g_assert_true (stile_reader_can_read (fixture->reader, "cy-GB"));
  g_assert_true (stile_reader_can_read (fixture->reader, "en"));
  g_assert_false (stile_reader_can_read (fixture->reader, "ti"));
}

static void
test_language_without_voice (Fixture *fixture, gconstpointer table)
{
  start (fixture, "ti:?", NULL);
  wait_for_failure (fixture);
  g_assert_cmpint (fixture->failure, ==, STILE_SPEECH_ERROR_NO_VOICE);
  g_assert_cmpint (stile_reader_get_current (fixture->reader), ==, -1);
}

static void
test_falls_back (Fixture *fixture, gconstpointer table)
{
  start (fixture, "en:Hello", "en:again", NULL);
  wait_for_order (fixture, "-1 ");
  assert_said ("en 1.00 Hello|en 1.00 again|");
  g_assert_cmpint (fixture->failure, ==, -1);
}

static void
test_no_voices (Fixture *fixture, gconstpointer table)
{
  stile_reader_prepare (fixture->reader);
  wait_for_voices (fixture);
  g_assert_false (stile_reader_can_read (fixture->reader, "en"));
  start (fixture, "en:Hello", NULL);
  wait_for_failure (fixture);
}

/* Whoever listens is not called by the thread that reads, in the middle of what they do. */
static void
test_tells_only_in_the_loop (Fixture *fixture, gconstpointer table)
{
  g_autofree char *said = NULL;

  start (fixture, "en:Hello", NULL);
  do
    {
      g_usleep (1000);
      g_free (said);
      said = fake_voice_dup_said ();
    }
  while (*said == '\0');
  g_assert_cmpstr (fixture->order->str, ==, "");
  g_assert_false (fixture->prepared);
  wait_for_order (fixture, "0 -1 ");
  g_assert_true (fixture->prepared);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name, table, function) \
  g_test_add ("/reader/" name, Fixture, table, set_up, function, tear_down)
  TEST ("new-finalize", fake_voices, test_new_finalize);
  TEST ("reads-in-order", fake_voices, test_reads_in_order);
  TEST ("speed", fake_voices, test_speed);
  TEST ("stop", fake_voices, test_stop);
  TEST ("instead", fake_voices, test_instead);
  TEST ("finalize-while-reading", fake_voices, test_finalize_while_reading);
  TEST ("knows-its-languages", fake_voices, test_knows_its_languages);
  TEST ("language-without-voice", fake_voices, test_language_without_voice);
  TEST ("falls-back", mute_first, test_falls_back);
  TEST ("no-voices", no_voices, test_no_voices);
  TEST ("tells-only-in-the-loop", fake_voices, test_tells_only_in_the_loop);
#undef TEST

  return g_test_run ();
}
