// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What can speak. A voice belongs to one thread and blocks it while it speaks. */

#pragma once

#include <gio/gio.h>

#include "reader.h"

G_BEGIN_DECLS

typedef struct _StileVoice StileVoice;

struct _StileVoice
{
  /* Primary language subtags, as a set; never changed once the voice is open. */
  GHashTable *languages;
  /* Returns when @text is spoken. FALSE with @error: it was cancelled (then there is quiet), or
   * there is no sound to be had from this voice. @language is one that it speaks, @cancellable is
   * not NULL. */
  gboolean (*say) (StileVoice *voice, const char *text, const char *language, double speed,
                   GCancellable *cancellable, GError **error);
  void (*close) (StileVoice *voice);
};

/** Opens a voice; NULL with @error: there is none. To be closed with voice->close(). */
typedef StileVoice *(*StileVoiceOpen) (GError **error);

/** The desktop's speech service. */
StileVoice *stile_dispatcher_voice_open (GError **error);
/** espeak-ng in this process. */
StileVoice *stile_espeak_voice_open (GError **error);

/** "cy" of "cy-GB". Free with g_free. */
char *stile_voice_dup_subtag (const char *language);
/** "en" here means British English. Lower case, free with g_free. */
char *stile_voice_dup_accent (const char *language);
/** A set for StileVoice.languages. */
GHashTable *stile_voice_new_languages (void);
/** @language is a tag, or the start of one. */
void stile_voice_add_language (GHashTable *languages, const char *language);

/** As stile_reader_new(), with the voices of the table, which ends with NULL and outlives the
 *  reader; the first that speaks a language and makes a sound is heard. */
StileReader *stile_reader_new_for (const StileVoiceOpen *voices);

G_END_DECLS
