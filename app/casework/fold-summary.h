// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is folded from entries and kept in memory, as a summary of the book and back, so that after
 * the next unlocking only the entries behind it are folded. Numbers are LEB128. A text is its
 * length and one more, and its bytes; 0 for none. A word, which comes again and again, is the
 * number of its first coming, or one beyond the last number and then a text. A day is its number
 * in GDate's count, or 0. */

#pragma once

#include "summary.h"

G_BEGIN_DECLS

typedef struct
{
  StileSummary *summary; /* what was written so far */
  gsize room;
  GHashTable *words; /* borrowed, with their numbers */
} StileFoldWriter;

/** Begins with nothing written. */
void stile_fold_writer_start (StileFoldWriter *writer);
/** What was written. Free with stile_summary_free(). */
StileSummary *stile_fold_writer_end (StileFoldWriter *writer);
/** Each adds one of these; a text or a word may be NULL. */
void stile_fold_put_number (StileFoldWriter *writer, guint64 number);
void stile_fold_put_text (StileFoldWriter *writer, const char *text);
void stile_fold_put_word (StileFoldWriter *writer, const char *word);
void stile_fold_put_day (StileFoldWriter *writer, const GDate *day);

typedef struct
{
  const guint8 *bytes; /* those that are left */
  gsize length;
  GPtrArray *words;
  gboolean failed; /* from then on it gives 0 and NULL */
} StileFoldReader;

/** Each takes the next one, which has to be of that kind. Free texts and words with g_free. */
guint64 stile_fold_take_number (StileFoldReader *reader);
char *stile_fold_take_text (StileFoldReader *reader);
char *stile_fold_take_word (StileFoldReader *reader);
void stile_fold_take_day (StileFoldReader *reader, GDate *day);

/** How a fold is written and read. */
typedef struct
{
  const char *name;
  guint64 format; /* another one as soon as the same entries would give another fold */
  void (*write) (StileFoldWriter *writer, gconstpointer fold);
  void (*read) (StileFoldReader *reader, gpointer fold);
} StileFoldKind;

/** Keeps @fold, which is of all entries up to @seq, where that is possible now and worth it: where
 *  it is @least entries or more ahead of what is there, @kept_seq. */
void stile_fold_keep (const StileFoldKind *kind, StileLedger *ledger, gconstpointer fold,
                      gint64 seq, guint least, gint64 *kept_seq);
/** Reads into a new @fold and says up to which entry it is; 0 where there is nothing that could be
 *  read: then @fold is to be thrown away. */
gint64 stile_fold_load (const StileFoldKind *kind, StileLedger *ledger, gpointer fold);

G_END_DECLS
