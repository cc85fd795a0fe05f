// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packing.h"

#include <string.h>

static void
append_number (GByteArray *packed, guint64 number)
{
  guint64 bytes = GUINT64_TO_LE (number);
  g_byte_array_append (packed, (const guint8 *) &bytes, sizeof bytes);
}

void
stile_pack_bytes (GByteArray *packed, gconstpointer bytes, gsize length)
{
  append_number (packed, length);
  g_byte_array_append (packed, bytes, length);
}

void
stile_pack_text (GByteArray *packed, const char *text)
{
  stile_pack_bytes (packed, text, strlen (text));
}

void
stile_pack_number (GByteArray *packed, guint64 number)
{
  append_number (packed, sizeof number);
  append_number (packed, number);
}
