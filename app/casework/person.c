// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casework-private.h"

#include <glib/gi18n-lib.h>

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

StilePerson *
stile_person_clean (const StilePerson *person, GError **error)
{
  g_autoptr (StilePerson) cleaned = g_new0 (StilePerson, 1);

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
  cleaned->larger_text = person->larger_text;
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
  person->larger_text = stile_fields_get_boolean (content, "larger-text");
  person->interpreter = stile_fields_get_boolean (content, "interpreter");
  return person;
}
