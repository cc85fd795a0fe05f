// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Reading and checking a form, against the parsing of its XML alone. */

#include <libxml/parser.h>

#include "big-form.h"
#include "form.h"
#include "timing.h"

static void
load (gpointer data)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  g_autoptr (StileForm) form = stile_form_parse (data, faults);

  g_assert_nonnull (form);
}

static void
parse (gpointer data)
{
  gsize length;
  const char *xml = g_bytes_get_data (data, &length);
  xmlParserCtxt *context = xmlNewParserCtxt ();
  xmlDoc *document = xmlCtxtReadMemory (context, xml, (int) length, NULL, NULL,
                                        XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);

  g_assert_nonnull (document);
  xmlFreeDoc (document);
  xmlFreeParserCtxt (context);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) small = NULL;
  g_autoptr (GBytes) big = stile_big_form_new (10000);
  g_autofree char *path
    = g_build_filename (g_getenv ("STILE_FORMS"), "quick-needs", "form.xml", NULL);
  char *xml;
  gsize length;

  g_file_get_contents (path, &xml, &length, &error);
  g_assert_no_error (error);
  small = g_bytes_new_take (xml, length);

  stile_bench_compare ("load of quick-needs", load, "libxml2 parsing the same bytes", parse, small,
                       200, 1);
  stile_bench_compare ("load of a form of 10,000 questions", load,
                       "libxml2 parsing the same bytes", parse, big, 11, 1);
  return 0;
}
