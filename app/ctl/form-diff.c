// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form-diff.h"

#include <string.h>

#include "form-diff-private.h"

/* ---- Levels and domains ---- */

static void
compare_levels (StileFormDiff *diff, const char *name, const void *before, const void *after)
{
  const StileLevel *old = before, *new = after;

  stile_diff_texts (diff, name, "label", old->label, new->label);
}

static char *
dup_domain_score (const StileDomain *domain)
{
  static const char *const kinds[] = {
    [STILE_SCORE_SUM] = "sum", [STILE_SCORE_MAX] = "max", [STILE_SCORE_MEAN] = "mean"
  };

  return g_strdup (domain->score == STILE_SCORE_VALUE ? stile_expression_get_source (domain->value)
                                                      : kinds[domain->score]);
}

static char *
dup_missing_rule (const StileDomain *domain)
{
  switch (domain->missing)
    {
    case STILE_MISSING_PRORATE:
      return g_strdup_printf ("prorate with at most %u missing", domain->missing_most);
    case STILE_MISSING_INVALID:
      return g_strdup ("invalid");
    case STILE_MISSING_RANGE:
    default:
      return g_strdup ("range");
    }
}

static char *
dup_band_start (const StileForm *form, const StileDomain *domain, const char *level)
{
  for (guint i = 0; i < domain->n_bands; i++)
    if (strcmp (form->levels[domain->bands[i].level].id, level) == 0)
      return stile_number_to_string (domain->bands[i].from);

  return NULL;
}

/* A domain has at most one band for a level. */
static void
compare_level_bands (StileFormDiff *diff, const char *name, const StileDomain *before,
                     const StileDomain *after)
{
  for (guint i = 0; i < before->n_bands + after->n_bands; i++)
    {
      gboolean is_old = i < before->n_bands;
      const char *level = is_old ? diff->before->levels[before->bands[i].level].id
                                 : diff->after->levels[after->bands[i - before->n_bands].level].id;
      g_autofree char *from = dup_band_start (diff->before, before, level);
      g_autofree char *to = dup_band_start (diff->after, after, level);

      if (is_old && !to)
        stile_diff_say (diff, name, "band %s removed: it was from %s", level, from);
      else if (is_old && strcmp (from, to) != 0)
        stile_diff_say (diff, name, "band %s moved from %s to %s", level, from, to);
      else if (!is_old && !from)
        stile_diff_say (diff, name, "band %s added, from %s", level, to);
    }
}

static void
compare_domains (StileFormDiff *diff, const char *name, const void *before, const void *after)
{
  const StileDomain *old = before, *new = after;
  g_autofree char *old_score = dup_domain_score (old);
  g_autofree char *new_score = dup_domain_score (new);
  g_autofree char *old_missing = dup_missing_rule (old);
  g_autofree char *new_missing = dup_missing_rule (new);

  stile_diff_texts (diff, name, "label", old->label, new->label);
  stile_diff_words (diff, name, "score", old_score, new_score);
  stile_diff_words (diff, name, "rule for missing answers", old_missing, new_missing);
  stile_diff_words (diff, name, "worse score", old->falls ? "low" : "high",
                    new->falls ? "low" : "high");
  compare_level_bands (diff, name, old, new);
}

/* ---- Questions ---- */

static void
compare_choices (StileFormDiff *diff, const char *name, const void *before, const void *after)
{
  const StileChoice *old = before, *new = after;

  stile_diff_texts (diff, name, "label", old->label, new->label);
  stile_diff_numbers (diff, name, "points", old->points, new->points);
  stile_diff_flags (diff, name, "exclusive", old->exclusive, new->exclusive);
}

