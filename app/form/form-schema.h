// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Which elements and attributes the form language has, and where they stand. */

#pragma once

#include "xml-tree.h"

G_BEGIN_DECLS

/** Appends a fault for everything below @root that the language does not have, that stands in the
 *  wrong place, or that is missing. FALSE when @root is not a form at all. */
gboolean stile_schema_check (const StileXmlElement *root, GPtrArray *faults);

/** Whether an element of this name holds words, in any language. */
gboolean stile_schema_is_text (const char *name);

/** The elements of the language, one after the other; FALSE behind the last @index. @parent is NULL
 *  where an element is the same wherever it stands. @attributes are joined by blanks; those that it
 *  needs end in "!". All static. */
gboolean stile_schema_get_element (guint index, const char **name, const char **parent,
                                   const char **attributes);

G_END_DECLS
