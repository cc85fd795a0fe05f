// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Says how hard each question of forms is to read: reading-ages FORM.xml...
 *
 * A table on standard output, the hardest question of each form first; on standard error, what is
 * too hard, which makes the exit code 1. */

#include <locale.h>
#include <stdio.h>

#include "reading-age.h"

#define LINE_CHARS 92

typedef struct
{
  const StileQuestion *question;
  double grade;
} Entry;

static int
compare_hardest_first (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;

  if (left->grade != right->grade)
    return left->grade < right->grade ? 1 : -1;

  return left->question->index < right->question->index ? -1 : 1;
}

static GArray *
list_grades (const StileForm *form)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < form->n_questions; i++)
    {
      Entry entry = { &form->questions[i], stile_reading_grade_of_question (&form->questions[i]) };

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_hardest_first);

  return entries;
}

static guint
get_widest_id (const StileForm *form)
{
  gsize widest = 0;

  for (guint i = 0; i < form->n_questions; i++)
    widest = MAX (widest, strlen (form->questions[i].id));

  return (guint) widest;
}

static void
print_table (const StileForm *form, const GArray *entries)
{
  guint width = get_widest_id (form);
  guint columns = MAX (LINE_CHARS / (width + 7), 1);
  const Entry *middle = &g_array_index (entries, Entry, entries->len / 2);

  printf ("%s: %u questions, grade %.1f in the middle\n", form->id, entries->len, middle->grade);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      gboolean is_last = i + 1 == entries->len || (i + 1) % columns == 0;

      printf (" %5.1f %-*s%s", entry->grade, is_last ? 0 : (int) width, entry->question->id,
              is_last ? "\n" : "");
    }
}

static gboolean
complain (const char *path, const GArray *entries)
{
  gboolean is_hard = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (entry->grade <= STILE_READING_MOST_GRADE)
        break;
      is_hard = TRUE;
      fprintf (stderr,
               "%s:%u: error: “%s” takes %.1f years of school to read, more than %.1f. Use "
               "shorter words or shorter sentences.\n",
               path, entry->question->line, entry->question->id, entry->grade,
               STILE_READING_MOST_GRADE);
    }

  return is_hard;
}

static gboolean
show_form (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileForm) form = stile_form_load (path, &error);
  g_autoptr (GArray) entries = NULL;

  if (!form)
    {
      fprintf (stderr, "%s\n", error->message);
      return FALSE;
    }
  if (!g_str_has_prefix (form->language, "en"))
    {
      printf ("%s: not measured, because the measure is made for English\n", form->id);
      return TRUE;
    }

  entries = list_grades (form);
  print_table (form, entries);
  return !complain (path, entries);
}

int
main (int argc, char **argv)
{
  int exit_code = 0;

  setlocale (LC_CTYPE, "C.UTF-8");
  for (int i = 1; i < argc; i++)
    if (!show_form (argv[i]))
      exit_code = 1;

  return exit_code;
}
