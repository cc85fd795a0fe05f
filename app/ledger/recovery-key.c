// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recovery-key.h"

#include <sodium.h>
#include <string.h>

#define GROUPS 7
#define SIGNS_A_GROUP 4
#define SIGNS (GROUPS * SIGNS_A_GROUP)
#define BITS_A_SIGN 5

/* The bytes, the checksum of 12 bits, and 4 bits that fill the last byte and are not written. */
#define PAYLOAD_BYTES (STILE_RECOVERY_BYTES + 2)

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static void
set_checksum (guint8 payload[PAYLOAD_BYTES])
{
  guint8 sum[crypto_generichash_BYTES_MIN];

  crypto_generichash (sum, sizeof sum, payload, STILE_RECOVERY_BYTES, NULL, 0);
  payload[STILE_RECOVERY_BYTES] = sum[0];
  payload[STILE_RECOVERY_BYTES + 1] = sum[1] & 0xf0;
}

static guint
get_sign (const guint8 *payload, guint index)
{
  guint value = 0;

  for (guint bit = index * BITS_A_SIGN; bit < (index + 1) * BITS_A_SIGN; bit++)
    value = value << 1 | (payload[bit / 8] >> (7 - bit % 8) & 1);
  return value;
}

static void
put_sign (guint8 *payload, guint index, guint value)
{
  for (guint i = 0; i < BITS_A_SIGN; i++)
    {
      guint bit = index * BITS_A_SIGN + i;
      if (value >> (BITS_A_SIGN - 1 - i) & 1)
        payload[bit / 8] |= 1 << (7 - bit % 8);
    }
}

static int
value_of_sign (char sign)
{
  char upper = g_ascii_toupper (sign);
  const char *place;

  if (upper == 'O')
    upper = '0';
  else if (upper == 'I' || upper == 'L')
    upper = '1';
  place = upper != '\0' ? strchr (alphabet, upper) : NULL;
  return place != NULL ? (int) (place - alphabet) : -1;
}

char *
stile_recovery_key_encode (const guint8 bytes[STILE_RECOVERY_BYTES])
{
  guint8 payload[PAYLOAD_BYTES];
  char *text = g_malloc0 (SIGNS + GROUPS);
  char *end = text;

  memcpy (payload, bytes, STILE_RECOVERY_BYTES);
  set_checksum (payload);
  for (guint i = 0; i < SIGNS; i++)
    {
      if (i > 0 && i % SIGNS_A_GROUP == 0)
        *end++ = '-';
      *end++ = alphabet[get_sign (payload, i)];
    }
  sodium_memzero (payload, sizeof payload);
  return text;
}

gboolean
stile_recovery_key_decode (const char *text, guint8 bytes[STILE_RECOVERY_BYTES])
{
  guint8 typed[PAYLOAD_BYTES] = { 0 };
  guint8 right[PAYLOAD_BYTES];
  guint n_signs = 0;
  gboolean valid = TRUE;

  for (const char *sign = text; *sign != '\0' && valid; sign++)
    {
      int value = value_of_sign (*sign);

      if (*sign == '-' || g_ascii_isspace (*sign))
        continue;
      valid = value >= 0 && n_signs < SIGNS;
      if (valid)
        put_sign (typed, n_signs++, value);
    }

  memcpy (right, typed, sizeof right);
  set_checksum (right);
  valid = valid && n_signs == SIGNS && sodium_memcmp (typed, right, sizeof right) == 0;
  if (valid)
    memcpy (bytes, typed, STILE_RECOVERY_BYTES);
  sodium_memzero (typed, sizeof typed);
  sodium_memzero (right, sizeof right);
  return valid;
}
