// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* How far a referral can come, how it gets there, and the words for both. */

#include "casework-private.h"
#include "words.h"

typedef struct
{
  const char *status;
  const char *words;
  const char *event; /* what happened when it came so far */
  gboolean is_open;
} Status;

static const Status statuses[] = {
  /* Translators: a state of a referral, then what happened to it, and so on down to “Withdrawn”. */
  { STILE_REFERRAL_DRAFT, N_("Written down, not sent yet"), N_("Referral written down"), TRUE },
  { STILE_REFERRAL_SENT, N_("Sent, no answer yet"), N_("Referral sent"), TRUE },
  { STILE_REFERRAL_NO_REPLY, N_("No reply"), N_("No reply to the referral"), TRUE },
  { STILE_REFERRAL_ACCEPTED, N_("Accepted, not started yet"), N_("Referral accepted"), TRUE },
  { STILE_REFERRAL_DECLINED, N_("Declined"), N_("Referral declined"), FALSE },
  /* Translators: a state: the help that the person was referred to has started; then what
   * happened. */
  { STILE_REFERRAL_STARTED, N_("Started"), N_("Help started"), FALSE },
  { STILE_REFERRAL_FINISHED, N_("Finished"), N_("Help finished"), FALSE },
  { STILE_REFERRAL_WITHDRAWN, N_("Withdrawn"), N_("Referral withdrawn"), FALSE },
};

/* What a step must bring along beside the day. */
typedef enum
{
  NEEDS_NOTHING,
  NEEDS_SENDING, /* a service, the person's agreement, and how it was sent */
  NEEDS_REASON,
  NEEDS_OUTCOME,
} Needs;

/* The allowed steps. What was declined, withdrawn or finished can be opened again, with a note that
 * says why; what was not sent yet, or is to be sent once more, needs an agreement of now. */
static const struct
{
  const char *from;
  const char *to;
  Needs needs;
} steps[] = {
  { STILE_REFERRAL_DRAFT, STILE_REFERRAL_SENT, NEEDS_SENDING },
  { STILE_REFERRAL_DRAFT, STILE_REFERRAL_WITHDRAWN, NEEDS_NOTHING },
  { STILE_REFERRAL_SENT, STILE_REFERRAL_ACCEPTED, NEEDS_NOTHING },
  { STILE_REFERRAL_SENT, STILE_REFERRAL_STARTED, NEEDS_NOTHING },
  { STILE_REFERRAL_SENT, STILE_REFERRAL_DECLINED, NEEDS_REASON },
  { STILE_REFERRAL_SENT, STILE_REFERRAL_NO_REPLY, NEEDS_NOTHING },
  { STILE_REFERRAL_SENT, STILE_REFERRAL_WITHDRAWN, NEEDS_NOTHING },
  { STILE_REFERRAL_NO_REPLY, STILE_REFERRAL_SENT, NEEDS_SENDING },
  { STILE_REFERRAL_NO_REPLY, STILE_REFERRAL_ACCEPTED, NEEDS_NOTHING },
  { STILE_REFERRAL_NO_REPLY, STILE_REFERRAL_STARTED, NEEDS_NOTHING },
  { STILE_REFERRAL_NO_REPLY, STILE_REFERRAL_DECLINED, NEEDS_REASON },
  { STILE_REFERRAL_NO_REPLY, STILE_REFERRAL_WITHDRAWN, NEEDS_NOTHING },
  { STILE_REFERRAL_ACCEPTED, STILE_REFERRAL_STARTED, NEEDS_NOTHING },
  { STILE_REFERRAL_ACCEPTED, STILE_REFERRAL_DECLINED, NEEDS_REASON },
  { STILE_REFERRAL_ACCEPTED, STILE_REFERRAL_WITHDRAWN, NEEDS_NOTHING },
  { STILE_REFERRAL_STARTED, STILE_REFERRAL_FINISHED, NEEDS_OUTCOME },
  { STILE_REFERRAL_DECLINED, STILE_REFERRAL_DRAFT, NEEDS_REASON },
  { STILE_REFERRAL_WITHDRAWN, STILE_REFERRAL_DRAFT, NEEDS_REASON },
  { STILE_REFERRAL_FINISHED, STILE_REFERRAL_STARTED, NEEDS_REASON },
};

static const Status *
find_status (const char *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      if (g_strcmp0 (statuses[i].status, status) == 0)
        return &statuses[i];
    }

  return NULL;
}

