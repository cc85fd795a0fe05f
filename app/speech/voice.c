// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "voice.h"

G_DEFINE_QUARK (stile - speech - error - quark, stile_speech_error)

char *
stile_voice_dup_subtag (const char *language)
{
  g_autofree char *subtag = g_strndup (language, strcspn (language, "-_"));

  return g_ascii_strdown (subtag, -1);
}

char *
stile_voice_dup_accent (const char *language)
{
  return g_ascii_strdown (g_strcmp0 (language, "en") == 0 ? "en-GB" : language, -1);
}

GHashTable *
stile_voice_new_languages (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
stile_voice_add_language (GHashTable *languages, const char *language)
{
  g_hash_table_add (languages, stile_voice_dup_subtag (language));
}
