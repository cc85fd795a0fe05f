// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The people of the demo book. Nobody is meant: the family names are words for "story", "legend" or
 * "made up" in the language of the person. */

#pragma once

#include <glib.h>

typedef enum
{
  STILE_DEMO_NO_CONSENT,
  STILE_DEMO_IN_PROGRESS,
  STILE_DEMO_TO_DECIDE,
  STILE_DEMO_CONFIRMED,
  STILE_DEMO_OVERRIDDEN,
  STILE_DEMO_REFERRED,
} StileDemoState;

typedef struct
{
  const char *name; /* or NULL: known by the reference alone */
  const char *reference;
  const char *language;
  StileDemoState state;
  guint depth;        /* in progress: how many questions were passed */
  const char *status; /* referred: how far the first referral came */
  const char *needs;  /* communication needs, or NULL */
  const char *note;   /* to the file, or NULL */
  const char *contact; /* what came of a call, or NULL */
  guint days_ago;     /* when the talk was */
} StileDemoPerson;

extern const StileDemoPerson stile_demo_people[];
extern const guint stile_demo_n_people;
