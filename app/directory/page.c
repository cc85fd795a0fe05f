// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "page.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "csv-reader.h"
#include "csv-scanner.h"
#include "decoder.h"
#include "plain-text.h"
#include "record-reader.h"
#include "record-scanner.h"

struct _StilePage
{
  StileReading *reading;
  char *name;
  StilePageFound found;
  gpointer data;
  GError *error; /* what @found said */
  StileDecoder *decoder;
  GString *text; /* decoded, not scanned yet */
  JsonParser *parser;
  StileRecordScanner *json; /* one of these two, once it is known which */
  StileCsvScanner *csv;
  GPtrArray *columns; /* of the CSV; NULL before its header */
  gboolean ignored;   /* nothing can be made of it */
};

StilePage *
stile_page_new (StileReading *reading, const char *name, StilePageFound found, gpointer data)
{
  StilePage *page = g_new0 (StilePage, 1);

  page->reading = reading;
  page->name = g_strdup (name);
  page->found = found;
  page->data = data;
  page->decoder = stile_decoder_new ();
  page->text = g_string_new (NULL);
  page->parser = json_parser_new_immutable ();
  reading->source = page->name;
  reading->record = 0;
  reading->id = NULL;
  return page;
}

void
stile_page_free (StilePage *page)
{
  if (!page)
    return;
  page->reading->source = NULL;
  g_clear_error (&page->error);
  stile_decoder_free (page->decoder);
  g_string_free (page->text, TRUE);
  g_object_unref (page->parser);
  stile_record_scanner_free (page->json);
  stile_csv_scanner_free (page->csv);
  g_clear_pointer (&page->columns, g_ptr_array_unref);
  g_free (page->name);
  g_free (page);
}

/* ---- Records ---- */

/* Takes @services. */
static gboolean
take_services (StilePage *page, GPtrArray *read)
{
  g_autoptr (GPtrArray) services = read;

  if (services->len == 0)
    page->reading->report->left_out++;
  for (guint i = 0; i < services->len; i++)
    if (!page->found (services->pdata[i], page->data, &page->error))
      return FALSE;
  return TRUE;
}

static const char *
get_fault (StileRecordState state)
{
  switch (state)
    {
    case STILE_RECORD_TOO_LARGE:
      return _("This record is larger than 4 megabytes. It was left out.");
    case STILE_RECORD_TOO_DEEP:
      return _("This record has more than 64 levels of brackets. It was left out.");
    case STILE_RECORD_NOT_AN_OBJECT:
      return _("This is no record. It was left out.");
    case STILE_RECORD_BROKEN:
      return _("The quotes or brackets of this record do not match. It was left out.");
    case STILE_RECORD_CUT:
      return _("The file ends in the middle of this record. It was left out.");
    default:
      return NULL;
    }
}

static gboolean
leave_out (StilePage *page, const char *what)
{
  page->reading->report->left_out++;
  stile_reading_tell (page->reading, NULL, "%s", what);
  return TRUE;
}

static gboolean
json_found (GString *text, StileRecordState state, gpointer data)
{
  StilePage *page = data;
  JsonNode *root;

  page->reading->record++;
  page->reading->report->records++;
  if (state != STILE_RECORD_FINE)
    return leave_out (page, get_fault (state));
  if (stile_text_mend_encoding (text))
    stile_reading_tell (page->reading, NULL,
                        _("Some letters were not UTF-8. They were read as Windows-1252."));
  if (stile_text_mend_escapes (text))
    stile_reading_tell (page->reading, NULL,
                        _("Some letters were halves of letters. They were replaced by “�”."));
  if (!json_parser_load_from_data (page->parser, text->str, (gssize) text->len, NULL))
    return leave_out (page, _("This record is not JSON. It was left out."));
  root = json_parser_get_root (page->parser);
  return root && JSON_NODE_HOLDS_OBJECT (root)
             ? take_services (page, stile_record_read (page->reading, json_node_get_object (root)))
             : leave_out (page, get_fault (STILE_RECORD_NOT_AN_OBJECT));
}

