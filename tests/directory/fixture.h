// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A folder of its own for a test, with a directory in it, and feeds to be read. */

#pragma once

#include "directory.h"

typedef struct
{
  char *folder;
  char *path;
  StileDirectory *directory;
} Fixture;

/** As g_test_add() wants them. */
void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

#define add_test(path, test)                                                                       \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

/** Writes a file into the folder, with what folders it needs. Its path; free with g_free. */
char *fixture_write (Fixture *fixture, const char *name, const char *bytes, gssize length);

/** Writes one file and imports it. */
StileImportReport *fixture_import (Fixture *fixture, const char *name, const char *text);
StileImportReport *fixture_import_bytes (Fixture *fixture, const char *name, const char *bytes,
                                         gssize length);
/** The same where it must fail. */
void fixture_refuse (Fixture *fixture, const char *name, const char *text, gint code);

/** The names that a search finds, with ", " between. Free with g_free. */
char *fixture_list (Fixture *fixture, const char *search);
/** A service that must be there. */
StileService *fixture_load (Fixture *fixture, const char *id);

/** Whether a line of the report is about this field and has these words; @field NULL: the whole. */
gboolean fixture_tells (const StileImportReport *report, const char *field, const char *words);

#define assert_tells(report, field, words)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!fixture_tells (report, field, words))                                                     \
      g_error ("the report does not say “%s” of %s", words,                                        \
               (field) ? (const char *) (field) : "a record");                                     \
  }                                                                                                \
  G_STMT_END

#define assert_list(fixture, search, wanted)                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found_ = fixture_list (fixture, search);                                      \
    g_assert_cmpstr (found_, ==, wanted);                                                          \
  }                                                                                                \
  G_STMT_END
