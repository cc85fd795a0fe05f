// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Small random forms, answered in every possible way: the checker must say exactly of those parts
 * that they cannot be reached that indeed none of the answers leads to. */

#include <math.h>
#include <string.h>

#include "reach.h"
#include "result.h"

#define N_QUESTIONS 4
/* Under sanitizers a form takes a second: then fewer are tried. */
#ifdef __SANITIZE_ADDRESS__
#define N_FORMS_QUICK 8
#else
#define N_FORMS_QUICK 60
#endif
#define N_FORMS (g_test_slow () ? 1000 : N_FORMS_QUICK)

/* ---- A form ---- */

static void
add_condition (GString *xml, guint n_questions, guint depth)
{
  static const char *const comparisons[] = { "=", "!=", ">=", "&lt;" };
  guint question = (guint) g_test_rand_int_range (0, (gint32) n_questions);
  int kind = g_test_rand_int_range (0, depth > 0 ? 9 : 6);

  if (kind <= 1)
    g_string_append_printf (xml, "$q%u %s '%c'", question, comparisons[kind],
                            "abc"[g_test_rand_int_range (0, 3)]);
  else if (kind == 2)
    g_string_append_printf (xml, "points('q%u') %s %d", question,
                            comparisons[g_test_rand_int_range (0, 4)],
                            g_test_rand_int_range (-1, 4));
  else if (kind == 3)
    g_string_append_printf (xml, "%s('q%u')",
                            g_test_rand_bit () ? "answered" : g_test_rand_bit () ? "declined"
                                                                                 : "unknown",
                            question);
  else if (kind == 4)
    g_string_append_printf (xml, "coalesce($n, %d) %s %d", g_test_rand_int_range (0, 4),
                            comparisons[g_test_rand_int_range (0, 4)],
                            g_test_rand_int_range (0, 9));
  else if (kind == 5)
    g_string_append_printf (xml, "$n %s %d", comparisons[g_test_rand_int_range (0, 4)],
                            g_test_rand_int_range (0, 9));
  else if (kind == 6)
    {
      g_string_append (xml, "not(");
      add_condition (xml, n_questions, depth - 1);
      g_string_append_c (xml, ')');
    }
  else
    {
      g_string_append_c (xml, '(');
      add_condition (xml, n_questions, depth - 1);
      g_string_append (xml, kind == 7 ? ") and (" : ") or (");
      add_condition (xml, n_questions, depth - 1);
      g_string_append_c (xml, ')');
    }
}

static void
add_question (GString *xml, guint index)
{
  g_string_append_printf (xml, "<question id='q%u' type='select_one' domain='d'", index);
  if (index > 0 && g_test_rand_int_range (0, 3) > 0)
    {
      g_string_append (xml, " relevant=\"");
      add_condition (xml, index, 2);
      g_string_append (xml, "\"");
    }
  g_string_append (xml, "><label>L</label>");
  for (guint i = 0; i < 3; i++)
    g_string_append_printf (xml, "<choice id='%c' points='%d'><label>L</label></choice>", "abc"[i],
                            g_test_rand_int_range (-1, 4));
  g_string_append (xml, "</question>\n");
}

static void
add_outcomes (GString *xml)
{
  static const char *const results[] = { "score('d') > 5", "at-least('d', 'high')",
                                         "score('d') = 2 and $q0 = 'c'", "level('d') = 1" };

  g_string_append (xml, "<alert id='alarm' urgency='now' when=\"");
  add_condition (xml, N_QUESTIONS, 3);
  g_string_append_printf (xml, " and %s\"><label>L</label><action>A</action></alert>\n",
                          results[g_test_rand_int_range (0, 4)]);
  for (guint i = 0; i < 2; i++)
    {
      g_string_append_printf (xml, "<category id='c%u' when=\"", i);
      add_condition (xml, N_QUESTIONS, 2);
      g_string_append (xml, "\"><label>L</label><meaning>M</meaning></category>\n");
    }
  g_string_append (xml, "<category id='c2'><label>L</label><meaning>M</meaning></category></form>");
}

static char *
make_form (void)
{
  static const char *const scores[] = { "sum", "max", "mean" };
  static const char *const missings[] = { "range", "invalid", "prorate' missing-most='1" };
  GString *xml = g_string_new (
    "<form xmlns='urn:stile:form:1' id='f' version='1' xml:lang='en'><title>T</title>"
    "<purpose>P</purpose><source>S</source><levels><level id='none'><label>N</label></level>"
    "<level id='some'><label>S</label></level><level id='high'><label>H</label></level></levels>");

  g_string_append_printf (xml, "<domain id='d' score='%s' missing='%s'><label>L</label>"
                               "<band level='some' from='2'/><band level='high' from='%d'/>"
                               "</domain>"
                               "<section id='s'><label>L</label>"
                               "<question id='n' type='integer' constraint='. &lt; 7'>"
                               "<label>L</label></question>\n",
                          scores[g_test_rand_int_range (0, 3)],
                          missings[g_test_rand_int_range (0, 3)], g_test_rand_int_range (3, 9));
  for (guint i = 0; i < N_QUESTIONS; i++)
    add_question (xml, i);
  g_string_append (xml, "</section>\n<score domain='d' points='2' when=\"");
  add_condition (xml, N_QUESTIONS, 1);
  g_string_append (xml, "\"><label>L</label></score>\n");
  add_outcomes (xml);
  return g_string_free (xml, FALSE);
}

