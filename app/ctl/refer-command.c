// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit.h"
#include "book.h"
#include "commands.h"
#include "day.h"
#include "document.h"
#include "letter.h"

/* A person's file, open for a verb. */
typedef struct
{
  StileIdentity identity;
  StileCasework *casework;
  StileCase *person_file;
} Desk;

static void
desk_clear (Desk *desk)
{
  stile_identity_clear (&desk->identity);
  g_clear_pointer (&desk->person_file, stile_case_free);
  g_clear_pointer (&desk->casework, stile_casework_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static gboolean
open_desk (Desk *desk, const char *book, const char *person, StileExit *exit_code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *case_id = NULL;

  desk->casework = stile_book_open_casework (book, &desk->identity, exit_code);
  if (!desk->casework)
    return FALSE;
  case_id = stile_book_find_person (desk->casework, person, exit_code);
  if (!case_id)
    return FALSE;

  desk->person_file = stile_casework_load_case (desk->casework, case_id, &error);
  if (!desk->person_file)
    *exit_code = stile_command_fail (error);
  return desk->person_file != NULL;
}

/* By the id of its entry, or by the form's id where the person has just one of that kind. */
static const StileReferral *
find_referral (const Desk *desk, const char *wanted, StileExit *exit_code)
{
  const GPtrArray *referrals = desk->person_file->referrals;
  const StileReferral *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < referrals->len; i++)
    {
      const StileReferral *referral = g_ptr_array_index (referrals, i);

      if (strcmp (referral->id, wanted) == 0)
        return referral;
      if (strcmp (referral->referral, wanted) != 0)
        continue;
      found = referral;
      n_found++;
    }
  if (n_found == 1)
    return found;

  stile_command_say (n_found == 0 ? _("This person has no such referral.")
                                  : _("This person has several of that kind. Give the id that "
                                      "“stilectl refer list” shows."));
  *exit_code = STILE_EXIT_INPUT;
  return NULL;
}

/* ---- list ---- */

static StileExit
run_list (const char *name, int argc, char **argv)
{
  g_auto (Desk) desk = { { NULL } };
  const GOptionEntry options[] = { STILE_IDENTITY_OPTIONS (desk.identity), { NULL } };
  StileExit exit_code;

  if (!stile_command_parse (name, "BOOK WHO", _("Lists the referrals of a person, newest first."),
                            _("Each line is a referral: its id, the form's id of it, how far it "
                              "came, since when, and the service."),
                            options, 2, 2, &argc, &argv, &exit_code)
      || !open_desk (&desk, argv[1], argv[2], &exit_code))
    return exit_code;

  for (guint i = 0; i < desk.person_file->referrals->len; i++)
    {
      const StileReferral *referral = g_ptr_array_index (desk.person_file->referrals, i);
      g_autofree char *service
          = stile_command_dup_cell (referral->service ? referral->service : "-");
      char day[16] = "-";

      if (g_date_valid (&referral->status_day))
        g_date_strftime (day, sizeof day, "%Y-%m-%d", &referral->status_day);
      stile_command_print ("%s  %s  %s  %s  %s\n", referral->id, referral->referral,
                           referral->status, day, service);
    }
  if (desk.person_file->referrals->len == 0)
    stile_command_say (_("This person has no referral."));
  return stile_command_finish (STILE_EXIT_FINE);
}

/* ---- make ---- */

static const StileAssessment *
find_finished (const Desk *desk)
{
  for (guint i = 0; i < desk->person_file->assessments->len; i++)
    {
      const StileAssessment *assessment = g_ptr_array_index (desk->person_file->assessments, i);
      if (assessment->finished_at)
        return assessment;
    }

  return NULL;
}

static StileExit
make (const Desk *desk, const char *referral, const StileReferralService *service)
{
  const StileAssessment *assessment = find_finished (desk);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (!assessment)
    {
      stile_command_say (_("This person has no finished assessment for a referral to rest on."));
      return STILE_EXIT_INPUT;
    }
  if (!stile_casework_refer (desk->casework, desk->person_file->id, assessment->id, referral,
                             service, &id, &error))
    return stile_command_fail (error);

  stile_command_print ("%s\n", id);
  return STILE_EXIT_FINE;
}

static StileExit
run_make (const char *name, int argc, char **argv)
{
  g_auto (Desk) desk = { { NULL } };
  g_autofree char *service = NULL;
  g_autofree char *service_id = NULL;
  g_autofree char *organization = NULL;
  g_autofree char *route = NULL;
  g_autofree char *contact = NULL;
  const GOptionEntry options[] = {
    { "service", 's', 0, G_OPTION_ARG_STRING, &service, N_("The service it goes to"), N_("NAME") },
    { "service-id", 0, 0, G_OPTION_ARG_STRING, &service_id, N_("Its id in the directory"),
      N_("ID") },
    { "organization", 0, 0, G_OPTION_ARG_STRING, &organization, N_("Who runs it"), N_("NAME") },
    { "route", 0, 0, G_OPTION_ARG_STRING, &route, N_("How it takes referrals"), N_("TEXT") },
    { "contact", 0, 0, G_OPTION_ARG_STRING, &contact, N_("Whom to call there"), N_("TEXT") },
    STILE_IDENTITY_OPTIONS (desk.identity),
    { NULL },
  };
  StileExit exit_code;

  if (!stile_command_parse (name, "BOOK WHO REFERRAL --service NAME",
                            _("Writes a referral of the form down, as a draft, and prints its id."),
                            NULL, options, 3, 3, &argc, &argv, &exit_code))
    return exit_code;
  if (!service)
    return stile_command_misused (name, _("Say which service it goes to: --service NAME"));
  if (!open_desk (&desk, argv[1], argv[2], &exit_code))
    return exit_code;

  return stile_command_finish (
      make (&desk, argv[3],
            &(StileReferralService){ service, service_id, organization, route, contact }));
}

/* ---- agree ---- */

/* "reach=Text only", or "name": what the record has. */
static gboolean
read_share (const Desk *desk, const StileReferral *referral, const char *text, char **values)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  StileShare share;

  if (!parts[0] || !stile_share_from_string (parts[0], &share))
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < STILE_N_SHARES; i++)
        g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ", stile_share_to_string (i));
      stile_command_say (_("“%s” is nothing that can be shared. Choose from: %s."), text,
                         names->str);
      return FALSE;
    }

  g_free (values[share]);
  values[share]
      = parts[1] ? g_strdup (parts[1]) : stile_case_dup_share (desk->person_file, referral, share);
  if (values[share])
    return TRUE;
  stile_command_say (_("The record does not have that. Write it down: --share %s=TEXT"), parts[0]);
  return FALSE;
}

