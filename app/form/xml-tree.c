// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xml-tree.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "form.h"
#include "xml-place.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

#define MAX_ATTRIBUTES 64
/* The shortest text that holds so many and one more: a='' and a blank each. */
#define MANY_ATTRIBUTES (5 * MAX_ATTRIBUTES)

typedef struct
{
  const xmlChar *theirs;
  const char *ours;
} KeptName;

typedef struct
{
  StileArena *arena;
  GPtrArray *faults;
  xmlParserCtxt *parser;
  const char *start; /* of the file */
  const char *here;  /* how far lines and columns are counted */
  guint line;
  guint column;
  StileXmlElement *open[STILE_FORM_MAX_DEPTH];
  gsize text_starts[STILE_FORM_MAX_DEPTH]; /* of each open element in @texts */
  guint depth;
  GString *texts; /* of the open elements: that of a child is taken off when it ends */
  KeptName names[64];
  StileXmlElement *root;
  gboolean refused;
} Builder;

static Builder *
get_builder (void *context)
{
  return ((xmlParserCtxt *) context)->_private;
}

/* One fault is enough: what comes after it would be guesswork. */
static void
refuse (Builder *builder, StileRule rule, guint line)
{
  if (!builder->refused)
    stile_faults_add (builder->faults, rule, line, 0, NULL);
  builder->refused = TRUE;
  xmlStopParser (builder->parser);
}

/* Moves on to @place, which is never before the last one, so that everything is counted once. */
static void
move_to (Builder *builder, const char *place)
{
  stile_xml_move (builder->here, place, &builder->line, &builder->column);
  builder->here = place;
}

/* libxml2 gives each name out of its dictionary: the same name is the same pointer. */
static const char *
keep_name (Builder *builder, const xmlChar *name)
{
  KeptName *kept = &builder->names[GPOINTER_TO_SIZE (name) / 8 % G_N_ELEMENTS (builder->names)];

  if (kept->theirs != name)
    *kept = (KeptName) { name, stile_arena_strdup (builder->arena, (const char *) name) };
  return kept->ours;
}

static const char *
keep_qualified_name (Builder *builder, const xmlChar *prefix, const xmlChar *name)
{
  g_autofree char *qualified = NULL;

  if (prefix == NULL)
    return keep_name (builder, name);
  qualified = g_strconcat ((const char *) prefix, ":", (const char *) name, NULL);
  return stile_arena_strdup (builder->arena, qualified);
}

/* libxml2 hands over five pointers an attribute: name, prefix, namespace, value, its end. */
static void
add_attributes (Builder *builder, StileXmlElement *element, guint n_attributes,
                const xmlChar **parts)
{
  StileXmlAttribute *attributes =
    stile_arena_new_array (builder->arena, StileXmlAttribute, n_attributes);

  for (guint i = 0; i < n_attributes; i++, parts += 5)
    {
      attributes[i].name = keep_qualified_name (builder, parts[1], parts[0]);
      attributes[i].value =
        stile_arena_strndup (builder->arena, (const char *) parts[3], parts[4] - parts[3]);
      attributes[i].element = element;
    }
  element->attributes = attributes;
  element->n_attributes = n_attributes;
}

static void
append_element (Builder *builder, StileXmlElement *element)
{
  if (builder->depth > 0)
    {
      StileXmlElement *parent = builder->open[builder->depth - 1];

      if (parent->last == NULL)
        parent->first = element;
      else
        parent->last->next = element;
      parent->last = element;
    }
  else
    builder->root = element;
  builder->text_starts[builder->depth] = builder->texts->len;
  builder->open[builder->depth++] = element;
}

static void
start_element_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                  const xmlChar **parts)
{
  Builder *builder = get_builder (context);
  const char *tag;
  StileXmlElement *element;

  if (builder->refused)
    return;
  /* The parser stands at the end of the tag, inside which there is no other "<". */
  tag = memrchr (builder->start, '<', xmlByteConsumed (builder->parser));
  move_to (builder, tag);
  if (builder->depth == STILE_FORM_MAX_DEPTH)
    {
      refuse (builder, STILE_RULE_TOO_DEEP, builder->line);
      return;
    }

  element = stile_arena_new_array (builder->arena, StileXmlElement, 1);
  element->name = keep_name (builder, name);
  element->namespace = uri == NULL ? "" : keep_name (builder, uri);
  element->file = builder->start;
  element->start = tag;
  element->line = builder->line;
  element->column = builder->column;
  add_attributes (builder, element, n_attributes, parts);
  append_element (builder, element);
}

