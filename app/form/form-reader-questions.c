// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form-reader.h"

#include <string.h>

#include "form-checker.h"

static const char *const question_types[] = {
  "select_one", "select_multiple", "yes_no", "integer", "decimal", "date", "text", "note", NULL,
};
static const char *const asks[] = { "both", "adviser", "claimant", NULL };

const char *
stile_question_type_to_string (StileQuestionType type)
{
  g_return_val_if_fail (type <= STILE_QUESTION_NOTE, NULL);
  return question_types[type];
}

/* So few are looked through as quickly. */
#define FEW_CHOICES 8

static int
compare_choices (gconstpointer a, gconstpointer b, gpointer data)
{
  const StileChoice *choices = data;

  return strcmp (choices[*(const guint *) a].id, choices[*(const guint *) b].id);
}

static const guint *
sort_choices (StileReader *reader, const StileChoiceList *list)
{
  guint *by_id;

  if (list->n_choices <= FEW_CHOICES)
    return NULL;
  by_id = stile_arena_new_array (reader->arena, guint, list->n_choices);
  for (guint i = 0; i < list->n_choices; i++)
    by_id[i] = i;
  g_qsort_with_data (by_id, (gint) list->n_choices, sizeof *by_id, compare_choices,
                     (gpointer) list->choices);
  return by_id;
}

static void
check_choice_id (StileReader *reader, const StileXmlAttribute *id, GHashTable *ids)
{
  if (!stile_id_is_valid (id->value))
    stile_xml_attribute_fault (reader->faults, STILE_RULE_BAD_ID, id, id->value, NULL);
  else if (!g_hash_table_add (ids, (gpointer) id->value))
    stile_xml_attribute_fault (reader->faults, STILE_RULE_DUPLICATE_CHOICE, id, id->value, NULL);
}

/* The <choice> elements inside @parent. */
static StileChoiceList
read_choices (StileReader *reader, const StileXmlElement *parent)
{
  g_autoptr (GHashTable) ids = NULL;
  StileChoiceList list = { .n_choices = stile_xml_count (parent, "choice") };
  StileChoice *choice = stile_arena_new_array (reader->arena, StileChoice, list.n_choices);

  if (list.n_choices == 0)
    return list;
  list.choices = choice;
  ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (const StileXmlElement *element = stile_xml_find (parent->first, "choice"); element != NULL;
       element = stile_xml_find (element->next, "choice"), choice++)
    {
      const StileXmlAttribute *id = stile_xml_attribute (element, "id");

      choice->id = id == NULL ? "" : id->value;
      choice->label = stile_reader_text (reader, element, "label");
      choice->points = stile_reader_number (reader, element, "points");
      choice->exclusive = stile_reader_yes (reader, element, "exclusive");
      choice->line = element->line;
      if (id != NULL)
        check_choice_id (reader, id, ids);
    }
  list.by_id = sort_choices (reader, &list);
  return list;
}

void
stile_reader_choice_lists (StileReader *reader, const StileXmlElement *root)
{
  for (const StileXmlElement *element = stile_xml_find (root->first, "choices"); element != NULL;
       element = stile_xml_find (element->next, "choices"))
    {
      StileChoiceList list = read_choices (reader, element);

      stile_reader_id (reader, element, STILE_NAME_CHOICES, reader->choice_lists->len);
      g_array_append_val (reader->choice_lists, list);
    }
}

static gboolean
is_select (const StileQuestion *question)
{
  return question->type == STILE_QUESTION_SELECT_ONE
         || question->type == STILE_QUESTION_SELECT_MULTIPLE;
}

static void
read_yes_no (StileReader *reader, const StileXmlElement *element, StileQuestion *question)
{
  StileChoice *choices = stile_arena_new_array (reader->arena, StileChoice, 2);

  choices[0] = (StileChoice) { .id = "yes", .line = element->line };
  choices[0].points = stile_reader_number (reader, element, "points");
  choices[1] = (StileChoice) { .id = "no", .line = element->line };
  choices[1].points = stile_reader_number (reader, element, "points-no");
  question->choices = choices;
  question->n_choices = 2;
}

static void
read_select (StileReader *reader, const StileXmlElement *element, StileQuestion *question)
{
  const char *shared = stile_reader_string (element, "choices");
  StileChoiceList list = read_choices (reader, element);
  const char *type = stile_question_type_to_string (question->type);

  if (shared != NULL && list.n_choices > 0)
    {
      stile_reader_fault (reader, STILE_RULE_TWO_CHOICE_LISTS, element, shared);
      list.n_choices = 0;
    }
  else if (shared != NULL)
    {
      int index = stile_reader_reference (reader, element, "choices", STILE_NAME_CHOICES,
                                          STILE_RULE_UNKNOWN_CHOICES);

      if (index != STILE_NONE)
        list = g_array_index (reader->choice_lists, StileChoiceList, index);
    }
  else if (list.n_choices == 0)
    stile_reader_fault (reader, STILE_RULE_SELECT_WITHOUT_CHOICES, element, type);

  for (guint i = 0; i < list.n_choices && question->type == STILE_QUESTION_SELECT_ONE; i++)
    if (list.choices[i].exclusive)
      stile_reader_fault (reader, STILE_RULE_EXCLUSIVE_ON_SELECT_ONE, element, list.choices[i].id);
  question->choices = list.choices;
  question->n_choices = list.n_choices;
  question->choices_by_id = list.by_id;
}

