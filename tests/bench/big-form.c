// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "big-form.h"

#define N_DOMAINS 20

static void
add_head (GString *xml)
{
  g_string_append (
    xml, "<form xmlns=\"urn:stile:form:1\" id=\"big\" version=\"1\" xml:lang=\"en\">\n"
         "<title>Big</title><purpose>To measure with.</purpose><source>Made up.</source>\n"
         "<levels><level id=\"none\"><label>None</label></level>"
         "<level id=\"some\"><label>Some</label></level>"
         "<level id=\"severe\"><label>Severe</label></level></levels>\n");
  for (guint i = 0; i < N_DOMAINS; i++)
    g_string_append_printf (xml,
                            "<domain id=\"domain-%u\"><label>Domain</label>"
                            "<band level=\"some\" from=\"10\"/>"
                            "<band level=\"severe\" from=\"400\"/></domain>\n",
                            i);
  g_string_append (xml, "<choices id=\"scale\"><choice id=\"never\"><label>Never</label></choice>"
                        "<choice id=\"often\" points=\"1\"><label>Often</label></choice>"
                        "<choice id=\"mostly\" points=\"2\"><label>Mostly</label></choice>"
                        "<choice id=\"always\" points=\"3\"><label>Always</label></choice>"
                        "</choices>\n");
}

static void
add_question (GString *xml, guint number)
{
  g_string_append_printf (xml,
                          "<question id=\"q%u\" type=\"select_one\" choices=\"scale\" "
                          "domain=\"domain-%u\"",
                          number, number % N_DOMAINS);
  if (number > 0 && number % 10 == 0)
    g_string_append_printf (xml, " relevant=\"$q%u = 'always'\"", number - 10);
  g_string_append_printf (xml, "><label>Question %u?</label></question>\n", number);
}

GBytes *
stile_big_form_new (guint n_questions)
{
  g_autoptr (GString) xml = g_string_new (NULL);

  add_head (xml);
  g_string_append (xml, "<section id=\"all\"><label>All</label>\n");
  for (guint i = 0; i < n_questions; i++)
    add_question (xml, i);
  g_string_append (
    xml, "</section>\n"
         "<finding id=\"multiple\" when=\"count-at-least('severe') >= 2\">"
         "<label>Multiple</label></finding>\n"
         "<category id=\"led\" when=\"finding('multiple')\"><label>Led</label>"
         "<meaning>Led.</meaning></category>\n"
         "<category id=\"light\"><label>Light</label><meaning>Light.</meaning></category>\n"
         "</form>\n");

  return g_string_free_to_bytes (g_steal_pointer (&xml));
}
