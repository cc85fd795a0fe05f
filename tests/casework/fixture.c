// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixture.h"

#include <glib/gstdio.h>

static const char form_xml[] =
    "<form xmlns='urn:stile:form:1' id='small' version='%s' xml:lang='en' minutes='2' drafts='ar'>"
    "<title>Small form</title><purpose>For tests.</purpose><source>Made up.</source>"
    "<levels><level id='none'><label>No need found</label></level>"
    "<level id='some'><label>Some need</label></level>"
    "<level id='severe'><label>Severe need</label></level></levels>"
    "<domain id='housing'><label>Housing</label>"
    "<band level='some' from='2'/><band level='severe' from='6'/></domain>"
    "<domain id='safety'><label>Safety at home</label><band level='severe' from='1'/></domain>"
    "<section id='home' domain='housing'><label>Your home</label>"
    "<question id='hello' type='note'><label>Welcome</label></question>"
    "<question id='sleep' type='select_one' required='yes'>"
    "<label>Where did you sleep?</label><label xml:lang='pl'>Gdzie spałeś?</label>"
    "<choice id='home'><label>At home</label></choice>"
    "<choice id='friends' points='3'><label>With friends</label></choice>"
    "<choice id='nowhere' points='%u'><label>Nowhere</label></choice></question>"
    "<question id='nights' type='integer' relevant=\"$sleep = 'nowhere'\">"
    "<label>For how many nights?</label></question>"
    "<question id='things' type='select_multiple'><label>What do you have?</label>"
    "<choice id='bag'><label>A bag</label></choice>"
    "<choice id='tent'><label>A tent</label></choice></question>"
    "<question id='words' type='text'><label>Anything else?</label></question></section>"
    "<section id='safe' domain='safety'><label>Being safe</label>"
    "<question id='afraid' type='yes_no' points='1' sensitive='yes'>"
    "<label>Are you afraid of someone?</label></question></section>"
    "<finding id='unsafe' when=\"at-least('safety', 'severe')\"><label>Not safe</label></finding>"
    "<alert id='no-bed' urgency='now' when=\"$sleep = 'nowhere'\">"
    "<label>Nowhere to sleep tonight</label><action>Call the night desk.</action></alert>"
    "<alert id='danger' urgency='now' when=\"$afraid = 'yes'\">"
    "<label>Danger at home</label><action>Talk alone.</action></alert>"
    "<category id='close' when=\"at-least('housing', 'severe')\"><label>Close support</label>"
    "<meaning>We meet every week.</meaning><because>Housing comes first.</because></category>"
    "<category id='light' contact-days='35'><label>Light support</label>"
    "<label xml:lang='ar'>دعم خفيف</label>"
    "<meaning>We meet when you ask.</meaning><meaning xml:lang='ar'>نلتقي متى شئت.</meaning>"
    "<because>You can go on.</because></category>"
    "<referral id='housing-advice' urgency='soon' domain='housing' "
    "when=\"at-least('housing', 'some')\"><label>Housing advice</label>"
    "<label xml:lang='pl'>Porada mieszkaniowa</label>"
    "<reason>You may lose your home.</reason><service keyword='homelessness'/></referral>"
    "<referral id='safe-place' urgency='now' domain='safety' "
    "when=\"at-least('safety', 'severe')\"><label>A safe place to go</label>"
    "<reason>You said that you are afraid.</reason><service keyword='refuge'/></referral>"
    "<monitoring id='about'><label>About you</label>"
    "<question id='benefit' type='select_one'><label>Which benefit?</label>"
    "<choice id='uc'><label>Universal Credit</label></choice></question></monitoring></form>";

StileForm *
fixture_form_new (const char *version, guint points_of_nowhere)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (GBytes) xml = NULL;
  char *text;
  StileForm *form;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (form_xml, version, points_of_nowhere);
#pragma GCC diagnostic pop
  xml = g_bytes_new_take (text, strlen (text));
  form = stile_form_parse (xml, faults);
  if (!form)
    {
      const StileFault *fault = g_ptr_array_index (faults, 0);
      g_error ("The form of the fixture: %s", fault->sentence);
    }
  return form;
}

static char *
book_path (Fixture *fixture)
{
  return g_build_filename (fixture->folder, "book", "stile.book", NULL);
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  StileLedger *ledger;
  char *recovery_key;

  fixture->folder = g_dir_make_tmp ("stile-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = book_path (fixture);
  ledger = stile_ledger_create (path, "Test desk", FIXTURE_ADVISER, FIXTURE_PASSPHRASE,
                                STILE_KEY_COST_MIN, &recovery_key, &error);
  g_assert_no_error (error);
  stile_secret_free (recovery_key);
  fixture->casework = stile_casework_new (ledger, &error);
  g_assert_no_error (error);
  fixture->form = fixture_form_new ("1", 9);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->casework, stile_casework_free);
  g_clear_pointer (&fixture->form, stile_form_unref);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = book_path (fixture);
  StileLedger *ledger;

  g_clear_pointer (&fixture->casework, stile_casework_free);
  ledger = stile_ledger_open (path, &error);
  g_assert_no_error (error);
  stile_ledger_unlock (ledger, FIXTURE_ADVISER, FIXTURE_PASSPHRASE, &error);
  g_assert_no_error (error);
  fixture->casework = stile_casework_new (ledger, &error);
  g_assert_no_error (error);
}

