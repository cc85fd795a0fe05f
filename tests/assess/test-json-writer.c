// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json-writer.h"

#include <math.h>

static void
assert_written (StileJsonWriter *writer, const char *wanted)
{
  g_autofree char *text = stile_json_writer_finish (writer);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_new (void)
{
  g_autoptr (StileJsonWriter) writer = stile_json_writer_new ();

  g_assert_nonnull (writer);
}

static void
test_empty (void)
{
  StileJsonWriter *writer = stile_json_writer_new ();

  stile_json_writer_open_object (writer, NULL, STILE_JSON_LINES);
  stile_json_writer_open_array (writer, "a", STILE_JSON_LINES);
  stile_json_writer_close (writer);
  stile_json_writer_open_object (writer, "o", STILE_JSON_INLINE);
  stile_json_writer_close (writer);
  stile_json_writer_close (writer);
  assert_written (writer, "{\n  \"a\": [],\n  \"o\": {}\n}\n");
}

static void
test_inline_holds_for_all_within (void)
{
  StileJsonWriter *writer = stile_json_writer_new ();

  stile_json_writer_open_array (writer, NULL, STILE_JSON_INLINE);
  stile_json_writer_open_object (writer, NULL, STILE_JSON_LINES);
  stile_json_writer_add_boolean (writer, "yes", TRUE);
  stile_json_writer_add_boolean (writer, "no", FALSE);
  stile_json_writer_close (writer);
  stile_json_writer_add_string (writer, NULL, NULL);
  stile_json_writer_close (writer);
  assert_written (writer, "[{\"yes\": true, \"no\": false}, null]\n");
}

static void
test_strings (void)
{
  StileJsonWriter *writer = stile_json_writer_new ();

  stile_json_writer_add_string (writer, NULL, "\"\\/\n\t\x01\x7f é 你");
  assert_written (writer, "\"\\\"\\\\/\\n\\u0009\\u0001\\u007f é 你\"\n");
}

static const struct
{
  double number;
  const char *text;
} numbers[] = {
  { 0, "0\n" },
  { -0.0, "0\n" },
  { 3, "3\n" },
  { -17, "-17\n" },
  { 0.5, "0.5\n" },
  { 1.0 / 3, "0.333333333333333\n" },
  { 0.1 + 0.2, "0.3\n" },
  { 1e-7, "0.0000001\n" },
  { 999999999999999, "999999999999999\n" },
  { 1e15, "1000000000000000\n" },
  { 1e21, "1000000000000000000000\n" },
  { NAN, "null\n" },
  { INFINITY, "null\n" },
  { -INFINITY, "null\n" },
};

static void
test_number (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  StileJsonWriter *writer = stile_json_writer_new ();

  stile_json_writer_add_number (writer, NULL, numbers[row].number);
  assert_written (writer, numbers[row].text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-writer/new", test_new);
  g_test_add_func ("/json-writer/empty", test_empty);
  g_test_add_func ("/json-writer/inline", test_inline_holds_for_all_within);
  g_test_add_func ("/json-writer/strings", test_strings);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *name = g_strdup_printf ("/json-writer/number/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_number);
    }

  return g_test_run ();
}
