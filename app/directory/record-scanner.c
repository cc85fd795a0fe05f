// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "record-scanner.h"

#include <string.h>

/* Names of members are only compared with the two that hold lists. */
#define KEY_MAX_BYTES 16

/* Columns: not at the beginning of a line; and, of the records of a list, none seen yet. */
#define NO_COLUMN G_MAXUINT
#define UNSEEN (G_MAXUINT - 1)

typedef enum
{
  AT_TOP,    /* between top-level values */
  IN_OBJECT, /* in a top-level object, outside of its lists */
  IN_LIST,   /* between records */
  IN_RECORD,
} Place;

struct _StileRecordScanner
{
  StileRecordFound found;
  gpointer data;
  Place place;
  Place list_within; /* where a list is closed to */
  GString *record;
  GString *object; /* the top-level object, without its lists */
  GString *key;    /* the member of it that was named last */
  gboolean awaits_key;
  gboolean has_list;
  gboolean in_string;
  gboolean escaped;
  gboolean began;
  gboolean muddled;
  gboolean not_json;
  guint depth;
  guint column;        /* blanks since the line began */
  guint record_column; /* where the first record of the list began */
  StileRecordState state;
};

StileRecordScanner *
stile_record_scanner_new (StileRecordFound found, gpointer data)
{
  StileRecordScanner *scanner = g_new0 (StileRecordScanner, 1);

  scanner->found = found;
  scanner->data = data;
  scanner->record = g_string_new (NULL);
  scanner->object = g_string_new (NULL);
  scanner->key = g_string_new (NULL);
  return scanner;
}

void
stile_record_scanner_free (StileRecordScanner *scanner)
{
  if (!scanner)
    return;
  g_string_free (scanner->record, TRUE);
  g_string_free (scanner->object, TRUE);
  g_string_free (scanner->key, TRUE);
  g_free (scanner);
}

static gboolean
is_blank (char byte)
{
  return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n' || byte == '\0';
}

static GString *
get_text (StileRecordScanner *scanner)
{
  return scanner->place == IN_OBJECT ? scanner->object : scanner->record;
}

static void
begin (StileRecordScanner *scanner, Place place)
{
  scanner->place = place;
  scanner->state = STILE_RECORD_FINE;
  scanner->depth = 0;
  scanner->in_string = FALSE;
  scanner->escaped = FALSE;
  g_string_truncate (get_text (scanner), 0);
}

static void
begin_list (StileRecordScanner *scanner)
{
  scanner->list_within = scanner->place;
  scanner->place = IN_LIST;
  scanner->record_column = UNSEEN;
}

static gboolean
give (StileRecordScanner *scanner, StileRecordState state)
{
  return scanner->found (get_text (scanner), state, scanner->data);
}

/* A fault that was found first is the one to tell. */
static void
note_fault (StileRecordScanner *scanner, StileRecordState state)
{
  if (scanner->state == STILE_RECORD_FINE)
    scanner->state = state;
}

static void
keep (StileRecordScanner *scanner, char byte)
{
  GString *text = get_text (scanner);

  if (text->len >= STILE_RECORD_MAX_BYTES)
    note_fault (scanner, STILE_RECORD_TOO_LARGE);
  else if (scanner->state == STILE_RECORD_FINE && byte != '\0')
    g_string_append_c (text, byte);
}

/* Returns whether the byte opened or closed something outside of strings. */
static gboolean
follow (StileRecordScanner *scanner, char byte)
{
  if (scanner->in_string)
    {
      /* A string never has a line feed of its own: the quote that closes it is missing. */
      if (byte == '\n')
        note_fault (scanner, STILE_RECORD_BROKEN);
      if (byte == '\n' || (byte == '"' && !scanner->escaped))
        scanner->in_string = FALSE;
      scanner->escaped = byte == '\\' && !scanner->escaped;
      return FALSE;
    }
  if (byte == '"')
    scanner->in_string = TRUE;
  else if (byte == '{' || byte == '[')
    scanner->depth++;
  else if (byte == '}' || byte == ']')
    scanner->depth--;
  else
    return FALSE;
  if (scanner->depth > STILE_RECORD_MAX_DEPTH)
    note_fault (scanner, STILE_RECORD_TOO_DEEP);
  return byte != '"';
}

/* ---- Records ---- */

static gboolean
end_record (StileRecordScanner *scanner)
{
  gboolean going_on = give (scanner, scanner->state);

  scanner->place = IN_LIST;
  return going_on;
}

static gboolean
begin_record (StileRecordScanner *scanner, char byte)
{
  if (scanner->record_column == UNSEEN)
    scanner->record_column = scanner->column > 0 ? scanner->column : NO_COLUMN;
  begin (scanner, IN_RECORD);
  if (byte != '{')
    note_fault (scanner, STILE_RECORD_NOT_AN_OBJECT);
  keep (scanner, byte);
  follow (scanner, byte);
  return TRUE;
}

