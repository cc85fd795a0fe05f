// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "po-file.h"

#include "form.h"

#define HEADER "msgid \"\"\nmsgstr \"Language: ur\\n\"\n\n"

static StilePoFile *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) po = g_bytes_new (text, strlen (text));

  return stile_po_file_parse (po, "ur.po", error);
}

static StilePoFile *
parse_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  StilePoFile *catalogue = parse (text, &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
test_new (void)
{
  g_autoptr (StilePoFile) catalogue = parse_good (HEADER);

  g_assert_cmpstr (stile_po_file_get_language (catalogue), ==, "ur");
  g_assert_cmpuint (stile_po_file_count (catalogue), ==, 0);
}

static void
test_translations (void)
{
  g_autoptr (StilePoFile) catalogue = parse_good (
    HEADER "#. A comment\n#: form.xml:3\nmsgid \"Money\"\nmsgstr \"پیسے\"\n\n"
           "msgid \"\"\n\"A long \"\n  \"text\"\nmsgstr \"\"\n\"ایک لمبا \"\n\"متن\"\n");

  g_assert_cmpuint (stile_po_file_count (catalogue), ==, 2);
  g_assert_cmpstr (stile_po_file_find (catalogue, "Money"), ==, "پیسے");
  g_assert_cmpstr (stile_po_file_find (catalogue, "A long text"), ==, "ایک لمبا متن");
  g_assert_null (stile_po_file_find (catalogue, "Housing"));
}

static void
test_escapes (void)
{
  g_autoptr (StilePoFile) catalogue =
    parse_good (HEADER "msgid \"Say \\\"no\\\"\"\nmsgstr \"\\\\ \\t \\\"\"\r\n");

  g_assert_cmpstr (stile_po_file_find (catalogue, "Say \"no\""), ==, "\\ \t \"");
}

static void
test_passed_over (void)
{
  static const char *const messages[] = {
    "msgid \"Money\"\nmsgstr \"\"\n",
    "msgid \"Money\"\nmsgstr \" \\n\"\n",
    "#, fuzzy\nmsgid \"Money\"\nmsgstr \"x\"\n",
    "#, c-format, fuzzy\n#| msgid \"Old\"\nmsgid \"Money\"\nmsgstr \"x\"\n",
    "msgctxt \"menu\"\nmsgid \"Money\"\nmsgstr \"x\"\n",
    "msgid \"Money\"\nmsgid_plural \"Moneys\"\nmsgstr[0] \"x\"\nmsgstr[1] \"y\"\n",
    "#~ msgid \"Money\"\n#~ msgstr \"x\"\n",
    "#, fuzzy\n#~ msgid \"Money\"\n#~ msgstr \"x\"\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autofree char *text = g_strconcat (HEADER, messages[i],
                                           "\nmsgid \"Home\"\nmsgstr \"گھر\"\n", NULL);
      g_autoptr (StilePoFile) catalogue = parse_good (text);

      g_test_message ("%s", messages[i]);
      g_assert_null (stile_po_file_find (catalogue, "Money"));
      g_assert_cmpstr (stile_po_file_find (catalogue, "Home"), ==, "گھر");
    }
}

