// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casework-private.h"

#include "words.h"

const char *
stile_words_of_form (const StileText *text)
{
  g_autofree char *language = stile_words_dup_language ();

  return stile_text_get (text, language, NULL);
}
