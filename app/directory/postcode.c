// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postcode.h"

#include <math.h>
#include <string.h>

/* The mean radius (IUGG). */
#define EARTH_MILES 3958.76

/* Two letters at most, a digit, and one more letter or digit at most (BS 7666). */
static gsize
measure_district (const char *text)
{
  gsize letters = 0, length;

  while (g_ascii_isalpha (text[letters]))
    letters++;
  if (letters < 1 || letters > 2 || !g_ascii_isdigit (text[letters]))
    return 0;
  length = letters + 1;
  return length + (g_ascii_isalnum (text[length]) ? 1 : 0);
}

static gboolean
is_inward (const char *text)
{
  return g_ascii_isdigit (text[0]) && g_ascii_isalpha (text[1]) && g_ascii_isalpha (text[2])
         && text[3] == '\0';
}

char *
stile_postcode_dup_tidy (const char *text)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  gsize length;

  if (!text)
    return NULL;
  for (; *text; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (letters, g_ascii_toupper (*text));

  length = letters->len;
  if (length >= 5 && is_inward (letters->str + length - 3))
    {
      g_string_insert_c (letters, length - 3, ' ');
      return measure_district (letters->str) == length - 3 ? g_strdup (letters->str) : NULL;
    }
  return length > 0 && measure_district (letters->str) == length ? g_strdup (letters->str) : NULL;
}

char *
stile_postcode_dup_district (const char *text)
{
  char *tidy = stile_postcode_dup_tidy (text);
  char *blank = tidy ? strchr (tidy, ' ') : NULL;

  if (blank)
    *blank = '\0';
  return tidy;
}

char *
stile_postcode_dup_area (const char *district)
{
  return g_strndup (district, strcspn (district, "0123456789"));
}

gboolean
stile_postcode_is_in_area (const char *district, const char *area)
{
  return g_str_has_prefix (district, area) && g_ascii_isdigit (district[strlen (area)]);
}

gboolean
stile_postcode_is_named (const char *district, const char *text)
{
  gsize length = strlen (district);

  for (const char *at = strstr (text, district); at; at = strstr (at + 1, district))
    if ((at == text || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[length]))
      return TRUE;
  return FALSE;
}

static double
radians (double degrees)
{
  return degrees * G_PI / 180;
}

double
stile_postcode_get_miles (double latitude_a, double longitude_a, double latitude_b,
                          double longitude_b)
{
  double height = sin (radians (latitude_b - latitude_a) / 2);
  double width = sin (radians (longitude_b - longitude_a) / 2);
  double chord =
      height * height + cos (radians (latitude_a)) * cos (radians (latitude_b)) * width * width;

  return 2 * EARTH_MILES * asin (sqrt (MIN (chord, 1)));
}
