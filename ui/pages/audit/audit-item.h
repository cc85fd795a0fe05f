// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "audit.h"

G_BEGIN_DECLS

/** A line of the audit, to be shown in a list. */
#define STILE_TYPE_AUDIT_ITEM (stile_audit_item_get_type ())
G_DECLARE_FINAL_TYPE (StileAuditItem, stile_audit_item, STILE, AUDIT_ITEM, GObject)

/** Takes @line over. */
StileAuditItem *stile_audit_item_new (StileAuditLine *line);
/** Borrowed. */
const StileAuditLine *stile_audit_item_get_line (StileAuditItem *item);

/** Whom a line is about and more of what happened, in one line: "Ada Moss · as adviser". @whose,
 *  the case that the whole list is about or NULL, needs no saying. Free with g_free. */
char *stile_audit_line_describe (const StileAuditLine *line, const char *whose);

G_END_DECLS
