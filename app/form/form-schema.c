// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form-schema.h"

#include <string.h>

#include "fault-rules.h"
#include "nearest.h"

typedef struct
{
  const char *name;
  const char *parent;     /* NULL: the same in all */
  const char *attributes; /* joined by blanks; those that it needs end in "!" */
  const char *children;   /* the same; NULL: it holds words */
} ElementRule;

static const ElementRule element_rules[] = {
  { "form", NULL, "id! version! xml:lang! minutes",
    "title! purpose! source levels domain choices section calculate score finding alert category "
    "referral monitoring" },
  { "levels", NULL, "", "level!" },
  { "level", NULL, "id!", "label!" },
  { "domain", NULL, "id! score value missing missing-most", "label! band" },
  { "band", "domain", "level! from!", "" },
  { "choices", NULL, "id!", "choice!" },
  { "choice", NULL, "id! points exclusive", "label!" },
  { "section", NULL, "id! domain", "label! question" },
  { "monitoring", NULL, "id!", "label! question" },
  { "question", NULL,
    "id! type! required sensitive ask relevant constraint domain points points-no choices",
    "label! hint guidance constraint_message required_message choice band" },
  { "band", "question", "from! points!", "" },
  { "calculate", NULL, "id! value!", "" },
  { "score", NULL, "domain! points! when!", "label!" },
  { "finding", NULL, "id! when!", "label!" },
  { "alert", NULL, "id! urgency! when!", "label! action!" },
  { "category", NULL, "id! when", "label! meaning! because" },
  { "referral", NULL, "id! urgency! domain when!", "label! reason! service" },
  { "service", NULL, "taxonomy term keyword", "" },
  { "title", NULL, "xml:lang", NULL },
  { "purpose", NULL, "xml:lang", NULL },
  { "source", NULL, "xml:lang", NULL },
  { "label", NULL, "xml:lang", NULL },
  { "hint", NULL, "xml:lang", NULL },
  { "guidance", NULL, "xml:lang", NULL },
  { "constraint_message", NULL, "xml:lang", NULL },
  { "required_message", NULL, "xml:lang", NULL },
  { "action", NULL, "xml:lang", NULL },
  { "meaning", NULL, "xml:lang", NULL },
  { "because", NULL, "xml:lang", NULL },
  { "reason", NULL, "xml:lang", NULL },
};

static const ElementRule *
find_rule (const char *name, const char *parent)
{
  for (guint i = 0; i < G_N_ELEMENTS (element_rules); i++)
    {
      const ElementRule *rule = &element_rules[i];

      if (g_str_equal (rule->name, name)
          && (rule->parent == NULL || g_str_equal (rule->parent, parent)))
        return rule;
    }
  return NULL;
}

/* The next name of a list, without its "!"; moves @names behind it. */
static gboolean
next_name (const char **names, char *name, gsize size, gboolean *needed)
{
  gsize length;

  *names += strspn (*names, " ");
  length = strcspn (*names, " ");
  if (length == 0)
    return FALSE;
  g_assert (length < size);
  memcpy (name, *names, length);
  *needed = name[length - 1] == '!';
  name[*needed ? length - 1 : length] = '\0';
  *names += length;
  return TRUE;
}

static gboolean
list_has (const char *names, const char *wanted)
{
  char name[32];
  gboolean needed;

  while (next_name (&names, name, sizeof name, &needed))
    if (g_str_equal (name, wanted))
      return TRUE;
  return FALSE;
}

static char *
dup_hint (const char *names, const char *wanted, const GPtrArray *faults)
{
  g_auto (GStrv) words = g_strsplit_set (names, " !", -1);
  /* Nobody will read it: do not take the time. */
  gboolean is_full = faults->len >= STILE_FAULTS_MOST;
  StileNearest nearest;

  stile_nearest_init (&nearest, wanted);
  for (guint i = 0; words[i] != NULL && !is_full; i++)
    stile_nearest_offer (&nearest, words[i]);
  return stile_nearest_dup_hint (&nearest);
}

