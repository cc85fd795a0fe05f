// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "town.h"

#include <string.h>

#include "rights.h"

static const char *
any_of (Town *town, const char *const *words, guint n_words)
{
  return words[g_rand_int_range (town->random, 0, (gint32) n_words)];
}

#define ANY_OF(town, ...)                                                                          \
  any_of (town, (const char *const[]){ __VA_ARGS__ },                                              \
          sizeof ((const char *const[]){ __VA_ARGS__ }) / sizeof (const char *))

/* ---- What can happen; a verb that makes no sense now is refused, and nothing happens ---- */

static void
arrive (Town *town, const StileCase *person_file)
{
  g_autofree char *name = g_strdup_printf ("Person %u", town->case_ids->len);

  g_ptr_array_add (town->case_ids, fixture_open_case (town->fixture, name));
}

static void
rename_person (Town *town, const StileCase *person_file)
{
  StilePerson person = { .name = (char *) ANY_OF (town, "Mina", "Omar", NULL),
                         .reference = (char *) ANY_OF (town, "R-1", "R-2", NULL) };

  stile_casework_change_person (town->fixture->casework, person_file->id, &person, NULL);
}

static void
call_person (Town *town, const StileCase *person_file)
{
  stile_casework_record_contact (town->fixture->casework, person_file->id, "phone", "Called.",
                                 NULL);
}

static void
start (Town *town, const StileCase *person_file)
{
  g_autofree char *assessment_id = NULL;

  if (!person_file->consent)
    return;
  assessment_id = fixture_start (town->fixture, person_file->id);
  fixture_answer (town->fixture, person_file->id, assessment_id, "sleep",
                  ANY_OF (town, "home", "friends", "nowhere"));
}

/* The newest, or now and then one of before. */
static const StileAssessment *
any_assessment (Town *town, const StileCase *person_file)
{
  guint n_assessments = person_file->assessments->len;

  if (n_assessments == 0)
    return NULL;
  return g_ptr_array_index (person_file->assessments,
                            g_rand_int_range (town->random, 0, 4) > 0
                                ? 0
                                : g_rand_int_range (town->random, 0, (gint32) n_assessments));
}

static void
finish (Town *town, const StileCase *person_file)
{
  const StileAssessment *assessment = any_assessment (town, person_file);

  if (assessment && !assessment->finished_at && person_file->consent)
    fixture_finish (town->fixture, person_file->id, assessment->id);
}

static void
decide (Town *town, const StileCase *person_file)
{
  const StileAssessment *assessment = any_assessment (town, person_file);

  if (assessment)
    stile_casework_decide (town->fixture->casework, person_file->id, assessment->id,
                           ANY_OF (town, "close", "light"), "We agreed", NULL);
}

static void
correct (Town *town, const StileCase *person_file)
{
  const StileAssessment *assessment = any_assessment (town, person_file);
  const StileQuestion *question = stile_form_find_question (town->fixture->form, "sleep");
  g_autoptr (StileAnswer) answer
      = stile_answer_new (question, ANY_OF (town, "home", "friends", "nowhere"), NULL);

  if (assessment)
    stile_casework_rectify_answer (town->fixture->casework, person_file->id, assessment->id,
                                   "sleep", answer, "Misheard", NULL);
}

static void
refer (Town *town, const StileCase *person_file)
{
  const StileAssessment *assessment = any_assessment (town, person_file);
  g_autofree char *referral_id = NULL;

  if (!assessment || !assessment->finished_at || strcmp (assessment->proposed, "close") != 0)
    return;
  if (g_rand_boolean (town->random))
    referral_id = fixture_send (town->fixture, person_file->id, assessment->id, "housing-advice",
                                "The Desk");
  else
    referral_id = fixture_refer (town->fixture, person_file->id, assessment->id, "housing-advice",
                                 NULL);
}

static void
step_referral (Town *town, const StileCase *person_file)
{
  StileReferralStep step
      = { .status = ANY_OF (town, STILE_REFERRAL_ACCEPTED, STILE_REFERRAL_STARTED,
                            STILE_REFERRAL_DECLINED, STILE_REFERRAL_DRAFT),
          .note = "So it is",
          .how = "by phone" };

  for (guint i = 0; i < person_file->referrals->len; i++)
    {
      const StileReferral *referral = g_ptr_array_index (person_file->referrals, i);

      stile_casework_step_referral (town->fixture->casework, person_file->id, referral->id, &step,
                                    NULL);
    }
}

/* Also what was taken back before, which comes to nothing. */
static void
take_contact_back (Town *town, const StileCase *person_file)
{
  for (guint i = 0; i < person_file->events->len; i++)
    {
      const StileEvent *event = g_ptr_array_index (person_file->events, i);

      if (strcmp (event->kind, "contact") != 0)
        continue;
      stile_casework_rectify_text (town->fixture->casework, person_file->id, event->id, NULL,
                                   "It was somebody else", NULL);
      return;
    }
}

