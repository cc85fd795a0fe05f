// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Why the classes of test-properties.c end where they do: the smallest forms for which a property
 * does not hold. None of them is a fault: it is what these forms say. */

#include <string.h>

#include "properties.h"

#define QUESTION(id, more, no, yes) \
  "<question id='" id "' type='yes_no' points-no='" no "' points='" yes "' " more \
  "><label>L</label></question>"

typedef struct
{
  double score;
  double lowest;
  double highest;
} Range;

static const struct
{
  const char *name;
  const char *domain;
  const char *questions;
  const char *before; /* answers */
  Range at_first;
  const char *after;
  Range then;
} rows[] = {
  /* A condition on a particular answer: another of more points closes what it opened. */
  { "more-points-are-less", "",
    QUESTION ("q", "", "1", "2") QUESTION ("r", "relevant=\"$q = 'no'\"", "0", "5"),
    "{\"q\": \"no\", \"r\": \"yes\"}", { 6, 6, 6 }, "{\"q\": \"yes\"}", { 2, 2, 2 } },

  /* Silence opens a question: an answer closes it. */
  { "an-answer-takes-away", "",
    QUESTION ("q", "", "0", "1") QUESTION ("r", "relevant=\"not(answered('q'))\"", "0", "5"),
    "{\"r\": \"yes\"}", { 5, 0, 5 }, "{\"q\": \"yes\", \"r\": \"yes\"}", { 1, 1, 1 } },

  /* … and a question that silence opened is open again, if another opens it too. */
  { "an-answer-widens", "",
    QUESTION ("q", "", "0", "1") QUESTION ("p", "", "0", "0")
    QUESTION ("r", "relevant=\"not(answered('q')) or $p = 'yes'\"", "0", "5"),
    "{\"r\": \"no\"}", { 0, 0, 1 }, "{\"q\": \"yes\", \"r\": \"no\"}", { 1, 1, 6 } },

  /* … or not, so that declining leaves less. */
  { "declining-narrows", "",
    QUESTION ("q", "", "0", "1") QUESTION ("p", "", "0", "0")
    QUESTION ("r", "relevant=\"not(answered('q')) or $p = 'yes'\"", "0", "5"),
    "{\"q\": \"yes\", \"r\": \"no\"}", { 1, 1, 6 },
    "{\"q\": {\"declined\": true}, \"r\": \"no\"}", { 0, 0, 1 } },

  /* A mean of those answered so far lies above that of all; one more may lower it. */
  { "mean-above-all", "score='mean'",
    QUESTION ("q", "", "0", "1") QUESTION ("r", "", "0", "10"), "{}", { 0, 0, 5.5 },
    "{\"r\": \"yes\"}", { 10, 5, 10 } },
  { "mean-falls", "score='mean'",
    QUESTION ("q", "", "0", "1") QUESTION ("r", "", "0", "10"), "{\"r\": \"yes\"}",
    { 10, 5, 10 }, "{\"q\": \"yes\", \"r\": \"yes\"}", { 5.5, 5.5, 5.5 } },

  /* What is still open can only take away: the score so far is above all that it can come to. */
  { "points-below-0", "", QUESTION ("q", "", "-1", "-3") QUESTION ("r", "", "2", "4"), "{}",
    { 0, -1, 3 }, "{\"r\": \"yes\"}", { 4, 1, 4 } },

  /* Whatever is answered gives more than silence does. */
  { "silence-below-all", "", QUESTION ("q", "", "1", "2"), "{}", { 0, 0, 2 },
    "{\"q\": \"no\"}", { 1, 1, 1 } },
};

static StileForm *
new_form (guint row)
{
  g_autofree char *text = g_strconcat (
    "<form xmlns='urn:stile:form:1' id='small' version='1' xml:lang='en'><title>T</title>"
    "<purpose>P</purpose><source>S</source>"
    "<levels><level id='none'><label>L</label></level><level id='some'><label>L</label></level>"
    "</levels><domain id='d' ", rows[row].domain, "><label>L</label>"
    "<band level='some' from='5'/></domain><section id='s' domain='d'><label>L</label>",
    rows[row].questions, "</section><category id='last'><label>L</label><meaning>M</meaning>"
    "</category></form>", NULL);
  g_autoptr (GBytes) xml = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  StileForm *form = stile_form_parse (xml, faults);

  g_assert_nonnull (form);
  return form;
}

static void
assert_range (StileForm *form, const char *answers, const Range *wanted)
{
  g_autoptr (GDate) started = g_date_new_dmy (22, G_DATE_NOVEMBER, 2026);
  g_autoptr (StileInterview) interview = stile_interview_new (form, started);
  g_autoptr (JsonNode) node = json_from_string (answers, NULL);
  g_autoptr (StileResult) result = NULL;
  const StileDomainResult *domain;

  g_assert_true (stile_interview_load_json (interview, node, NULL));
  result = stile_result_new (interview);
  domain = stile_property_get_domain (result, 0);
  g_assert_cmpfloat (domain->score, ==, wanted->score);
  g_assert_cmpfloat (domain->lowest, ==, wanted->lowest);
  g_assert_cmpfloat (domain->highest, ==, wanted->highest);
}

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (StileForm) form = new_form (row);

  assert_range (form, rows[row].before, &rows[row].at_first);
  assert_range (form, rows[row].after, &rows[row].then);
}

static void
test_new (void)
{
  g_autoptr (StileForm) form = new_form (0);

  g_assert_cmpuint (form->n_domains, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/counterexamples/new", test_new);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("/counterexamples/%s", rows[i].name);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_row);
    }

  return g_test_run ();
}
