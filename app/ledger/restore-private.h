// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: a backup, and the book whose place it takes. */

#pragma once

#include "backup.h"
#include "ledger-private.h"

G_BEGIN_DECLS

/** What is in the place, and what a restored book has to know of it. */
typedef struct
{
  char *path;
  StileDatabase *db;  /* NULL: there is no file, or it can't be read */
  gboolean is_there;
  char *station;      /* of this computer; NULL where unknown */
  char **advisers;    /* NULL where unknown */
  GPtrArray *erased;  /* ids of people */
  guint64 n_newer;    /* entries that @copy lacks, as stile_place_compare() found */
  char *newer_since;  /* when the first of them was written */
  gboolean is_broken; /* there may be more than could be read */
} StilePlace;

/** Says that @backup is of no use; always returns FALSE. */
gboolean stile_backup_refuse_damaged (const char *backup, GError **error);

/** Looks at what is at @path, and changes nothing. FALSE where it must not be replaced: it is newer
 *  than this program, or its disk fails. */
gboolean stile_place_look (StilePlace *place, const char *path, GError **error);
/** Keeps everybody else out until it is cleared, and reads what is in it. FALSE with BUSY where it
 *  is in use. */
gboolean stile_place_take (StilePlace *place, GError **error);
/** Counts what @copy lacks. */
void stile_place_compare (StilePlace *place, StileDatabase *copy);
/** Puts the file @made in the place; @aside receives where the one before it is now, or NULL. */
gboolean stile_place_replace (StilePlace *place, const char *made, char **aside, GError **error);
void stile_place_clear (StilePlace *place);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StilePlace, stile_place_clear)

G_END_DECLS
