// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form-reader.h"

#include "form-checker.h"

static const char *const score_kinds[] = { "sum", "max", "mean", NULL };
static const char *const missing_kinds[] = { "range", "prorate", "invalid", NULL };

static void
read_drafts (StileReader *reader, const StileXmlElement *root)
{
  const StileXmlAttribute *attribute = stile_xml_attribute (root, "drafts");
  g_auto (GStrv) tags = NULL;

  if (attribute == NULL)
    return;
  reader->drafts = attribute->value;
  tags = g_strsplit_set (attribute->value, " \t\r\n", -1);
  for (guint i = 0; tags[i] != NULL; i++)
    if (tags[i][0] != '\0' && !stile_language_is_valid (tags[i]))
      stile_xml_attribute_fault (reader->faults, STILE_RULE_LANGUAGE, attribute, tags[i], NULL);
}

static void
read_head (StileReader *reader, const StileXmlElement *root)
{
  StileForm *form = reader->form;
  const StileXmlAttribute *id = stile_xml_attribute (root, "id");
  const StileXmlAttribute *language = stile_xml_attribute (root, "xml:lang");

  form->id = id != NULL ? id->value : "";
  if (id != NULL && !stile_id_is_valid (id->value))
    stile_xml_attribute_fault (reader->faults, STILE_RULE_BAD_ID, id, id->value, NULL);
  form->version = stile_reader_string (root, "version");
  form->minutes = stile_reader_count (reader, root, "minutes");
  form->language = language != NULL ? language->value : "";
  if (language != NULL && !stile_language_is_valid (language->value))
    stile_xml_attribute_fault (reader->faults, STILE_RULE_LANGUAGE, language, language->value,
                               NULL);
  g_ptr_array_add (reader->languages, (gpointer) form->language);
  read_drafts (reader, root);

  form->title = stile_reader_text (reader, root, "title");
  form->purpose = stile_reader_text (reader, root, "purpose");
  form->source = stile_reader_text (reader, root, "source");
  if (stile_xml_find (root->first, "source") == NULL)
    stile_reader_fault (reader, STILE_RULE_NO_SOURCE, root, NULL);
}

static void
read_levels (StileReader *reader, const StileXmlElement *root)
{
  const StileXmlElement *parent = stile_xml_find (root->first, "levels");
  StileLevel *level;

  if (parent == NULL)
    return;
  level = stile_arena_new_array (reader->arena, StileLevel, stile_xml_count (parent, "level"));
  reader->form->levels = level;
  for (const StileXmlElement *element = stile_xml_find (parent->first, "level"); element != NULL;
       element = stile_xml_find (element->next, "level"), level++)
    {
      const char *id =
        stile_reader_id (reader, element, STILE_NAME_LEVEL, reader->form->n_levels++);

      level->id = id != NULL ? id : "";
      level->label = stile_reader_text (reader, element, "label");
      level->line = element->line;
    }
}

/* Decided by the first two bands whose levels are there: a misspelled one says nothing of it. */
static gboolean
do_levels_fall (const StileDomain *domain, guint n_levels)
{
  for (guint i = 1; i < domain->n_bands; i++)
    if (domain->bands[i].level < n_levels && domain->bands[i - 1].level < n_levels)
      return domain->bands[i].level < domain->bands[i - 1].level;
  return FALSE;
}

static void
read_level_bands (StileReader *reader, const StileXmlElement *parent, StileDomain *domain)
{
  StileLevelBand *band;

  domain->n_bands = stile_xml_count (parent, "band");
  domain->bands = band = stile_arena_new_array (reader->arena, StileLevelBand, domain->n_bands);
  for (const StileXmlElement *element = stile_xml_find (parent->first, "band"); element != NULL;
       element = stile_xml_find (element->next, "band"), band++)
    {
      int level = stile_reader_reference (reader, element, "level", STILE_NAME_LEVEL,
                                          STILE_RULE_UNKNOWN_LEVEL);

      band->from = stile_reader_needed_number (reader, element, "from");
      band->level = level;
      band->line = element->line;
    }
  domain->falls = do_levels_fall (domain, reader->form->n_levels);
}

