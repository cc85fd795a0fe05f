// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the tests of a single widget share that works on a record book. */

#pragma once

#include "advisers.h"
#include "fixture.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  StileBook *book;
  gpointer widget;   /* of the test */
  GtkWindow *window; /* or NULL */
} BookFixture;

/** A book with one adviser, a manager; the test makes the widget and its window. */
void book_fixture_set_up (BookFixture *fixture, gconstpointer data);
void book_fixture_tear_down (BookFixture *fixture, gconstpointer data);

StileLedger *book_fixture_get_ledger (BookFixture *fixture);
/** A child of the widget's template, by its id. */
gpointer book_fixture_child (BookFixture *fixture, const char *id);
/** The book is open for Bert now, who is no manager. */
void book_fixture_become_bert (BookFixture *fixture);

G_END_DECLS
