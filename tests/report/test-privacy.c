// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Everything that rests on a sensitive question is private, however far away from it. */

#include "privacy.h"

static const char form_xml[] =
    "<form xmlns='urn:stile:form:1' id='private' version='1' xml:lang='en'>"
    "<title>Privacy</title><purpose>For tests.</purpose><source>Made up.</source>"
    "<levels><level id='none'><label>None</label></level>"
    "<level id='some'><label>Some</label></level></levels>"
    "<domain id='open'><label>Open</label><band level='some' from='1'/></domain>"
    "<domain id='asked'><label>Has a question</label><band level='some' from='1'/></domain>"
    "<domain id='ruled'><label>Has a rule</label><band level='some' from='1'/></domain>"
    "<domain id='valued' value='$count'><label>Has a value</label>"
    "<band level='some' from='1'/></domain>"
    "<section id='all'><label>All</label>"
    "<question id='plain' type='yes_no' points='1' domain='open'><label>Plain?</label></question>"
    "<question id='also' type='yes_no' points='1' domain='ruled'><label>Also?</label></question>"
    "<question id='secret' type='yes_no' points='1' domain='asked' sensitive='yes'>"
    "<label>Secret?</label></question></section>"
    "<calculate id='count' value=\"if($secret = 'yes', 1, 0)\"/>"
    "<score domain='ruled' points='2' when=\"$secret = 'yes'\"><label>A rule</label></score>"
    "<finding id='hidden' when=\"at-least('asked', 'some')\"><label>Hidden</label></finding>"
    "<finding id='deeper' when=\"finding('hidden')\"><label>Deeper</label></finding>"
    "<finding id='shown' when=\"at-least('open', 'some')\"><label>Shown</label></finding>"
    "<category id='one'><label>One</label><meaning>One.</meaning></category>";

static StileForm *
new_form (const char *referral)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (GBytes) xml = NULL;
  char *text = g_strconcat (form_xml, referral, "</form>", NULL);
  StileForm *form;

  xml = g_bytes_new_take (text, strlen (text));
  form = stile_form_parse (xml, faults);
  if (!form)
    g_error ("%s", ((StileFault *) g_ptr_array_index (faults, 0))->sentence);
  return form;
}

static void
test_new (void)
{
  g_autoptr (StileForm) form = new_form ("");
  g_autoptr (StilePrivacy) privacy = stile_privacy_new (form);

  g_assert_nonnull (privacy);
}

static void
test_domains (void)
{
  static const struct
  {
    const char *domain;
    gboolean is_private;
  } table[] = { { "open", FALSE }, { "asked", TRUE }, { "ruled", TRUE }, { "valued", TRUE } };
  g_autoptr (StileForm) form = new_form ("");
  g_autoptr (StilePrivacy) privacy = stile_privacy_new (form);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const StileDomain *domain = stile_form_find_domain (form, table[i].domain);

      g_test_message ("%s", table[i].domain);
      g_assert_cmpint (stile_privacy_covers_domain (privacy, domain - form->domains), ==,
                       table[i].is_private);
    }
}

static void
test_referrals (void)
{
  static const struct
  {
    const char *domain; /* the attribute, or nothing */
    const char *when;
    gboolean is_private;
  } table[] = {
    { "domain='open'", "$plain = 'yes'", FALSE },
    { "domain='open'", "at-least('open', 'some') and finding('shown')", FALSE },
    { "", "$plain = 'yes'", TRUE },
    { "domain='asked'", "$plain = 'yes'", TRUE },
    { "domain='open'", "$plain = 'yes' or $secret = 'yes'", TRUE },
    { "domain='open'", "declined('secret')", TRUE },
    { "domain='open'", "points('secret') > 0", TRUE },
    { "domain='open'", "$count > 0", TRUE },
    { "domain='open'", "at-least('asked', 'some')", TRUE },
    { "domain='open'", "score('valued') > 0", TRUE },
    { "domain='open'", "finding('hidden')", TRUE },
    { "domain='open'", "finding('deeper')", TRUE },
    { "domain='open'", "finding(&quot;deeper&quot;)", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *referral =
          g_strdup_printf ("<referral id='help' urgency='soon' %s when=\"%s\"><label>Help</label>"
                           "<reason>Why.</reason><service keyword='help'/></referral>",
                           table[i].domain, table[i].when);
      g_autoptr (StileForm) form = new_form (referral);
      g_autoptr (StilePrivacy) privacy = stile_privacy_new (form);

      g_test_message ("%s", referral);
      g_assert_cmpint (stile_privacy_covers_referral (privacy, &form->referrals[0]), ==,
                       table[i].is_private);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/privacy/new", test_new);
  g_test_add_func ("/privacy/domains", test_domains);
  g_test_add_func ("/privacy/referrals", test_referrals);
  return g_test_run ();
}
