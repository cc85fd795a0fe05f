// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A throw-away record book with made-up people and services, so that the program can be tried in a
 * minute. */

#pragma once

#include "book.h"

G_BEGIN_DECLS

/** Makes and fills one, unlocked, in a private folder of its own, in memory where the system has
 *  such a place (XDG_RUNTIME_DIR). @forms: of StileForm; the first is used. @folder receives the
 *  folder for stile_demo_book_remove(), also on failure where one was made. */
StileBook *stile_demo_book_new (GPtrArray *forms, char **folder, GError **error);

/** Removes the folder and all files in it. The book must be closed. */
void stile_demo_book_remove (const char *folder);

G_END_DECLS
