// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "result-words.h"

#include <math.h>

#include "day.h"
#include "words.h"

static const char *
get_category (const StileForm *form, guint category, const char *language)
{
  return stile_text_get (form->categories[category].label, language, NULL);
}

char *
stile_result_words_dup_range (const StileResult *result, const char *language)
{
  const StileForm *form = result->form;
  guint n_open = result->declined + result->unknown + result->unanswered;

  if (n_open == 0)
    return g_strdup (_("Every question has an answer, so nothing is left open."));
  if (result->lowest_category == result->highest_category)
    return g_strdup_printf (ngettext ("%u question is open. Its answer would not change the "
                                      "category.",
                                      "%u questions are open. Their answers would not change the "
                                      "category.",
                                      n_open),
                            n_open);

  return g_strdup_printf (
    /* Translators: two categories (kinds of support), and how many questions are open. */
    ngettext ("The category could be from “%s” to “%s”, because %u question is open.",
              "The category could be from “%s” to “%s”, because %u questions are open.", n_open),
    get_category (form, result->lowest_category, language),
    get_category (form, result->highest_category, language), n_open);
}

char *
stile_result_words_dup_telling (const StileResult *result, const StileInterview *interview,
                                const char *language)
{
  int question = stile_result_get_most_telling_question (result, interview);

  if (question == STILE_NONE)
    return NULL;
  /* Translators: a question of the form. */
  return g_strdup_printf (_("The open question that matters most: “%s”"),
                          stile_text_get (result->form->questions[question].label, language, NULL));
}

/* Any of the three may be missing: with some answers, a value is no number. */
static const char *
get_level_label (const StileForm *form, int level, const char *language)
{
  /* Translators: in place of a level of need. */
  return level == STILE_NONE ? _("Not enough answers to say")
                             : stile_text_get (form->levels[level].label, language, NULL);
}

char *
stile_result_words_dup_level (const StileForm *form, const StileDomainResult *domain,
                              const char *language)
{
  const char *level = get_level_label (form, domain->level, language);

  if (domain->highest_level == STILE_NONE && domain->missing != NULL && domain->missing->len == 0
      && form->domains[domain->domain].value == NULL)
    /* Translators: an area of life none of whose questions is asked. */
    return g_strdup (_("Does not apply"));
  if (domain->lowest_level == domain->highest_level || domain->highest_level == STILE_NONE)
    return g_strdup (level);
  if (domain->lowest_level == domain->level || domain->lowest_level == STILE_NONE)
    /* Translators: two levels of need: "Some need", "Severe need". */
    return g_strdup_printf (_("%s. It could be up to “%s”."), level,
                            get_level_label (form, domain->highest_level, language));
  /* Translators: three levels of need. */
  return g_strdup_printf (_("%s. It could be from “%s” to “%s”."), level,
                          get_level_label (form, domain->lowest_level, language),
                          get_level_label (form, domain->highest_level, language));
}

const char *
stile_result_words_get_urgency (StileUrgency urgency)
{
  switch (urgency)
    {
    case STILE_URGENCY_NOW:
      return _("Do this now");
    case STILE_URGENCY_TODAY:
      return _("Do this today");
    case STILE_URGENCY_SOON:
      return _("Do this soon");
    default:
      g_assert_not_reached ();
    }
}

char *
stile_result_words_dup_reason (const StileForm *form, const StileReason *reason,
                               const char *language)
{
  const StileQuestion *question;
  g_autofree char *answer = NULL;

  if (reason->question == STILE_NONE)
    return g_strdup (stile_text_get (form->scores[reason->score_rule].label, language, NULL));

  question = &form->questions[reason->question];
  answer = stile_answer_to_words (reason->answer, question, language);
  return g_strdup_printf ("%s — %s", stile_text_get (question->label, language, NULL), answer);
}

char *
stile_result_words_dup_points (double points)
{
  g_autofree char *number = stile_number_to_string (points);

  if (points != floor (points))
    /* Translators: a number such as 2.5. */
    return g_strdup_printf (C_("with a fraction", "%s points"), number);
  /* Translators: a whole number. */
  return g_strdup_printf (ngettext ("%s point", "%s points", (gulong) fabs (points)), number);
}

char *
stile_result_words_dup_change (const StileForm *form, const StileChange *change,
                               const char *language)
{
  const StileQuestion *question = &form->questions[change->question];
  g_autofree char *answer = stile_answer_to_words (change->answer, question, language);

  /* Translators: a question, an answer to it, and the category it would lead to. */
  return g_strdup_printf (_("If the answer to “%s” were “%s”, the category would be “%s”."),
                          stile_text_get (question->label, language, NULL), answer,
                          get_category (form, change->category, language));
}

static const char *
get_category_by_id (const StileForm *form, const char *id, const char *language)
{
  const StileCategory *category = stile_form_find_category (form, id);

  return category != NULL ? stile_text_get (category->label, language, NULL) : id;
}

char *
stile_result_words_dup_decision (const StileAssessment *assessment, GDateTime *now,
                                 const char *language)
{
  g_autofree char *when = NULL;
  const char *decided;

  if (assessment->decided == NULL)
    return NULL;

  when = stile_moment_to_words (assessment->decided_at, now);
  decided = get_category_by_id (assessment->form, assessment->decided, language);
  if (g_strcmp0 (assessment->decided, assessment->proposed) == 0 && assessment->reason != NULL)
    /* Translators: a moment ("Today, 14:05"), an adviser, a category, the reason. */
    return g_strdup_printf (_("%s: %s chose “%s”. The reason: %s"), when, assessment->decided_by,
                            decided, assessment->reason);
  if (g_strcmp0 (assessment->decided, assessment->proposed) == 0)
    /* Translators: a moment ("Today, 14:05"), an adviser, a category. */
    return g_strdup_printf (_("%s: %s confirmed “%s”."), when, assessment->decided_by, decided);
  /* Translators: a moment ("Today, 14:05"), an adviser, the category chosen, the one proposed, the
   * reason. */
  return g_strdup_printf (_("%s: %s chose “%s” instead of “%s”. The reason: %s"), when,
                          assessment->decided_by, decided,
                          get_category_by_id (assessment->form, assessment->proposed, language),
                          assessment->reason);
}
