// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casework-private.h"
#include "script.h"
#include "words.h"

#define USUAL_TEXT 100
#define LARGER_TEXT 150
#define VERY_LARGE_TEXT 200

StilePerson *
stile_person_copy (const StilePerson *person)
{
  StilePerson *copy = g_memdup2 (person, sizeof *person);

  copy->name = g_strdup (person->name);
  copy->reference = g_strdup (person->reference);
  copy->language = g_strdup (person->language);
  copy->needs = g_strdup (person->needs);
  return copy;
}

void
stile_person_free (StilePerson *person)
{
  if (!person)
    return;

  g_free (person->name);
  g_free (person->reference);
  g_free (person->language);
  g_free (person->needs);
  g_free (person);
}

const char *
stile_person_get_title (const StilePerson *person)
{
  return person->name ? person->name : person->reference;
}

guint
stile_person_get_text_percent (const StilePerson *person)
{
  if (!person->larger_text)
    return USUAL_TEXT;
  return person->text_percent >= VERY_LARGE_TEXT ? VERY_LARGE_TEXT : LARGER_TEXT;
}

void
stile_person_set_text_percent (StilePerson *person, guint percent)
{
  person->larger_text = percent > USUAL_TEXT;
  person->text_percent = person->larger_text ? percent : 0;
}

StilePerson *
stile_person_clean (const StilePerson *person, GError **error)
{
  g_autoptr (StilePerson) cleaned = g_new0 (StilePerson, 1);

  /* Translators: a field, in sentences such as “The name is too long.” */
  if (!stile_clean_line (person->name, _("The name"), &cleaned->name, error)
      || !stile_clean_line (person->reference, _("The reference"), &cleaned->reference, error)
      || !stile_clean_language (person->language, &cleaned->language, error)
      || !stile_clean_text (person->needs, _("“Other needs”"), &cleaned->needs, error))
    return NULL;

  if (!cleaned->name && !cleaned->reference)
    {
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   _("Please give a name or a reference. One of the two is enough."));
      return NULL;
    }

  cleaned->read_aloud = person->read_aloud;
  stile_person_set_text_percent (cleaned, stile_person_get_text_percent (person));
  cleaned->interpreter = person->interpreter;
  return g_steal_pointer (&cleaned);
}

JsonNode *
stile_person_to_fields (const StilePerson *person)
{
  JsonNode *node = stile_fields_new ("name", person->name, "reference", person->reference,
                                     "language", person->language, "needs", person->needs, NULL);
  JsonObject *object = json_node_get_object (node);

  if (person->read_aloud)
    json_object_set_boolean_member (object, "read-aloud", TRUE);
  if (person->larger_text)
    json_object_set_boolean_member (object, "larger-text", TRUE);
  if (stile_person_get_text_percent (person) == VERY_LARGE_TEXT)
    json_object_set_boolean_member (object, "very-large-text", TRUE);
  if (person->interpreter)
    json_object_set_boolean_member (object, "interpreter", TRUE);
  return node;
}

StilePerson *
stile_person_from_fields (JsonNode *content)
{
  StilePerson *person;
  const char *name = stile_fields_get_text (content, "name");
  const char *reference = stile_fields_get_text (content, "reference");

  if (!name && !reference)
    return NULL;

  person = g_new0 (StilePerson, 1);
  person->name = g_strdup (name);
  person->reference = g_strdup (reference);
  person->language = g_strdup (stile_fields_get_text (content, "language"));
  person->needs = g_strdup (stile_fields_get_text (content, "needs"));
  person->read_aloud = stile_fields_get_boolean (content, "read-aloud");
  if (stile_fields_get_boolean (content, "very-large-text"))
    stile_person_set_text_percent (person, VERY_LARGE_TEXT);
  else if (stile_fields_get_boolean (content, "larger-text"))
    stile_person_set_text_percent (person, LARGER_TEXT);
  person->interpreter = stile_fields_get_boolean (content, "interpreter");
  return person;
}

/* It points the way the line is read: no sign turns an arrow round by itself. */
static const char *
get_arrow (void)
{
  g_autofree char *language = stile_words_dup_language ();

  return stile_language_is_right_to_left (language) ? "←" : "→";
}

static void
add_change (GStrvBuilder *lines, const char *label, const char *before, const char *after)
{
  g_autofree char *line = NULL;

  if (g_strcmp0 (before, after) == 0)
    return;
  /* Translators: what a field said before, or says now: “Name: nothing → Mina”. */
  line = g_strdup_printf ("%s: \u2068%s\u2069 %s \u2068%s\u2069", label,
                          before ? before : _("nothing"), get_arrow (),
                          after ? after : _("nothing"));
  g_strv_builder_add (lines, line);
}

static void
add_flag_change (GStrvBuilder *lines, const char *label, gboolean before, gboolean after)
{
  /* Translators: whether a field is ticked: “Interpreter: no → yes”. */
  add_change (lines, label, before ? _("yes") : _("no"), after ? _("yes") : _("no"));
}

char *
stile_person_describe_change (const StilePerson *before, const StilePerson *after)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  add_change (lines, _("Name"), before->name, after->name);
  add_change (lines, _("Reference"), before->reference, after->reference);
  add_change (lines, _("Language"), before->language, after->language);
  add_flag_change (lines, C_("what a person needs", "Read aloud"), before->read_aloud,
                   after->read_aloud);
  add_flag_change (lines, _("Larger text"), before->larger_text, after->larger_text);
  add_flag_change (lines, _("Very large text"),
                   stile_person_get_text_percent (before) == VERY_LARGE_TEXT,
                   stile_person_get_text_percent (after) == VERY_LARGE_TEXT);
  add_flag_change (lines, _("Interpreter"), before->interpreter, after->interpreter);
  add_change (lines, _("Other needs"), before->needs, after->needs);

  list = g_strv_builder_end (lines);
  return *list ? g_strjoinv ("\n", list) : NULL;
}
