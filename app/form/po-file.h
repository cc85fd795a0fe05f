// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The translations of one language, read from a PO file: pairs of a text and its translation.
 *
 * GNU's own library for these files is no fit here: it ends the program, or must be jumped out
 * of, when a file is bad, keeps its state in globals, and does not say in which line a message
 * stands. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _StilePoFile StilePoFile;

/** Reads a PO file. What is fuzzy, plural, in a context or left empty is passed over: a form has
 *  nothing of that kind. @name is the file's, for @error, which says "name:line: sentence". */
StilePoFile *stile_po_file_parse (GBytes *po, const char *name, GError **error);

void stile_po_file_free (StilePoFile *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StilePoFile, stile_po_file_free)

/** Its language (BCP 47). Borrowed. */
const char *stile_po_file_get_language (const StilePoFile *catalogue);

/** Whether its header says that nobody who grew up with the language has looked through it. */
gboolean stile_po_file_is_draft (const StilePoFile *catalogue);

/** The translation of @text, or NULL. Borrowed. */
const char *stile_po_file_find (const StilePoFile *catalogue, const char *text);

/** How many texts it translates. */
guint stile_po_file_count (const StilePoFile *catalogue);

G_END_DECLS
