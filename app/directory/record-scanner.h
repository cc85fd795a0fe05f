// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room. Splits a stream of JSON into its records, so that memory stays bounded, a
 * broken record spoils no other, and what came before a cut is kept. Records are the elements of a
 * top-level array, those of the arrays "contents" or "content" of a top-level object, or a
 * top-level object that has neither; several of these may follow each other. Nothing is parsed
 * here: a record is whatever lies between matching brackets. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STILE_RECORD_MAX_BYTES (4 * 1024 * 1024)
#define STILE_RECORD_MAX_DEPTH 64

typedef enum
{
  STILE_RECORD_FINE,
  STILE_RECORD_TOO_LARGE,
  STILE_RECORD_TOO_DEEP,
  STILE_RECORD_NOT_AN_OBJECT,
  STILE_RECORD_BROKEN, /* brackets or quotes do not match */
  STILE_RECORD_CUT,    /* the stream ended within it */
} StileRecordState;

/** Is given each record as it ends; of a faulty one, @text is what there is. FALSE stops. */
typedef gboolean (*StileRecordFound) (GString *text, StileRecordState state, gpointer data);

typedef struct _StileRecordScanner StileRecordScanner;

/** Nothing is read yet. */
StileRecordScanner *stile_record_scanner_new (StileRecordFound found, gpointer data);
void stile_record_scanner_free (StileRecordScanner *scanner);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileRecordScanner, stile_record_scanner_free)

/** The next bytes, in UTF-8 or something like it. FALSE where @found said to stop. */
gboolean stile_record_scanner_push (StileRecordScanner *scanner, const char *bytes, gsize length);

/** How a stream ended. */
typedef enum
{
  STILE_STREAM_WHOLE,
  STILE_STREAM_CUT,      /* in the middle of something */
  STILE_STREAM_MUDDLED,  /* something stood where nothing may stand */
  STILE_STREAM_NOT_JSON, /* it did not begin as JSON */
} StileStreamState;

/** There are no more bytes: gives @found what was begun, and says how the stream ended. */
StileStreamState stile_record_scanner_end (StileRecordScanner *scanner);

G_END_DECLS