static StileExit
agree (const Desk *desk, const StileReferral *referral, char **shares)
{
  char *values[STILE_N_SHARES] = { NULL };
  g_autoptr (GError) error = NULL;
  StileExit exit_code = STILE_EXIT_FINE;

  for (guint i = 0; shares && shares[i] && exit_code == STILE_EXIT_FINE; i++)
    exit_code = read_share (desk, referral, shares[i], values) ? STILE_EXIT_FINE : STILE_EXIT_INPUT;
  if (exit_code == STILE_EXIT_FINE
      && !stile_casework_record_agreement (desk->casework, desk->person_file->id, referral->id,
                                           shares ? (const char *const *) values : NULL, &error))
    exit_code = stile_command_fail (error);

  for (guint i = 0; i < STILE_N_SHARES; i++)
    g_free (values[i]);
  return exit_code;
}

static StileExit
run_agree (const char *name, int argc, char **argv)
{
  g_auto (Desk) desk = { { NULL } };
  g_auto (GStrv) shares = NULL;
  gboolean take_back = FALSE;
  const GOptionEntry options[] = {
    { "share", 0, 0, G_OPTION_ARG_STRING_ARRAY, &shares,
      N_("What may be told: name, reference, reach, language, communication, need, needs, "
         "category, note; with =TEXT, that text. Can be given more than once"),
      N_("FIELD[=TEXT]") },
    { "take-back", 0, 0, G_OPTION_ARG_NONE, &take_back, N_("The person agrees no more"), NULL },
    STILE_IDENTITY_OPTIONS (desk.identity),
    { NULL },
  };
  const StileReferral *referral;
  StileExit exit_code;

  if (!stile_command_parse (name, "BOOK WHO REFERRAL --share FIELD…",
                            _("Writes down what the person agreed to share with the service."),
                            NULL, options, 3, 3, &argc, &argv, &exit_code))
    return exit_code;
  if (take_back == (shares != NULL))
    return stile_command_misused (name, _("Say what may be shared, or --take-back."));
  if (!open_desk (&desk, argv[1], argv[2], &exit_code))
    return exit_code;

  referral = find_referral (&desk, argv[3], &exit_code);
  return referral ? agree (&desk, referral, shares) : exit_code;
}

/* ---- send, status ---- */

static StileExit
take_step (const Desk *desk, const StileReferral *referral, const StileReferralStep *step)
{
  g_autoptr (GError) error = NULL;

  if (!stile_casework_step_referral (desk->casework, desk->person_file->id, referral->id, step,
                                     &error))
    return stile_command_fail (error);

  return STILE_EXIT_FINE;
}

/* In one language after the other; without any, in that of the program. */
static StileDocument *
letter_new (const Desk *desk, const StileReferral *referral, const GDate *day, char **languages,
            GError **error)
{
  const StileAssessment *assessment
      = stile_case_find_assessment (desk->person_file, referral->assessment_id);
  const StileForm *form = assessment ? assessment->form : NULL;
  g_autoptr (StileDocument) letter
      = stile_letter_new (desk->casework, referral, form, day, languages ? languages[0] : NULL,
                          error);

  for (guint i = 1; letter && languages && languages[i]; i++)
    {
      StileDocument *other
          = stile_letter_new (desk->casework, referral, form, day, languages[i], error);

      if (!other)
        return NULL;
      stile_document_append (letter, other);
    }
  return g_steal_pointer (&letter);
}

