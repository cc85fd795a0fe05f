// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is to be looked after over all people: referrals that stand still, people that were left
 * alone, and how referrals to each service go. README.md says why which number of days. */

#pragma once

#include "casework.h"

G_BEGIN_DECLS

/** A referral that has stood still for too long. */
typedef struct
{
  char *case_id;
  char *referral_id;
  guint days;  /* for how long */
  char *words; /* "No reply in 10 days" */
} StileReminder;

void stile_reminder_free (StileReminder *reminder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileReminder, stile_reminder_free)

/** How many days a referral of this urgency may stand in this status; 0 where it may stand for
 *  ever. An answer to a letter is asked for within the days of STILE_REFERRAL_SENT. */
guint stile_referral_get_patience (const char *status, const char *urgency);

/** What to remind of on @today: "No reply in 10 days"; NULL while there is patience left. Free with
 *  g_free. */
char *stile_referral_dup_reminder (const StileReferral *referral, const GDate *today);

/** The referrals that are due, longest overdue first, but of nobody who moved on or took their
 *  consent back. New GPtrArray of StileReminder. */
GPtrArray *stile_casework_list_reminders (StileCasework *casework, GError **error);

/** How referrals to one service went. */
typedef struct
{
  char *service;      /* its name, as it was last written down */
  char *service_id;   /* or NULL: it was chosen by name */
  char *organization; /* or NULL */
  guint suggested;    /* written down for it, sent or not */
  guint made;         /* of these, sent */
  guint accepted;     /* of these, accepted, or started without a word */
  guint started;
  guint finished;
  guint no_reply;     /* sent, and without an answer now */
  double days_to_accepted; /* median from the first sending; NaN where there is none */
  double days_to_started;
} StileServiceFigures;

void stile_service_figures_free (StileServiceFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileServiceFigures, stile_service_figures_free)

/** The figures of every service that a referral was written down for, by name. New GPtrArray of
 *  StileServiceFigures. */
GPtrArray *stile_casework_list_service_figures (StileCasework *casework, GError **error);

/** Somebody with a great need who was left alone. */
typedef struct
{
  char *case_id;
  char *person;
  char *category; /* decided, else proposed, in words */
  gboolean is_day_unknown; /* a clock was wrong: @since is no valid day and @days is 0 */
  GDate since;
  guint days;
  char *reason;   /* in words */
} StileParked;

void stile_parked_free (StileParked *parked);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileParked, stile_parked_free)

/** Who has a significant or severe need in their newest finished assessment, and for longer than
 *  the contact-days of their category nobody referred them to a specialist, or nobody was in
 *  contact with them; README.md has the cases. Longest first, those before them whose day nobody
 *  knows. New GPtrArray of StileParked. */
GPtrArray *stile_casework_list_parked (StileCasework *casework, GError **error);

G_END_DECLS
