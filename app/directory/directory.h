// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The directory of local services: public data from elsewhere in a SQLite file of its own, and over
 * it what the centre knows itself. This room knows nothing of forms or people: what is wanted of a
 * service comes in as plain values. README.md says what is read, and what is repaired how.
 *
 * Not thread-safe: one StileDirectory belongs to one thread. A long import may run in another
 * thread with a StileDirectory of its own; what is listed meanwhile is the old directory, whole. */

#pragma once

#include <gio/gio.h>

#include "service.h"

G_BEGIN_DECLS

#define STILE_DIRECTORY_ERROR (stile_directory_error_quark ())
GQuark stile_directory_error_quark (void);

/** Every message is one plain sentence for the person at the desk. */
typedef enum
{
  STILE_DIRECTORY_ERROR_MISSING,         /* no such file or folder */
  STILE_DIRECTORY_ERROR_NOT_A_DIRECTORY, /* a file, but not a directory of services */
  STILE_DIRECTORY_ERROR_NEWER,           /* written by a newer program */
  STILE_DIRECTORY_ERROR_DAMAGED,
  STILE_DIRECTORY_ERROR_READ_ONLY,
  STILE_DIRECTORY_ERROR_BUSY, /* another program holds it; try again */
  STILE_DIRECTORY_ERROR_FULL, /* no space left */
  STILE_DIRECTORY_ERROR_IO,
  STILE_DIRECTORY_ERROR_UNKNOWN, /* no such service */
  STILE_DIRECTORY_ERROR_INPUT,   /* what was given cannot be used at all */
} StileDirectoryError;

typedef struct _StileDirectory StileDirectory;

/** Opens the directory at @path; where there is no file, makes an empty one, with its folder. What
 *  is refused (no directory, a newer one, a damaged one) is not written to. One on a read-only
 *  medium opens for reading. */
StileDirectory *stile_directory_open (const char *path, GError **error);
/** Gives the file at @path, of which nothing is open, a name with the moment in it, in the same
 *  folder: one that cannot be used makes room for another, and can still be looked into. */
gboolean stile_directory_put_aside (const char *path, GError **error);
/** One without services, which nothing can be written to: to work with where the true one cannot be
 *  opened. Never NULL. */
StileDirectory *stile_directory_new_empty (void);
void stile_directory_close (StileDirectory *directory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileDirectory, stile_directory_close)

/** Where the directory of a record book lies: "directory.sqlite" beside it. Free with g_free. */
char *stile_directory_dup_path_beside (const char *book);

/** Where it lies; NULL for one of stile_directory_new_empty(). Borrowed. */
const char *stile_directory_get_path (StileDirectory *directory);

/** How many services it has, and when they came (RFC 3339, UTC; NULL: never). Free @imported_at
 *  with g_free. */
gboolean stile_directory_get_size (StileDirectory *directory, guint *services, char **imported_at,
                                   GError **error);

/* ---- Copies ---- */

/** The whole file as it is at one moment, whoever writes meanwhile. DAMAGED where it is not whole:
 *  no copy is better than one that takes the place of a good one. */
GBytes *stile_directory_dup_contents (StileDirectory *directory, GError **error);

/** Puts a copy in the place of the directory at @path, where there is none, an empty one, or one
 *  that can't be used: that is put aside. A directory that has something in it stays; what the
 *  centre wrote about services comes to it from the copy where the copy has it and this one does
 *  not, or an older one. So nothing that is newer is lost. Nobody may have it open. */
gboolean stile_directory_restore (const char *path, GBytes *contents, GError **error);

/* ---- Import ---- */

/** One thing that was found in what was read. */
typedef struct
{
  char *source; /* the file, and in a zip the page within */
  guint record; /* counted from 1 in its source; in CSV the row, the header being 1; 0: the file */
  char *id;     /* of the service, or its name; or NULL */
  char *field;  /* as the file calls it, or NULL: the whole record */
  char *what;   /* what is at fault and what was done, one sentence */
} StileImportLine;

