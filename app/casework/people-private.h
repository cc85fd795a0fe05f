// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The list of people as it is kept in memory, between the module that reads it and the one that
 * shows it. */

#pragma once

#include "casework-private.h"

G_BEGIN_DECLS

/** What the list knows of a person. */
typedef struct
{
  char *case_id;
  char *title; /* NULL until a person entry was read */
  char *reference;
  char *search_key;
  gint64 last_seq;
  char *last_at;
  char *assessment_id; /* the newest */
  char *form_digest;
  gboolean finished;
  char *proposed; /* not looked up where somebody decided */
  char *decided;
  GHashTable *open_referrals; /* set of ids; NULL: none yet */
} StileListed;

struct _StilePeople
{
  GHashTable *by_case; /* case id → StileListed */
  gint64 seq;          /* the newest entry that is in it */
  gint64 kept_seq;     /* and in the summary that the book has of it; 0: none */
};

StilePeople *stile_people_new (void);
/** The record of a person, new where there was none. */
StileListed *stile_people_ensure (StilePeople *people, const char *case_id);
/** Takes @id. */
void stile_listed_set_referral (StileListed *person, char *id, gboolean is_open);

/** As the book has it in its summary, or empty. */
StilePeople *stile_people_load (StileLedger *ledger);
/** Reads what is new in the book. Where it fails, half of it may be new. */
gboolean stile_people_refresh (StilePeople *people, StileLedger *ledger, GError **error);

G_END_DECLS
