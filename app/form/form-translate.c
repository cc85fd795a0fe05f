// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form-translate.h"

#include "form-schema.h"
#include "text-private.h"
#include "xml-place.h"

/* Bytes of the file that others take the place of. */
typedef struct
{
  const char *from;
  const char *to;
  char *bytes;
} Edit;

typedef struct
{
  StileArena *arena;
  const StileXmlElement *root;
  const char *own_language;
} Source;

/* Called for each text in the form's own language, in the order of the file. */
typedef void (*TextFunc) (const StileXmlElement *element, const StileXmlElement *parent,
                          const char *text, gpointer data);

static const char *
get_attribute (const StileXmlElement *element, const char *name)
{
  const StileXmlAttribute *attribute = stile_xml_attribute (element, name);

  return attribute == NULL ? NULL : attribute->value;
}

static gboolean
is_in (const StileXmlElement *element, const char *language, const char *own_language)
{
  const char *tag = get_attribute (element, "xml:lang");

  return g_ascii_strcasecmp (tag != NULL ? tag : own_language, language) == 0;
}

/* As deep as the tree, which is at most STILE_FORM_MAX_DEPTH. Where the questions come from stays
 * in the language it was published in. */
static void
for_each_text (const Source *source, const StileXmlElement *parent, TextFunc func, gpointer data)
{
  for (const StileXmlElement *child = parent->first; child != NULL; child = child->next)
    if (!stile_schema_is_text (child->name))
      for_each_text (source, child, func, data);
    else if (!stile_xml_is (child->name, "source") && child->text[0] != '\0'
             && is_in (child, source->own_language, source->own_language))
      func (child, parent,
            stile_text_normalize (stile_arena_strdup (source->arena, child->text)), data);
}

/* The file was read once without a fault when the form was made of it. */
static void
read_source (Source *source, const StileForm *form, StileArena *arena)
{
  g_autoptr (GPtrArray) faults = stile_faults_new ();

  source->arena = arena;
  source->root = stile_xml_parse (form->xml, arena, faults);
  source->own_language = form->language;
  g_assert (source->root != NULL);
}

/* ---- Translate ---- */

typedef struct
{
  const Source *source;
  const StilePoFile *catalogue;
  GArray *edits;
  GHashTable *used; /* texts */
  gboolean keeps_old; /* words of the language that the catalogue does not have */
} Translator;

static void
clear_edit (gpointer data)
{
  g_free (((Edit *) data)->bytes);
}

static int
compare_edits (gconstpointer a, gconstpointer b)
{
  const Edit *first = a, *second = b;

  return first->from < second->from ? -1 : first->from > second->from;
}

static void
add_edit (Translator *translator, const char *from, const char *to, char *bytes)
{
  const Edit edit = { from, to, bytes };

  g_array_append_val (translator->edits, edit);
}

/* In the place of the old translation, or behind all others. */
static void
translate_text_cb (const StileXmlElement *element, const StileXmlElement *parent, const char *text,
                   gpointer data)
{
  Translator *translator = data;
  const char *language = stile_po_file_get_language (translator->catalogue);
  const char *found = stile_po_file_find (translator->catalogue, text);
  const StileXmlElement *last = element, *old = NULL;
  g_autofree char *words = NULL;
  char *bytes;

  for (const StileXmlElement *other = stile_xml_find (parent->first, element->name); other != NULL;
       other = stile_xml_find (other->next, element->name))
    {
      last = other;
      if (is_in (other, language, translator->source->own_language))
        old = other;
    }
  if (found == NULL)
    {
      translator->keeps_old |= old != NULL;
      return;
    }

  g_hash_table_add (translator->used, (gpointer) text);
  words = stile_text_normalize (g_strdup (found));
  bytes = g_markup_printf_escaped ("<%s xml:lang=\"%s\">%s</%s>", element->name, language, words,
                                   element->name);
  if (old != NULL)
    add_edit (translator, old->start, old->end, bytes);
  else
    add_edit (translator, last->end, last->end, bytes);
}

/* The languages of the attribute "drafts", with or without that of the catalogue. Who mends a few
 * words of a draft has not read the others. */
static char *
join_drafts (Translator *translator)
{
  const char *before = get_attribute (translator->source->root, "drafts");
  const char *language = stile_po_file_get_language (translator->catalogue);
  g_auto (GStrv) drafts = g_strsplit_set (before != NULL ? before : "", " \t\r\n", -1);
  GString *joined = g_string_new (NULL);
  gboolean was_draft = FALSE;

  for (guint i = 0; drafts[i] != NULL; i++)
    if (drafts[i][0] != '\0' && g_ascii_strcasecmp (drafts[i], language) != 0)
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", drafts[i]);
    else if (drafts[i][0] != '\0')
      was_draft = TRUE;
  if (stile_po_file_is_draft (translator->catalogue) || (was_draft && translator->keeps_old))
    g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", language);
  return g_string_free (joined, FALSE);
}

