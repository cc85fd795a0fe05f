// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form-library.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("stile-forms-XXXXXX", NULL);
}

static void
remove_below (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_below (path);
      g_remove (path);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_below (fixture->folder);
  g_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
add_file (Fixture *fixture, const char *name, const char *contents)
{
  g_autofree char *folder = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *path = g_build_filename (folder, "form.xml", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static char *
make_form (const char *id, const char *title)
{
  return g_strdup_printf (
    "<form xmlns='urn:stile:form:1' id='%s' version='1' xml:lang='en'>"
    "<title>%s</title><purpose>P</purpose><source>S</source><section id='s'><label>L</label>"
    "</section><category id='c'><label>C</label><meaning>M</meaning></category></form>",
    id, title);
}

static void
add_form (Fixture *fixture, const char *name, const char *id)
{
  g_autofree char *xml = make_form (id, "T");

  add_file (fixture, name, xml);
}

/* The ids of the forms, joined by blanks; and that there are @n_problems, the first with @word. */
static void
assert_library (Fixture *fixture, const char *ids, guint n_problems, const char *word)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) forms = stile_form_library_load (fixture->folder, problems);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < forms->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            ((StileForm *) g_ptr_array_index (forms, i))->id);
  g_assert_cmpstr (found->str, ==, ids);
  g_assert_cmpuint (problems->len, ==, n_problems);
  if (word != NULL)
    g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), word));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  assert_library (fixture, "", 0, NULL);
}

static void
test_by_id (Fixture *fixture, gconstpointer data)
{
  add_form (fixture, "one", "zebra");
  add_form (fixture, "two", "ape");
  add_form (fixture, "three", "mouse");
  assert_library (fixture, "ape mouse zebra", 0, NULL);
}

static void
test_other_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "README", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "empty", NULL);

  add_form (fixture, "one", "one");
  g_assert_true (g_file_set_contents (file, "words", -1, NULL));
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  assert_library (fixture, "one", 0, NULL);
}

static void
test_faulty_form (Fixture *fixture, gconstpointer data)
{
  add_form (fixture, "good", "good");
  add_file (fixture, "bad", "<form");
  assert_library (fixture, "good", 1, "bad/form.xml:1:");
}

static void
test_same_id (Fixture *fixture, gconstpointer data)
{
  add_form (fixture, "one", "same");
  add_form (fixture, "two", "same");
  assert_library (fixture, "same", 1, "two/form.xml");
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) forms = stile_form_library_load (folder, problems);

  g_assert_cmpuint (forms->len, ==, 0);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), folder));
}

static void
test_problems_are_optional (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) forms = NULL;

  add_file (fixture, "bad", "<form");
  forms = stile_form_library_load (fixture->folder, NULL);
  g_assert_cmpuint (forms->len, ==, 0);
}

static void
test_load_says_how_many_more (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bad", "form.xml", NULL);
  g_autoptr (GError) error = NULL;

  add_file (fixture, "bad", "<form xmlns='urn:stile:form:1' id='X' version='1' xml:lang='en'>\n"
                            "<title>T</title><purpose>P</purpose></form>");
  g_assert_null (stile_form_load (path, &error));
  g_assert_error (error, STILE_FORM_ERROR, STILE_FORM_ERROR_FAULTY);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_true (g_str_has_suffix (error->message, " There are 2 more errors."));
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (g_getenv ("STILE_FORMS"));

  g_setenv ("STILE_FORMS", "/somewhere", TRUE);
  g_assert_cmpstr (stile_form_library_get_folder (), ==, "/somewhere");
  g_setenv ("STILE_FORMS", "", TRUE);
  g_assert_cmpstr (stile_form_library_get_folder (), ==, STILE_FORMS_DIR);
  g_unsetenv ("STILE_FORMS");
  g_assert_cmpstr (stile_form_library_get_folder (), ==, STILE_FORMS_DIR);
  if (before != NULL)
    g_setenv ("STILE_FORMS", before, TRUE);
}

/* ---- The forms of this computer ---- */

/* With the fixture's folder as that of the installed forms. */
static void
assert_all (Fixture *fixture, const char *titles, guint n_problems)
{
  g_autofree char *before = g_strdup (g_getenv ("STILE_FORMS"));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  g_setenv ("STILE_FORMS", fixture->folder, TRUE);
  forms = stile_form_library_load_all (problems);
  for (guint i = 0; i < forms->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? ", " : "",
                            stile_text_get (((StileForm *) forms->pdata[i])->title, NULL, NULL));
  g_assert_cmpstr (found->str, ==, titles);
  g_assert_cmpuint (problems->len, ==, n_problems);
  g_setenv ("STILE_FORMS", before != NULL ? before : "", TRUE);
}

static void
add_local_form (const char *name, const char *id)
{
  g_autofree char *folder = stile_form_library_dup_local_folder ();
  g_autofree char *inner = g_build_filename (folder, name, NULL);
  g_autofree char *path = g_build_filename (inner, "form.xml", NULL);
  g_autofree char *xml = make_form (id, "Our own");

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, xml, -1, NULL));
}

static void
remove_local_forms (void)
{
  g_autofree char *folder = stile_form_library_dup_local_folder ();

  remove_below (folder);
  g_rmdir (folder);
}

static void
test_no_local_folder (Fixture *fixture, gconstpointer data)
{
  add_form (fixture, "one", "ape");
  assert_all (fixture, "T", 0);
}

static void
test_local_form_is_added (Fixture *fixture, gconstpointer data)
{
  add_form (fixture, "one", "zebra");
  add_local_form ("mine", "ape");
  assert_all (fixture, "Our own, T", 0);
  remove_local_forms ();
}

/* Whatever its folder is called. */
static void
test_local_form_replaces (Fixture *fixture, gconstpointer data)
{
  add_form (fixture, "one", "ape");
  add_form (fixture, "two", "zebra");
  add_local_form ("two", "ape");
  assert_all (fixture, "Our own, T", 0);
  remove_local_forms ();
}

static void
test_faulty_local_form_hides_nothing (Fixture *fixture, gconstpointer data)
{
  add_form (fixture, "one", "ape");
  add_local_form ("one", "Not an id");
  assert_all (fixture, "T", 1);
  remove_local_forms ();
}

int
main (int argc, char **argv)
{
  g_autofree char *data_home = g_dir_make_tmp ("stile-data-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/form-library/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("empty", test_empty);
  ADD ("by-id", test_by_id);
  ADD ("other-files", test_other_files);
  ADD ("faulty-form", test_faulty_form);
  ADD ("same-id", test_same_id);
  ADD ("no-folder", test_no_folder);
  ADD ("problems-are-optional", test_problems_are_optional);
  ADD ("load-says-how-many-more", test_load_says_how_many_more);
  ADD ("folder", test_folder);
  ADD ("no-local-folder", test_no_local_folder);
  ADD ("local-form-is-added", test_local_form_is_added);
  ADD ("local-form-replaces", test_local_form_replaces);
  ADD ("faulty-local-form-hides-nothing", test_faulty_local_form_hides_nothing);
#undef ADD
  status = g_test_run ();
  remove_below (data_home);
  g_rmdir (data_home);
  return status;
}
