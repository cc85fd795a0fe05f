// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* People with a great need who were left alone: no specialist was asked, or nobody was in contact
 * with them, for longer than their kind of support allows. */

#include <glib/gi18n-lib.h>

#include "casework-private.h"
#include "followup.h"

/* For forms that do not say how often to be in contact: our judgement, four weeks. */
#define CONTACT_DAYS 28

typedef struct
{
  char *case_id;
  char *assessment_id; /* the newest that is finished */
  char *form_digest;
  char *result_json;
  char *decided;
  GDate talked;  /* the day of it */
  GDate contact; /* the newest day on which somebody was in contact with them */
  gboolean is_referred;
} Person;

/* What assessment-started says of an assessment that may be finished later. */
typedef struct
{
  char *form_digest;
  GDate started;
} Start;

typedef struct
{
  GHashTable *people; /* case id → Person */
  GHashTable *starts; /* assessment id → Start */
} Fold;

static void
person_free (Person *person)
{
  g_free (person->case_id);
  g_free (person->assessment_id);
  g_free (person->form_digest);
  g_free (person->result_json);
  g_free (person->decided);
  g_free (person);
}

static void
start_free (Start *start)
{
  g_free (start->form_digest);
  g_free (start);
}

static void
fold_clear (Fold *fold)
{
  g_hash_table_unref (fold->people);
  g_hash_table_unref (fold->starts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fold, fold_clear)

static void
replace (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static Person *
ensure_person (Fold *fold, const char *case_id)
{
  Person *person = g_hash_table_lookup (fold->people, case_id);

  if (!person)
    {
      person = g_new0 (Person, 1);
      person->case_id = g_strdup (case_id);
      g_hash_table_insert (fold->people, person->case_id, person);
    }

  return person;
}

static void
add_contact (Person *person, const GDate *day)
{
  if (g_date_valid (day)
      && (!g_date_valid (&person->contact) || g_date_compare (day, &person->contact) > 0))
    person->contact = *day;
}

/* ---- One function a kind ---- */

static void
fold_started (Fold *fold, Person *person, StileRows *rows, const GDate *written)
{
  Start *start = g_new0 (Start, 1);

  start->form_digest = g_strdup (stile_rows_get_text (rows, 4));
  if (!stile_read_day (stile_rows_get_text (rows, 5), &start->started))
    start->started = *written;
  add_contact (person, &start->started);
  g_hash_table_replace (fold->starts, g_strdup (stile_rows_get_text (rows, 1)), start);
}

/* Also a corrected result. */
static void
fold_result (Fold *fold, Person *person, StileRows *rows, const GDate *written)
{
  const char *assessment_id = stile_rows_get_text (rows, 4);
  const char *result = stile_rows_get_text (rows, 5);
  const Start *start = assessment_id ? g_hash_table_lookup (fold->starts, assessment_id) : NULL;

  if (!start || !result)
    return;
  replace (&person->assessment_id, assessment_id);
  replace (&person->form_digest, start->form_digest);
  replace (&person->result_json, result);
  g_clear_pointer (&person->decided, g_free);
  person->talked = start->started;
}

static void
fold_decision (Fold *fold, Person *person, StileRows *rows, const GDate *written)
{
  if (g_strcmp0 (person->assessment_id, stile_rows_get_text (rows, 4)) == 0)
    replace (&person->decided, stile_rows_get_text (rows, 5));
}

static void
fold_contact (Fold *fold, Person *person, StileRows *rows, const GDate *written)
{
  add_contact (person, written);
}

/* The person was there when they agreed to something, and when they answered; a letter that was
 * sent or a note that was written is no contact with them. */
static const struct
{
  const char *sql;
  void (*fold) (Fold *fold, Person *person, StileRows *rows, const GDate *written);
} kinds[] = {
  { "SELECT case_id, id, seq, at, p ->> '$.form', p ->> '$.started' FROM assessment_started"
    " ORDER BY seq", fold_started },
  { "SELECT case_id, id, seq, at, a, r FROM (SELECT case_id, id, seq, at, p ->> '$.assessment' a,"
    " p ->> '$.result' r FROM assessment_finished UNION ALL SELECT case_id, id, seq, at,"
    " p ->> '$.assessment', p ->> '$.result' FROM rectified WHERE p ->> '$.result' IS NOT NULL)"
    " ORDER BY seq", fold_result },
  { "SELECT case_id, id, seq, at, p ->> '$.assessment', p ->> '$.decided' FROM decision"
    " ORDER BY seq", fold_decision },
  { "SELECT case_id, id, seq, at FROM contact", fold_contact },
  { "SELECT case_id, id, seq, at FROM agreement", fold_contact },
};

static gboolean
fold_kind (Fold *fold, StileLedger *ledger, guint kind, GError **error)
{
  g_autoptr (StileRows) rows = stile_ledger_query (ledger, kinds[kind].sql, NULL, error);
  GError *fault = NULL;

  if (!rows)
    return FALSE;
  while (stile_rows_next (rows, &fault))
    {
      GDate written;

      stile_day_of_time (stile_rows_get_text (rows, 3), &written);
      kinds[kind].fold (fold, ensure_person (fold, stile_rows_get_text (rows, 0)), rows, &written);
    }

  if (!fault)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

static gboolean
fold_referrals (Fold *fold, StileCasework *casework, GError **error)
{
  g_autoptr (GPtrArray) referrals = stile_casework_load_referrals (casework, error);

  for (guint i = 0; referrals && i < referrals->len; i++)
    {
      const StileReferral *referral = g_ptr_array_index (referrals, i);
      if (stile_referral_stands (referral))
        ensure_person (fold, referral->case_id)->is_referred = TRUE;
    }

  return referrals != NULL;
}

/* ---- How great a need is ---- */

static guint
find_level (const StileForm *form, const char *id)
{
  for (guint i = 0; i < form->n_levels; i++)
    {
      if (g_strcmp0 (form->levels[i].id, id) == 0)
        return i;
    }

  return 0;
}

/* From "significant" on; in a form without such a level, the highest there is. */
static gboolean
is_great (const StileForm *form, const char *level)
{
  guint least = find_level (form, "significant");

  if (least == 0)
    least = form->n_levels - 1;
  return least > 0 && find_level (form, level) >= least;
}

/* "Housing, Money", or NULL where no need is that great. */
static char *
dup_needs (const StileForm *form, JsonNode *result)
{
  JsonNode *domains = stile_fields_get_node (result, "domains");
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  JsonArray *array;

  if (!domains || !JSON_NODE_HOLDS_ARRAY (domains))
    return NULL;

  array = json_node_get_array (domains);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *domain = json_array_get_element (array, i);
      const char *id = stile_fields_get_text (domain, "id");
      const char *level = stile_fields_get_text (domain, "level");
      const StileDomain *found = id ? stile_form_find_domain (form, id) : NULL;

      if (found && level && is_great (form, level))
        g_ptr_array_add (labels, (gpointer) stile_text_get (found->label, NULL, NULL));
    }
  if (labels->len == 0)
    return NULL;

  g_ptr_array_add (labels, NULL);
  return g_strjoinv (", ", (char **) labels->pdata);
}

/* ---- The list ---- */

void
stile_parked_free (StileParked *parked)
{
  g_free (parked->case_id);
  g_free (parked->person);
  g_free (parked->category);
  g_free (parked->reason);
  g_free (parked);
}

/* How many days ago @day was, where that is more than @most; 0 otherwise. The longest of them is
 * what the list goes by. */
static guint
count_days (StileParked *parked, const GDate *day, guint most, const GDate *today)
{
  int days = g_date_valid (day) ? g_date_days_between (day, today) : 0;

  if (days <= (int) most)
    return 0;
  if (!g_date_valid (&parked->since) || g_date_compare (day, &parked->since) < 0)
    {
      parked->since = *day;
      parked->days = (guint) days;
    }
  return (guint) days;
}

static char *
dup_reason (StileParked *parked, const Person *person, const char *needs, guint most,
            const GDate *today)
{
  guint unreferred
      = person->is_referred ? 0 : count_days (parked, &person->talked, most, today);
  guint silent = count_days (parked, &person->contact, most, today);
  g_autoptr (GString) reason = g_string_new (NULL);

  g_string_append_printf (reason, _("Great need: %s."), needs);
  if (unreferred > 0)
    g_string_append_printf (reason, _(" No specialist asked since the talk %u days ago."),
                            unreferred);
  if (silent > 0)
    g_string_append_printf (reason, _(" No contact for %u days."), silent);
  g_string_append_printf (reason, _(" %u days are the most for this support."), most);
  return g_string_free (g_steal_pointer (&reason), FALSE);
}

static StileParked *
parked_new (const Person *person, const char *title, const StileForm *form, const GDate *today)
{
  g_autoptr (JsonNode) result = json_from_string (person->result_json, NULL);
  g_autofree char *needs = dup_needs (form, result);
  const char *proposed
      = stile_fields_get_text (stile_fields_get_node (result, "category"), "id");
  const char *id = person->decided ? person->decided : proposed;
  const StileCategory *category = id ? stile_form_find_category (form, id) : NULL;
  guint most = category && category->contact_days > 0 ? category->contact_days : CONTACT_DAYS;
  g_autoptr (StileParked) parked = g_new0 (StileParked, 1);

  if (!needs)
    return NULL;
  parked->reason = dup_reason (parked, person, needs, most, today);
  if (!g_date_valid (&parked->since))
    return NULL;

  parked->case_id = g_strdup (person->case_id);
  parked->person = g_strdup (title);
  parked->category = g_strdup (category ? stile_text_get (category->label, NULL, NULL) : id);
  return g_steal_pointer (&parked);
}

static int
compare_since (gconstpointer a, gconstpointer b)
{
  const StileParked *first = *(const StileParked *const *) a;
  const StileParked *second = *(const StileParked *const *) b;
  int order = g_date_compare (&first->since, &second->since);

  return order != 0 ? order : strcmp (first->case_id, second->case_id);
}

static GPtrArray *
list_from (StileCasework *casework, Fold *fold, GDateTime *now)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_parked_free);
  GHashTableIter iter;
  gpointer value;
  GDate today;

  stile_day_of_date_time (now, &today);
  g_hash_table_iter_init (&iter, fold->people);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Person *person = value;
      const char *title = stile_casework_peek_title (casework, person->case_id);
      const StileForm *form
          = person->form_digest ? stile_casework_get_form (casework, person->form_digest, NULL)
                                : NULL;
      StileParked *parked = title && form ? parked_new (person, title, form, &today) : NULL;

      if (parked)
        g_ptr_array_add (list, parked);
    }

  g_ptr_array_sort (list, compare_since);
  return list;
}

GPtrArray *
stile_casework_list_parked_at (StileCasework *casework, GDateTime *now, GError **error)
{
  g_auto (Fold) fold = {
    .people
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) person_free),
    .starts
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) start_free),
  };

  if (!stile_casework_refresh_people (casework, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!fold_kind (&fold, casework->ledger, i, error))
        return NULL;
    }
  if (!fold_referrals (&fold, casework, error))
    return NULL;

  return list_from (casework, &fold, now);
}

GPtrArray *
stile_casework_list_parked (StileCasework *casework, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return stile_casework_list_parked_at (casework, now, error);
}
