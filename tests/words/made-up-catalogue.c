// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "made-up-catalogue.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "words.h"

GBytes *
made_up_catalogue_new (const char *language, const char *plurals, const char *lines)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rule = plurals ? g_strdup_printf ("\"Plural-Forms: %s\\n\"\n", plurals)
                                  : g_strdup ("");
  g_autofree char *po = g_strdup_printf ("msgid \"\"\nmsgstr \"\"\n\"Language: %s\\n\"\n"
                                         "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                                         "\"X-Stile-Review: draft\\n\"\n%s\n%s",
                                         language, rule, lines);
  g_autoptr (GBytes) input = g_bytes_new (po, strlen (po));
  GBytes *mo = NULL;
  g_autoptr (GSubprocess) msgfmt
    = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                        "msgfmt", "-o", "-", "-", NULL);

  g_assert_no_error (error);
  g_subprocess_communicate (msgfmt, input, NULL, &mo, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (msgfmt));
  return mo;
}

static char *root;
static GPtrArray *made; /* files and folders, each before what it lies in */

static void
remove_all (void)
{
  g_unsetenv ("STILE_LOCALES");
  for (guint i = 0; i < made->len; i++)
    g_remove (g_ptr_array_index (made, i));
  g_remove (root);
  g_clear_pointer (&made, g_ptr_array_unref);
  g_clear_pointer (&root, g_free);
}

static void
make_root (void)
{
  g_autoptr (GError) error = NULL;

  root = g_dir_make_tmp ("stile-locales-XXXXXX", &error);
  g_assert_no_error (error);
  made = g_ptr_array_new_with_free_func (g_free);
  g_setenv ("STILE_LOCALES", root, TRUE);
  atexit (remove_all);
}

void
made_up_catalogue_install (const char *language, const char *plurals, const char *lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) mo = made_up_catalogue_new (language, plurals, lines);
  char *folder, *messages, *path;

  if (root == NULL)
    make_root ();
  folder = g_build_filename (root, language, NULL);
  messages = g_build_filename (folder, "LC_MESSAGES", NULL);
  path = g_build_filename (messages, GETTEXT_PACKAGE ".mo", NULL);
  g_ptr_array_add (made, path);
  g_ptr_array_add (made, messages);
  g_ptr_array_add (made, folder);
  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  g_file_set_contents (path, g_bytes_get_data (mo, NULL), (gssize) g_bytes_get_size (mo), &error);
  g_assert_no_error (error);
}
