// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "widgets/level-bar.h"
#include "widgets/needs-profile.h"

/* The steps of a bar, a letter each: f(ull), p(ossible), e(mpty). */
static char *
dup_steps (GtkWidget *bar)
{
  GString *steps = g_string_new (NULL);

  for (GtkWidget *step = gtk_widget_get_first_child (bar); step != NULL;
       step = gtk_widget_get_next_sibling (step))
    {
      g_assert_true (gtk_widget_has_css_class (step, "full")
                     + gtk_widget_has_css_class (step, "possible")
                     + gtk_widget_has_css_class (step, "empty")
                     == 1);
      g_string_append_c (steps, gtk_widget_has_css_class (step, "full")       ? 'f'
                                : gtk_widget_has_css_class (step, "possible") ? 'p'
                                                                              : 'e');
    }
  return g_string_free (steps, FALSE);
}

static void
test_bar (void)
{
  static const struct
  {
    int level;
    int highest;
    const char *steps;
  } table[] = {
    { 0, 0, "eee" }, { 1, 1, "fee" }, { 3, 3, "fff" }, { 1, 2, "fpe" }, { 0, 3, "ppp" },
    { STILE_NONE, 2, "ppe" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      GtkWidget *bar =
        g_object_ref_sink (stile_level_bar_new (4, table[i].level, table[i].highest, "Words"));
      g_autofree char *steps = dup_steps (bar);

      g_assert_cmpstr (steps, ==, table[i].steps);
      g_assert_finalize_object (bar);
    }
}

static void
test_bar_speaks (void)
{
  g_autoptr (GtkWidget) bar =
    g_object_ref_sink (stile_level_bar_new (4, 1, 1, "Housing: Some need"));

  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "Housing: Some need");
}

static void
assert_label (GtkGrid *grid, int column, int row, const char *text)
{
  GtkWidget *label = gtk_grid_get_child_at (grid, column, row);

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, text);
}

static void
test_row_for_each_domain (void)
{
  g_autoptr (StileForm) form = assessment_fixture_load_form ();
  g_autoptr (StileInterview) interview = assessment_fixture_new_interview (
    form, "{\"sleep\": \"nowhere\", \"nights\": 1, \"owed\": {\"declined\": true}}");
  g_autoptr (StileResult) result = stile_result_new (interview);
  StileNeedsProfile *profile = g_object_ref_sink (g_object_new (STILE_TYPE_NEEDS_PROFILE, NULL));
  GtkGrid *grid;

  stile_needs_profile_show (profile, result, NULL);
  grid = GTK_GRID (adw_bin_get_child (ADW_BIN (profile)));
  assert_label (grid, 0, 0, "Housing");
  assert_label (grid, 2, 0, "Severe need");
  assert_label (grid, 0, 1, "Money & debt");
  assert_label (grid, 2, 1, "No need found. It could be up to “Some need”.");

  stile_needs_profile_show (profile, NULL, NULL);
  g_assert_null (adw_bin_get_child (ADW_BIN (profile)));
  g_assert_finalize_object (profile);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/needs-profile/bar", test_bar);
  g_test_add_func ("/needs-profile/bar-speaks", test_bar_speaks);
  g_test_add_func ("/needs-profile/row-for-each-domain", test_row_for_each_domain);
  return g_test_run ();
}
