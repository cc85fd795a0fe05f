// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/audit/audit-item.h"

static StileAuditLine *
line_new (const char *case_id, const char *person, const char *text)
{
  StileAuditLine *line = g_new0 (StileAuditLine, 1);

  line->case_id = g_strdup (case_id);
  line->person = g_strdup (person);
  line->text = g_strdup (text);
  return line;
}

static void
test_new (void)
{
  StileAuditLine *line = line_new (NULL, NULL, NULL);
  g_autoptr (StileAuditItem) item = stile_audit_item_new (line);

  g_assert_true (stile_audit_item_get_line (item) == line);
}

static void
test_describe (void)
{
  static const struct
  {
    const char *case_id;
    const char *person;
    const char *text;
    const char *whose;
    const char *words;
  } table[] = {
    { NULL, NULL, NULL, NULL, "" },
    { NULL, NULL, "as adviser", NULL, "as adviser" },
    { "a", "Ada", NULL, NULL, "Ada" },
    { "a", "Ada", "said so", NULL, "Ada · said so" },
    { "a", "Ada", "said so", "a", "said so" },
    { "a", "Ada", NULL, "a", "" },
    { "a", NULL, NULL, NULL, "A person who was erased" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (table); i++)
    {
      StileAuditLine *line = line_new (table[i].case_id, table[i].person, table[i].text);
      g_autofree char *words = stile_audit_line_describe (line, table[i].whose);

      g_assert_cmpstr (words, ==, table[i].words);
      stile_audit_line_free (line);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audit-item/new", test_new);
  g_test_add_func ("/audit-item/describe", test_describe);
  return g_test_run ();
}
