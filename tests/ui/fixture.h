// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What tests of the interface share: a display, a record book in a folder of its own, and ways to
 * do what a person does. */

#pragma once

#include <adwaita.h>

#include "application.h"
#include "book.h"

G_BEGIN_DECLS

#define FIXTURE_ADVISER "Anna"
#define FIXTURE_PASSPHRASE "one two three"

/** g_test_init() and GTK. Where there is no display, the whole program is skipped. */
void fixture_init (int *argc, char ***argv);

/** The application as it is after its start, which also loads the style; at most one a program. */
StileApplication *fixture_start_application (void);

/** A folder of its own below the test's; free with fixture_remove_folder(). */
char *fixture_make_folder (void);
void fixture_remove_folder (char *folder);

/** A new, unlocked book in @folder, with an adviser and a passphrase as above. */
StileBook *fixture_make_book (const char *folder);
/** Somebody in it. Free with g_free. */
char *fixture_add_person (StileBook *book, const char *name, const char *reference);

/** The form that comes with the program. New reference. */
StileForm *fixture_load_form (void);

/** Lets the main loop run until @condition holds; fails the test after two minutes. */
typedef gboolean (*FixtureCondition) (gpointer data);
void fixture_wait (FixtureCondition condition, gpointer data);
/** Lets it run until there is nothing to do. */
void fixture_settle (void);

/** A window with @content, on the screen. */
GtkWindow *fixture_show (gpointer content);

/** The first button below @root with this label, mnemonics included; presses it. */
void fixture_press (gpointer root, const char *label);

/** Whether a label below @root that can be seen has these words. */
gboolean fixture_says (gpointer root, const char *words);

/** A child of a template by its id. */
#define fixture_child(Widget, Type, Id) \
  (gtk_widget_get_template_child (GTK_WIDGET (Widget), (Type), (Id)))

G_END_DECLS