char *
fixture_open_case (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  StilePerson person = { .name = (char *) name, .language = (char *) "pl" };
  char *case_id = NULL;

  stile_casework_open_case (fixture->casework, &person, &case_id, &error);
  g_assert_no_error (error);
  stile_casework_record_consent (fixture->casework, case_id, TRUE, FIXTURE_NOTICE, &error);
  g_assert_no_error (error);
  return case_id;
}

char *
fixture_start (Fixture *fixture, const char *case_id)
{
  g_autoptr (GError) error = NULL;
  char *assessment_id = NULL;

  stile_casework_start_assessment (fixture->casework, case_id, fixture->form, "pl", &assessment_id,
                                   &error);
  g_assert_no_error (error);
  return assessment_id;
}

void
fixture_answer (Fixture *fixture, const char *case_id, const char *assessment_id,
                const char *question, const char *text)
{
  g_autoptr (GError) error = NULL;
  const StileQuestion *asked = stile_form_find_question (fixture->form, question);
  g_autoptr (StileAnswer) answer = stile_answer_new (asked, text, &error);

  g_assert_no_error (error);
  stile_casework_save_answer (fixture->casework, case_id, assessment_id, asked, answer, &error);
  g_assert_no_error (error);
}

void
fixture_finish (Fixture *fixture, const char *case_id, const char *assessment_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileCase) person_file = fixture_load (fixture, case_id);
  g_autoptr (StileInterview) interview = stile_assessment_new_interview (
      stile_case_find_assessment (person_file, assessment_id), &error);

  g_assert_no_error (error);
  stile_casework_finish_assessment (fixture->casework, case_id, assessment_id, interview, &error);
  g_assert_no_error (error);
}

char *
fixture_assess (Fixture *fixture, const char *case_id, const char *sleep)
{
  char *assessment_id = fixture_start (fixture, case_id);

  fixture_answer (fixture, case_id, assessment_id, "sleep", sleep);
  fixture_finish (fixture, case_id, assessment_id);
  return assessment_id;
}

char *
fixture_refer (Fixture *fixture, const char *case_id, const char *assessment_id,
               const char *referral, const char *service)
{
  g_autoptr (GError) error = NULL;
  const StileReferralService chosen = { .name = (char *) service };
  char *referral_id = NULL;

  stile_casework_refer (fixture->casework, case_id, assessment_id, referral,
                        service ? &chosen : NULL, &referral_id, &error);
  g_assert_no_error (error);
  return referral_id;
}

void
fixture_agree (Fixture *fixture, const char *case_id, const char *referral_id, StileShare share,
               const char *value)
{
  g_autoptr (GError) error = NULL;
  const char *values[STILE_N_SHARES] = { NULL };

  values[share] = value;
  stile_casework_record_agreement (fixture->casework, case_id, referral_id, values, &error);
  g_assert_no_error (error);
}

void
fixture_step (Fixture *fixture, const char *case_id, const char *referral_id, const char *status)
{
  g_autoptr (GError) error = NULL;
  const StileReferralStep step = { status, "They rang.", "By post", "partly", NULL };

  stile_casework_step_referral (fixture->casework, case_id, referral_id, &step, &error);
  g_assert_no_error (error);
}

char *
fixture_send (Fixture *fixture, const char *case_id, const char *assessment_id,
              const char *referral, const char *service)
{
  char *referral_id = fixture_refer (fixture, case_id, assessment_id, referral, service);

  fixture_agree (fixture, case_id, referral_id, STILE_SHARE_NAME, "Mina");
  fixture_step (fixture, case_id, referral_id, STILE_REFERRAL_SENT);
  return referral_id;
}

StileCase *
fixture_load (Fixture *fixture, const char *case_id)
{
  g_autoptr (GError) error = NULL;
  StileCase *person_file = stile_casework_load_case (fixture->casework, case_id, &error);

  g_assert_no_error (error);
  return person_file;
}

guint
fixture_count_entries (Fixture *fixture, const char *case_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      stile_ledger_read_case (stile_casework_get_ledger (fixture->casework), case_id, &error);

  g_assert_no_error (error);
  return entries->len;
}

void
fixture_assert_refused (gboolean done, GError **error, StileCaseworkError code, const char *words)
{
  g_assert_false (done);
  g_assert_error (*error, STILE_CASEWORK_ERROR, (int) code);
  g_assert_nonnull (strstr ((*error)->message, words));
  g_assert_true (g_str_has_suffix ((*error)->message, ".")
                 || g_str_has_suffix ((*error)->message, "”"));
  g_clear_error (error);
}