static gboolean
csv_found (GPtrArray *cells, guint row, gpointer data)
{
  StilePage *page = data;
  g_autoptr (JsonObject) record = NULL;

  page->reading->record = row;
  if (page->ignored)
    return TRUE;
  if (!page->columns)
    {
      page->columns = cells ? stile_csv_read_header (page->reading, cells) : NULL;
      page->ignored = !page->columns;
      return TRUE;
    }
  page->reading->report->records++;
  if (!cells)
    return leave_out (page, _("This row is larger than 256 kilobytes: a quote may be missing. It "
                              "was left out."));
  record = stile_csv_read_row (page->reading, page->columns, cells);
  return take_services (page, stile_record_read_row (page->reading, record));
}

/* ---- The stream ---- */

static gboolean
has_csv_name (const char *name)
{
  return g_str_has_suffix (name, "sv") || g_str_has_suffix (name, "SV")
         || g_str_has_suffix (name, ".txt");
}

/* What kind of file it is, by its first sign. */
static void
decide (StilePage *page)
{
  gsize blanks = strspn (page->text->str, " \t\r\n");
  char first = page->text->str[blanks];

  if (first == '\0')
    return;
  if (first == '{' || first == '[')
    page->json = stile_record_scanner_new (json_found, page);
  else if (has_csv_name (page->name))
    page->csv = stile_csv_scanner_new (csv_found, page);
  else
    {
      page->ignored = TRUE;
      stile_reading_tell (page->reading, NULL,
                          _("This is neither JSON nor CSV. It was left out."));
    }
  if (!page->ignored)
    page->reading->report->sources++;
}

static gboolean
scan (StilePage *page)
{
  gboolean going_on = TRUE;

  if (!page->json && !page->csv && !page->ignored)
    decide (page);
  if (page->json)
    going_on = stile_record_scanner_push (page->json, page->text->str, page->text->len);
  else if (page->csv)
    going_on = stile_csv_scanner_push (page->csv, page->text->str, page->text->len);
  else if (!page->ignored)
    return TRUE;
  g_string_truncate (page->text, 0);
  return going_on;
}

static gboolean
finish (StilePage *page, gboolean going_on, GError **error)
{
  if (page->error)
    g_propagate_error (error, g_steal_pointer (&page->error));
  return going_on;
}

gboolean
stile_page_push (StilePage *page, const char *bytes, gsize length, GError **error)
{
  if (page->ignored)
    return TRUE;
  stile_decoder_push (page->decoder, bytes, length, FALSE, page->text);
  return finish (page, scan (page), error);
}

/* The rest of a file that is not whole may be missing, and a page that did not arrive is often
 * empty, or a note of the server in its place: then nothing is taken out that is not named. */
static void
tell_end (StilePage *page, gboolean cut, StileStreamState state)
{
  page->reading->record = 0;
  if (cut || state == STILE_STREAM_CUT)
    stile_reading_tell (page->reading, NULL, _("The file breaks off. What came before was read."));
  else if (state == STILE_STREAM_MUDDLED)
    stile_reading_tell (page->reading, NULL,
                        _("The brackets of this file do not match. What could be made out was "
                          "read."));
  else if (!page->json && !page->csv && !page->ignored)
    stile_reading_tell (page->reading, NULL, _("This file is empty."));
  if (cut || state == STILE_STREAM_CUT || state == STILE_STREAM_MUDDLED || page->ignored
      || (!page->json && !page->csv))
    page->reading->report->cut = TRUE;
}

gboolean
stile_page_end (StilePage *page, gboolean cut, GError **error)
{
  const char *charset;
  StileStreamState state = STILE_STREAM_WHOLE;
  gboolean going_on;
  gboolean in_quotes = FALSE;

  stile_decoder_push (page->decoder, "", 0, TRUE, page->text);
  going_on = scan (page);
  if (going_on && page->json)
    state = stile_record_scanner_end (page->json);
  else if (going_on && page->csv)
    going_on = stile_csv_scanner_end (page->csv, &in_quotes);
  if (page->error)
    going_on = FALSE;
  tell_end (page, cut || in_quotes, state);
  charset = stile_decoder_get_converted_from (page->decoder);
  if (charset)
    /* Translators: how letters are written, such as “UTF-16LE”. */
    stile_reading_tell (page->reading, NULL, _("The file was in %s. It was converted."), charset);
  return finish (page, going_on, error);
}
