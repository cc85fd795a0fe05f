// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assessment-fixture.h"
#include "audit.h"
#include "document.h"
#include "made-up-catalogue.h"
#include "pages/person/record-dialog.h"
#include "pages/referral/referral-page.h"
#include "pages/referral/referral-steps.h"
#include "pages/referral/service-dialog.h"
#include "paper-buttons.h"
#include "paper-language.h"
#include "widgets/choice-row.h"
#include "widgets/day-button.h"
#include "widgets/paper-view.h"

#define get_child assessment_fixture_get_child

typedef struct
{
  AssessmentFixture base;
  char *referral_id;
  StileReferralPage *page;
} Fixture;

static StileReferralService advice = {
  .name = (char *) "Debt Advice Line",
  .organization = (char *) "Hill Street Trust",
  .contact = (char *) "01632 960 001",
};

static void
open_page (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  stile_referral_page_open (fixture->page, assessment_fixture_get_casework (&fixture->base),
                            stile_book_get_directory (fixture->base.book), fixture->base.case_id,
                            fixture->referral_id, &error);
  g_assert_no_error (error);
  fixture_settle ();
}

/* Data: non-NULL for a referral without a service. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  AssessmentFixture *base = &fixture->base;
  g_autoptr (GError) error = NULL;

  assessment_fixture_set_up (base, NULL);
  assessment_fixture_answer (base, "sleep", "nowhere");
  assessment_fixture_finish (base);
  stile_casework_refer (assessment_fixture_get_casework (base), base->case_id, base->assessment_id,
                        "housing-advice", data == NULL ? &advice : NULL, &fixture->referral_id,
                        &error);
  g_assert_no_error (error);
  fixture->page = g_object_new (STILE_TYPE_REFERRAL_PAGE, NULL);
  assessment_fixture_show (base, fixture->page);
  open_page (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->referral_id);
  assessment_fixture_tear_down (&fixture->base, NULL);
}

static const StileReferral *
find_referral (Fixture *fixture, StileCase **person_file)
{
  *person_file = assessment_fixture_load (&fixture->base);
  return stile_case_find_referral (*person_file, fixture->referral_id);
}

static void
assert_status (Fixture *fixture, const char *status)
{
  g_autoptr (StileCase) person_file = NULL;

  g_assert_cmpstr (find_referral (fixture, &person_file)->status, ==, status);
}

static void
press (Fixture *fixture, const char *label)
{
  fixture_press (fixture->page, label);
  fixture_settle ();
}

static gpointer
find_window (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

/* One step, with these words and the choice of this index. */
static void
step (Fixture *fixture, const char *label, const char *words, guint choice)
{
  StileRecordDialog *dialog;

  press (fixture, label);
  dialog = find_window (STILE_TYPE_RECORD_DIALOG);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (get_child (dialog, "text_view")), words, -1);
  adw_combo_row_set_selected (get_child (dialog, "choice_row"), choice);
  fixture_press (dialog, "_Save");
  fixture_settle ();
}

/* Every word of the letter as it is drawn. */
static char *
dup_letter (Fixture *fixture)
{
  StileDocument *document
    = stile_paper_view_get_document (get_child (fixture->page, "letter"));
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < stile_document_get_n_paragraphs (document); i++)
    g_string_append_printf (words, "%s\n",
                            stile_document_get_paragraph (document, i, NULL, NULL));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
find_tick (Fixture *fixture, const char *beginning)
{
  GtkWidget *ticks = get_child (get_child (fixture->page, "agreement_panel"), "ticks");

  for (GtkWidget *row = gtk_widget_get_first_child (ticks); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_str_has_prefix (gtk_label_get_label (get_child (row, "label")), beginning))
      return row;
  return NULL;
}

static gboolean
is_ticked (Fixture *fixture, const char *beginning)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_tick (fixture, beginning)));
}

static void
test_new (void)
{
  g_assert_finalize_object (g_object_ref_sink (g_object_new (STILE_TYPE_REFERRAL_PAGE, NULL)));
}

static void
test_unknown_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (stile_referral_page_open (
    fixture->page, assessment_fixture_get_casework (&fixture->base),
    stile_book_get_directory (fixture->base.book), fixture->base.case_id, "no-such", &error));
  g_assert_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_UNKNOWN);
}

static void
test_letter_follows_the_ticks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dup_letter (fixture);
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "Ada"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_tick (fixture, "Name")), FALSE);
  gtk_editable_set_text (get_child (get_child (fixture->page, "agreement_panel"), "reach"),
                         "Text only, 07700 900 187");
  after = dup_letter (fixture);
  g_assert_null (strstr (after, "Ada"));
  g_assert_nonnull (strstr (after, "Text only, 07700 900 187"));
}

