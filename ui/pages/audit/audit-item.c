// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit-item.h"

#include <glib/gi18n-lib.h>

struct _StileAuditItem
{
  GObject parent_instance;

  StileAuditLine *line;
};

G_DEFINE_FINAL_TYPE (StileAuditItem, stile_audit_item, G_TYPE_OBJECT)

static const char *
get_person (const StileAuditLine *line, const char *whose)
{
  if (line->case_id == NULL || g_strcmp0 (line->case_id, whose) == 0)
    return NULL;
  return line->person != NULL ? line->person : _("A person who was erased");
}

char *
stile_audit_line_describe (const StileAuditLine *line, const char *whose)
{
  const char *person = get_person (line, whose);

  if (person != NULL && line->text != NULL)
    return g_strdup_printf ("%s · %s", person, line->text);
  if (person != NULL)
    return g_strdup (person);
  return g_strdup (line->text != NULL ? line->text : "");
}

const StileAuditLine *
stile_audit_item_get_line (StileAuditItem *item)
{
  return item->line;
}

StileAuditItem *
stile_audit_item_new (StileAuditLine *line)
{
  StileAuditItem *item = g_object_new (STILE_TYPE_AUDIT_ITEM, NULL);

  item->line = line;
  return item;
}

static void
stile_audit_item_finalize (GObject *object)
{
  g_clear_pointer (&STILE_AUDIT_ITEM (object)->line, stile_audit_line_free);
  G_OBJECT_CLASS (stile_audit_item_parent_class)->finalize (object);
}

static void
stile_audit_item_class_init (StileAuditItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stile_audit_item_finalize;
}

static void
stile_audit_item_init (StileAuditItem *item)
{
}
