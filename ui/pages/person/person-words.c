// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "person-words.h"

#include "day.h"
#include "language.h"
#include "words.h"

char *
stile_person_describe_needs (const StilePerson *person)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (person->language != NULL)
    /* Translators: a language in its own words, such as “polski”. */
    g_ptr_array_add (parts, g_strdup_printf (_("Reads %s"),
                                             stile_language_get_own_name (person->language)));
  if (person->read_aloud)
    g_ptr_array_add (parts, g_strdup (C_("what a person needs", "Read aloud")));
  if (person->larger_text)
    g_ptr_array_add (parts, g_strdup (stile_person_get_text_percent (person) > 150
                                        ? _("Very large text") : _("Larger text")));
  if (person->interpreter)
    g_ptr_array_add (parts, g_strdup (_("Interpreter")));
  if (person->needs != NULL)
    g_ptr_array_add (parts, g_strdup (person->needs));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* In words, or the id where the form cannot be read any more; NULL for NULL. Borrowed. */
static const char *
get_category (const StileAssessment *assessment, const char *id)
{
  g_autofree char *language = stile_words_dup_language ();
  const StileCategory *category = assessment->form != NULL && id != NULL
                                    ? stile_form_find_category (assessment->form, id)
                                    : NULL;

  return category != NULL ? stile_text_get (category->label, language, NULL) : id;
}

char *
stile_assessment_describe (const StileAssessment *assessment, GDateTime *now)
{
  g_autofree char *day = NULL;

  if (assessment->finished_at == NULL)
    {
      day = stile_day_to_words (assessment->started_at, now);
      return g_strdup_printf (/* Translators: a day */ _("In progress. Started: %s"), day);
    }
  if (assessment->decided == NULL)
    return g_strdup_printf (/* Translators: a category */ _("To decide. Proposed: %s"),
                            get_category (assessment, assessment->proposed));
  day = stile_day_to_words (assessment->decided_at, now);
  /* Translators: a category, who decided, a day */
  return g_strdup_printf (_("%s. Decided by %s, %s"),
                          get_category (assessment, assessment->decided), assessment->decided_by,
                          day);
}

const char *
stile_assessment_get_title (const StileAssessment *assessment)
{
  g_autofree char *language = stile_words_dup_language ();

  return assessment->form != NULL ? stile_text_get (assessment->form->title, language, NULL)
                                  : assessment->form_id;
}
