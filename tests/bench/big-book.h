// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Record books of many people, each with a whole interview. */

#pragma once

#include "casework.h"

G_BEGIN_DECLS

#define BIG_BOOK_ADVISER "Adviser"
#define BIG_BOOK_PASSPHRASE "long enough"

/** Makes a book of @n_people at @path, closed afterwards. Of each there is what the record of one
 *  made-up person holds who was asked @form: name, consent, answers, result and, of nine in ten,
 *  decision. Names are in turn, a few hundred of them. */
void big_book_make (const char *path, StileForm *form, guint n_people);

G_END_DECLS