/* ---- All answers ---- */

typedef struct
{
  gboolean asked[N_QUESTIONS + 1][2]; /* by answers alone; by silence too */
  gboolean categories[3][2];
  gboolean alarm;
  double highest;
} Reached;

static void
note (Reached *reached, const StileInterview *interview, gboolean silent)
{
  g_autoptr (StileResult) result = stile_result_new_without_changes (interview);
  double score = g_array_index (result->domains, StileDomainResult, 0).score;

  for (guint i = 0; i <= N_QUESTIONS; i++)
    if (stile_interview_is_relevant (interview, i))
      {
        reached->asked[i][1] = TRUE;
        reached->asked[i][0] |= !silent;
      }
  reached->categories[result->category][1] = TRUE;
  reached->categories[result->category][0] |= !silent;
  reached->alarm |= result->alerts->len > 0;
  if (!isnan (score))
    reached->highest = MAX (reached->highest, score);
}

/* What is not relevant counts as empty, so declining there is not silence; but the same answers
 * without it are tried as well. */
static void
answer_all (StileInterview *interview, guint question, gboolean silent, Reached *reached)
{
  static const char *const numbers[] = { "", "-9", "-1", "0", "1", "2", "3", "4", "5", "6", NULL };
  static const char *const choices[] = { "", "a", "b", "c", NULL };
  const StileForm *form = stile_interview_get_form (interview);

  if (question > N_QUESTIONS)
    {
      note (reached, interview, silent);
      return;
    }
  for (const char *const *text = question == 0 ? numbers : choices; *text; text++)
    {
      g_autoptr (StileAnswer) answer
        = stile_answer_new (&form->questions[question], *text, NULL);

      stile_interview_set_answer (interview, question, answer);
      answer_all (interview, question + 1, silent, reached);
    }
  for (int state = STILE_ANSWER_DECLINED; question > 0 && state <= STILE_ANSWER_UNKNOWN; state++)
    {
      g_autoptr (StileAnswer) answer = stile_answer_new_state (state);

      stile_interview_set_answer (interview, question, answer);
      answer_all (interview, question + 1, TRUE, reached);
    }
}

/* ---- What the checker says ---- */

static const char *
find_tag (GPtrArray *faults, const char *kind, const char *id)
{
  g_autofree char *name = g_strdup_printf ("%s “%s”", kind, id);

  for (guint i = 0; i < faults->len; i++)
    {
      const StileFault *fault = g_ptr_array_index (faults, i);

      if (strstr (fault->sentence, name))
        return fault->tag;
    }
  return "";
}

static void
compare (const char *tag, const gboolean *reached, const char *never)
{
  /* A number in a coalesce() is known for a few values only, and then nothing may be said. */
  if (strcmp (tag, "undecided") == 0)
    return;
  g_assert_cmpstr (tag, ==, reached[0] ? "" : reached[1] ? "declined-only" : never);
}

static void
check_form (StileForm *form, const Reached *reached, guint *n_undecided, guint *n_never)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  const StileLevelBand *bands = form->domains[0].bands;
  gboolean alarm[2] = { reached->alarm, reached->alarm };
  gboolean out_of_reach = FALSE;

  stile_form_check_reach (form, faults);
  for (guint i = 0; i < form->n_questions; i++)
    compare (find_tag (faults, "question", form->questions[i].id), reached->asked[i],
             "never-asked");
  for (guint i = 0; i < form->n_categories; i++)
    compare (find_tag (faults, "category", form->categories[i].id), reached->categories[i],
             "never-reached");
  compare (find_tag (faults, "alert", "alarm"), alarm, "never-reached");
  for (guint i = 0; i < faults->len; i++)
    {
      const StileFault *fault = g_ptr_array_index (faults, i);

      *n_undecided += strcmp (fault->tag, "undecided") == 0;
      *n_never += g_str_has_prefix (fault->tag, "never");
      out_of_reach |= strcmp (fault->tag, "band-out-of-reach") == 0;
    }
  if (strcmp (find_tag (faults, "domain", "d"), "") == 0)
    g_assert_cmpint (out_of_reach, ==, bands[1].from > reached->highest + 1e-6);
}

static void
test_random (void)
{
  guint n_undecided = 0, n_never = 0, n_forms = (guint) N_FORMS;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 15, G_DATE_JUNE, 2026);
  for (guint i = 0; i < n_forms; i++)
    {
      g_autofree char *text = make_form ();
      g_autoptr (GBytes) xml = g_bytes_new (text, strlen (text));
      g_autoptr (GPtrArray) faults = stile_faults_new ();
      g_autoptr (StileForm) form = stile_form_parse (xml, faults);
      g_autoptr (StileInterview) interview = NULL;
      Reached reached = { .highest = -INFINITY };

      g_test_message ("%s", text);
      g_assert_nonnull (form);
      interview = stile_interview_new (form, &day);
      answer_all (interview, 0, FALSE, &reached);
      check_form (form, &reached, &n_undecided, &n_never);
    }
  g_test_message ("%u forms, %u never reached, %u undecided", n_forms, n_never, n_undecided);
  g_assert_cmpuint (n_never, >, n_forms / 4);
  g_assert_cmpuint (n_undecided, <=, n_never / 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reach-random/against-all-answers", test_random);
  return g_test_run ();
}
