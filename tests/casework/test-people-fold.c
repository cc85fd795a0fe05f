// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The list of people is folded by SQL from what is new. Whatever happened, in whatever order, it
 * must say of everybody what their whole file says, which is folded entry by entry. */

#include "town.h"

#define SEED 20261122
#define N_DAYS 20
#define STEPS_A_DAY 60

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stile_casework_refresh_people (fixture->casework, &error));
  g_assert_no_error (error);
}

/* Once as it is brought up to date, and once as it is after unlocking the book. */
static void
test_same_as_the_whole_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Town) town = town_new (fixture, SEED);

  for (guint day = 0; day < N_DAYS; day++)
    {
      for (guint i = 0; i < STEPS_A_DAY; i++)
        {
          town_live (town);
          if (i % 8 == 0)
            town_assert_list_is_right (town);
        }
      stile_casework_forget (fixture->casework);
      town_assert_list_is_right (town);
    }

  g_assert_cmpuint (town->n_done, >, N_DAYS * STEPS_A_DAY / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/people-fold/new", test_new);
  fixture_add ("/people-fold/same-as-the-whole-file", test_same_as_the_whole_file);
  return g_test_run ();
}
