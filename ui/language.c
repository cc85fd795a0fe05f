// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "language.h"

#include <string.h>

/* The languages most spoken in England and Wales (Census 2021), Welsh, and some of newer arrivals. */
static const struct
{
  const char *tag;
  const char *name;
} languages[] = {
  { "ar", "العربية" },   { "bn", "বাংলা" },       { "ckb", "کوردیی ناوەندی" },
  { "cy", "Cymraeg" },   { "en", "English" },     { "es", "Español" },
  { "fa", "فارسی" },     { "fr", "Français" },    { "gu", "ગુજરાતી" },
  { "it", "Italiano" },  { "lt", "Lietuvių" },    { "pa", "ਪੰਜਾਬੀ" },
  { "pl", "Polski" },    { "ps", "پښتو" },        { "pt", "Português" },
  { "ro", "Română" },    { "so", "Soomaali" },    { "ta", "தமிழ்" },
  { "ti", "ትግርኛ" },      { "tr", "Türkçe" },      { "uk", "Українська" },
  { "ur", "اردو" },      { "zh", "中文" },
};

const char *
stile_language_get_own_name (const char *tag)
{
  gsize length = strcspn (tag, "-_");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i].tag) == length
        && g_ascii_strncasecmp (languages[i].tag, tag, length) == 0)
      return languages[i].name;
  return tag;
}
