// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words.h"

#include <locale.h>

#include "made-up-catalogue.h"

static void
install (void)
{
  made_up_catalogue_install ("pl", "nplurals=2; plural=n!=1;",
                             "msgid \"Back\"\nmsgstr \"Wstecz\"\n"
                             "msgctxt \"in a date\"\nmsgid \"May\"\nmsgstr \"maja\"\n"
                             "msgid \"%u day\"\nmsgid_plural \"%u days\"\n"
                             "msgstr[0] \"%u dzień\"\nmsgstr[1] \"%u dni\"\n");
  made_up_catalogue_install ("pt_BR", NULL, "msgid \"Back\"\nmsgstr \"Voltar\"\n");
}

static void
test_new (void)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("pl");

  g_assert_nonnull (spoken);
}

static void
test_the_language_of_the_program (void)
{
  g_autofree char *language = stile_words_dup_language ();

  g_assert_cmpstr (_("Back"), ==, "Back");
  g_assert_cmpstr (language, ==, "en");
}

static void
test_speaks_within_the_scope (void)
{
  {
    g_autoptr (StileSpoken) spoken = stile_words_speak ("pl");
    g_autofree char *language = stile_words_dup_language ();

    g_assert_cmpstr (_("Back"), ==, "Wstecz");
    g_assert_cmpstr (C_("in a date", "May"), ==, "maja");
    g_assert_cmpstr (ngettext ("%u day", "%u days", 2), ==, "%u dni");
    g_assert_cmpstr (language, ==, "pl");
  }
  g_assert_cmpstr (_("Back"), ==, "Back");
}

static void
test_scopes_nest (void)
{
  g_autoptr (StileSpoken) outer = stile_words_speak ("pl");

  {
    g_autoptr (StileSpoken) inner = stile_words_speak (NULL);

    g_assert_cmpstr (_("Back"), ==, "Back");
  }
  g_assert_cmpstr (_("Back"), ==, "Wstecz");
}

static void
test_english_where_there_are_no_words (void)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("pl");

  g_assert_cmpstr (_("Leave for now"), ==, "Leave for now");
  g_assert_cmpstr (ngettext ("%u week", "%u weeks", 2), ==, "%u weeks");
}

static void
test_english_where_there_is_no_catalogue (void)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("yo");
  g_autofree char *language = stile_words_dup_language ();

  g_assert_cmpstr (_("Back"), ==, "Back");
  g_assert_cmpstr (language, ==, "en");
}

static void
test_of_a_region (void)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("pl-PL");
  g_autofree char *language = NULL;

  g_assert_cmpstr (_("Back"), ==, "Wstecz");
  {
    g_autoptr (StileSpoken) brazilian = stile_words_speak ("pt-BR");

    g_assert_cmpstr (_("Back"), ==, "Voltar");
    language = stile_words_dup_language ();
  }
  g_assert_cmpstr (language, ==, "pt-BR");
}

/* As it may stand in a catalogue that a centre made. */
static void
test_in_capitals (void)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("PL");

  g_assert_cmpstr (_("Back"), ==, "Wstecz");
  {
    g_autoptr (StileSpoken) brazilian = stile_words_speak ("PT-br");
    g_autofree char *language = stile_words_dup_language ();

    g_assert_cmpstr (language, ==, "pt-BR");
  }
}

static void
test_no_way_out_of_the_folder (void)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("../locales/pl");

  g_assert_cmpstr (_("Back"), ==, "Back");
}

static gpointer
say_back (gpointer data)
{
  return (gpointer) _("Back");
}

static void
test_other_threads_keep_theirs (void)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("pl");
  GThread *thread = g_thread_new ("other", say_back, NULL);

  g_assert_cmpstr (g_thread_join (thread), ==, "Back");
}

