// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sources.h"

#include <stdio.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "directory.h"

#define CHUNK_BYTES 65536
#define FOLDER_MAX_DEPTH 8

typedef struct
{
  const StileSourcesSink *sink;
  GCancellable *cancellable;
  guint64 unpacked; /* bytes so far */
  guint64 done;     /* of the files as they lie on the disk */
  guint64 total;
  guint pages;
} Walk;

static gboolean G_GNUC_PRINTF (3, 4)
    refuse (GError **error, StileDirectoryError kind, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error)
    *error = g_error_new_valist (STILE_DIRECTORY_ERROR, kind, format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean
count (Walk *walk, const char *name, gsize bytes, GError **error)
{
  walk->unpacked += bytes;
  if (walk->unpacked > STILE_SOURCES_MAX_BYTES)
    return refuse (error, STILE_DIRECTORY_ERROR_INPUT,
                   /* Translators: a file. */
                   _("“%s”: this is more than a gigabyte, too much for a directory of services. "
                     "Nothing was imported."),
                   name);
  return !g_cancellable_set_error_if_cancelled (walk->cancellable, error);
}

static gboolean
begin_page (Walk *walk, const char *name, GError **error)
{
  if (++walk->pages > STILE_SOURCES_MAX_PAGES)
    return refuse (error, STILE_DIRECTORY_ERROR_INPUT,
                   /* Translators: a file. */
                   _("“%s”: there are too many files. Nothing was imported."), name);
  walk->sink->begin (name, walk->sink->data);
  return TRUE;
}

static gboolean
push (Walk *walk, const char *name, const char *bytes, gsize length, GError **error)
{
  return count (walk, name, length, error)
         && walk->sink->push (bytes, length, walk->sink->data, error);
}

static void
tell (Walk *walk, const char *name, const char *what, gboolean is_lost)
{
  walk->sink->tell (name, what, is_lost, walk->sink->data);
}

static gboolean
has_ending (const char *name, const char *ending)
{
  gsize length = strlen (name), end = strlen (ending);

  return length > end && g_ascii_strcasecmp (name + length - end, ending) == 0;
}

static gboolean
is_page (const char *name)
{
  return has_ending (name, ".json") || has_ending (name, ".jsonl") || has_ending (name, ".csv")
         || has_ending (name, ".tsv");
}

/* ---- Plain files ---- */

static gboolean
read_file (Walk *walk, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  FILE *file = fopen (path, "re");
  char chunk[CHUNK_BYTES];
  gboolean going_on;
  gboolean cut;
  gsize length;

  if (!file)
    {
      tell (walk, shown, _("This file could not be read."), TRUE);
      return TRUE;
    }
  going_on = begin_page (walk, shown, error);
  while (going_on && (length = fread (chunk, 1, sizeof chunk, file)) > 0)
    {
      walk->done += length;
      going_on = push (walk, shown, chunk, length, error);
      walk->sink->progress (walk->done, walk->total, walk->sink->data);
    }
  cut = ferror (file) != 0;
  fclose (file);
  return going_on && walk->sink->end (cut, walk->sink->data, error);
}

/* ---- Zips ---- */

/* Nothing is written, so such a name could do no harm here; but whoever made it meant some. */
static gboolean
leads_outside (const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, "/\\", -1);

  return name[0] == '/' || name[0] == '\\' || (name[0] && name[1] == ':')
         || g_strv_contains ((const char *const *) parts, "..");
}

static gboolean
read_packed (Walk *walk, struct archive *archive, const char *name, guint64 before, GError **error)
{
  char chunk[CHUNK_BYTES];
  la_ssize_t length;

  if (!begin_page (walk, name, error))
    return FALSE;
  while ((length = archive_read_data (archive, chunk, sizeof chunk)) > 0)
    {
      if (!push (walk, name, chunk, (gsize) length, error))
        return FALSE;
      walk->done = before + (guint64) archive_filter_bytes (archive, -1);
      walk->sink->progress (walk->done, walk->total, walk->sink->data);
    }
  return walk->sink->end (length < 0, walk->sink->data, error);
}