static void
test_header (void)
{
  static const struct
  {
    const char *fields;
    const char *language;
    gboolean is_draft;
  } rows[] = {
    { "Language: ur\\n", "ur", FALSE },
    { "Language: pt_BR\\nX-Stile-Review: draft\\n", "pt-BR", TRUE },
    { "X-Stile-Review: Draft\\nLanguage: bn\\n", "bn", TRUE },
    { "X-Stile-Review:draft\\nLanguage:pa\\n", "pa", TRUE },
    { "Language: pl\\nX-Stile-Review: Anna, 2026\\n", "pl", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("msgid \"\"\nmsgstr \"%s\"\n", rows[i].fields);
      g_autoptr (StilePoFile) catalogue = parse_good (text);

      g_assert_cmpstr (stile_po_file_get_language (catalogue), ==, rows[i].language);
      g_assert_cmpint (stile_po_file_is_draft (catalogue), ==, rows[i].is_draft);
    }
}

static void
test_byte_order_mark (void)
{
  g_autoptr (StilePoFile) catalogue = parse_good ("\xef\xbb\xbf" HEADER);

  g_assert_cmpstr (stile_po_file_get_language (catalogue), ==, "ur");
}

static void
test_bad (void)
{
  static const struct
  {
    const char *text;
    const char *sentence;
  } rows[] = {
    { "", "ur.po:1: The header does not say which language this is. Write \"Language: ur\\n\" into "
          "it, with the tag of the language." },
    { "msgid \"\"\nmsgstr \"Language: \\n\"\n",
      "ur.po:1: The header does not say which language this is. Write \"Language: ur\\n\" into it, "
      "with the tag of the language." },
    { "msgid \"\"\nmsgstr \"Language: in Urdu\\n\"\n",
      "ur.po:1: The header does not say which language this is. Write \"Language: ur\\n\" into it, "
      "with the tag of the language." },
    { HEADER "msgid \"A\"\nmsgstr \"B\n",
      "ur.po:5: The quotation mark at the end of the line is missing." },
    { HEADER "msgid \"A\"\nmsgstr B\n", "ur.po:5: Here a text in quotation marks is missing." },
    { HEADER "msgid \"A\"\nmsgstr \"say \"B\"\"\n",
      "ur.po:5: Something stands after the text. Write \\\" for a quotation mark inside it." },
    { HEADER "msgid \"A\"\nmsgstr \"\\q\"\n",
      "ur.po:5: A \\ must be followed by n, t, \" or another \\. Write \\\\ for the sign itself." },
    { HEADER "msgid \"A\"\nmsgstr \"\\",
      "ur.po:5: A \\ must be followed by n, t, \" or another \\. Write \\\\ for the sign itself." },
    { HEADER "msgid \"A\"\n\nmsgid \"B\"\nmsgstr \"C\"\n",
      "ur.po:4: This text has no line msgstr. Add one; it may be \"\"." },
    { HEADER "msgid \"A\"\n", "ur.po:4: This text has no line msgstr. Add one; it may be \"\"." },
    { "msgstr \"A\"\n", "ur.po:1: Before msgstr there must be a line msgid." },
    { HEADER "msgid_plural \"A\"\n", "ur.po:4: Before msgid_plural there must be a line msgid." },
    { "\"A\"\n", "ur.po:1: Before this text there must be a line msgid or msgstr." },
    { HEADER "<label>A</label>\n", "ur.po:4: A line begins with msgid, msgstr, a quotation mark or "
                                   "#. Mend or remove this one." },
    { HEADER "msgid \"A\"\nmsgstr \"B\"\n\nmsgid \"A\"\nmsgstr \"C\"\n",
      "ur.po:7: This text stands in line 4 already. Keep one of the two." },
    { HEADER "msgid \"A\"\nmsgstr \"B\"\nmsgstr \"C\"\n",
      "ur.po:6: There is a second msgstr. Keep one of them." },
    { HEADER HEADER, "ur.po:4: There is a second header. Keep one of them." },
    { HEADER "msgid \"A\"\nmsgstr \"a\\b\"\n",
      "ur.po:4: The translation has a sign that nobody can see. Type it again." },
    { HEADER "msgid \"A\"\nmsgstr \"a\uFFFE\"\n",
      "ur.po:4: The translation has a sign that nobody can see. Type it again." },
    { HEADER "msgid \"A\"\nmsgstr \"\xff\"\n",
      "ur.po:5: This is not UTF-8. Save the file as UTF-8 in your editor." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StilePoFile) catalogue = parse (rows[i].text, &error);

      g_test_message ("%s", rows[i].sentence);
      g_assert_error (error, STILE_FORM_ERROR, STILE_FORM_ERROR_FAULTY);
      g_assert_cmpstr (error->message, ==, rows[i].sentence);
      g_assert_null (catalogue);
    }
}

static void
test_zero_byte (void)
{
  static const char text[] = HEADER "msgid \"A\0\"\n";
  g_autoptr (GBytes) po = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_po_file_parse (po, "ur.po", &error));
  g_assert_cmpstr (error->message, ==,
                   "ur.po:4: This is not UTF-8. Save the file as UTF-8 in your editor.");
}

static void
test_too_large (void)
{
  g_autoptr (GBytes) po = g_bytes_new_take (g_malloc0 (STILE_FORM_MAX_BYTES + 1),
                                            STILE_FORM_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (stile_po_file_parse (po, "ur.po", &error));
  g_assert_cmpstr (error->message, ==,
                   "ur.po:1: The file is larger than 8 MiB, which is more than is read.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/po-file/new", test_new);
  g_test_add_func ("/po-file/translations", test_translations);
  g_test_add_func ("/po-file/escapes", test_escapes);
  g_test_add_func ("/po-file/passed-over", test_passed_over);
  g_test_add_func ("/po-file/header", test_header);
  g_test_add_func ("/po-file/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/po-file/bad", test_bad);
  g_test_add_func ("/po-file/zero-byte", test_zero_byte);
  g_test_add_func ("/po-file/too-large", test_too_large);
  return g_test_run ();
}
