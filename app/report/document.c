// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document-private.h"
#include "script.h"
#include "words.h"

static void
paragraph_free (StileParagraph *paragraph)
{
  /* A recovery key is among what is printed. */
  stile_secret_free (paragraph->text);
  g_free (paragraph->language);
  g_free (paragraph);
}

StileDocument *
stile_document_new (const char *title, const char *language)
{
  StileDocument *document = g_new0 (StileDocument, 1);

  document->title = g_strdup (title);
  document->language = g_strdup (language);
  document->paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) paragraph_free);
  document->lines = g_array_new (FALSE, FALSE, sizeof (StileLine));
  document->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  return document;
}

void
stile_document_free (StileDocument *document)
{
  if (!document)
    return;

  g_free (document->title);
  g_free (document->language);
  g_ptr_array_unref (document->paragraphs);
  g_array_unref (document->lines);
  g_ptr_array_unref (document->layouts);
  g_clear_object (&document->fonts);
  g_free (document);
}

const char *
stile_document_get_title (const StileDocument *document)
{
  return document->title;
}

const char *
stile_document_get_language (const StileDocument *document)
{
  return document->language;
}

void
stile_document_add (StileDocument *document, StileStyle style, const char *text,
                    const char *language)
{
  StileParagraph *paragraph = g_new0 (StileParagraph, 1);

  paragraph->style = style;
  paragraph->text = g_strdup (text);
  paragraph->language = g_strdup (language);
  g_ptr_array_add (document->paragraphs, paragraph);
}

static gboolean
is_right_to_left_letter (gunichar letter)
{
  switch ((int) g_unichar_get_script (letter))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether the words themselves are in a script that runs from the left: names within them, which
 * are isolated, do not count, nor do figures. */
static gboolean
are_left_to_right (const char *words)
{
  gboolean has_letter = FALSE;
  guint depth = 0;

  for (const char *at = words; *at; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == 0x2068) /* first strong isolate */
        depth++;
      else if (letter == 0x2069 && depth > 0) /* its end */
        depth--;
      else if (depth == 0 && is_right_to_left_letter (letter))
        return FALSE;
      else if (depth == 0 && g_unichar_isalpha (letter))
        has_letter = TRUE;
    }

  return has_letter;
}

void
stile_document_append (StileDocument *document, StileDocument *other)
{
  if (other->paragraphs->len > 0)
    ((StileParagraph *) g_ptr_array_index (other->paragraphs, 0))->starts_page = TRUE;
  g_ptr_array_extend_and_steal (document->paragraphs, g_steal_pointer (&other->paragraphs));
  other->paragraphs = g_ptr_array_new ();
  stile_document_free (other);
}

/* What a catalogue lacks is said in English, which must not run from the right. */
void
stile_document_add_words (StileDocument *document, StileStyle style, const char *text)
{
  g_autofree char *language = stile_words_dup_language ();

  if (stile_language_is_right_to_left (language) && are_left_to_right (text))
    stile_document_add (document, style, text, "en");
  else
    stile_document_add (document, style, text, language);
}

guint
stile_document_get_n_paragraphs (const StileDocument *document)
{
  return document->paragraphs->len;
}

const char *
stile_document_get_paragraph (const StileDocument *document, guint index, StileStyle *style,
                              const char **language)
{
  const StileParagraph *paragraph = g_ptr_array_index (document->paragraphs, index);

  if (style)
    *style = paragraph->style;
  if (language)
    *language = paragraph->language;
  return paragraph->text;
}
