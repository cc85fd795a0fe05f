// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Prints the answers to a form with which the most questions are asked, and the fewest, that a
 * search finds: extreme-interviews FORM.xml */

#include <stdio.h>

#include "simulated-people.h"

#define N_PEOPLE 50
#define SEED 20261122

static JsonNode *
find_answers (StileForm *form, gboolean most)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (StileInterview) interview = stile_simulate_extreme (random, form, N_PEOPLE, most);

  return stile_interview_answers_to_json (interview, TRUE);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileForm) form = argc == 2 ? stile_form_load (argv[1], &error) : NULL;
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  if (!form)
    {
      fprintf (stderr, "%s\n", error ? error->message : "Name one form.");
      return 1;
    }

  json_object_set_member (object, "most", find_answers (form, TRUE));
  json_object_set_member (object, "fewest", find_answers (form, FALSE));
  json_node_set_object (root, object);
  text = json_to_string (root, FALSE);
  printf ("%s\n", text);

  return 0;
}