static void
test_nothing_is_sent_that_nobody_agreed_to (Fixture *fixture, gconstpointer data)
{
  g_assert_false (fixture_says (get_child (fixture->page, "steps"), "Mark as sent…"));
  g_assert_false (gtk_widget_get_sensitive (get_child (fixture->page, "paper_buttons")));
  press (fixture, "The person agrees to this");
  g_assert_true (gtk_widget_get_sensitive (get_child (fixture->page, "paper_buttons")));
  step (fixture, "Mark as sent…", "", 1);
  assert_status (fixture, STILE_REFERRAL_SENT);
}

/* What was agreed is kept word for word, and what is ticked afterwards must be agreed again. */
static void
test_agreement_is_exact (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileCase) person_file = NULL;
  const StileAgreement *agreement;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_tick (fixture, "Language")), FALSE);
  press (fixture, "The person agrees to this");
  agreement = find_referral (fixture, &person_file)->agreement;
  g_assert_cmpstr (agreement->values[STILE_SHARE_NAME], ==, "Ada");
  g_assert_null (agreement->values[STILE_SHARE_LANGUAGE]);
  g_assert_false (is_ticked (fixture, "Language"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_tick (fixture, "Language")), TRUE);
  g_assert_false (gtk_widget_get_sensitive (get_child (fixture->page, "paper_buttons")));
  g_assert_true (fixture_says (fixture->page,
                               "This is not what the person agreed to. Ask them again."));
}

static void
test_agreement_is_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileCase) person_file = NULL;

  press (fixture, "The person agrees to this");
  press (fixture, "The person agrees no more");
  g_assert_null (find_referral (fixture, &person_file)->agreement);
  g_assert_false (gtk_widget_get_sensitive (get_child (fixture->page, "paper_buttons")));
}

static void
test_nothing_ticked_is_no_agreement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileCase) person_file = NULL;
  GtkWidget *ticks = get_child (get_child (fixture->page, "agreement_panel"), "ticks");

  for (GtkWidget *row = gtk_widget_get_first_child (ticks); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row), FALSE);
  press (fixture, "The person agrees to this");
  g_assert_null (find_referral (fixture, &person_file)->agreement);
  g_assert_true (fixture_says (fixture->page, "Please choose with the person what may be shared."));
}

static void
test_whole_life (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileCase) person_file = NULL;

  press (fixture, "The person agrees to this");
  step (fixture, "Mark as sent…", "", 0);
  step (fixture, "No reply…", "", 0);
  step (fixture, "Sent once more…", "", 1);
  step (fixture, "They said yes…", "", 0);
  step (fixture, "Help has started…", "", 0);
  step (fixture, "Help has ended…", "She moved.", 1);
  g_assert_cmpstr (find_referral (fixture, &person_file)->outcome, ==, "partly");
  step (fixture, "Open again…", "It was too soon.", 0);
  assert_status (fixture, STILE_REFERRAL_STARTED);
}

static void
test_declined_needs_a_reason (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileCase) person_file = NULL;

  press (fixture, "The person agrees to this");
  step (fixture, "Mark as sent…", "", 0);
  step (fixture, "They said no…", " ", 0);
  assert_status (fixture, STILE_REFERRAL_SENT);
  gtk_window_destroy (find_window (STILE_TYPE_RECORD_DIALOG));
  step (fixture, "They said no…", "No room.", 0);
  g_assert_cmpstr (find_referral (fixture, &person_file)->status_note, ==, "No room.");
  step (fixture, "Open again…", "They have room now.", 0);
  assert_status (fixture, STILE_REFERRAL_DRAFT);
}

static void
set_day (StileRecordDialog *dialog, int days_from_now)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_time_t (&day, time (NULL));
  if (days_from_now < 0)
    g_date_subtract_days (&day, (guint) -days_from_now);
  else
    g_date_add_days (&day, (guint) days_from_now);
  stile_day_button_set_day (get_child (dialog, "day_button"), &day);
}

static void
test_day_may_be_earlier_but_not_ahead (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileCase) person_file = NULL;
  StileRecordDialog *dialog;
  GDate today;

  press (fixture, "The person agrees to this");
  press (fixture, "Mark as sent…");
  dialog = find_window (STILE_TYPE_RECORD_DIALOG);
  set_day (dialog, 1);
  fixture_press (dialog, "_Save");
  assert_status (fixture, STILE_REFERRAL_DRAFT);
  set_day (dialog, -12);
  fixture_press (dialog, "_Save");
  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  g_assert_cmpint (
    g_date_days_between (&find_referral (fixture, &person_file)->status_day, &today), ==, 12);
  g_assert_true (fixture_says (fixture->page, "No reply in 12 days"));
}