static char *
dup_points_bands (const StileQuestion *question)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < question->n_bands; i++)
    {
      g_autofree char *from = stile_number_to_string (question->bands[i].from);
      g_autofree char *points = stile_number_to_string (question->bands[i].points);

      g_string_append_printf (text, "%s%s from %s", i > 0 ? ", " : "", points, from);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static const char *
get_domain_id (const StileForm *form, int domain)
{
  return domain == STILE_NONE ? NULL : form->domains[domain].id;
}

static void
compare_questions (StileFormDiff *diff, const char *name, const void *before, const void *after)
{
  static const char *const asks[] = {
    [STILE_ASK_BOTH] = "both", [STILE_ASK_ADVISER] = "adviser", [STILE_ASK_CLAIMANT] = "claimant"
  };
  const StileQuestion *old = before, *new = after;
  g_autofree char *old_bands = dup_points_bands (old);
  g_autofree char *new_bands = dup_points_bands (new);

  stile_diff_words (diff, name, "section", diff->before->sections[old->section].id,
                    diff->after->sections[new->section].id);
  stile_diff_words (diff, name, "type", stile_question_type_to_string (old->type),
                    stile_question_type_to_string (new->type));
  stile_diff_texts (diff, name, "wording", old->label, new->label);
  stile_diff_texts (diff, name, "hint", old->hint, new->hint);
  stile_diff_texts (diff, name, "guidance", old->guidance, new->guidance);
  stile_diff_texts (diff, name, "constraint message", old->constraint_message,
                    new->constraint_message);
  stile_diff_texts (diff, name, "required message", old->required_message, new->required_message);
  stile_diff_flags (diff, name, "required", old->required, new->required);
  stile_diff_flags (diff, name, "sensitive", old->sensitive, new->sensitive);
  stile_diff_flags (diff, name, "a monitoring question", old->monitoring, new->monitoring);
  stile_diff_words (diff, name, "who is asked", asks[old->ask], asks[new->ask]);
  stile_diff_words (diff, name, "domain", get_domain_id (diff->before, old->domain),
                    get_domain_id (diff->after, new->domain));
  stile_diff_expressions (diff, name, "condition", old->relevant, new->relevant);
  stile_diff_expressions (diff, name, "constraint", old->constraint, new->constraint);
  stile_diff_lists (diff, name, "choice", STILE_ID_LIST (old->choices, old->n_choices),
                    STILE_ID_LIST (new->choices, new->n_choices), compare_choices);
  stile_diff_words (diff, name, "points of numbers", old_bands, new_bands);
}

static void
compare_sections (StileFormDiff *diff, const char *name, const void *before, const void *after)
{
  const StileSection *old = before, *new = after;

  stile_diff_texts (diff, name, "label", old->label, new->label);
  stile_diff_flags (diff, name, "a monitoring part", old->monitoring, new->monitoring);
}

/* ---- Score rules ---- */

/* A rule has no id of its own: it is known again by its label and its domain, and among those that
 * are alike by its turn. */
typedef struct
{
  const char *id; /* first */
  const StileScoreRule *rule;
} NamedRule;

static NamedRule *
name_rules (const StileForm *form, GStringChunk *ids)
{
  g_autoptr (GHashTable) turns = g_hash_table_new (g_str_hash, g_str_equal);
  NamedRule *named = g_new (NamedRule, form->n_scores);

  for (guint i = 0; i < form->n_scores; i++)
    {
      const StileScoreRule *rule = &form->scores[i];
      g_autofree char *words
        = g_strdup_printf ("“%s” of domain %s", stile_text_get (rule->label, NULL, NULL),
                           form->domains[rule->domain].id);
      const char *id = g_string_chunk_insert_const (ids, words);
      guint turn = GPOINTER_TO_UINT (g_hash_table_lookup (turns, id)) + 1;

      g_hash_table_insert (turns, (gpointer) id, GUINT_TO_POINTER (turn));
      if (turn > 1)
        {
          g_autofree char *again = g_strdup_printf ("%s (%u)", words, turn);

          id = g_string_chunk_insert_const (ids, again);
        }
      named[i] = (NamedRule) { .id = id, .rule = rule };
    }

  return named;
}

static void
compare_rules (StileFormDiff *diff, const char *name, const void *before, const void *after)
{
  const StileScoreRule *old = ((const NamedRule *) before)->rule;
  const StileScoreRule *new = ((const NamedRule *) after)->rule;

  stile_diff_texts (diff, name, "label", old->label, new->label);
  stile_diff_numbers (diff, name, "points", old->points, new->points);
  stile_diff_expressions (diff, name, "condition", old->when, new->when);
}

static void
compare_score_rules (StileFormDiff *diff)
{
  g_autoptr (GStringChunk) ids = g_string_chunk_new (1024);
  g_autofree NamedRule *before = name_rules (diff->before, ids);
  g_autofree NamedRule *after = name_rules (diff->after, ids);

  stile_diff_lists (diff, "", "score rule", STILE_ID_LIST (before, diff->before->n_scores),
                    STILE_ID_LIST (after, diff->after->n_scores), compare_rules);
}

/* ---- Outcomes ---- */

static void
compare_calculates (StileFormDiff *diff, const char *name, const void *before, const void *after)
{
  const StileCalculate *old = before, *new = after;

  stile_diff_expressions (diff, name, "value", old->value, new->value);
}

static void
compare_findings (StileFormDiff *diff, const char *name, const void *before, const void *after)
{
  const StileFinding *old = before, *new = after;

  stile_diff_texts (diff, name, "label", old->label, new->label);
  stile_diff_expressions (diff, name, "condition", old->when, new->when);
}

static void
compare_alerts (StileFormDiff *diff, const char *name, const void *before, const void *after)
{
  const StileAlert *old = before, *new = after;

  stile_diff_words (diff, name, "urgency", stile_urgency_to_string (old->urgency),
                    stile_urgency_to_string (new->urgency));
  stile_diff_texts (diff, name, "label", old->label, new->label);
  stile_diff_texts (diff, name, "action", old->action, new->action);
  stile_diff_expressions (diff, name, "condition", old->when, new->when);
}

static void
compare_categories (StileFormDiff *diff, const char *name, const void *before, const void *after)
{
  const StileCategory *old = before, *new = after;

  stile_diff_texts (diff, name, "label", old->label, new->label);
  stile_diff_texts (diff, name, "meaning", old->meaning, new->meaning);
  stile_diff_texts (diff, name, "because", old->because, new->because);
  stile_diff_numbers (diff, name, "contact-days", old->contact_days, new->contact_days);
  stile_diff_expressions (diff, name, "condition", old->when, new->when);
}

static char *
dup_services (const StileReferralRule *referral)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < referral->n_services; i++)
    {
      const StileServiceHint *service = &referral->services[i];

      if (text->len > 0)
        g_string_append (text, ", ");
      if (service->term)
        g_string_append_printf (text, "%s %s", service->taxonomy ? service->taxonomy : "term",
                                service->term);
      if (service->keyword)
        g_string_append_printf (text, "%s“%s”", service->term ? " " : "", service->keyword);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
compare_referrals (StileFormDiff *diff, const char *name, const void *before, const void *after)
{
  const StileReferralRule *old = before, *new = after;
  g_autofree char *old_services = dup_services (old);
  g_autofree char *new_services = dup_services (new);

  stile_diff_words (diff, name, "urgency", stile_urgency_to_string (old->urgency),
                    stile_urgency_to_string (new->urgency));
  stile_diff_words (diff, name, "domain", get_domain_id (diff->before, old->domain),
                    get_domain_id (diff->after, new->domain));
  stile_diff_texts (diff, name, "label", old->label, new->label);
  stile_diff_texts (diff, name, "reason", old->reason, new->reason);
  stile_diff_expressions (diff, name, "condition", old->when, new->when);
  stile_diff_words (diff, name, "services", old_services, new_services);
}

/* ---- The form ---- */

static GStrv
dup_other_languages (const StileForm *before, const StileForm *after)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) old = stile_form_dup_languages (before);
  g_auto (GStrv) new = stile_form_dup_languages (after);

  for (guint i = 0; old[i]; i++)
    if (strcmp (old[i], before->language) != 0)
      g_strv_builder_add (builder, old[i]);
  for (guint i = 0; new[i]; i++)
    if (strcmp (new[i], after->language) != 0
        && !g_strv_contains ((const char *const *) old, new[i]))
      g_strv_builder_add (builder, new[i]);

  return g_strv_builder_end (builder);
}

