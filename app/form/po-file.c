// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "po-file.h"

#include <string.h>

#include "form.h"
#include "text-private.h"

struct _StilePoFile
{
  char *language;
  gboolean is_draft;
  GHashTable *translations; /* text → translation */
};

typedef struct
{
  StilePoFile *catalogue;
  const char *name;
  guint line;
  GString *id;
  GString *string;
  GString *other;   /* what nobody needs: contexts and plurals */
  GString *open;    /* which of these a string on a line of its own goes on with; or NULL */
  guint id_line;    /* 0 while no message is open */
  gboolean has_string;
  gboolean is_passed_over;
  gboolean is_fuzzy; /* the message that comes next */
  char *header;
  GHashTable *lines; /* text → the line where it stands */
  GError **error;
} Reader;

static gboolean G_GNUC_PRINTF (3, 4)
fail (Reader *reader, guint line, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (reader->error, STILE_FORM_ERROR, STILE_FORM_ERROR_FAULTY, "%s:%u: %s", reader->name,
               line, sentence);
  return FALSE;
}

/* XML has no place for the control characters below the blank, but for three, nor for these two. */
static gboolean
can_stand_in_xml (const char *text)
{
  if (strstr (text, "\uFFFE") != NULL || strstr (text, "\uFFFF") != NULL)
    return FALSE;
  for (; *text != '\0'; text++)
    if ((guchar) *text < ' ' && strchr ("\t\r\n", *text) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
keep_header (Reader *reader)
{
  if (reader->header != NULL)
    return fail (reader, reader->id_line, "There is a second header. Keep one of them.");
  reader->header = g_strdup (reader->string->str);
  return TRUE;
}

static gboolean
keep_message (Reader *reader)
{
  const char *id = reader->id->str;
  const char *string = reader->string->str;
  gpointer line;

  if (id[0] == '\0')
    return keep_header (reader);
  if (reader->is_passed_over)
    return TRUE;
  line = g_hash_table_lookup (reader->lines, id);
  if (line != NULL)
    return fail (reader, reader->id_line,
                 "This text stands in line %u already. Keep one of the two.",
                 GPOINTER_TO_UINT (line));
  g_hash_table_insert (reader->lines, g_strdup (id), GUINT_TO_POINTER (reader->id_line));
  if (!can_stand_in_xml (string))
    return fail (reader, reader->id_line,
                 "The translation has a sign that nobody can see. Type it again.");
  if (string[strspn (string, " \t\r\n")] != '\0')
    g_hash_table_insert (reader->catalogue->translations, g_strdup (id), g_strdup (string));
  return TRUE;
}

static gboolean
end_message (Reader *reader)
{
  if (reader->id_line != 0)
    {
      if (!reader->has_string)
        return fail (reader, reader->id_line,
                     "This text has no line msgstr. Add one; it may be \"\".");
      if (!keep_message (reader))
        return FALSE;
    }
  reader->id_line = 0;
  reader->has_string = FALSE;
  reader->is_passed_over = FALSE;
  reader->open = NULL;
  return TRUE;
}

static gboolean
read_escape (Reader *reader, const char *c, GString *target)
{
  static const char letters[] = "ntr\"\\abfv";
  static const char meanings[] = "\n\t\r\"\\\a\b\f\v";
  const char *letter = *c != '\0' ? strchr (letters, *c) : NULL;

  if (letter == NULL)
    return fail (reader, reader->line,
                 "A \\ must be followed by n, t, \" or another \\. Write \\\\ for the sign "
                 "itself.");
  g_string_append_c (target, meanings[letter - letters]);
  return TRUE;
}

/* A text in quotation marks, from @c to the end of the line, appended to @target. */
static gboolean
read_string (Reader *reader, const char *c, GString *target)
{
  c += strspn (c, " \t");
  if (*c != '"')
    return fail (reader, reader->line, "Here a text in quotation marks is missing.");
  for (c++; *c != '"'; c++)
    {
      if (*c == '\0')
        return fail (reader, reader->line, "The quotation mark at the end of the line is missing.");
      if (*c != '\\')
        g_string_append_c (target, *c);
      else if (!read_escape (reader, ++c, target))
        return FALSE;
    }
  c++;
  if (c[strspn (c, " \t\r")] != '\0')
    return fail (reader, reader->line,
                 "Something stands after the text. Write \\\" for a quotation mark inside it.");
  return TRUE;
}

static gboolean
begin (Reader *reader, GString *part)
{
  g_string_truncate (part, 0);
  reader->open = part;
  return TRUE;
}

static gboolean
begin_context (Reader *reader)
{
  if (!end_message (reader))
    return FALSE;
  reader->is_passed_over = TRUE;
  return begin (reader, reader->other);
}

static gboolean
begin_id (Reader *reader)
{
  if (reader->id_line != 0 && !end_message (reader))
    return FALSE;
  reader->id_line = reader->line;
  reader->is_passed_over |= reader->is_fuzzy;
  reader->is_fuzzy = FALSE;
  g_string_truncate (reader->string, 0);
  return begin (reader, reader->id);
}

static gboolean
begin_plural (Reader *reader)
{
  if (reader->id_line == 0 || reader->has_string)
    return fail (reader, reader->line, "Before msgid_plural there must be a line msgid.");
  reader->is_passed_over = TRUE;
  return begin (reader, reader->other);
}

static gboolean
begin_string (Reader *reader)
{
  if (reader->id_line == 0)
    return fail (reader, reader->line, "Before msgstr there must be a line msgid.");
  if (reader->has_string && !reader->is_passed_over)
    return fail (reader, reader->line, "There is a second msgstr. Keep one of them.");
  reader->has_string = TRUE;
  return begin (reader, reader->string);
}

static gboolean
read_words (Reader *reader, const char *line)
{
  static const struct
  {
    const char *word;
    gboolean (*begin) (Reader *reader);
  } rules[] = {
    { "msgctxt", begin_context },
    { "msgid_plural", begin_plural },
    { "msgid", begin_id },
    { "msgstr", begin_string },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_has_prefix (line, rules[i].word))
      {
        line += strlen (rules[i].word);
        if (*line == '[')
          line += strspn (line, "[0123456789]");
        return rules[i].begin (reader) && read_string (reader, line, reader->open);
      }
  if (*line != '"')
    return fail (reader, reader->line,
                 "A line begins with msgid, msgstr, a quotation mark or #. Mend or remove this "
                 "one.");
  if (reader->open == NULL)
    return fail (reader, reader->line, "Before this text there must be a line msgid or msgstr.");
  return read_string (reader, line, reader->open);
}

/* What is obsolete ("#~") is a comment like any other, but the flags above it are its own: editors
 * that sort leave such messages in the middle. */
static gboolean
read_line (Reader *reader, const char *line)
{
  line += strspn (line, " \t\r");
  if (*line == '#')
    {
      reader->is_fuzzy |= line[1] == ',' && strstr (line, "fuzzy") != NULL;
      reader->is_fuzzy &= line[1] != '~';
      return TRUE;
    }
  return *line == '\0' || read_words (reader, line);
}

static gboolean
read_lines (Reader *reader, char *text)
{
  char *next;

  for (; text != NULL; text = next)
    {
      next = strchr (text, '\n');
      if (next != NULL)
        *next++ = '\0';
      reader->line++;
      if (!read_line (reader, text))
        return FALSE;
    }
  return end_message (reader);
}

/* The value of a field of the header, or NULL. */
static char *
dup_field (const char *header, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (header != NULL ? header : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], name) && lines[i][strlen (name)] == ':')
      return g_strstrip (g_strdup (lines[i] + strlen (name) + 1));
  return NULL;
}

