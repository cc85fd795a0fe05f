// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <libxml/parser.h>
#include <string.h>

#include "form.h"

/* libxml2 gets no memory at the k-th time that it asks, for every k. The form is refused with a
 * fault, or it is the same as ever; nothing is left out without a word. (GLib ends the program
 * where it gets none, and the arena is GLib's.) */

static guint countdown; /* 0: there is memory */
static gboolean failed;

static gboolean
is_out_of_memory (void)
{
  if (countdown == 0 || --countdown > 0)
    return FALSE;
  failed = TRUE;
  return TRUE;
}

static void *
try_malloc (size_t size)
{
  return is_out_of_memory () ? NULL : malloc (size);
}

static void *
try_realloc (void *memory, size_t size)
{
  return is_out_of_memory () ? NULL : realloc (memory, size);
}

static char *
try_strdup (const char *text)
{
  return is_out_of_memory () ? NULL : strdup (text);
}

static GBytes *
load_good (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "form", "forms", "good.xml", NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static void
assert_same_form (const StileForm *form, const StileForm *whole)
{
  g_assert_cmpuint (form->n_questions, ==, whole->n_questions);
  g_assert_cmpuint (form->n_categories, ==, whole->n_categories);
  for (guint i = 0; i < form->n_questions; i++)
    {
      g_assert_cmpstr (form->questions[i].id, ==, whole->questions[i].id);
      g_assert_cmpuint (form->questions[i].n_choices, ==, whole->questions[i].n_choices);
    }
}

static void
test_every_allocation (void)
{
  g_autoptr (GBytes) xml = load_good ();
  g_autoptr (GPtrArray) none = stile_faults_new ();
  g_autoptr (StileForm) whole = stile_form_parse (xml, none);
  guint n_refused = 0;

  g_assert_nonnull (whole);
  for (guint k = 1;; k++)
    {
      g_autoptr (GPtrArray) faults = stile_faults_new ();
      g_autoptr (StileForm) form = NULL;

      failed = FALSE;
      countdown = k;
      form = stile_form_parse (xml, faults);
      countdown = 0;
      if (form == NULL)
        g_assert_cmpuint (faults->len, >, 0);
      else
        assert_same_form (form, whole);
      if (!failed)
        break;
      n_refused += form == NULL;
    }
  g_test_message ("refused %u times", n_refused);
  g_assert_cmpuint (n_refused, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (xmlMemSetup (free, try_malloc, try_realloc, try_strdup), ==, 0);
  g_test_add_func ("/allocation/every-time", test_every_allocation);
  return g_test_run ();
}
