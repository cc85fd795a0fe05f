// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Files that were made, or have become, dangerous: each is refused with one clear fault, and
 * nothing is printed, fetched or left behind. */

#include <string.h>

#include "cpu-time.h"
#include "form.h"

#define HEAD "<form xmlns='urn:stile:form:1' id='a' version='1' xml:lang='en'>"
#define REST \
  "<title>T</title><purpose>P</purpose><source>S</source>" \
  "<category id='c'><label>C</label><meaning>M</meaning></category></form>"
#define SECTION "<section id='s'><label>S</label>"

/* The tags of the faults that are errors, joined by blanks; "" for a form without any. */
static char *
find_errors (const char *xml, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, length);
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (StileForm) form = stile_form_parse (bytes, faults);
  GString *tags = g_string_new (NULL);

  g_assert_true ((form == NULL) == (stile_faults_count_errors (faults) > 0));
  for (guint i = 0; i < faults->len; i++)
    {
      const StileFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpuint (fault->line, >, 0);
      g_assert_true (g_utf8_validate (fault->sentence, -1, NULL));
      g_assert_null (strchr (fault->sentence, '\n'));
      if (fault->severity == STILE_SEVERITY_ERROR)
        g_string_append_printf (tags, "%s%s", tags->len > 0 ? " " : "", fault->tag);
    }
  return g_string_free (tags, FALSE);
}

static void
assert_errors (const char *xml, const char *tags)
{
  g_autofree char *found = find_errors (xml, strlen (xml));

  g_assert_cmpstr (found, ==, tags);
}

static char *
read_good (gsize *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "form", "forms", "good.xml", NULL);
  char *text;

  g_assert_true (g_file_get_contents (path, &text, length, NULL));
  return text;
}

static void
test_small_form (void)
{
  assert_errors (HEAD SECTION "</section>" REST, "");
}

static void
test_empty (void)
{
  assert_errors ("", "not-well-formed");
  assert_errors ("   \n", "not-well-formed");
  assert_errors ("<?xml version='1.0'?>", "not-well-formed");
  assert_errors ("hello", "not-well-formed");
}

static void
test_doctype (void)
{
  assert_errors ("<!DOCTYPE form>" HEAD SECTION "</section>" REST, "doctype");
  assert_errors ("<!DOCTYPE form SYSTEM 'http://localhost:9/form.dtd'>" HEAD REST, "doctype");
  assert_errors ("<!DOCTYPE form PUBLIC 'x' 'file:///etc/passwd'>" HEAD REST, "doctype");
  assert_errors ("<!DOCTYPE form [<!ENTITY secret SYSTEM 'file:///etc/passwd'>]>" HEAD
                 "<title>&secret;</title>",
                 "doctype");
}

static void
test_billion_laughs (void)
{
  g_autoptr (GString) xml = g_string_new ("<!DOCTYPE form [<!ENTITY a0 'ha'>\n");

  for (guint i = 1; i < 30; i++)
    g_string_append_printf (xml, "<!ENTITY a%u '&a%u;&a%u;&a%u;&a%u;'>\n", i, i - 1, i - 1, i - 1,
                            i - 1);
  g_string_append (xml, "]>" HEAD "<title>&a29;</title>" REST);
  assert_errors (xml->str, "doctype");
}

/* One entity, named many times inside one attribute. */
static void
test_quadratic_blowup (void)
{
  g_autoptr (GString) xml = g_string_new ("<!DOCTYPE form [<!ENTITY a '");

  for (guint i = 0; i < 5000; i++)
    g_string_append_c (xml, 'a');
  g_string_append (xml, "'>]><form id='");
  for (guint i = 0; i < 5000; i++)
    g_string_append (xml, "&a;");
  g_string_append (xml, "'/>");
  assert_errors (xml->str, "doctype");
}

static void
test_xinclude_stays_an_element (void)
{
  assert_errors (HEAD SECTION "</section><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' "
                 "href='/etc/passwd'/>" REST,
                 "wrong-namespace");
}

static void
test_too_large (void)
{
  gsize length = STILE_FORM_MAX_BYTES + 1;
  g_autofree char *xml = g_strnfill (length, ' ');
  g_autofree char *found = find_errors (xml, length);

  g_assert_cmpstr (found, ==, "too-large");
}

static void
test_largest (void)
{
  g_autofree char *padding =
    g_strnfill (STILE_FORM_MAX_BYTES - strlen (HEAD SECTION "</section>" REST), ' ');
  g_autofree char *xml = g_strconcat (HEAD, padding, SECTION "</section>" REST, NULL);

  g_assert_cmpuint (strlen (xml), ==, STILE_FORM_MAX_BYTES);
  assert_errors (xml, "");
}

