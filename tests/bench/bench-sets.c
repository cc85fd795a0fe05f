// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Stored answers scored anew, as for a report over all people: from JSON text to the result, on one
 * core, counting its own time only. What the JSON parser alone needs for the same texts stands
 * beside it. */

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "random-answers.h"
#include "result.h"

#define N_SETS 100000
#define N_TEXTS 5000

static GPtrArray *
make_texts (StileInterview *interview)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  while (texts->len < N_TEXTS)
    {
      g_autoptr (JsonNode) answers = NULL;

      stile_random_fill (random, interview);
      answers = stile_interview_answers_to_json (interview, FALSE);
      g_ptr_array_add (texts, json_to_string (answers, FALSE));
    }

  return texts;
}

static void
score (StileInterview *interview, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answers = stile_answers_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  stile_interview_load_json (interview, answers, &error);
  g_assert_no_error (error);
  stile_result_free (stile_result_new_without_changes (interview));
}

static double
get_seconds (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static double
measure (StileInterview *interview, GPtrArray *texts, gboolean scoring)
{
  double started = get_seconds ();

  for (guint i = 0; i < N_SETS; i++)
    {
      const char *text = g_ptr_array_index (texts, i % texts->len);

      if (scoring)
        score (interview, text);
      else
        json_node_unref (json_from_string (text, NULL));
    }

  return get_seconds () - started;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDate) started = g_date_new_dmy (22, G_DATE_NOVEMBER, 2026);
  g_autofree char *path
    = g_build_filename (g_getenv ("STILE_FORMS"), "quick-needs", "form.xml", NULL);
  g_autoptr (StileForm) form = stile_form_load (path, &error);
  g_autoptr (StileInterview) interview = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  double ours, parser;

  g_assert_no_error (error);
  interview = stile_interview_new (form, started);
  texts = make_texts (interview);
  parser = measure (interview, texts, FALSE);
  ours = measure (interview, texts, TRUE);
  printf ("%u stored sets of answers to quick-needs: %.0f scored a second, %.2f times the time "
          "that json-glib needs to parse them\n",
          N_SETS, N_SETS / ours, ours / parser);
  return 0;
}
