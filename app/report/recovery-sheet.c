// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plan.h"

#include <glib/gi18n-lib.h>

#include "document.h"

StileDocument *
stile_recovery_sheet_new (const char *station, const char *recovery_key)
{
  g_autofree char *language = stile_language_dup_interface ();
  StileDocument *document = stile_document_new (_("Recovery sheet"), language);
  g_autofree char *computer
      = g_strdup_printf (_("For the record book of “\u2068%s\u2069”."), station);

  stile_document_add_words (document, STILE_STYLE_TITLE, _("Recovery sheet"));
  stile_document_add_words (document, STILE_STYLE_BODY, computer);
  stile_document_add_words (document, STILE_STYLE_HEADING, _("The recovery key"));
  stile_document_add (document, STILE_STYLE_KEY, recovery_key, "en");
  stile_document_add_words (document, STILE_STYLE_HEADING, _("What it is for"));
  stile_document_add_words (document, STILE_STYLE_BODY,
                            _("If everyone forgets their passphrase, this key opens the record "
                              "book. Without it, and without a passphrase, nobody can ever read "
                              "the records again."));
  stile_document_add_words (document, STILE_STYLE_HEADING, _("How to use it"));
  stile_document_add_words (document, STILE_STYLE_BODY,
                            _("On the first page of the program, choose “Use the recovery sheet”, "
                              "type the key and choose a new passphrase. Blanks, hyphens and "
                              "capital letters do not matter."));
  stile_document_add_words (document, STILE_STYLE_HEADING, _("Where to keep it"));
  stile_document_add_words (document, STILE_STYLE_BULLET,
                            _("In a locked place, away from this computer."));
  stile_document_add_words (document, STILE_STYLE_BULLET,
                            _("Not in a photo, an e-mail or a file: whoever has this key can read "
                              "everything."));
  stile_document_add_words (document, STILE_STYLE_BULLET,
                            _("The program shows it once and cannot show it again."));
  return document;
}
