// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "plain-text.h"

/* How much of a faulty value is quoted. */
#define QUOTE_MAX 60

/* File names, headings of columns and numbers come here as they stand in the feed. */
static char *
dup_told (const char *text)
{
  return text ? stile_text_dup_line (text) : NULL;
}

void
stile_reading_tell (const StileReading *reading, const char *field, const char *format, ...)
{
  StileImportReport *report = reading->report;
  g_autofree char *what = NULL;
  StileImportLine *line;
  va_list arguments;

  if (!report || report->n_lines++ >= STILE_IMPORT_LINES_MAX)
    return;

  line = g_new0 (StileImportLine, 1);
  line->source = dup_told (reading->source);
  line->record = reading->record;
  line->id = dup_told (reading->id);
  line->field = dup_told (field);
  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  line->what = dup_told (what);
  g_ptr_array_add (report->lines, line);
}

char *
stile_reading_dup_quote (const char *text)
{
  return text ? stile_text_dup_start (text, QUOTE_MAX) : NULL;
}

/* What stands there, as text; NULL where it is nothing or empty. */
static char *
dup_raw (const StileReading *reading, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (!node || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (!JSON_NODE_HOLDS_VALUE (node))
    {
      stile_reading_tell (reading, member,
                          _("This is a list where words belong. It was left out."));
      return NULL;
    }
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return g_strdup (json_node_get_string (node));
    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    case G_TYPE_DOUBLE:
      return g_strdup (
          g_ascii_formatd (number, sizeof number, "%.15g", json_node_get_double (node)));
    default:
      return g_strdup (json_node_get_boolean (node) ? "true" : "false");
    }
}

char *
stile_reading_dup_text (const StileReading *reading, JsonObject *object, const char *member,
                        glong most)
{
  g_autofree char *raw = dup_raw (reading, object, member);
  g_autofree char *plain = NULL;
  gboolean was_markup, was_hidden;

  if (!raw || reading->stored)
    return g_steal_pointer (&raw);
  plain = stile_text_dup_plain (raw, &was_markup, &was_hidden);
  if (was_markup)
    stile_reading_tell (reading, member,
                        _("There was HTML in it. It was turned into plain text."));
  if (was_hidden)
    stile_reading_tell (reading, member,
                        _("There were signs in it that cannot be shown. They were left out."));
  if (*plain == '\0')
    return NULL;
  if (g_utf8_strlen (plain, -1) <= most)
    return g_steal_pointer (&plain);

  stile_reading_tell (reading, member,
                      ngettext ("This is very long. Only the first %ld letter was kept.",
                                "This is very long. Only the first %ld letters were kept.",
                                (gulong) most),
                      most);
  return g_utf8_substring (plain, 0, most);
}

char *
stile_reading_dup_line (const StileReading *reading, JsonObject *object, const char *member,
                        glong most)
{
  g_autofree char *text = stile_reading_dup_text (reading, object, member, most);
  g_auto (GStrv) lines = g_strsplit_set (text ? text : "", "\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; lines[i]; i++)
    if (*lines[i])
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", lines[i]);
  return text ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

char *
stile_reading_dup_first (const StileReading *reading, JsonObject *object, glong most, ...)
{
  const char *member;
  char *text = NULL;
  va_list members;

  va_start (members, most);
  while (!text && (member = va_arg (members, const char *)))
    text = stile_reading_dup_text (reading, object, member, most);
  va_end (members);
  return text;
}

static gboolean
read_day (const char *text, GDate *day)
{
  guint year, month, number;

  g_date_clear (day, 1);
  if (sscanf (text, "%4u-%2u-%2u", &year, &month, &number) != 3
      || !g_date_valid_dmy (number, month, year))
    return FALSE;
  g_date_set_dmy (day, number, month, year);
  return TRUE;
}

char *
stile_reading_dup_day (const StileReading *reading, JsonObject *object, const char *member)
{
  g_autofree char *text = stile_reading_dup_text (reading, object, member, STILE_READING_NAME_MAX);
  g_autofree char *quote = stile_reading_dup_quote (text);
  GDate day;

  if (!text || reading->stored)
    return g_steal_pointer (&text);
  if (!read_day (text, &day))
    {
      /* Translators: what the file says. */
      stile_reading_tell (reading, member, _("“%s” is no day like 2026-11-22. It was left out."),
                          quote);
      return NULL;
    }
  /* Somewhere it is tomorrow already. */
  if (g_date_days_between (&reading->today, &day) > 1)
    {
      /* Translators: a day. */
      stile_reading_tell (reading, member, _("“%s” has not come yet. It was left out."), quote);
      return NULL;
    }
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day));
}

