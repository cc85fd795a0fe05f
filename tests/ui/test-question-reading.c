// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is heard of a question, with a voice that keeps what it is told to say. */

#include "assessment-fixture.h"
#include "fake-voice.h"
#include "pages/interview/question-pane.h"
#include "widgets/choice-row.h"

static const StileLanguages english = { "en", NULL };
static const StileLanguages tigrinya = { "ti", "en" };
static const StileVoiceOpen fake_voices[] = { fake_voice_open, NULL };

typedef struct
{
  StileForm *form;
  StileInterview *interview;
  StileReader *reader;
  StileQuestionPane *pane;
  GtkWindow *window;
  guint marked; /* things, at the first choice */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_free (fake_voice_dup_said ());
  fake_voice_set_endless (FALSE);
  fixture->form = assessment_fixture_load_form ();
  fixture->interview = assessment_fixture_new_interview (fixture->form, "{}");
  fixture->reader = stile_reader_new_for (fake_voices);
  fixture->pane = g_object_new (STILE_TYPE_QUESTION_PANE, NULL);
  stile_question_pane_set_reader (fixture->pane, fixture->reader);
  stile_question_pane_set_interview (fixture->pane, fixture->interview, &english);
  fixture->window = fixture_show (fixture->pane);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stile_question_pane_set_interview (fixture->pane, NULL, NULL);
  gtk_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->reader);
  stile_interview_free (fixture->interview);
  stile_form_unref (fixture->form);
}

static void
show (Fixture *fixture, const char *id)
{
  stile_question_pane_show (fixture->pane,
                            (int) stile_form_find_question (fixture->form, id)->index);
}

static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static GtkWidget *
find_button (Fixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->pane), ADW_TYPE_SPLIT_BUTTON);
}

static void
toggle (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (find_button (fixture), "aloud.toggle", NULL));
}

static void
wait_for_current (Fixture *fixture, int current)
{
  while (stile_reader_get_current (fixture->reader) != current)
    g_main_context_iteration (NULL, TRUE);
}

/* Reading something that does not end by itself. */
static void
start_and_wait (Fixture *fixture)
{
  fake_voice_set_endless (TRUE);
  show (fixture, "sleep");
  toggle (fixture);
  wait_for_current (fixture, 0);
}

/* Until all was said. */
static char *
dup_heard (Fixture *fixture)
{
  g_autoptr (GString) heard = g_string_new (NULL);

  while (strstr (heard->str, "know|") == NULL)
    {
      g_autofree char *said = fake_voice_dup_said ();

      g_string_append (heard, said);
      g_main_context_iteration (NULL, FALSE);
    }
  wait_for_current (fixture, -1);
  return g_string_free (g_steal_pointer (&heard), FALSE);
}

static void
test_reads_all_there_is (Fixture *fixture, gconstpointer data)
{
  g_autofree char *heard = NULL;

  show (fixture, "sleep");
  toggle (fixture);
  heard = dup_heard (fixture);
  g_assert_cmpstr (heard, ==,
                   "en 1.00 Where did you sleep last night?|en 1.00 Choose the closest.|"
                   "en 1.00 My own home|en 1.00 With friends|en 1.00 Nowhere indoors|"
                   "en 1.00 Prefer not to say|en 1.00 Don’t know|");
}

static void
test_quiet_until_asked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *said = NULL;

  show (fixture, "sleep");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  said = fake_voice_dup_said ();
  g_assert_cmpstr (said, ==, "");
}

static void
test_reads_by_itself (Fixture *fixture, gconstpointer data)
{
  g_autofree char *heard = NULL;

  stile_question_pane_set_reads (fixture->pane, TRUE);
  show (fixture, "sleep");
  heard = dup_heard (fixture);
  g_assert_true (g_str_has_prefix (heard, "en 1.00 Where did you sleep last night?|"));
}

static void
count_marks (GtkWidget *widget, guint *n)
{
  GtkWidget *child;

  *n += gtk_widget_has_css_class (widget, "being-read");
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_marks (child, n);
}

