// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json-writer.h"

#include <math.h>

#include "expression.h"

#define MAX_DEPTH 16

struct _StileJsonWriter
{
  GString *text;
  guint depth;
  struct
  {
    char end;
    StileJsonLayout layout;
    gboolean empty;
  } open[MAX_DEPTH];
};

StileJsonWriter *
stile_json_writer_new (void)
{
  StileJsonWriter *writer = g_new0 (StileJsonWriter, 1);

  writer->text = g_string_sized_new (2048);
  return writer;
}

void
stile_json_writer_free (StileJsonWriter *writer)
{
  g_string_free (writer->text, TRUE);
  g_free (writer);
}

char *
stile_json_writer_finish (StileJsonWriter *writer)
{
  char *text;

  g_assert (writer->depth == 0);

  g_string_append_c (writer->text, '\n');
  text = g_strdup (writer->text->str);
  stile_json_writer_free (writer);
  return text;
}

static void
break_line (StileJsonWriter *writer)
{
  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < writer->depth; i++)
    g_string_append (writer->text, "  ");
}

static void
append_string (GString *text, const char *string)
{
  g_string_append_c (text, '"');
  for (; *string; string++)
    {
      if (*string == '"' || *string == '\\')
        g_string_append_printf (text, "\\%c", *string);
      else if (*string == '\n')
        g_string_append (text, "\\n");
      else if ((guchar) *string < 0x20 || *string == 0x7f)
        g_string_append_printf (text, "\\u%04x", *string);
      else
        g_string_append_c (text, *string);
    }
  g_string_append_c (text, '"');
}

static void
begin_value (StileJsonWriter *writer, const char *key)
{
  if (writer->depth > 0)
    {
      gboolean empty = writer->open[writer->depth - 1].empty;

      if (!empty)
        g_string_append_c (writer->text, ',');
      if (writer->open[writer->depth - 1].layout == STILE_JSON_LINES)
        break_line (writer);
      else if (!empty)
        g_string_append_c (writer->text, ' ');
      writer->open[writer->depth - 1].empty = FALSE;
    }

  if (key)
    {
      append_string (writer->text, key);
      g_string_append (writer->text, ": ");
    }
}

static void
open_part (StileJsonWriter *writer, const char *key, const char *brackets, StileJsonLayout layout)
{
  gboolean within_line
    = writer->depth > 0 && writer->open[writer->depth - 1].layout == STILE_JSON_INLINE;

  g_assert (writer->depth < MAX_DEPTH);

  begin_value (writer, key);
  g_string_append_c (writer->text, brackets[0]);
  writer->open[writer->depth].end = brackets[1];
  writer->open[writer->depth].layout = within_line ? STILE_JSON_INLINE : layout;
  writer->open[writer->depth].empty = TRUE;
  writer->depth++;
}

void
stile_json_writer_open_object (StileJsonWriter *writer, const char *key, StileJsonLayout layout)
{
  open_part (writer, key, "{}", layout);
}

void
stile_json_writer_open_array (StileJsonWriter *writer, const char *key, StileJsonLayout layout)
{
  open_part (writer, key, "[]", layout);
}

void
stile_json_writer_close (StileJsonWriter *writer)
{
  g_assert (writer->depth > 0);

  writer->depth--;
  if (!writer->open[writer->depth].empty
      && writer->open[writer->depth].layout == STILE_JSON_LINES)
    break_line (writer);
  g_string_append_c (writer->text, writer->open[writer->depth].end);
}

void
stile_json_writer_add_string (StileJsonWriter *writer, const char *key, const char *string)
{
  begin_value (writer, key);
  if (string)
    append_string (writer->text, string);
  else
    g_string_append (writer->text, "null");
}

void
stile_json_writer_add_number (StileJsonWriter *writer, const char *key, double number)
{
  begin_value (writer, key);

  if (!isfinite (number))
    {
      g_string_append (writer->text, "null");
    }
  else if (number == floor (number) && fabs (number) < 1e15)
    {
      char digits[32];

      /* Nearly all of them. Adding 0 makes -0 to 0. */
      g_snprintf (digits, sizeof digits, "%.0f", number + 0.0);
      g_string_append (writer->text, digits);
    }
  else
    {
      g_autofree char *text = stile_number_to_string (number);

      g_string_append (writer->text, text);
    }
}

void
stile_json_writer_add_boolean (StileJsonWriter *writer, const char *key, gboolean boolean)
{
  begin_value (writer, key);
  g_string_append (writer->text, boolean ? "true" : "false");
}
