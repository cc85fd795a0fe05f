// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: how one service stands against what is wanted. Pure functions over
 * values. In every step 0 is best. */

#pragma once

#include "service-match.h"

G_BEGIN_DECLS

/** Nobody knows any more what was so longer ago. */
#define STILE_RANK_DAYS_FRESH 90

/** How a service has to do with a referral. */
typedef enum
{
  STILE_FIT_BOTH,    /* it stands under a heading, and a keyword names it too */
  STILE_FIT_HEADING, /* a heading */
  STILE_FIT_NAME,    /* a keyword is in its name or its headings */
  STILE_FIT_TEXT,    /* a keyword is in what it says of itself */
} StileFit;

typedef enum
{
  STILE_NEAR_WALK, /* 2 miles, the same district, or it says that it serves it */
  STILE_NEAR_BUS,  /* 5 miles */
  STILE_NEAR_TOWN, /* 10 miles, or the same postcode area */
  STILE_NEAR_NOT_KNOWN,
  STILE_NEAR_FAR,  /* 25 miles */
  STILE_NEAR_AWAY, /* more, or another postcode area */
} StileNearness;

typedef enum
{
  STILE_TONGUE_SPOKEN,
  STILE_TONGUE_INTERPRETED,
  STILE_TONGUE_NOT_KNOWN,
  STILE_TONGUE_NOT_NAMED, /* others are */
} StileTongue;

typedef enum
{
  STILE_AGE_FITS,
  STILE_AGE_NOT_KNOWN,
  STILE_AGE_OUTSIDE,
} StileAgeFit;

typedef enum
{
  STILE_ROOM_FREE,
  STILE_ROOM_NOT_KNOWN, /* or too long ago */
  STILE_ROOM_FULL,
} StileRoom;

typedef enum
{
  STILE_WAIT_SHORT, /* two weeks */
  STILE_WAIT_NOT_KNOWN,
  STILE_WAIT_LONG, /* two months */
  STILE_WAIT_LONGER,
} StileWait;

/** What is known of a service. All is borrowed. */
typedef struct
{
  const char *id;
  const char *name;
  const char *organization;
  const char *status;
  const char *areas;           /* in words, or NULL */
  const char *languages;       /* tags, each between blanks */
  const char *local_languages; /* the overlay's, in any writing; or NULL */
  gboolean interpreters;
  int minimum_age, maximum_age;
  const char *eligibility;
  const char *notes; /* the overlay's */
  int room;          /* how many more people, the overlay's before the directory's */
  const char *room_at;
  int waiting_days; /* likewise */
  const char *waiting_at;
  const char *waiting; /* the directory's words */
  gboolean known;
  gboolean paused;
  const char *paused_reason;
  double miles;     /* to the nearest of its places, or NAN */
  char district[8]; /* of its places the one most like the wanted; or "" */
} StileFacts;

/** Where it is wanted. */
typedef struct
{
  gboolean has_place;
  double latitude, longitude;
  char *district; /* or NULL */
  char *area;     /* its letters */
} StileOrigin;

typedef struct
{
  StileStanding standing;
  StileFit fit;
  StileNearness near;
  StileTongue tongue;
  StileAgeFit age;
  StileRoom room;
  StileWait wait;
  gboolean unknown; /* 0: "we know them" */
  int outcome;      /* per mille of earlier referrals that led nowhere, 500 for none */
} StileRank;

/** Works out the steps of all but the fit. @outcome is NULL where nobody was sent there yet. */
StileRank stile_rank_work_out (const StileFacts *facts, const StileOrigin *origin,
                               const StileMatchQuery *query, const StileServiceOutcome *outcome,
                               const GDate *today);
/** As g_array_sort() wants it. */
int stile_rank_compare (const StileRank *a, const StileRank *b);

/** How many days before @today a day was; STILE_NOT_KNOWN where it is none. */
int stile_rank_get_days_ago (const char *day, const GDate *today);

/** The lines that explain a rank, in the order in which they count; @fit is the first, in words.
 *  Free with g_strfreev. */
char **stile_rank_dup_reasons (const StileRank *rank, const char *fit, const StileFacts *facts,
                               const StileOrigin *origin, const StileMatchQuery *query,
                               const StileServiceOutcome *outcome, const GDate *today);

G_END_DECLS
