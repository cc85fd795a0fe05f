// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "random-conditions.h"

#define roll stile_writer_roll
#define add stile_writer_add

static int
roll_points (StileFormWriter *writer)
{
  int points = (int) roll (writer, 5);

  return writer->traits & STILE_RANDOM_NEGATIVE && roll (writer, 3) == 0 ? -points : points;
}

static void
add_condition (StileFormWriter *writer, const char *attribute)
{
  add (writer, " %s=\"", attribute);
  stile_writer_add_condition (writer);
  add (writer, "\"");
}

static void
add_outcome (StileFormWriter *writer)
{
  add (writer, " when=\"");
  stile_writer_add_outcome (writer);
  add (writer, "\"");
}

/* ---- Questions ---- */

static void
add_choices (StileFormWriter *writer, guint n, gboolean several)
{
  for (guint i = 0; i < n; i++)
    {
      int points = i == (several ? 0 : n / 2) ? 0 : roll_points (writer);

      add (writer, "<choice id=\"c%u\" points=\"%d\"%s><label>C</label></choice>", i, points,
           several && i == n - 1 && roll (writer, 2) ? " exclusive=\"yes\"" : "");
    }
}

static void
add_bands (StileFormWriter *writer)
{
  guint from = 0;

  for (guint i = 0; i < 3; i++)
    {
      add (writer, "<band from=\"%u\" points=\"%d\"/>", from, roll_points (writer));
      from += 1 + roll (writer, 20);
    }
}

static StileQuestionType
roll_type (StileFormWriter *writer)
{
  static const StileQuestionType choosing[]
    = { STILE_QUESTION_SELECT_ONE, STILE_QUESTION_SELECT_ONE, STILE_QUESTION_YES_NO,
        STILE_QUESTION_SELECT_MULTIPLE };

  /* The first is no note: something must have points. */
  if (writer->traits & STILE_RANDOM_TYPES)
    return (StileQuestionType) roll (
      writer, writer->n_questions > 0 ? STILE_QUESTION_NOTE + 1 : STILE_QUESTION_NOTE);

  return choosing[roll (writer, G_N_ELEMENTS (choosing))];
}

static void
add_question (StileFormWriter *writer)
{
  guint number = writer->n_questions;
  StileQuestionType type = roll_type (writer);
  gboolean counted = type == STILE_QUESTION_INTEGER || type == STILE_QUESTION_DECIMAL;
  gboolean shared = type == STILE_QUESTION_SELECT_ONE && roll (writer, 4) == 0;
  gboolean several = type == STILE_QUESTION_SELECT_MULTIPLE;
  guint n = shared || type == STILE_QUESTION_YES_NO ? 2 : 2 + roll (writer, 2);

  add (writer, "<question id=\"q%u\" type=\"%s\"", number, stile_question_type_to_string (type));
  if (type != STILE_QUESTION_NOTE)
    add (writer, " domain=\"d%u\"", roll (writer, writer->n_domains));
  if (shared)
    add (writer, " choices=\"shared\"");
  if (type == STILE_QUESTION_YES_NO)
    add (writer, " %s=\"%d\"", roll (writer, 3) ? "points" : "points-no", roll_points (writer));
  if (counted && roll (writer, 4) == 0)
    add (writer, " constraint=\". &gt;= 0\"");
  if (number > 0 && roll (writer, 3) > 0)
    add_condition (writer, "relevant");
  add (writer, "><label>Q</label>");
  if (!shared && (several || type == STILE_QUESTION_SELECT_ONE))
    add_choices (writer, n, several);
  if (counted)
    add_bands (writer);
  add (writer, "</question>\n");

  writer->types[number] = type;
  writer->n_choices[number] = several || shared || type == STILE_QUESTION_SELECT_ONE
                                  || type == STILE_QUESTION_YES_NO
                                ? n
                                : 0;
  writer->n_questions++;
}

/* Questions look at calculates before them, and those at questions before them: so each calculate
 * stands between two sections. Silence is 0, and more points are more. */
static void
add_calculate (StileFormWriter *writer)
{
  guint first = stile_writer_roll_question (writer);
  guint second = stile_writer_roll_question (writer);

  add (writer, "</section>\n<calculate id=\"k%u\" value=\"", writer->n_calculates);
  if (writer->traits & STILE_RANDOM_NEGATIVE || roll (writer, 2) == 0)
    {
      add (writer, "if(");
      stile_writer_add_condition (writer);
      add (writer, ", %u, 0)", 1 + roll (writer, 3));
    }
  else
    {
      add (writer, "points('q%u') + points('q%u')", first, second);
    }
  writer->n_calculates++;
  add (writer, "\"/>\n<section id=\"s%u\"><label>S</label>\n", ++writer->n_sections);
}

/* ---- Domains ---- */

