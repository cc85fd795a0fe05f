// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form-reader.h"

#include <math.h>

#include "nearest.h"

#define LONG_LABEL 200
#define MAX_COUNT 100000

void
stile_reader_fault (StileReader *reader, StileRule rule, const StileXmlElement *element,
                    const char *word)
{
  stile_faults_add (reader->faults, rule, element->line, element->column, word, NULL);
}

gboolean
stile_id_is_valid (const char *id)
{
  return g_ascii_islower (id[0])
         && id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/* The parts are not read in the order of the file, but the fault lies with the later one. */
static void
duplicate_id (StileReader *reader, const StileName *name)
{
  const char *id = name->id->value;
  const StileName *taken = stile_names_get_any (reader->names, id);
  gboolean is_later = stile_xml_attribute_is_before (taken->id, name->id);
  const StileName *first = is_later ? taken : name;
  const StileName *second = is_later ? name : taken;
  g_autofree char *line = NULL;
  guint first_line, column;

  stile_xml_attribute_locate (first->id, 0, &first_line, &column);
  line = g_strdup_printf ("%u", first_line);
  stile_xml_attribute_fault (reader->faults, STILE_RULE_DUPLICATE_ID, second->id, id,
                             stile_name_kind_to_words (first->kind), line, NULL);
}

const char *
stile_reader_id (StileReader *reader, const StileXmlElement *element, StileNameKind kind,
                 guint index)
{
  const StileXmlAttribute *attribute = stile_xml_attribute (element, "id");
  StileName name = { .kind = kind, .index = index, .id = attribute };

  if (attribute == NULL)
    return NULL;
  if (!stile_id_is_valid (attribute->value))
    {
      stile_xml_attribute_fault (reader->faults, STILE_RULE_BAD_ID, attribute, attribute->value,
                                 NULL);
      return NULL;
    }
  if (stile_names_add (reader->names, attribute->value, &name))
    return attribute->value;
  duplicate_id (reader, &name);
  return NULL;
}

static const char *
intern_language (StileReader *reader, const char *language)
{
  for (guint i = 0; i < reader->languages->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (reader->languages, i), language) == 0)
      return g_ptr_array_index (reader->languages, i);
  g_ptr_array_add (reader->languages, (gpointer) language);
  return language;
}

static const char *
read_language (StileReader *reader, const StileXmlElement *element)
{
  const StileXmlAttribute *attribute = stile_xml_attribute (element, "xml:lang");

  if (attribute == NULL)
    return reader->form->language;
  if (stile_language_is_valid (attribute->value))
    return intern_language (reader, attribute->value);
  stile_xml_attribute_fault (reader->faults, STILE_RULE_LANGUAGE, attribute, attribute->value,
                             NULL);
  return NULL;
}

static const StileTranslation *
find_translation (const GArray *translations, const char *language)
{
  for (guint i = 0; i < translations->len; i++)
    if (g_array_index (translations, StileTranslation, i).language == language)
      return &g_array_index (translations, StileTranslation, i);
  return NULL;
}

static void
check_length (StileReader *reader, const StileXmlElement *element, const char *text)
{
  glong length;

  if (strlen (text) <= LONG_LABEL || !stile_xml_is (element->name, "label"))
    return;
  length = g_utf8_strlen (text, -1);
  if (length > LONG_LABEL)
    {
      g_autofree char *number = g_strdup_printf ("%ld", length);

      stile_faults_add (reader->faults, STILE_RULE_LONG_LABEL, element->line, element->column,
                        element->name, number, NULL);
    }
}

static void
read_translation (StileReader *reader, const StileXmlElement *element, GArray *translations)
{
  StileTranslation translation = { .language = read_language (reader, element) };

  if (translation.language == NULL)
    return;
  if (element->text[0] == '\0')
    {
      if (element->first == NULL)
        stile_reader_fault (reader, STILE_RULE_EMPTY_TEXT, element, element->name);
      return;
    }
  if (find_translation (translations, translation.language) != NULL)
    {
      stile_faults_add (reader->faults, STILE_RULE_REPEATED_TEXT, element->line, element->column,
                        element->name, translation.language, NULL);
      return;
    }

  translation.text = stile_text_normalize (stile_arena_strdup (reader->arena, element->text));
  if (translation.language == reader->form->language)
    {
      /* Of a translation: many languages need more letters for the same. */
      check_length (reader, element, translation.text);
      g_array_prepend_val (translations, translation);
    }
  else
    g_array_append_val (translations, translation);
}