/* On a line of its own, as deep as the first record, begins no part of a record but the next one:
 * a bracket was left out. */
static gboolean
is_next_record (StileRecordScanner *scanner, char byte)
{
  return byte == '{' && scanner->column != NO_COLUMN && scanner->column == scanner->record_column
         && !scanner->in_string;
}

static gboolean
push_in_list (StileRecordScanner *scanner, char byte)
{
  if (is_blank (byte) || byte == ',')
    return TRUE;
  if (byte == ']')
    {
      scanner->place = scanner->list_within;
      if (scanner->place == IN_OBJECT)
        {
          scanner->depth = 1;
          keep (scanner, byte);
        }
      return TRUE;
    }
  if (byte == '}' || byte == ':')
    {
      scanner->muddled = TRUE;
      return TRUE;
    }
  return begin_record (scanner, byte);
}

static gboolean
push_in_record (StileRecordScanner *scanner, char byte)
{
  if (scanner->depth == 0 && !scanner->in_string && (byte == ',' || byte == ']' || byte == '}'))
    return end_record (scanner) && push_in_list (scanner, byte);
  if (is_next_record (scanner, byte))
    {
      note_fault (scanner, STILE_RECORD_BROKEN);
      return end_record (scanner) && begin_record (scanner, byte);
    }
  keep (scanner, byte);
  return !follow (scanner, byte) || scanner->depth > 0 || end_record (scanner);
}

/* ---- A top-level object ---- */

static gboolean
names_list (const GString *key)
{
  return strcmp (key->str, "\"contents") == 0 || strcmp (key->str, "\"content") == 0;
}

static gboolean
end_object (StileRecordScanner *scanner)
{
  gboolean going_on = scanner->has_list || give (scanner, scanner->state);

  scanner->place = AT_TOP;
  return going_on;
}

static gboolean
push_in_object (StileRecordScanner *scanner, char byte)
{
  gboolean in_string = scanner->in_string;

  keep (scanner, byte);
  if (!in_string && byte == '[' && scanner->depth == 1 && names_list (scanner->key))
    {
      scanner->has_list = TRUE;
      g_string_truncate (scanner->key, 0);
      begin_list (scanner);
      return TRUE;
    }
  if (follow (scanner, byte) && scanner->depth == 0)
    return end_object (scanner);
  if (scanner->depth != 1)
    return TRUE;

  if (!in_string && (byte == '{' || byte == ','))
    {
      scanner->awaits_key = TRUE;
      g_string_truncate (scanner->key, 0);
    }
  else if (!in_string && byte == ':')
    scanner->awaits_key = FALSE;
  else if (scanner->awaits_key && scanner->in_string && scanner->key->len < KEY_MAX_BYTES)
    g_string_append_c (scanner->key, byte);
  return TRUE;
}

/* ---- The stream ---- */

static gboolean
push_at_top (StileRecordScanner *scanner, char byte)
{
  if (is_blank (byte))
    return TRUE;
  if (byte == '[')
    begin_list (scanner);
  else if (byte == '{')
    {
      begin (scanner, IN_OBJECT);
      scanner->has_list = FALSE;
      push_in_object (scanner, byte);
    }
  else if (scanner->began)
    scanner->muddled = TRUE;
  else
    scanner->not_json = TRUE;
  scanner->began = TRUE;
  return TRUE;
}

static gboolean
push_byte (StileRecordScanner *scanner, char byte)
{
  switch (scanner->place)
    {
    case AT_TOP:
      return push_at_top (scanner, byte);
    case IN_OBJECT:
      return push_in_object (scanner, byte);
    case IN_LIST:
      return push_in_list (scanner, byte);
    default:
      return push_in_record (scanner, byte);
    }
}

gboolean
stile_record_scanner_push (StileRecordScanner *scanner, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length && !scanner->not_json; i++)
    {
      if (!push_byte (scanner, bytes[i]))
        return FALSE;
      if (bytes[i] == '\n')
        scanner->column = 0;
      else if (scanner->column != NO_COLUMN)
        scanner->column = bytes[i] == ' ' || bytes[i] == '\t' ? scanner->column + 1 : NO_COLUMN;
    }
  return TRUE;
}

StileStreamState
stile_record_scanner_end (StileRecordScanner *scanner)
{
  Place place = scanner->place;

  if (scanner->not_json || !scanner->began)
    return STILE_STREAM_NOT_JSON;
  if (place == IN_RECORD || (place == IN_OBJECT && !scanner->has_list))
    give (scanner, STILE_RECORD_CUT);
  if (place != AT_TOP)
    return STILE_STREAM_CUT;
  return scanner->muddled ? STILE_STREAM_MUDDLED : STILE_STREAM_WHOLE;
}