static char *
nest (guint depth)
{
  GString *xml = g_string_new (HEAD);

  for (guint i = 1; i < depth; i++)
    g_string_append (xml, "<label>");
  for (guint i = 1; i < depth; i++)
    g_string_append (xml, "</label>");
  g_string_append (xml, REST);
  return g_string_free (xml, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *allowed = nest (STILE_FORM_MAX_DEPTH);
  g_autofree char *too_deep = nest (STILE_FORM_MAX_DEPTH + 1);
  g_autofree char *far_too_deep = nest (100000);

  assert_errors (allowed, "no-questions unknown-element");
  assert_errors (too_deep, "too-deep");
  assert_errors (far_too_deep, "too-deep");
}

static char *
make_questions (guint n_questions)
{
  GString *xml = g_string_new (HEAD SECTION);

  for (guint i = 0; i < n_questions; i++)
    g_string_append_printf (xml, "<question id='q%u' type='yes_no'><label>L</label></question>\n",
                            i);
  g_string_append (xml, "</section>" REST);
  return g_string_free (xml, FALSE);
}

static void
test_number_of_questions (void)
{
  g_autofree char *allowed = make_questions (STILE_FORM_MAX_QUESTIONS);
  g_autofree char *too_many = make_questions (STILE_FORM_MAX_QUESTIONS + 1);

  assert_errors (allowed, "");
  assert_errors (too_many, "too-many-questions");
}

static void
test_long_expression (void)
{
  g_autofree char *blanks = g_strnfill (STILE_EXPRESSION_MAX_CHARS - 1, ' ');
  g_autofree char *allowed = g_strconcat (
    HEAD SECTION "</section><calculate id='x' value='1", blanks, "'/>" REST, NULL);
  g_autofree char *too_long = g_strconcat (
    HEAD SECTION "</section><calculate id='x' value='1 ", blanks, "'/>" REST, NULL);

  assert_errors (allowed, "");
  assert_errors (too_long, "long-expression");
}

static void
test_every_prefix (void)
{
  gsize length;
  g_autofree char *good = read_good (&length);

  /* What follows the last ">" is a line end. */
  for (gsize i = 0; i < length - 1; i++)
    {
      g_autofree char *found = find_errors (good, i);

      g_assert_cmpstr (found, ==, "not-well-formed");
    }
}

static void
test_changed_bytes (void)
{
  gsize length;
  g_autofree char *good = read_good (&length);
  guint n_refused = 0;

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *changed = g_memdup2 (good, length);
      g_autofree char *found = NULL;

      for (int j = g_test_rand_int_range (1, 4); j > 0; j--)
        changed[g_test_rand_int_range (0, length)] = g_test_rand_int_range (0, 256);
      found = find_errors (changed, length);
      n_refused += found[0] != '\0';
    }
  g_assert_cmpuint (n_refused, >, 500);
}

/* libxml2 quotes an open comment, cut at some byte, with its line ends. */
static void
test_message_cut_in_a_letter (void)
{
  for (guint shift = 0; shift < 3; shift++)
    {
      g_autoptr (GString) xml = g_string_new ("<form><!--");
      g_autofree char *found = NULL;

      g_string_append_len (xml, "\nx\n", 1 + shift);
      for (guint i = 0; i < 100; i++)
        g_string_append (xml, "–");
      found = find_errors (xml->str, xml->len);
      g_assert_cmpstr (found, ==, "not-well-formed");
    }
}

static void
test_nul_bytes (void)
{
  gsize length;
  g_autofree char *good = read_good (&length);

  for (gsize i = 0; i < length; i += 7)
    {
      g_autofree char *changed = g_memdup2 (good, length);
      g_autofree char *found = NULL;

      changed[i] = '\0';
      found = find_errors (changed, length);
      g_assert_cmpstr (found, ==, "not-utf8");
    }
}

static void
test_encodings (void)
{
  static const char utf16[] = "\xFF\xFE<\0f\0o\0r\0m\0/\0>\0";
  g_autofree char *found = find_errors (utf16, sizeof utf16 - 1);

  g_assert_cmpstr (found, ==, "not-utf8");
  assert_errors (HEAD "<title>Caf\xE9</title>" REST, "not-utf8");
  assert_errors ("<?xml version='1.0' encoding='ISO-8859-1'?>" HEAD REST, "encoding");
  assert_errors ("<?xml version='1.0'  encoding = \"UTF-16\"?>" HEAD REST, "encoding");
  assert_errors ("<?xml version='1.0' encoding='EBCDIC-CP-US'?>" HEAD REST, "encoding");
  assert_errors ("<?xml version='1.0' encoding='utf-8'?>" HEAD SECTION "</section>" REST, "");
}

