// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Our conditions mean what XPath 1.0 says they mean: tens of thousands of random expressions of the
 * part that both know are computed by libxml2 too. */

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>
#include <string.h>

#include "expression-private.h"
#include "form-private.h"

#define N_EXPRESSIONS 24000

static const char small_form[] =
  "<form xmlns='urn:stile:form:1' id='small' version='1' xml:lang='en'>"
  "<title>Small</title><purpose>To try conditions.</purpose><source>None.</source>"
  "<section id='s'><label>S</label>"
  "<question id='a' type='text'><label>L</label></question>"
  "<question id='b' type='text'><label>L</label></question>"
  "<question id='c-d' type='decimal'><label>L</label></question>"
  "<question id='e' type='decimal'><label>L</label></question>"
  "</section><category id='only'><label>O</label><meaning>M</meaning></category></form>";

static const char *const variables[] = { "a", "b", "c-d", "e" };
static const char *const strings[] = { "word", "", NULL, NULL };
static const double numbers[] = { 0, 0, 2.5, -3 };

static const char *const atoms[] = {
  "0", "1", "2", "3.5", ".25", "10", "100", "7.", "''", "'a'", "'word'", "\"b c\"", "'12'",
  "' 4 '", "'-1.5'", "'1x'", "true()", "false()", "$a", "$b", "$c-d", "$e", "'ż'",
};
/* Those of the second half make numbers of many digits. libxml2 writes them with an exponent or a
 * last digit that is off, which ours never does; so such an expression has no function that makes
 * strings of numbers, which are the second half of the functions. */
static const char *const signs[] = {
  " + ", " - ", " mod ", " = ", " != ", " < ", " <= ", " > ", " >= ", " and ", " or ", "<", "+",
  " * ", " div ", "*", " div ", "*", " * ", "* ", " div ", " + ", " - ", "<=", " and ", " or ",
};
static const struct
{
  const char *start;
  guint n_arguments;
} functions[] = {
  { "not(", 1 }, { "boolean(", 1 }, { "number(", 1 }, { "floor(", 1 }, { "ceiling(", 1 },
  { "true(", 0 },
  { "string(", 1 }, { "string-length(", 1 }, { "contains(", 2 }, { "starts-with(", 2 },
  /* Never digits alone: libxml2 reads some decimals a last digit off. */
  { "concat('x', ", 1 }, { "concat('x', ", 2 },
};

static void append_random (GString *source, GRand *random, guint depth, gboolean many_digits);

static const char *
pick (GRand *random, const char *const *words, guint n)
{
  return words[g_rand_int_range (random, 0, n)];
}

static void
append_call (GString *source, GRand *random, guint depth, gboolean many_digits)
{
  guint n_functions = G_N_ELEMENTS (functions) / (many_digits ? 2 : 1);
  guint function = g_rand_int_range (random, 0, n_functions);

  g_string_append (source, functions[function].start);
  for (guint i = 0; i < functions[function].n_arguments; i++)
    {
      g_string_append (source, i > 0 ? ", " : "");
      append_random (source, random, depth - 1, many_digits);
    }
  g_string_append_c (source, ')');
}

static void
append_random (GString *source, GRand *random, guint depth, gboolean many_digits)
{
  guint kind = depth == 0 ? 0 : g_rand_int_range (random, 0, 10);
  guint n_signs = G_N_ELEMENTS (signs) / (many_digits ? 1 : 2);

  if (kind < 2)
    g_string_append (source, pick (random, atoms, G_N_ELEMENTS (atoms)));
  else if (kind < 7)
    {
      append_random (source, random, depth - 1, many_digits);
      g_string_append (source, pick (random, signs, n_signs));
      append_random (source, random, depth - 1, many_digits);
    }
  else if (kind == 7)
    {
      g_string_append (source, g_rand_boolean (random) ? "-" : "- -");
      append_random (source, random, depth - 1, many_digits);
    }
  else if (kind == 8)
    {
      g_string_append_c (source, '(');
      append_random (source, random, depth - 1, many_digits);
      g_string_append_c (source, ')');
    }
  else
    append_call (source, random, depth, many_digits);
}

static void
get_question (const StileScope *scope, guint question, StileValue *value)
{
  if (strings[question] != NULL)
    stile_value_set_string (value, strings[question]);
  else
    stile_value_set_number (value, numbers[question]);
}

static void
evaluate_ours (const char *source, StileForm *form, StileValue *value, StileArena *arena)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  StileScope scope = { .question = get_question };
  StileView view = { .place = STILE_PLACE_SCORE, .n_questions = form->n_questions };
  const StileExpression *expression = stile_expression_compile (
    source, &view, form, ((StileFormBox *) form)->names, arena, faults);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s: %s", source, ((StileFault *) g_ptr_array_index (faults, i))->sentence);
  g_assert_nonnull (expression);
  stile_expression_evaluate (expression, &scope, value);
}

static gboolean
agree (const StileValue *ours, const xmlXPathObject *theirs)
{
  switch (theirs->type)
    {
    case XPATH_BOOLEAN:
      return ours->type == STILE_VALUE_BOOLEAN && !ours->boolean == !theirs->boolval;
    case XPATH_NUMBER:
      return ours->type == STILE_VALUE_NUMBER
             && (ours->number == theirs->floatval
                 || (isnan (ours->number) && isnan (theirs->floatval)));
    case XPATH_STRING:
      return ours->type == STILE_VALUE_STRING
             && g_str_equal (ours->string, (const char *) theirs->stringval);
    default:
      return FALSE;
    }
}

static xmlXPathContext *
new_context (xmlDoc *document)
{
  xmlXPathContext *context = xmlXPathNewContext (document);

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    xmlXPathRegisterVariable (context, (const xmlChar *) variables[i],
                              strings[i] != NULL ? xmlXPathNewCString (strings[i])
                                                 : xmlXPathNewFloat (numbers[i]));
  return context;
}

static void
test_random_expressions (void)
{
  g_autoptr (GBytes) xml = g_bytes_new_static (small_form, sizeof small_form - 1);
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (StileForm) form = stile_form_parse (xml, faults);
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  xmlDoc *document = xmlNewDoc (NULL);
  xmlXPathContext *context = new_context (document);
  guint n_compared[3] = { 0 };

  for (guint i = 0; i < N_EXPRESSIONS; i++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (StileArena) arena = stile_arena_new ();
      g_auto (StileValue) value = { .string = "" };
      xmlXPathObject *theirs;

      append_random (source, random, g_rand_int_range (random, 1, 6), i % 2 == 0);
      evaluate_ours (source->str, form, &value, arena);
      theirs = xmlXPathEval ((const xmlChar *) source->str, context);
      g_assert_nonnull (theirs);
      if (!agree (&value, theirs))
        {
          g_autofree char *ours = stile_value_to_string (&value);
          xmlChar *string = xmlXPathCastToString (theirs);

          g_error ("%s\nours: %s\nlibxml2: %s", source->str, ours, string);
        }
      n_compared[value.type]++;
      xmlXPathFreeObject (theirs);
    }
  g_test_message ("compared: %u strings, %u numbers, %u booleans", n_compared[0], n_compared[1],
                  n_compared[2]);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (n_compared[i], >, 1000);
  xmlXPathFreeContext (context);
  xmlFreeDoc (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/expression-libxml2/random-expressions", test_random_expressions);
  return g_test_run ();
}
