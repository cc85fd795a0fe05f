// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulated-people.h"

#include "random-answers.h"

/* How likely an answer shows a need where the person has one in that domain, and where not. */
#define SHOWN_OF_A_NEED 0.6
#define SHOWN_OF_NONE 0.04
#define SHARE_UNKNOWN 0.02
/* Most people say most things; some do not speak of private ones. */
#define SHARE_OPEN 0.6
#define SHARE_CLOSED 0.1
#define DECLINED_BY_MOST 0.03
#define DECLINED_BY_CLOSED 0.35
#define PRIVATE_TIMES 2

#define MOST_TRIES 40

typedef struct
{
  GRand *random;
  double propensity; /* of having a need in a domain: 0 to 1, mostly small */
  double declines;
  gboolean *needs; /* one for each domain */
} Person;

static gboolean
happens (GRand *random, double share)
{
  return g_rand_double (random) < share;
}

static void
person_init (Person *person, GRand *random, const StileForm *form)
{
  double luck = g_rand_double (random);
  double openness = g_rand_double (random);

  person->random = random;
  person->propensity = luck * luck * luck;
  person->declines = 0;
  if (openness > 1 - SHARE_CLOSED)
    person->declines = DECLINED_BY_CLOSED;
  else if (openness > SHARE_OPEN)
    person->declines = DECLINED_BY_MOST;
  person->needs = g_new0 (gboolean, form->n_domains);
  for (guint i = 0; i < form->n_domains; i++)
    person->needs[i] = happens (random, person->propensity);
}