static void
test_byte_order_mark (void)
{
  assert_errors ("\xEF\xBB\xBF<?xml version='1.0'?>" HEAD SECTION "</section>" REST, "");
  assert_errors ("\xEF\xBB\xBF<?xml version='1.0' encoding='latin1'?>" HEAD REST, "encoding");
}

/* libxml2 keeps lines in 16 bits unless it is told otherwise. */
static void
test_high_line_numbers (void)
{
  g_autofree char *lines = g_strnfill (70000, '\n');
  g_autofree char *xml = g_strconcat (
    HEAD, lines, SECTION "<question id='q' type='text'\nrelevant='\n$x'><label>L</label></question>"
    "</section>" REST, NULL);
  g_autofree char *broken = g_strconcat (HEAD, lines, "</section>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GBytes) broken_bytes = g_bytes_new (broken, strlen (broken));
  g_autoptr (GPtrArray) faults = stile_faults_new ();

  g_assert_null (stile_form_parse (bytes, faults));
  g_assert_null (stile_form_parse (broken_bytes, faults));
  g_assert_cmpuint (faults->len, ==, 2);
  g_assert_cmpuint (((StileFault *) g_ptr_array_index (faults, 0))->line, ==, 70003);
  g_assert_cmpuint (((StileFault *) g_ptr_array_index (faults, 0))->column, ==, 1);
  g_assert_cmpuint (((StileFault *) g_ptr_array_index (faults, 1))->line, ==, 70001);
}

static void
test_windows_line_ends (void)
{
  static const char xml[] = HEAD "\r\n" SECTION "\r\n<question id='q'\r\n  type='text' "
                                 "relevant='1 +\r\n  $x'><label>L</label></question></section>"
                                 REST;
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, sizeof xml - 1);
  g_autoptr (GPtrArray) faults = stile_faults_new ();

  g_assert_null (stile_form_parse (bytes, faults));
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpuint (((StileFault *) g_ptr_array_index (faults, 0))->line, ==, 5);
  g_assert_cmpuint (((StileFault *) g_ptr_array_index (faults, 0))->column, ==, 3);
}

/* How long a form takes in which each condition names an unknown question: all on one line, and
 * every name is near to many others. */
static double
time_faults (guint n_questions)
{
  g_autoptr (GString) xml = g_string_new (HEAD SECTION);
  g_autofree char *found = NULL;
  double started = stile_get_cpu_time ();

  for (guint i = 0; i < n_questions; i++)
    g_string_append_printf (xml, "<question id='question-%u' type='text' relevant='$qestion-%u'>"
                                 "<label>L</label></question>", i, i + 50000);
  g_string_append (xml, "</section>" REST);
  found = find_errors (xml->str, xml->len);
  g_assert_true (g_str_has_prefix (found, "unknown-variable unknown-variable "));
  return stile_get_cpu_time () - started;
}

/* To compare each name with each, or to count columns from the start, would take a hundred times
 * as long for ten times as many. */
static void
test_many_faults (void)
{
  double few = time_faults (1000);

  g_assert_cmpfloat (time_faults (10000), <, 30 * few);
}

/* How long a form takes with many choices and conditions on them, each second one wrong. */
static double
time_choices (guint n_choices, guint n_conditions)
{
  g_autoptr (GString) xml = g_string_new (HEAD SECTION "<question id='q' type='select_one'>"
                                          "<label>L</label>");
  g_autofree char *found = NULL;
  double started = stile_get_cpu_time ();

  for (guint i = 0; i < n_choices; i++)
    g_string_append_printf (xml, "<choice id='c-%u'><label>L</label></choice>", i);
  g_string_append (xml, "</question>");
  for (guint i = 0; i < n_conditions; i++)
    g_string_append_printf (xml, "<question id='q%u' type='text' relevant='$q = \"%s-%u\"'>"
                                 "<label>L</label></question>", i, i % 2 ? "c" : "d", 60000 + i);
  g_string_append (xml, "</section>" REST);
  found = find_errors (xml->str, xml->len);
  g_assert_true (g_str_has_prefix (found, "unknown-choice"));
  return stile_get_cpu_time () - started;
}

