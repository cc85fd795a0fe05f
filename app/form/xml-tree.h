// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A well-formed XML file as a tree of plain values that knows where everything stands in the file.
 * The only module that knows libxml2. */

#pragma once

#include <gio/gio.h>
#include <string.h>

#include "arena.h"

G_BEGIN_DECLS

#define STILE_FORM_NAMESPACE "urn:stile:form:1"

typedef struct _StileXmlElement StileXmlElement;

typedef struct
{
  const char *name; /* "xml:lang" with its prefix, if it has one */
  const char *value;
  const StileXmlElement *element; /* that it belongs to */
} StileXmlAttribute;

struct _StileXmlElement
{
  const char *name;
  const char *namespace; /* "" for none */
  const char *text; /* all text directly inside; "" where that is nothing but blanks */
  const char *file;  /* a copy of the file */
  const char *start; /* its "<" in that */
  const char *end;   /* behind its last ">" */
  guint line;        /* of its start */
  guint column;
  const StileXmlAttribute *attributes;
  guint n_attributes;
  StileXmlElement *first;
  StileXmlElement *last;
  StileXmlElement *next;
};

/** The root element, in memory of @arena, or NULL with one fault. Comments and processing
 *  instructions are left out. Refuses what is too large or too deep, a DOCTYPE, and what is not
 *  UTF-8. */
StileXmlElement *stile_xml_parse (GBytes *xml, StileArena *arena, GPtrArray *faults);

/** NULL when @element has no such attribute. */
const StileXmlAttribute *stile_xml_attribute (const StileXmlElement *element, const char *name);
/** The next element called @name from @element on (that is: itself or a later sibling), or NULL. */
const StileXmlElement *stile_xml_find (const StileXmlElement *element, const char *name);
guint stile_xml_count (const StileXmlElement *parent, const char *name);

/** The same as g_str_equal(), quick where the first letters differ, as those of most names do. */
static inline gboolean
stile_xml_is (const char *name, const char *other)
{
  return name[0] == other[0] && strcmp (name, other) == 0;
}

G_END_DECLS