static void
test_service_is_written_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileCase) person_file = NULL;
  StileServiceDialog *dialog;

  g_assert_false (gtk_widget_get_visible (get_child (fixture->page, "agreement_group")));
  g_assert_false (gtk_widget_get_visible (get_child (fixture->page, "letter_group")));
  g_signal_emit_by_name (get_child (fixture->page, "next_button"), "clicked");
  dialog = find_window (STILE_TYPE_SERVICE_DIALOG);
  gtk_editable_set_text (get_child (dialog, "name"), "Night Shelter");
  fixture_press (dialog, "Use this service");
  fixture_settle ();
  g_assert_cmpstr (find_referral (fixture, &person_file)->service, ==, "Night Shelter");
  g_assert_true (gtk_widget_get_visible (get_child (fixture->page, "letter_group")));
}

static guint
count_exports (Fixture *fixture)
{
  const StileAuditFilter filter = { .case_id = fixture->base.case_id, .kind = "export" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = stile_casework_list_audit (
    assessment_fixture_get_casework (&fixture->base), &filter, &error);

  g_assert_no_error (error);
  return lines->len;
}

/* ---- In which language ---- */

/* The page of a referral that rests on an assessment in Polish. */
static void
open_polish (Fixture *fixture)
{
  AssessmentFixture *base = &fixture->base;
  g_autoptr (GError) error = NULL;

  assessment_fixture_start_in (base, "pl");
  assessment_fixture_answer (base, "sleep", "nowhere");
  assessment_fixture_finish (base);
  g_clear_pointer (&fixture->referral_id, g_free);
  stile_casework_refer (assessment_fixture_get_casework (base), base->case_id, base->assessment_id,
                        "housing-advice", &advice, &fixture->referral_id, &error);
  g_assert_no_error (error);
  open_page (fixture);
}

static void
choose (Fixture *fixture, guint language)
{
  GtkWidget *choice = get_child (fixture->page, "language");

  gtk_drop_down_set_selected (get_child (choice, "choice"), language);
}

/* The titles of the letter, one for each language it is in. */
static char *
dup_titles (Fixture *fixture)
{
  StileDocument *letter = stile_paper_view_get_document (get_child (fixture->page, "letter"));
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < stile_document_get_n_paragraphs (letter); i++)
    {
      StileStyle style;
      const char *title = stile_document_get_paragraph (letter, i, &style, NULL);

      if (style == STILE_STYLE_TITLE)
        g_string_append_printf (titles, "%s\n", title);
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
assert_titles (Fixture *fixture, const char *expected)
{
  g_autofree char *titles = dup_titles (fixture);

  g_assert_cmpstr (titles, ==, expected);
}

static void
test_letter_in_either_language_or_both (Fixture *fixture, gconstpointer data)
{
  open_polish (fixture);
  assert_titles (fixture, "Please help this person\n");
  choose (fixture, 1);
  assert_titles (fixture, "Proszę pomóc tej osobie\n");
  choose (fixture, 2);
  assert_titles (fixture, "Please help this person\nProszę pomóc tej osobie\n");
  press (fixture, "The person agrees to this");
  assert_titles (fixture, "Please help this person\nProszę pomóc tej osobie\n");
}

/* Which language somebody speaks is told only if they agree to that. */
static void
test_their_language_only_if_shared (Fixture *fixture, gconstpointer data)
{
  open_polish (fixture);
  choose (fixture, 2);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_tick (fixture, "Language")), FALSE);
  assert_titles (fixture, "Please help this person\n");
  g_assert_false (gtk_widget_get_visible (get_child (fixture->page, "language")));
  press (fixture, "The person agrees to this");
  assert_titles (fixture, "Please help this person\n");
}

static void
test_one_language_is_no_choice (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (get_child (fixture->page, "language")));
}

/* The next letter is to another service, perhaps of somebody else. */
static void
test_language_is_forgotten (Fixture *fixture, gconstpointer data)
{
  open_polish (fixture);
  choose (fixture, 2);
  open_page (fixture);
  assert_titles (fixture, "Please help this person\n");
}

static void
test_pdf_is_written_and_noted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "letter.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;

  press (fixture, "The person agrees to this");
  stile_paper_buttons_write (get_child (fixture->page, "paper_buttons"), path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  g_assert_cmpuint (count_exports (fixture), ==, 1);
}

