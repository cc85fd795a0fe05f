// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Voices that make no sound, and keep what they were told to say. */

#pragma once

#include "voice.h"

/** Speaks English and Welsh. */
StileVoice *fake_voice_open (GError **error);
/** Speaks English and Urdu, and has no loudspeaker. */
StileVoice *mute_voice_open (GError **error);
/** Is not installed. */
StileVoice *missing_voice_open (GError **error);

/** From now on, whatever it says lasts until it is cancelled, or no longer. */
void fake_voice_set_endless (gboolean endless);
/** What fake_voice_open()'s voice has said, as "language speed text|…"; starts anew. g_free. */
char *fake_voice_dup_said (void);
