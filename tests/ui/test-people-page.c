// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "pages/people/people-page.h"
#include "pages/people/person-item.h"

typedef struct
{
  char *folder;
  StileBook *book;
  StilePeoplePage *page;
  GtkWindow *window;
} Fixture;

static GObject *
child (Fixture *fixture, const char *id)
{
  return fixture_child (fixture->page, STILE_TYPE_PEOPLE_PAGE, id);
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (child (fixture, "people")));
}

static void
open_page (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  stile_people_page_open (fixture->page, stile_book_get_casework (fixture->book), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->book = fixture_make_book (fixture->folder);
  fixture->page = g_object_new (STILE_TYPE_PEOPLE_PAGE, NULL);
  fixture->window = fixture_show (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  fixture_settle ();
  g_object_unref (fixture->book);
  fixture_remove_folder (fixture->folder);
}

static GtkMenuButton *
find_main_menu (GtkWidget *widget)
{
  GtkMenuButton *found = GTK_IS_MENU_BUTTON (widget) ? GTK_MENU_BUTTON (widget) : NULL;

  for (GtkWidget *part = gtk_widget_get_first_child (widget); found == NULL && part != NULL;
       part = gtk_widget_get_next_sibling (part))
    found = find_main_menu (part);
  return found;
}

/* The target of an item, or NULL. */
static GVariant *
find_target (GMenuModel *menu, const char *action)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *name = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &name);
      if (g_strcmp0 (name, action) == 0)
        return g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      if (section != NULL)
        {
          GVariant *found = find_target (section, action);

          if (found != NULL)
            return found;
        }
    }
  return NULL;
}

/* "Who did what" is of everybody: a target that names nobody would show an empty page. */
static void
test_audit_of_everybody (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *button = find_main_menu (GTK_WIDGET (fixture->page));
  g_autoptr (GVariant) target = find_target (gtk_menu_button_get_menu_model (button), "win.audit");

  g_assert_cmpstr (g_variant_get_string (target, NULL), ==, "");
}

static void
add_people (Fixture *fixture)
{
  const char *const people[][2] = { { "Ada Lovelace", "L-1" }, { "Zoë Ångström", "A-2" },
                                    { NULL, "R-3" } };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *id = fixture_add_person (fixture->book, people[i][0], people[i][1]);

      g_assert_nonnull (id);
    }
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (child (fixture, "nobody_page"))));
}

static void
test_everybody (Fixture *fixture, gconstpointer data)
{
  add_people (fixture);
  open_page (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (child (fixture, "all_button"))), ==,
                   "All  3");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (child (fixture, "list_page"))));
}

static gboolean
has_one_row (gpointer fixture)
{
  return count_rows (fixture) == 1;
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StilePersonItem) item = NULL;

  add_people (fixture);
  open_page (fixture);
  gtk_editable_set_text (GTK_EDITABLE (child (fixture, "search")), "angstrom zo");
  fixture_wait (has_one_row, fixture);
  item = g_list_model_get_item (G_LIST_MODEL (child (fixture, "people")), 0);
  g_assert_cmpstr (stile_person_item_get_row (item)->title, ==, "Zoë Ångström");
}

static void
test_empty_group (Fixture *fixture, gconstpointer data)
{
  add_people (fixture);
  open_page (fixture);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child (fixture, "to_decide_button")), TRUE);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (child (fixture, "no_match_page"))));
}

static void
test_close_drops_everything (Fixture *fixture, gconstpointer data)
{
  add_people (fixture);
  open_page (fixture);
  gtk_editable_set_text (GTK_EDITABLE (child (fixture, "search")), "Ada");
  stile_people_page_close (fixture->page);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (child (fixture, "search"))), ==, "");
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_people (fixture);
  stile_book_lock (fixture->book);
  g_assert_false (stile_people_page_open (fixture->page, stile_book_get_casework (fixture->book),
                                          &error));
  g_assert_error (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_LOCKED);
}

/* A referral that was sent that many days ago, and has no reply. */
static void
send_referral (AssessmentFixture *base, guint days_ago)
{
  const StileReferralService advice = { .name = (char *) "Debt Advice Line" };
  const char *const shared[STILE_N_SHARES] = { [STILE_SHARE_NAME] = "Mina" };
  StileCasework *casework = assessment_fixture_get_casework (base);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;
  const StileReferralStep step = { STILE_REFERRAL_SENT, NULL, "By post", NULL, &day };

  g_date_clear (&day, 1);
  g_date_set_time_t (&day, time (NULL));
  g_date_subtract_days (&day, days_ago);
  stile_casework_refer (casework, base->case_id, base->assessment_id, "housing-advice", &advice,
                        &id, &error);
  g_assert_no_error (error);
  stile_casework_record_agreement (casework, base->case_id, id, shared, &error);
  g_assert_no_error (error);
  stile_casework_step_referral (casework, base->case_id, id, &step, &error);
  g_assert_no_error (error);
}

/* Nobody has to open a record to learn that a service does not reply. */
static void
test_reminder (AssessmentFixture *base, gconstpointer data)
{
  StilePeoplePage *page = g_object_new (STILE_TYPE_PEOPLE_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  assessment_fixture_answer (base, "sleep", "nowhere");
  assessment_fixture_finish (base);
  send_referral (base, 12);
  assessment_fixture_show (base, page);
  stile_people_page_open (page, assessment_fixture_get_casework (base), &error);
  g_assert_no_error (error);
  fixture_settle ();
  g_assert_true (
    fixture_says (page, "\u2068To decide\u2069 · 1 referral not taken up · No reply in 12 days"));
  stile_people_page_close (page);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/people-page/nobody", test_nobody);
  ADD ("/people-page/everybody", test_everybody);
  ADD ("/people-page/search", test_search);
  ADD ("/people-page/empty-group", test_empty_group);
  ADD ("/people-page/close-drops-everything", test_close_drops_everything);
  ADD ("/people-page/locked", test_locked);
  ADD ("/people-page/audit-of-everybody", test_audit_of_everybody);
#undef ADD
  g_test_add ("/people-page/reminder", AssessmentFixture, NULL, assessment_fixture_set_up,
              test_reminder, assessment_fixture_tear_down);
  return g_test_run ();
}