typedef struct
{
  guint sources;    /* files and pages with records in them */
  guint records;    /* found in them */
  guint services;   /* in the directory now */
  guint added;      /* of these, not there before */
  guint removed;    /* there before, no longer in the feed */
  guint kept;       /* not in what was read, but kept because the feed broke off */
  guint repeated;   /* records of a service that had been read already: what they add was added */
  guint left_out;   /* records that could not be used */
  gboolean cut;     /* a file ended in the middle, or could not be read to its end */
  GPtrArray *lines; /* of StileImportLine, the first STILE_IMPORT_LINES_MAX of them */
  guint n_lines;    /* how many there were */
} StileImportReport;

#define STILE_IMPORT_LINES_MAX 10000

void stile_import_report_free (StileImportReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileImportReport, stile_import_report_free)

/** A line as "FILE:RECORD: ID: FIELD: what"; the whole report, its counts last, for people to read;
 *  and its lines alone as CSV with a header, for a spreadsheet. Free with g_free. */
char *stile_import_line_to_text (const StileImportLine *line);
char *stile_import_report_to_text (const StileImportReport *report);
char *stile_import_report_to_csv (const StileImportReport *report);
/** Where the feed was cut: how many services stayed though they were not in it, or NULL where none
 *  did. Free with g_free. */
char *stile_import_report_dup_kept (const StileImportReport *report);

/** Called now and then while an import runs; @total is 0 where it is not known. */
typedef void (*StileImportProgress) (guint64 bytes, guint64 total, guint records, gpointer data);

/** Replaces the public data by what is in @paths: files, folders of files or zips of files, JSON
 *  (Open Referral UK 1.0 and 3.0, HSDS 3.0 and 3.1) or CSV, ended by NULL. What the centre knows
 *  itself stays. A record that cannot be used is left out and told of; where a feed broke off,
 *  services that it did not come to stay as they were. It is one transaction: on an error, or where
 *  @cancellable is cancelled (G_IO_ERROR_CANCELLED), the directory is as it was. INPUT where there
 *  is not one service in it; @error then says why. */
StileImportReport *stile_directory_import (StileDirectory *directory, const char *const *paths,
                                           StileImportProgress progress, gpointer data,
                                           GCancellable *cancellable, GError **error);

/** Fills the directory with 60 services that do not exist, of every kind people are sent to. */
gboolean stile_directory_import_demo (StileDirectory *directory, GError **error);

/* ---- Looking things up ---- */

/** What to list; zeros list everything. */
typedef struct
{
  const char *search;     /* the beginnings of words, in any order: "food b"; or NULL */
  const char *vocabulary; /* with @term, a heading; or NULL */
  const char *term;
  const char *heading;  /* the name of a heading, of any vocabulary; or NULL */
  const char *language; /* BCP 47: services that are known to speak it; or NULL */
  const char *postcode; /* where distances are measured from, or its first part; or NULL */
  double most_miles;    /* with @postcode: what is known to be further is left out; 0: nothing is */
  gboolean only_known;  /* "we know them" */
  gboolean only_open;   /* neither paused nor inactive */
  gboolean only_room;   /* room for one more at least, whenever that was told */
  gboolean only_paused; /* by the centre */
  guint most;           /* 0: all */
} StileDirectoryFilter;

/** A row of the list. */
typedef struct
{
  char *id;
  char *name;
  char *organization; /* or NULL */
  char *summary;      /* what it does, in a line, or NULL */
  char *place;        /* the first place, in a few words, or NULL */
  double miles;       /* from the filter's postcode to the nearest place; NAN where not known */
  int room;           /* how many more people, ours before the directory's, or STILE_NOT_KNOWN */
  char *room_at;      /* YYYY-MM-DD: when that was so, or NULL */
  char *closed;       /* why nobody can be sent there now, one sentence; or NULL */
  gboolean known;     /* "we know them" */
} StileServiceRow;

