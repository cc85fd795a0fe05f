// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Which id names what in a form. An id is unique in the whole form, whatever it names, so that a
 * reader, a report and another program never have to ask which one is meant. (Ids of choices are
 * unique in their list, and are not kept here.) */

#pragma once

#include "xml-tree.h"

G_BEGIN_DECLS

typedef enum
{
  STILE_NAME_LEVEL,
  STILE_NAME_DOMAIN,
  STILE_NAME_CHOICES,
  STILE_NAME_SECTION,
  STILE_NAME_QUESTION,
  STILE_NAME_CALCULATE,
  STILE_NAME_FINDING,
  STILE_NAME_ALERT,
  STILE_NAME_CATEGORY,
  STILE_NAME_REFERRAL,
  STILE_N_NAME_KINDS,
} StileNameKind;

typedef struct _StileNames StileNames;

typedef struct
{
  StileNameKind kind;
  guint index;
  const StileXmlAttribute *id; /* where it was given: borrowed */
} StileName;

/** Keeps what it knows of each id in @arena, which must outlive it. */
StileNames *stile_names_new (StileArena *arena);
void stile_names_free (StileNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileNames, stile_names_free)

/** FALSE, and nothing is changed, when @id is taken. @id must outlive @names. */
gboolean stile_names_add (StileNames *names, const char *id, const StileName *name);
/** What has this id among those of @kind, or NULL. A question may be a calculate, and the other way
 *  round. */
const StileName *stile_names_get (const StileNames *names, const char *id, StileNameKind kind);
/** What has this id among all kinds, or NULL. */
const StileName *stile_names_get_any (const StileNames *names, const char *id);
/** The index of the @kind with this id, or -1. NULL @id gives -1. */
int stile_names_find (const StileNames *names, const char *id, StileNameKind kind);
/** Whether another hint may be looked for among @n_names: each takes time, and nobody reads
 *  hundreds of them. */
gboolean stile_names_take_hint (StileNames *names, guint n_names);
/** " Did you mean “x”?" with the nearest id among those of @kind, or "". Free with g_free. */
char *stile_names_dup_hint (StileNames *names, const char *id, StileNameKind kind);
/** "a question", "a domain", … */
const char *stile_name_kind_to_words (StileNameKind kind);

G_END_DECLS