static void
end_element_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Builder *builder = get_builder (context);
  const char *text;
  gsize start, length;
  StileXmlElement *element;

  /* What was too deep was not opened. */
  if (builder->refused)
    return;
  element = builder->open[--builder->depth];
  element->end = builder->start + xmlByteConsumed (builder->parser);
  start = builder->text_starts[builder->depth];
  text = builder->texts->str + start;
  length = builder->texts->len - start;
  element->text =
    strspn (text, " \t\r\n") == length ? "" : stile_arena_strndup (builder->arena, text, length);
  g_string_truncate (builder->texts, start);
}

static void
characters_cb (void *context, const xmlChar *text, int length)
{
  Builder *builder = get_builder (context);

  if (builder->depth > 0)
    g_string_append_len (builder->texts, (const char *) text, length);
}

static void
doctype_cb (void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  Builder *builder = get_builder (context);

  refuse (builder, STILE_RULE_DOCTYPE, xmlSAX2GetLineNumber (builder->parser));
}

/* The parser quotes from the file, cut at some byte, over several lines. */
static char *
dup_first_line (const char *message)
{
  g_autofree char *line = g_strndup (message, strcspn (message, "\n"));

  return g_utf8_make_valid (g_strchomp (line), -1);
}

/* What to do, for the mistakes that people make most; what the parser says, for all others. */
static char *
dup_reason (const xmlError *error)
{
  switch (error->code)
    {
    case XML_ERR_LT_IN_ATTRIBUTE:
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      return g_strdup ("the signs < and & have a meaning of their own; write &lt; and &amp;");
    case XML_ERR_UNDECLARED_ENTITY:
      return g_strdup ("only &lt; &gt; &amp; &quot; &apos; and numbers such as &#233; can be "
                       "written with a &");
    default:
      return dup_first_line (error->message != NULL ? error->message : "reason unknown");
    }
}

static void
error_cb (void *context, xmlError *error)
{
  Builder *builder = get_builder (context);
  g_autofree char *reason = NULL;

  if (error->level < XML_ERR_ERROR || builder->refused)
    return;
  builder->refused = TRUE;
  reason = dup_reason (error);
  stile_faults_add (builder->faults, STILE_RULE_NOT_WELL_FORMED, MAX (error->line, 1),
                    MAX (error->int2, 0), reason, NULL);
}

static xmlParserCtxt *
new_parser (Builder *builder)
{
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  xmlSAXHandler *sax;

  if (parser == NULL)
    return NULL;
  sax = parser->sax;
  memset (sax, 0, sizeof *sax);
  sax->initialized = XML_SAX2_MAGIC;
  sax->internalSubset = doctype_cb;
  sax->startElementNs = start_element_cb;
  sax->endElementNs = end_element_cb;
  sax->characters = characters_cb;
  sax->ignorableWhitespace = characters_cb;
  sax->serror = error_cb;
  parser->_private = builder;
  return parser;
}

/* What an XML declaration says, or NULL. */
static char *
dup_declared_encoding (const char *text)
{
  const char *end, *c;

  if (g_str_has_prefix (text, BYTE_ORDER_MARK))
    text += strlen (BYTE_ORDER_MARK);
  if (!g_str_has_prefix (text, "<?xml") || (end = strstr (text, "?>")) == NULL)
    return NULL;
  c = g_strstr_len (text, end - text, "encoding");
  if (c == NULL)
    return NULL;
  c += strlen ("encoding");
  c += strspn (c, " \t\r\n=");
  if (*c != '"' && *c != '\'')
    return NULL;
  return g_strndup (c + 1, strcspn (c + 1, "\"'"));
}

/* Another encoding would need to be converted, and then no byte would stand where it stands in the
 * file. Any text editor of today writes UTF-8. */
