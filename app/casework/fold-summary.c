// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fold-summary.h"

#include <string.h>

/* ---- Writing ---- */

#define FIRST_ROOM 4096

void
stile_fold_writer_start (StileFoldWriter *writer)
{
  writer->summary = g_new0 (StileSummary, 1);
  writer->room = FIRST_ROOM;
  writer->summary->bytes = g_malloc (writer->room);
  writer->words = g_hash_table_new (g_str_hash, g_str_equal);
}

StileSummary *
stile_fold_writer_end (StileFoldWriter *writer)
{
  g_clear_pointer (&writer->words, g_hash_table_unref);
  return g_steal_pointer (&writer->summary);
}

/* Bytes that grow by themselves would leave copies behind, unwiped. */
static void
make_room (StileFoldWriter *writer, gsize length)
{
  StileSummary *larger;

  if (writer->summary->length + length <= writer->room)
    return;
  writer->room = MAX (2 * writer->room, writer->summary->length + length);
  larger = g_new0 (StileSummary, 1);
  larger->length = writer->summary->length;
  larger->bytes = g_malloc (writer->room);
  memcpy (larger->bytes, writer->summary->bytes, larger->length);
  stile_summary_free (writer->summary);
  writer->summary = larger;
}

static void
put_bytes (StileFoldWriter *writer, gconstpointer bytes, gsize length)
{
  if (length == 0)
    return;
  make_room (writer, length);
  memcpy (writer->summary->bytes + writer->summary->length, bytes, length);
  writer->summary->length += length;
}

void
stile_fold_put_number (StileFoldWriter *writer, guint64 number)
{
  do
    {
      guint8 byte = (guint8) (number & 0x7f);

      number >>= 7;
      if (number > 0)
        byte |= 0x80;
      put_bytes (writer, &byte, 1);
    }
  while (number > 0);
}

void
stile_fold_put_text (StileFoldWriter *writer, const char *text)
{
  gsize length = text ? strlen (text) : 0;

  stile_fold_put_number (writer, text ? length + 1 : 0);
  put_bytes (writer, text, length);
}

void
stile_fold_put_word (StileFoldWriter *writer, const char *word)
{
  guint number = word ? GPOINTER_TO_UINT (g_hash_table_lookup (writer->words, word)) : 0;

  if (!word || number > 0)
    {
      stile_fold_put_number (writer, number);
      return;
    }
  number = g_hash_table_size (writer->words) + 1;
  g_hash_table_insert (writer->words, (gpointer) word, GUINT_TO_POINTER (number));
  stile_fold_put_number (writer, number);
  stile_fold_put_text (writer, word);
}

void
stile_fold_put_day (StileFoldWriter *writer, const GDate *day)
{
  stile_fold_put_number (writer, g_date_valid (day) ? g_date_get_julian (day) : 0);
}

void
stile_fold_keep (const StileFoldKind *kind, StileLedger *ledger, gconstpointer fold, gint64 seq,
                 guint least, gint64 *kept_seq)
{
  g_autoptr (StileSummary) summary = NULL;
  StileFoldWriter writer;

  if (seq - *kept_seq < (gint64) least || stile_ledger_is_read_only (ledger))
    return;
  stile_fold_writer_start (&writer);
  stile_fold_put_number (&writer, kind->format);
  kind->write (&writer, fold);
  summary = stile_fold_writer_end (&writer);
  summary->seq = seq;
  if (stile_ledger_keep_summary (ledger, kind->name, summary))
    *kept_seq = seq;
}

/* ---- Reading ---- */

static const guint8 *
take_bytes (StileFoldReader *reader, guint64 length)
{
  const guint8 *bytes = reader->bytes;

  if (reader->failed || length > reader->length)
    {
      reader->failed = TRUE;
      return NULL;
    }
  reader->bytes += length;
  reader->length -= length;
  return bytes;
}

guint64
stile_fold_take_number (StileFoldReader *reader)
{
  guint64 number = 0;

  for (guint shift = 0; shift < 64; shift += 7)
    {
      const guint8 *byte = take_bytes (reader, 1);

      if (!byte)
        return 0;
      number |= (guint64) (*byte & 0x7f) << shift;
      if (!(*byte & 0x80))
        return number;
    }
  reader->failed = TRUE;
  return 0;
}

char *
stile_fold_take_text (StileFoldReader *reader)
{
  guint64 length = stile_fold_take_number (reader);
  const guint8 *bytes = length > 0 ? take_bytes (reader, length - 1) : NULL;

  return bytes ? g_strndup ((const char *) bytes, length - 1) : NULL;
}

char *
stile_fold_take_word (StileFoldReader *reader)
{
  guint64 number = stile_fold_take_number (reader);

  if (number == reader->words->len + 1)
    {
      char *word = stile_fold_take_text (reader);

      if (word)
        g_ptr_array_add (reader->words, word);
    }
  if (number == 0)
    return NULL;
  if (number <= reader->words->len)
    return g_strdup (g_ptr_array_index (reader->words, number - 1));
  reader->failed = TRUE;
  return NULL;
}

void
stile_fold_take_day (StileFoldReader *reader, GDate *day)
{
  guint64 number = stile_fold_take_number (reader);

  g_date_clear (day, 1);
  if (number > G_MAXUINT32)
    reader->failed = TRUE;
  else if (number > 0)
    g_date_set_julian (day, (guint32) number);
}

gint64
stile_fold_load (const StileFoldKind *kind, StileLedger *ledger, gpointer fold)
{
  g_autoptr (StileSummary) summary = stile_ledger_load_summary (ledger, kind->name);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  StileFoldReader reader = { .words = words };

  if (!summary)
    return 0;
  reader.bytes = summary->bytes;
  reader.length = summary->length;
  if (stile_fold_take_number (&reader) != kind->format)
    return 0;
  kind->read (&reader, fold);
  return reader.failed || reader.length > 0 ? 0 : summary->seq;
}
