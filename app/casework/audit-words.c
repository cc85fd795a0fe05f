// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The lines of the audit in words. */

#include "audit.h"
#include "casework-private.h"
#include "rights.h"
#include "words.h"

/* Also the order in which a filter offers them. */
static const struct
{
  const char *kind;
  const char *words;
} kinds[] = {
  /* Translators: what an adviser did. Behind it stands a colon and what it was done to: “Looked
   * at: the record”. */
  { STILE_KIND_READ, N_("Looked at") },
  /* Translators: “Printed: the plan”. */
  { STILE_KIND_PRINT, N_("Printed") },
  /* Translators: “Exported: everything held about the person”. */
  { STILE_KIND_EXPORT, N_("Exported") },
  /* Translators: “Corrected: an answer”. */
  { STILE_KIND_RECTIFIED, N_("Corrected") },
  { STILE_KIND_ERASED, N_("A person’s record erased") },
  { STILE_KIND_UNLOCK, N_("Record book unlocked") },
  { STILE_KIND_UNLOCK_FAILED, N_("Failed to unlock") },
  { STILE_KIND_ADVISER_ADDED, N_("Adviser added") },
  { STILE_KIND_ADVISER_REMOVED, N_("Adviser removed") },
  { STILE_KIND_ROLE_CHANGED, N_("Role of an adviser changed") },
  { STILE_KIND_PASSPHRASE_CHANGED, N_("Passphrase changed") },
  { STILE_KIND_RECOVERY_KEY_CHANGED, N_("Recovery key replaced") },
  { STILE_KIND_REKEYED, N_("New keys made") },
  { STILE_KIND_BACKUP, N_("Backup made") },
  { STILE_KIND_RESTORED, N_("Restored from a backup") },
  { STILE_KIND_SETTING, N_("Setting changed") },
};

static const struct
{
  const char *what;
  const char *words;
} parts[] = {
  { STILE_WHAT_RECORD, N_("the record") },
  { STILE_WHAT_INTERVIEW, N_("the interview") },
  { STILE_WHAT_RESULT, N_("the result") },
  { STILE_WHAT_PLAN, N_("the plan") },
  { STILE_WHAT_LETTER, N_("a letter") },
  { STILE_WHAT_EVERYTHING, N_("everything held about the person") },
  { STILE_WHAT_EVIDENCE, N_("evidence tables") },
  { STILE_WHAT_PARKED, N_("the list of people who were left alone") },
  { STILE_WHAT_BOOK, N_("the whole record book") },
  /* What a correction was of. */
  { STILE_RECTIFIED_ANSWER, N_("an answer") },
  { STILE_RECTIFIED_DETAILS, N_("details") },
  { STILE_RECTIFIED_NOTE, N_("a note") },
  { STILE_RECTIFIED_CONTACT, N_("a contact") },
};

const char *const *
stile_casework_get_audit_kinds (void)
{
  static const char *names[G_N_ELEMENTS (kinds) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    names[i] = kinds[i].kind;
  return names;
}

const char *
stile_audit_kind_get_words (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].kind, kind) == 0)
        return _(kinds[i].words);
    }

  return kind;
}

static const char *
part_words (const char *what)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (g_strcmp0 (parts[i].what, what) == 0)
        return _(parts[i].words);
    }

  return what;
}

/* What the ledger writes as a word of its own, and when a failed try was. */
static char *
dup_value_words (const char *name, const char *value)
{
  static const struct
  {
    const char *name;
    const char *value;
    const char *words;
  } table[] = {
    /* Translators: how the record book was unlocked. */
    { "by", "passphrase", N_("with a passphrase") },
    { "by", "recovery", N_("with the recovery key") },
    /* Translators: in which role somebody was added. */
    { "role", "adviser", N_("as adviser") },
    { "role", "manager", N_("as centre manager") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (strcmp (table[i].name, name) == 0 && strcmp (table[i].value, value) == 0)
        return g_strdup (_(table[i].words));
    }

  return strcmp (name, "at") == 0 ? stile_day_dup_words (value) : g_strdup (value);
}

/* The texts and numbers of an entry of the ledger's own, whose fields this room does not know
 * one by one. Ids of people mean nothing to a reader. */
static char *
dup_values (JsonNode *content)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, json_node_get_object (content));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      if (json_node_get_value_type (value) == G_TYPE_INT64)
        g_ptr_array_add (values, g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value)));
      else if (json_node_get_value_type (value) == G_TYPE_STRING
               && !g_uuid_string_is_valid (json_node_get_string (value)))
        g_ptr_array_add (values, dup_value_words (name, json_node_get_string (value)));
    }
  if (values->len == 0)
    return NULL;

  g_ptr_array_add (values, NULL);
  return g_strjoinv (_(", "), (char **) values->pdata);
}

char *
stile_audit_tell (const char *kind, JsonNode *content, char **text)
{
  const char *words = stile_audit_kind_get_words (kind);
  const char *what = part_words (stile_fields_get_text (content, "what"));

  *text = NULL;
  if (!content || !JSON_NODE_HOLDS_OBJECT (content))
    return g_strdup (words);
  if (strcmp (kind, STILE_KIND_SETTING) == 0)
    {
      const char *name = stile_fields_get_text (content, "name");

      *text = g_strdup (stile_fields_get_text (content, "value"));
      return name ? g_strdup_printf ("%s: %s", words, name) : g_strdup (words);
    }
  if (!what)
    {
      *text = dup_values (content);
      return g_strdup (words);
    }

  *text = g_strdup (stile_fields_get_text (content, "reason"));
  return g_strdup_printf ("%s: %s", words, what);
}
