// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "random-forms.h"

#define MOST_QUESTIONS 8

typedef struct
{
  GRand *random;
  StileRandomTraits traits;
  GString *xml;
  guint n_domains;
  guint n_questions;
  StileQuestionType types[MOST_QUESTIONS];
  guint n_choices[MOST_QUESTIONS];
} Writer;

static guint
roll (Writer *writer, guint sides)
{
  return (guint) g_rand_int_range (writer->random, 0, (gint32) sides);
}

static int
roll_points (Writer *writer)
{
  int points = (int) roll (writer, 5);

  return writer->traits & STILE_RANDOM_NEGATIVE && roll (writer, 3) == 0 ? -points : points;
}

G_GNUC_PRINTF (2, 3)
static void
add (Writer *writer, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (writer->xml, format, arguments);
  va_end (arguments);
}

/* ---- Conditions ---- */

/* About an earlier question with choices: holds for some of its answers, never for silence. */
static void
add_test_of_answer (Writer *writer, guint question)
{
  guint choice = roll (writer, writer->n_choices[question]);

  if (writer->types[question] == STILE_QUESTION_SELECT_MULTIPLE)
    add (writer, "selected($q%u, 'c%u')", question, choice);
  else if (writer->types[question] == STILE_QUESTION_YES_NO)
    add (writer, "$q%u = '%s'", question, choice == 0 ? "yes" : "no");
  else
    add (writer, "$q%u = 'c%u'", question, choice);
}

static void
add_test_of_silence (Writer *writer, guint question)
{
  switch (roll (writer, 4))
    {
    case 0:
      add (writer, "not(answered('q%u'))", question);
      break;
    case 1:
      add (writer, "points('q%u') &lt; %u", question, 1 + roll (writer, 3));
      break;
    case 2:
      add (writer, "declined('q%u') or unknown('q%u')", question, question);
      break;
    default:
      add (writer, "not(");
      add_test_of_answer (writer, question);
      add (writer, ")");
    }
}

static void
add_test (Writer *writer, guint question)
{
  StileQuestionType type = writer->types[question];

  if (type == STILE_QUESTION_NOTE)
    add (writer, "true()");
  else if (type == STILE_QUESTION_INTEGER || type == STILE_QUESTION_DECIMAL)
    add (writer, "$q%u &gt; %u", question, roll (writer, 20));
  else if (type == STILE_QUESTION_DATE)
    add (writer, "years-since($q%u) &lt; 18", question);
  else if (type == STILE_QUESTION_TEXT)
    add (writer, "contains($q%u, 'a')", question);
  else if (writer->traits & STILE_RANDOM_SILENCE && roll (writer, 3) == 0)
    add_test_of_silence (writer, question);
  else if (writer->traits & STILE_RANDOM_RISING || roll (writer, 2) == 0)
    add (writer, "points('q%u') &gt;= %u", question, 1 + roll (writer, 4));
  else
    add_test_of_answer (writer, question);
}

static void
add_condition (Writer *writer, const char *attribute, guint n_questions)
{
  guint n = 1 + roll (writer, 2);

  add (writer, " %s=\"", attribute);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        add (writer, roll (writer, 2) == 0 ? " and " : " or ");
      add_test (writer, roll (writer, n_questions));
    }
  add (writer, "\"");
}

/* ---- Questions ---- */

static void
add_choices (Writer *writer, guint n, gboolean several)
{
  for (guint i = 0; i < n; i++)
    {
      int points = i == (several ? 0 : n / 2) ? 0 : roll_points (writer);

      add (writer, "<choice id=\"c%u\" points=\"%d\"%s><label>C</label></choice>", i, points,
           several && i == n - 1 && roll (writer, 2) ? " exclusive=\"yes\"" : "");
    }
}

static void
add_bands (Writer *writer)
{
  guint from = 0;

  for (guint i = 0; i < 3; i++)
    {
      add (writer, "<band from=\"%u\" points=\"%d\"/>", from, roll_points (writer));
      from += 1 + roll (writer, 20);
    }
}

static StileQuestionType
roll_type (Writer *writer)
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
add_question (Writer *writer)
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
    add_condition (writer, "relevant", number);
  add (writer, "><label>Q</label>");
  if (!shared && (several || type == STILE_QUESTION_SELECT_ONE))
    add_choices (writer, n, several);
  if (counted)
    add_bands (writer);
  add (writer, "</question>\n");

  writer->types[number] = type;
  writer->n_choices[number] = n;
  writer->n_questions++;
}

