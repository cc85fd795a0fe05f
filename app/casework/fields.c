// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The contents of entries, and what a text must be before it goes into one. */

#include "casework-private.h"
#include "words.h"

/* RFC 5646 recommends room for 35 characters. */
#define LANGUAGE_MAX_CHARS 35

JsonNode *
stile_fields_new (const char *name, ...)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  va_list fields;

  va_start (fields, name);
  for (; name; name = va_arg (fields, const char *))
    {
      const char *text = va_arg (fields, const char *);
      if (text)
        json_object_set_string_member (object, name, text);
    }
  va_end (fields);

  json_node_take_object (node, object);
  return node;
}

JsonNode *
stile_fields_get_node (JsonNode *content, const char *name)
{
  if (!content || !JSON_NODE_HOLDS_OBJECT (content))
    return NULL;

  return json_object_get_member (json_node_get_object (content), name);
}

const char *
stile_fields_get_text (JsonNode *content, const char *name)
{
  JsonNode *node = stile_fields_get_node (content, name);

  if (!node || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

gboolean
stile_fields_get_boolean (JsonNode *content, const char *name)
{
  JsonNode *node = stile_fields_get_node (content, name);

  return node && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

void
stile_replace_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static gboolean
is_visible (gunichar c)
{
  return !g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT;
}

/* Joiners and direction marks belong to names of many scripts, but a name of nothing else shows
 * nothing. */
static gboolean
has_visible (const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      if (is_visible (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
breaks_line (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR
         || type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

/* g_strstrip() knows the blanks of ASCII only. */
static char *
dup_trimmed (const char *text)
{
  const char *end = text + strlen (text);

  while (*text && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  while (end > text)
    {
      const char *previous = g_utf8_prev_char (end);
      if (!g_unichar_isspace (g_utf8_get_char (previous)))
        break;
      end = previous;
    }

  return g_strndup (text, end - text);
}

static gboolean
check_length (const char *text, const char *field, guint most, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   /* Translators: a field, such as “The name”. */
                   _("%s holds bytes that are not text. Please type it again."), field);
      return FALSE;
    }
  if (g_utf8_strlen (text, -1) > (glong) most)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   /* Translators: %s is a field, such as "The name"; where your language needs it,
                    * write "%s: this is too long". */
                   ngettext ("%s is too long. Please use no more than %u character.",
                             "%s is too long. Please use no more than %u characters.", most),
                   field, most);
      return FALSE;
    }

  return TRUE;
}

gboolean
stile_clean_line (const char *text, const char *field, char **cleaned, GError **error)
{
  g_autofree char *trimmed = NULL;

  *cleaned = NULL;
  if (!text)
    return TRUE;

  if (g_utf8_validate (text, -1, NULL))
    trimmed = dup_trimmed (text);
  else
    trimmed = g_strdup (text);
  if (!check_length (trimmed, field, STILE_NAME_MAX_CHARS, error))
    return FALSE;

  for (const char *p = trimmed; *p; p = g_utf8_next_char (p))
    {
      if (breaks_line (g_utf8_get_char (p)))
        {
          g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                       /* Translators: a field, such as “The name”. */
                       _("%s must be one line of letters. Please take out tabs, new lines and "
                         "other characters that cannot be seen."), field);
          return FALSE;
        }
    }

  if (has_visible (trimmed))
    *cleaned = g_steal_pointer (&trimmed);
  return TRUE;
}

gboolean
stile_clean_text (const char *text, const char *field, char **cleaned, GError **error)
{
  *cleaned = NULL;
  if (!text)
    return TRUE;
  if (!check_length (text, field, STILE_NOTE_MAX_CHARS, error))
    return FALSE;

  if (has_visible (text))
    *cleaned = g_strdup (text);
  return TRUE;
}

gboolean
stile_clean_language (const char *tag, char **cleaned, GError **error)
{
  *cleaned = NULL;
  if (!tag || *tag == '\0')
    return TRUE;

  if (strlen (tag) > LANGUAGE_MAX_CHARS || !g_ascii_isalpha (*tag)
      || tag[strspn (tag, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-")] != '\0')
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   _("The language must be a language tag such as “en” or “pt-BR”."));
      return FALSE;
    }

  *cleaned = g_strdup (tag);
  return TRUE;
}