/* Looking through all choices for every condition would take many times as long as both alone. */
static void
test_many_choices (void)
{
  double choices = time_choices (30000, 10), conditions = time_choices (10, 5000);

  g_assert_cmpfloat (time_choices (30000, 5000), <, 4 * (choices + conditions));
}

static void
test_many_attributes (void)
{
  g_autoptr (GString) xml = g_string_new ("<!-- = --><form a='=========' ");

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (xml, "a%u='x' ", i);
  g_string_append (xml, "/>");
  assert_errors (xml->str, "too-many-attributes");
}

static void
test_too_many_faults (void)
{
  g_autoptr (GString) xml = g_string_new (HEAD SECTION "</section>");
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (GBytes) bytes = NULL;
  const StileFault *last;

  for (guint i = 0; i < 100000; i++)
    g_string_append (xml, "<x/>");
  g_string_append (xml, REST);
  bytes = g_bytes_new (xml->str, xml->len);
  g_assert_null (stile_form_parse (bytes, faults));
  last = g_ptr_array_index (faults, faults->len - 1);
  g_assert_cmpstr (last->tag, ==, "too-many-faults");
  g_assert_cmpuint (faults->len, <, 3000);
}

/* However many warnings there are, an error behind them still counts. */
static void
test_error_behind_many_warnings (void)
{
  g_autoptr (GString) xml = g_string_new (HEAD "<title>T</title><title xml:lang='pl'>T</title>"
                                          SECTION);

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (xml, "<question id='q%u' type='text'><label>L</label></question>", i);
  g_string_append (xml, "</section><calculate id='x' value='1 +'/><purpose>P</purpose>"
                        "<category id='c'><label>C</label><meaning>M</meaning></category></form>");
  assert_errors (xml->str, "expression-syntax");
}

static void
test_many_warnings_are_no_error (void)
{
  g_autoptr (GString) xml = g_string_new (HEAD "<title xml:lang='pl'>T</title>" SECTION);

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (xml, "<question id='q%u' type='text'><label>L</label></question>", i);
  g_string_append (xml, "</section>" REST);
  assert_errors (xml->str, "");
}

static void
test_nothing_is_printed (void)
{
  if (g_test_subprocess ())
    {
      test_doctype ();
      test_depth ();
      test_encodings ();
      assert_errors (HEAD "<title>&what; <x:y/></title>" REST, "not-well-formed");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-hostile/small-form", test_small_form);
  g_test_add_func ("/form-hostile/empty", test_empty);
  g_test_add_func ("/form-hostile/doctype", test_doctype);
  g_test_add_func ("/form-hostile/billion-laughs", test_billion_laughs);
  g_test_add_func ("/form-hostile/quadratic-blowup", test_quadratic_blowup);
  g_test_add_func ("/form-hostile/xinclude-stays-an-element", test_xinclude_stays_an_element);
  g_test_add_func ("/form-hostile/too-large", test_too_large);
  g_test_add_func ("/form-hostile/largest", test_largest);
  g_test_add_func ("/form-hostile/depth", test_depth);
  g_test_add_func ("/form-hostile/number-of-questions", test_number_of_questions);
  g_test_add_func ("/form-hostile/long-expression", test_long_expression);
  g_test_add_func ("/form-hostile/every-prefix", test_every_prefix);
  g_test_add_func ("/form-hostile/changed-bytes", test_changed_bytes);
  g_test_add_func ("/form-hostile/message-cut-in-a-letter", test_message_cut_in_a_letter);
  g_test_add_func ("/form-hostile/nul-bytes", test_nul_bytes);
  g_test_add_func ("/form-hostile/encodings", test_encodings);
  g_test_add_func ("/form-hostile/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/form-hostile/high-line-numbers", test_high_line_numbers);
  g_test_add_func ("/form-hostile/windows-line-ends", test_windows_line_ends);
  g_test_add_func ("/form-hostile/many-faults", test_many_faults);
  g_test_add_func ("/form-hostile/many-choices", test_many_choices);
  g_test_add_func ("/form-hostile/many-attributes", test_many_attributes);
  g_test_add_func ("/form-hostile/too-many-faults", test_too_many_faults);
  g_test_add_func ("/form-hostile/error-behind-many-warnings", test_error_behind_many_warnings);
  g_test_add_func ("/form-hostile/many-warnings-are-no-error", test_many_warnings_are_no_error);
  g_test_add_func ("/form-hostile/nothing-is-printed", test_nothing_is_printed);
  return g_test_run ();
}
