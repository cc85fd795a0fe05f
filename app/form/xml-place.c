// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xml-place.h"

#include <stdarg.h>

/* Without the bytes that go on with a character. */
static guint
count_characters (const char *from, const char *to)
{
  guint n = 0;

  for (; from < to; from++)
    n += (*from & 0xc0) != 0x80;
  return n;
}

void
stile_xml_move (const char *from, const char *to, guint *line, guint *column)
{
  const char *end;

  while ((end = memchr (from, '\n', to - from)) != NULL)
    {
      from = end + 1;
      *column = 1;
      (*line)++;
    }
  *column += count_characters (from, to);
}

/* The parser has found the start tag to be well-formed, so its names and quotes can be followed
 * without more ado. */
const char *
stile_xml_attribute_find (const StileXmlAttribute *attribute)
{
  const char *c = attribute->element->start;

  c += strcspn (c, " \t\r\n/>");
  for (;;)
    {
      const char *name = c + strspn (c, " \t\r\n");
      gsize length = strcspn (name, " \t\r\n=/>");

      g_assert (length > 0);
      c = name + length;
      c += strcspn (c, "\"'");
      if (strlen (attribute->name) == length && strncmp (attribute->name, name, length) == 0)
        return c + 1;
      c = strchr (c + 1, *c) + 1;
    }
}

/* Steps over one character of a value as it stands in the file. */
static const char *
next_raw (const char *raw)
{
  if (*raw == '&')
    return strchr (raw, ';') + 1;
  if (raw[0] == '\r' && raw[1] == '\n')
    return raw + 2;
  return g_utf8_next_char (raw);
}

void
stile_xml_attribute_locate (const StileXmlAttribute *attribute, gsize offset, guint *line,
                            guint *column)
{
  const char *raw = stile_xml_attribute_find (attribute);

  for (const char *c = attribute->value; *c != '\0' && c < attribute->value + offset;
       c = g_utf8_next_char (c))
    raw = next_raw (raw);
  *line = attribute->element->line;
  *column = attribute->element->column;
  stile_xml_move (attribute->element->start, raw, line, column);
}

gboolean
stile_xml_attribute_is_before (const StileXmlAttribute *a, const StileXmlAttribute *b)
{
  return a->element->start < b->element->start;
}

void
stile_xml_attribute_fault (GPtrArray *faults, StileRule rule, const StileXmlAttribute *attribute,
                           ...)
{
  va_list words;
  guint line, column;

  stile_xml_attribute_locate (attribute, 0, &line, &column);
  va_start (words, attribute);
  stile_faults_add_list (faults, rule, line, column, words);
  va_end (words);
}