static void
compare_heads (StileFormDiff *diff)
{
  const StileForm *old = diff->before, *new = diff->after;

  stile_diff_words (diff, "form", "id", old->id, new->id);
  stile_diff_words (diff, "form", "version", old->version, new->version);
  stile_diff_words (diff, "form", "language", old->language, new->language);
  stile_diff_numbers (diff, "form", "minutes", old->minutes, new->minutes);
  stile_diff_texts (diff, "form", "title", old->title, new->title);
  stile_diff_texts (diff, "form", "purpose", old->purpose, new->purpose);
  stile_diff_texts (diff, "form", "source", old->source, new->source);
}

/* The parts of the two forms that stand in the field @name. */
#define LISTS(diff, name)                                                                          \
  STILE_ID_LIST ((diff)->before->name, (diff)->before->n_##name),                                  \
      STILE_ID_LIST ((diff)->after->name, (diff)->after->n_##name)

GPtrArray *
stile_form_diff (const StileForm *before, const StileForm *after)
{
  g_auto (GStrv) languages = dup_other_languages (before, after);
  StileFormDiff diff = {
    .before = before,
    .after = after,
    .languages = languages,
    .lines = g_ptr_array_new_with_free_func (g_free),
  };

  compare_heads (&diff);
  stile_diff_lists (&diff, "", "level", LISTS (&diff, levels), compare_levels);
  stile_diff_lists (&diff, "", "domain", LISTS (&diff, domains), compare_domains);
  stile_diff_lists (&diff, "", "section", LISTS (&diff, sections), compare_sections);
  stile_diff_lists (&diff, "", "question", LISTS (&diff, questions), compare_questions);
  stile_diff_lists (&diff, "", "calculate", LISTS (&diff, calculates), compare_calculates);
  compare_score_rules (&diff);
  stile_diff_lists (&diff, "", "finding", LISTS (&diff, findings), compare_findings);
  stile_diff_lists (&diff, "", "alert", LISTS (&diff, alerts), compare_alerts);
  stile_diff_lists (&diff, "", "category", LISTS (&diff, categories), compare_categories);
  stile_diff_lists (&diff, "", "referral", LISTS (&diff, referrals), compare_referrals);

  return diff.lines;
}
