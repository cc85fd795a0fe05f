// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The export of a person holds all that the record shows, whatever happened to it. */

#include <string.h>

#include "audit.h"
#include "fixture.h"
#include "rights.h"
#include "words.h"

#define HISTORIES 25
#define STEPS 30

static JsonNode *
export (Fixture *fixture, const char *case_id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = stile_casework_export_person (fixture->casework, case_id, &error);
  JsonNode *node;

  g_assert_no_error (error);
  node = json_from_string (text, &error);
  g_assert_no_error (error);
  return node;
}

static JsonNode *
member (JsonNode *node, const char *name)
{
  return json_object_get_member (json_node_get_object (node), name);
}

static const char *
text_of (JsonNode *node, const char *name)
{
  return json_object_get_string_member_with_default (json_node_get_object (node), name, NULL);
}

static JsonNode *
element (JsonNode *list, guint index)
{
  return json_array_get_element (json_node_get_array (list), index);
}

static guint
length_of (JsonNode *list)
{
  return json_array_get_length (json_node_get_array (list));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *case_id = fixture_open_case (fixture, "Mina Storey");
  g_autoptr (JsonNode) node = export (fixture, case_id);

  g_assert_cmpstr (text_of (node, "format"), ==, "stile-person-1");
  g_assert_cmpstr (text_of (node, "case"), ==, case_id);
  g_assert_cmpstr (text_of (node, "exported-by"), ==, FIXTURE_ADVISER);
  g_assert_cmpstr (text_of (node, "station"), ==, "Test desk");
  g_assert_cmpstr (text_of (member (node, "person"), "name"), ==, "Mina Storey");
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nobody = stile_ledger_new_id ();

  g_assert_null (stile_casework_export_person (fixture->casework, nobody, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (stile_casework_export_person (fixture->casework, STILE_LEDGER_BOOK, &error));
  g_assert_nonnull (error);
}

/* Every question that was asked, with its words, and the form that can be found again. */
static void
test_questions_in_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *assessment_id = fixture_start (fixture, case_id);
  g_autoptr (JsonNode) node = NULL;
  JsonNode *assessment, *sleep;
  g_autoptr (StileSpoken) spoken = NULL;

  fixture_answer (fixture, case_id, assessment_id, "sleep", "friends");
  stile_casework_save_note (fixture->casework, case_id, assessment_id, "sleep", "On a sofa",
                            &error);
  g_assert_no_error (error);
  fixture_finish (fixture, case_id, assessment_id);

  node = export (fixture, case_id);
  assessment = element (member (node, "assessments"), 0);
  sleep = element (member (assessment, "words"), 0);
  g_assert_cmpuint (length_of (member (assessment, "words")), ==, 5);
  g_assert_cmpstr (text_of (sleep, "section"), ==, "Your home");
  g_assert_cmpstr (text_of (sleep, "label"), ==, "Gdzie spałeś?"); /* as it was read */
  g_assert_cmpstr (text_of (sleep, "answer"), ==, "With friends");
  g_assert_cmpstr (text_of (sleep, "note"), ==, "On a sofa");
  spoken = stile_words_speak ("pl");
  g_assert_cmpstr (text_of (element (member (assessment, "words"), 1), "answer"), ==,
                   _("Not answered"));
  g_assert_cmpstr (text_of (member (assessment, "form"), "digest"), ==,
                   stile_form_get_digest (fixture->form));
  g_assert_cmpstr (text_of (member (member (assessment, "result"), "category"), "id"), ==,
                   "light");
}

static void
test_who_looked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = fixture_open_case (fixture, "Mina");
  g_autofree char *other = fixture_open_case (fixture, "Omar");
  g_autoptr (JsonNode) node = NULL;
  JsonNode *line;

  stile_casework_record_read (fixture->casework, other, STILE_WHAT_RECORD, &error);
  stile_casework_record_read (fixture->casework, case_id, STILE_WHAT_RESULT, &error);
  stile_casework_record_export (fixture->casework, case_id, STILE_WHAT_RECORD, &error);
  g_assert_no_error (error);

  node = export (fixture, case_id);
  g_assert_cmpuint (length_of (member (node, "audit")), ==, 2);
  line = element (member (node, "audit"), 1);
  g_assert_cmpstr (text_of (line, "title"), ==, "Looked at: the result");
  g_assert_cmpstr (text_of (line, "adviser"), ==, FIXTURE_ADVISER);
}