static void
read_missing (StileReader *reader, const StileXmlElement *element, StileDomain *domain)
{
  gboolean has_most = stile_xml_attribute (element, "missing-most") != NULL;
  guint missing = STILE_MISSING_RANGE;

  domain->missing_most = stile_reader_count (reader, element, "missing-most");
  if (!stile_reader_word (reader, element, "missing", missing_kinds, &missing))
    return;
  domain->missing = missing;
  if (domain->missing == STILE_MISSING_PRORATE && !has_most)
    stile_reader_fault (reader, STILE_RULE_PRORATE_WITHOUT_MOST, element, NULL);
  if (domain->missing != STILE_MISSING_PRORATE && has_most)
    stile_reader_fault (reader, STILE_RULE_MOST_WITHOUT_PRORATE, element, NULL);
}

static void
read_domains (StileReader *reader, const StileXmlElement *root)
{
  StileDomain *domain =
    stile_arena_new_array (reader->arena, StileDomain, stile_xml_count (root, "domain"));
  const StileXmlElement *first = stile_xml_find (root->first, "domain");

  if (first != NULL && stile_xml_find (root->first, "levels") == NULL)
    stile_reader_fault (reader, STILE_RULE_NO_LEVELS, first, NULL);
  reader->form->domains = domain;
  for (const StileXmlElement *element = first; element != NULL;
       element = stile_xml_find (element->next, "domain"), domain++)
    {
      const char *id =
        stile_reader_id (reader, element, STILE_NAME_DOMAIN, reader->form->n_domains++);
      gboolean has_value = stile_xml_attribute (element, "value") != NULL;
      guint score = STILE_SCORE_SUM;

      domain->id = id != NULL ? id : "";
      domain->label = stile_reader_text (reader, element, "label");
      domain->line = element->line;
      stile_reader_word (reader, element, "score", score_kinds, &score);
      if (has_value && stile_xml_attribute (element, "score") != NULL)
        stile_reader_fault (reader, STILE_RULE_VALUE_AND_SCORE, element, NULL);
      domain->score = has_value ? STILE_SCORE_VALUE : score;
      read_missing (reader, element, domain);
      read_level_bands (reader, element, domain);
    }
}

/* When it is known how many questions there are, for a domain's value sees them all. */
static void
read_domain_values (StileReader *reader, const StileXmlElement *root)
{
  StileView view = { .place = STILE_PLACE_DOMAIN_VALUE, .n_questions = reader->form->n_questions,
                     .n_calculates = reader->form->n_calculates };
  StileDomain *domain = (StileDomain *) reader->form->domains;

  for (const StileXmlElement *element = stile_xml_find (root->first, "domain"); element != NULL;
       element = stile_xml_find (element->next, "domain"), domain++)
    stile_reader_condition (reader, element, "value", &view, &domain->value);
}

/* Moves what the compiler found, which knows bytes of the expression, to its place in the file. */
static void
move_faults (StileReader *reader, GPtrArray *found, const StileXmlAttribute *attribute)
{
  while (found->len > 0)
    {
      StileFault *fault = g_ptr_array_steal_index (found, 0);

      stile_xml_attribute_locate (attribute, fault->column - 1, &fault->line, &fault->column);
      stile_faults_take (reader->faults, fault);
    }
}

static void
compile_conditions (StileReader *reader)
{
  g_autoptr (GPtrArray) found = stile_faults_new ();

  for (guint i = 0; i < reader->conditions->len; i++)
    {
      StileReadCondition *condition = &g_array_index (reader->conditions, StileReadCondition, i);

      *condition->target =
        stile_expression_compile (condition->attribute->value, &condition->view, reader->form,
                                  reader->names, reader->arena, found);
      move_faults (reader, found, condition->attribute);
    }
}

void
stile_reader_read_form (StileReader *reader, const StileXmlElement *root)
{
  read_head (reader, root);
  read_levels (reader, root);
  read_domains (reader, root);
  stile_reader_choice_lists (reader, root);
  stile_reader_calculates (reader, root);
  stile_reader_sections (reader, root);
  read_domain_values (reader, root);
  stile_reader_rules (reader, root);
  compile_conditions (reader);
  stile_checker_check_form (reader, root);
}
