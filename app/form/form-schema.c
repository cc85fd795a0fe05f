// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form-schema.h"

#include "nearest.h"
#include "text-private.h"
#include "xml-place.h"

typedef struct
{
  const char *name;
  const char *parent;     /* NULL: the same in all */
  const char *attributes; /* joined by blanks; those that it needs end in "!" */
  const char *children;   /* the same; NULL: it holds words */
} ElementRule;

/* The most attributes, and the most kinds of children. */
#define MAX_NAMES 16

static const ElementRule element_rules[] = { /* the root first */
  { "form", NULL, "id! version! xml:lang! minutes drafts",
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
  { "category", NULL, "id! when contact-days", "label! meaning! because" },
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

/* A list of names, each with its bit in @needed. */
typedef struct
{
  char **names;
  guint32 needed;
} NameList;

typedef struct
{
  NameList attributes;
  NameList children;
  guint rules[MAX_NAMES]; /* of each child: an index in element_rules */
} ElementLists;

static guint
find_rule (const char *name, const char *parent)
{
  for (guint i = 0; i < G_N_ELEMENTS (element_rules); i++)
    {
      const ElementRule *rule = &element_rules[i];

      if (stile_xml_is (rule->name, name)
          && (rule->parent == NULL || stile_xml_is (rule->parent, parent)))
        return i;
    }
  g_assert_not_reached ();
}

static void
read_list (NameList *list, const char *names)
{
  list->names = g_strsplit_set (names, " ", -1);
  g_assert (g_strv_length (list->names) <= MAX_NAMES);
  for (guint i = 0; list->names[i] != NULL; i++)
    if (g_str_has_suffix (list->names[i], "!"))
      {
        list->names[i][strlen (list->names[i]) - 1] = '\0';
        list->needed |= 1u << i;
      }
}

/* Those of element_rules, in their order; taken apart once. */
static const ElementLists *
get_lists (void)
{
  static ElementLists lists[G_N_ELEMENTS (element_rules)];
  static gsize is_read = 0;

  if (g_once_init_enter (&is_read))
    {
      for (guint i = 0; i < G_N_ELEMENTS (element_rules); i++)
        {
          const ElementRule *rule = &element_rules[i];

          read_list (&lists[i].attributes, rule->attributes);
          read_list (&lists[i].children, rule->children != NULL ? rule->children : "");
          for (guint j = 0; lists[i].children.names[j] != NULL; j++)
            lists[i].rules[j] = find_rule (lists[i].children.names[j], rule->name);
        }
      g_once_init_leave (&is_read, 1);
    }
  return lists;
}

/* The index of @name, or -1. */
static int
find_name (const NameList *list, const char *name)
{
  for (guint i = 0; list->names[i] != NULL; i++)
    if (stile_xml_is (list->names[i], name))
      return i;
  return -1;
}

static char *
dup_hint (const NameList *list, const char *wanted, const GPtrArray *faults)
{
  /* Nobody will read it: do not take the time. */
  gboolean is_full = faults->len >= STILE_FAULTS_MOST;
  StileNearest nearest;

  stile_nearest_init (&nearest, wanted);
  for (guint i = 0; list->names[i] != NULL && !is_full; i++)
    stile_nearest_offer (&nearest, list->names[i]);
  return stile_nearest_dup_hint (&nearest);
}

/* One fault for each name that is needed and has no bit in @found. */
static void
check_needed (const StileXmlElement *element, const NameList *list, guint32 found, StileRule rule,
              GPtrArray *faults)
{
  guint32 missing = list->needed & ~found;

  for (guint i = 0; missing >> i != 0; i++)
    if (missing >> i & 1)
      stile_faults_add (faults, rule, element->line, element->column, element->name,
                        list->names[i], NULL);
}

static void
check_attributes (const StileXmlElement *element, const NameList *list, GPtrArray *faults)
{
  guint32 found = 0;

  for (guint i = 0; i < element->n_attributes; i++)
    {
      const StileXmlAttribute *attribute = &element->attributes[i];
      int index = find_name (list, attribute->name);
      g_autofree char *hint = NULL;

      if (index >= 0)
        {
          found |= 1u << index;
          continue;
        }
      hint = dup_hint (list, attribute->name, faults);
      stile_xml_attribute_fault (faults, STILE_RULE_UNKNOWN_ATTRIBUTE, attribute, element->name,
                                 attribute->name, hint, NULL);
    }
  check_needed (element, list, found, STILE_RULE_MISSING_ATTRIBUTE, faults);
}

static void
check_text (const StileXmlElement *element, const ElementRule *rule, GPtrArray *faults)
{
  g_autofree char *text = NULL;

  if (rule->children == NULL || element->text[0] == '\0')
    return;
  text = stile_text_normalize (g_strdup (element->text));
  if (g_utf8_strlen (text, -1) > 40)
    {
      char *end = g_utf8_offset_to_pointer (text, 40);

      *end = '\0';
    }
  stile_faults_add (faults, STILE_RULE_STRAY_TEXT, element->line, element->column, text,
                    element->name, NULL);
}

static void
unknown_element (const StileXmlElement *child, const StileXmlElement *parent, const NameList *list,
                 GPtrArray *faults)
{
  g_autofree char *hint = dup_hint (list, child->name, faults);

  stile_faults_add (faults, STILE_RULE_UNKNOWN_ELEMENT, child->line, child->column, child->name,
                    parent->name, hint, NULL);
}

/* Recursion is bounded: the tree is at most STILE_FORM_MAX_DEPTH deep, and the language is less. */
static void
check_element (const StileXmlElement *element, guint index, GPtrArray *faults)
{
  const ElementRule *rule = &element_rules[index];
  const ElementLists *lists = &get_lists ()[index];
  guint32 found = 0;

  check_attributes (element, &lists->attributes, faults);
  check_text (element, rule, faults);
  for (const StileXmlElement *child = element->first; child != NULL; child = child->next)
    {
      int name = find_name (&lists->children, child->name);

      if (name >= 0)
        found |= 1u << name;
      if (!stile_xml_is (child->namespace, STILE_FORM_NAMESPACE))
        stile_faults_add (faults, STILE_RULE_NAMESPACE, child->line, child->column, child->name,
                          child->namespace, NULL);
      else if (rule->children == NULL)
        stile_faults_add (faults, STILE_RULE_MARKUP_IN_TEXT, child->line, child->column,
                          child->name, element->name, NULL);
      else if (name >= 0)
        check_element (child, lists->rules[name], faults);
      else
        unknown_element (child, element, &lists->children, faults);
    }
  check_needed (element, &lists->children, found, STILE_RULE_MISSING_ELEMENT, faults);
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
  check_element (root, 0, faults);

  levels = stile_xml_find (root->first, "levels");
  if (levels != NULL && (levels = stile_xml_find (levels->next, "levels")) != NULL)
    stile_faults_add (faults, STILE_RULE_REPEATED_ELEMENT, levels->line, levels->column, "levels",
                      NULL);
  return TRUE;
}

gboolean
stile_schema_is_text (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (element_rules); i++)
    if (stile_xml_is (element_rules[i].name, name))
      return element_rules[i].children == NULL;
  return FALSE;
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
