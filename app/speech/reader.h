// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Reads texts aloud, one after the other: through speech-dispatcher, which the desktop's own
 * settings and voices belong to, else through espeak-ng directly, which needs no other program and
 * so works in a locked-down kiosk. Nothing that is read is written anywhere. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define STILE_SPEECH_ERROR (stile_speech_error_quark ())
GQuark stile_speech_error_quark (void);

typedef enum
{
  STILE_SPEECH_ERROR_NO_VOICE, /**< nothing here speaks the language */
  STILE_SPEECH_ERROR_NO_SOUND, /**< nothing here makes a sound */
} StileSpeechError;

/** What is read in one go. */
typedef struct
{
  char *text;
  char *language; /**< BCP 47 */
} StileUtterance;

/** Both are copied. */
StileUtterance *stile_utterance_new (const char *text, const char *language);
void stile_utterance_free (StileUtterance *utterance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileUtterance, stile_utterance_free)

#define STILE_TYPE_READER (stile_reader_get_type ())
G_DECLARE_FINAL_TYPE (StileReader, stile_reader, STILE, READER, GObject)

/** Asks nothing of the computer until stile_reader_prepare() or stile_reader_read().
 *
 *  Property "current" (int): which utterance is being read, from 0; -1 while there is quiet.
 *  Signals, in the thread's default main context that this is called in: "prepared": the voices are
 *  known. "failed" (int, a StileSpeechError): it cannot be read; there is quiet. */
StileReader *stile_reader_new (void);

/** Looks for voices, in a thread of its own, once. */
void stile_reader_prepare (StileReader *reader);

/** Whether a voice speaks @language. TRUE as long as it is not known. */
gboolean stile_reader_can_read (StileReader *reader, const char *language);

/** Reads the StileUtterances, which are taken over, instead of what is being read. */
void stile_reader_read (StileReader *reader, GPtrArray *utterances);
/** Quiet, at once. */
void stile_reader_stop (StileReader *reader);
/** -1 while there is quiet. */
int stile_reader_get_current (StileReader *reader);

#define STILE_READER_SLOW 0.75
#define STILE_READER_FAST 1.3
/** From the next reading on. @speed: 1 is a calm pace for people who listen in a second language,
 *  about 155 words a minute; from 0.5 to 2. */
void stile_reader_set_speed (StileReader *reader, double speed);
double stile_reader_get_speed (StileReader *reader);

G_END_DECLS
