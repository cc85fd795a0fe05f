// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "person-assessment.h"
#include "words.h"

typedef struct
{
  StileDocument *document;
  const StileAssessment *assessment;
  const StileForm *form;
} Part;

/* The form's words in the language in which they were read, where the form has it. */
static const char *
get_words (const Part *part, const StileText *text, const char **language)
{
  gboolean is_translated = FALSE;
  const char *words = stile_text_get (text, part->assessment->language, &is_translated);

  *language = is_translated ? part->assessment->language : part->form->language;
  return words;
}

static void
add_form_text (const Part *part, StileStyle style, const StileText *text)
{
  const char *language;
  const char *words = get_words (part, text, &language);

  if (words)
    stile_document_add (part->document, style, words, language);
}

static void
add_line (const Part *part, const char *label, const char *text)
{
  g_autofree char *line = NULL;

  if (!text || *text == '\0')
    return;
  line = g_strdup_printf ("%s: \u2068%s\u2069", label, text);
  stile_document_add_words (part->document, STILE_STYLE_BODY, line);
}

/* ---- Questions and answers ---- */

static char *
dup_answer (const Part *part, const StileInterview *interview, const StileQuestion *question)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (part->assessment->language);

  return stile_answer_to_words (stile_interview_get_answer (interview, question->index), question,
                                part->assessment->language);
}

static void
add_question (const Part *part, const StileInterview *interview, const StileQuestion *question)
{
  g_autofree char *answer = dup_answer (part, interview, question);
  const char *language;

  add_form_text (part, STILE_STYLE_STRONG, question->label);
  get_words (part, question->label, &language);
  stile_document_add (part->document, STILE_STYLE_BULLET, answer, language);
  add_line (part, _("The adviser’s note"),
            g_hash_table_lookup (part->assessment->notes, question->id));
}

static void
add_section (const Part *part, const StileInterview *interview, const StileSection *section)
{
  gboolean has_label = FALSE;

  for (guint i = 0; i < section->n_questions; i++)
    {
      const StileQuestion *question = &part->form->questions[section->first_question + i];

      if (question->type == STILE_QUESTION_NOTE
          || !stile_interview_is_relevant (interview, question->index))
        continue;
      if (!has_label)
        add_form_text (part, STILE_STYLE_HEADING, section->label);
      has_label = TRUE;
      add_question (part, interview, question);
    }
}

/* ---- The result ---- */

/* Why a domain scores as it does: the answers and rules that gave points. */
static void
add_reasons (const Part *part, const StileDomainResult *domain)
{
  for (guint i = 0; i < domain->because->len; i++)
    {
      const StileReason *reason = g_ptr_array_index (domain->because, i);
      const StileText *text = reason->question != STILE_NONE
                                  ? part->form->questions[reason->question].label
                                  : part->form->scores[reason->score_rule].label;
      const char *language;
      const char *words = get_words (part, text, &language);
      g_autofree char *points = g_strdup_printf ("%g", reason->points);
      g_autofree char *line
          /* Translators: a number, and the question or rule that gave it. */
          = g_strdup_printf (_("Points: %s, for \u2068%s\u2069"), points, words ? words : "");

      stile_document_add_words (part->document, STILE_STYLE_BULLET, line);
    }
}

static void
add_domain (const Part *part, const StileDomainResult *domain)
{
  const char *language;
  const char *label = get_words (part, part->form->domains[domain->domain].label, &language);
  const char *level = domain->level == STILE_NONE
                          /* Translators: in place of a level of need, behind an area of life:
                           * there are not enough answers. */
                          ? _("cannot be told")
                          : get_words (part, part->form->levels[domain->level].label, &language);

  add_line (part, label ? label : part->form->domains[domain->domain].id, level);
  add_reasons (part, domain);
}

static void
add_result (const Part *part, const StileInterview *interview)
{
  g_autoptr (StileResult) result = stile_result_new (interview);

  stile_document_add_words (part->document, STILE_STYLE_HEADING, _("The result"));
  for (guint i = 0; i < result->domains->len; i++)
    add_domain (part, &g_array_index (result->domains, StileDomainResult, i));
  for (guint i = 0; i < part->form->n_findings; i++)
    {
      if (result->findings[i])
        add_form_text (part, STILE_STYLE_BULLET, part->form->findings[i].label);
    }
  for (guint i = 0; i < result->alerts->len; i++)
    {
      guint alert = g_array_index (result->alerts, guint, i);
      add_form_text (part, STILE_STYLE_BULLET, part->form->alerts[alert].label);
    }
}

static const char *
category_words (const Part *part, const char *id)
{
  const StileCategory *category = stile_form_find_category (part->form, id);
  const char *language;

  return category ? get_words (part, category->label, &language) : id;
}

static void
add_decision (const Part *part)
{
  const StileAssessment *assessment = part->assessment;

  if (assessment->proposed)
    add_line (part, _("The program proposed"), category_words (part, assessment->proposed));
  if (!assessment->decided)
    {
      stile_document_add_words (part->document, STILE_STYLE_BODY, _("Nobody has decided yet."));
      return;
    }
  /* Translators: behind it stands the category (kind of support) that was decided on. */
  add_line (part, C_("category", "Decided"), category_words (part, assessment->decided));
  add_line (part, _("Decided by"), assessment->decided_by);
  add_line (part, _("The reason"), assessment->reason);
}

void
stile_person_document_add_assessment (StileDocument *document, const StileAssessment *assessment)
{
  g_autoptr (StileInterview) interview = stile_assessment_new_interview (assessment, NULL);
  Part part = { document, assessment, assessment->form };
  g_autofree char *day = stile_words_dup_date (&assessment->started);
  const char *language;

  stile_document_add_words (document, STILE_STYLE_HEADING, _("An assessment"));
  /* Translators: behind it stands the day on which an assessment was started. */
  add_line (&part, C_("assessment", "Started"), day);
  if (!interview)
    {
      /* Translators: behind it stands the title of the questionnaire. */
      add_line (&part, _("The form"), assessment->form_id);
      stile_document_add_words (document, STILE_STYLE_BODY,
                                _("The form that was used cannot be read any more. The answers "
                                  "are in the file of data that belongs to these pages."));
      return;
    }

  add_line (&part, _("The form"), get_words (&part, part.form->title, &language));
  /* Translators: of the questionnaire; behind it stands a number. */
  add_line (&part, _("Its version"), part.form->version);
  for (guint i = 0; i < part.form->n_sections; i++)
    add_section (&part, interview, &part.form->sections[i]);
  if (!assessment->finished_at)
    {
      stile_document_add_words (document, STILE_STYLE_BODY, _("It is not finished yet."));
      return;
    }
  add_result (&part, interview);
  add_decision (&part);
}
