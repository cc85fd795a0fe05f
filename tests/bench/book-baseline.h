// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the same work costs without any of what a record book is for: on the same file, with plain
 * SQLite, a plain copy or one hash over its bytes, in the same run. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BOOK_BASELINE_NONE,
  BOOK_BASELINE_NAMES,  /* reading and ordering names that are not sealed */
  BOOK_BASELINE_SEARCH, /* finding some of them with LIKE */
  BOOK_BASELINE_ROWS,   /* reading one person's rows as they lie there */
  BOOK_BASELINE_COPY,   /* copying the file */
  BOOK_BASELINE_HASH,   /* BLAKE2b over the file */
  BOOK_BASELINE_KEYS,   /* changing every case key to other bytes */
  BOOK_N_BASELINES
} BookBaseline;

const char *book_baseline_get_title (BookBaseline baseline);

/** Measures all of them on the book at @path, which nobody has open, in milliseconds of the
 *  processor. The book is no good afterwards: its keys were changed. */
void book_baseline_measure (const char *path, guint n_people, double values[BOOK_N_BASELINES]);

G_END_DECLS
