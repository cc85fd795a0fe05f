// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A questionnaire, read from XML, checked, and from then on immutable.
 *
 * Everything here is a plain value owned by its StileForm: borrow it for as long as the form
 * is held. Arrays come as a pointer and a count. Line numbers are those of the XML, from 1. */

#pragma once

#include <gio/gio.h>

#include "expression.h"
#include "fault.h"
#include "text.h"

G_BEGIN_DECLS

/** The largest form file that is read, in bytes. */
#define STILE_FORM_MAX_BYTES (8 * 1024 * 1024)
/** The most questions a form may have. */
#define STILE_FORM_MAX_QUESTIONS 20000
/** The deepest nesting of elements. */
#define STILE_FORM_MAX_DEPTH 64
/** "No such part": where an index may be absent. */
#define STILE_NONE (-1)

#define STILE_FORM_ERROR (stile_form_error_quark ())
GQuark stile_form_error_quark (void);

typedef enum
{
  STILE_FORM_ERROR_UNREADABLE, /* the file is not there, or may not be read */
  STILE_FORM_ERROR_FAULTY,     /* it was read, and the checker found errors */
} StileFormError;

typedef enum
{
  STILE_QUESTION_SELECT_ONE,
  STILE_QUESTION_SELECT_MULTIPLE,
  STILE_QUESTION_YES_NO,
  STILE_QUESTION_INTEGER,
  STILE_QUESTION_DECIMAL,
  STILE_QUESTION_DATE,
  STILE_QUESTION_TEXT,
  STILE_QUESTION_NOTE,
} StileQuestionType;

typedef enum
{
  STILE_ASK_BOTH,
  STILE_ASK_ADVISER,
  STILE_ASK_CLAIMANT,
} StileAsk;

typedef enum
{
  STILE_URGENCY_NOW,
  STILE_URGENCY_TODAY,
  STILE_URGENCY_SOON,
} StileUrgency;

typedef enum
{
  STILE_SCORE_SUM,
  STILE_SCORE_MAX,
  STILE_SCORE_MEAN,
  STILE_SCORE_VALUE, /* the score is the domain's `value` expression */
} StileScoreKind;

typedef enum
{
  STILE_MISSING_RANGE,
  STILE_MISSING_PRORATE,
  STILE_MISSING_INVALID,
} StileMissing;

typedef struct
{
  const char *id;
  const StileText *label;
  guint line;
} StileLevel;

/** From this score on, the domain is at this level, up to the next band. Below the first it is at
 *  the form's first level, but where the levels fall, at that of the first band. */
typedef struct
{
  double from;
  guint level; /* index in form->levels */
  guint line;
} StileLevelBand;

typedef struct
{
  const char *id;
  const StileText *label;
  StileScoreKind score;
  const StileExpression *value; /* STILE_SCORE_VALUE only */
  StileMissing missing;
  guint missing_most; /* STILE_MISSING_PRORATE only */
  const StileLevelBand *bands;
  guint n_bands;
  gboolean falls; /* a low score is the worse: the levels of the bands fall */
  guint line;
} StileDomain;

typedef struct
{
  const char *id;
  const StileText *label; /* NULL for yes and no, whose words belong to the interface */
  double points;
  gboolean exclusive;
  guint line;
} StileChoice;

/** From this answer on, a number gives these points, up to the next band; below the first, 0. */
typedef struct
{
  double from;
  double points;
  guint line;
} StilePointsBand;

typedef struct
{
  const char *id;
  guint index;   /* in form->questions */
  guint section; /* in form->sections */
  StileQuestionType type;
  gboolean required;
  gboolean sensitive;
  gboolean monitoring; /* never seen by scoring */
  StileAsk ask;
  int domain; /* in form->domains, or STILE_NONE */
  const StileText *label;
  const StileText *hint;               /* or NULL, as the three below */
  const StileText *guidance;           /* for the adviser only */
  const StileText *constraint_message;
  const StileText *required_message;
  const StileExpression *relevant;     /* or NULL: always asked */
  const StileExpression *constraint;   /* or NULL */
  const StileChoice *choices;          /* select_one, select_multiple; yes_no has "yes", "no" */
  guint n_choices;
  const guint *choices_by_id;          /* their indices, sorted; NULL where they are few */
  const StilePointsBand *bands;        /* integer, decimal */
  guint n_bands;
  guint line;
} StileQuestion;

/** Its questions are form->questions[first_question … first_question + n_questions - 1]. */
typedef struct
{
  const char *id;
  const StileText *label;
  gboolean monitoring;
  guint first_question;
  guint n_questions;
  guint line;
} StileSection;

typedef struct
{
  const char *id;
  guint index; /* in form->calculates */
  const StileExpression *value;
  /* How many of form->questions stand before it: it sees those, and those after it see it. */
  guint after_questions;
  guint line;
} StileCalculate;