static void
test_nothing_leaves_a_locked_book (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "letter.pdf", NULL);
  g_autoptr (GError) error = NULL;

  press (fixture, "The person agrees to this");
  stile_ledger_lock (stile_book_get_ledger (fixture->base.book));
  g_assert_false (stile_paper_buttons_write (get_child (fixture->page, "paper_buttons"), path,
                                             &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_close_forgets (Fixture *fixture, gconstpointer data)
{
  stile_referral_page_close (fixture->page);
  g_assert_cmpstr (gtk_label_get_label (get_child (fixture->page, "person")), ==, "");
  g_assert_null (stile_paper_view_get_document (get_child (fixture->page, "letter")));
  g_assert_null (find_tick (fixture, "Name"));
}

/* A page comes back after another was shown. */
static void
test_second_visit (Fixture *fixture, gconstpointer data)
{
  stile_referral_page_close (fixture->page);
  open_page (fixture);
  press (fixture, "The person agrees to this");
  step (fixture, "Mark as sent…", "", 0);
  assert_status (fixture, STILE_REFERRAL_SENT);
}

static gboolean
has_height (gpointer widget)
{
  GtkWidget *first = gtk_widget_get_first_child (gtk_widget_get_first_child (widget));

  return gtk_widget_get_height (first) > 0;
}

/* However many there are: nothing below them is covered. */
static void
test_steps_stay_in_their_place (Fixture *fixture, gconstpointer data)
{
  StileReferralSteps *steps = get_child (fixture->page, "steps");
  StileReferral sent = {
    .case_id = (char *) "case",
    .id = (char *) "referral",
    .label = (char *) "Housing advice",
    .status = (char *) STILE_REFERRAL_SENT,
  };
  GtkWidget *flow_box;

  stile_referral_steps_open (steps, assessment_fixture_get_casework (&fixture->base), &sent);
  flow_box = gtk_widget_get_first_child (GTK_WIDGET (steps));
  fixture_wait (has_height, steps);
  for (GtkWidget *step = gtk_widget_get_last_child (flow_box); step != NULL;
       step = gtk_widget_get_prev_sibling (step))
    {
      graphene_rect_t place;

      g_assert_true (gtk_widget_compute_bounds (step, GTK_WIDGET (steps), &place));
      g_assert_cmpfloat (place.origin.y + place.size.height, <=,
                         gtk_widget_get_height (GTK_WIDGET (steps)));
    }
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  made_up_catalogue_install ("pl", NULL,
                             "msgid \"Please help this person\"\n"
                             "msgstr \"Proszę pomóc tej osobie\"\n");
  g_test_add_func ("/referral-page/new", test_new);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/referral-page/unknown-is-refused", test_unknown_is_refused);
  ADD ("/referral-page/letter-follows-the-ticks", test_letter_follows_the_ticks);
  ADD ("/referral-page/nothing-is-sent-that-nobody-agreed-to",
       test_nothing_is_sent_that_nobody_agreed_to);
  ADD ("/referral-page/agreement-is-exact", test_agreement_is_exact);
  ADD ("/referral-page/agreement-is-taken-back", test_agreement_is_taken_back);
  ADD ("/referral-page/nothing-ticked-is-no-agreement", test_nothing_ticked_is_no_agreement);
  ADD ("/referral-page/whole-life", test_whole_life);
  ADD ("/referral-page/declined-needs-a-reason", test_declined_needs_a_reason);
  ADD ("/referral-page/day-may-be-earlier-but-not-ahead", test_day_may_be_earlier_but_not_ahead);
  g_test_add ("/referral-page/service-is-written-in", Fixture, "none", set_up,
              test_service_is_written_in, tear_down);
  ADD ("/referral-page/letter-in-either-language-or-both", test_letter_in_either_language_or_both);
  ADD ("/referral-page/their-language-only-if-shared", test_their_language_only_if_shared);
  ADD ("/referral-page/one-language-is-no-choice", test_one_language_is_no_choice);
  ADD ("/referral-page/language-is-forgotten", test_language_is_forgotten);
  ADD ("/referral-page/pdf-is-written-and-noted", test_pdf_is_written_and_noted);
  ADD ("/referral-page/nothing-leaves-a-locked-book", test_nothing_leaves_a_locked_book);
  ADD ("/referral-page/close-forgets", test_close_forgets);
  ADD ("/referral-page/steps-stay-in-their-place", test_steps_stay_in_their_place);
  ADD ("/referral-page/second-visit", test_second_visit);
#undef ADD
  return g_test_run ();
}
