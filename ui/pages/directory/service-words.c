// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service-words.h"

#include <math.h>

#include "script.h"
#include "words.h"

char *
stile_service_room_to_words (int room)
{
  if (room == STILE_NOT_KNOWN)
    /* Translators: for how many more people. */
    return g_strdup (_("Room not known"));
  if (room == 0)
    /* Translators: the service can take nobody more. */
    return g_strdup (_("Full"));
  /* Translators: so many more people; no room of a building. */
  return g_strdup_printf (ngettext ("Room for %d", "Room for %d", (gulong) room), room);
}

char *
stile_service_miles_to_words (double miles)
{
  if (isnan (miles))
    return NULL;
  if (miles < 0.5)
    return g_strdup (_("Less than half a mile"));
  if (miles < 10)
    /* Translators: with one decimal, such as 2.3. */
    return g_strdup_printf (_("%.1f miles"), miles);
  return g_strdup_printf (ngettext ("%.0f mile", "%.0f miles", (gulong) round (miles)), miles);
}

static void
add_part (GString *line, const char *separator, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? separator : "", part);
}

static char *
dup_where (const StileServiceRow *row, const char *organization, const char *place)
{
  g_autofree char *miles = stile_service_miles_to_words (row->miles);
  g_autoptr (GString) line = g_string_new (NULL);

  add_part (line, " · ", row->known ? _("We know them") : NULL);
  add_part (line, " · ", organization);
  add_part (line, " · ", place);
  add_part (line, " · ", miles);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static char *
isolate (const char *part)
{
  return part != NULL && *part != '\0' ? stile_language_isolate (part) : NULL;
}

/* A figure behind a Latin name would be drawn as a part of it, away from its miles. */
char *
stile_service_row_describe (const StileServiceRow *row)
{
  g_autofree char *organization = isolate (row->organization);
  g_autofree char *place = isolate (row->place);
  g_autofree char *line = dup_where (row, organization, place);

  return stile_words_dup_directed (line);
}

char *
stile_service_row_to_words (const StileServiceRow *row, const GDate *today)
{
  g_autofree char *where = dup_where (row, row->organization, row->place);
  g_autofree char *room = stile_service_room_to_words (row->room);
  g_autofree char *told = stile_told_to_words (row->room_at, today);
  g_autoptr (GString) words = g_string_new (row->name);

  add_part (words, ", ", row->closed);
  add_part (words, ", ", row->summary);
  add_part (words, ", ", where);
  add_part (words, ", ", room);
  add_part (words, ", ", row->room != STILE_NOT_KNOWN ? told : NULL);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
stile_service_days_to_words (double days)
{
  if (isnan (days))
    /* Translators: how long people wait. */
    return g_strdup (_("Not known yet"));
  if (days < 1)
    return g_strdup (_("Less than a day"));
  /* Translators: how long people wait. */
  return g_strdup_printf (ngettext ("About %.0f day", "About %.0f days", (gulong) round (days)),
                          round (days));
}

gboolean
stile_service_read_languages (const char *text, char **tags, char **trouble)
{
  /* The comma of Arabic, Farsi and Urdu. */
  g_auto (GStrv) parts = g_strsplit (text, "،", -1);
  g_autofree char *listed = g_strjoinv (",", parts);
  g_auto (GStrv) names = g_strsplit_set (listed, ",;", -1);
  g_autoptr (GString) read = g_string_new (NULL);
  guint i;

  *tags = NULL;
  *trouble = NULL;
  for (i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);
      g_autofree char *tag = *name != '\0' ? stile_spoken_language_dup_tag (name) : NULL;

      if (*name != '\0' && tag == NULL)
        {
          /* Translators: what was typed. The two examples stay. */
          *trouble = g_strdup_printf (_("Stile does not know the language “%s”. Write its English "
                                        "name or its code, with commas between: Polish, ro."),
                                      name);
          return FALSE;
        }
      add_part (read, " ", tag);
    }
  *tags = read->len > 0 ? g_string_free (g_steal_pointer (&read), FALSE) : NULL;
  return TRUE;
}

char *
stile_service_languages_to_words (const char *tags)
{
  g_auto (GStrv) parts = g_strsplit (tags != NULL ? tags : "", " ", -1);
  g_autoptr (GString) words = g_string_new (NULL);
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *name = *parts[i] != '\0' ? stile_spoken_language_dup_name (parts[i]) : NULL;

      add_part (words, _(", "), name);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
