// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form-diff-private.h"

/* ---- Single values ---- */

void
stile_diff_say (StileFormDiff *diff, const char *name, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (diff->lines, g_strdup_printf ("%s: %s", name, words));
}

/* NULL is a value that is not there. @quotes stand around a value. */
static void
compare_strings (StileFormDiff *diff, const char *name, const char *what, const char *before,
                 const char *after, const char *quotes[2])
{
  if (g_strcmp0 (before, after) == 0)
    return;
  if (!before)
    stile_diff_say (diff, name, "%s added: %s%s%s", what, quotes[0], after, quotes[1]);
  else if (!after)
    stile_diff_say (diff, name, "%s removed: it was %s%s%s", what, quotes[0], before, quotes[1]);
  else
    stile_diff_say (diff, name, "%s changed from %s%s%s to %s%s%s", what, quotes[0], before,
                    quotes[1], quotes[0], after, quotes[1]);
}

void
stile_diff_words (StileFormDiff *diff, const char *name, const char *what, const char *before,
                  const char *after)
{
  static const char *quotes[2] = { "", "" };

  compare_strings (diff, name, what, before, after, quotes);
}

static const char *
get_translation (const StileText *text, const char *language)
{
  gboolean is_translated;
  const char *translation = stile_text_get (text, language, &is_translated);

  return is_translated ? translation : NULL;
}

void
stile_diff_texts (StileFormDiff *diff, const char *name, const char *what, const StileText *before,
                  const StileText *after)
{
  static const char *quotes[2] = { "“", "”" };

  compare_strings (diff, name, what, stile_text_get (before, NULL, NULL),
                   stile_text_get (after, NULL, NULL), quotes);
  for (guint i = 0; diff->languages[i]; i++)
    {
      g_autofree char *which = g_strdup_printf ("%s in %s", what, diff->languages[i]);

      compare_strings (diff, name, which, get_translation (before, diff->languages[i]),
                       get_translation (after, diff->languages[i]), quotes);
    }
}

void
stile_diff_expressions (StileFormDiff *diff, const char *name, const char *what,
                        const StileExpression *before, const StileExpression *after)
{
  stile_diff_words (diff, name, what, before ? stile_expression_get_source (before) : NULL,
                    after ? stile_expression_get_source (after) : NULL);
}

void
stile_diff_numbers (StileFormDiff *diff, const char *name, const char *what, double before,
                    double after)
{
  g_autofree char *from = stile_number_to_string (before);
  g_autofree char *to = stile_number_to_string (after);

  stile_diff_words (diff, name, what, from, to);
}

void
stile_diff_flags (StileFormDiff *diff, const char *name, const char *what, gboolean before,
                  gboolean after)
{
  if (!before != !after)
    stile_diff_say (diff, name, after ? "now %s" : "no longer %s", what);
}

/* ---- Lists ---- */

static char *
name_within (const char *whole, const char *kind, const char *id)
{
  return *whole ? g_strdup_printf ("%s, %s %s", whole, kind, id)
                : g_strdup_printf ("%s %s", kind, id);
}

/* The parts of @whole, "" for the form itself, that are called @kind. */
void
stile_diff_lists (StileFormDiff *diff, const char *whole, const char *kind, StileIdList before,
                  StileIdList after, StileCompareParts compare)
{
  g_autoptr (GArray) changes = stile_list_diff (before, after);

  for (guint i = 0; i < changes->len; i++)
    {
      const StileListChange *change = &g_array_index (changes, StileListChange, i);
      g_autofree char *name = name_within (whole, kind, change->id);

      if (!change->after)
        stile_diff_say (diff, name, "removed");
      else if (!change->before)
        stile_diff_say (diff, name, "added%s%s", change->behind ? " after " : " as the first",
                        change->behind ? change->behind : "");
      else
        compare (diff, name, change->before, change->after);
      if (change->moved)
        stile_diff_say (diff, name, "moved, now %s%s", change->behind ? "after " : "the first",
                        change->behind ? change->behind : "");
    }
}
