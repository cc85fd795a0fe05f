// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* All that is said of the person comes from @agreement: nothing else of the referral or of the
 * person is looked at here. */

#include "letter.h"

#include "document.h"
#include "followup.h"
#include "words.h"

typedef struct
{
  StileDocument *document;
  const StileReferral *referral; /* for the service, and how soon to answer */
  const StileAgreement *agreement;
  const char *station;
  const char *adviser;
  const char *contact; /* the centre's, or NULL */
  GDate day;
} Letter;

static void
add_words (Letter *letter, StileStyle style, const char *words)
{
  stile_document_add_words (letter->document, style, words);
}

/* "label: value", in one piece whatever its direction. */
static void
add_pair (Letter *letter, const char *label, const char *value)
{
  g_autofree char *line = g_strdup_printf ("%s: \u2068%s\u2069", label, value);

  add_words (letter, STILE_STYLE_BODY, line);
}

static gboolean
has (const Letter *letter, StileShare share)
{
  return letter->agreement->values[share] != NULL;
}

/* Under a heading where any of them is shared. */
static void
add_shares (Letter *letter, const char *heading, const StileShare *shares, guint n_shares)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < n_shares; i++)
    {
      if (!has (letter, shares[i]))
        continue;
      if (!has_heading)
        add_words (letter, STILE_STYLE_HEADING, heading);
      has_heading = TRUE;
      add_pair (letter, stile_share_get_words (shares[i]), letter->agreement->values[shares[i]]);
    }
}

static void
add_top (Letter *letter)
{
  const StileReferral *referral = letter->referral;
  /* Translators: at the top of a letter: the name of a service. */
  g_autofree char *service = g_strdup_printf (_("To: \u2068%s\u2069"), referral->service);
  /* Translators: at the top of a letter: the adviser, the centre. */
  g_autofree char *writer = g_strdup_printf (_("From: \u2068%s\u2069, \u2068%s\u2069"),
                                             letter->adviser, letter->station);
  g_autofree char *day = stile_words_dup_date (&letter->day);

  add_words (letter, STILE_STYLE_TITLE, _("Please help this person"));
  add_words (letter, STILE_STYLE_BODY, day);
  add_words (letter, STILE_STYLE_STRONG, service);
  if (referral->organization)
    {
      g_autofree char *organization = g_strdup_printf ("\u2068%s\u2069", referral->organization);
      add_words (letter, STILE_STYLE_BODY, organization);
    }
  add_words (letter, STILE_STYLE_STRONG, writer);
}

/* Accessible Information: flagged before all else, so that nobody calls who should write. */
static void
add_communication (Letter *letter)
{
  static const StileShare shares[] = { STILE_SHARE_COMMUNICATION, STILE_SHARE_LANGUAGE };

  add_shares (letter, _("Read this before you call or write"), shares, G_N_ELEMENTS (shares));
}

static void
add_person (Letter *letter)
{
  static const StileShare who[]
      = { STILE_SHARE_NAME, STILE_SHARE_REFERENCE, STILE_SHARE_REACH };
  static const StileShare what[]
      = { STILE_SHARE_NEED, STILE_SHARE_NEEDS, STILE_SHARE_CATEGORY, STILE_SHARE_NOTE };

  add_shares (letter, _("Who this is about"), who, G_N_ELEMENTS (who));
  add_shares (letter, _("What the person would like"), what, G_N_ELEMENTS (what));
  if (!has (letter, STILE_SHARE_NEED))
    add_words (letter, STILE_STYLE_BODY,
               _("The person will tell you themselves what they need help with."));
}

/* The answer is asked for by the day on which we would ask again. */
static void
add_request (Letter *letter)
{
  const StileReferral *referral = letter->referral;
  guint patience = stile_referral_get_patience (STILE_REFERRAL_SENT, referral->urgency);
  g_autofree char *answer = NULL;
  g_autofree char *words = NULL;
  GDate by = letter->day;

  g_date_add_days (&by, patience);
  words = stile_words_dup_date (&by);
  /* Translators: a day. */
  answer = g_strdup_printf (_("Tell us by %s if you can help, and when you can start."), words);

  add_words (letter, STILE_STYLE_HEADING, _("What we ask of you"));
  add_words (letter, STILE_STYLE_BULLET, answer);
  add_words (letter, STILE_STYLE_BULLET, _("If you cannot help, tell us why, and who could."));
  if (letter->contact)
    {
      /* Translators: telephone or e-mail of the centre. */
      g_autofree char *reach = g_strdup_printf (_("This is how you reach us: \u2068%s\u2069"),
                                                letter->contact);
      add_words (letter, STILE_STYLE_BULLET, reach);
    }
  if (has (letter, STILE_SHARE_REACH))
    add_words (letter, STILE_STYLE_BULLET,
               _("Reach the person only in the way that is written above."));
  else
    add_words (letter, STILE_STYLE_BULLET,
               _("Get in touch with the person through us, not by yourself."));
}

static void
add_end (Letter *letter)
{
  g_autofree char *agreed = stile_words_dup_date (&letter->agreement->day);
  g_autofree char *words = NULL;

  /* Translators: a day. */
  words = g_strdup_printf (_("The person agreed on %s that you are told what is in this letter, "
                             "and nothing else. Keep it safe. Ask them before you pass any of it "
                             "on."),
                           agreed);
  add_words (letter, STILE_STYLE_SMALL, words);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_STATE, sentence);
  return FALSE;
}

static gboolean
check (const StileReferral *referral, const char *language, GError **error)
{
  g_autofree char *ours = stile_words_dup_language ();

  if (!referral->service || !referral->agreement)
    return refuse (error, _("There is no letter before a service is chosen and the person has "
                            "agreed to what it is told."));
  if (language && !stile_language_is_same (language, ours)
      && !referral->agreement->values[STILE_SHARE_LANGUAGE])
    return refuse (error, _("A letter in their language tells which one the person speaks, and "
                            "they have not agreed to that."));
  if (!language || stile_words_has_language (language))
    return TRUE;

  g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
               /* Translators: the tag of a language, such as "pl". */
               _("There is no translation of the letter into “%s”."), language);
  return FALSE;
}

static void
add_all (Letter *letter)
{
  add_top (letter);
  add_communication (letter);
  add_person (letter);
  add_request (letter);
  add_end (letter);
}

StileDocument *
stile_letter_new (StileCasework *casework, const StileReferral *referral, const StileForm *form,
                  const GDate *day, const char *language, GError **error)
{
  StileLedger *ledger = stile_casework_get_ledger (casework);
  g_autofree char *ours = stile_words_dup_language ();
  g_autoptr (StileSpoken) spoken = NULL;
  Letter letter = {
    .referral = referral,
    .agreement = referral->agreement,
    .station = stile_ledger_get_station (ledger),
    .adviser = stile_ledger_get_adviser (ledger),
    .contact = stile_casework_get_setting (casework, STILE_SETTING_CENTRE_CONTACT),
    .day = *day,
  };

  if (!check (referral, language, error))
    return NULL;

  language = language ? language : ours;
  spoken = stile_words_speak (language);
  letter.document = stile_document_new (_("Referral letter"), language);
  add_all (&letter);
  if (stile_paper_is_draft (form, language))
    stile_document_add_draft_mark (letter.document);
  return letter.document;
}
