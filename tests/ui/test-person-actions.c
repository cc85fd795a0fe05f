// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "advisers.h"
#include "assessment-fixture.h"
#include "pages/person/person-actions.h"

static StilePersonActions *
show (AssessmentFixture *fixture)
{
  StilePersonActions *actions = g_object_new (STILE_TYPE_PERSON_ACTIONS, NULL);
  g_autoptr (StileCase) person_file = assessment_fixture_load (fixture);

  stile_person_actions_open (actions, assessment_fixture_get_casework (fixture), person_file);
  assessment_fixture_show (fixture, actions);
  return actions;
}

/* The words of the item that does @action; free with g_free. */
static char *
dup_words (StilePersonActions *actions, const char *action)
{
  gpointer button = fixture_child (actions, STILE_TYPE_PERSON_ACTIONS, "menu_button");
  GMenuModel *menu = gtk_menu_button_get_menu_model (button);
  int i, j;

  for (i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *name = NULL;
          char *label = NULL;

          g_menu_model_get_item_attribute (section, j, "action", "s", &name);
          if (g_strcmp0 (name, action) == 0
              && g_menu_model_get_item_attribute (section, j, "label", "s", &label))
            return label;
        }
    }
  return NULL;
}

static void
test_manager (AssessmentFixture *fixture, gconstpointer data)
{
  StilePersonActions *actions = show (fixture);
  g_autofree char *erase = dup_words (actions, "record.erase");
  g_autofree char *audit = dup_words (actions, "record.audit");

  g_assert_cmpstr (erase, ==, "Erase this person…");
  g_assert_nonnull (audit);
}

/* What cannot be done yet says why. */
static void
test_not_finished (AssessmentFixture *fixture, gconstpointer data)
{
  StilePersonActions *actions = show (fixture);
  g_autofree char *correct = dup_words (actions, "record.correct");
  guint windows;

  g_assert_cmpstr (correct, ==, "Correct an answer… (no assessment is finished yet)");
  windows = g_list_model_get_n_items (gtk_window_get_toplevels ());
  gtk_widget_activate_action (GTK_WIDGET (actions), "record.correct", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, windows);
}

static void
become_adviser (AssessmentFixture *fixture)
{
  StileLedger *ledger = stile_book_get_ledger (fixture->book);
  g_autoptr (GError) error = NULL;

  stile_ledger_add_adviser (ledger, "Bert", "four five six", STILE_ROLE_ADVISER, &error);
  g_assert_no_error (error);
  stile_book_lock (fixture->book);
  stile_ledger_unlock (ledger, "Bert", "four five six", &error);
  g_assert_no_error (error);
}

static void
test_adviser (AssessmentFixture *fixture, gconstpointer data)
{
  g_autofree char *erase = NULL;
  g_autofree char *all = NULL;
  StilePersonActions *actions;

  become_adviser (fixture);
  actions = show (fixture);
  erase = dup_words (actions, "record.erase");
  all = dup_words (actions, "record.export-pdf");
  g_assert_cmpstr (erase, ==, "Erase this person… (a centre manager can do this)");
  g_assert_cmpstr (all, ==, "Everything held, to read (PDF)…");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func)                                                                            \
  g_test_add (path, AssessmentFixture, NULL, assessment_fixture_set_up, func,                      \
              assessment_fixture_tear_down)
  ADD ("/person-actions/manager", test_manager);
  ADD ("/person-actions/not-finished", test_not_finished);
  ADD ("/person-actions/adviser", test_adviser);
#undef ADD
  return g_test_run ();
}
