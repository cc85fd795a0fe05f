// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xpath-baseline.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

struct _StileXPathBaseline
{
  xmlDoc *document;
  xmlXPathContext *context;
  GPtrArray *conditions; /* of xmlXPathCompExpr */
  GHashTable *variables; /* id → StileAnswer */
  GHashTable *points;    /* "points." id → double */
};

static xmlXPathObject *
lookup_variable (void *data, const xmlChar *name, const xmlChar *uri)
{
  StileXPathBaseline *baseline = data;
  const double *points = g_hash_table_lookup (baseline->points, (const char *) name);
  const StileAnswer *answer;

  if (points)
    return xmlXPathNewFloat (*points);

  answer = g_hash_table_lookup (baseline->variables, (const char *) name);

  return xmlXPathNewString ((const xmlChar *) (answer && answer->text ? answer->text : ""));
}

static void
give_constant (xmlXPathParserContext *context, int n_arguments)
{
  for (int i = 0; i < n_arguments; i++)
    xmlXPathFreeObject (valuePop (context));

  valuePush (context, xmlXPathNewFloat (1));
}

static xmlXPathFunction
lookup_function (void *data, const xmlChar *name, const xmlChar *uri)
{
  static const char *const own[]
    = { "not",    "true",   "false",       "boolean", "number", "string",
        "concat", "floor",  "starts-with", "ceiling", "round",  "string-length",
        "contains" };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (strcmp (own[i], (const char *) name) == 0)
      return NULL; /* libxml2's own follows */

  return give_constant;
}

static void
add_source (StileXPathBaseline *baseline, const char *source)
{
  xmlXPathCompExpr *compiled = xmlXPathCtxtCompile (baseline->context, (const xmlChar *) source);

  g_assert_nonnull (compiled);
  g_ptr_array_add (baseline->conditions, compiled);
}

static void
add (StileXPathBaseline *baseline, const StileExpression *expression)
{
  if (expression)
    add_source (baseline, stile_expression_get_source (expression));
}

static void
add_all (StileXPathBaseline *baseline, const StileForm *form)
{
  for (guint i = 0; i < form->n_questions; i++)
    add (baseline, form->questions[i].relevant);
  for (guint i = 0; i < form->n_calculates; i++)
    add (baseline, form->calculates[i].value);
  for (guint i = 0; i < form->n_domains; i++)
    add (baseline, form->domains[i].value);
  for (guint i = 0; i < form->n_scores; i++)
    add (baseline, form->scores[i].when);
  for (guint i = 0; i < form->n_findings; i++)
    add (baseline, form->findings[i].when);
  for (guint i = 0; i < form->n_alerts; i++)
    add (baseline, form->alerts[i].when);
  for (guint i = 0; i < form->n_categories; i++)
    add (baseline, form->categories[i].when);
  for (guint i = 0; i < form->n_referrals; i++)
    add (baseline, form->referrals[i].when);
}

StileXPathBaseline *
stile_xpath_baseline_new (const StileInterview *interview)
{
  StileXPathBaseline *baseline = g_new0 (StileXPathBaseline, 1);
  const StileForm *form = stile_interview_get_form (interview);

  baseline->document = xmlNewDoc ((const xmlChar *) "1.0");
  baseline->context = xmlXPathNewContext (baseline->document);
  baseline->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlXPathFreeCompExpr);
  baseline->variables = g_hash_table_new (g_str_hash, g_str_equal);
  baseline->points = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < form->n_questions; i++)
    g_hash_table_insert (baseline->variables, (gpointer) form->questions[i].id,
                         (gpointer) stile_interview_get_answer (interview, i));
  xmlXPathRegisterVariableLookup (baseline->context, lookup_variable, baseline);
  xmlXPathRegisterFuncLookup (baseline->context, lookup_function, baseline);
  add_all (baseline, form);

  return baseline;
}

void
stile_xpath_baseline_add_sums (StileXPathBaseline *baseline, const StileForm *form)
{
  for (guint domain = 0; domain < form->n_domains; domain++)
    {
      g_autoptr (GString) sum = g_string_new ("0");

      for (guint i = 0; i < form->n_questions; i++)
        if (form->questions[i].domain == (int) domain)
          {
            g_autofree char *name = g_strdup_printf ("points.%s", form->questions[i].id);

            g_string_append_printf (sum, " + $%s", name);
            g_hash_table_insert (baseline->points, g_steal_pointer (&name), g_new0 (double, 1));
          }
      add_source (baseline, sum->str);
    }
}

void
stile_xpath_baseline_free (StileXPathBaseline *baseline)
{
  g_ptr_array_unref (baseline->conditions);
  g_hash_table_unref (baseline->variables);
  g_hash_table_unref (baseline->points);
  xmlXPathFreeContext (baseline->context);
  xmlFreeDoc (baseline->document);
  g_free (baseline);
}

guint
stile_xpath_baseline_count (const StileXPathBaseline *baseline)
{
  return baseline->conditions->len;
}

void
stile_xpath_baseline_evaluate (StileXPathBaseline *baseline)
{
  for (guint i = 0; i < baseline->conditions->len; i++)
    {
      xmlXPathObject *value = xmlXPathCompiledEval (
        g_ptr_array_index (baseline->conditions, i), baseline->context);

      g_assert_nonnull (value);
      xmlXPathFreeObject (value);
    }
}

static void
compile_all (xmlNode *node, GPtrArray *compiled)
{
  static const char *const conditions[] = { "relevant", "constraint", "value", "when" };

  for (; node; node = node->next)
    {
      for (guint i = 0; i < G_N_ELEMENTS (conditions) && node->type == XML_ELEMENT_NODE; i++)
        {
          xmlChar *source = xmlGetNoNsProp (node, (const xmlChar *) conditions[i]);

          if (source)
            g_ptr_array_add (compiled, xmlXPathCompile (source));
          xmlFree (source);
        }
      compile_all (node->children, compiled);
    }
}

void
stile_xpath_baseline_load (GBytes *xml)
{
  gsize length;
  const char *bytes = g_bytes_get_data (xml, &length);
  xmlDoc *document
    = xmlReadMemory (bytes, (int) length, NULL, NULL,
                     XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);
  g_autoptr (GPtrArray) compiled
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlXPathFreeCompExpr);

  g_assert_nonnull (document);
  compile_all (xmlDocGetRootElement (document), compiled);
  xmlFreeDoc (document);
}
