// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phrase.h"

#include "language.h"
#include "script.h"
#include "words.h"

/* For the languages whose letters any face has. */
#define OTHER_FACES "in-other"

static char *
dup_mark (const char *language, const StileLanguages *languages)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (languages->first);
  g_autofree char *name = stile_language_isolate (stile_language_get_own_name (language));

  /* Translators: said of a text that is not translated yet; %s is a language in its own words, such
   * as "English". */
  return g_strdup_printf (_("Only in %s"), name);
}

StilePhrase *
stile_phrase_new (const StileForm *form, const StileText *text, const StileLanguages *languages)
{
  g_autoptr (StilePhrase) phrase = NULL;
  gboolean translated;

  if (text == NULL)
    return NULL;

  phrase = g_new0 (StilePhrase, 1);
  phrase->page_language = g_strdup (languages->first);
  phrase->first = g_strdup (stile_text_get (text, languages->first, &translated));
  phrase->first_language = g_strdup (translated && languages->first != NULL ? languages->first
                                                                            : form->language);
  if (languages->first != NULL && !translated)
    phrase->mark = dup_mark (form->language, languages);
  if (languages->second != NULL)
    {
      const char *second = stile_text_get (text, languages->second, &translated);

      if (!g_str_equal (second, phrase->first))
        {
          phrase->second = g_strdup (second);
          phrase->second_language = g_strdup (translated ? languages->second : form->language);
        }
    }
  return g_steal_pointer (&phrase);
}

static char *
dup_words (const char *words, const char *language, char **in)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (language);
  const char *said = stile_words_get (words);

  *in = stile_words_dup_language ();
  return g_strdup (said);
}

StilePhrase *
stile_phrase_new_words (const char *words, const StileLanguages *languages)
{
  StilePhrase *phrase = g_new0 (StilePhrase, 1);

  phrase->page_language = g_strdup (languages->first);
  phrase->first = dup_words (words, languages->first, &phrase->first_language);
  if (languages->second != NULL)
    phrase->second = dup_words (words, languages->second, &phrase->second_language);
  if (g_strcmp0 (phrase->first, phrase->second) == 0)
    g_clear_pointer (&phrase->second, g_free);
  return phrase;
}

StilePhrase *
stile_phrase_new_said (const char *first, const char *second, const StileLanguages *languages)
{
  StilePhrase *phrase = g_new0 (StilePhrase, 1);

  phrase->page_language = g_strdup (languages->first);
  phrase->first = g_strdup (first);
  if (g_strcmp0 (first, second) != 0)
    {
      phrase->first_language = g_strdup (languages->first);
      phrase->second = g_strdup (second);
      phrase->second_language = g_strdup (languages->second);
    }
  return phrase;
}

StilePhrase *
stile_phrase_new_choice (const StileForm *form, const StileChoice *choice,
                         const StileLanguages *languages)
{
  if (choice->label != NULL)
    return stile_phrase_new (form, choice->label, languages);
  return stile_phrase_new_words (g_str_equal (choice->id, "yes") ? N_("Yes") : N_("No"),
                                 languages);
}

void
stile_phrase_free (StilePhrase *phrase)
{
  g_free (phrase->first);
  g_free (phrase->first_language);
  g_free (phrase->second);
  g_free (phrase->second_language);
  g_free (phrase->page_language);
  g_free (phrase->mark);
  g_free (phrase);
}

char *
stile_phrase_dup_spoken (const StilePhrase *phrase)
{
  g_autoptr (GString) spoken = g_string_new (phrase->first);

  if (phrase->mark != NULL)
    g_string_append_printf (spoken, " (%s)", phrase->mark);
  if (phrase->second != NULL)
    g_string_append_printf (spoken, "\n%s", phrase->second);
  return g_string_free (g_steal_pointer (&spoken), FALSE);
}

/* ---- On the screen ---- */

