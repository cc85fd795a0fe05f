// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "audit.h"

G_BEGIN_DECLS

/** Who did what: the lines of the audit, newest first, of everybody or of one person's record. */
#define STILE_TYPE_AUDIT_PAGE (stile_audit_page_get_type ())
G_DECLARE_FINAL_TYPE (StileAuditPage, stile_audit_page, STILE, AUDIT_PAGE, AdwBin)

/** @case_id: only what concerns this person; NULL: everything. */
gboolean stile_audit_page_open (StileAuditPage *page, StileCasework *casework, const char *case_id,
                                GError **error);
/** Drops all lines. */
void stile_audit_page_close (StileAuditPage *page);

G_END_DECLS
