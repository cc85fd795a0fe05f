// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translation-words.h"

#include "made-up-catalogue.h"

/* A draft of what the program says on every page. The form does not have the language. */
#define DRAFT_OF_THE_PROGRAM "yo"

/* In Polish everything is there, in Welsh a part of it; Polish is a draft. */
static StileForm *
make_form (const char *drafts)
{
  g_autofree char *text = g_strdup_printf (
    "<form xmlns='urn:stile:form:1' id='f' version='1' xml:lang='en' drafts='%s'>"
    "<title>T</title><title xml:lang='pl'>T</title><title xml:lang='cy'>T</title>"
    "<purpose>P</purpose><purpose xml:lang='pl'>P</purpose><source>S</source>"
    "<section id='s'><label>L</label><label xml:lang='pl'>L</label>"
    "<question id='q' type='text'><label>Q</label><label xml:lang='pl'>Q</label></question>"
    "</section><category id='c'><label>C</label><label xml:lang='pl'>C</label>"
    "<meaning>M</meaning><meaning xml:lang='pl'>M</meaning></category></form>",
    drafts);
  g_autoptr (GBytes) xml = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  StileForm *form = stile_form_parse (xml, faults);

  g_assert_nonnull (form);
  return form;
}

static void
test_amount (void)
{
  g_autoptr (StileForm) form = make_form ("pl xx");
  g_autofree char *own = stile_translation_dup_amount (form, "en");
  g_autofree char *polish = stile_translation_dup_amount (form, "pl");
  g_autofree char *welsh = stile_translation_dup_amount (form, "cy");

  g_assert_cmpstr (own, ==, "All texts");
  g_assert_cmpstr (polish, ==, "All texts, a draft");
  g_assert_cmpstr (welsh, ==, "1 of 6 texts");
}

static void
test_warning (void)
{
  static const struct
  {
    const char *drafts;
    const char *language;
    const char *warning;
  } rows[] = {
    { "", "en", NULL },
    { "", "en-GB", NULL },
    { "", "xpl", "These questions are in \u2068English\u2069. Put them into the person’s language "
                 "together, or bring in an interpreter." },
    { "", DRAFT_OF_THE_PROGRAM,
      "These questions are in \u2068English\u2069. Put them into the person’s language together, "
      "or bring in an interpreter. This translation is a draft: nobody who grew up with the "
      "language has checked it yet." },
    { "xx", "cy", "1 of 6 texts are in this language. The others are in \u2068English\u2069." },
    { "cy", "cy", "1 of 6 texts are in this language. The others are in \u2068English\u2069. This "
                  "translation is a draft: nobody who grew up with the language has checked it "
                  "yet." },
    { "cy pl", "pl", "This translation is a draft: nobody who grew up with the language has "
                     "checked it yet." },
    { "cy", "pl", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StileForm) form = make_form (rows[i].drafts);
      g_autofree char *warning = stile_translation_dup_warning (form, rows[i].language);

      g_assert_cmpstr (warning, ==, rows[i].warning);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  made_up_catalogue_install (DRAFT_OF_THE_PROGRAM, NULL, "");
  g_test_add_func ("/translation-words/amount", test_amount);
  g_test_add_func ("/translation-words/warning", test_warning);
  return g_test_run ();
}
