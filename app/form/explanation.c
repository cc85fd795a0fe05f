// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "explanation.h"

#include "explanations-resource.h"
#include "text-private.h"
#include "xml-tree.h"

#define RESOURCE "/org/stile/form/explanations.xml"

static const StileXmlElement *
find_rule (const StileXmlElement *root, const char *tag)
{
  const StileXmlElement *rule = stile_xml_find (root->first, "rule");

  while (rule != NULL && !g_str_equal (stile_xml_attribute (rule, "tag")->value, tag))
    rule = stile_xml_find (rule->next, "rule");
  return rule;
}

static const char *
get_text (const StileXmlElement *rule, const char *name)
{
  const StileXmlElement *element = stile_xml_find (rule->first, name);

  return element == NULL ? NULL : element->text;
}

static StileExplanation *
read_explanation (const StileXmlElement *rule, const char *tag, StileSeverity severity)
{
  StileExplanation *explanation = g_new0 (StileExplanation, 1);

  explanation->tag = tag;
  explanation->severity = severity;
  explanation->why = stile_text_normalize (g_strdup (get_text (rule, "why")));
  explanation->wrong = g_strdup (get_text (rule, "wrong"));
  explanation->right = g_strdup (get_text (rule, "right"));
  return explanation;
}

StileExplanation *
stile_explanation_new (const char *tag)
{
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (StileArena) arena = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  const StileXmlElement *root, *rule;
  StileSeverity severity;

  tag = stile_fault_find_tag (tag, &severity);
  if (tag == NULL)
    return NULL;
  xml = g_resource_lookup_data (stile_explanations_get_resource (), RESOURCE, 0, NULL);
  arena = stile_arena_new ();
  faults = stile_faults_new ();
  root = stile_xml_parse (xml, arena, faults);
  /* The file is part of the program, and a test asks for every tag. */
  g_assert (root != NULL);
  rule = find_rule (root, tag);
  g_assert (rule != NULL);
  return read_explanation (rule, tag, severity);
}

void
stile_explanation_free (StileExplanation *explanation)
{
  if (explanation == NULL)
    return;
  g_free (explanation->why);
  g_free (explanation->wrong);
  g_free (explanation->right);
  g_free (explanation);
}