/** Adds points to a domain when a condition over several answers holds. */
typedef struct
{
  guint domain;
  double points;
  const StileExpression *when;
  const StileText *label;
  guint line;
} StileScoreRule;

typedef struct
{
  const char *id;
  const StileText *label;
  const StileExpression *when;
  guint line;
} StileFinding;

typedef struct
{
  const char *id;
  StileUrgency urgency;
  const StileText *label;
  const StileText *action;
  const StileExpression *when;
  guint line;
} StileAlert;

typedef struct
{
  const char *id;
  const StileText *label;
  const StileText *meaning;
  const StileText *because;     /* or NULL */
  const StileExpression *when;  /* NULL for the last */
  guint contact_days; /* the most days without any contact; 0 if the form does not say */
  guint line;
} StileCategory;

/** Which services fit a referral: a term of a taxonomy, or a keyword. */
typedef struct
{
  const char *taxonomy; /* or NULL */
  const char *term;     /* or NULL */
  const char *keyword;  /* or NULL */
  guint line;
} StileServiceHint;

typedef struct
{
  const char *id;
  StileUrgency urgency;
  int domain; /* or STILE_NONE */
  const StileText *label;
  const StileText *reason;
  const StileExpression *when;
  const StileServiceHint *services;
  guint n_services;
  guint line;
} StileReferralRule;

/** A form. The questions stand in the order they are asked: those of the sections in document
 *  order, then those of the monitoring parts. */
typedef struct
{
  const char *id;
  const char *version;
  const char *language; /* BCP 47, the xml:lang of the root */
  guint minutes;        /* how long it takes, 0 if the form does not say */
  const StileText *title;
  const StileText *purpose;
  const StileText *source;
  GBytes *xml; /* the file, verbatim */

  const StileLevel *levels;             guint n_levels;
  const StileDomain *domains;           guint n_domains;
  const StileSection *sections;         guint n_sections;
  const StileQuestion *questions;       guint n_questions;
  const StileCalculate *calculates;     guint n_calculates;
  const StileScoreRule *scores;         guint n_scores;
  const StileFinding *findings;         guint n_findings;
  const StileAlert *alerts;             guint n_alerts;
  const StileCategory *categories;      guint n_categories;
  const StileReferralRule *referrals;   guint n_referrals;
} StileForm;

/** Reads and checks a form. All faults of one run, or the first thousands of them, are appended to
 *  @faults (of StileFault, in line order). Returns a new reference, or NULL when a fault is an
 *  error. Reads no other file and never the network. */
StileForm *stile_form_parse (GBytes *xml, GPtrArray *faults);

/** The bytes of a file, for stile_form_parse(); of a file that is too large, only enough for that
 *  to say so. */
GBytes *stile_form_read (const char *path, GError **error);

/** The same for a file, where one sentence is enough: @error names the file, the line and the
 *  first fault, and says how many more there are. */
StileForm *stile_form_load (const char *path, GError **error);

StileForm *stile_form_ref (StileForm *form);
void stile_form_unref (StileForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileForm, stile_form_unref)

/** SHA-256 of the file, hex: what an assessment is bound to. Worked out when it is first asked for,
 *  from any thread. Borrowed. */
const char *stile_form_get_digest (const StileForm *form);

/** The part with this id, or NULL. */
const StileQuestion *stile_form_find_question (const StileForm *form, const char *id);
const StileDomain *stile_form_find_domain (const StileForm *form, const char *id);
const StileCategory *stile_form_find_category (const StileForm *form, const char *id);
const StileReferralRule *stile_form_find_referral (const StileForm *form, const char *id);
const StileAlert *stile_form_find_alert (const StileForm *form, const char *id);
const StileFinding *stile_form_find_finding (const StileForm *form, const char *id);
const StileChoice *stile_question_find_choice (const StileQuestion *question, const char *id);

/** The language's own word for a type: "select_one", …; for an urgency: "now", …. */
const char *stile_question_type_to_string (StileQuestionType type);
const char *stile_urgency_to_string (StileUrgency urgency);

/** The languages that any text of the form has, the form's own first. Free with g_strfreev. */
char **stile_form_dup_languages (const StileForm *form);

/** How many texts the form has that can be translated, and how many of them are there in @language
 *  (BCP 47; the same fall-back as stile_text_get()). */
guint stile_form_get_n_texts (const StileForm *form);
guint stile_form_count_translated (const StileForm *form, const char *language);

/** Whether the translation that @language is shown in has not been looked through by somebody who
 *  grew up with it. A translation that the form does not mark counts as looked through. */
gboolean stile_form_is_draft (const StileForm *form, const char *language);

G_END_DECLS
