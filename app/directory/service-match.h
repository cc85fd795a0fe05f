// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Which services fit a suggested referral best, and why. */

#pragma once

#include "directory.h"

G_BEGIN_DECLS

/** What a referral looks for: a heading, or words. A form's StileServiceHint as plain values. */
typedef struct
{
  const char *vocabulary; /* with @term; or NULL */
  const char *term;
  const char *keyword; /* or NULL */
} StileServiceWish;

/** How earlier referrals to a service went; the caller counts them in the record book. */
typedef struct
{
  const char *service; /* its id */
  guint made;          /* sent */
  guint started;       /* of these, the person began there */
  guint no_reply;      /* of these, nobody answered */
} StileServiceOutcome;

/** What is known when services are looked for; zeros know nothing but @age, which must be
 *  STILE_NOT_KNOWN then. */
typedef struct
{
  const StileServiceWish *wishes;
  guint n_wishes;
  const char *language;        /* what the person speaks, BCP 47; or NULL */
  int age;                     /* in years, or STILE_NOT_KNOWN */
  const char *postcode;        /* the person's, or only its first part ("LN1"); or NULL */
  const char *centre_postcode; /* taken where the person's is not known; or NULL */
  gboolean has_centre_place;   /* the same with coordinates, in degrees */
  double centre_latitude, centre_longitude;
  const StileServiceOutcome *outcomes;
  guint n_outcomes;
  const GDate *today; /* how old a capacity or a waiting time is; NULL: today */
  guint most;         /* how many services, the best first; 0: all */
} StileMatchQuery;

/** Whether people can be sent there; the better come first, whatever else holds. */
typedef enum
{
  STILE_STANDING_OPEN,
  STILE_STANDING_DOUBTFUL, /* what the service says does not fit the person */
  STILE_STANDING_CLOSED,   /* paused by the centre, or not active */
} StileStanding;

typedef struct
{
  char *id;
  char *name;
  char *organization; /* or NULL */
  StileStanding standing;
  double miles;   /* from the person or the centre; NAN where not known */
  char **reasons; /* one line each, in the order in which they count */
} StileMatch;

void stile_match_free (StileMatch *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileMatch, stile_match_free)

/** The services that have to do with @query, the best first, as a new GPtrArray of StileMatch. They
 *  are ordered by standing, then by what they do (a heading before a keyword), how near they are
 *  (in steps), language, age and other eligibility, room and waiting time, "we know them" and
 *  earlier outcomes; then by distance and name. What is not known stands between what fits and what
 *  does not. */
GPtrArray *stile_directory_match (StileDirectory *directory, const StileMatchQuery *query,
                                  GError **error);

G_END_DECLS
