// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A referral as values: which service, what the person agreed to share with it, and how far it has
 * come. The verbs are in casework.h, lists of many in followup.h. */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How far a referral has come; README.md has the allowed steps, and the names of older books. */
#define STILE_REFERRAL_DRAFT "draft"         /* written down, not sent */
#define STILE_REFERRAL_SENT "sent"           /* no answer yet */
#define STILE_REFERRAL_NO_REPLY "no-reply"   /* waited for one in vain so far */
#define STILE_REFERRAL_ACCEPTED "accepted"   /* the service said yes; not started */
#define STILE_REFERRAL_DECLINED "declined"
#define STILE_REFERRAL_STARTED "started"
#define STILE_REFERRAL_FINISHED "finished"
#define STILE_REFERRAL_WITHDRAWN "withdrawn" /* by the person or the adviser */

/** A status in words: "Sent, no answer yet"; one that is not known as it is. Borrowed. */
const char *stile_referral_status_get_words (const char *status);
/** Whether somebody still waits for something: not over, and not started. */
gboolean stile_referral_status_is_open (const char *status);
/** Where it can go from @status, NULL-terminated; empty for one that is not known. Free with
 *  g_free: the statuses are borrowed. */
const char **stile_referral_status_list_next (const char *status);

/** How it ended, for STILE_REFERRAL_FINISHED: "helped", "partly", "not-helped", "left",
 *  NULL-terminated, and in words: "It helped". Borrowed. */
const char *const *stile_referral_get_outcomes (void);
const char *stile_referral_outcome_get_words (const char *outcome);

/** A service as it was when the person was referred. All but the name may be NULL. */
typedef struct
{
  char *name;
  char *id;           /* in the directory */
  char *organization;
  char *route;        /* how it takes referrals, in words */
  char *contact;      /* whom to call, and the number */
} StileReferralService;

/** What can be told to a service: this list is all there is. */
typedef enum
{
  STILE_SHARE_NAME,
  STILE_SHARE_REFERENCE,
  STILE_SHARE_REACH,         /* how to reach the person, safely */
  STILE_SHARE_LANGUAGE,
  STILE_SHARE_COMMUNICATION, /* communication needs */
  STILE_SHARE_NEED,          /* this need, in words */
  STILE_SHARE_NEEDS,         /* other areas of life with needs, in words */
  STILE_SHARE_CATEGORY,      /* the kind of support */
  STILE_SHARE_NOTE,          /* what else the person wants them to know */
  STILE_N_SHARES,
} StileShare;

/** As entries and stilectl name it: "name", "reach"; and in words: "How to reach the person". */
const char *stile_share_to_string (StileShare share);
const char *stile_share_get_words (StileShare share);
/** FALSE where it is none of the list. */
gboolean stile_share_from_string (const char *name, StileShare *share);

/** What the person agreed to, value by value, as they saw it. */
typedef struct
{
  char *at;
  GDate day;     /* of it */
  char *adviser; /* who asked them */
  char *values[STILE_N_SHARES]; /* NULL: not to be shared */
} StileAgreement;

typedef struct
{
  char *case_id;
  char *id;
  char *assessment_id;
  char *referral; /* the form's referral id */
  char *label;    /* its words at that time; of a StileCase, in the language words are in */
  char *urgency;  /* the form's word at that time: "now", "today", "soon" */
  char *service;  /* its name, or NULL: none was chosen yet. What else is known of it, or NULL: */
  char *service_id;
  char *organization;
  char *route;
  char *contact;
  char *status;
  char *status_note; /* or NULL */
  char *made_at;
  char *status_at;
  GDate status_day; /* when it came so far, which can be before it was written down */
  StileAgreement *agreement; /* that counts now, or NULL: then nothing can be sent */
  GDate sent;     /* the first day of each, not valid where it did not come so far */
  GDate accepted; /* where a service starts without a word, that day */
  GDate started;
  GDate finished;
  char *sent_by;  /* the last time; or NULL */
  char *sent_how; /* in words, or NULL */
  char *outcome;  /* or NULL */
} StileReferral;

void stile_referral_free (StileReferral *referral);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileReferral, stile_referral_free)

/** Whether the service has, or had, this person's case in hand: sent, and neither refused nor
 *  taken back. */
gboolean stile_referral_stands (const StileReferral *referral);
gboolean stile_referral_status_stands (const char *status);

G_END_DECLS
