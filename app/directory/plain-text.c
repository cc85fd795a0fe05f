// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plain-text.h"

#include <stdlib.h>
#include <string.h>

#define REPLACEMENT "FFFD"

/* Windows-1252 from 0x80 to 0x9f (unicode.org, CP1252.TXT); the rest is as in Latin-1. */
static const gunichar windows_1252[32] = {
  0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

gboolean
stile_text_mend_encoding (GString *text)
{
  g_autoptr (GString) mended = NULL;
  const char *rest = text->str;
  const char *end = text->str + text->len;
  const char *fault;

  if (g_utf8_validate_len (rest, text->len, NULL))
    return FALSE;

  mended = g_string_sized_new (text->len + 64);
  while (!g_utf8_validate_len (rest, end - rest, &fault))
    {
      guchar byte = (guchar) *fault;

      g_string_append_len (mended, rest, fault - rest);
      if (byte >= 0x80)
        g_string_append_unichar (mended, byte < 0xa0 ? windows_1252[byte - 0x80] : byte);
      rest = fault + 1;
    }
  g_string_append_len (mended, rest, end - rest);
  g_string_assign (text, mended->str);
  return TRUE;
}

static int
read_escape (const char *escape)
{
  int value = 0;

  if (escape[0] != '\\' || escape[1] != 'u')
    return -1;
  for (int i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (escape[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (escape[i]);
    }
  return value;
}

gboolean
stile_text_mend_escapes (GString *json)
{
  gboolean mended = FALSE;

  for (char *escape = strchr (json->str, '\\'); escape; escape = strchr (escape, '\\'))
    {
      int value = read_escape (escape);
      int next = value >= 0 ? read_escape (escape + 6) : -1;

      if (value >= 0xd800 && value < 0xdc00 && next >= 0xdc00 && next < 0xe000)
        escape += 12;
      else if (value >= 0)
        {
          if (value == 0 || (value >= 0xd800 && value < 0xe000))
            {
              memcpy (escape + 2, REPLACEMENT, strlen (REPLACEMENT));
              mended = TRUE;
            }
          escape += 6;
        }
      else
        escape += escape[1] != '\0' ? 2 : 1;
    }
  return mended;
}

/* ---- Markup ---- */

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },    { "lt", "<" },     { "gt", ">" },     { "quot", "\"" },  { "apos", "'" },
  { "nbsp", " " },   { "pound", "£" },  { "euro", "€" },   { "ndash", "–" },  { "mdash", "—" },
  { "lsquo", "‘" },  { "rsquo", "’" },  { "ldquo", "“" },  { "rdquo", "”" },  { "hellip", "…" },
  { "bull", "•" },   { "middot", "·" }, { "copy", "©" },   { "reg", "®" },    { "trade", "™" },
  { "eacute", "é" }, { "egrave", "è" }, { "aacute", "á" }, { "iacute", "í" }, { "oacute", "ó" },
  { "uacute", "ú" }, { "ocirc", "ô" },  { "acirc", "â" },  { "wcirc", "ŵ" },  { "ycirc", "ŷ" },
  { "ccedil", "ç" }, { "ntilde", "ñ" }, { "auml", "ä" },   { "ouml", "ö" },   { "uuml", "ü" },
  { "frac12", "½" }, { "deg", "°" },    { "times", "×" },  { "shy", "" },
};

#define ENTITY_MAX_BYTES 10

/* How long the entity at @text is, which is appended as text; 0 where there is none. */
static gsize
append_entity (GString *plain, const char *text)
{
  const char *end = memchr (text, ';', strnlen (text, ENTITY_MAX_BYTES));

  if (!end || end == text + 1)
    return 0;
  if (text[1] == '#')
    {
      gboolean hex = text[2] == 'x' || text[2] == 'X';
      char *rest;
      gulong value = strtoul (text + (hex ? 3 : 2), &rest, hex ? 16 : 10);

      if (rest != end || !g_unichar_validate ((gunichar) value) || value == 0)
        return 0;
      g_string_append_unichar (plain, (gunichar) value);
      return end - text + 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == (gsize) (end - text - 1)
        && memcmp (entities[i].name, text + 1, end - text - 1) == 0)
      {
        g_string_append (plain, entities[i].text);
        return end - text + 1;
      }
  return 0;
}

static gboolean
is_tag (const char *tag, const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, " ", -1);

  tag += tag[0] == '/';
  for (guint i = 0; list[i]; i++)
    {
      gsize length = strlen (list[i]);

      if (g_ascii_strncasecmp (tag, list[i], length) == 0 && !g_ascii_isalnum (tag[length]))
        return TRUE;
    }
  return FALSE;
}

/* What is written in these is no text. */
static const char *
skip_contents (const char *end, const char *name)
{
  g_autofree char *closing = g_strdup_printf ("</%s", name);

  for (const char *next = strchr (end, '<'); next; next = strchr (next + 1, '<'))
    if (g_ascii_strncasecmp (next, closing, strlen (closing)) == 0)
      {
        const char *after = strchr (next, '>');

        return after ? after + 1 : next + strlen (next);
      }
  return end + strlen (end);
}

