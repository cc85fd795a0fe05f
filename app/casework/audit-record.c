// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The lines of the audit that this room writes. */

#include "advisers.h"
#include "audit.h"
#include "casework-private.h"
#include "words.h"

#define WHAT_MAX_CHARS 100

/* What was recorded of the person who is looked at now. */
struct _StileReading
{
  char *case_id;
  GDate day;
  GHashTable *parts; /* set */
};

void
stile_reading_free (StileReading *reading)
{
  g_free (reading->case_id);
  g_hash_table_unref (reading->parts);
  g_free (reading);
}

static StileReading *
reading_new (const char *case_id, const GDate *day)
{
  StileReading *reading = g_new0 (StileReading, 1);

  reading->case_id = g_strdup (case_id);
  reading->day = *day;
  reading->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return reading;
}

static gboolean
check_what (const char *what, GError **error)
{
  gsize length = what ? strlen (what) : 0;

  if (length > 0 && length <= WHAT_MAX_CHARS
      && strspn (what, G_CSET_a_2_z G_CSET_DIGITS "-") == length)
    return TRUE;

  g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
               /* Translators: what was written. */
               _("“%s” is no name of a part of a record. Names are made of a to z, digits and "
                 "hyphens."),
               what ? what : "");
  return FALSE;
}

static gboolean
record (StileCasework *casework, const char *case_id, const char *kind, const char *what,
        GError **error)
{
  /* An entry would make a record for whoever has none. */
  if (!check_what (what, error)
      || (case_id && !stile_casework_require_title (casework, case_id, error)))
    return FALSE;
  if (stile_ledger_is_read_only (casework->ledger))
    return TRUE;

  return stile_casework_append (casework, case_id ? case_id : STILE_LEDGER_BOOK, kind,
                                stile_fields_new ("what", what, NULL), NULL, error);
}

/* What was read of this person today; another person or day starts afresh. */
static StileReading *
ensure_reading (StileCasework *casework, const char *case_id)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  if (casework->reading
      && (strcmp (casework->reading->case_id, case_id) != 0
          || g_date_compare (&casework->reading->day, &today) != 0))
    g_clear_pointer (&casework->reading, stile_reading_free);
  if (!casework->reading)
    casework->reading = reading_new (case_id, &today);

  return casework->reading;
}

gboolean
stile_casework_record_read (StileCasework *casework, const char *case_id, const char *what,
                            GError **error)
{
  if (!stile_casework_check_unlocked (casework, error))
    return FALSE;
  if (what && g_hash_table_contains (ensure_reading (casework, case_id)->parts, what))
    return TRUE;
  if (!record (casework, case_id, STILE_KIND_READ, what, error))
    return FALSE;

  /* Asked for again: what finds the book locked forgets it. */
  g_hash_table_add (ensure_reading (casework, case_id)->parts, g_strdup (what));
  return TRUE;
}

gboolean
stile_casework_record_print (StileCasework *casework, const char *case_id, const char *what,
                             GError **error)
{
  return record (casework, case_id, STILE_KIND_PRINT, what, error);
}

gboolean
stile_casework_record_export (StileCasework *casework, const char *case_id, const char *what,
                              GError **error)
{
  if (g_strcmp0 (what, STILE_WHAT_BOOK) == 0
      && !stile_ledger_check_manager (casework->ledger, error))
    return FALSE;

  return record (casework, case_id, STILE_KIND_EXPORT, what, error);
}
