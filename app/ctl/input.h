// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a verb is given to read: files, folders of forms, standard input. */

#pragma once

#include <stdio.h>

#include "answer.h"
#include "command.h"

G_BEGIN_DECLS

/** The largest set of answers, in bytes. */
#define STILE_ANSWERS_MAX_BYTES (16 * 1024 * 1024)

/** Opens a file for reading; "-" is standard input. @error says in one sentence what stands there
 *  instead. Close it with stile_input_close(). */
FILE *stile_input_open (const char *path, GError **error);
void stile_input_close (FILE *file);

/** All of a file, but never more than @most bytes and one more, by which the caller can tell that
 *  it is too large. */
GBytes *stile_input_read (const char *path, gsize most, GError **error);

/** A file of JSON, as stile_answers_parse() reads it; @error begins with the file's name. A new
 *  reference. */
JsonNode *stile_input_read_json (const char *path, GError **error);

/** What an argument FORM means: a form.xml, the folder it lies in, or, where there is neither, the
 *  name of a form on this computer. The path of the form.xml; free with g_free. */
char *stile_input_find_form (const char *argument);

/** How a path is shown. "-" becomes words. Free with g_free. */
char *stile_input_display (const char *path);

/** Reads and checks the form at @path. Where it is faulty, says all errors on stderr. NULL then,
 *  and @exit_code is what the verb ends with. */
StileForm *stile_input_load_form (const char *path, StileExit *exit_code);

G_END_DECLS
