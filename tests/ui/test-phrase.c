// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phrase.h"

#include "fixture.h"
#include "made-up-catalogue.h"
#include "words.h"

static StileForm *
load_form (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "ui", "three-languages.xml", NULL);
  g_autoptr (GError) error = NULL;
  StileForm *form = stile_form_load (path, &error);

  g_assert_no_error (error);
  return form;
}

/* "first|second|mark" */
static char *
describe (const StilePhrase *phrase)
{
  return g_strdup_printf ("%s (%s)|%s (%s)|%s", phrase->first, phrase->first_language,
                          phrase->second != NULL ? phrase->second : "",
                          phrase->second_language != NULL ? phrase->second_language : "",
                          phrase->mark != NULL ? phrase->mark : "");
}

static void
assert_phrase (StilePhrase *phrase, const char *expected)
{
  g_autofree char *described = describe (phrase);

  g_assert_cmpstr (described, ==, expected);
  stile_phrase_free (phrase);
}

static void
test_new (void)
{
  g_autoptr (StileForm) form = load_form ();
  const StileLanguages languages = { "ur", "en" };

  assert_phrase (stile_phrase_new (form, form->questions[0].label, &languages),
                 "کل رات آپ کہاں سوئے؟ (ur)|Where did you sleep last night? (en)|");
  g_assert_null (stile_phrase_new (form, form->questions[1].hint, &languages));
}

static void
test_one_language (void)
{
  g_autoptr (StileForm) form = load_form ();
  const StileText *label = form->questions[0].label;

  assert_phrase (stile_phrase_new (form, label, &(StileLanguages) { "pl", NULL }),
                 "Gdzie minęła noc? (pl)| ()|");
  assert_phrase (stile_phrase_new (form, label, &(StileLanguages) { NULL, NULL }),
                 "Where did you sleep last night? (en)| ()|");
}

static void
test_what_is_not_translated (void)
{
  g_autoptr (StileForm) form = load_form ();

  assert_phrase (stile_phrase_new (form, form->questions[0].hint, &(StileLanguages) { "ur", "en" }),
                 "Choose the closest. (en)| ()|صرف \u2068English\u2069");
  assert_phrase (stile_phrase_new (form, form->questions[0].hint, &(StileLanguages) { "en", "ur" }),
                 "Choose the closest. (en)| ()|");
}

static void
test_words_of_the_program (void)
{
  assert_phrase (stile_phrase_new_words ("Back", &(StileLanguages) { "ur", "en" }),
                 "واپس (ur)|Back (en)|");
  assert_phrase (stile_phrase_new_words ("Hide", &(StileLanguages) { "ur", "en" }),
                 "Hide (ur)| (en)|");
}

static void
test_choices (void)
{
  g_autoptr (StileForm) form = load_form ();
  const StileLanguages languages = { "ur", "en" };

  assert_phrase (stile_phrase_new_choice (form, &form->questions[0].choices[0], &languages),
                 "اپنے گھر (ur)|My own home (en)|");
  assert_phrase (stile_phrase_new_choice (form, &form->questions[2].choices[0], &languages),
                 "ہاں (ur)|Yes (en)|");
}

static void
test_spoken_in_a_row (void)
{
  g_autoptr (StileForm) form = load_form ();
  g_autoptr (StilePhrase) both
    = stile_phrase_new (form, form->questions[1].label, &(StileLanguages) { "ur", "en" });
  g_autoptr (StilePhrase) untranslated
    = stile_phrase_new (form, form->questions[0].hint, &(StileLanguages) { "ur", "en" });
  g_autofree char *both_spoken = stile_phrase_dup_spoken (both);
  g_autofree char *untranslated_spoken = stile_phrase_dup_spoken (untranslated);

  g_assert_cmpstr (both_spoken, ==, "کتنی راتیں؟\nFor how many nights?");
  g_assert_cmpstr (untranslated_spoken, ==, "Choose the closest. (صرف \u2068English\u2069)");
}

static const char *
get_language (GtkLabel *label)
{
  PangoAttrIterator *iter = pango_attr_list_get_iterator (gtk_label_get_attributes (label));
  PangoAttribute *attribute = pango_attr_iterator_get (iter, PANGO_ATTR_LANGUAGE);
  PangoLanguage *language = ((PangoAttrLanguage *) attribute)->value;

  pango_attr_iterator_destroy (iter);
  return pango_language_to_string (language);
}

