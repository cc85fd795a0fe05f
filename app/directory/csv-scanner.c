// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csv-scanner.h"

#include <string.h>

struct _StileCsvScanner
{
  StileCsvRowFound found;
  gpointer data;
  GString *first; /* the first line, until we know what parts its cells */
  char delimiter; /* 0: not known yet */
  GPtrArray *cells;
  GString *cell;
  gsize size; /* of the row */
  gboolean quoted;
  gboolean was_quote; /* the last byte was a quote within quotes: it closes, or stands for one */
  guint row;
};

StileCsvScanner *
stile_csv_scanner_new (StileCsvRowFound found, gpointer data)
{
  StileCsvScanner *scanner = g_new0 (StileCsvScanner, 1);

  scanner->found = found;
  scanner->data = data;
  scanner->first = g_string_new (NULL);
  scanner->cells = g_ptr_array_new_with_free_func (g_free);
  scanner->cell = g_string_new (NULL);
  return scanner;
}

void
stile_csv_scanner_free (StileCsvScanner *scanner)
{
  if (!scanner)
    return;
  g_string_free (scanner->first, TRUE);
  g_ptr_array_unref (scanner->cells);
  g_string_free (scanner->cell, TRUE);
  g_free (scanner);
}

static guint
count (const GString *text, char wanted)
{
  guint n = 0;

  for (gsize i = 0; i < text->len; i++)
    n += text->str[i] == wanted;
  return n;
}

static char
find_delimiter (const GString *line)
{
  static const char candidates[] = { ',', ';', '\t' };
  char best = ',';

  for (guint i = 1; i < G_N_ELEMENTS (candidates); i++)
    if (count (line, candidates[i]) > count (line, best))
      best = candidates[i];
  return best;
}

static void
end_cell (StileCsvScanner *scanner)
{
  g_ptr_array_add (scanner->cells, g_strndup (scanner->cell->str, scanner->cell->len));
  g_string_truncate (scanner->cell, 0);
  scanner->quoted = FALSE;
  scanner->was_quote = FALSE;
}

static gboolean
is_blank_row (const StileCsvScanner *scanner)
{
  for (guint i = 0; i < scanner->cells->len; i++)
    if (*(const char *) scanner->cells->pdata[i] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
end_row (StileCsvScanner *scanner)
{
  gboolean is_large = scanner->size > STILE_CSV_ROW_MAX_BYTES;
  gboolean going_on = TRUE;

  end_cell (scanner);
  scanner->row++;
  if (is_large || !is_blank_row (scanner))
    going_on = scanner->found (is_large ? NULL : scanner->cells, scanner->row, scanner->data);
  g_ptr_array_set_size (scanner->cells, 0);
  scanner->size = 0;
  return going_on;
}

static void
keep (StileCsvScanner *scanner, char byte)
{
  if (++scanner->size <= STILE_CSV_ROW_MAX_BYTES && byte != '\0')
    g_string_append_c (scanner->cell, byte);
}

static gboolean
push_byte (StileCsvScanner *scanner, char byte)
{
  if (scanner->quoted && !scanner->was_quote)
    {
      if (byte == '"')
        scanner->was_quote = TRUE;
      else
        keep (scanner, byte);
      /* A quote that nobody closed takes no more than one row with it. */
      if (scanner->size > STILE_CSV_ROW_MAX_BYTES && byte == '\n')
        return end_row (scanner);
      return TRUE;
    }
  if (byte == '"' && scanner->was_quote)
    {
      scanner->was_quote = FALSE;
      keep (scanner, byte);
    }
  else if (byte == '"' && scanner->cell->len == 0)
    scanner->quoted = TRUE;
  else if (byte == scanner->delimiter)
    end_cell (scanner);
  else if (byte == '\n')
    return end_row (scanner);
  else if (byte != '\r')
    keep (scanner, byte);
  return TRUE;
}

static gboolean
begin (StileCsvScanner *scanner)
{
  scanner->delimiter = find_delimiter (scanner->first);
  for (gsize i = 0; i < scanner->first->len; i++)
    if (!push_byte (scanner, scanner->first->str[i]))
      return FALSE;
  return TRUE;
}

gboolean
stile_csv_scanner_push (StileCsvScanner *scanner, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      gboolean going_on = TRUE;

      if (scanner->delimiter)
        going_on = push_byte (scanner, bytes[i]);
      else
        {
          g_string_append_c (scanner->first, bytes[i]);
          if (bytes[i] == '\n' || scanner->first->len > STILE_CSV_ROW_MAX_BYTES)
            going_on = begin (scanner);
        }
      if (!going_on)
        return FALSE;
    }
  return TRUE;
}

gboolean
stile_csv_scanner_end (StileCsvScanner *scanner, gboolean *cut)
{
  if (!scanner->delimiter && !begin (scanner))
    return FALSE;
  *cut = scanner->quoted && !scanner->was_quote;
  return (scanner->cells->len == 0 && scanner->cell->len == 0 && scanner->size == 0)
         || end_row (scanner);
}
