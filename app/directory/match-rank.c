// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "match-rank.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "languages.h"
#include "postcode.h"

#define SHORT_WAIT_DAYS 14
#define LONG_WAIT_DAYS 60

int
stile_rank_get_days_ago (const char *day, const GDate *today)
{
  guint year, month, number;
  GDate date;

  if (!day || sscanf (day, "%4u-%2u-%2u", &year, &month, &number) != 3
      || !g_date_valid_dmy (number, month, year))
    return STILE_NOT_KNOWN;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, number, month, year);
  return MAX (g_date_days_between (&date, today), 0);
}

static gboolean
is_fresh (const char *day, const GDate *today)
{
  int days = stile_rank_get_days_ago (day, today);

  return days != STILE_NOT_KNOWN && days <= STILE_RANK_DAYS_FRESH;
}

static StileNearness
get_nearness (const StileFacts *facts, const StileOrigin *origin)
{
  if (origin->district && facts->areas && stile_postcode_is_named (origin->district, facts->areas))
    return STILE_NEAR_WALK;
  if (!isnan (facts->miles))
    return facts->miles <= 2    ? STILE_NEAR_WALK
           : facts->miles <= 5  ? STILE_NEAR_BUS
           : facts->miles <= 10 ? STILE_NEAR_TOWN
           : facts->miles <= 25 ? STILE_NEAR_FAR
                                : STILE_NEAR_AWAY;
  if (!origin->district || !*facts->district)
    return STILE_NEAR_NOT_KNOWN;
  if (strcmp (origin->district, facts->district) == 0)
    return STILE_NEAR_WALK;
  return stile_postcode_is_in_area (facts->district, origin->area) ? STILE_NEAR_TOWN
                                                                   : STILE_NEAR_AWAY;
}

/* English is taken to be spoken everywhere. */
static gboolean
is_wanted (const char *language)
{
  return language && g_ascii_strncasecmp (language, "en", 2) != 0;
}

static gboolean
names_language (const char *tags, const char *primary)
{
  gsize length = strlen (primary);

  for (const char *at = tags; at && (at = strstr (at, primary)); at++)
    if ((at == tags || at[-1] == ' ') && strchr (" -,;", at[length]))
      return TRUE;
  return FALSE;
}

static StileTongue
get_tongue (const StileFacts *facts, const char *language)
{
  g_autofree char *primary = NULL;

  if (!is_wanted (language))
    return STILE_TONGUE_SPOKEN;
  primary = stile_languages_dup_primary (language);
  if (names_language (facts->languages, primary)
      || names_language (facts->local_languages, primary))
    return STILE_TONGUE_SPOKEN;
  if (facts->interpreters)
    return STILE_TONGUE_INTERPRETED;
  return strcmp (facts->languages, " ") == 0 && !facts->local_languages ? STILE_TONGUE_NOT_KNOWN
                                                                        : STILE_TONGUE_NOT_NAMED;
}

static StileAgeFit
get_age_fit (const StileFacts *facts, int age)
{
  gboolean has_limits =
      facts->minimum_age != STILE_NOT_KNOWN || facts->maximum_age != STILE_NOT_KNOWN;

  if (age == STILE_NOT_KNOWN || !has_limits)
    return STILE_AGE_NOT_KNOWN;
  if (age < facts->minimum_age
      || (facts->maximum_age != STILE_NOT_KNOWN && age > facts->maximum_age))
    return STILE_AGE_OUTSIDE;
  return STILE_AGE_FITS;
}

static StileRoom
get_room (const StileFacts *facts, const GDate *today)
{
  if (facts->room == STILE_NOT_KNOWN || !is_fresh (facts->room_at, today))
    return STILE_ROOM_NOT_KNOWN;
  return facts->room > 0 ? STILE_ROOM_FREE : STILE_ROOM_FULL;
}

static StileWait
get_wait (const StileFacts *facts, const GDate *today)
{
  if (facts->waiting_days == STILE_NOT_KNOWN || !is_fresh (facts->waiting_at, today))
    return STILE_WAIT_NOT_KNOWN;
  return facts->waiting_days <= SHORT_WAIT_DAYS  ? STILE_WAIT_SHORT
         : facts->waiting_days <= LONG_WAIT_DAYS ? STILE_WAIT_LONG
                                                 : STILE_WAIT_LONGER;
}

/* Laplace's rule of succession: one who was sent and did not start says little, ten say much. */
static int
get_outcome (const StileServiceOutcome *outcome)
{
  guint made = outcome ? outcome->made : 0;
  guint started = outcome ? MIN (outcome->started, made) : 0;

  return (int) (1000 - 1000.0 * (started + 1) / (made + 2));
}

static gboolean
is_closed (const StileFacts *facts)
{
  return facts->paused || (facts->status && strcmp (facts->status, "active") != 0);
}

StileRank
stile_rank_work_out (const StileFacts *facts, const StileOrigin *origin,
                     const StileMatchQuery *query, const StileServiceOutcome *outcome,
                     const GDate *today)
{
  StileRank rank = {
    .near = get_nearness (facts, origin),
    .tongue = get_tongue (facts, query->language),
    .age = get_age_fit (facts, query->age),
    .room = get_room (facts, today),
    .wait = get_wait (facts, today),
    .unknown = !facts->known,
    .outcome = get_outcome (outcome),
  };

  rank.standing = is_closed (facts)               ? STILE_STANDING_CLOSED
                  : rank.age == STILE_AGE_OUTSIDE ? STILE_STANDING_DOUBTFUL
                                                  : STILE_STANDING_OPEN;
  return rank;
}

int
stile_rank_compare (const StileRank *a, const StileRank *b)
{
  const int ours[] = { a->standing, a->fit,  a->near,    a->tongue, a->age,
                       a->room,     a->wait, a->unknown, a->outcome };
  const int theirs[] = { b->standing, b->fit,  b->near,    b->tongue, b->age,
                         b->room,     b->wait, b->unknown, b->outcome };

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    if (ours[i] != theirs[i])
      return ours[i] - theirs[i];
  return 0;
}