static void
test_each_part_is_marked_with_its_language (void)
{
  g_autoptr (StileForm) form = load_form ();
  g_autoptr (StilePhrase) phrase
    = stile_phrase_new (form, form->questions[1].label, &(StileLanguages) { "ur", "en" });
  GtkLabel *first = g_object_ref_sink (GTK_LABEL (gtk_label_new (NULL)));
  GtkLabel *second = g_object_ref_sink (GTK_LABEL (gtk_label_new (NULL)));

  stile_phrase_show (phrase, first, second, NULL);
  g_assert_cmpstr (get_language (first), ==, "ur");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (first), "in-ur"));
  g_assert_cmpstr (get_language (second), ==, "en");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (second), "in-other"));
  g_assert_cmpint (gtk_label_get_justify (first), ==, GTK_JUSTIFY_LEFT);
  g_assert_cmpint (gtk_label_get_justify (second), ==, GTK_JUSTIFY_RIGHT);

  stile_phrase_show (NULL, first, second, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (first)));
  g_object_unref (first);
  g_object_unref (second);
}

static void
assert_in_faces_of_urdu (GtkWidget *label)
{
  const PangoFontDescription *font
    = pango_context_get_font_description (gtk_widget_get_pango_context (label));

  g_assert_cmpstr (pango_font_description_get_family (font), ==,
                   "Noto Sans,Noto Nastaliq Urdu,Noto Sans Arabic,sans-serif");
}

/* Last, since all that comes after it in this program would be in these faces. */
static void
test_windows_have_the_faces_of_the_program (void)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak ("ur");
  GtkWidget *label = gtk_label_new ("واپس");
  GtkWindow *window;

  stile_phrase_add_faces (gdk_display_get_default ());
  window = fixture_show (label);
  assert_in_faces_of_urdu (label);
  gtk_window_destroy (window);
}

static void
test_menus_have_the_faces_of_what_they_belong_to (void)
{
  GtkWidget *label = gtk_label_new ("واپس");
  GtkWidget *popover = g_object_new (GTK_TYPE_POPOVER, "child", label, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "popover", popover, NULL);
  GtkWindow *window = fixture_show (button);

  stile_phrase_set_faces (button, "ur");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  fixture_settle ();
  assert_in_faces_of_urdu (label);
  gtk_window_destroy (window);
}

/* Where any face will do, it is the one that people chose for their desktop. */
static void
test_faces_only_where_a_language_needs_some (void)
{
  g_assert_null (stile_phrase_get_faces ("en"));
  g_assert_null (stile_phrase_get_faces ("pl"));
  g_assert_nonnull (strstr (stile_phrase_get_faces ("ur"), "Nastaliq"));
}

int
main (int argc, char *argv[])
{
  made_up_catalogue_install ("ur", NULL,
                             "msgid \"Back\"\nmsgstr \"واپس\"\n"
                             "msgid \"Yes\"\nmsgstr \"ہاں\"\n"
                             "msgid \"Only in %s\"\nmsgstr \"صرف %s\"\n");
  fixture_init (&argc, &argv);
  g_test_add_func ("/phrase/new", test_new);
  g_test_add_func ("/phrase/one-language", test_one_language);
  g_test_add_func ("/phrase/what-is-not-translated", test_what_is_not_translated);
  g_test_add_func ("/phrase/words-of-the-program", test_words_of_the_program);
  g_test_add_func ("/phrase/choices", test_choices);
  g_test_add_func ("/phrase/spoken-in-a-row", test_spoken_in_a_row);
  g_test_add_func ("/phrase/each-part-is-marked-with-its-language",
                   test_each_part_is_marked_with_its_language);
  g_test_add_func ("/phrase/faces-only-where-a-language-needs-some",
                   test_faces_only_where_a_language_needs_some);
  g_test_add_func ("/phrase/windows-have-the-faces-of-the-program",
                   test_windows_have_the_faces_of_the_program);
  g_test_add_func ("/phrase/menus-have-the-faces-of-what-they-belong-to",
                   test_menus_have_the_faces_of_what_they_belong_to);
  return g_test_run ();
}
