// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Every rule is explained, and its examples are true: the wrong one breaks that rule and no other,
 * the right one none. */

#include "explanation.h"

#include <string.h>

#include "reach.h"

/* Those that no small example can show. */
static const char *const without_example[] = {
  "too-large", "not-utf8", "too-deep", "too-many-questions", "too-many-attributes",
  "too-many-faults", "long-expression", "deep-expression", "undecided", NULL,
};

/* What an example leaves out of a form. */
static const struct
{
  const char *element;
  const char *xml;
} parts[] = {
  { "<title>", "<title>T</title>" },
  { "<purpose>", "<purpose>P</purpose>" },
  { "<source>", "<source>S</source>" },
  { "<levels>", "<levels><level id='none'><label>N</label></level><level id='some'><label>S</label>"
                "</level><level id='severe'><label>S</label></level></levels>" },
  { "<domain ", "<domain id='money'><label>M</label><band level='some' from='1'/></domain>" },
  { "<category ", "<category id='fine'><label>F</label><meaning>M</meaning></category>" },
};

/* The questions that examples speak of; before their own. */
#define QUESTIONS \
  "<section id='bills' domain='money'><label>B</label>" \
  "<question id='short' type='select_one'><label>S</label>" \
  "<choice id='never'><label>N</label></choice>" \
  "<choice id='weekly' points='1'><label>W</label></choice>" \
  "<choice id='daily' points='2'><label>D</label></choice></question>" \
  "<question id='owed' type='select_multiple'><label>O</label>" \
  "<choice id='rent'><label>R</label></choice><choice id='power'><label>P</label></choice>" \
  "</question>" \
  "<question id='weeks' type='integer'><label>W</label></question>" \
  "<question id='letter' type='yes_no'><label>L</label></question></section>\n"

static char *
complete (const char *example)
{
  GString *form;

  if (strstr (example, "<form") != NULL)
    return g_strdup (example);
  form = g_string_new ("<form xmlns='urn:stile:form:1' id='form' version='1' xml:lang='en'>");
  if (g_str_has_prefix (example, "<question"))
    g_string_append_printf (form, QUESTIONS "<section id='own'><label>O</label>%s</section>",
                            example);
  else
    g_string_append_printf (form, QUESTIONS "%s", example);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (example, parts[i].element) == NULL)
      g_string_append (form, parts[i].xml);
  g_string_append (form, "</form>");
  return g_string_free (form, FALSE);
}

/* The tags of all faults, joined by blanks, each once. */
static char *
find_tags (const char *example)
{
  g_autofree char *text = complete (example);
  g_autoptr (GBytes) xml = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (StileForm) form = stile_form_parse (xml, faults);
  GString *tags = g_string_new (NULL);

  if (form)
    stile_form_check_reach (form, faults);
  for (guint i = 0; i < faults->len; i++)
    {
      const StileFault *fault = g_ptr_array_index (faults, i);

      g_test_message ("%u:%u %s", fault->line, fault->column, fault->sentence);
      if (strstr (tags->str, fault->tag) == NULL)
        g_string_append_printf (tags, "%s%s", tags->len > 0 ? " " : "", fault->tag);
    }
  return g_string_free (tags, FALSE);
}

static void
test_new (void)
{
  g_autoptr (StileExplanation) explanation = stile_explanation_new ("no-source");

  g_assert_cmpstr (explanation->tag, ==, "no-source");
  g_assert_cmpint (explanation->severity, ==, STILE_SEVERITY_WARNING);
}

static void
test_no_such_tag (void)
{
  g_assert_null (stile_explanation_new ("no-such-tag"));
}

static void
test_rule (gconstpointer data)
{
  const char *tag = data;
  g_autoptr (StileExplanation) explanation = stile_explanation_new (tag);
  g_autofree char *wrong = NULL;
  g_autofree char *right = NULL;

  g_assert_cmpuint (strlen (explanation->why), >, 20);
  g_assert_true ((explanation->wrong == NULL) == g_strv_contains (without_example, tag));
  g_assert_true ((explanation->wrong == NULL) == (explanation->right == NULL));
  if (explanation->wrong == NULL)
    return;
  wrong = find_tags (explanation->wrong);
  right = find_tags (explanation->right);
  g_assert_cmpstr (wrong, ==, tag);
  g_assert_cmpstr (right, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation/new", test_new);
  g_test_add_func ("/explanation/no-such-tag", test_no_such_tag);
  for (const char *const *tag = stile_fault_get_tags (); *tag; tag++)
    {
      g_autofree char *path = g_strconcat ("/explanation/rules/", *tag, NULL);

      g_test_add_data_func (path, *tag, test_rule);
    }
  return g_test_run ();
}
