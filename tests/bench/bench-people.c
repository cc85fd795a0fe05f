// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long the interviews of each form are, and where they lead: 10,000 people whom a seeded
 * generator makes up, and the longest and the shortest interview that a search finds. Nothing is
 * timed: minutes are reckoned from the number of questions. */

#include <stdio.h>

#include "form-library.h"
#include "result.h"
#include "simulated-people.h"

#define N_PEOPLE 10000
#define N_PEOPLE_OF_SEARCH 200
#define SEED 20261122
#define SECONDS_A_QUESTION 12

static void
begin_line (const StileForm *form)
{
  printf ("%s, %u made-up people: ", form->id, N_PEOPLE);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

static guint
get_part (const GArray *sorted, double share)
{
  return g_array_index (sorted, guint, (guint) (share * (sorted->len - 1)));
}

static guint
count_questions (const StileForm *form)
{
  guint questions = 0;

  for (guint i = 0; i < form->n_questions; i++)
    if (form->questions[i].type != STILE_QUESTION_NOTE)
      questions++;

  return questions;
}

static void
print_asked (const StileForm *form, GArray *asked)
{
  static const char *const names[]
    = { "at least", "in the middle", "or fewer for 95 %", "at most" };
  static const double parts[] = { 0, 0.5, 0.95, 1 };

  g_array_sort (asked, compare_counts);
  begin_line (form);
  printf ("of %u questions are asked: ", count_questions (form));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    printf ("%s%u %s", i > 0 ? ", " : "", get_part (asked, parts[i]), names[i]);
  printf ("\n");

  begin_line (form);
  printf ("minutes at %u s a question: ", SECONDS_A_QUESTION);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    printf ("%s%.1f %s", i > 0 ? ", " : "",
            get_part (asked, parts[i]) * SECONDS_A_QUESTION / 60.0, names[i]);
  printf ("\n");
}

static void
print_categories (const StileForm *form, const guint *categories)
{
  begin_line (form);
  for (guint i = 0; i < form->n_categories; i++)
    printf ("%s %.1f %%%s", form->categories[i].id, 100.0 * categories[i] / N_PEOPLE,
            i + 1 < form->n_categories ? ", " : "\n");
}

static guint
find_extreme (StileForm *form, gboolean most)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (StileInterview) interview
    = stile_simulate_extreme (random, form, N_PEOPLE_OF_SEARCH, most);

  return stile_simulate_count_asked (interview);
}

static void
simulate (StileForm *form)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *categories = g_new0 (guint, form->n_categories);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (StileInterview) interview = stile_simulate_interview (random, form);
      g_autoptr (StileResult) result = stile_result_new_without_changes (interview);
      guint count = stile_simulate_count_asked (interview);

      g_array_append_val (asked, count);
      categories[result->category]++;
    }
  print_asked (form, asked);
  print_categories (form, categories);

  begin_line (form);
  printf ("a search finds one with %u questions and one with %u\n", find_extreme (form, FALSE),
          find_extreme (form, TRUE));
  fflush (stdout);
}

int
main (void)
{
  g_autoptr (GPtrArray) forms = stile_form_library_load (stile_form_library_get_folder (), NULL);

  g_assert_cmpuint (forms->len, >, 0);
  for (guint i = 0; i < forms->len; i++)
    simulate (g_ptr_array_index (forms, i));

  return 0;
}