static void
person_clear (Person *person)
{
  g_free (person->needs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Person, person_clear)

static double
get_share_shown (const Person *person, const StileQuestion *question)
{
  if (question->domain == STILE_NONE)
    return SHOWN_OF_NONE + (SHOWN_OF_A_NEED - SHOWN_OF_NONE) * person->propensity;

  return person->needs[question->domain] ? SHOWN_OF_A_NEED : SHOWN_OF_NONE;
}

/* ---- One answer ---- */

/* Whether an answer gives points, which is how a form says that it shows a need. */
static gboolean
shows_need (const StileQuestion *question, const StileAnswer *answer)
{
  double points = 0;

  for (guint i = 0; i < question->n_choices; i++)
    if (question->choices[i].points > 0
        && stile_answer_has_choice (answer, question->choices[i].id))
      return TRUE;
  for (guint i = 0; i < question->n_bands && answer->number >= question->bands[i].from; i++)
    points = question->bands[i].points;

  return points > 0;
}

static gboolean
fits (const StileInterview *interview, const StileQuestion *question, const StileAnswer *answer)
{
  return answer->state == STILE_ANSWER_ANSWERED
         && stile_interview_check_answer (interview, question->index, answer, NULL, NULL);
}

/* One that shows a need or none, as wished, where the question has one. */
static StileAnswer *
answer_in_words (const Person *person, const StileInterview *interview,
                 const StileQuestion *question)
{
  gboolean wished = happens (person->random, get_share_shown (person, question));
  g_autoptr (StileAnswer) found = NULL;

  for (guint i = 0; i < MOST_TRIES; i++)
    {
      g_autoptr (StileAnswer) answer = stile_random_answer (person->random, question);

      if (!fits (interview, question, answer))
        continue;
      if (shows_need (question, answer) == wished)
        return g_steal_pointer (&answer);
      if (!found)
        found = g_steal_pointer (&answer);
    }

  return found ? g_steal_pointer (&found) : stile_answer_new_state (STILE_ANSWER_UNKNOWN);
}

static StileAnswer *
answer (const Person *person, const StileInterview *interview, const StileQuestion *question)
{
  double declines = person->declines * (question->sensitive ? PRIVATE_TIMES : 1);

  if (happens (person->random, declines))
    return stile_answer_new_state (STILE_ANSWER_DECLINED);
  if (happens (person->random, SHARE_UNKNOWN))
    return stile_answer_new_state (STILE_ANSWER_UNKNOWN);

  return answer_in_words (person, interview, question);
}

/* ---- One interview ---- */

static int
get_next (const StileInterview *interview, int question)
{
  const StileForm *form = stile_interview_get_form (interview);

  do
    question = stile_interview_next (interview, question);
  while (question != STILE_NONE && form->questions[question].type == STILE_QUESTION_NOTE);

  return question;
}

StileInterview *
stile_simulate_interview (GRand *random, StileForm *form)
{
  g_autoptr (GDate) started = g_date_new_dmy (22, G_DATE_NOVEMBER, 2026);
  StileInterview *interview = stile_interview_new (form, started);
  g_auto (Person) person = { 0 };

  person_init (&person, random, form);
  for (int i = get_next (interview, STILE_NONE); i != STILE_NONE; i = get_next (interview, i))
    {
      g_autoptr (StileAnswer) given = answer (&person, interview, &form->questions[i]);

      stile_interview_set_answer (interview, (guint) i, given);
    }

  return interview;
}

guint
stile_simulate_count_asked (const StileInterview *interview)
{
  guint asked;

  stile_interview_get_progress (interview, &asked, NULL);
  return asked;
}

/* ---- The longest and the shortest ---- */

static gboolean
is_better (const StileInterview *interview, guint best, gboolean most)
{
  guint asked = stile_simulate_count_asked (interview);

  return most ? asked > best : asked < best;
}

static StileInterview *
find_best_person (GRand *random, StileForm *form, guint n_people, gboolean most)
{
  g_autoptr (StileInterview) best = stile_simulate_interview (random, form);

  for (guint i = 1; i < n_people; i++)
    {
      g_autoptr (StileInterview) interview = stile_simulate_interview (random, form);

      if (is_better (interview, stile_simulate_count_asked (best), most))
        {
          StileInterview *worse = g_steal_pointer (&best);

          stile_interview_free (worse);
          best = g_steal_pointer (&interview);
        }
    }

  return g_steal_pointer (&best);
}

/* Whether another answer to one question is better, which then stays. */
static gboolean
improve_answer (StileInterview *interview, const StileQuestion *question, gboolean most)
{
  guint best = stile_simulate_count_asked (interview);
  g_autoptr (GPtrArray) answers = stile_list_answers (question);
  g_autoptr (StileAnswer) kept
    = stile_answer_copy (stile_interview_get_answer (interview, question->index));
  gboolean is_improved = FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      const StileAnswer *candidate = g_ptr_array_index (answers, i);

      if (!fits (interview, question, candidate))
        continue;
      stile_interview_set_answer (interview, question->index, candidate);
      if (!is_better (interview, best, most))
        continue;
      best = stile_simulate_count_asked (interview);
      stile_answer_free (g_steal_pointer (&kept));
      kept = stile_answer_copy (candidate);
      is_improved = TRUE;
    }
  stile_interview_set_answer (interview, question->index, kept);

  return is_improved;
}

/* What is asked now and was not before has no answer yet. */
static void
answer_rest (StileInterview *interview, GRand *random)
{
  const StileForm *form = stile_interview_get_form (interview);
  g_auto (Person) person = { 0 };

  person_init (&person, random, form);
  person.declines = 0;
  for (int i = get_next (interview, STILE_NONE); i != STILE_NONE; i = get_next (interview, i))
    {
      const StileQuestion *question = &form->questions[i];

      if (stile_interview_get_answer (interview, (guint) i)->state == STILE_ANSWER_UNANSWERED)
        {
          g_autoptr (StileAnswer) given = answer_in_words (&person, interview, question);

          stile_interview_set_answer (interview, (guint) i, given);
        }
    }
}

StileInterview *
stile_simulate_extreme (GRand *random, StileForm *form, guint n_people, gboolean most)
{
  StileInterview *interview = find_best_person (random, form, n_people, most);
  gboolean is_improved;

  do
    {
      is_improved = FALSE;
      for (int i = get_next (interview, STILE_NONE); i != STILE_NONE; i = get_next (interview, i))
        is_improved |= improve_answer (interview, &form->questions[i], most);
      answer_rest (interview, random);
    }
  while (is_improved);

  return interview;
}
