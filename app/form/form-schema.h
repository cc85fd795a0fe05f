// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Which elements and attributes the form language has, and where they stand. */

#pragma once

#include "xml-tree.h"

G_BEGIN_DECLS

/** Appends a fault for everything below @root that the language does not have, that stands in the
 *  wrong place, or that is missing. FALSE when @root is not a form at all. */
gboolean stile_schema_check (const StileXmlElement *root, GPtrArray *faults);

G_END_DECLS
