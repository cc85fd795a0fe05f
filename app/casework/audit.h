// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The audit: who looked at a person's record, what left the program on paper or in files, and
 * what was done to the book itself. Lines are entries like all others, so nobody can take one
 * out without stile_ledger_verify() finding it.
 *
 * A page that shows a person calls stile_casework_record_read() when it opens; what prints or
 * writes a file calls the other two before anything leaves. The ledger keeps its own: unlocking,
 * advisers, backups, erasing. */

#pragma once

#include "casework.h"

G_BEGIN_DECLS

/* What was looked at, printed or exported. Others may be kept too: a to z, digits, hyphens. */
#define STILE_WHAT_RECORD "record"       /* the person's page; exported: everything held, as data */
#define STILE_WHAT_INTERVIEW "interview" /* the questions with their answers */
#define STILE_WHAT_RESULT "result"
#define STILE_WHAT_PLAN "plan"
#define STILE_WHAT_LETTER "letter"
#define STILE_WHAT_EVERYTHING "everything" /* everything held about the person, to read */
#define STILE_WHAT_EVIDENCE "evidence"     /* tables that name nobody */
#define STILE_WHAT_PARKED "parked"         /* the list of people who were left alone */
#define STILE_WHAT_BOOK "book"             /* all entries of the book */

/** Somebody opens a part of a person's record to read it. Kept once for each part, until another
 *  person's is opened, the book is locked or a new day begins: going back and forth between the
 *  pages of one person, or loading a page again, adds nothing. Lists of people are no reading.
 *
 *  A book that cannot be written to (on a read-only medium) can still be read; nothing is kept then
 *  and the call succeeds. On FALSE the page may be shown, with the sentence. */
gboolean stile_casework_record_read (StileCasework *casework, const char *case_id,
                                     const char *what, GError **error);

/** Something went to a printer: to be called when it did, for whoever asked may still change their
 *  mind in the dialog. Something goes to a file outside the book: to be called before it does; on
 *  FALSE nothing should leave. @case_id is NULL where it concerns the book or the centre. For a
 *  book that cannot be written to as above. Exporting STILE_WHAT_BOOK is a manager's verb. */
gboolean stile_casework_record_print (StileCasework *casework, const char *case_id,
                                      const char *what, GError **error);
gboolean stile_casework_record_export (StileCasework *casework, const char *case_id,
                                       const char *what, GError **error);

/** Which lines are wanted; what is NULL or 0 narrows nothing. Days are those of this computer's
 *  time zone, the last one included. */
typedef struct
{
  const char *case_id; /* one person, or STILE_LEDGER_BOOK: what concerns nobody */
  const char *adviser;
  const char *kind;    /* one of stile_casework_get_audit_kinds() */
  const GDate *from;
  const GDate *to;
  guint most;          /* that many of the newest */
} StileAuditFilter;

/** A line of the audit. */
typedef struct
{
  gint64 seq;
  char *id; /* the entry's */
  char *at; /* RFC 3339, UTC */
  char *adviser;
  char *kind;
  char *case_id; /* the person's, or NULL */
  char *person;  /* the name or reference, or NULL: none is concerned, or the person was erased */
  char *title;   /* in words: "Looked at: the record" */
  char *text;    /* more of it, or NULL */
} StileAuditLine;

/** The lines that @filter (NULL: all) lets through, newest first. New GPtrArray of StileAuditLine.
 *  INPUT where the kind is none of the audit's. */
GPtrArray *stile_casework_list_audit (StileCasework *casework, const StileAuditFilter *filter,
                                      GError **error);
void stile_audit_line_free (StileAuditLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileAuditLine, stile_audit_line_free)

/** The kinds of entries that are lines of the audit, NULL-terminated. Borrowed. */
const char *const *stile_casework_get_audit_kinds (void);
/** A kind in words, for a filter to choose from: "Failed to unlock". Borrowed. */
const char *stile_audit_kind_get_words (const char *kind);

G_END_DECLS