/* ---- Random histories ---- */

typedef struct
{
  Fixture *fixture;
  GRand *rand;
  char *case_id;
  char *assessment_id; /* NULL: none is open */
  char *finished_id;
  char *referral_id;
  guint counter;
} History;

static void
history_clear (History *history)
{
  g_free (history->case_id);
  g_free (history->assessment_id);
  g_free (history->finished_id);
  g_free (history->referral_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (History, history_clear)

static char *
dup_words (History *history)
{
  return g_strdup_printf ("said “%u”, \\ and more", ++history->counter);
}

static void
step_details (History *history)
{
  g_autofree char *words = dup_words (history);
  StilePerson person = { .name = words, .larger_text = history->counter % 2 };

  stile_casework_change_person (history->fixture->casework, history->case_id, &person, NULL);
}

static void
step_note (History *history)
{
  g_autofree char *words = dup_words (history);

  stile_casework_save_note (history->fixture->casework, history->case_id, history->assessment_id,
                            history->assessment_id ? "sleep" : NULL, words, NULL);
}

static void
step_contact (History *history)
{
  g_autofree char *words = dup_words (history);

  stile_casework_record_contact (history->fixture->casework, history->case_id, "Call", words,
                                 NULL);
}

static void
step_answer (History *history)
{
  static const char *const sleeps[] = { "home", "friends", "nowhere" };
  g_autofree char *words = dup_words (history);

  if (!history->assessment_id)
    history->assessment_id = fixture_start (history->fixture, history->case_id);
  fixture_answer (history->fixture, history->case_id, history->assessment_id, "sleep",
                  sleeps[g_rand_int_range (history->rand, 0, 3)]);
  fixture_answer (history->fixture, history->case_id, history->assessment_id, "words", words);
}

static void
step_finish (History *history)
{
  if (!history->assessment_id)
    return;
  fixture_finish (history->fixture, history->case_id, history->assessment_id);
  g_free (history->finished_id);
  history->finished_id = g_steal_pointer (&history->assessment_id);
}

static void
step_decide (History *history)
{
  g_autofree char *words = dup_words (history);

  if (history->finished_id)
    stile_casework_decide (history->fixture->casework, history->case_id, history->finished_id,
                           g_rand_boolean (history->rand) ? "close" : "light", words, NULL);
}

static void
step_refer (History *history)
{
  g_autofree char *words = dup_words (history);
  StileReferralService service = { NULL };

  if (!history->finished_id)
    return;
  g_clear_pointer (&history->referral_id, g_free);
  service.name = words;
  stile_casework_refer (history->fixture->casework, history->case_id, history->finished_id,
                        "housing-advice", &service, &history->referral_id, NULL);
}

static void
step_status (History *history)
{
  g_autofree char *words = dup_words (history);
  const StileReferralStep step = { .status = STILE_REFERRAL_WITHDRAWN, .note = words };

  if (history->referral_id)
    stile_casework_step_referral (history->fixture->casework, history->case_id,
                                  history->referral_id, &step, NULL);
}

static void
step_read (History *history)
{
  stile_casework_record_print (history->fixture->casework, history->case_id, STILE_WHAT_PLAN, NULL);
}

static void
step_correct (History *history)
{
  static const char *const sleeps[] = { "home", "friends", "nowhere" };
  const StileQuestion *sleep = stile_form_find_question (history->fixture->form, "sleep");
  g_autoptr (StileAnswer) answer
      = stile_answer_new (sleep, sleeps[g_rand_int_range (history->rand, 0, 3)], NULL);
  g_autofree char *words = dup_words (history);

  if (history->finished_id)
    stile_casework_rectify_answer (history->fixture->casework, history->case_id,
                                   history->finished_id, "sleep", answer, words, NULL);
}

static void (*const steps[]) (History *history) = {
  step_details, step_note,   step_contact, step_answer, step_finish,
  step_decide,  step_refer,  step_status,  step_read,   step_correct,
};

static void
assert_assessments (const StileCase *person_file, JsonNode *node)
{
  JsonNode *list = member (node, "assessments");

  g_assert_cmpuint (length_of (list), ==, person_file->assessments->len);
  for (guint i = 0; i < person_file->assessments->len; i++)
    {
      const StileAssessment *shown = g_ptr_array_index (person_file->assessments, i);
      JsonNode *held = element (list, i);
      GHashTableIter iter;
      gpointer id, answer;

      g_assert_cmpstr (text_of (held, "id"), ==, shown->id);
      g_assert_cmpstr (text_of (held, "finished-at"), ==, shown->finished_at);
      g_assert_cmpstr (text_of (held, "proposed"), ==, shown->proposed);
      g_assert_cmpstr (text_of (held, "decided"), ==, shown->decided);
      g_assert_cmpstr (text_of (held, "decided-by"), ==, shown->decided_by);
      g_assert_cmpstr (text_of (held, "reason"), ==, shown->reason);
      g_assert_cmpuint (length_of (member (held, "corrections")), ==, shown->corrections->len);
      g_hash_table_iter_init (&iter, shown->answers);
      while (g_hash_table_iter_next (&iter, &id, &answer))
        {
          const StileQuestion *question = stile_form_find_question (shown->form, id);
          g_autoptr (JsonNode) expected = stile_answer_to_json (answer, question);
          g_assert_true (json_node_equal (member (member (held, "answers"), id), expected));
        }
    }
}

static void
assert_events (const StileCase *person_file, JsonNode *node)
{
  JsonNode *list = member (node, "events");

  g_assert_cmpuint (length_of (list), ==, person_file->events->len);
  for (guint i = 0; i < person_file->events->len; i++)
    {
      const StileEvent *shown = g_ptr_array_index (person_file->events, i);

      g_assert_cmpstr (text_of (element (list, i), "at"), ==, shown->at);
      g_assert_cmpstr (text_of (element (list, i), "adviser"), ==, shown->adviser);
      g_assert_cmpstr (text_of (element (list, i), "title"), ==, shown->title);
      g_assert_cmpstr (text_of (element (list, i), "text"), ==, shown->text);
    }
}

static void
assert_referrals (const StileCase *person_file, JsonNode *node)
{
  JsonNode *list = member (node, "referrals");

  g_assert_cmpuint (length_of (list), ==, person_file->referrals->len);
  for (guint i = 0; i < person_file->referrals->len; i++)
    {
      const StileReferral *shown = g_ptr_array_index (person_file->referrals, i);

      g_assert_cmpstr (text_of (element (list, i), "label"), ==, shown->label);
      g_assert_cmpstr (text_of (element (list, i), "service"), ==, shown->service);
      g_assert_cmpstr (text_of (element (list, i), "status"), ==, shown->status);
      g_assert_cmpstr (text_of (element (list, i), "status-note"), ==, shown->status_note);
    }
}

static void
assert_holds_all (Fixture *fixture, const char *case_id)
{
  g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);
  g_autoptr (JsonNode) node = export (fixture, case_id);
  g_autoptr (StilePerson) person = stile_person_copy (person_file->person);

  g_assert_cmpstr (text_of (member (node, "person"), "name"), ==, person->name);
  g_assert_cmpint (json_object_get_boolean_member_with_default (
                       json_node_get_object (member (node, "person")), "larger-text", FALSE),
                   ==, person->larger_text);
  g_assert_cmpint (json_object_get_boolean_member (json_node_get_object (member (node, "consent")),
                                                   "given"),
                   ==, person_file->consent);
  assert_assessments (person_file, node);
  assert_events (person_file, node);
  assert_referrals (person_file, node);
  g_assert_cmpuint (length_of (member (node, "entries")), ==,
                    fixture_count_entries (fixture, case_id));
}

static void
test_random_histories (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < HISTORIES; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
      g_auto (History) history = {
        .fixture = fixture,
        .rand = rand,
        .case_id = fixture_open_case (fixture, "Mina"),
      };

      for (guint step = 0; step < STEPS; step++)
        steps[g_rand_int_range (rand, 0, G_N_ELEMENTS (steps))](&history);
      assert_holds_all (fixture, history.case_id);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/person-export/new", test_new);
  fixture_add ("/person-export/unknown", test_unknown);
  fixture_add ("/person-export/questions-in-words", test_questions_in_words);
  fixture_add ("/person-export/who-looked", test_who_looked);
  fixture_add ("/person-export/random-histories", test_random_histories);

  return g_test_run ();
}
