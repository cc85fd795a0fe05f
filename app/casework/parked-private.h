// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What parked.c judges people by, and parked-fold.c gathers. */

#pragma once

#include "casework-private.h"
#include "rights.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  const char *status;  /* interned, as it is called now */
  const char *urgency; /* interned; NULL in older books */
  GDate status_day;
} StileParkedReferral;

/** What assessment-started says of an assessment that may be finished later. */
typedef struct
{
  char *id;
  char *form_digest;
  gint64 seq;
  GDate started;
} StileParkedStart;

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
  GPtrArray *starts;    /* of StileParkedStart */
  GPtrArray *referrals; /* of StileParkedReferral */
} StileParkedPerson;

struct _StileParkedFold
{
  GHashTable *people; /* case id → StileParkedPerson */
  gint64 seq;         /* the newest entry that is in it */
  gint64 kept_seq;    /* and in the summary that the book has of it; 0: none */
};

StileParkedFold *stile_parked_fold_new (void);
/** As the book has it in its summary, or empty. */
StileParkedFold *stile_parked_fold_load (StileLedger *ledger);
/** The record of a person, new where there was none. */
StileParkedPerson *stile_parked_fold_ensure (StileParkedFold *fold, const char *case_id);
/** Takes @id. Its other fields are to be set. */
StileParkedStart *stile_parked_person_add_start (StileParkedPerson *person, char *id);
StileParkedReferral *stile_parked_person_add_referral (StileParkedPerson *person, char *id);

/** Whether nobody is to look for them: they took their consent back, or moved on and were not seen
 *  again since. */
gboolean stile_parked_person_is_left_in_peace (const StileParkedPerson *person);

/** Everybody, as the book is now: case id → StileParkedPerson. Borrowed until the next call that
 *  reads the book. */
GHashTable *stile_parked_fold_read (StileCasework *casework, GError **error);

G_END_DECLS