/* The letter leaves before the step is written down: without one there is nothing that was sent.
 * Where the step cannot be taken it does not leave at all, nor in the place of an earlier one. */
static StileExit
write_letter (const Desk *desk, const StileReferral *referral, const StileReferralStep *step,
              char **languages, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileDocument) letter = letter_new (desk, referral, step->day, languages, &error);

  if (!letter
      || !stile_casework_check_referral_step (desk->casework, desk->person_file->id, referral->id,
                                              step, &error)
      || !stile_casework_record_export (desk->casework, desk->person_file->id, STILE_WHAT_LETTER,
                                        &error)
      || !stile_document_write_pdf (letter, path, &error))
    return stile_command_fail (error);

  return STILE_EXIT_FINE;
}

static StileExit
run_send (const char *name, int argc, char **argv)
{
  g_auto (Desk) desk = { { NULL } };
  g_autofree char *how = NULL;
  g_autofree char *letter = NULL;
  g_auto (GStrv) languages = NULL;
  g_autofree char *day = NULL;
  const GOptionEntry options[] = {
    { "how", 0, 0, G_OPTION_ARG_STRING, &how, N_("By post, by e-mail, taken along"), N_("TEXT") },
    { "letter", 'l', 0, G_OPTION_ARG_FILENAME, &letter, N_("Write the letter as a PDF"),
      N_("FILE") },
    { "language", 0, 0, G_OPTION_ARG_STRING_ARRAY, &languages,
      N_("The language of the letter, as in “pl”. Can be given twice, for both after each other"),
      N_("TAG") },
    { "day", 0, 0, G_OPTION_ARG_STRING, &day, N_("When that was"), N_("YYYY-MM-DD") },
    STILE_IDENTITY_OPTIONS (desk.identity),
    { NULL },
  };
  StileReferralStep step = { .status = STILE_REFERRAL_SENT };
  const StileReferral *referral;
  StileExit exit_code;
  GDate date;

  if (!stile_command_parse (name, "BOOK WHO REFERRAL --how TEXT",
                            _("Writes down that a referral was sent, and makes the letter."), NULL,
                            options, 3, 3, &argc, &argv, &exit_code))
    return exit_code;
  if (!stile_day_read (day, &date))
    return stile_command_misused (name, _("Write days as YYYY-MM-DD."));
  if (!how)
    return stile_command_misused (name, _("Say how it was sent: --how TEXT"));
  if (languages && !letter)
    return stile_command_misused (name, _("Say where the letter goes: --letter FILE"));
  if (!open_desk (&desk, argv[1], argv[2], &exit_code))
    return exit_code;
  referral = find_referral (&desk, argv[3], &exit_code);
  if (!referral)
    return exit_code;

  step.how = how;
  step.day = &date;
  exit_code = letter ? write_letter (&desk, referral, &step, languages, letter) : STILE_EXIT_FINE;
  if (exit_code != STILE_EXIT_FINE)
    return exit_code;
  exit_code = take_step (&desk, referral, &step);
  if (exit_code != STILE_EXIT_FINE && letter)
    stile_command_say (_("The letter is written, but not that it was sent: keep it back."));
  return exit_code;
}

static StileExit
run_status (const char *name, int argc, char **argv)
{
  g_auto (Desk) desk = { { NULL } };
  g_autofree char *note = NULL;
  g_autofree char *outcome = NULL;
  g_autofree char *day = NULL;
  const GOptionEntry options[] = {
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_("What there is to say; the reason"),
      N_("TEXT") },
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &outcome,
      N_("How it ended: helped, partly, not-helped, left"), N_("OUTCOME") },
    { "day", 0, 0, G_OPTION_ARG_STRING, &day, N_("When that was"), N_("YYYY-MM-DD") },
    STILE_IDENTITY_OPTIONS (desk.identity),
    { NULL },
  };
  const StileReferral *referral;
  StileReferralStep step;
  StileExit exit_code;
  GDate date;

  if (!stile_command_parse (name, "BOOK WHO REFERRAL STATUS",
                            _("Writes down how a referral goes: accepted, declined, no-reply, "
                              "started, finished, withdrawn, or draft to open it again."), NULL,
                            options, 4, 4, &argc, &argv, &exit_code))
    return exit_code;
  if (!stile_day_read (day, &date))
    return stile_command_misused (name, _("Write days as YYYY-MM-DD."));
  if (!open_desk (&desk, argv[1], argv[2], &exit_code))
    return exit_code;

  referral = find_referral (&desk, argv[3], &exit_code);
  step = (StileReferralStep){ argv[4], note, NULL, outcome, &date };
  return referral ? take_step (&desk, referral, &step) : exit_code;
}

StileExit
stile_refer_command_run (const char *name, int argc, char **argv)
{
  static const StileCommand table[] = {
    { "list", N_("list the referrals of a person"), run_list },
    { "make", N_("write a referral down"), run_make },
    { "agree", N_("write down what the person agreed to share"), run_agree },
    { "send", N_("write down that it was sent, and make the letter"), run_send },
    { "status", N_("write down how it goes"), run_status },
    { NULL },
  };

  return stile_command_run_table (table, name, argc, argv);
}
