// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words.h"

#include <locale.h>
#include <string.h>

#include "catalogue.h"
#include "script.h"

#define SOURCE_LANGUAGE "en"

struct _StileSpoken
{
  char *language;                  /* or NULL: the program's */
  const StileCatalogue *catalogue; /* or NULL: English */
  StileSpoken *outer;
};

/* The innermost scope of this thread. */
static GPrivate innermost;

/* Catalogues stay once they are read, since what they say is borrowed; so does that there is none
 * for a language. */
typedef struct _Known Known;
struct _Known
{
  char *language;
  StileCatalogue *catalogue; /* or NULL */
  Known *next;
};

G_LOCK_DEFINE_STATIC (known);
static Known *known;

const char *
stile_words_get_folder (void)
{
  const char *folder = g_getenv ("STILE_LOCALES");

  return folder && *folder ? folder : STILE_LOCALE_DIR;
}

/* gettext takes LANGUAGE for a list of languages, but under the locale C it takes none; and a
 * locale that is not installed leaves C. A minimal Debian has no other than C and C.UTF-8. */
void
stile_words_prepare (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  const char *locale = setlocale (LC_ALL, "") ? setlocale (LC_MESSAGES, NULL) : NULL;
  const char *language = g_getenv ("LANGUAGE");
  const char *wanted = NULL;

  if (!locale || strcmp (locale, "C") == 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (variables) && (!wanted || !*wanted); i++)
        wanted = g_getenv (variables[i]);
      if (wanted && *wanted && (!language || !*language))
        g_setenv ("LANGUAGE", wanted, TRUE);
      g_setenv ("LC_ALL", "C.UTF-8", TRUE);
      setlocale (LC_ALL, "");
    }
  bindtextdomain (GETTEXT_PACKAGE, stile_words_get_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* Where _() is GLib's, ngettext() is gettext's own, which asks the domain of the program. */
  textdomain (GETTEXT_PACKAGE);
}

static StileCatalogue *
load (const char *language)
{
  g_autofree char *path = g_build_filename (stile_words_get_folder (), language, "LC_MESSAGES",
                                            GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) mo = file ? g_mapped_file_get_bytes (file) : NULL;

  return mo ? stile_catalogue_new (mo) : NULL;
}

static const StileCatalogue *
get_catalogue (const char *language)
{
  Known *found;

  G_LOCK (known);
  for (found = known; found && strcmp (found->language, language) != 0;)
    found = found->next;
  if (!found)
    {
      found = g_new0 (Known, 1);
      found->language = g_strdup (language);
      found->catalogue = load (language);
      found->next = known;
      known = found;
    }
  G_UNLOCK (known);
  return found->catalogue;
}

/* Tags are the same in small letters and capitals, folders are not: "pt_BR", "zh_Hant". */
static char *
dup_folder_name (const char *language)
{
  g_autofree char *lower = g_ascii_strdown (language, -1);
  g_auto (GStrv) subtags = g_strsplit_set (lower, "-_", -1);

  for (guint i = 1; subtags[0] && subtags[i]; i++)
    {
      gsize length = strlen (subtags[i]);

      for (gsize c = 0; c < length && ((length == 4 && c == 0) || length == 2); c++)
        subtags[i][c] = g_ascii_toupper (subtags[i][c]);
    }
  return g_strjoinv ("_", subtags);
}

/* "pt-BR" is in pt_BR or else in pt; only what can be a tag becomes part of a path. */
static const StileCatalogue *
find_catalogue (const char *language)
{
  g_autofree char *name = dup_folder_name (language);
  const StileCatalogue *catalogue = NULL;

  if (name[strspn (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_")] != '\0')
    return NULL;
  while (*name != '\0' && !catalogue)
    {
      char *end = strrchr (name, '_');

      catalogue = get_catalogue (name);
      *(end ? end : name) = '\0';
    }
  return catalogue;
}

StileSpoken *
stile_words_speak (const char *language)
{
  StileSpoken *spoken = g_new0 (StileSpoken, 1);

  spoken->language = g_strdup (language);
  spoken->catalogue = language ? find_catalogue (language) : NULL;
  spoken->outer = g_private_get (&innermost);
  g_private_set (&innermost, spoken);
  return spoken;
}

void
stile_words_end (StileSpoken *spoken)
{
  g_assert (g_private_get (&innermost) == spoken);
  g_private_set (&innermost, spoken->outer);
  g_free (spoken->language);
  g_free (spoken);
}

static const StileSpoken *
get_spoken (void)
{
  const StileSpoken *spoken = g_private_get (&innermost);

  return spoken && spoken->language ? spoken : NULL;
}

char *
stile_words_dup_language (void)
{
  static const char field[] = "\nLanguage: ";
  const StileSpoken *spoken = get_spoken ();
  g_autofree char *said = NULL;
  const char *line;

  if (spoken && spoken->catalogue)
    said = stile_catalogue_dup_head (spoken->catalogue, "Language");
  /* The translation of "" is the head of the catalogue. */
  else if (!spoken && (line = strstr (g_dgettext (GETTEXT_PACKAGE, ""), field)) != NULL)
    said = g_strndup (line + strlen (field), strcspn (line + strlen (field), "\n"));
  if (!said || *said == '\0')
    return g_strdup (SOURCE_LANGUAGE);

  said[strcspn (said, ".@")] = '\0';
  return g_strdelimit (g_steal_pointer (&said), "_", '-');
}

char *
stile_words_dup_directed (const char *text)
{
  g_autofree char *language = stile_words_dup_language ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *line = lines[i];

      lines[i] = stile_language_direct (line, language);
    }
  return g_strjoinv ("\n", lines);
}

static gboolean
is_source_language (const char *language)
{
  return g_ascii_strncasecmp (language, SOURCE_LANGUAGE, strlen (SOURCE_LANGUAGE)) == 0
         && !g_ascii_isalpha (language[strlen (SOURCE_LANGUAGE)]);
}

gboolean
stile_words_has_language (const char *language)
{
  return is_source_language (language) || find_catalogue (language) != NULL;
}

gboolean
stile_words_is_draft (const char *language)
{
  const StileCatalogue *catalogue = find_catalogue (language);
  g_autofree char *review
    = catalogue ? stile_catalogue_dup_head (catalogue, "X-Stile-Review") : NULL;

  return review && g_ascii_strcasecmp (review, "draft") == 0;
}

const char *
stile_words_get (const char *words)
{
  const StileSpoken *spoken = get_spoken ();
  const char *found;

  if (!spoken)
    return g_dgettext (GETTEXT_PACKAGE, words);
  found = spoken->catalogue ? stile_catalogue_get (spoken->catalogue, NULL, words) : NULL;
  return found ? found : words;
}

const char *
stile_words_get_in_context (const char *context, const char *words)
{
  const StileSpoken *spoken = get_spoken ();
  const char *found;

  if (!spoken)
    return g_dpgettext2 (GETTEXT_PACKAGE, context, words);
  found = spoken->catalogue ? stile_catalogue_get (spoken->catalogue, context, words) : NULL;
  return found ? found : words;
}

const char *
stile_words_get_plural (const char *one, const char *many, gulong n)
{
  const StileSpoken *spoken = get_spoken ();
  const char *found;

  if (!spoken)
    return g_dngettext (GETTEXT_PACKAGE, one, many, n);
  found = spoken->catalogue ? stile_catalogue_get_plural (spoken->catalogue, one, n) : NULL;
  return found ? found : n == 1 ? one : many;
}