/* "not-taken-up" did not say who ended it; like "declined", it is over and can be opened again. */
const char *
stile_referral_status_read (const char *status)
{
  static const struct
  {
    const char *before;
    const char *now;
  } table[] = {
    { STILE_OLD_STATUS_SUGGESTED, STILE_REFERRAL_DRAFT },
    { "made", STILE_REFERRAL_SENT },
    { "taken-up", STILE_REFERRAL_STARTED },
    { "not-taken-up", STILE_REFERRAL_DECLINED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (g_strcmp0 (table[i].before, status) == 0)
        return table[i].now;
    }

  return status;
}

const char *
stile_referral_status_get_words (const char *status)
{
  const Status *found = find_status (status);

  return found ? _(found->words) : status;
}

const char *
stile_referral_status_get_event_words (const char *status)
{
  const Status *found = find_status (status);

  return found ? _(found->event) : NULL;
}

gboolean
stile_referral_status_is_open (const char *status)
{
  const Status *found = find_status (status);

  return found && found->is_open;
}

const char **
stile_referral_status_list_next (const char *status)
{
  const char **next = g_new0 (const char *, G_N_ELEMENTS (steps) + 1);
  guint n_next = 0;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (g_strcmp0 (steps[i].from, status) == 0)
        next[n_next++] = steps[i].to;
    }

  return next;
}

/* ---- What a step needs ---- */

static gboolean
refuse (GError **error, StileCaseworkError code, const char *sentence)
{
  g_set_error_literal (error, STILE_CASEWORK_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
check_sending (const StileReferral *referral, const StileReferralStep *step, GError **error)
{
  if (!referral->service)
    return refuse (error, STILE_CASEWORK_ERROR_STATE,
                   _("Choose the service that this referral goes to first."));
  if (!referral->agreement)
    return refuse (error, STILE_CASEWORK_ERROR_STATE,
                   _("Nothing can be sent before the person has agreed to what will be shared. "
                     "Ask them, and write down what they agree to."));
  if (!step->how)
    return refuse (error, STILE_CASEWORK_ERROR_INPUT,
                   _("Please say how it was sent: by post, by e-mail, taken along."));
  return TRUE;
}

static gboolean
check_needs (Needs needs, const StileReferral *referral, const StileReferralStep *step,
             GError **error)
{
  switch (needs)
    {
    case NEEDS_SENDING:
      return check_sending (referral, step, error);
    case NEEDS_REASON:
      return step->note
             || refuse (error, STILE_CASEWORK_ERROR_INPUT, _("Please write down the reason."));
    case NEEDS_OUTCOME:
      return (step->outcome && g_strv_contains (stile_referral_get_outcomes (), step->outcome))
             || refuse (error, STILE_CASEWORK_ERROR_INPUT, _("Please choose how it ended."));
    default:
      return TRUE;
    }
}

gboolean
stile_referral_check_step (const StileReferral *referral, const StileReferralStep *step,
                           GError **error)
{
  if (!find_status (step->status))
    return refuse (error, STILE_CASEWORK_ERROR_INPUT, _("Please choose how the referral went."));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (strcmp (steps[i].from, referral->status) == 0
          && strcmp (steps[i].to, step->status) == 0)
        return check_needs (steps[i].needs, referral, step, error);
    }

  g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE,
               /* Translators: two states, such as “Sent, no answer yet”. */
               _("A referral cannot go from “%s” to “%s”."),
               stile_referral_status_get_words (referral->status),
               stile_referral_status_get_words (step->status));
  return FALSE;
}

/* ---- Outcomes ---- */

static const char *const outcomes[] = { "helped", "partly", "not-helped", "left", NULL };

const char *const *
stile_referral_get_outcomes (void)
{
  return outcomes;
}

const char *
stile_referral_outcome_get_words (const char *outcome)
{
  static const char *const words[] = {
    N_("It helped"),
    N_("It helped in part"),
    N_("It did not help"),
    N_("The person left before the end"),
  };

  for (guint i = 0; outcomes[i]; i++)
    {
      if (g_strcmp0 (outcomes[i], outcome) == 0)
        return _(words[i]);
    }

  return outcome;
}

/* ---- What can be shared ---- */

static const struct
{
  const char *name;
  const char *words;
} shares[] = {
  [STILE_SHARE_NAME] = { "name", N_("Name") },
  [STILE_SHARE_REFERENCE] = { "reference", N_("Reference") },
  [STILE_SHARE_REACH] = { "reach", N_("How to reach the person") },
  [STILE_SHARE_LANGUAGE] = { "language", N_("Language") },
  [STILE_SHARE_COMMUNICATION] = { "communication", N_("Communication needs") },
  [STILE_SHARE_NEED] = { "need", N_("What the help is for") },
  [STILE_SHARE_NEEDS] = { "needs", N_("Other needs") },
  [STILE_SHARE_CATEGORY] = { "category", N_("Kind of support") },
  [STILE_SHARE_NOTE] = { "note", N_("What else they should know") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (shares) == STILE_N_SHARES);

const char *
stile_share_to_string (StileShare share)
{
  return shares[share].name;
}

const char *
stile_share_get_words (StileShare share)
{
  return _(shares[share].words);
}

gboolean
stile_share_from_string (const char *name, StileShare *share)
{
  for (guint i = 0; i < STILE_N_SHARES; i++)
    {
      if (g_strcmp0 (shares[i].name, name) == 0)
        {
          *share = i;
          return TRUE;
        }
    }

  return FALSE;
}
