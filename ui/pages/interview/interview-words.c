// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interview-words.h"

#include "words.h"

static guint
count_up_to (const StileInterview *interview, guint question)
{
  const StileForm *form = stile_interview_get_form (interview);
  guint count = 0;

  for (guint i = 0; i <= question; i++)
    if (form->questions[i].type != STILE_QUESTION_NOTE
        && stile_interview_is_relevant (interview, i))
      count++;
  return count;
}

char *
stile_interview_words_dup_progress (const StileInterview *interview, guint question)
{
  const StileForm *form = stile_interview_get_form (interview);
  guint asked = 0;

  stile_interview_get_progress (interview, &asked, NULL);
  if (form->questions[question].type == STILE_QUESTION_NOTE)
    return g_strdup_printf (
      /* Translators: at the top of a claimant’s page. */
      ngettext ("About %u question in all", "About %u questions in all", asked), asked);
  /* Translators: the first number is which question this is, the second how many there are. */
  return g_strdup_printf (_("Question %u of about %u"), count_up_to (interview, question), asked);
}

char *
stile_interview_words_dup_section (StileSectionState state, guint asked, guint answered)
{
  switch (state)
    {
    case STILE_SECTION_NOT_STARTED:
      /* Translators: no question of a part of the form is answered yet. */
      return g_strdup (_("Not started"));
    case STILE_SECTION_STARTED:
      /* Translators: how many questions of a section are answered, and how many there are. */
      return g_strdup_printf (_("%u of %u answered"), answered, asked);
    case STILE_SECTION_DONE:
      /* Translators: all questions of a part of the form are answered. */
      return g_strdup (_("Done"));
    case STILE_SECTION_SKIPPED:
      /* Translators: a part of the form that does not concern this person. */
      return g_strdup (_("Nothing to ask here"));
    default:
      g_assert_not_reached ();
    }
}

char *
stile_interview_words_dup_saved (StileSaveState state, const char *message)
{
  switch (state)
    {
    case STILE_SAVE_NOTHING:
      return g_strdup ("");
    case STILE_SAVE_WAITING:
      return g_strdup (_("Not saved yet"));
    case STILE_SAVE_SAVED:
      return g_strdup (_("Saved"));
    case STILE_SAVE_FAILED:
      return g_strdup_printf ("%s %s", message,
                              _("Your answer is kept here, and saving is tried again."));
    default:
      g_assert_not_reached ();
    }
}
