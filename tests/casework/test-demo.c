// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The demo book: every state is there, and all of it went through the verbs. */

#include "audit.h"
#include "demo.h"
#include "fixture.h"
#include "form-library.h"

static StileForm *
load_quick_needs (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
      g_build_filename (stile_form_library_get_folder (), "quick-needs", "form.xml", NULL);
  StileForm *form = stile_form_load (path, &error);

  g_assert_no_error (error);
  return form;
}

static void
fill (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  stile_form_unref (fixture->form);
  fixture->form = load_quick_needs ();
  stile_demo_fill (fixture->casework, fixture->form, stile_form_library_get_folder (), NULL,
                   &error);
  g_assert_no_error (error);
}

static GPtrArray *
load_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
      stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, NULL, &error);
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_case_free);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const StilePersonRow *row = g_ptr_array_index (rows, i);
      g_ptr_array_add (files, fixture_load (fixture, row->case_id));
    }
  return files;
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  fill (fixture);
  rows = stile_casework_list_people (fixture->casework, STILE_PEOPLE_ALL, NULL, NULL);

  g_assert_cmpuint (rows->len, >=, 30);
}

static void
count (GHashTable *counts, const char *what)
{
  g_hash_table_insert (
      counts, g_strdup (what),
      GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, what)) + 1));
}

static void
count_states (GHashTable *counts, const StileCase *person_file)
{
  const StileAssessment *assessment = NULL;

  if (!person_file->consent)
    count (counts, "no consent");
  if (!person_file->person->name)
    count (counts, "no name");
  if (person_file->assessments->len > 0)
    assessment = g_ptr_array_index (person_file->assessments, 0);
  if (assessment && !assessment->finished_at)
    count (counts, "in progress");
  else if (assessment && !assessment->decided)
    count (counts, "to decide");
  else if (assessment && g_strcmp0 (assessment->decided, assessment->proposed) == 0)
    count (counts, "confirmed");
  else if (assessment && assessment->reason)
    count (counts, "overridden with a reason");

  for (guint i = 0; i < person_file->referrals->len; i++)
    count (counts, ((StileReferral *) g_ptr_array_index (person_file->referrals, i))->status);
  for (guint i = 0; i < person_file->events->len; i++)
    count (counts, ((StileEvent *) g_ptr_array_index (person_file->events, i))->kind);
}

static void
test_every_state (Fixture *fixture, gconstpointer data)
{
  static const char *const states[] = {
    "no consent", "no name",  "in progress",  "to decide", "confirmed", "overridden with a reason",
    "draft",      "sent",     "no-reply",     "accepted",  "declined",  "started",
    "finished",   "withdrawn", "note",        "contact",   "agreement",
  };
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) files = NULL;

  fill (fixture);
  files = load_all (fixture);
  for (guint i = 0; i < files->len; i++)
    count_states (counts, g_ptr_array_index (files, i));

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_test_message ("%s", states[i]);
      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, states[i])), >, 0);
    }
}

static void
test_results_can_be_computed_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL;
  guint finished = 0;

  fill (fixture);
  files = load_all (fixture);
  for (guint i = 0; i < files->len; i++)
    {
      const StileCase *person_file = g_ptr_array_index (files, i);

      for (guint j = 0; j < person_file->assessments->len; j++)
        {
          const StileAssessment *assessment = g_ptr_array_index (person_file->assessments, j);
          g_autoptr (StileInterview) interview = stile_assessment_new_interview (assessment, NULL);
          g_autoptr (StileResult) result = stile_result_new (interview);
          g_autofree char *json = stile_result_to_json (result);

          if (!assessment->finished_at)
            continue;
          g_assert_cmpstr (assessment->result_json, ==, json);
          finished++;
        }
    }

  g_assert_cmpuint (finished, >=, 20);
}

static void
test_interviews_stand_at_different_depths (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) depths = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) files = NULL;

  fill (fixture);
  files = load_all (fixture);
  for (guint i = 0; i < files->len; i++)
    {
      const StileCase *person_file = g_ptr_array_index (files, i);
      const StileAssessment *assessment;

      if (person_file->assessments->len == 0)
        continue;
      assessment = g_ptr_array_index (person_file->assessments, 0);
      if (!assessment->finished_at)
        g_hash_table_add (depths, GUINT_TO_POINTER (g_hash_table_size (assessment->answers)));
    }

  g_assert_cmpuint (g_hash_table_size (depths), >=, 4);
}

static char *
describe (Fixture *fixture)
{
  g_autoptr (GPtrArray) files = load_all (fixture);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    {
      const StileCase *person_file = g_ptr_array_index (files, i);

      g_string_append_printf (text, "%s:", stile_person_get_title (person_file->person));
      for (guint j = 0; j < person_file->events->len; j++)
        g_string_append_printf (text, " %s,",
                                ((StileEvent *) g_ptr_array_index (person_file->events, j))->title);
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_same_every_time (Fixture *fixture, gconstpointer data)
{
  Fixture other = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  fill (fixture);
  fixture_set_up (&other, NULL);
  fill (&other);
  first = describe (fixture);
  second = describe (&other);
  fixture_tear_down (&other, NULL);

  g_assert_cmpstr (first, ==, second);
}

static void
test_form_without_examples (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      stile_demo_fill (fixture->casework, fixture->form, fixture->folder, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* What a manager looks at has something in it, too. */
static void
test_traces_and_settings (Fixture *fixture, gconstpointer data)
{
  static const char *const kinds[] = { "read", "print", "setting" };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      StileAuditFilter filter = { .kind = kinds[i] };
      g_autoptr (GPtrArray) lines
          = stile_casework_list_audit (fixture->casework, &filter, NULL);
      g_assert_cmpuint (lines->len, >, 0);
    }
  for (guint i = 0; i < fixture->form->n_alerts; i++)
    {
      g_autofree char *name
          = g_strdup_printf ("alert.quick-needs.%s", fixture->form->alerts[i].id);
      g_assert_nonnull (stile_casework_get_setting (fixture->casework, name));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/demo/new", test_new);
  fixture_add ("/demo/every-state", test_every_state);
  fixture_add ("/demo/results-can-be-computed-again", test_results_can_be_computed_again);
  fixture_add ("/demo/different-depths", test_interviews_stand_at_different_depths);
  fixture_add ("/demo/same-every-time", test_same_every_time);
  fixture_add ("/demo/traces-and-settings", test_traces_and_settings);
  fixture_add ("/demo/form-without-examples", test_form_without_examples);
  return g_test_run ();
}
