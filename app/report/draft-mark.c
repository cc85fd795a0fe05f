// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Nobody shall take a draft for more than it is, in whichever of the languages they read. */

#include <string.h>

#include "document-private.h"
#include "words.h"

gboolean
stile_paper_is_draft (const StileForm *form, const char *language)
{
  return stile_words_is_draft (language) || (form && stile_form_is_draft (form, language));
}

void
stile_document_add_draft_mark (StileDocument *document)
{
  static const char mark[] = N_("This translation is a draft. No native speaker has checked it "
                                "yet.");
  const char *words = stile_words_get (mark);
  guint n_before = document->paragraphs->len;

  stile_document_add_words (document, STILE_STYLE_SMALL, words);
  if (strcmp (words, mark) != 0)
    {
      stile_document_add (document, STILE_STYLE_SMALL, mark, "en");
      ((StileParagraph *) g_ptr_array_index (document->paragraphs, n_before + 1))->stays = TRUE;
    }
  for (guint i = 0; i < n_before; i++)
    {
      StileParagraph *paragraph = g_ptr_array_index (document->paragraphs, i);

      for (guint n = 0; n_before + n < document->paragraphs->len; n++)
        paragraph->marks[n] = g_ptr_array_index (document->paragraphs, n_before + n);
    }
}
