// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Why a service stands where it stands, in words. */

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "directory-private.h"
#include "match-rank.h"
#include "plain-text.h"

/* How much of a longer text is quoted. */
#define QUOTE_MAX 120

typedef struct
{
  GPtrArray *lines;
  const StileRank *rank;
  const StileFacts *facts;
  const StileOrigin *origin;
  const StileMatchQuery *query;
  const StileServiceOutcome *outcome;
  const GDate *today;
} Words;

static void G_GNUC_PRINTF (2, 3) say (Words *words, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (words->lines, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static char *
dup_quote (const char *text)
{
  const char *end = strchr (text, '\n');
  g_autofree char *line = end ? g_strndup (text, end - text) : g_strdup (text);

  return stile_text_dup_start (line, QUOTE_MAX);
}

static void
say_miles (Words *words, double miles)
{
  if (miles < 10)
    /* Translators: with one decimal, such as 2.3. */
    say (words, _("About %.1f miles away."), miles);
  else
    say (words,
         ngettext ("About %.0f mile away.", "About %.0f miles away.", (gulong) round (miles)),
         miles);
}

static void
say_nearness (Words *words)
{
  const StileFacts *facts = words->facts;
  const StileOrigin *origin = words->origin;

  if (!origin->has_place && !origin->district)
    return;
  if (!isnan (facts->miles) && facts->miles < 0.5)
    say (words, _("Less than half a mile away."));
  else if (!isnan (facts->miles))
    say_miles (words, facts->miles);
  else if (words->rank->near == STILE_NEAR_WALK && strcmp (facts->district, origin->district) == 0)
    /* Translators: such as “LN1”. */
    say (words, _("In the same postcode district, %s."), facts->district);
  else if (words->rank->near == STILE_NEAR_WALK)
    /* Translators: a postcode district, such as “LN1”. */
    say (words, _("It says that it serves %s."), origin->district);
  else if (words->rank->near == STILE_NEAR_TOWN)
    /* Translators: such as “LN”. */
    say (words, _("In the same postcode area, %s."), origin->area);
  else if (words->rank->near == STILE_NEAR_AWAY)
    /* Translators: a postcode district, such as “LN1”. */
    say (words, _("In another postcode area, %s."), facts->district);
  else
    say (words, _("How far away it is, is not known: ask."));
}

static void
say_tongue (Words *words)
{
  g_autofree char *name = NULL;

  if (!words->query->language || g_ascii_strncasecmp (words->query->language, "en", 2) == 0)
    return;
  name = stile_spoken_language_dup_name (words->query->language);
  switch (words->rank->tongue)
    {
    case STILE_TONGUE_SPOKEN:
      /* Translators: a language, in your words: “Polish”. */
      say (words, _("%s is spoken there."), name);
      break;
    case STILE_TONGUE_INTERPRETED:
      /* Translators: a language, in your words: “Polish”. */
      say (words, _("There are interpreters: ask for %s."), name);
      break;
    case STILE_TONGUE_NOT_KNOWN:
      /* Translators: a language, in your words: “Polish”. */
      say (words, _("Whether %s is spoken there is not known: ask."), name);
      break;
    default:
      /* Translators: a language, in your words: “Polish”. */
      say (words, _("Other languages are named, %s is not: ask."), name);
    }
}

static char *
dup_limits (const StileFacts *facts)
{
  if (facts->minimum_age == STILE_NOT_KNOWN && facts->maximum_age == STILE_NOT_KNOWN)
    return NULL;
  if (facts->maximum_age == STILE_NOT_KNOWN)
    /* Translators: an age in years. It becomes part of “May not fit: it is %s.” */
    return g_strdup_printf (_("for people from %d"), facts->minimum_age);
  if (facts->minimum_age <= 0)
    /* Translators: an age in years. It becomes part of “May not fit: it is %s.” */
    return g_strdup_printf (_("for people up to %d"), facts->maximum_age);
  /* Translators: ages in years. It becomes part of “May not fit: it is %s.” */
  return g_strdup_printf (_("for people from %d to %d"), facts->minimum_age, facts->maximum_age);
}

static void
say_eligibility (Words *words)
{
  g_autofree char *limits = dup_limits (words->facts);

  if (words->rank->age == STILE_AGE_OUTSIDE)
    /* Translators: “for people from 18 to 25”. */
    say (words, _("May not fit: it is %s."), limits);
  else if (words->rank->age == STILE_AGE_FITS)
    /* Translators: “for people from 18 to 25”. */
    say (words, _("The age fits: %s."), limits);
  else if (limits)
    /* Translators: “for people from 18 to 25”. */
    say (words, _("Ask for the age: it is %s."), limits);
  else
    say (words, _("For which ages it is, is not known: ask."));

  if (words->facts->notes)
    {
      g_autofree char *quote = dup_quote (words->facts->notes);

      /* Translators: words of an adviser. */
      say (words, _("Our note on who can come: %s"), quote);
    }
  else if (words->facts->eligibility)
    {
      g_autofree char *quote = dup_quote (words->facts->eligibility);

      /* Translators: words of the directory. */
      say (words, _("Who can come: %s"), quote);
    }
}

static void
say_room (Words *words)
{
  const StileFacts *facts = words->facts;
  g_autofree char *age = stile_told_to_words (facts->room_at, words->today);

  if (facts->room == STILE_NOT_KNOWN)
    say (words, _("Whether there is room is not known: ask."));
  else if (facts->room == 0)
    /* Translators: how old that is: “told 3 days ago”. */
    say (words, _("It was full (%s)."), age);
  else
    say (words,
         /* Translators: how many, and how old that is: “told 3 days ago”. */
         ngettext ("Room for %d more person (%s).", "Room for %d more people (%s).",
                   (gulong) facts->room),
         facts->room, age);
}

static void
say_wait (Words *words)
{
  const StileFacts *facts = words->facts;
  g_autofree char *age = stile_told_to_words (facts->waiting_at, words->today);

  if (facts->waiting_days != STILE_NOT_KNOWN)
    say (words,
         /* Translators: how long, and how old that is: “told 3 days ago”. */
         ngettext ("People wait about %d day (%s).", "People wait about %d days (%s).",
                   (gulong) facts->waiting_days),
         facts->waiting_days, age);
  else if (facts->waiting)
    {
      g_autofree char *quote = dup_quote (facts->waiting);

      /* Translators: words of the directory. */
      say (words, _("Waiting time, as the directory says: %s"), quote);
    }
  else
    say (words, _("How long people wait is not known: ask."));
}

static void
say_experience (Words *words)
{
  const StileServiceOutcome *outcome = words->outcome;

  if (words->facts->known)
    say (words, _("We know them."));
  if (!outcome || outcome->made == 0)
    return;
  say (words,
       /* Translators: how many people were sent, and how many of them started. */
       ngettext ("Of %u person we sent there, %u started.",
                 "Of %u people we sent there, %u started.", outcome->made),
       outcome->made, outcome->started);
  if (outcome->no_reply > 0)
    say (words,
         /* Translators: a service, of the people who were sent there. */
         ngettext ("They did not reply about %u of them.", "They did not reply about %u of them.",
                   outcome->no_reply),
         outcome->no_reply);
}

char **
stile_rank_dup_reasons (const StileRank *rank, const char *fit, const StileFacts *facts,
                        const StileOrigin *origin, const StileMatchQuery *query,
                        const StileServiceOutcome *outcome, const GDate *today)
{
  Words words = { g_ptr_array_new (), rank, facts, origin, query, outcome, today };
  char *closed = stile_directory_dup_closed (facts->status, facts->paused, facts->paused_reason);

  if (closed)
    g_ptr_array_add (words.lines, closed);
  g_ptr_array_add (words.lines, g_strdup (fit));
  say_nearness (&words);
  say_tongue (&words);
  say_eligibility (&words);
  say_room (&words);
  say_wait (&words);
  say_experience (&words);
  g_ptr_array_add (words.lines, NULL);
  return (char **) g_ptr_array_free (words.lines, FALSE);
}
