// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Where in the file things stand. An attribute is looked for when a fault needs it: libxml2 does
 * not keep its place, and most forms have no faults. */

#pragma once

#include "fault-rules.h"
#include "xml-tree.h"

G_BEGIN_DECLS

/** Moves @line and @column, those of @from, on to @to, which is not before it. */
void stile_xml_move (const char *from, const char *to, guint *line, guint *column);

/** The value as it stands in the copy of the file, behind its quotation mark. */
const char *stile_xml_attribute_find (const StileXmlAttribute *attribute);

/** Where the byte @offset of the attribute's value stands. */
void stile_xml_attribute_locate (const StileXmlAttribute *attribute, gsize offset, guint *line,
                                 guint *column);

/** Whether @a stands before @b in their file. */
gboolean stile_xml_attribute_is_before (const StileXmlAttribute *a, const StileXmlAttribute *b);

/** Appends a fault that lies with the value of @attribute; otherwise as stile_faults_add(). */
void stile_xml_attribute_fault (GPtrArray *faults, StileRule rule,
                                const StileXmlAttribute *attribute, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
