// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Puts the translations of a catalogue into a form, and takes out of a form what is to translate.
 * Both work on the bytes of the file: all that is not a translation stays as it was, so that lines
 * keep their numbers, and the bytes of a form with its translations follow from these alone. */

#pragma once

#include "po-file.h"
#include "form.h"

G_BEGIN_DECLS

/** The form with all that @catalogue translates; another translation into that language is
 *  replaced, text by text. @n_unused, if not NULL: how many texts of the catalogue the form does
 *  not have. NULL with @error where the catalogue is in the form's own language. */
GBytes *stile_form_translate (const StileForm *form, const StilePoFile *catalogue,
                              guint *n_unused, GError **error);

/** A PO file without translations of all that can be translated, once each, in the form's order. */
GBytes *stile_form_make_template (const StileForm *form);

G_END_DECLS
