// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text-private.h"

#include <string.h>

static const char *
find_language (const StileText *text, const char *language, gsize length)
{
  for (guint i = 0; i < text->n_translations; i++)
    {
      const StileTranslation *translation = &text->translations[i];

      if (strlen (translation->language) == length
          && g_ascii_strncasecmp (translation->language, language, length) == 0)
        return translation->text;
    }
  return NULL;
}

gboolean
stile_text_same_language (const char *a, const char *b)
{
  gsize length = strcspn (a, "-");

  return strcspn (b, "-") == length && g_ascii_strncasecmp (a, b, length) == 0;
}

const char *
stile_text_get (const StileText *text, const char *language, gboolean *is_translated)
{
  const char *found = NULL;

  if (is_translated != NULL)
    *is_translated = FALSE;
  if (text == NULL)
    return NULL;
  if (language == NULL)
    language = text->translations[0].language;

  for (gsize length = strlen (language); length > 0 && found == NULL;)
    {
      found = find_language (text, language, length);
      while (length > 0 && language[length - 1] != '-')
        length--;
      if (length > 0)
        length--;
    }

  if (is_translated != NULL)
    *is_translated = found != NULL
                     || stile_text_same_language (text->translations[0].language, language);
  return found != NULL ? found : text->translations[0].text;
}

gboolean
stile_language_is_valid (const char *language)
{
  gsize length = 0;
  gboolean first = TRUE;

  for (const char *c = language;; c++)
    {
      if (*c == '-' || *c == '\0')
        {
          if (length < (first ? 2 : 1) || length > 8)
            return FALSE;
          if (*c == '\0')
            return TRUE;
          first = FALSE;
          length = 0;
        }
      else if (first ? g_ascii_isalpha (*c) : g_ascii_isalnum (*c))
        length++;
      else
        return FALSE;
    }
}

char *
stile_text_normalize (char *text)
{
  char *end = text;
  gboolean blank = FALSE;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == ' ' || *c == '\t' || *c == '\r' || *c == '\n')
        blank = TRUE;
      else
        {
          if (blank && end > text)
            *end++ = ' ';
          blank = FALSE;
          *end++ = *c;
        }
    }
  *end = '\0';
  return text;
}