/* Where the tag at @text ends; NULL where it is none: "under < 18". @last_end: the last ">" there
 * is, or NULL; without it each of a million "<" would look for its own. */
static const char *
read_tag (GString *plain, const char *text, const char *last_end)
{
  const char *end;

  if (g_str_has_prefix (text, "<!--"))
    {
      end = strstr (text, "-->");
      return end ? end + 3 : text + strlen (text);
    }
  if (!g_ascii_isalpha (text[1]) && text[1] != '/' && text[1] != '!')
    return NULL;
  if (!last_end || text > last_end)
    return NULL;
  end = strchr (text, '>');
  if (is_tag (text + 1, "br p div ul ol li tr table h1 h2 h3 h4 h5 h6 section article blockquote"))
    g_string_append_c (plain, '\n');
  if (is_tag (text + 1, "li") && text[1] != '/')
    g_string_append (plain, "- ");
  if (is_tag (text + 1, "script") && text[1] != '/')
    return skip_contents (end, "script");
  if (is_tag (text + 1, "style") && text[1] != '/')
    return skip_contents (end, "style");
  return end + 1;
}

static GString *
take_out_markup (const char *text, gboolean *was_markup)
{
  GString *plain = g_string_sized_new (strlen (text));
  const char *last_end = strrchr (text, '>');

  while (*text)
    {
      const char *after_tag = *text == '<' ? read_tag (plain, text, last_end) : NULL;
      gsize entity = *text == '&' ? append_entity (plain, text) : 0;

      *was_markup = *was_markup || after_tag || entity > 0;
      if (after_tag)
        text = after_tag;
      else if (entity > 0)
        text += entity;
      else
        g_string_append_c (plain, *text++);
    }
  return plain;
}

/* ---- Blanks and controls ---- */

/* No language has more above or below a letter; hundreds would be drawn over other lines. */
#define MARKS_MAX 4

/* Those that turn the direction of what follows could make the rest of a screen unreadable; those
 * that nobody sees could make two names look the same. The two joiners and the marks of direction
 * for one letter stay: Farsi and Bengali are not written without them. */
static gboolean
is_left_out (gunichar letter)
{
  return g_unichar_iscntrl (letter) || letter == 0x200b || (letter >= 0x202a && letter <= 0x202e)
         || (letter >= 0x2060 && letter <= 0x206f) || letter == 0xfeff
         || (letter >= 0xfff9 && letter <= 0xfffb) || (letter >= 0xe0000 && letter <= 0xe007f);
}

static gboolean
is_mark (gunichar letter)
{
  GUnicodeType type = g_unichar_type (letter);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

static gboolean
is_feed (gunichar letter)
{
  return (letter >= '\n' && letter <= '\f') || letter == 0x85 || letter == 0x2028
         || letter == 0x2029;
}

static gboolean
is_blank (gunichar letter)
{
  return letter == '\t' || letter == ' ' || letter == 0xa0;
}

/* What was between two letters. */
static void
append_gap (GString *tidy, guint feeds, gboolean blank)
{
  if (tidy->len > 0 && feeds > 0)
    g_string_append (tidy, feeds > 1 ? "\n\n" : "\n");
  else if (tidy->len > 0 && blank)
    g_string_append_c (tidy, ' ');
}

char *
stile_text_dup_plain (const char *text, gboolean *was_markup, gboolean *was_hidden)
{
  g_autoptr (GString) plain = NULL;
  g_autoptr (GString) tidy = NULL;
  guint feeds = 0, marks = 0;
  gboolean blank = FALSE;
  gboolean can_be_seen = FALSE;

  *was_markup = *was_hidden = FALSE;
  plain = take_out_markup (text, was_markup);
  tidy = g_string_sized_new (plain->len);
  for (const char *at = plain->str; *at; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      marks = is_mark (letter) ? marks + 1 : 0;
      if (is_feed (letter))
        feeds++;
      else if (is_blank (letter))
        blank = TRUE;
      else if (is_left_out (letter) || marks > MARKS_MAX)
        *was_hidden = *was_hidden || letter != '\r';
      else
        {
          append_gap (tidy, feeds, blank);
          g_string_append_unichar (tidy, letter);
          can_be_seen = can_be_seen || g_unichar_isgraph (letter);
          feeds = 0;
          blank = FALSE;
        }
    }
  return can_be_seen ? g_string_free (g_steal_pointer (&tidy), FALSE) : g_strdup ("");
}

char *
stile_text_dup_line (const char *text)
{
  GString *line = g_string_sized_new (strlen (text));

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (is_feed (letter) || is_left_out (letter))
        letter = ' ';
      g_string_append_unichar (line, letter);
    }
  return g_string_free (line, FALSE);
}

char *
stile_text_dup_start (const char *text, glong most)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= most)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, most);
  return g_strconcat (start, "…", NULL);
}
