// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* From a tree of elements to a form. A fault goes to the reader's faults, and reading goes on. */

#pragma once

#include "expression-private.h"
#include "fault-rules.h"
#include "form-private.h"
#include "text-private.h"
#include "xml-place.h"

G_BEGIN_DECLS

typedef struct
{
  StileForm *form;
  StileArena *arena;
  StileNames *names;
  GPtrArray *faults;
  GArray *conditions;   /* of StileReadCondition: compiled when all names are known */
  GArray *texts;        /* of StileReadText */
  GArray *choice_lists; /* of StileChoiceList: those with an id */
  GPtrArray *languages; /* of const char *, as in StileFormBox */
  const char *drafts;   /* as in StileFormBox */
  GArray *translations; /* of StileTranslation: those of the text that is read just now */
} StileReader;

/** An expression that waits until all names are known. */
typedef struct
{
  const StileXmlAttribute *attribute;
  StileView view;
  const StileExpression **target;
} StileReadCondition;

typedef struct
{
  const StileText *text;
  const char *element;
  guint line;
} StileReadText;

typedef struct
{
  const StileChoice *choices;
  guint n_choices;
  const guint *by_id; /* NULL where they are few */
} StileChoiceList;

/** Fills the reader's form. */
void stile_reader_read_form (StileReader *reader, const StileXmlElement *root);

/* form-reader-values.c: what elements and attributes hold. What is not given is 0, FALSE or NULL; a
 * bad number is NaN, so that no rule about numbers finds a second fault in it. */
void stile_reader_fault (StileReader *reader, StileRule rule, const StileXmlElement *element,
                         const char *word);
/** The id of @element, entered among the names. NULL without a good id of its own. */
const char *stile_reader_id (StileReader *reader, const StileXmlElement *element,
                             StileNameKind kind, guint index);
gboolean stile_id_is_valid (const char *id);
/** The texts called @name inside @parent, as one text with its translations. */
const StileText *stile_reader_text (StileReader *reader, const StileXmlElement *parent,
                                    const char *name);
const char *stile_reader_string (const StileXmlElement *element, const char *name);
double stile_reader_number (StileReader *reader, const StileXmlElement *element, const char *name);
/** NaN without the attribute too. */
double stile_reader_needed_number (StileReader *reader, const StileXmlElement *element,
                                   const char *name);
guint stile_reader_count (StileReader *reader, const StileXmlElement *element, const char *name);
gboolean stile_reader_yes (StileReader *reader, const StileXmlElement *element, const char *name);
/** Sets @index to that of the attribute's word in @words, which end with NULL. Without the
 *  attribute, @index stays as it is. FALSE for a word that is not among them. */
gboolean stile_reader_word (StileReader *reader, const StileXmlElement *element, const char *name,
                            const char *const *words, guint *index);
/** The index of the @kind whose id the attribute holds, or STILE_NONE. */
int stile_reader_reference (StileReader *reader, const StileXmlElement *element, const char *name,
                            StileNameKind kind, StileRule rule);
/** Has the attribute compiled into @target later. Nothing happens without the attribute. */
void stile_reader_condition (StileReader *reader, const StileXmlElement *element, const char *name,
                             const StileView *view, const StileExpression **target);

/* form-reader-questions.c: sections, questions, choices. */
void stile_reader_choice_lists (StileReader *reader, const StileXmlElement *root);
void stile_reader_sections (StileReader *reader, const StileXmlElement *root);

/* form-reader-rules.c: calculates, scores, findings, alerts, categories, referrals. */
void stile_reader_calculates (StileReader *reader, const StileXmlElement *root);
void stile_reader_rules (StileReader *reader, const StileXmlElement *root);

G_END_DECLS
