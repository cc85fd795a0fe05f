// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The most memory that a form, an interview and its result take, against libxml2's tree of the same
 * file with its conditions compiled. Each in a process of its own; what an empty one takes is taken
 * off. */

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "big-form.h"
#include "result.h"
#include "xpath-baseline.h"

typedef void (*Load) (GBytes *xml);

static void
load_nothing (GBytes *xml)
{
}

static void
load_form (GBytes *xml)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (GDate) started = g_date_new_dmy (22, G_DATE_NOVEMBER, 2026);
  g_autoptr (StileForm) form = stile_form_parse (xml, faults);
  g_autoptr (StileInterview) interview = stile_interview_new (form, started);

  for (guint i = 0; i < form->n_questions; i++)
    {
      g_autoptr (StileAnswer) answer = stile_answer_new (&form->questions[i], "often", NULL);

      stile_interview_set_answer (interview, i, answer);
    }
  stile_result_free (stile_result_new (interview));
}

/* In KiB. The file's bytes are made in the child, and so count for all of them. */
static double
measure (Load load, guint n_questions)
{
  struct rusage usage;
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      g_autoptr (GBytes) xml = stile_big_form_new (n_questions);

      load (xml);
      _exit (0);
    }
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_cmpint (status, ==, 0);

  return (double) usage.ru_maxrss;
}

int
main (void)
{
  for (guint n = 100; n <= 10000; n *= 10)
    {
      double nothing = measure (load_nothing, n);
      double ours = measure (load_form, n) - nothing;
      double tree = measure (stile_xpath_baseline_load, n) - nothing;

      printf ("peak memory of a form of %u questions, answered and scored: %.0f KiB, %.2f times "
              "libxml2's tree and compiled conditions (%.0f KiB)\n",
              n, ours, ours / MAX (1, tree), tree);
    }

  return 0;
}