/* Compiled once: this is asked of every record. */
static gboolean
matches (GRegex **regex, const char *pattern, const char *text)
{
  if (g_once_init_enter (regex))
    g_once_init_leave (regex, g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (*regex, text, 0, NULL);
}

static gboolean
is_web_address (const char *text)
{
  static GRegex *regex;

  return matches (&regex, "^https?://[^/\\s][^\\s\"'<>]*$", text);
}

static gboolean
is_email_address (const char *text)
{
  static GRegex *regex;

  return matches (&regex, "^[^@\\s<>\",;]+@[^@\\s<>\",;]+\\.[^@\\s<>\",;.]+$", text);
}

static gboolean
has_blank (const char *text)
{
  return strpbrk (text, " \n\"'<>") != NULL;
}

char *
stile_reading_dup_url (const StileReading *reading, JsonObject *object, const char *member)
{
  g_autofree char *text = stile_reading_dup_text (reading, object, member, 2000);
  g_autofree char *quote = stile_reading_dup_quote (text);
  const char *dot = text ? strchr (text, '.') : NULL;

  if (!text || reading->stored)
    return g_steal_pointer (&text);
  if (is_web_address (text))
    return g_steal_pointer (&text);
  if (dot && dot[1] && !has_blank (text) && !strchr (text, ':') && !strchr (text, '@'))
    {
      /* Translators: a web address. */
      stile_reading_tell (reading, member, _("“%s” lacks https://, which was added."), quote);
      return g_strconcat ("https://", text, NULL);
    }
  /* Translators: what the file says. */
  stile_reading_tell (reading, member, _("“%s” is no web address. It was left out."), quote);
  return NULL;
}

char *
stile_reading_dup_email (const StileReading *reading, JsonObject *object, const char *member)
{
  g_autofree char *text = stile_reading_dup_text (reading, object, member, STILE_READING_NAME_MAX);
  g_autofree char *quote = stile_reading_dup_quote (text);

  if (!text || reading->stored)
    return g_steal_pointer (&text);
  if (is_email_address (text))
    return g_steal_pointer (&text);
  /* Translators: what the file says. */
  stile_reading_tell (reading, member, _("“%s” is no e-mail address. It was left out."), quote);
  return NULL;
}

double
stile_reading_get_number (const StileReading *reading, JsonObject *object, const char *member,
                          double least, double most)
{
  g_autofree char *raw = dup_raw (reading, object, member);
  g_autofree char *quote = stile_reading_dup_quote (raw);
  double number;
  char *rest;

  if (!raw || *g_strstrip (raw) == '\0')
    return NAN;
  number = g_ascii_strtod (raw, &rest);
  if (rest == raw || *rest != '\0' || !isfinite (number))
    /* Translators: what the file says. */
    stile_reading_tell (reading, member, _("“%s” is no number. It was left out."), quote);
  else if (number < least || number > most)
    /* Translators: a number, such as an age of 300. */
    stile_reading_tell (reading, member, _("“%s” cannot be. It was left out."), quote);
  else
    return number;
  return NAN;
}

JsonObject *
stile_reading_get_object (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

GPtrArray *
stile_reading_list (const StileReading *reading, JsonObject *object, const char *member)
{
  GPtrArray *list = g_ptr_array_new ();
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint length = array ? json_array_get_length (array) : 0;

  if (node && JSON_NODE_HOLDS_OBJECT (node))
    g_ptr_array_add (list, json_node_get_object (node));
  else if (node && !array && !JSON_NODE_HOLDS_NULL (node))
    stile_reading_tell (reading, member, _("This is no list. It was left out."));

  if (length > STILE_READING_LIST_MAX)
    stile_reading_tell (reading, member,
                        /* Translators: the number of parts is the first one. */
                        ngettext ("This list has %u part. The first %u were kept.",
                                  "This list has %u parts. The first %u were kept.", length),
                        length, STILE_READING_LIST_MAX);
  for (guint i = 0; i < MIN (length, STILE_READING_LIST_MAX); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element))
        g_ptr_array_add (list, json_node_get_object (element));
    }
  return list;
}
