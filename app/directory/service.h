// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A local service, as a directory tells of it. Every field may be missing: that means "not known",
 * never "no". Texts are plain text, without markup. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a number is where it is not known. */
#define STILE_NOT_KNOWN -1

typedef struct
{
  char *number;
  char *extension;   /* or NULL */
  char *description; /* whose it is, or when it is answered; or NULL */
} StilePhone;

/** Where a service is given. */
typedef struct
{
  char *name;                 /* or NULL */
  char *address;              /* in one line, without the postcode; or NULL */
  char *postcode;             /* or NULL; a UK one is written as in "LN1 1XX" */
  double latitude, longitude; /* degrees; NAN where not known */
} StilePlace;

/** A language that people there speak. */
typedef struct
{
  char *tag;  /* BCP 47, the shortest that says it ("pl"); NULL for one we know by name only */
  char *name; /* as the directory has it, or NULL */
} StileSpokenLanguage;

/** A heading under which the service stands. */
typedef struct
{
  char *vocabulary; /* "openEligibility", "esdServiceType", …, or NULL */
  char *id;         /* or NULL */
  char *name;       /* or NULL */
} StileTerm;

/** How many more people can be taken. */
typedef struct
{
  int available;     /* never above @maximum */
  int maximum;       /* or STILE_NOT_KNOWN */
  char *description; /* or NULL */
  char *updated;     /* YYYY-MM-DD, or NULL */
} StileCapacity;

typedef struct
{
  char *id;
  char *name;
  char *organization;
  char *description;
  char *url; /* http or https */
  char *email;
  char *status; /* "active", "inactive", "defunct", "temporarily closed" */
  char *eligibility;
  int minimum_age, maximum_age; /* whole years, or STILE_NOT_KNOWN */
  char *cost;
  char *waiting;     /* how long people wait, in words */
  char *application; /* what to do to get in */
  char *accreditations;
  char *interpreters;    /* what there is of interpreting, in words */
  char *alert;           /* what is different at present */
  char *contact;         /* whom to ask for */
  char *updated;         /* YYYY-MM-DD */
  GPtrArray *phones;     /* of StilePhone */
  GPtrArray *places;     /* of StilePlace */
  GPtrArray *areas;      /* of char *: the areas it serves, in words */
  GPtrArray *languages;  /* of StileSpokenLanguage */
  GPtrArray *terms;      /* of StileTerm */
  GPtrArray *schedules;  /* of char *: when it is open, in words */
  GPtrArray *capacities; /* of StileCapacity */
} StileService;

/** Everything not known, and all lists empty. */
StileService *stile_service_new (void);
void stile_service_free (StileService *service);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileService, stile_service_free)

/** The first phone number, or NULL. Borrowed. */
const char *stile_service_get_phone (const StileService *service);

/** The service as a record of HSDS 3.1. Free with g_free. */
char *stile_service_to_json (const StileService *service);

/** How old something is: "told 3 days ago", "told 4 months ago". @day is YYYY-MM-DD, or NULL;
 *  @today NULL: today. Free with g_free. */
char *stile_told_to_words (const char *day, const GDate *today);

/** The tag of a language that somebody named, in English, in the language of the interface, or by
 *  its code; NULL where it is none that is known. Free with g_free. */
char *stile_spoken_language_dup_tag (const char *name);

/** How a tag ("pl") is called in the language of the interface; the tag itself where we have no
 *  name for it. Free with g_free. */
char *stile_spoken_language_dup_name (const char *tag);

G_END_DECLS
