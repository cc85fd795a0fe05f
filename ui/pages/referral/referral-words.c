// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "referral-words.h"

#include "day.h"
#include "words.h"

static gboolean
has_status (const StileReferral *referral, const char *status)
{
  return g_strcmp0 (referral->status, status) == 0;
}

static void
add_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, " · %s", part);
}

char *
stile_referral_describe (const StileReferral *referral, GDateTime *now)
{
  g_autoptr (GString) text = g_string_new (stile_referral_status_get_words (referral->status));
  g_autofree char *day = stile_date_to_words (&referral->status_day, now);

  if (has_status (referral, STILE_REFERRAL_FINISHED) && referral->outcome != NULL)
    g_string_append_printf (text, ": %s", stile_referral_outcome_get_words (referral->outcome));
  add_part (text, day);
  if (has_status (referral, STILE_REFERRAL_SENT))
    add_part (text, referral->sent_how);
  add_part (text, referral->service);
  if (referral->status_note != NULL && *referral->status_note != '\0')
    {
      g_autofree char *note = stile_words_dup_directed (referral->status_note);

      g_string_append_printf (text, "\n%s", note);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_next_of_draft (const StileReferral *referral)
{
  if (referral->service == NULL)
    return _("Choose a service");
  return referral->agreement == NULL ? _("Ask the person") : _("Send it");
}

const char *
stile_referral_get_next_words (const StileReferral *referral)
{
  static const char *const words[][2] = {
    /* Translators: a button: write down what the service answered. */
    { STILE_REFERRAL_SENT, N_("Note the answer") },
    { STILE_REFERRAL_NO_REPLY, N_("Ask again") },
    /* Translators: a button: write down that the help has started. */
    { STILE_REFERRAL_ACCEPTED, N_("Note the start") },
    { STILE_REFERRAL_STARTED, N_("Note how it ended") },
  };

  if (has_status (referral, STILE_REFERRAL_DRAFT))
    return get_next_of_draft (referral);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_status (referral, words[i][0]))
      return _(words[i][1]);
  /* Translators: a button: look at a referral that is over. */
  return _("See");
}

const char *
stile_referral_step_get_words (const char *from, const char *to)
{
  static const char *const words[][3] = {
    { STILE_REFERRAL_NO_REPLY, STILE_REFERRAL_SENT, N_("Sent once more…") },
    { STILE_REFERRAL_FINISHED, STILE_REFERRAL_STARTED, N_("Open again…") },
    { NULL, STILE_REFERRAL_DRAFT, N_("Open again…") },
    { NULL, STILE_REFERRAL_SENT, N_("Mark as sent…") },
    { NULL, STILE_REFERRAL_ACCEPTED, N_("They said yes…") },
    { NULL, STILE_REFERRAL_DECLINED, N_("They said no…") },
    { NULL, STILE_REFERRAL_NO_REPLY, N_("No reply…") },
    { NULL, STILE_REFERRAL_STARTED, N_("Help has started…") },
    { NULL, STILE_REFERRAL_FINISHED, N_("Help has ended…") },
    { NULL, STILE_REFERRAL_WITHDRAWN, N_("Withdraw…") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i][1], to) == 0
        && (words[i][0] == NULL || g_strcmp0 (words[i][0], from) == 0))
      return _(words[i][2]);
  return to;
}

char *
stile_referral_dup_agreed (const StileReferral *referral, GDateTime *now)
{
  g_autofree char *day = NULL;

  if (referral->agreement == NULL)
    return NULL;
  day = stile_date_to_words (&referral->agreement->day, now);
  /* Translators: a day, the name of an adviser */
  return g_strdup_printf (_("The person agreed to this. %s, asked by %s."), day,
                          referral->agreement->adviser);
}