static gboolean
read_header (Reader *reader)
{
  StilePoFile *catalogue = reader->catalogue;
  g_autofree char *review = dup_field (reader->header, "X-Stile-Review");

  catalogue->is_draft = review != NULL && g_ascii_strcasecmp (review, "draft") == 0;
  catalogue->language = dup_field (reader->header, "Language");
  if (catalogue->language != NULL)
    g_strdelimit (catalogue->language, "_", '-');
  if (catalogue->language == NULL || !stile_language_is_valid (catalogue->language))
    return fail (reader, 1,
                 "The header does not say which language this is. Write \"Language: ur\\n\" into "
                 "it, with the tag of the language.");
  return TRUE;
}

static gboolean
check_encoding (Reader *reader, const char *text, gsize length)
{
  const char *end;
  guint line = 1;

  if (length > STILE_FORM_MAX_BYTES)
    return fail (reader, 1, "The file is larger than 8 MiB, which is more than is read.");
  if (g_utf8_validate_len (text, length, &end))
    return TRUE;
  for (const char *c = text; c < end; c++)
    line += *c == '\n';
  return fail (reader, line, "This is not UTF-8. Save the file as UTF-8 in your editor.");
}

static gboolean
read_catalogue (Reader *reader, GBytes *po)
{
  gsize length;
  const char *bytes = g_bytes_get_data (po, &length);
  g_autofree char *text = NULL;

  if (!check_encoding (reader, length == 0 ? "" : bytes, length))
    return FALSE;
  text = g_strndup (length == 0 ? "" : bytes, length);
  return read_lines (reader, g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text)
         && read_header (reader);
}

StilePoFile *
stile_po_file_parse (GBytes *po, const char *name, GError **error)
{
  g_autoptr (StilePoFile) catalogue = g_new0 (StilePoFile, 1);
  Reader reader = { .catalogue = catalogue, .name = name, .error = error };
  gboolean is_read;

  catalogue->translations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reader.id = g_string_new (NULL);
  reader.string = g_string_new (NULL);
  reader.other = g_string_new (NULL);
  reader.lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  is_read = read_catalogue (&reader, po);
  g_string_free (reader.id, TRUE);
  g_string_free (reader.string, TRUE);
  g_string_free (reader.other, TRUE);
  g_hash_table_unref (reader.lines);
  g_free (reader.header);
  return is_read ? g_steal_pointer (&catalogue) : NULL;
}

void
stile_po_file_free (StilePoFile *catalogue)
{
  g_hash_table_unref (catalogue->translations);
  g_free (catalogue->language);
  g_free (catalogue);
}

const char *
stile_po_file_get_language (const StilePoFile *catalogue)
{
  return catalogue->language;
}

gboolean
stile_po_file_is_draft (const StilePoFile *catalogue)
{
  return catalogue->is_draft;
}

const char *
stile_po_file_find (const StilePoFile *catalogue, const char *text)
{
  return g_hash_table_lookup (catalogue->translations, text);
}

guint
stile_po_file_count (const StilePoFile *catalogue)
{
  return g_hash_table_size (catalogue->translations);
}