static const char *
find_faces (const char *language)
{
  const char *const *tags = stile_language_get_with_fonts ();

  for (guint i = 0; tags[i] != NULL; i++)
    if (stile_language_is_same (tags[i], language))
      return tags[i];
  return NULL;
}

const char *
stile_phrase_get_faces (const char *language)
{
  return find_faces (language) != NULL ? stile_language_get_fonts (language) : NULL;
}

void
stile_phrase_set_faces (GtkWidget *widget, const char *language)
{
  const char *tag = find_faces (language);
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *wanted = tag != NULL ? g_strconcat ("in-", tag, NULL) : g_strdup (OTHER_FACES);

  for (guint i = 0; classes[i] != NULL; i++)
    if (g_str_has_prefix (classes[i], "in-") && !g_str_equal (classes[i], wanted))
      gtk_widget_remove_css_class (widget, classes[i]);
  gtk_widget_add_css_class (widget, wanted);
}

void
stile_phrase_add_faces (GdkDisplay *display)
{
  const char *const *tags = stile_language_get_with_fonts ();
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autofree char *program = stile_words_dup_language ();
  /* The desktop's own face, which people may have chosen because they can read it. */
  g_autoptr (GString) css = g_string_new ("." OTHER_FACES " { font-family: initial; }\n");

  /* GTK's own style gives menus and lists the desktop's face, whatever they belong to. */
  g_string_append (css, "popover { font-family: inherit; }\n");
  for (guint i = 0; tags[i] != NULL; i++)
    g_string_append_printf (css, ".in-%s { font-family: %s; }\n", tags[i],
                            stile_language_get_fonts (tags[i]));
  if (stile_phrase_get_faces (program) != NULL)
    g_string_append_printf (css, "window, tooltip { font-family: %s; }\n",
                            stile_phrase_get_faces (program));
  gtk_css_provider_load_from_data (provider, css->str, (gssize) css->len);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
stile_phrase_set_direction (GtkWidget *widget, const char *language)
{
  GtkWidget *child;

  gtk_widget_set_direction (widget, stile_language_is_right_to_left (language)
                                      ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    stile_phrase_set_direction (child, language);
}

/* Pango turns the sides round for lines that run against the page, which would put the two
 * languages on two sides; the other justification turns them back. */
static gboolean
runs_against (const char *language, const char *page_language)
{
  return stile_language_is_right_to_left (language)
         != stile_language_is_right_to_left (page_language != NULL ? page_language : language);
}

void
stile_phrase_show_text (GtkLabel *label, const char *text, const char *language,
                        const char *page_language)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *directed = NULL;

  if (language == NULL)
    {
      gtk_label_set_attributes (label, NULL);
      gtk_label_set_label (label, text);
      return;
    }
  directed = stile_language_direct (text, language);
  pango_attr_list_insert (attributes,
                          pango_attr_language_new (pango_language_from_string (language)));
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_justify (label, runs_against (language, page_language) ? GTK_JUSTIFY_RIGHT
                                                                       : GTK_JUSTIFY_LEFT);
  stile_phrase_set_faces (GTK_WIDGET (label), language);
  gtk_label_set_label (label, directed);
}

void
stile_phrase_show (const StilePhrase *phrase, GtkLabel *first, GtkLabel *second, GtkLabel *mark)
{
  gtk_widget_set_visible (GTK_WIDGET (first), phrase != NULL);
  gtk_widget_set_visible (GTK_WIDGET (second), phrase != NULL && phrase->second != NULL);
  if (mark != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (mark), phrase != NULL && phrase->mark != NULL);
      gtk_label_set_label (mark, phrase != NULL && phrase->mark != NULL ? phrase->mark : "");
    }
  if (phrase == NULL)
    {
      gtk_label_set_label (first, "");
      gtk_label_set_label (second, "");
      return;
    }
  stile_phrase_show_text (first, phrase->first, phrase->first_language, phrase->page_language);
  if (phrase->second != NULL)
    stile_phrase_show_text (second, phrase->second, phrase->second_language,
                            phrase->page_language);
  else
    gtk_label_set_label (second, "");
}
