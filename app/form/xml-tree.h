// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A well-formed XML file as a tree of plain values, with the line and column of every element and
 * attribute. The only module that knows libxml2. */

#pragma once

#include <gio/gio.h>

#include "arena.h"

G_BEGIN_DECLS

#define STILE_FORM_NAMESPACE "urn:stile:form:1"

typedef struct
{
  const char *name; /* "xml:lang" with its prefix, if it has one */
  const char *value;
  guint line; /* of the value */
  guint column;
  const char *raw; /* the value as it stands in the file: borrowed from its bytes */
} StileXmlAttribute;

typedef struct _StileXmlElement StileXmlElement;
struct _StileXmlElement
{
  const char *name;
  const char *namespace; /* "" for none */
  const char *text; /* all text directly inside, or "" */
  guint line; /* of its "<" */
  guint column;
  const StileXmlAttribute *attributes;
  guint n_attributes;
  StileXmlElement *first;
  StileXmlElement *last;
  StileXmlElement *next;
};

/** The root element, in memory of @arena, or NULL with one fault. Comments and processing
 *  instructions are left out. Refuses what is too large or too deep, a DOCTYPE, and what is not
 *  UTF-8. @xml must outlive the tree. */
StileXmlElement *stile_xml_parse (GBytes *xml, StileArena *arena, GPtrArray *faults);

/** NULL when @element has no such attribute. */
const StileXmlAttribute *stile_xml_attribute (const StileXmlElement *element, const char *name);
/** The next element called @name from @element on (that is: itself or a later sibling), or NULL. */
const StileXmlElement *stile_xml_find (const StileXmlElement *element, const char *name);
guint stile_xml_count (const StileXmlElement *parent, const char *name);

/** Where in the file the byte @offset of the attribute's value stands. */
void stile_xml_attribute_locate (const StileXmlAttribute *attribute, gsize offset, guint *line,
                                 guint *column);

G_END_DECLS
