// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "needs-profile.h"

#include "level-bar.h"
#include "result-words.h"

struct _StileNeedsProfile
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (StileNeedsProfile, stile_needs_profile, ADW_TYPE_BIN)

static GtkWidget *
new_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, "hexpand", TRUE, NULL);
}

static void
add_domain (GtkGrid *grid, const StileResult *result, guint domain, const char *language)
{
  const StileForm *form = result->form;
  const StileDomainResult *found = &g_array_index (result->domains, StileDomainResult, domain);
  const char *name = stile_text_get (form->domains[domain].label, language, NULL);
  g_autofree char *words = stile_result_words_dup_level (form, found, language);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, words);

  gtk_grid_attach (grid, new_label (name), 0, (int) domain, 1, 1);
  gtk_grid_attach (grid,
                   stile_level_bar_new (form->n_levels, found->level, found->highest_level, spoken),
                   1, (int) domain, 1, 1);
  gtk_grid_attach (grid, new_label (words), 2, (int) domain, 1, 1);
}

void
stile_needs_profile_show (StileNeedsProfile *self, const StileResult *result, const char *language)
{
  GtkGrid *grid;

  g_return_if_fail (STILE_IS_NEEDS_PROFILE (self));

  adw_bin_set_child (ADW_BIN (self), NULL);
  if (result == NULL)
    return;

  grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 12, "column-spacing", 18, NULL);
  for (guint i = 0; i < result->domains->len; i++)
    add_domain (grid, result, i, language);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (grid));
}

static void
stile_needs_profile_class_init (StileNeedsProfileClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "needsprofile");
}

static void
stile_needs_profile_init (StileNeedsProfile *self)
{
}