static void
read_bands (StileReader *reader, const StileXmlElement *element, StileQuestion *question)
{
  StilePointsBand *band;

  question->n_bands = stile_xml_count (element, "band");
  question->bands = band =
    stile_arena_new_array (reader->arena, StilePointsBand, question->n_bands);
  for (const StileXmlElement *child = stile_xml_find (element->first, "band"); child != NULL;
       child = stile_xml_find (child->next, "band"), band++)
    {
      band->from = stile_reader_needed_number (reader, child, "from");
      band->points = stile_reader_number (reader, child, "points");
      band->line = child->line;
    }
}

static void
read_conditions (StileReader *reader, const StileXmlElement *element, StileQuestion *question,
                 guint n_calculates)
{
  StileView view = { .monitoring = question->monitoring, .n_questions = question->index,
                     .n_calculates = n_calculates, .self = question };

  view.place = STILE_PLACE_RELEVANT;
  stile_reader_condition (reader, element, "relevant", &view, &question->relevant);
  view.place = STILE_PLACE_CONSTRAINT;
  stile_reader_condition (reader, element, "constraint", &view, &question->constraint);
}

static void
read_question (StileReader *reader, const StileXmlElement *element, StileQuestion *question,
               guint n_calculates)
{
  const char *id = stile_reader_id (reader, element, STILE_NAME_QUESTION, question->index);
  guint type = STILE_QUESTION_TEXT, ask = STILE_ASK_BOTH;
  gboolean is_typed = stile_xml_attribute (element, "type") != NULL
                      && stile_reader_word (reader, element, "type", question_types, &type);

  stile_reader_word (reader, element, "ask", asks, &ask);
  question->id = id != NULL ? id : "";
  question->line = element->line;
  question->type = type;
  question->required = stile_reader_yes (reader, element, "required");
  question->sensitive = stile_reader_yes (reader, element, "sensitive");
  question->ask = ask;
  if (stile_xml_attribute (element, "domain") != NULL)
    question->domain = stile_reader_reference (reader, element, "domain", STILE_NAME_DOMAIN,
                                               STILE_RULE_UNKNOWN_DOMAIN);
  question->label = stile_reader_text (reader, element, "label");
  question->hint = stile_reader_text (reader, element, "hint");
  question->guidance = stile_reader_text (reader, element, "guidance");
  question->constraint_message = stile_reader_text (reader, element, "constraint_message");
  question->required_message = stile_reader_text (reader, element, "required_message");
  if (is_select (question))
    read_select (reader, element, question);
  else if (question->type == STILE_QUESTION_YES_NO)
    read_yes_no (reader, element, question);
  else if (question->type == STILE_QUESTION_INTEGER || question->type == STILE_QUESTION_DECIMAL)
    read_bands (reader, element, question);
  read_conditions (reader, element, question, n_calculates);
  if (is_typed)
    stile_checker_check_question (reader, element, question);
}

static void
read_section (StileReader *reader, const StileXmlElement *element, guint index, guint n_calculates)
{
  StileSection *section = (StileSection *) &reader->form->sections[index];
  StileQuestion *questions = (StileQuestion *) reader->form->questions;
  const char *id = stile_reader_id (reader, element, STILE_NAME_SECTION, index);
  int domain = STILE_NONE;

  section->id = id != NULL ? id : "";
  section->label = stile_reader_text (reader, element, "label");
  section->monitoring = stile_xml_is (element->name, "monitoring");
  section->first_question = reader->form->n_questions;
  section->line = element->line;
  if (!section->monitoring)
    domain = stile_reader_reference (reader, element, "domain", STILE_NAME_DOMAIN,
                                     STILE_RULE_UNKNOWN_DOMAIN);

  for (const StileXmlElement *child = stile_xml_find (element->first, "question"); child != NULL;
       child = stile_xml_find (child->next, "question"))
    {
      StileQuestion *question = &questions[reader->form->n_questions];

      question->index = reader->form->n_questions++;
      question->section = index;
      question->monitoring = section->monitoring;
      question->domain = domain;
      read_question (reader, child, question, n_calculates);
    }
  section->n_questions = reader->form->n_questions - section->first_question;
}

/* The sections of one kind, in document order; n_calculates of those stand before each. */
static void
read_sections (StileReader *reader, const StileXmlElement *root, const char *name)
{
  guint n_calculates = 0;

  for (const StileXmlElement *element = root->first; element != NULL; element = element->next)
    {
      if (stile_xml_is (element->name, "calculate"))
        n_calculates++;
      else if (stile_xml_is (element->name, name))
        read_section (reader, element, reader->form->n_sections++, n_calculates);
    }
}

void
stile_reader_sections (StileReader *reader, const StileXmlElement *root)
{
  guint n_sections = stile_xml_count (root, "section") + stile_xml_count (root, "monitoring");
  guint n_questions = 0;

  for (const StileXmlElement *element = root->first; element != NULL; element = element->next)
    if (stile_xml_is (element->name, "section") || stile_xml_is (element->name, "monitoring"))
      n_questions += stile_xml_count (element, "question");
  if (n_questions > STILE_FORM_MAX_QUESTIONS)
    {
      g_autofree char *number = g_strdup_printf ("%u", n_questions);

      stile_reader_fault (reader, STILE_RULE_TOO_MANY_QUESTIONS, root, number);
      return;
    }
  reader->form->sections = stile_arena_new_array (reader->arena, StileSection, n_sections);
  reader->form->questions = stile_arena_new_array (reader->arena, StileQuestion, n_questions);
  read_sections (reader, root, "section");
  read_sections (reader, root, "monitoring");
}
