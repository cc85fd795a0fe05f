// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "broken-form.h"

#include <string.h>

char *
broken_form_read_good (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "form", "forms", "good.xml", NULL);
  char *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

char *
broken_form_replace_once (const char *text, const char *what, const char *with)
{
  const char *place = strstr (text, what);

  g_assert_nonnull (place);
  g_assert_null (strstr (place + 1, what));
  return g_strdup_printf ("%.*s%s%s", (int) (place - text), text, with, place + strlen (what));
}

char *
broken_form_describe_faults (const char *text)
{
  g_autoptr (GBytes) xml = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (StileForm) form = stile_form_parse (xml, faults);
  GString *description = g_string_new (NULL);

  g_assert_true ((form == NULL) == (stile_faults_count_errors (faults) > 0));
  for (guint i = 0; i < faults->len; i++)
    {
      const StileFault *fault = g_ptr_array_index (faults, i);

      g_string_append_printf (description, "%s%u:%u %s%s: %s", i > 0 ? "\n" : "", fault->line,
                              fault->column, fault->tag,
                              fault->severity == STILE_SEVERITY_WARNING ? " (warning)" : "",
                              fault->sentence);
    }
  return g_string_free (description, FALSE);
}

void
broken_form_check_rows (const BrokenFormRow *rows, gsize n_rows)
{
  g_autofree char *good = broken_form_read_good ();

  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *text = broken_form_replace_once (good, rows[i].what, rows[i].with);
      g_autofree char *faults = broken_form_describe_faults (text);

      g_test_message ("%s", rows[i].with);
      g_assert_cmpstr (faults, ==, rows[i].fault);
    }
}
