// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form-library.h"

static void
add_problem (GPtrArray *problems, const char *sentence)
{
  if (problems != NULL)
    g_ptr_array_add (problems, g_strdup (sentence));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The paths of <folder>/<name>/form.xml, by name. */
static GPtrArray *
find_paths (const char *folder, GPtrArray *problems)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) directory = g_dir_open (folder, 0, &error);
  const char *name;

  if (directory == NULL)
    {
      g_autofree char *sentence =
        g_strdup_printf ("The folder of forms cannot be opened: %s.", error->message);

      add_problem (problems, sentence);
      return paths;
    }
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, "form.xml", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(StileForm *const *) a)->id, (*(StileForm *const *) b)->id);
}

static gboolean
has_form (GPtrArray *forms, const char *id)
{
  for (guint i = 0; i < forms->len; i++)
    if (g_str_equal (((StileForm *) g_ptr_array_index (forms, i))->id, id))
      return TRUE;
  return FALSE;
}

/* Appends the forms of @folder. Those with an id that was there before are left out. */
static void
add_forms (GPtrArray *forms, const char *folder, GPtrArray *problems)
{
  g_autoptr (GPtrArray) paths = find_paths (folder, problems);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_form_unref);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (StileForm) form = stile_form_load (path, &error);

      if (form == NULL)
        add_problem (problems, error->message);
      else if (has_form (found, form->id))
        {
          g_autofree char *sentence = g_strdup_printf (
            "%s: There is already a form “%s” in this folder. Give it another id.", path, form->id);

          add_problem (problems, sentence);
        }
      else
        g_ptr_array_add (found, g_steal_pointer (&form));
    }
  for (guint i = 0; i < found->len; i++)
    if (!has_form (forms, ((StileForm *) g_ptr_array_index (found, i))->id))
      g_ptr_array_add (forms, stile_form_ref (g_ptr_array_index (found, i)));
}

GPtrArray *
stile_form_library_load (const char *folder, GPtrArray *problems)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_form_unref);

  add_forms (forms, folder, problems);
  g_ptr_array_sort (forms, compare_ids);
  return forms;
}

GPtrArray *
stile_form_library_load_all (GPtrArray *problems)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_form_unref);
  g_autofree char *local = stile_form_library_dup_local_folder ();

  if (g_file_test (local, G_FILE_TEST_IS_DIR))
    add_forms (forms, local, problems);
  add_forms (forms, stile_form_library_get_folder (), problems);
  g_ptr_array_sort (forms, compare_ids);
  return forms;
}

char *
stile_form_library_dup_local_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "stile", "forms", NULL);
}

const char *
stile_form_library_get_folder (void)
{
  const char *folder = g_getenv ("STILE_FORMS");

  return folder != NULL && folder[0] != '\0' ? folder : STILE_FORMS_DIR;
}
