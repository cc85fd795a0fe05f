// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What an example's "expect" is compared with, and how a difference is told. */

#include "expectation.h"

typedef struct
{
  const char *name;
  const char *expect;
  const char *result;
  const char *differences; /* one a line; "" where it holds */
} Case;

static const Case cases[] = {
  { "equal", "{\"asked\": 5}", "{\"asked\": 5, \"answered\": 4}", "" },
  { "number", "{\"asked\": 5}", "{\"asked\": 6}", "asked: expected 5, got 6\n" },
  { "whole-and-decimal", "{\"score\": 5}", "{\"score\": 5.0}", "" },
  { "number-as-text", "{\"asked\": \"5\"}", "{\"asked\": 5}", "asked: expected \"5\", got 5\n" },
  { "true", "{\"complete\": true}", "{\"complete\": false}",
    "complete: expected true, got false\n" },
  { "null", "{\"score\": null}", "{\"score\": null}", "" },
  { "null-and-number", "{\"score\": null}", "{\"score\": 0}", "score: expected null, got 0\n" },
  { "missing", "{\"scores\": 1}", "{\"score\": 1}",
    "scores: expected 1, but the result has no such part\n" },
  { "within", "{\"category\": {\"id\": \"a\"}}", "{\"category\": {\"id\": \"b\", \"x\": 1}}",
    "category.id: expected \"a\", got \"b\"\n" },
  { "object-and-text", "{\"category\": {\"id\": \"a\"}}", "{\"category\": \"a\"}",
    "category: expected {\"id\":\"a\"}, got \"a\"\n" },
  { "list", "{\"findings\": [\"a\", \"b\"]}", "{\"findings\": [\"a\", \"b\"]}", "" },
  { "list-order", "{\"findings\": [\"a\", \"b\"]}", "{\"findings\": [\"b\", \"a\"]}",
    "findings[0]: expected \"a\", got \"b\"\nfindings[1]: expected \"b\", got \"a\"\n" },
  { "list-too-short", "{\"findings\": []}", "{\"findings\": [\"a\"]}",
    "findings: expected [], got [\"a\"]\n" },
  { "objects-in-a-list", "{\"alerts\": [{\"id\": \"a\"}]}",
    "{\"alerts\": [{\"id\": \"a\", \"urgency\": \"now\"}]}", "" },
  { "some-domains", "{\"domains\": [{\"id\": \"b\", \"score\": 2}]}",
    "{\"domains\": [{\"id\": \"a\", \"score\": 1}, {\"id\": \"b\", \"score\": 2}]}", "" },
  { "domain-score", "{\"domains\": [{\"id\": \"b\", \"score\": 3}]}",
    "{\"domains\": [{\"id\": \"a\", \"score\": 3}, {\"id\": \"b\", \"score\": 2}]}",
    "domains[b].score: expected 3, got 2\n" },
  { "no-such-domain", "{\"domains\": [{\"id\": \"c\"}]}", "{\"domains\": [{\"id\": \"a\"}]}",
    "domains[c]: expected {\"id\":\"c\"}, but the result has no such part\n" },
  { "domain-without-id", "{\"domains\": [{\"score\": 1}, 7]}", "{\"domains\": [{\"id\": \"a\"}]}",
    "domains[?]: expected {\"score\":1}, but the result has no such part\n"
    "domains[?]: expected 7, but the result has no such part\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (JsonNode) expect = json_from_string (one->expect, NULL);
  g_autoptr (JsonNode) result = json_from_string (one->result, NULL);
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  stile_expectation_compare (expect, result, differences);
  for (guint i = 0; i < differences->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (differences, i));

  g_assert_cmpstr (text->str, ==, one->differences);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/expectation/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