static void
check_attributes (const StileXmlElement *element, const ElementRule *rule, GPtrArray *faults)
{
  const char *names = rule->attributes;
  char name[32];
  gboolean needed;

  for (guint i = 0; i < element->n_attributes; i++)
    {
      const StileXmlAttribute *attribute = &element->attributes[i];
      g_autofree char *hint = NULL;

      if (list_has (rule->attributes, attribute->name))
        continue;
      hint = dup_hint (rule->attributes, attribute->name, faults);
      stile_faults_add (faults, STILE_RULE_UNKNOWN_ATTRIBUTE, attribute->line, attribute->column,
                        element->name, attribute->name, hint, NULL);
    }
  while (next_name (&names, name, sizeof name, &needed))
    if (needed && stile_xml_attribute (element, name) == NULL)
      stile_faults_add (faults, STILE_RULE_MISSING_ATTRIBUTE, element->line, element->column,
                        element->name, name, NULL);
}

static void
check_text (const StileXmlElement *element, const ElementRule *rule, GPtrArray *faults)
{
  g_autofree char *text = g_strstrip (g_strdup (element->text));

  if (rule->children == NULL || text[0] == '\0')
    return;
  if (g_utf8_strlen (text, -1) > 40)
    {
      char *end = g_utf8_offset_to_pointer (text, 40);

      *end = '\0';
    }
  stile_faults_add (faults, STILE_RULE_STRAY_TEXT, element->line, element->column, text,
                    element->name, NULL);
}

static void check_element (const StileXmlElement *element, const char *parent, GPtrArray *faults);

static void
check_child (const StileXmlElement *child, const StileXmlElement *parent, const ElementRule *rule,
             GPtrArray *faults)
{
  g_autofree char *hint = NULL;

  if (!g_str_equal (child->namespace, STILE_FORM_NAMESPACE))
    stile_faults_add (faults, STILE_RULE_NAMESPACE, child->line, child->column, child->name,
                      child->namespace, NULL);
  else if (rule->children == NULL)
    stile_faults_add (faults, STILE_RULE_MARKUP_IN_TEXT, child->line, child->column, child->name,
                      parent->name, NULL);
  else if (list_has (rule->children, child->name))
    check_element (child, parent->name, faults);
  else
    {
      hint = dup_hint (rule->children, child->name, faults);
      stile_faults_add (faults, STILE_RULE_UNKNOWN_ELEMENT, child->line, child->column,
                        child->name, parent->name, hint, NULL);
    }
}

/* Recursion is bounded: the tree is at most STILE_FORM_MAX_DEPTH deep, and the language is less. */
static void
check_element (const StileXmlElement *element, const char *parent, GPtrArray *faults)
{
  const ElementRule *rule = find_rule (element->name, parent);
  const char *names;
  char name[32];
  gboolean needed;

  check_attributes (element, rule, faults);
  check_text (element, rule, faults);
  for (const StileXmlElement *child = element->first; child != NULL; child = child->next)
    check_child (child, element, rule, faults);

  names = rule->children != NULL ? rule->children : "";
  while (next_name (&names, name, sizeof name, &needed))
    if (needed && stile_xml_find (element->first, name) == NULL)
      stile_faults_add (faults, STILE_RULE_MISSING_ELEMENT, element->line, element->column,
                        element->name, name, NULL);
}

gboolean
stile_schema_check (const StileXmlElement *root, GPtrArray *faults)
{
  const StileXmlElement *levels;

  if (!g_str_equal (root->name, "form"))
    {
      stile_faults_add (faults, STILE_RULE_ROOT, root->line, root->column, root->name, NULL);
      return FALSE;
    }
  if (!g_str_equal (root->namespace, STILE_FORM_NAMESPACE))
    {
      stile_faults_add (faults, STILE_RULE_NAMESPACE, root->line, root->column, root->name,
                        root->namespace, NULL);
      return FALSE;
    }
  check_element (root, "", faults);

  levels = stile_xml_find (root->first, "levels");
  if (levels != NULL && (levels = stile_xml_find (levels->next, "levels")) != NULL)
    stile_faults_add (faults, STILE_RULE_REPEATED_ELEMENT, levels->line, levels->column, "levels",
                      NULL);
  return TRUE;
}

gboolean
stile_schema_get_element (guint index, const char **name, const char **parent,
                          const char **attributes)
{
  if (index >= G_N_ELEMENTS (element_rules))
    return FALSE;
  *name = element_rules[index].name;
  *parent = element_rules[index].parent;
  *attributes = element_rules[index].attributes;
  return TRUE;
}
