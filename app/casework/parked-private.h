// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What parked.c judges people by, and parked-fold.c gathers. */

#pragma once

#include "casework-private.h"
#include "rights.h"

G_BEGIN_DECLS

typedef struct
{
  const char *status; /* interned, as it is called now */
  GDate status_day;
} StileParkedReferral;

typedef struct
{
  char *case_id;
  char *assessment_id; /* the newest that is finished, or NULL */
  char *form_digest;
  char *levels;        /* "housing severe,money none", as the result has them */
  char *proposed;
  char *decided;       /* or NULL */
  gint64 start_seq;
  gint64 result_seq;
  GDate talked;        /* the day of it */
  gint64 contact_seq;
  GDate contact;       /* the day on which somebody was in contact with them last */
  gint64 moved_on_seq; /* 0: never */
  gboolean is_refused; /* they took their consent back */
  GPtrArray *referrals; /* of StileParkedReferral, borrowed */
} StileParkedPerson;

/** Everybody, as the book is now: case id → StileParkedPerson. Borrowed until the next call that
 *  reads the book. */
GHashTable *stile_parked_fold_read (StileCasework *casework, GError **error);

G_END_DECLS