static void
mark_draft (Translator *translator)
{
  const StileXmlElement *root = translator->source->root;
  const StileXmlAttribute *attribute = stile_xml_attribute (root, "drafts");
  char *drafts = join_drafts (translator);

  if (attribute != NULL)
    {
      const char *value = stile_xml_attribute_find (attribute);

      add_edit (translator, value, strchr (value, value[-1]), drafts);
      return;
    }
  if (drafts[0] != '\0')
    {
      const char *place = root->start + strcspn (root->start, " \t\r\n/>");

      add_edit (translator, place, place, g_strdup_printf (" drafts=\"%s\"", drafts));
    }
  g_free (drafts);
}

static GBytes *
apply (GArray *edits, const char *start, gsize length)
{
  GString *out = g_string_sized_new (length);
  const char *here = start;

  g_array_sort (edits, compare_edits);
  for (guint i = 0; i < edits->len; i++)
    {
      const Edit *edit = &g_array_index (edits, Edit, i);

      g_string_append_len (out, here, edit->from - here);
      g_string_append (out, edit->bytes);
      here = edit->to;
    }
  g_string_append_len (out, here, start + length - here);
  return g_string_free_to_bytes (out);
}

static GBytes *
translate (Translator *translator, gsize length)
{
  const StileXmlElement *root = translator->source->root;
  GBytes *translated;

  translator->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_array_set_clear_func (translator->edits, clear_edit);
  for_each_text (translator->source, root, translate_text_cb, translator);
  if (translator->edits->len > 0)
    mark_draft (translator);
  translated = apply (translator->edits, root->file, length);
  g_array_unref (translator->edits);
  return translated;
}

GBytes *
stile_form_translate (const StileForm *form, const StilePoFile *catalogue, guint *n_unused,
                      GError **error)
{
  g_autoptr (StileArena) arena = stile_arena_new ();
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  const char *language = stile_po_file_get_language (catalogue);
  Source source;
  Translator translator = { .source = &source, .catalogue = catalogue, .used = used };
  GBytes *translated;

  if (g_ascii_strcasecmp (language, form->language) == 0)
    {
      g_set_error (error, STILE_FORM_ERROR, STILE_FORM_ERROR_FAULTY,
                   "The catalogue is in “%s”, the form's own language. Change the words in the "
                   "form itself.",
                   language);
      return NULL;
    }
  read_source (&source, form, arena);
  translated = translate (&translator, g_bytes_get_size (form->xml));
  if (n_unused != NULL)
    *n_unused = stile_po_file_count (catalogue) - g_hash_table_size (used);
  return translated;
}

/* ---- Template ---- */

typedef struct
{
  GString *out;
  GHashTable *seen; /* texts */
} Template;

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
  g_string_append (out, "\"\n");
}

static void
add_to_template_cb (const StileXmlElement *element, const StileXmlElement *parent,
                    const char *text, gpointer data)
{
  Template *template = data;
  const char *id = get_attribute (parent, "id");

  if (!g_hash_table_add (template->seen, (gpointer) text))
    return;
  g_string_append_printf (template->out, "\n#. %s of the %s%s%s\nmsgid ", element->name,
                          parent->name, id != NULL ? " " : "", id != NULL ? id : "");
  append_quoted (template->out, text);
  g_string_append (template->out, "msgstr \"\"\n");
}

GBytes *
stile_form_make_template (const StileForm *form)
{
  g_autoptr (StileArena) arena = stile_arena_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Template template = { .out = g_string_new (NULL), .seen = seen };
  Source source;

  read_source (&source, form, arena);
  g_string_append_printf (template.out,
                          "# Write the tag of the language behind \"Language:\", such as ur. Once\n"
                          "# somebody who grew up with it has read all, take \"draft\" out.\n"
                          "msgid \"\"\n"
                          "msgstr \"\"\n"
                          "\"Project-Id-Version: %s %s\\n\"\n"
                          "\"Language: \\n\"\n"
                          "\"MIME-Version: 1.0\\n\"\n"
                          "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                          "\"Content-Transfer-Encoding: 8bit\\n\"\n"
                          "\"X-Stile-Review: draft\\n\"\n",
                          form->id, form->version);
  for_each_text (&source, source.root, add_to_template_cb, &template);
  return g_string_free_to_bytes (template.out);
}