static void
add_value (StileFormWriter *writer)
{
  guint first = stile_writer_roll_question (writer);
  guint second = stile_writer_roll_question (writer);

  add (writer, " value=\"");
  switch (roll (writer, 4))
    {
    case 0:
      add (writer, "9 - points('q%u')", first);
      break;
    case 1:
      add (writer, "2 * points('q%u') - points('q%u') div 3", first, second);
      break;
    case 2:
      add (writer, "if(answered('q%u'), points('q%u') + points('q%u'), number(''))", first, first,
           second);
      break;
    default:
      add (writer, "if(");
      stile_writer_add_condition (writer);
      add (writer, ", 4, points('q%u'))", first);
    }
  add (writer, "\"");
}

static void
add_domain (StileFormWriter *writer, guint number, gboolean is_value)
{
  static const char *const scores[] = { "", " score=\"sum\"", " score=\"max\"",
                                        " score=\"mean\"" };
  static const char *const missing[] = { "", " missing=\"range\"",
                                         " missing=\"prorate\" missing-most=\"1\"",
                                         " missing=\"invalid\"" };
  gboolean any = (writer->traits & STILE_RANDOM_KINDS) != 0;
  guint rule = any && !is_value ? roll (writer, G_N_ELEMENTS (missing)) : 0;
  gboolean falls = (is_value || rule >= 2) && roll (writer, 2) == 0;

  add (writer, "<domain id=\"d%u\"%s", number, missing[rule]);
  if (is_value)
    add_value (writer);
  else
    add (writer, "%s", scores[roll (writer, any ? 4 : 3)]);
  add (writer,
       "><label>D</label><band level=\"%s\" from=\"%u\"/><band level=\"%s\" from=\"6\"/>"
       "</domain>\n",
       falls ? "severe" : "some", 1 + roll (writer, 4), falls ? "none" : "severe");
}

/* ---- The form ---- */

static void
add_head (StileFormWriter *writer)
{
  add (writer, "<form xmlns=\"urn:stile:form:1\" id=\"random\" version=\"1\" xml:lang=\"en\">"
               "<title>T</title><purpose>P</purpose><source>S</source>"
               "<levels><level id=\"none\"><label>N</label></level>"
               "<level id=\"some\"><label>S</label></level>"
               "<level id=\"severe\"><label>V</label></level></levels>\n"
               "<choices id=\"shared\"><choice id=\"c0\"><label>C</label></choice>"
               "<choice id=\"c1\" points=\"2\"><label>C</label></choice></choices>\n"
               "<section id=\"s0\"><label>S</label>\n");
}

static void
add_rules (StileFormWriter *writer)
{
  guint n = roll (writer, 3);

  for (guint i = 0; i < n; i++)
    {
      add (writer, "<score domain=\"d%u\" points=\"%d\"", roll (writer, writer->n_domains),
           roll_points (writer));
      add_condition (writer, "when");
      add (writer, "><label>R</label></score>\n");
    }
}

static void
add_outcomes (StileFormWriter *writer)
{
  for (guint i = 0; i < 2; i++)
    {
      add (writer, "<finding id=\"f%u\"", i);
      add_outcome (writer);
      add (writer, "><label>F</label></finding>\n");
      writer->n_findings++;
    }
  add (writer, "<alert id=\"a\" urgency=\"today\"");
  add_condition (writer, "when");
  add (writer, "><label>A</label><action>A</action></alert>\n");
  for (guint i = 0; i < 2; i++)
    {
      add (writer, "<category id=\"c%u\"", i);
      add_outcome (writer);
      add (writer, "><label>C</label><meaning>M</meaning></category>\n");
    }
  add (writer, "<category id=\"least\"><label>C</label><meaning>M</meaning></category>\n"
               "<referral id=\"r\" urgency=\"soon\"");
  add_outcome (writer);
  add (writer, "><label>R</label><reason>R</reason><service keyword=\"k\"/></referral></form>\n");
}

static StileForm *
parse (GString *xml)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (xml->str, xml->len);
  StileForm *form = stile_form_parse (bytes, faults);

  if (!form)
    {
      g_autofree char *fault = stile_fault_to_string (g_ptr_array_index (faults, 0), "form.xml");

      g_error ("%s\n%s", fault, xml->str);
    }

  return form;
}

StileForm *
stile_random_form_new (GRand *random, StileRandomTraits traits)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  StileFormWriter writer = { .random = random, .traits = traits, .xml = xml };
  guint n;

  writer.n_domains = 1 + roll (&writer, 3);
  n = 1 + roll (&writer, STILE_RANDOM_MOST_QUESTIONS);
  add_head (&writer);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && roll (&writer, 4) == 0)
        add_calculate (&writer);
      add_question (&writer);
    }
  add (&writer, "</section>\n");
  for (guint i = 0; i < writer.n_domains; i++)
    add_domain (&writer, i, traits & STILE_RANDOM_VALUES && roll (&writer, 3) == 0);
  add_rules (&writer);
  add_outcomes (&writer);

  return parse (xml);
}
