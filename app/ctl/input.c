// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "form-library.h"

char *
stile_input_display (const char *path)
{
  return strcmp (path, "-") == 0 ? g_strdup (_("standard input")) : g_filename_display_name (path);
}

static void
set_open_error (GError **error, const char *path, int number)
{
  g_autofree char *shown = stile_input_display (path);

  if (number == ENOENT || number == ENOTDIR)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _("%s: there is no such file. Look at the spelling of the path."), shown);
  else if (number == EISDIR)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                 _("%s: this is a folder. Give a file."), shown);
  else if (number == EACCES)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 _("%s: you may not read this file."), shown);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
                 _("%s: this could not be read: %s."), shown, g_strerror (number));
}

FILE *
stile_input_open (const char *path, GError **error)
{
  FILE *file = strcmp (path, "-") == 0 ? stdin : fopen (path, "re");
  struct stat about;

  if (!file)
    {
      set_open_error (error, path, errno);
      return NULL;
    }
  if (fstat (fileno (file), &about) != 0 || S_ISDIR (about.st_mode))
    {
      set_open_error (error, path, S_ISDIR (about.st_mode) ? EISDIR : errno);
      stile_input_close (file);
      return NULL;
    }

  return file;
}

void
stile_input_close (FILE *file)
{
  if (file != stdin)
    fclose (file);
}

GBytes *
stile_input_read (const char *path, gsize most, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  FILE *file = stile_input_open (path, error);
  guint8 part[16384];
  gsize length;
  int failed;

  if (!file)
    return NULL;

  while (bytes->len <= most
         && (length = fread (part, 1, MIN (sizeof part, most + 1 - bytes->len), file)) > 0)
    g_byte_array_append (bytes, part, (guint) length);
  failed = ferror (file) ? errno : 0;
  stile_input_close (file);
  if (failed)
    {
      set_open_error (error, path, failed);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

JsonNode *
stile_input_read_json (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = stile_input_read (path, STILE_ANSWERS_MAX_BYTES, error);
  g_autofree char *shown = stile_input_display (path);
  const char *data;
  JsonNode *node;
  gsize length;

  if (!bytes)
    return NULL;

  /* No bytes are NULL to GBytes. */
  data = g_bytes_get_data (bytes, &length);
  node = stile_answers_parse (data ? data : "", length, error);
  if (!node)
    g_prefix_error (error, "%s: ", shown);

  return node;
}

char *
stile_input_find_form (const char *argument)
{
  if (g_file_test (argument, G_FILE_TEST_IS_DIR))
    return g_build_filename (argument, "form.xml", NULL);
  if (!g_file_test (argument, G_FILE_TEST_EXISTS) && !strchr (argument, G_DIR_SEPARATOR))
    {
      g_autofree char *folder = stile_form_library_dup_local_folder ();
      g_autofree char *local = g_build_filename (folder, argument, "form.xml", NULL);
      g_autofree char *installed
        = g_build_filename (stile_form_library_get_folder (), argument, "form.xml", NULL);

      if (g_file_test (local, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&local);
      if (g_file_test (installed, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&installed);
    }

  return g_strdup (argument);
}

static void
say_errors (GPtrArray *faults, const char *path)
{
  g_autofree char *shown = stile_input_display (path);

  for (guint i = 0; i < faults->len; i++)
    {
      const StileFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *text = stile_fault_to_string (fault, shown);

      if (fault->severity == STILE_SEVERITY_ERROR)
        fprintf (stderr, "%s\n", text);
    }
}

StileForm *
stile_input_load_form (const char *path, StileExit *exit_code)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = stile_input_read (path, STILE_FORM_MAX_BYTES, &error);
  StileForm *form;

  if (!xml)
    {
      *exit_code = stile_command_fail (error);
      return NULL;
    }

  form = stile_form_parse (xml, faults);
  if (!form)
    {
      say_errors (faults, path);
      *exit_code = STILE_EXIT_INPUT;
    }

  return form;
}