/* At the first choice. */
static void
look_cb (StileReader *reader, GParamSpec *pspec, Fixture *fixture)
{
  GtkWidget *choice = find_widget (GTK_WIDGET (fixture->pane), STILE_TYPE_CHOICE_ROW);

  if (stile_reader_get_current (reader) != 2)
    return;
  count_marks (GTK_WIDGET (fixture->pane), &fixture->marked);
  g_assert_true (gtk_widget_has_css_class (choice, "being-read"));
}

/* One thing while it reads, nothing before and after. */
static void
test_marks_what_is_read (Fixture *fixture, gconstpointer data)
{
  guint before = 0, after = 0;
  g_autofree char *heard = NULL;

  show (fixture, "sleep");
  count_marks (GTK_WIDGET (fixture->pane), &before);
  g_signal_connect (fixture->reader, "notify::current", G_CALLBACK (look_cb), fixture);
  toggle (fixture);
  heard = dup_heard (fixture);
  count_marks (GTK_WIDGET (fixture->pane), &after);
  g_assert_cmpuint (before, ==, 0);
  g_assert_cmpuint (fixture->marked, ==, 1);
  g_assert_cmpuint (after, ==, 0);
}

static void
test_stops_with_the_question (Fixture *fixture, gconstpointer data)
{
  show (fixture, "sleep");
  toggle (fixture);
  show (fixture, "owed");
  g_assert_cmpint (stile_reader_get_current (fixture->reader), ==, -1);
}

static void
test_stops_when_hidden (Fixture *fixture, gconstpointer data)
{
  start_and_wait (fixture);
  gtk_widget_set_visible (GTK_WIDGET (fixture->pane), FALSE);
  g_assert_cmpint (stile_reader_get_current (fixture->reader), ==, -1);
}

static void
test_stops_when_asked (Fixture *fixture, gconstpointer data)
{
  start_and_wait (fixture);
  toggle (fixture);
  g_assert_cmpint (stile_reader_get_current (fixture->reader), ==, -1);
}

static void
test_speed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find_button (fixture);
  g_autofree char *heard = NULL;

  show (fixture, "sleep");
  g_assert_true (gtk_widget_activate_action (button, "aloud.speed", "s", "slow"));
  toggle (fixture);
  heard = dup_heard (fixture);
  g_assert_true (g_str_has_prefix (heard, "en 0.75 Where"));
}

/* The form has no Tigrinya, so what is read is English; but who asks for it is told beforehand. */
static void
test_says_that_there_is_no_voice (Fixture *fixture, gconstpointer data)
{
  stile_question_pane_say (fixture->pane, &tigrinya);
  show (fixture, "sleep");
  stile_reader_prepare (fixture->reader);
  while (!fixture_says (fixture->pane, "This computer has no voice for this language."))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_no_button_without_reader (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find_button (fixture);

  g_assert_true (gtk_widget_get_visible (button));
  stile_question_pane_set_reader (fixture->pane, NULL);
  g_assert_false (gtk_widget_get_visible (button));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);

#define TEST(name, function) \
  g_test_add ("/question-reading/" name, Fixture, NULL, set_up, function, tear_down)
  TEST ("reads-all-there-is", test_reads_all_there_is);
  TEST ("quiet-until-asked", test_quiet_until_asked);
  TEST ("reads-by-itself", test_reads_by_itself);
  TEST ("marks-what-is-read", test_marks_what_is_read);
  TEST ("stops-with-the-question", test_stops_with_the_question);
  TEST ("stops-when-hidden", test_stops_when_hidden);
  TEST ("stops-when-asked", test_stops_when_asked);
  TEST ("speed", test_speed);
  TEST ("says-that-there-is-no-voice", test_says_that_there_is_no_voice);
  TEST ("no-button-without-reader", test_no_button_without_reader);
#undef TEST

  return g_test_run ();
}
