// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reasons-view.h"

#include <glib/gi18n-lib.h>

#include "widgets/result-words.h"

struct _StileReasonsView
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (StileReasonsView, stile_reasons_view, ADW_TYPE_BIN)

static GtkWidget *
new_label (const char *text, gboolean expand)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, "hexpand", expand, NULL);
}

/* A line below an expander: words, and at its end what they amount to, or NULL. */
static void
add_line (AdwExpanderRow *row, const char *words, const char *amount)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *line = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", box, NULL);

  gtk_widget_add_css_class (box, "reason");
  gtk_box_append (GTK_BOX (box), new_label (words, TRUE));
  if (amount != NULL)
    gtk_box_append (GTK_BOX (box), new_label (amount, FALSE));
  adw_expander_row_add_row (row, line);
}

static AdwExpanderRow *
add_expander (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (row, subtitle);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  return row;
}

static void
add_domain (AdwPreferencesGroup *group, const StileResult *result, guint domain,
            const char *language)
{
  const StileForm *form = result->form;
  const StileDomainResult *found = &g_array_index (result->domains, StileDomainResult, domain);
  g_autofree char *level = stile_result_words_dup_level (form, found, language);
  g_autofree char *no_score = stile_result_explain_no_score (result, domain, language);
  AdwExpanderRow *row =
    add_expander (group, stile_text_get (form->domains[domain].label, language, NULL), level);

  for (guint i = 0; i < found->because->len; i++)
    {
      const StileReason *reason = g_ptr_array_index (found->because, i);
      g_autofree char *words = stile_result_words_dup_reason (form, reason, language);
      g_autofree char *points = stile_result_words_dup_points (reason->points);

      add_line (row, words, points);
    }
  if (no_score != NULL)
    add_line (row, no_score, NULL);
  else if (found->because->len == 0)
    add_line (row, _("No answer gave points here, but questions are open."), NULL);
}

static gboolean
has_reasons (const StileDomainResult *domain)
{
  return domain->because->len > 0 || domain->lowest != domain->highest;
}

/* Domains that nothing counts in, in one line: most of them, for most people. */
static void
add_quiet_domains (AdwPreferencesGroup *group, const StileResult *result, const char *language)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < result->domains->len; i++)
    if (!has_reasons (&g_array_index (result->domains, StileDomainResult, i)))
      g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "",
                              stile_text_get (result->form->domains[i].label, language, NULL));
  if (names->len > 0)
    add_line (add_expander (group, _("Where no answer gave points"), ""), names->str, NULL);
}

static void
add_rule (AdwExpanderRow *row, const StileExpression *when)
{
  g_autofree char *words = NULL;

  if (when == NULL)
    {
      add_line (row, _("No other category of the form applies."), NULL);
      return;
    }
  /* Translators: a condition in the form's own language. */
  words = g_strdup_printf (_("The form’s rule: %s"), stile_expression_get_source (when));
  add_line (row, words, NULL);
}

static void
add_findings (AdwPreferencesGroup *group, const StileResult *result, const char *language)
{
  const StileForm *form = result->form;

  for (guint i = 0; i < form->n_findings; i++)
    if (result->findings[i])
      add_rule (add_expander (group, stile_text_get (form->findings[i].label, language, NULL),
                              _("Finding")),
                form->findings[i].when);
}

static void
add_category (AdwPreferencesGroup *group, const StileResult *result, const char *language)
{
  const StileCategory *category = &result->form->categories[result->category];

  add_rule (add_expander (group, stile_text_get (category->label, language, NULL), _("Category")),
            category->when);
}

static void
add_changes (AdwPreferencesGroup *group, const StileResult *result, const char *language)
{
  AdwExpanderRow *row;

  if (result->would_change->len == 0)
    return;

  row = add_expander (group, _("What would change the category"),
                      _("Single answers that would lead to another one"));
  for (guint i = 0; i < result->would_change->len; i++)
    {
      g_autofree char *words = stile_result_words_dup_change (
        result->form, g_ptr_array_index (result->would_change, i), language);

      add_line (row, words, NULL);
    }
}

void
stile_reasons_view_show (StileReasonsView *self, const StileResult *result, const char *language)
{
  AdwPreferencesGroup *group;

  g_return_if_fail (STILE_IS_REASONS_VIEW (self));

  adw_bin_set_child (ADW_BIN (self), NULL);
  if (result == NULL)
    return;

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, _("The reasons"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  add_category (group, result, language);
  add_changes (group, result, language);
  add_findings (group, result, language);
  for (guint i = 0; i < result->domains->len; i++)
    if (has_reasons (&g_array_index (result->domains, StileDomainResult, i)))
      add_domain (group, result, i, language);
  add_quiet_domains (group, result, language);
}

static void
stile_reasons_view_class_init (StileReasonsViewClass *klass)
{
}

static void
stile_reasons_view_init (StileReasonsView *self)
{
}