void stile_service_row_free (StileServiceRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileServiceRow, stile_service_row_free)

/** What @filter lets through, as a new GPtrArray of StileServiceRow: by name; with a search the
 *  best first; with most_miles the nearest first, and last those whose distance is not known.
 *  Quick enough for every key press. */
GPtrArray *stile_directory_list (StileDirectory *directory, const StileDirectoryFilter *filter,
                                 GError **error);

/** A heading that services stand under. */
typedef struct
{
  char *vocabulary;
  char *id;
  char *name; /* or NULL */
  guint services;
} StileDirectoryTerm;

void stile_directory_term_free (StileDirectoryTerm *term);

/** All headings, by name, as a new GPtrArray of StileDirectoryTerm. */
GPtrArray *stile_directory_list_terms (StileDirectory *directory, GError **error);

/** The names of all headings, by name, each once however many vocabularies have it. New GPtrArray
 *  of StileDirectoryTerm without vocabulary and id. */
GPtrArray *stile_directory_list_headings (StileDirectory *directory, GError **error);

/** The tags of all languages that are known to be spoken somewhere, each once. New GPtrArray of
 *  char *. */
GPtrArray *stile_directory_list_languages (StileDirectory *directory, GError **error);

/** Which feed a service came from, and when (RFC 3339, UTC). Both NULL where the directory has no
 *  such service, the feed where that was not written down. Free with g_free. */
gboolean stile_directory_get_origin (StileDirectory *directory, const char *id, char **feed,
                                     char **at, GError **error);

/** A service in full, as the directory tells of it; UNKNOWN where the directory has none of that
 *  id (any more). */
StileService *stile_directory_load_service (StileDirectory *directory, const char *id,
                                            GError **error);

/* ---- What the centre knows itself ---- */

/** The overlay. It goes before what the directory says and outlives every import, also one that
 *  lacks the service. */
typedef struct
{
  char *route;         /* how to refer, in words; or NULL */
  char *contact;       /* whom to ask for, and how to reach them; or NULL */
  int capacity;        /* how many more people they take, or STILE_NOT_KNOWN */
  char *capacity_at;   /* YYYY-MM-DD: when that was so, or NULL */
  int waiting_days;    /* how long people wait, or STILE_NOT_KNOWN */
  char *waiting_at;    /* YYYY-MM-DD: when that was so, or NULL */
  char *languages;     /* BCP 47 tags with blanks between: spoken there too; or NULL */
  char *notes;         /* on who is eligible; or NULL */
  gboolean known;      /* "we know them" */
  gboolean paused;     /* nobody is sent there for the time being */
  char *paused_reason; /* or NULL */
  char *changed_by;    /* who wrote this, or NULL */
  char *changed_at;    /* RFC 3339, UTC; set by stile_directory_put_overlay() */
} StileOverlay;

/** Nothing known. */
StileOverlay *stile_overlay_new (void);
void stile_overlay_free (StileOverlay *overlay);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileOverlay, stile_overlay_free)

/** Why nobody can be sent to a service now, one sentence; NULL where nothing is known against it.
 *  Free with g_free. */
char *stile_service_dup_closed (const StileService *service, const StileOverlay *overlay);

/** What the centre knows of a service, whether the directory has it at present or not; an empty one
 *  where it knows nothing. NULL is an error. */
StileOverlay *stile_directory_load_overlay (StileDirectory *directory, const char *id,
                                            GError **error);
/** Puts it in place of what was known. Empty texts are NULL. A capacity or waiting time without its
 *  day is of today. INPUT where a day is none or lies ahead, or a number is below zero; UNKNOWN
 *  where neither the directory nor the centre knows such a service. */
gboolean stile_directory_put_overlay (StileDirectory *directory, const char *id,
                                      const StileOverlay *overlay, GError **error);

G_END_DECLS