const StileText *
stile_reader_text (StileReader *reader, const StileXmlElement *parent, const char *name)
{
  GArray *translations = g_array_set_size (reader->translations, 0);
  const StileXmlElement *first = stile_xml_find (parent->first, name);
  guint n_faults = reader->faults->len;
  StileReadText entry;
  StileText *text;

  for (const StileXmlElement *element = first; element != NULL;
       element = stile_xml_find (element->next, name))
    read_translation (reader, element, translations);
  if (translations->len == 0)
    return NULL;
  if (g_array_index (translations, StileTranslation, 0).language != reader->form->language)
    {
      if (reader->faults->len == n_faults)
        stile_faults_add (reader->faults, STILE_RULE_OWN_LANGUAGE, first->line, first->column, name,
                          reader->form->language, NULL);
      return NULL;
    }

  text = stile_arena_new_array (reader->arena, StileText, 1);
  text->n_translations = translations->len;
  text->translations = stile_arena_dup_array (reader->arena, translations);
  entry = (StileReadText) { text, name, first->line };
  /* Where the questions come from stays in the language it was published in. */
  if (!g_str_equal (name, "source"))
    g_array_append_val (reader->texts, entry);
  return text;
}

const char *
stile_reader_string (const StileXmlElement *element, const char *name)
{
  const StileXmlAttribute *attribute = stile_xml_attribute (element, name);

  return attribute == NULL ? NULL : attribute->value;
}

double
stile_reader_number (StileReader *reader, const StileXmlElement *element, const char *name)
{
  const StileXmlAttribute *attribute = stile_xml_attribute (element, name);
  double number;

  if (attribute == NULL)
    return 0;
  number = stile_string_to_number (attribute->value);
  if (isfinite (number))
    return number;
  stile_xml_attribute_fault (reader->faults, STILE_RULE_BAD_NUMBER, attribute, name,
                             attribute->value, NULL);
  return NAN;
}

double
stile_reader_needed_number (StileReader *reader, const StileXmlElement *element, const char *name)
{
  return stile_xml_attribute (element, name) == NULL ? NAN
                                                     : stile_reader_number (reader, element, name);
}

guint
stile_reader_count (StileReader *reader, const StileXmlElement *element, const char *name)
{
  const StileXmlAttribute *attribute = stile_xml_attribute (element, name);
  guint64 count = 0;

  if (attribute == NULL)
    return 0;
  if (!g_ascii_string_to_unsigned (attribute->value, 10, 0, MAX_COUNT, &count, NULL))
    stile_xml_attribute_fault (reader->faults, STILE_RULE_BAD_COUNT, attribute, name,
                               attribute->value, NULL);
  return count;
}

static void
unknown_word (StileReader *reader, const StileXmlAttribute *attribute, const char *const *words)
{
  g_autofree char *all = g_strjoinv (", ", (char **) words);
  g_autofree char *hint = NULL;
  StileNearest nearest;

  stile_nearest_init (&nearest, attribute->value);
  for (guint i = 0; words[i] != NULL; i++)
    stile_nearest_offer (&nearest, words[i]);
  hint = stile_nearest_dup_hint (&nearest);
  stile_xml_attribute_fault (reader->faults, STILE_RULE_BAD_WORD, attribute, attribute->name,
                             attribute->value, all, hint, NULL);
}

gboolean
stile_reader_word (StileReader *reader, const StileXmlElement *element, const char *name,
                   const char *const *words, guint *index)
{
  const StileXmlAttribute *attribute = stile_xml_attribute (element, name);

  if (attribute == NULL)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (stile_xml_is (attribute->value, words[i]))
      {
        *index = i;
        return TRUE;
      }
  unknown_word (reader, attribute, words);
  return FALSE;
}

gboolean
stile_reader_yes (StileReader *reader, const StileXmlElement *element, const char *name)
{
  static const char *const words[] = { "no", "yes", NULL };
  guint yes = 0;

  stile_reader_word (reader, element, name, words, &yes);
  return yes;
}

int
stile_reader_reference (StileReader *reader, const StileXmlElement *element, const char *name,
                        StileNameKind kind, StileRule rule)
{
  const StileXmlAttribute *attribute = stile_xml_attribute (element, name);
  g_autofree char *hint = NULL;
  int index;

  if (attribute == NULL)
    return STILE_NONE;
  index = stile_names_find (reader->names, attribute->value, kind);
  if (index != STILE_NONE)
    return index;
  hint = stile_names_dup_hint (reader->names, attribute->value, kind);
  stile_xml_attribute_fault (reader->faults, rule, attribute, attribute->value, hint, NULL);
  return STILE_NONE;
}

void
stile_reader_condition (StileReader *reader, const StileXmlElement *element, const char *name,
                        const StileView *view, const StileExpression **target)
{
  StileReadCondition condition = { stile_xml_attribute (element, name), *view, target };

  if (condition.attribute != NULL)
    g_array_append_val (reader->conditions, condition);
}
