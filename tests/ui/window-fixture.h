// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the tests of the whole window share. */

#pragma once

#include "fixture.h"
#include "window.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  StileWindow *window;
} Fixture;

/** For g_test_add(), with the application as data. */
void window_set_up (Fixture *fixture, gconstpointer application);
void window_tear_down (Fixture *fixture, gconstpointer data);

/** The type names of the layer and of the page that are seen. */
const char *window_get_seen (Fixture *fixture);
const char *window_get_page (Fixture *fixture);

gboolean window_is_enabled (Fixture *fixture, const char *action);
void window_activate (Fixture *fixture, const char *action);

/** Opens the file @name of the fixture's folder. */
void window_open (Fixture *fixture, const char *name, gboolean may_create);
/** Shows the window at work with @book, which may be NULL: a new one. */
void window_work_with (Fixture *fixture, StileBook *book);
/** Makes a book in the fixture's folder, opens it by its file, and shows the window. */
void window_open_new_book (Fixture *fixture);

/** Types a passphrase of the @adviser-th adviser and waits until work goes on. */
void window_unlock (Fixture *fixture, guint adviser, const char *passphrase);

/** Starts an assessment of somebody in @book and shows its first question; of somebody who reads
 *  @language. */
void window_open_interview (Fixture *fixture, StileBook *book);
void window_open_interview_in (Fixture *fixture, StileBook *book, const char *language);

/** A child of a layer or page: its layer, the type of that, its id. */
#define window_child(fixture, layer, Type, id)                                                    \
  ((gpointer) fixture_child (fixture_child ((fixture)->window, STILE_TYPE_WINDOW, layer), Type, id))

G_END_DECLS
