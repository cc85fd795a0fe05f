// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "big-book.h"

#include <string.h>

#include "simulated-people.h"

#define SEED 20261122
/* One in so many waits for a decision. */
#define PEOPLE_TO_DECIDE 10
/* How many stand or fall together; one commit each would take hours. */
#define PEOPLE_A_COMMIT 500

/* What is an id of another entry has to be that of the same person's. */
#define ASSESSMENT "assessment"

static const char *const first_names[]
    = { "Mina", "Omar", "Zofia", "Ravi", "Grace", "Ion", "Leyla", "Tariq", "Ewa", "Sam",
        "Amara", "Jon", "Nadia", "Pavel", "Ruth", "Yusuf", "Ines", "Karim", "Lena" };
static const char *const last_names[]
    = { "Storey", "Legend", "Fabel", "Bajka", "Masal", "Kahani", "Basm", "Qissa", "Conte",
        "Relato", "Tale", "Skazka", "Favola", "Novella", "Parable", "Myth", "Saga" };

static void
save_answers (StileCasework *casework, const char *case_id, const char *assessment_id,
              const StileInterview *interview, StileForm *form)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < form->n_questions; i++)
    {
      const StileAnswer *answer = stile_interview_get_answer (interview, i);

      if (answer->state == STILE_ANSWER_UNANSWERED)
        continue;
      stile_casework_save_answer (casework, case_id, assessment_id, &form->questions[i], answer,
                                  &error);
      g_assert_no_error (error);
    }
}

/* The first person goes through the verbs of the program. Returns their entries. */
static GPtrArray *
add_first (StileCasework *casework, StileForm *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (StileInterview) interview = stile_simulate_interview (random, form);
  g_autofree char *case_id = NULL, *assessment_id = NULL;
  StilePerson person = { .name = (char *) "Mina Storey", .language = (char *) "en" };
  GPtrArray *entries;

  stile_casework_open_case (casework, &person, &case_id, &error);
  g_assert_no_error (error);
  stile_casework_record_consent (casework, case_id, TRUE, "Yes.", &error);
  g_assert_no_error (error);
  stile_casework_start_assessment (casework, case_id, form, "en", &assessment_id, &error);
  g_assert_no_error (error);
  save_answers (casework, case_id, assessment_id, interview, form);
  stile_casework_finish_assessment (casework, case_id, assessment_id, interview, &error);
  g_assert_no_error (error);
  stile_casework_decide (casework, case_id, assessment_id, form->categories[0].id, "Agreed.",
                         &error);
  g_assert_no_error (error);

  entries = stile_ledger_read_case (stile_casework_get_ledger (casework), case_id, &error);
  g_assert_no_error (error);
  return entries;
}

/* ---- The others are copies of the first ---- */

static void
rename_person (JsonNode *content, guint number)
{
  JsonObject *object = json_node_get_object (content);
  g_autofree char *name
      = g_strdup_printf ("%s %s", first_names[number % G_N_ELEMENTS (first_names)],
                         last_names[number % G_N_ELEMENTS (last_names)]);
  g_autofree char *reference = g_strdup_printf ("R-%06u", number);

  json_object_set_string_member (object, "name", name);
  json_object_set_string_member (object, "reference", reference);
}

/* A copy of its own: that of json_node_copy() shares its members. */
static JsonNode *
copy_content (const StileEntry *entry)
{
  g_autofree char *text = json_to_string (entry->content, FALSE);

  return json_from_string (text, NULL);
}

static guint
find_started (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (strcmp (((StileEntry *) g_ptr_array_index (entries, i))->kind, "assessment-started") == 0)
      return i;

  g_assert_not_reached ();
}

static gboolean
is_decision (const StileEntry *entry)
{
  return strcmp (entry->kind, "decision") == 0;
}

static void
append (StileLedger *ledger, GArray *drafts, char ***ids)
{
  g_autoptr (GError) error = NULL;

  stile_ledger_append_all (ledger, &g_array_index (drafts, StileEntryDraft, 0), drafts->len, ids,
                           &error);
  g_assert_no_error (error);
}

static void
add_draft (GArray *drafts, const char *case_id, const char *kind, JsonNode *content)
{
  StileEntryDraft draft = { case_id, kind, content };

  g_array_append_val (drafts, draft);
}

/* What comes up to the start of the assessment. @kept owns the contents. Returns the ids. */
static char **
begin_batch (StileLedger *ledger, GPtrArray *entries, GPtrArray *cases, GPtrArray *kept,
             guint from)
{
  guint started = find_started (entries);
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (StileEntryDraft));
  char **ids;

  for (guint person = 0; person < cases->len; person++)
    for (guint i = 0; i <= started; i++)
      {
        const StileEntry *entry = g_ptr_array_index (entries, i);
        JsonNode *content = copy_content (entry);

        if (i == 0)
          rename_person (content, from + person);
        g_ptr_array_add (kept, content);
        add_draft (drafts, g_ptr_array_index (cases, person), entry->kind, content);
      }
  append (ledger, drafts, &ids);
  return ids;
}

/* The later entries name the one that starts the assessment. */
static void
end_batch (StileLedger *ledger, GPtrArray *entries, GPtrArray *cases, GPtrArray *kept, guint from,
           char **ids)
{
  guint started = find_started (entries);
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (StileEntryDraft));

  for (guint person = 0; person < cases->len; person++)
    for (guint i = started + 1; i < entries->len; i++)
      {
        const StileEntry *entry = g_ptr_array_index (entries, i);
        JsonNode *content;

        if (is_decision (entry) && (from + person) % PEOPLE_TO_DECIDE == 0)
          continue;
        content = copy_content (entry);
        json_object_set_string_member (json_node_get_object (content), ASSESSMENT,
                                       ids[person * (started + 1) + started]);
        g_ptr_array_add (kept, content);
        add_draft (drafts, g_ptr_array_index (cases, person), entry->kind, content);
      }
  append (ledger, drafts, NULL);
}

static void
add_batch (StileLedger *ledger, GPtrArray *entries, guint from, guint n_people)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) ids = NULL;

  for (guint person = 0; person < n_people; person++)
    g_ptr_array_add (cases, stile_ledger_new_id ());
  ids = begin_batch (ledger, entries, cases, kept, from);
  end_batch (ledger, entries, cases, kept, from, ids);
}

void
big_book_make (const char *path, StileForm *form, guint n_people)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileCasework) casework = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  char *recovery_key = NULL;
  StileLedger *ledger = stile_ledger_create (path, "Bench", BIG_BOOK_ADVISER, BIG_BOOK_PASSPHRASE,
                                             STILE_KEY_COST_MIN, &recovery_key, &error);

  g_assert_no_error (error);
  stile_secret_free (recovery_key);
  casework = stile_casework_new (ledger, &error);
  g_assert_no_error (error);
  entries = add_first (casework, form);
  for (guint from = 1; from < n_people; from += PEOPLE_A_COMMIT)
    add_batch (ledger, entries, from, MIN (PEOPLE_A_COMMIT, n_people - from));
}