static void
test_which_languages_there_are (void)
{
  g_assert_true (stile_words_has_language ("en"));
  g_assert_true (stile_words_has_language ("en-GB"));
  g_assert_true (stile_words_has_language ("pl"));
  g_assert_false (stile_words_has_language ("enm"));
  g_assert_false (stile_words_has_language ("pt"));
  g_assert_false (stile_words_has_language (""));
}

static void
test_which_are_drafts (void)
{
  g_assert_true (stile_words_is_draft ("pl"));
  g_assert_false (stile_words_is_draft ("en"));
  g_assert_false (stile_words_is_draft ("yo"));
}

/* What stands in a context is not found without it, nor in another one. */
static void
test_contexts (void)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("pl");

  g_assert_cmpstr (C_("in a date", "May"), ==, "maja");
  g_assert_cmpstr (_("May"), ==, "May");
  g_assert_cmpstr (C_("permission", "May"), ==, "May");
}

/* gettext's own ngettext(), as rooms that speak only to advisers use it; and contexts, where nobody
 * speaks another language. No test in this process after it: the program stays prepared. */
static void
test_prepared (void)
{
  g_setenv ("LANGUAGE", "pl", TRUE);
  stile_words_prepare ();
  g_assert_cmpstr (dcngettext (NULL, "%u day", "%u days", 2, LC_MESSAGES), ==, "%u dni");
  g_assert_cmpstr (C_("in a date", "May"), ==, "maja");
  g_assert_cmpstr (_("May"), ==, "May");
  g_unsetenv ("LANGUAGE");
}

/* What a desktop may ask for Polish by, where it is not installed. NULL: not set. */
static const struct
{
  const char *lang;
  const char *lc_ctype;
  const char *language;
} desktops[] = {
  { "pl_PL.UTF-8", NULL, NULL },
  { "pl_PL.UTF-8", NULL, "" },
  { "en_GB.UTF-8", NULL, "pl:en" },
  { "C.UTF-8", NULL, "pl" },
  { "C", NULL, "pl" },
  { NULL, "C.UTF-8", "pl" },
};

static void
set_variable (const char *name, const char *value)
{
  if (value)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

static void
test_prepared_by (void)
{
  g_unsetenv ("LC_ALL");
  for (guint i = 0; i < G_N_ELEMENTS (desktops); i++)
    {
      set_variable ("LANG", desktops[i].lang);
      set_variable ("LC_CTYPE", desktops[i].lc_ctype);
      set_variable ("LANGUAGE", desktops[i].language);
      g_test_trap_subprocess ("/words/prepared-by/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
    }
}

static void
test_speaks_polish (void)
{
  stile_words_prepare ();
  g_assert_cmpstr (_("Back"), ==, "Wstecz");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  install ();
  g_test_add_func ("/words/new", test_new);
  g_test_add_func ("/words/the-language-of-the-program", test_the_language_of_the_program);
  g_test_add_func ("/words/speaks-within-the-scope", test_speaks_within_the_scope);
  g_test_add_func ("/words/scopes-nest", test_scopes_nest);
  g_test_add_func ("/words/english-where-there-are-no-words",
                   test_english_where_there_are_no_words);
  g_test_add_func ("/words/english-where-there-is-no-catalogue",
                   test_english_where_there_is_no_catalogue);
  g_test_add_func ("/words/of-a-region", test_of_a_region);
  g_test_add_func ("/words/in-capitals", test_in_capitals);
  g_test_add_func ("/words/no-way-out-of-the-folder", test_no_way_out_of_the_folder);
  g_test_add_func ("/words/other-threads-keep-theirs", test_other_threads_keep_theirs);
  g_test_add_func ("/words/which-languages-there-are", test_which_languages_there_are);
  g_test_add_func ("/words/which-are-drafts", test_which_are_drafts);
  g_test_add_func ("/words/contexts", test_contexts);
  g_test_add_func ("/words/prepared", test_prepared);
  g_test_add_func ("/words/prepared-by", test_prepared_by);
  g_test_add_func ("/words/prepared-by/subprocess", test_speaks_polish);
  return g_test_run ();
}
