// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "language.h"

#include <string.h>

/* Those that are read in Britain and around it most; another tag still works as it is. */
static const struct
{
  const char *tag;
  const char *name;
} languages[] = {
  { "am", "አማርኛ" }, { "ar", "العربية" }, { "bg", "Български" },
  { "bn", "বাংলা" }, { "ckb", "کوردیی ناوەندی" }, { "cs", "Čeština" },
  { "cy", "Cymraeg" }, { "da", "Dansk" }, { "de", "Deutsch" }, { "el", "Ελληνικά" },
  { "en", "English" }, { "es", "Español" }, { "et", "Eesti" }, { "fa", "فارسی" },
  { "fi", "Suomi" }, { "fr", "Français" }, { "ga", "Gaeilge" }, { "gd", "Gàidhlig" },
  { "gu", "ગુજરાતી" }, { "he", "עברית" }, { "hi", "हिन्दी" },
  { "hr", "Hrvatski" }, { "hu", "Magyar" }, { "is", "Íslenska" }, { "it", "Italiano" },
  { "ja", "日本語" }, { "ko", "한국어" }, { "ku", "Kurdî" }, { "lt", "Lietuvių" },
  { "lv", "Latviešu" }, { "ml", "മലയാളം" }, { "nb", "Norsk bokmål" },
  { "ne", "नेपाली" }, { "nl", "Nederlands" }, { "pa", "ਪੰਜਾਬੀ" },
  { "pl", "Polski" }, { "prs", "دری" }, { "ps", "پښتو" }, { "pt", "Português" },
  { "ro", "Română" },
  { "ru", "Русский" }, { "sk", "Slovenčina" }, { "so", "Soomaali" }, { "sq", "Shqip" },
  { "sr", "Српски" }, { "sv", "Svenska" }, { "sw", "Kiswahili" },
  { "ta", "தமிழ்" }, { "th", "ไทย" }, { "ti", "ትግርኛ" },
  { "tr", "Türkçe" }, { "uk", "Українська" }, { "ur", "اردو" },
  { "vi", "Tiếng Việt" }, { "yo", "Yorùbá" }, { "zh", "中文" },
};

/* A form may have two kinds of one language, such as "zh-Hans" and "zh-Hant". */
static const char *
name_with_variety (const char *name, const char *variety)
{
  g_autofree char *both = *variety != '\0' ? g_strdup_printf ("%s (%s)", name, variety) : NULL;

  return both != NULL ? g_intern_string (both) : name;
}

const char *
stile_language_get_own_name (const char *tag)
{
  gsize length = strcspn (tag, "-_");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i].tag) == length
        && g_ascii_strncasecmp (languages[i].tag, tag, length) == 0)
      return name_with_variety (languages[i].name, tag + length + (tag[length] != '\0'));
  return tag;
}

static gboolean
contains (const char *const *tags, const char *tag)
{
  for (guint i = 0; tags[i] != NULL; i++)
    if (g_ascii_strcasecmp (tags[i], tag) == 0)
      return TRUE;
  return FALSE;
}

char **
stile_language_dup_choices (const char *const *first)
{
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();
  guint i;

  g_strv_builder_addv (choices, (const char **) first);
  for (i = 0; i < G_N_ELEMENTS (languages); i++)
    if (!contains (first, languages[i].tag))
      g_strv_builder_add (choices, languages[i].tag);
  return g_strv_builder_end (choices);
}
