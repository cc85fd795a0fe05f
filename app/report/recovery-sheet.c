// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "advisers.h"
#include "document.h"
#include "plan.h"
#include "words.h"

#define COLUMNS 3
/* The longest word of the list has 8 letters. */
#define CELL "%2u %-8.*s"
#define CELL_BYTES sizeof "12 abandons   "

/* Numbered, in rows of three. Written in one place that does not grow: it is wiped afterwards. */
static char *
dup_grid (const char *words)
{
  gsize size = strlen (words) * CELL_BYTES;
  char *grid = g_malloc0 (size);
  guint number = 0;

  while (*words != '\0')
    {
      gsize length = strcspn (words, " ");
      gsize used = strlen (grid);
      const char *between = number == 0 ? "" : number % COLUMNS == 0 ? "\n" : "   ";

      g_snprintf (grid + used, size - used, "%s" CELL, between, number + 1, (int) length, words);
      number++;
      words += length + strspn (words + length, " ");
    }
  return grid;
}

static void
add_key (StileDocument *document, const char *recovery_key)
{
  char *words = stile_recovery_key_to_words (recovery_key);
  char *grid = words ? dup_grid (words) : NULL;

  if (grid)
    stile_document_add (document, STILE_STYLE_WORDS, grid, "en");
  stile_document_add_words (document, STILE_STYLE_BODY,
                            _("The same key in letters and digits, and for a scanner that types "
                              "what it reads:"));
  stile_document_add (document, STILE_STYLE_KEY, recovery_key, "en");
  stile_document_add_words (document, STILE_STYLE_CODE, recovery_key);
  stile_secret_free (grid);
  stile_secret_free (words);
}

static char *
dup_about (const char *station)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = stile_words_dup_date_of (now);

  /* Translators: the centre, a day. */
  return g_strdup_printf (_("For the record book of “\u2068%s\u2069”. Printed on %s."), station,
                          today);
}

StileDocument *
stile_recovery_sheet_new (const char *station, const char *recovery_key)
{
  g_autofree char *language = stile_words_dup_language ();
  StileDocument *document = stile_document_new (_("Recovery sheet"), language);
  g_autofree char *about = dup_about (station);

  stile_document_add_words (document, STILE_STYLE_TITLE, _("Recovery sheet"));
  stile_document_add_words (document, STILE_STYLE_BODY, about);
  stile_document_add_words (document, STILE_STYLE_HEADING, _("The recovery key"));
  add_key (document, recovery_key);
  stile_document_add_words (document, STILE_STYLE_HEADING, _("What it is for"));
  stile_document_add_words (document, STILE_STYLE_BODY,
                            _("If everyone forgets their passphrase, this key opens the record "
                              "book. Without it, and without a passphrase, nobody can ever read "
                              "the records again."));
  stile_document_add_words (document, STILE_STYLE_HEADING, _("How to use it"));
  stile_document_add_words (document, STILE_STYLE_BODY,
                            _("On the first page of the program, choose “Use the recovery sheet”, "
                              "type the words, or the letters and digits, and choose a new "
                              "passphrase. Blanks, hyphens and capital letters do not matter. The "
                              "key is used up then: print the new sheet, and destroy this one."));
  stile_document_add_words (document, STILE_STYLE_HEADING, _("Where to keep it"));
  stile_document_add_words (document, STILE_STYLE_BULLET,
                            _("In a locked place, away from this computer."));
  stile_document_add_words (document, STILE_STYLE_BULLET,
                            _("Not in a photo, an e-mail or a file: whoever has this key can read "
                              "everything."));
  stile_document_add_words (document, STILE_STYLE_BULLET,
                            _("The program shows it once and cannot show it again."));
  if (stile_paper_is_draft (NULL, language))
    stile_document_add_draft_mark (document);
  return document;
}
