// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casework-private.h"
#include "words.h"

/* A form as it is shipped, with its translations. */
static StileForm *
load_form (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("STILE_FORMS"), "quick-needs", "form.xml",
                                            NULL);
  g_autoptr (GError) error = NULL;
  StileForm *form = stile_form_load (path, &error);

  g_assert_no_error (error);
  return form;
}

static void
test_in_the_adviser_s_language (void)
{
  g_autoptr (StileForm) form = load_form ();
  const StileText *label = form->categories[0].label;
  const char *english = stile_words_of_form (label);
  g_autoptr (StileSpoken) spoken = stile_words_speak ("pl");

  g_assert_cmpstr (english, ==, stile_text_get (label, NULL, NULL));
  g_assert_cmpstr (stile_words_of_form (label), ==, stile_text_get (label, "pl", NULL));
  g_assert_cmpstr (stile_words_of_form (label), !=, english);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-words/in-the-adviser-s-language", test_in_the_adviser_s_language);
  return g_test_run ();
}
