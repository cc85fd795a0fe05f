// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Erasing a person, and what that cannot reach. */

#include "advisers.h"
#include "audit.h"
#include "casework-private.h"
#include "rights.h"
#include "words.h"

char *
stile_day_dup_words (const char *at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = time ? g_date_time_to_local (time) : NULL;

  return local ? stile_words_dup_date_of (local) : g_strdup (at);
}

/* "Printed: the plan (3 March 2026, Ada)", oldest first; NULL where there is none. */
static char *
join_lines (GPtrArray *lines)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = lines->len; i > 0; i--)
    {
      const StileAuditLine *line = g_ptr_array_index (lines, i - 1);
      g_autofree char *day = stile_day_dup_words (line->at);
      /* Translators: “Printed: the plan (3 March 2026, Ada Hill)”: what was done, a day, an
       * adviser. */
      g_autofree char *item = g_strdup_printf (_("%s (%s, %s)"), line->title, day, line->adviser);

      g_strv_builder_add (items, item);
    }

  list = g_strv_builder_end (items);
  return *list ? g_strjoinv ("; ", list) : NULL;
}

/* Those that were written after the entry @seq, newest first: clocks jump, the order does not. */
static GPtrArray *
list_lines_since (StileCasework *casework, const StileAuditFilter *filter, gint64 seq,
                  GError **error)
{
  GPtrArray *lines = stile_casework_list_audit (casework, filter, error);
  guint n_since = 0;

  if (!lines)
    return NULL;
  while (n_since < lines->len
         && ((const StileAuditLine *) g_ptr_array_index (lines, n_since))->seq > seq)
    n_since++;
  if (n_since < lines->len)
    g_ptr_array_remove_range (lines, n_since, lines->len - n_since);
  return lines;
}

static gboolean
add_lines (StileCasework *casework, GStrvBuilder *leftovers, const StileAuditFilter *filter,
           gint64 since, const char *sentence, GError **error)
{
  g_autoptr (GPtrArray) lines = list_lines_since (casework, filter, since, error);
  g_autofree char *list = NULL;
  g_autofree char *both = NULL;

  if (!lines)
    return FALSE;
  list = join_lines (lines);
  if (!list)
    return TRUE;

  both = g_strdup_printf ("%s: %s", sentence, list);
  g_strv_builder_add (leftovers, both);
  return TRUE;
}

/* Backups are made daily: how many and from when to when says enough. */
static gboolean
add_backups (StileCasework *casework, GStrvBuilder *leftovers, gint64 since, GError **error)
{
  StileAuditFilter filter = { .kind = STILE_KIND_BACKUP };
  g_autoptr (GPtrArray) lines = list_lines_since (casework, &filter, since, error);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *sentence = NULL;

  if (!lines)
    return FALSE;
  if (lines->len == 0)
    return TRUE;

  last = stile_day_dup_words (((StileAuditLine *) g_ptr_array_index (lines, 0))->at);
  first = stile_day_dup_words (((StileAuditLine *) g_ptr_array_index (lines, lines->len - 1))->at);
  sentence = g_strdup_printf (
      /* Translators: the number of backups, the days of the first and of the last. */
      ngettext ("Make a new backup and delete the old one: %u backup (%s to %s) was made while the "
                "record was in the book, and can still show it.",
                "Make a new backup and delete the old ones: %u backups (%s to %s) were made while "
                "the record was in the book, and can still show it.",
                lines->len),
      lines->len, first, last);
  g_strv_builder_add (leftovers, sentence);
  return TRUE;
}

/* Nothing older than their first entry can hold them. */
static gboolean
read_first (StileCasework *casework, const char *case_id, gint64 *seq, GError **error)
{
  g_autoptr (GPtrArray) entries = stile_ledger_read_case (casework->ledger, case_id, error);

  if (!entries)
    return FALSE;
  *seq = ((const StileEntry *) g_ptr_array_index (entries, 0))->seq;
  return TRUE;
}

char **
stile_casework_list_leftovers (StileCasework *casework, const char *case_id, GError **error)
{
  StileAuditFilter prints = { .kind = STILE_KIND_PRINT, .case_id = case_id };
  StileAuditFilter exports = { .kind = STILE_KIND_EXPORT, .case_id = case_id };
  StileAuditFilter whole = { .kind = STILE_KIND_EXPORT, .case_id = STILE_LEDGER_BOOK };
  gint64 first;
  g_autoptr (GStrvBuilder) leftovers = g_strv_builder_new ();

  if (!stile_casework_require_title (casework, case_id, error)
      || !read_first (casework, case_id, &first, error)
      || !add_backups (casework, leftovers, first, error)
      || !add_lines (casework, leftovers, &prints, first,
                     /* Translators: a colon and a list of papers follow, as do files after the
                      * next two. */
                     _("Shred the papers that are still here"), error)
      || !add_lines (casework, leftovers, &exports, first,
                     _("Delete these files of the person"), error)
      || !add_lines (casework, leftovers, &whole, first,
                     _("Delete these files, or take the person out of them"), error))
    return NULL;

  g_strv_builder_add (leftovers, _("Delete copies of the record book that were made outside this "
                                   "program, such as on a memory stick."));
  g_strv_builder_add (leftovers, _("Look through what was written about other people: a note that "
                                   "names this person stays with them."));
  return g_strv_builder_end (leftovers);
}

/* The lists learn of it as they learn of anything that was written; what can't is made anew. */
static void
forget_erased (StileCasework *casework)
{
  g_clear_pointer (&casework->open_case_id, g_free);
  g_clear_pointer (&casework->open, stile_assessment_free);
  if (!stile_casework_refresh_people (casework, NULL)
      || (casework->parked && !stile_casework_refresh_parked (casework, NULL)))
    stile_casework_forget (casework);
}

char **
stile_casework_erase_person (StileCasework *casework, const char *case_id, GError **error)
{
  g_auto (GStrv) leftovers = NULL;

  if (!stile_ledger_check_manager (casework->ledger, error))
    return NULL;
  leftovers = stile_casework_list_leftovers (casework, case_id, error);
  if (!leftovers || !stile_ledger_erase_case (casework->ledger, case_id, error))
    return NULL;

  forget_erased (casework);
  return g_steal_pointer (&leftovers);
}
