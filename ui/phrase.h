// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What stands on a claimant's page in one language or two, and how it is shown. */

#pragma once

#include <gtk/gtk.h>

#include "form.h"

G_BEGIN_DECLS

/** Which languages a page is in, by their tags: the large one, and the one under it or NULL. A NULL
 *  for the first means the form's own, and the program's for words. Borrowed. */
typedef struct
{
  const char *first;
  const char *second;
} StileLanguages;

/** A text in up to two languages. Each part has the language it is really in. */
typedef struct
{
  char *first;
  char *first_language; /* or NULL: it is the same in both, whatever language that is */
  char *second; /* or NULL: there is one language, or the same text in both */
  char *second_language;
  char *page_language; /* the first of the page: which way it runs */
  char *mark; /* a sentence, where there is no text in the first language; else NULL */
} StilePhrase;

/** A text of a form; NULL for none. What is not translated is in the form's language. */
StilePhrase *stile_phrase_new (const StileForm *form, const StileText *text,
                               const StileLanguages *languages);
/** Words of the interface, as N_() gives them. */
StilePhrase *stile_phrase_new_words (const char *words, const StileLanguages *languages);
/** What was said already, in each of the languages; @second may be NULL. */
StilePhrase *stile_phrase_new_said (const char *first, const char *second,
                                    const StileLanguages *languages);
/** A choice, also of a question that yes or no answers. */
StilePhrase *stile_phrase_new_choice (const StileForm *form, const StileChoice *choice,
                                      const StileLanguages *languages);
void stile_phrase_free (StilePhrase *phrase);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StilePhrase, stile_phrase_free)

/** All of it in a row, for assistive technology. Free with g_free. */
char *stile_phrase_dup_spoken (const StilePhrase *phrase);

/** Shows the parts, each with its direction, faces and language, on the side that the first
 *  language begins from; labels with nothing to say are hidden. @mark may be NULL. */
void stile_phrase_show (const StilePhrase *phrase, GtkLabel *first, GtkLabel *second,
                        GtkLabel *mark);

/** One text in @language (NULL: nobody knows) on a page whose first language is @page_language. */
void stile_phrase_show_text (GtkLabel *label, const char *text, const char *language,
                             const char *page_language);

/** The faces of a language that has some of its own, as CSS and Pango list them; NULL: those of the
 *  desktop, which people may have chosen because they can read them. Borrowed. */
const char *stile_phrase_get_faces (const char *language);

/** Makes @widget take the faces of a language, and no other's. */
void stile_phrase_set_faces (GtkWidget *widget, const char *language);
/** Adds the faces to a display, once at the start: those of the program's language for all that
 *  takes no other's. */
void stile_phrase_add_faces (GdkDisplay *display);

/** Makes @widget and all below it run the way of @language, whatever the page around it does. */
void stile_phrase_set_direction (GtkWidget *widget, const char *language);

G_END_DECLS