static gboolean
check_encoding (const char *text, gsize length, GPtrArray *faults)
{
  g_autofree char *encoding = NULL;
  const char *end;

  if (!g_utf8_validate (text, length, &end))
    {
      guint line = 1;

      for (const char *c = text; c < end; c++)
        line += *c == '\n';
      stile_faults_add (faults, STILE_RULE_NOT_UTF8, line, 0, NULL);
      return FALSE;
    }

  encoding = dup_declared_encoding (text);
  if (encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return TRUE;
  stile_faults_add (faults, STILE_RULE_ENCODING, 1, 0, encoding, NULL);
  return FALSE;
}

/* Skips a comment, a CDATA section or a processing instruction; @c itself for anything else; NULL
 * when it has no end. */
static const char *
skip_special (const char *c)
{
  static const char *const pairs[][2] = {
    { "<!--", "-->" },
    { "<![CDATA[", "]]>" },
    { "<?", "?>" },
  };

  if (c[1] != '!' && c[1] != '?')
    return c;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_has_prefix (c, pairs[i][0]))
      return strstr (c, pairs[i][1]);
  return c;
}

/* libxml2 compares each attribute of an element with all others before anybody is asked, so that a
 * single tag of 8 MiB would take hours. What is not well-formed is left for it to find; it reads no
 * tag beyond the next "<". */
static gboolean
check_tags (Builder *builder)
{
  const char *c = builder->start;

  while ((c = strchr (c, '<')) != NULL && (c = skip_special (c)) != NULL)
    {
      const char *tag = c, *next = strchr (c + 1, '<');
      guint n_attributes = 0;

      if (next != NULL && next - tag < MANY_ATTRIBUTES)
        {
          c = next;
          continue;
        }
      for (; *c != '\0' && *c != '>'; c++)
        {
          n_attributes += *c == '=';
          if (n_attributes > MAX_ATTRIBUTES)
            {
              move_to (builder, tag);
              stile_faults_add (builder->faults, STILE_RULE_TOO_MANY_ATTRIBUTES, builder->line,
                                builder->column, NULL);
              return FALSE;
            }
          if ((*c == '"' || *c == '\'') && (c = strchr (c + 1, *c)) == NULL)
            return TRUE;
        }
    }
  return TRUE;
}

/* Where libxml2 gave up without a word: a file of no bytes, or no memory. NULL otherwise. */
static char *
dup_silent_reason (Builder *builder)
{
  if (builder->refused)
    return NULL;
  if (builder->parser == NULL || builder->parser->errNo == XML_ERR_NO_MEMORY)
    return g_strdup ("there is not enough memory to read it");
  return builder->root == NULL ? g_strdup ("the file is empty") : NULL;
}

StileXmlElement *
stile_xml_parse (GBytes *xml, StileArena *arena, GPtrArray *faults)
{
  Builder builder = { .arena = arena, .faults = faults, .line = 1, .column = 1 };
  g_autofree char *reason = NULL;
  gsize length;
  const char *bytes = g_bytes_get_data (xml, &length);

  if (length > STILE_FORM_MAX_BYTES)
    {
      stile_faults_add (faults, STILE_RULE_TOO_LARGE, 1, 0, NULL);
      return NULL;
    }
  builder.start = builder.here =
    stile_arena_strndup (arena, length == 0 ? "" : bytes, length);
  if (!check_encoding (builder.start, length, faults) || !check_tags (&builder))
    return NULL;

  builder.texts = g_string_new (NULL);
  builder.parser = new_parser (&builder);
  if (builder.parser != NULL)
    xmlFreeDoc (xmlCtxtReadMemory (builder.parser, builder.start, length, NULL, NULL,
                                   XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES));
  reason = dup_silent_reason (&builder);
  if (reason != NULL)
    stile_faults_add (faults, STILE_RULE_NOT_WELL_FORMED, 1, 0, reason, NULL);
  xmlFreeParserCtxt (builder.parser);
  g_string_free (builder.texts, TRUE);
  return builder.refused || reason != NULL ? NULL : builder.root;
}

const StileXmlAttribute *
stile_xml_attribute (const StileXmlElement *element, const char *name)
{
  for (guint i = 0; i < element->n_attributes; i++)
    if (stile_xml_is (element->attributes[i].name, name))
      return &element->attributes[i];
  return NULL;
}

const StileXmlElement *
stile_xml_find (const StileXmlElement *element, const char *name)
{
  while (element != NULL && !stile_xml_is (element->name, name))
    element = element->next;
  return element;
}

guint
stile_xml_count (const StileXmlElement *parent, const char *name)
{
  guint count = 0;

  for (const StileXmlElement *child = stile_xml_find (parent->first, name); child != NULL;
       child = stile_xml_find (child->next, name))
    count++;
  return count;
}
