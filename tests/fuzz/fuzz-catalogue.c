// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Any bytes as a catalogue: a sentence that says what is wrong, or a form that is still a good one,
 * and the same when it is translated once more. */

#include "form-translate.h"
#include "fuzz.h"

static const char form_text[]
  = "<form xmlns='urn:stile:form:1' id='f' version='1' xml:lang='en' drafts='cy'>"
    "<title>A</title><title xml:lang='pl'>B</title><purpose>B &amp; C</purpose><source>S</source>"
    "<section id='s'><label>Money</label>"
    "<question id='q' type='text'><label>A</label></question></section>"
    "<category id='c'><label>Home</label><meaning>\"Yes\"</meaning></category></form>";

static StileForm *
parse (GBytes *xml)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  StileForm *form = stile_form_parse (xml, faults);

  g_assert_nonnull (form);
  return form;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autoptr (GBytes) po = g_bytes_new (data, length);
  g_autoptr (GBytes) xml = g_bytes_new_static (form_text, sizeof form_text - 1);
  g_autoptr (StileForm) form = parse (xml);
  g_autoptr (GError) error = NULL;
  g_autoptr (StilePoFile) catalogue = stile_po_file_parse (po, "f.po", &error);
  g_autoptr (GBytes) once = catalogue ? stile_form_translate (form, catalogue, NULL, &error) : NULL;

  g_assert_true ((once == NULL) == (error != NULL));
  if (once)
    {
      g_autoptr (StileForm) translated = parse (once);
      g_autoptr (GBytes) twice = stile_form_translate (translated, catalogue, NULL, NULL);

      g_assert_true (g_bytes_equal (once, twice));
    }
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL));

  return 0;
}
