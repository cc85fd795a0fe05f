// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form-checker.h"

static gboolean
has (const StileXmlElement *element, const char *attribute)
{
  return stile_xml_attribute (element, attribute) != NULL;
}

static const char *
get_points_advice (StileQuestionType type)
{
  switch (type)
    {
    case STILE_QUESTION_SELECT_ONE:
    case STILE_QUESTION_SELECT_MULTIPLE:
      return "Write points on its choices.";
    case STILE_QUESTION_INTEGER:
    case STILE_QUESTION_DECIMAL:
      return "Write <band from=\"…\" points=\"…\"/> inside.";
    default:
      return "Take it out, or use a <score>.";
    }
}

static void
check_points (StileReader *reader, const StileXmlElement *element, const StileQuestion *question)
{
  static const char *const names[] = { "points", "points-no" };

  if (question->type == STILE_QUESTION_YES_NO)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const StileXmlAttribute *attribute = stile_xml_attribute (element, names[i]);

      if (attribute != NULL)
        stile_xml_attribute_fault (reader->faults, STILE_RULE_POINTS_ON_TYPE, attribute, names[i],
                                   stile_question_type_to_string (question->type),
                                   get_points_advice (question->type), NULL);
    }
}

static void
check_note (StileReader *reader, const StileXmlElement *element)
{
  static const char *const names[] = { "required", "constraint", "sensitive" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (has (element, names[i]))
      stile_reader_fault (reader, STILE_RULE_NOTE_ATTRIBUTE, element, names[i]);
}

static gboolean
choices_have_points (const StileQuestion *question)
{
  for (guint i = 0; i < question->n_choices; i++)
    if (question->choices[i].points != 0)
      return TRUE;
  return FALSE;
}

static void
check_monitoring (StileReader *reader, const StileXmlElement *element,
                  const StileQuestion *question)
{
  if (has (element, "domain"))
    stile_reader_fault (reader, STILE_RULE_MONITORING_SCORED, element, "domain");
  if (question->n_bands > 0)
    stile_reader_fault (reader, STILE_RULE_MONITORING_SCORED, element, "band");
  if (choices_have_points (question))
    stile_reader_fault (reader, STILE_RULE_MONITORING_SCORED, element, "points");
}

static void
check_question_bands (StileReader *reader, const StileXmlElement *element,
                      const StileQuestion *question)
{
  const StileXmlElement *band = stile_xml_find (element->first, "band");

  for (guint i = 1; i < question->n_bands; i++)
    if (question->bands[i].from <= question->bands[i - 1].from)
      {
        g_autofree char *from = stile_number_to_string (question->bands[i].from);
        g_autofree char *before = stile_number_to_string (question->bands[i - 1].from);

        stile_faults_add (reader->faults, STILE_RULE_BANDS_NOT_RISING, question->bands[i].line, 0,
                          from, before, NULL);
      }
  if (band != NULL && question->bands == NULL)
    stile_reader_fault (reader, STILE_RULE_BANDS_ON_TYPE, band,
                        stile_question_type_to_string (question->type));
}

void
stile_checker_check_question (StileReader *reader, const StileXmlElement *element,
                              const StileQuestion *question)
{
  gboolean is_select = question->type == STILE_QUESTION_SELECT_ONE
                       || question->type == STILE_QUESTION_SELECT_MULTIPLE;

  if (!is_select && (has (element, "choices") || stile_xml_find (element->first, "choice") != NULL))
    stile_reader_fault (reader, STILE_RULE_CHOICES_ON_TYPE, element,
                        stile_question_type_to_string (question->type));
  check_points (reader, element, question);
  check_question_bands (reader, element, question);
  if (question->type == STILE_QUESTION_NOTE)
    check_note (reader, element);
  if (question->monitoring)
    check_monitoring (reader, element, question);
}

static void
check_level_bands (StileReader *reader, const StileDomain *domain)
{
  const StileForm *form = reader->form;

  for (guint i = 1; i < domain->n_bands; i++)
    {
      const StileLevelBand *band = &domain->bands[i], *before = &domain->bands[i - 1];

      if (band->from <= before->from)
        {
          g_autofree char *from = stile_number_to_string (band->from);
          g_autofree char *from_before = stile_number_to_string (before->from);

          stile_faults_add (reader->faults, STILE_RULE_BANDS_NOT_RISING, band->line, 0, from,
                            from_before, NULL);
        }
      /* What is not a level was found before. */
      if (band->level < form->n_levels && before->level < form->n_levels
          && (band->level == before->level || (band->level < before->level) != domain->falls))
        stile_faults_add (reader->faults, STILE_RULE_BAND_LEVELS_MIXED, band->line, 0,
                          form->levels[band->level].id, form->levels[before->level].id, NULL);
    }
}

/* What is not answered gives no points, and here few points are a need. */
static void
check_falling (StileReader *reader, const StileDomain *domain)
{
  if (domain->falls && domain->score != STILE_SCORE_VALUE
      && domain->missing == STILE_MISSING_RANGE)
    stile_faults_add (reader->faults, STILE_RULE_FALLING_WITHOUT_MISSING, domain->line, 0,
                      domain->id, NULL);
}

static void
check_translations (StileReader *reader)
{
  for (guint i = 0; i < reader->texts->len; i++)
    {
      const StileReadText *entry = &g_array_index (reader->texts, StileReadText, i);
      g_autoptr (GString) missing = g_string_new (NULL);

      if (entry->text->n_translations >= reader->languages->len)
        continue;
      for (guint j = 1; j < reader->languages->len; j++)
        {
          const char *language = g_ptr_array_index (reader->languages, j);
          gboolean found = FALSE;

          for (guint k = 0; k < entry->text->n_translations && !found; k++)
            found = entry->text->translations[k].language == language;
          if (!found)
            g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", language);
        }
      stile_faults_add (reader->faults, STILE_RULE_MISSING_TRANSLATION, entry->line, 0,
                        entry->element, missing->str, NULL);
    }
}

void
stile_checker_check_form (StileReader *reader, const StileXmlElement *root)
{
  for (guint i = 0; i < reader->form->n_domains; i++)
    {
      check_level_bands (reader, &reader->form->domains[i]);
      check_falling (reader, &reader->form->domains[i]);
    }
  if (stile_xml_find (root->first, "section") == NULL)
    stile_reader_fault (reader, STILE_RULE_NO_QUESTIONS, root, NULL);
  check_translations (reader);
}
