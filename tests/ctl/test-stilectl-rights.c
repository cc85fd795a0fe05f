// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* stilectl ledger audit, export --person, erase and retention. */

#include "audit.h"
#include "stilectl.h"

#define ADVISER "Ada Nowak"
#define PASSPHRASE "three steps over a wall"

typedef struct
{
  char *folder;
  char *book;
  char *passphrase;
  char *mina;
} Fixture;

static char *
add_person (StileCasework *casework, const char *name, const char *reference)
{
  g_autoptr (GError) error = NULL;
  StilePerson person = { .name = (char *) name, .reference = (char *) reference };
  char *case_id = NULL;

  stile_casework_open_case (casework, &person, &case_id, &error);
  g_assert_no_error (error);
  return case_id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StileCasework) casework = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *other = NULL;
  char *recovery_key = NULL;

  fixture->folder = new_folder ();
  fixture->book = g_build_filename (fixture->folder, "book.stile", NULL);
  fixture->passphrase = write_file (fixture->folder, "passphrase", PASSPHRASE, -1);
  casework = stile_casework_new (stile_ledger_create (fixture->book, "Front desk", ADVISER,
                                                      PASSPHRASE, STILE_KEY_COST_MIN,
                                                      &recovery_key, &error),
                                 &error);
  g_assert_no_error (error);
  stile_secret_free (recovery_key);
  fixture->mina = add_person (casework, "Mina Storey", "D-1");
  other = add_person (casework, "Mina Relato", "D-2");
  stile_casework_record_read (casework, fixture->mina, STILE_WHAT_RECORD, &error);
  stile_casework_put_setting (casework, STILE_SETTING_RETENTION_MONTHS, "12", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->book);
  g_free (fixture->passphrase);
  g_free (fixture->mina);
}

#define run_ledger(verb, ...)                                                                      \
  run_stilectl (NULL, "ledger", verb, fixture->book, "-p", fixture->passphrase, ##__VA_ARGS__, NULL)

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_ledger ("verify");

  assert_exit (run, 0);
}

/* ---- audit ---- */

static void
test_audit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_ledger ("audit");

  assert_exit (run, 0);
  assert_contains (run->out, ADVISER "  Looked at: the record  Mina Storey\n");
  assert_contains (run->out, "Setting changed: retention-months (12)\n");
}

static void
test_audit_filters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) person = run_ledger ("audit", "--person", "D-1");
  g_autoptr (Run) other = run_ledger ("audit", "--person", "D-2");
  g_autoptr (Run) kind = run_ledger ("audit", "--kind", "setting", "--by", ADVISER);
  g_autoptr (Run) past = run_ledger ("audit", "--until", "2001-01-01");
  g_autoptr (Run) since = run_ledger ("audit", "--kind", "read", "--since", "2001-01-01");

  g_assert_null (strstr (person->out, "Setting"));
  assert_contains (person->out, "Looked at");
  g_assert_cmpstr (other->out, ==, "");
  g_assert_null (strstr (kind->out, "Looked at"));
  assert_contains (kind->out, "Setting changed");
  g_assert_cmpstr (past->out, ==, "");
  assert_contains (since->out, "Looked at");
}

static void
test_audit_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_ledger ("audit", "--kind", "read", "--json");
  g_autoptr (JsonNode) node = json_from_string (run->out, NULL);
  JsonObject *line = json_array_get_object_element (json_node_get_array (node), 0);

  g_assert_cmpstr (json_object_get_string_member (line, "case"), ==, fixture->mina);
  g_assert_cmpstr (json_object_get_string_member (line, "kind"), ==, "read");
  g_assert_cmpstr (json_object_get_string_member (line, "adviser"), ==, ADVISER);
}

static void
test_audit_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) day = run_ledger ("audit", "--since", "yesterday");
  g_autoptr (Run) kind = run_ledger ("audit", "--kind", "answer");
  g_autoptr (Run) nobody = run_ledger ("audit", "--person", "Nobody");

  assert_exit (day, 2);
  assert_exit (kind, 1);
  assert_exit (nobody, 1);
  assert_contains (nobody->err, "Nobody in this record book");
}

/* ---- export --person ---- */

static void
test_export_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_ledger ("export", "--person", "Mina Storey");
  g_autoptr (JsonNode) node = json_from_string (run->out, NULL);

  assert_exit (run, 0);
  assert_contains (run->err, "not sealed");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "case"), ==,
                   fixture->mina);
  assert_contains (run->out, "Exported: the record");
  g_assert_null (strstr (run->out, "Relato"));
}

static void
test_export_pdf (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "all.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (Run) run = run_ledger ("export", "--person", fixture->mina, "--pdf", path);
  g_autoptr (Run) audit = run_ledger ("audit", "--kind", "export");

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  assert_contains (audit->out, "Exported: everything held about the person");
}

static void
test_export_whom (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) two = run_ledger ("export", "--person", "Mina");
  g_autoptr (Run) nobody
      = run_ledger ("export", "--person", "0191c2a0-0000-7000-8000-000000000001");
  g_autoptr (Run) pdf = run_ledger ("export", "--pdf", "all.pdf");

  assert_exit (two, 1);
  assert_contains (two->err, "fits 2 people");
  g_assert_cmpstr (two->out, ==, "");
  assert_exit (nobody, 1);
  assert_exit (pdf, 2);
}

/* ---- erase ---- */

static void
test_erase_needs_yes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_ledger ("erase", "--person", "D-1");
  g_autoptr (Run) after = run_ledger ("export", "--person", "D-1");

  assert_exit (run, 0);
  assert_contains (run->out, "To do it, add --yes");
  assert_contains (run->out, "Still to be done by somebody:\n- ");
  assert_exit (after, 0);
}

static void
test_erase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_ledger ("erase", "--person", "D-1", "--yes");
  g_autoptr (Run) after = run_ledger ("export");
  g_autoptr (Run) again = run_ledger ("erase", "--person", fixture->mina, "--yes");
  g_autoptr (Run) verify = run_ledger ("verify");

  assert_exit (run, 0);
  assert_contains (run->out, "The record is erased");
  assert_exit (after, 0);
  g_assert_null (strstr (after->out, "Storey"));
  assert_contains (after->out, "Relato");
  assert_exit (again, 1);
  assert_exit (verify, 0);
}

static void
test_erase_whom (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) nobody = run_ledger ("erase", "--yes");
  g_autoptr (Run) two = run_ledger ("erase", "--person", "Mina", "--yes");

  assert_exit (nobody, 2);
  assert_exit (two, 1);
}

/* ---- retention ---- */

static void
test_retention (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Run) run = run_ledger ("retention", "--yes");
  g_autoptr (Run) both = run_ledger ("retention", "--yes", "--dry-run");

  assert_exit (run, 0);
  g_assert_cmpstr (run->out, ==, "Nobody is due.\n");
  assert_exit (both, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add ("/stilectl-rights/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("new", test_new);
  ADD ("audit", test_audit);
  ADD ("audit/filters", test_audit_filters);
  ADD ("audit/json", test_audit_json);
  ADD ("audit/refused", test_audit_refused);
  ADD ("export/person", test_export_person);
  ADD ("export/pdf", test_export_pdf);
  ADD ("export/whom", test_export_whom);
  ADD ("erase/needs-yes", test_erase_needs_yes);
  ADD ("erase/erase", test_erase);
  ADD ("erase/whom", test_erase_whom);
  ADD ("retention/nobody", test_retention);

  return g_test_run ();
}