/* ---- The form ---- */

static void
add_domain (Writer *writer, guint number)
{
  static const char *const kinds[] = { "",
                                       " score=\"max\"",
                                       " score=\"mean\"",
                                       " missing=\"prorate\" missing-most=\"1\"",
                                       " missing=\"invalid\"",
                                       " score=\"sum\" missing=\"range\"" };
  gboolean any = (writer->traits & STILE_RANDOM_KINDS) != 0;

  add (writer,
       "<domain id=\"d%u\"%s><label>D</label><band level=\"some\" from=\"%u\"/>"
       "<band level=\"severe\" from=\"6\"/></domain>\n",
       number, any ? kinds[roll (writer, G_N_ELEMENTS (kinds))] : "", 1 + roll (writer, 4));
}

static void
add_head (Writer *writer)
{
  add (writer, "<form xmlns=\"urn:stile:form:1\" id=\"random\" version=\"1\" xml:lang=\"en\">"
               "<title>T</title><purpose>P</purpose><source>S</source>"
               "<levels><level id=\"none\"><label>N</label></level>"
               "<level id=\"some\"><label>S</label></level>"
               "<level id=\"severe\"><label>V</label></level></levels>\n");
  for (guint i = 0; i < writer->n_domains; i++)
    add_domain (writer, i);
  add (writer, "<choices id=\"shared\"><choice id=\"c0\"><label>C</label></choice>"
               "<choice id=\"c1\" points=\"2\"><label>C</label></choice></choices>\n");
}

static void
add_rules (Writer *writer)
{
  guint last = writer->n_questions - 1;

  while (writer->types[last] == STILE_QUESTION_NOTE)
    last--;
  if (roll (writer, 2) == 0)
    {
      add (writer, "<calculate id=\"counted\" value=\"points('q0') + points('q%u')\"/>",
           last);
      add (writer, "<score domain=\"d0\" points=\"%d\" when=\"$counted &gt;= 4\">"
                   "<label>R</label></score>\n", roll_points (writer));
    }
  if (roll (writer, 2) == 0)
    {
      add (writer, "<score domain=\"d%u\" points=\"%d\"", roll (writer, writer->n_domains),
           roll_points (writer));
      add_condition (writer, "when", writer->n_questions);
      add (writer, "><label>R</label></score>\n");
    }
  add (writer, "<finding id=\"two\" when=\"count-at-least('some') &gt;= 2\"><label>F</label>"
               "</finding>\n<alert id=\"a\" urgency=\"today\"");
  add_condition (writer, "when", writer->n_questions);
  add (writer, "><label>A</label><action>A</action></alert>\n"
               "<category id=\"most\" when=\"at-least('d0', 'severe')\"><label>C</label>"
               "<meaning>M</meaning></category><category id=\"more\" when=\"finding('two')\">"
               "<label>C</label><meaning>M</meaning></category>"
               "<category id=\"least\"><label>C</label><meaning>M</meaning></category>\n"
               "<referral id=\"r\" urgency=\"soon\" when=\"score('d0') &gt; 3\"><label>R</label>"
               "<reason>R</reason><service keyword=\"k\"/></referral></form>\n");
}

StileForm *
stile_random_form_new (GRand *random, StileRandomTraits traits)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (GBytes) bytes = NULL;
  Writer writer = { .random = random, .traits = traits, .xml = xml };
  StileForm *form;
  guint n;

  writer.n_domains = 1 + roll (&writer, 3);
  n = 1 + roll (&writer, MOST_QUESTIONS);
  add_head (&writer);
  add (&writer, "<section id=\"s\"><label>S</label>\n");
  for (guint i = 0; i < n; i++)
    add_question (&writer);
  add (&writer, "</section>\n");
  add_rules (&writer);

  bytes = g_bytes_new (xml->str, xml->len);
  form = stile_form_parse (bytes, faults);
  if (!form)
    {
      g_autofree char *fault = stile_fault_to_string (g_ptr_array_index (faults, 0), "form.xml");

      g_error ("%s\n%s", fault, xml->str);
    }

  return form;
}
