// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "audit-item.h"

G_BEGIN_DECLS

/** One line of the audit, as it is seen. */
#define STILE_TYPE_AUDIT_ROW (stile_audit_row_get_type ())
G_DECLARE_FINAL_TYPE (StileAuditRow, stile_audit_row, STILE, AUDIT_ROW, AdwBin)

StileAuditRow *stile_audit_row_new (void);
/** Shows @item; recycled by the list for another one later. @whose: as for
 *  stile_audit_line_describe(). */
void stile_audit_row_set_item (StileAuditRow *row, StileAuditItem *item, const char *whose,
                               GDateTime *now);

G_END_DECLS