static void
leave (Town *town, const StileCase *person_file)
{
  if (g_rand_boolean (town->random))
    stile_casework_record_moved_on (town->fixture->casework, person_file->id, "Told us", NULL);
  else
    stile_casework_record_consent (town->fixture->casework, person_file->id,
                                   g_rand_boolean (town->random), "The notice.", NULL);
}

static void
erase (Town *town, const StileCase *person_file)
{
  if (g_rand_int_range (town->random, 0, 4) == 0)
    g_strfreev (stile_casework_erase_person (town->fixture->casework, person_file->id, NULL));
}

void
town_live (Town *town)
{
  static void (*const happenings[]) (Town *town, const StileCase *person_file)
      = { arrive, rename_person, call_person, start, finish, finish,        decide, decide,
          decide, correct,       correct,     refer, refer,  step_referral, erase,
          leave,  call_person,   take_contact_back };
  guint what = (guint) g_rand_int_range (town->random, 0, G_N_ELEMENTS (happenings));
  const char *case_id = g_ptr_array_index (
      town->case_ids, g_rand_int_range (town->random, 0, (gint32) town->case_ids->len));
  g_autoptr (StileCase) person_file
      = stile_casework_load_case (town->fixture->casework, case_id, NULL);

  if (!person_file)
    return;
  happenings[what](town, person_file);
  town->n_done++;
}

/* ---- What the list has to say ---- */

static const StilePersonRow *
find_row (GPtrArray *rows, const char *case_id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const StilePersonRow *row = g_ptr_array_index (rows, i);

      if (strcmp (row->case_id, case_id) == 0)
        return row;
    }
  return NULL;
}

static const char *
get_category (const StileForm *form, const StileAssessment *newest)
{
  const char *id = NULL;
  const StileCategory *category;

  if (newest)
    id = newest->decided ? newest->decided : newest->proposed;
  category = id ? stile_form_find_category (form, id) : NULL;
  return category ? stile_text_get (category->label, NULL, NULL) : NULL;
}

static guint
count_open (const StileCase *person_file)
{
  guint n_open = 0;

  for (guint i = 0; i < person_file->referrals->len; i++)
    {
      const StileReferral *referral = g_ptr_array_index (person_file->referrals, i);

      n_open += stile_referral_status_is_open (referral->status) ? 1 : 0;
    }
  return n_open;
}

/* The newest event but those that are folded away is what the person was last seen by. */
static void
assert_same (Town *town, const StilePersonRow *row, const StileCase *person_file)
{
  const StileAssessment *newest
      = person_file->assessments->len > 0 ? g_ptr_array_index (person_file->assessments, 0) : NULL;
  const StileEvent *event = g_ptr_array_index (person_file->events, 0);

  g_assert_nonnull (row);
  g_assert_cmpstr (row->title, ==, stile_person_get_title (person_file->person));
  g_assert_cmpstr (row->reference, ==, person_file->person->reference);
  g_assert_cmpstr (row->last_at, ==, event->at);
  g_assert_cmpstr (row->assessment_id, ==, newest ? newest->id : NULL);
  g_assert_cmpstr (row->category, ==, get_category (town->fixture->form, newest));
  g_assert_cmpint (row->in_progress, ==, newest && !newest->finished_at);
  g_assert_cmpint (row->to_decide, ==, newest && newest->finished_at && !newest->decided);
  g_assert_cmpuint (row->open_referrals, ==, count_open (person_file));
}

void
town_assert_list_is_right (Town *town)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = stile_casework_list_people (town->fixture->casework,
                                                           STILE_PEOPLE_ALL, NULL, &error);
  guint n_people = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < town->case_ids->len; i++)
    {
      const char *case_id = g_ptr_array_index (town->case_ids, i);
      g_autoptr (StileCase) person_file
          = stile_casework_load_case (town->fixture->casework, case_id, NULL);
      const StilePersonRow *row = find_row (rows, case_id);

      if (person_file)
        assert_same (town, row, person_file);
      else
        g_assert_null (row);
      n_people += person_file ? 1 : 0;
    }
  g_assert_cmpuint (rows->len, ==, n_people);
}

Town *
town_new (Fixture *fixture, guint32 seed)
{
  Town *town = g_new0 (Town, 1);

  town->fixture = fixture;
  town->random = g_rand_new_with_seed (seed);
  town->case_ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < 4; i++)
    arrive (town, NULL);
  return town;
}

void
town_free (Town *town)
{
  g_rand_free (town->random);
  g_ptr_array_unref (town->case_ids);
  g_free (town);
}
