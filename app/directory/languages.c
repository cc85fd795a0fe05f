// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "languages.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "service.h"

/* The languages of the census that people here are asked in, and those spoken where they come from
 * (tags and codes: ISO 639). Names that occur besides are behind "|". */
static const struct
{
  const char *tag;
  const char *codes;
  const char *name;
  const char *others;
} languages[] = {
  { "sq", "sqi|alb", N_("Albanian"), "shqip" },
  { "am", "amh", N_("Amharic"), "" },
  { "ar", "ara", N_("Arabic"), "" },
  { "bn", "ben", N_("Bengali"), "bangla" },
  { "bg", "bul", N_("Bulgarian"), "" },
  { "bfi", "", N_("British Sign Language"), "bsl|sign language" },
  { "yue", "", N_("Cantonese"), "" },
  { "zh", "zho|chi|cmn", N_("Chinese"), "mandarin" },
  { "cs", "ces|cze", N_("Czech"), "" },
  { "nl", "nld|dut", N_("Dutch"), "" },
  { "en", "eng", N_("English"), "" },
  { "fa", "fas|per|prs", N_("Farsi"), "persian|dari" },
  { "fr", "fra|fre", N_("French"), "" },
  { "de", "deu|ger", N_("German"), "" },
  { "el", "ell|gre", N_("Greek"), "" },
  { "gu", "guj", N_("Gujarati"), "" },
  { "hi", "hin", N_("Hindi"), "" },
  { "hu", "hun", N_("Hungarian"), "" },
  { "it", "ita", N_("Italian"), "" },
  { "lv", "lav", N_("Latvian"), "" },
  { "lt", "lit", N_("Lithuanian"), "" },
  { "ne", "nep", N_("Nepali"), "" },
  { "pa", "pan", N_("Panjabi"), "punjabi" },
  { "ps", "pus", N_("Pashto"), "" },
  { "pl", "pol", N_("Polish"), "" },
  { "pt", "por", N_("Portuguese"), "" },
  { "ro", "ron|rum", N_("Romanian"), "" },
  { "ru", "rus", N_("Russian"), "" },
  { "sk", "slk|slo", N_("Slovak"), "" },
  { "so", "som", N_("Somali"), "" },
  { "ckb", "", N_("Sorani"), "kurdish sorani" },
  { "es", "spa", N_("Spanish"), "" },
  { "sw", "swa", N_("Swahili"), "" },
  { "ta", "tam", N_("Tamil"), "" },
  { "ti", "tir", N_("Tigrinya"), "" },
  { "tr", "tur", N_("Turkish"), "" },
  { "uk", "ukr", N_("Ukrainian"), "" },
  { "ur", "urd", N_("Urdu"), "" },
  { "vi", "vie", N_("Vietnamese"), "" },
  { "cy", "cym|wel", N_("Welsh"), "cymraeg" },
  { "yo", "yor", N_("Yoruba"), "" },
};

static gboolean
is_among (const char *word, const char *list)
{
  gsize length = strlen (word);

  for (const char *at = list; *at; at += strcspn (at, "|"), at += *at == '|')
    if (strcspn (at, "|") == length && g_ascii_strncasecmp (at, word, length) == 0)
      return TRUE;
  return FALSE;
}

char *
stile_languages_dup_primary (const char *tag)
{
  g_autofree char *primary = g_strndup (tag, strcspn (tag, "-_"));

  return g_ascii_strdown (primary, -1);
}

static gboolean
is_code (const char *primary)
{
  gsize length = strspn (primary, "abcdefghijklmnopqrstuvwxyz");

  return primary[length] == '\0' && (length == 2 || length == 3);
}

static char *
dup_tag_of_code (const char *code)
{
  g_autofree char *primary = stile_languages_dup_primary (code);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (primary, languages[i].tag) == 0 || is_among (primary, languages[i].codes))
      return g_strdup (languages[i].tag);
  return is_code (primary) ? g_steal_pointer (&primary) : NULL;
}

static char *
dup_tag_of_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (name, languages[i].name) == 0 || is_among (name, languages[i].others))
      return g_strdup (languages[i].tag);
  return NULL;
}

/* A word of three letters ("BSL") may be a name; whatever is unknown as a name is a code. */
char *
stile_languages_dup_tag (const char *code, const char *name)
{
  char *tag = name ? dup_tag_of_name (name) : NULL;

  if (!tag && code)
    tag = dup_tag_of_name (code);
  if (!tag && code)
    tag = dup_tag_of_code (code);
  return tag ? tag : (name ? dup_tag_of_code (name) : NULL);
}

char *
stile_spoken_language_dup_name (const char *tag)
{
  g_autofree char *primary = stile_languages_dup_primary (tag);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (primary, languages[i].tag) == 0)
      return g_strdup (_(languages[i].name));
  return g_strdup (tag);
}

static gboolean
equal_but_case (const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *other = g_utf8_casefold (b, -1);

  return strcmp (one, other) == 0;
}

/* In the language of the interface, too: that is how they are shown. */
char *
stile_spoken_language_dup_tag (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (equal_but_case (name, _(languages[i].name)))
      return g_strdup (languages[i].tag);
  return stile_languages_dup_tag (name, name);
}
