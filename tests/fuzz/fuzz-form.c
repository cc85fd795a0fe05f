// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Any bytes as a form: faults that people can read, or a form that can be answered and scored. */

#include "fuzz.h"
#include "random-answers.h"
#include "result.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autoptr (GBytes) xml = g_bytes_new (data, length);
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (StileForm) form = stile_form_parse (xml, faults);
  g_autoptr (GRand) random = g_rand_new_with_seed (length & G_MAXUINT32);

  g_assert_true ((form == NULL) == (stile_faults_count_errors (faults) > 0));
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = stile_fault_to_string (g_ptr_array_index (faults, i), "form.xml");

      g_assert_true (g_utf8_validate (line, -1, NULL));
    }

  if (form)
    {
      g_autoptr (GDate) started = g_date_new_dmy (22, G_DATE_NOVEMBER, 2026);
      g_autoptr (StileInterview) interview = stile_interview_new (form, started);
      g_autoptr (StileResult) result = NULL;
      g_autofree char *json = NULL;

      stile_random_fill (random, interview);
      result = stile_result_new (interview);
      json = stile_result_to_json (result);
      g_assert_true (g_utf8_validate (json, -1, NULL));
    }

  return 0;
}
