// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. JSON whose bytes depend on nothing but what is written: json-glib's own
 * generator gives numbers 17 digits. Opened parts must be closed in order; inside an object each
 * value needs its key. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  STILE_JSON_LINES,  /* each member on its own line */
  STILE_JSON_INLINE, /* all on one, and so is all within */
} StileJsonLayout;

typedef struct _StileJsonWriter StileJsonWriter;

/** Nothing is written yet. */
StileJsonWriter *stile_json_writer_new (void);
void stile_json_writer_free (StileJsonWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileJsonWriter, stile_json_writer_free)

/** The whole text, ended by a line feed. Frees @writer. Free with g_free. */
char *stile_json_writer_finish (StileJsonWriter *writer);

/** @key NULL within an array and for the root, as in all below. */
void stile_json_writer_open_object (StileJsonWriter *writer, const char *key,
                                    StileJsonLayout layout);
void stile_json_writer_open_array (StileJsonWriter *writer, const char *key,
                                   StileJsonLayout layout);
void stile_json_writer_close (StileJsonWriter *writer);

/** NULL is null. */
void stile_json_writer_add_string (StileJsonWriter *writer, const char *key, const char *string);
/** NaN and infinite are null. */
void stile_json_writer_add_number (StileJsonWriter *writer, const char *key, double number);
void stile_json_writer_add_boolean (StileJsonWriter *writer, const char *key, gboolean boolean);

G_END_DECLS
