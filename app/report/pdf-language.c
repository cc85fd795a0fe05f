// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a screen reader needs to know of a PDF, and what cairo has no call for: its language, that
 * it is tagged, and that its title is to be shown rather than its file name. The catalogue is
 * written once more with these, as an incremental update (ISO 32000-1, 7.5.6 and 7.7.2). */

#include <stdio.h>
#include <string.h>

#include "document-private.h"

/* Where @needle is for the last time, or NULL. */
static const char *
find_last (const GByteArray *pdf, const char *needle)
{
  const char *data = (const char *) pdf->data;
  const char *last = NULL;
  const char *found = data;

  while ((found = memmem (found, data + pdf->len - found, needle, strlen (needle))))
    last = found++;
  return last;
}

/* The text from @start up to @end, or NULL. */
static char *
dup_until (const GByteArray *pdf, const char *start, const char *end)
{
  const char *stop = NULL;

  if (start)
    stop = memmem (start, (const char *) pdf->data + pdf->len - start, end, strlen (end));

  return stop ? g_strndup (start, stop - start) : NULL;
}

/* The dictionary of an object, without its brackets. */
static char *
dup_object (const GByteArray *pdf, guint number)
{
  g_autofree char *head = g_strdup_printf ("\n%u 0 obj\n<<", number);
  const char *found = find_last (pdf, head);
  g_autofree char *body = dup_until (pdf, found ? found + strlen (head) : NULL, "endobj");
  char *end = body ? g_strrstr (body, ">>") : NULL;

  if (!end)
    return NULL;
  *end = '\0';
  return g_steal_pointer (&body);
}

static gboolean
is_language_tag (const char *language)
{
  return language && *language
         && language[strspn (language, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-")] == '\0';
}

void
stile_pdf_add_language (GByteArray *pdf, const char *language)
{
  const char *trailer = find_last (pdf, "trailer\n<<");
  g_autofree char *fields
      = dup_until (pdf, trailer ? trailer + strlen ("trailer\n<<") : NULL, ">>");
  g_autofree char *startxref = dup_until (pdf, find_last (pdf, "startxref\n"), "%%EOF");
  g_autofree char *catalogue = NULL;
  g_autofree char *update = NULL;
  const char *root = fields ? strstr (fields, "/Root ") : NULL;
  gsize object = pdf->len;
  g_autofree char *head = NULL;
  guint number, previous;

  if (!root || !startxref || sscanf (root, "/Root %u 0 R", &number) != 1
      || sscanf (startxref, "startxref %u", &previous) != 1 || !is_language_tag (language))
    return;
  catalogue = dup_object (pdf, number);
  if (!catalogue || strstr (catalogue, "/MarkInfo") || strstr (catalogue, "/ViewerPreferences"))
    return;

  head = g_strdup_printf ("%u 0 obj\n<< /Lang (%s) /MarkInfo << /Marked true >>"
                          " /ViewerPreferences << /DisplayDocTitle true >>%s>>\nendobj\n",
                          number, language, catalogue);
  update = g_strdup_printf ("%sxref\n%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n"
                            "trailer\n<<%s /Prev %u >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                            head, number, object, fields, previous, object + strlen (head));
  g_byte_array_append (pdf, (const guint8 *) update, strlen (update));
}
