// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder.h"

#include <string.h>

struct _StileDecoder
{
  GString *pending; /* bytes that are not decoded yet */
  gboolean decided;
  const char *charset; /* NULL: UTF-8, or something that passes for it */
  GConverter *converter;
};

StileDecoder *
stile_decoder_new (void)
{
  StileDecoder *decoder = g_new0 (StileDecoder, 1);

  decoder->pending = g_string_new (NULL);
  return decoder;
}

void
stile_decoder_free (StileDecoder *decoder)
{
  if (!decoder)
    return;
  g_string_free (decoder->pending, TRUE);
  g_clear_object (&decoder->converter);
  g_free (decoder);
}

const char *
stile_decoder_get_converted_from (StileDecoder *decoder)
{
  return decoder->charset;
}

/* A byte order mark, or else how the zeros lie around the first sign, which is one of ASCII. */
static void
decide (StileDecoder *decoder)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    gsize skip;
    const char *charset;
  } marks[] = {
    { "\xef\xbb\xbf", 3, 3, NULL },       { "\xff\xfe\0\0", 4, 4, "UTF-32LE" },
    { "\0\0\xfe\xff", 4, 4, "UTF-32BE" }, { "\xff\xfe", 2, 2, "UTF-16LE" },
    { "\xfe\xff", 2, 2, "UTF-16BE" },
  };
  const char *bytes = decoder->pending->str;
  gsize length = decoder->pending->len;

  decoder->decided = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (bytes, marks[i].bytes, marks[i].length) == 0)
      {
        decoder->charset = marks[i].charset;
        g_string_erase (decoder->pending, 0, marks[i].skip);
        break;
      }
  if (!decoder->charset && length >= 4 && bytes[0] && !bytes[1] && bytes[2] && !bytes[3])
    decoder->charset = "UTF-16LE";
  else if (!decoder->charset && length >= 4 && !bytes[0] && bytes[1] && !bytes[2] && bytes[3])
    decoder->charset = "UTF-16BE";

  if (decoder->charset)
    decoder->converter = G_CONVERTER (g_charset_converter_new ("UTF-8", decoder->charset, NULL));
}

static void
convert (StileDecoder *decoder, GString *text)
{
  char converted[8192];
  gsize read = 1, written;

  while (decoder->pending->len > 0 && read > 0)
    {
      g_autoptr (GError) error = NULL;

      read = written = 0;
      g_converter_convert (decoder->converter, decoder->pending->str, decoder->pending->len,
                           converted, sizeof converted, G_CONVERTER_NO_FLAGS, &read, &written,
                           &error);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
        {
          read = MIN (2, decoder->pending->len);
          g_string_append (text, "\xef\xbf\xbd");
        }
      g_string_append_len (text, converted, written);
      g_string_erase (decoder->pending, 0, read);
    }
}

void
stile_decoder_push (StileDecoder *decoder, const char *bytes, gsize length, gboolean at_end,
                    GString *text)
{
  g_string_append_len (decoder->pending, bytes, length);
  if (!decoder->decided && decoder->pending->len < 4 && !at_end)
    return;
  if (!decoder->decided)
    decide (decoder);

  if (decoder->converter)
    convert (decoder, text);
  else
    {
      g_string_append_len (text, decoder->pending->str, decoder->pending->len);
      g_string_truncate (decoder->pending, 0);
    }
}
