// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "text.h"

G_BEGIN_DECLS

typedef struct
{
  const char *language;
  const char *text;
} StileTranslation;

/** The first translation is the text itself, in the form's own language. */
struct _StileText
{
  guint n_translations;
  const StileTranslation *translations;
};

/** A language tag of BCP 47, as far as its shape goes: "pl", "pt-BR", "zh-Hant-TW". */
gboolean stile_language_is_valid (const char *language);

/** Whether both are the same language, wherever it is spoken: "en" and "en-GB". */
gboolean stile_text_same_language (const char *a, const char *b);

/** Takes the blanks at the ends of @text away, and leaves one for every run of blanks and line ends
 *  inside. Returns @text. */
char *stile_text_normalize (char *text);

G_END_DECLS
