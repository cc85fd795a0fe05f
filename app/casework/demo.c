// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Fills a book with people who do not exist, by the verbs that real ones go through. */

#include "demo.h"

#include "audit.h"
#include "casework-private.h"
#include "demo-example.h"
#include "demo-people.h"
#include "demo-referral.h"
#include "words.h"

#define NOTICE \
  "What you say is kept on this computer only, locked with a key. It is used to find help for " \
  "you, and for nothing else. You can see it, have it changed and have it deleted at any time."
#define OVERRIDE_REASON "We talked it over: the answers do not show how much has changed this week."
/* A number that is kept free for fiction. */
#define ALERT_WORDS "Call the duty desk, 01632 960 123. After six, ring twice."
#define RETENTION_MONTHS "24"
/* Amid the services of the demo's directory, in a district that there is not. */
#define CENTRE_POSTCODE "QA5 1AB"
#define CENTRE_CONTACT "01632 960123"

typedef struct
{
  StileCasework *casework;
  StileDirectory *directory; /* or NULL */
  const StileDemoPerson *person;
  StileForm *form;
  StileInterview *talk;
  char *case_id;
  char *assessment_id;
} Visit;

static void
visit_clear (Visit *visit)
{
  g_clear_pointer (&visit->talk, stile_interview_free);
  g_free (visit->case_id);
  g_free (visit->assessment_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Visit, visit_clear)

static gboolean
open_file (Visit *visit, GError **error)
{
  StilePerson person = {
    .name = (char *) visit->person->name,
    .reference = (char *) visit->person->reference,
    .language = (char *) visit->person->language,
    .interpreter = visit->person->needs && g_str_has_prefix (visit->person->needs, "Interpreter"),
    .larger_text = g_strcmp0 (visit->person->needs, "Large print") == 0,
    .needs = (char *) visit->person->needs,
  };

  return stile_casework_open_case (visit->casework, &person, &visit->case_id, error)
         && stile_casework_record_consent (visit->casework, visit->case_id,
                                           visit->person->state != STILE_DEMO_NO_CONSENT, NOTICE,
                                           error);
}

/* Answers at most @most questions, in the order in which they are asked. */
static gboolean
answer (Visit *visit, guint most, GError **error)
{
  int question = stile_interview_next (visit->talk, STILE_NONE);

  for (guint passed = 0; question != STILE_NONE && passed < most; passed++)
    {
      const StileQuestion *asked = &visit->form->questions[question];
      const StileAnswer *given = stile_interview_get_answer (visit->talk, question);

      if (given->state != STILE_ANSWER_UNANSWERED
          && !stile_casework_save_answer (visit->casework, visit->case_id, visit->assessment_id,
                                          asked, given, error))
        return FALSE;
      question = stile_interview_next (visit->talk, question);
    }

  return TRUE;
}

static gboolean
decide (Visit *visit, const StileResult *result, gboolean override, GError **error)
{
  guint other = (result->category + 1) % visit->form->n_categories;
  guint decided = override ? other : result->category;
  const char *reason = override ? OVERRIDE_REASON : NULL;

  return stile_casework_decide (visit->casework, visit->case_id, visit->assessment_id,
                                visit->form->categories[decided].id, reason, error);
}

static gboolean
refer (Visit *visit, const StileResult *result, GError **error)
{
  StileDemoReferral referral = {
    .casework = visit->casework,
    .directory = visit->directory,
    .case_id = visit->case_id,
    .assessment_id = visit->assessment_id,
  };

  /* Two at most: who has more needs has the rest still before them. */
  for (guint i = 0; i < MIN (result->referrals->len, 2); i++)
    {
      referral.rule = &visit->form->referrals[g_array_index (result->referrals, guint, i)];
      referral.status = i == 0 ? visit->person->status : STILE_REFERRAL_DRAFT;
      if (!stile_demo_refer (&referral, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
finish (Visit *visit, GError **error)
{
  g_autoptr (StileResult) result = stile_result_new (visit->talk);
  StileDemoState state = visit->person->state;

  if (!stile_casework_finish_assessment (visit->casework, visit->case_id, visit->assessment_id,
                                         visit->talk, error))
    return FALSE;
  if (state == STILE_DEMO_TO_DECIDE)
    return TRUE;
  if (!decide (visit, result, state == STILE_DEMO_OVERRIDDEN, error))
    return FALSE;

  return state != STILE_DEMO_REFERRED || refer (visit, result, error);
}

/* The talk of the example on a day of its own, seen from the day on which the demo is started: else
 * in a year everybody would be waiting. */
static StileInterview *
talk_new (const StileDemoPerson *person, StileForm *form, const StileInterview *example,
          GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (JsonNode) answers = stile_interview_answers_to_json (example, TRUE);
  g_autoptr (StileInterview) talk = NULL;
  GDate day;

  stile_day_of_date_time (now, &day);
  g_date_subtract_days (&day, person->days_ago);
  talk = stile_interview_new (form, &day);
  return stile_interview_load_json (talk, answers, error) ? g_steal_pointer (&talk) : NULL;
}

static gboolean
interview (Visit *visit, GError **error)
{
  gboolean is_whole = visit->person->state != STILE_DEMO_IN_PROGRESS;

  if (!stile_casework_start_assessment_on (visit->casework, visit->case_id, visit->form,
                                           visit->person->language,
                                           stile_interview_get_started (visit->talk),
                                           &visit->assessment_id, error))
    return FALSE;

  return answer (visit, is_whole ? G_MAXUINT : visit->person->depth, error)
         && (!is_whole || finish (visit, error));
}

static gboolean
add_remarks (Visit *visit, GError **error)
{
  const StileDemoPerson *person = visit->person;

  if (person->note
      && !stile_casework_save_note (visit->casework, visit->case_id, NULL, NULL, person->note,
                                    error))
    return FALSE;

  return !person->contact
         || stile_casework_record_contact (visit->casework, visit->case_id, "Telephone call",
                                           person->contact, error);
}

/* Whoever is referred took a plan home; the record was opened before. */
static gboolean
leave_traces (Visit *visit, GError **error)
{
  if (visit->person->state != STILE_DEMO_REFERRED)
    return TRUE;

  return stile_casework_record_read (visit->casework, visit->case_id, STILE_WHAT_RECORD, error)
         && stile_casework_record_print (visit->casework, visit->case_id, STILE_WHAT_PLAN, error);
}

static gboolean
set_up_centre (StileCasework *casework, const StileForm *form, GError **error)
{
  if (!stile_casework_put_setting (casework, STILE_SETTING_RETENTION_MONTHS, RETENTION_MONTHS,
                                   error)
      || !stile_casework_put_setting (casework, STILE_SETTING_CENTRE_POSTCODE, CENTRE_POSTCODE,
                                      error)
      || !stile_casework_put_setting (casework, STILE_SETTING_CENTRE_CONTACT, CENTRE_CONTACT,
                                      error))
    return FALSE;

  for (guint i = 0; i < form->n_alerts; i++)
    {
      if (!stile_casework_put_alert_words (casework, form, &form->alerts[i], ALERT_WORDS, error))
        return FALSE;
    }

  return TRUE;
}

/* Who is referred has a talk behind them in which something was found that calls for it. */
static const StileInterview *
choose_example (GPtrArray *examples, guint index, gboolean is_referred)
{
  for (guint i = 0; is_referred && i < examples->len; i++)
    {
      const StileInterview *example = g_ptr_array_index (examples, (index + i) % examples->len);
      g_autoptr (StileResult) result = stile_result_new_without_changes (example);

      if (result->referrals->len > 0)
        return example;
    }

  return g_ptr_array_index (examples, index % examples->len);
}

gboolean
stile_demo_fill (StileCasework *casework, StileForm *form, const char *forms_folder,
                 StileDirectory *directory, GError **error)
{
  g_autofree char *folder = g_build_filename (forms_folder, form->id, "examples", NULL);
  g_autoptr (GPtrArray) examples = stile_demo_load_examples (form, folder, error);

  if (!examples || !set_up_centre (casework, form, error))
    return FALSE;

  for (guint i = 0; i < stile_demo_n_people; i++)
    {
      const StileDemoPerson *person = &stile_demo_people[i];
      const StileInterview *example
          = choose_example (examples, i, person->state == STILE_DEMO_REFERRED);
      g_auto (Visit) visit
          = { .casework = casework, .directory = directory, .person = person, .form = form };

      visit.talk = talk_new (person, form, example, error);
      if (!visit.talk || !open_file (&visit, error)
          || (person->state != STILE_DEMO_NO_CONSENT && !interview (&visit, error))
          || !add_remarks (&visit, error) || !leave_traces (&visit, error))
        return FALSE;
    }

  return TRUE;
}