static gboolean
read_entry (Walk *walk, struct archive *archive, struct archive_entry *entry, const char *zip,
            guint64 before, GError **error)
{
  const char *packed = archive_entry_pathname (entry);
  g_autofree char *inner = g_filename_display_name (packed ? packed : "?");
  g_autofree char *name = g_strconcat (zip, ": ", inner, NULL);

  if (archive_entry_filetype (entry) == AE_IFDIR)
    return TRUE;
  if (leads_outside (inner))
    tell (walk, name, _("Its name leads out of the zip. It was left out."), TRUE);
  else if (archive_entry_filetype (entry) != AE_IFREG)
    tell (walk, name, _("This is no file. It was left out."), FALSE);
  else if (archive_entry_is_encrypted (entry))
    tell (walk, name, _("This is locked with a password. It was left out."), TRUE);
  else if (!is_page (inner))
    tell (walk, name, _("This is neither JSON nor CSV. It was left out."), FALSE);
  else if (archive_entry_size_is_set (entry)
           && (guint64) archive_entry_size (entry) > STILE_SOURCES_MAX_BYTES)
    return count (walk, name, STILE_SOURCES_MAX_BYTES + 1, error);
  else
    return read_packed (walk, archive, name, before, error);
  return TRUE;
}

static gboolean
read_zip (Walk *walk, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  guint64 before = walk->done;
  gboolean going_on = TRUE;
  int state;

  archive_read_support_format_zip (archive);
  state = archive_read_open_filename (archive, path, CHUNK_BYTES);
  while (state == ARCHIVE_OK && going_on)
    {
      state = archive_read_next_header (archive, &entry);
      if (state == ARCHIVE_WARN)
        state = ARCHIVE_OK;
      if (state == ARCHIVE_OK)
        going_on = read_entry (walk, archive, entry, shown, before, error);
    }
  if (going_on && state != ARCHIVE_EOF)
    tell (walk, shown, _("This zip is damaged. What came before the damage was read."), TRUE);
  walk->done = before + (guint64) MAX (archive_filter_bytes (archive, -1), 0);
  archive_read_free (archive);
  return going_on;
}

/* ---- Folders ---- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* NULL where it cannot be read. */
static GPtrArray *
list_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  GPtrArray *names;
  const char *name;

  if (!folder)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (folder)))
    if (name[0] != '.')
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean read_path (Walk *walk, const char *path, guint depth, GError **error);

static gboolean
read_folder (Walk *walk, const char *path, guint depth, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GPtrArray) names = NULL;

  if (depth == FOLDER_MAX_DEPTH)
    {
      tell (walk, shown, _("This folder lies too deep. It was left out."), TRUE);
      return TRUE;
    }
  names = list_folder (path);
  if (!names)
    tell (walk, shown, _("This folder could not be read."), TRUE);
  for (guint i = 0; names && i < names->len; i++)
    if (!read_path (walk, g_ptr_array_index (names, i), depth + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_path (Walk *walk, const char *path, guint depth, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (depth > 0 && g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      /* Translators: a link to another place of the disk. */
      tell (walk, shown, _("This leads elsewhere. It was left out."), FALSE);
      return TRUE;
    }
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return read_folder (walk, path, depth, error);
  /* Whoever names a pipe means to read it; one that lies in a folder would be waited for. */
  if (depth > 0 && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      tell (walk, shown, _("This is no file. It was left out."), FALSE);
      return TRUE;
    }
  if (has_ending (path, ".zip"))
    return read_zip (walk, path, error);
  if (depth > 0 && !is_page (path))
    {
      tell (walk, shown, _("This is neither JSON nor CSV. It was left out."), FALSE);
      return TRUE;
    }
  return read_file (walk, path, error);
}

static guint64
measure (const char *path, guint depth)
{
  g_autoptr (GPtrArray) names = NULL;
  GStatBuf about;
  guint64 bytes = 0;

  if (g_lstat (path, &about) != 0 || S_ISLNK (about.st_mode) || depth >= FOLDER_MAX_DEPTH)
    return 0;
  if (!S_ISDIR (about.st_mode))
    return (guint64) about.st_size;
  names = list_folder (path);
  for (guint i = 0; names && i < names->len; i++)
    bytes += measure (g_ptr_array_index (names, i), depth + 1);
  return bytes;
}

gboolean
stile_sources_read (const char *const *paths, const StileSourcesSink *sink,
                    GCancellable *cancellable, GError **error)
{
  Walk walk = { .sink = sink, .cancellable = cancellable };

  for (guint i = 0; paths[i]; i++)
    {
      g_autofree char *shown = g_filename_display_name (paths[i]);

      if (!g_file_test (paths[i], G_FILE_TEST_EXISTS))
        return refuse (error, STILE_DIRECTORY_ERROR_MISSING,
                       /* Translators: a path. */
                       _("There is no file or folder “%s”. Look at the spelling of the path."),
                       shown);
      if (g_access (paths[i], R_OK) != 0)
        /* Translators: a file. */
        return refuse (error, STILE_DIRECTORY_ERROR_INPUT, _("You may not read “%s”."), shown);
      walk.total += measure (paths[i], 0);
    }
  for (guint i = 0; paths[i]; i++)
    if (!read_path (&walk, paths[i], 0, error))
      return FALSE;
  return TRUE;
}
