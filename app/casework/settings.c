// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The centre's settings: entries of the case STILE_LEDGER_BOOK, the newest of a name counts. Kept
 * in memory and brought up to date by the entries behind the last one seen, for another program may
 * write to the same book. */

#include "advisers.h"
#include "casework-private.h"
#include "postcode.h"
#include "words.h"

#define NAME_MAX_CHARS 300

struct _StileSettings
{
  GHashTable *values; /* name → value */
  gint64 seq;         /* the newest entry that is in it */
};

void
stile_settings_free (StileSettings *settings)
{
  g_hash_table_unref (settings->values);
  g_free (settings);
}

static StileSettings *
settings_new (void)
{
  StileSettings *settings = g_new0 (StileSettings, 1);

  settings->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return settings;
}

static void
add_setting (StileSettings *settings, const char *name, const char *value)
{
  if (value && *value)
    g_hash_table_replace (settings->values, g_strdup (name), g_strdup (value));
  else
    g_hash_table_remove (settings->values, name);
}

static gboolean
settings_refresh (StileSettings *settings, StileLedger *ledger, GError **error)
{
  g_autofree char *after = g_strdup_printf ("%" G_GINT64_FORMAT, settings->seq);
  const char *const params[] = { after, STILE_LEDGER_BOOK, NULL };
  g_autoptr (GError) fault = NULL;
  g_autoptr (StileRows) rows
      = stile_ledger_query (ledger,
                            "SELECT seq, p ->> '$.name', p ->> '$.value' FROM setting"
                            " WHERE seq > CAST (?1 AS INTEGER) AND case_id = ?2 ORDER BY seq",
                            params, error);

  if (!rows)
    return FALSE;

  while (stile_rows_next (rows, &fault))
    {
      const char *name = stile_rows_get_text (rows, 1);

      settings->seq = stile_rows_get_int (rows, 0);
      if (name)
        add_setting (settings, name, stile_rows_get_text (rows, 2));
    }

  if (!fault)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static GHashTable *
read_settings (StileCasework *casework, GError **error)
{
  if (!stile_casework_check_unlocked (casework, error))
    return NULL;
  if (!casework->settings)
    casework->settings = settings_new ();
  if (settings_refresh (casework->settings, casework->ledger, error))
    return casework->settings->values;

  g_clear_pointer (&casework->settings, stile_settings_free);
  return NULL;
}

const char *
stile_casework_get_setting (StileCasework *casework, const char *name)
{
  GHashTable *values = read_settings (casework, NULL);

  return values ? g_hash_table_lookup (values, name) : NULL;
}

guint
stile_casework_get_setting_number (StileCasework *casework, const char *name, guint otherwise)
{
  const char *value = stile_casework_get_setting (casework, name);
  guint64 number;

  if (!value || !g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT, &number, NULL))
    return otherwise;

  return number;
}

/* ---- What a setting may be ---- */

static const struct
{
  const char *name;
  guint least;
  guint most;
  const char *sentence;
} numbers[] = {
  { STILE_SETTING_IDLE_MINUTES, 1, 60,
    /* Translators: the least and the most. */
    N_("Give the minutes until the book locks itself as a whole number from %u to %u.") },
  { STILE_SETTING_RETENTION_MONTHS, 1, 1200,
    /* Translators: the least and the most. */
    N_("Give the months that records are kept as a whole number from %u to %u.") },
  { STILE_SETTING_BACKUP_KEEP, 1, 1000,
    /* Translators: the least and the most. */
    N_("Give the number of backups that are kept as a whole number from %u to %u.") },
};

static gboolean
check_name (const char *name, GError **error)
{
  gsize length = name ? strlen (name) : 0;

  if (length > 0 && length <= NAME_MAX_CHARS
      && strspn (name, G_CSET_a_2_z G_CSET_DIGITS ".-") == length)
    return TRUE;

  g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
               /* Translators: what was written. */
               _("“%s” is no name of a setting. Names are made of a to z, digits, full stops and "
                 "hyphens."),
               name ? name : "");
  return FALSE;
}

static gboolean
check_postcode (const char *value, GError **error)
{
  g_autofree char *tidy = stile_postcode_dup_tidy (value);

  if (!value || tidy)
    return TRUE;

  g_set_error_literal (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                       _("Give the postcode of the centre like LN1 1XX, or its first part, LN1."));
  return FALSE;
}

static gboolean
check_value (const char *name, const char *value, GError **error)
{
  guint64 number;

  if (strcmp (name, STILE_SETTING_CENTRE_POSTCODE) == 0)
    return check_postcode (value, error);
  for (guint i = 0; value && i < G_N_ELEMENTS (numbers); i++)
    {
      if (strcmp (numbers[i].name, name) != 0
          || g_ascii_string_to_unsigned (value, 10, numbers[i].least, numbers[i].most, &number,
                                         NULL))
        continue;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_set_error (error, STILE_CASEWORK_ERROR, STILE_CASEWORK_ERROR_INPUT,
                   _(numbers[i].sentence), numbers[i].least, numbers[i].most);
#pragma GCC diagnostic pop
      return FALSE;
    }

  return TRUE;
}

gboolean
stile_casework_put_setting (StileCasework *casework, const char *name, const char *value,
                            GError **error)
{
  g_autofree char *cleaned = NULL;
  GHashTable *values;

  if (!check_name (name, error)
      || !stile_clean_text (value, _("The setting"), &cleaned, error)
      || !check_value (name, cleaned, error)
      || !stile_ledger_check_manager (casework->ledger, error))
    return FALSE;
  values = read_settings (casework, error);
  if (!values)
    return FALSE;
  if (g_strcmp0 (g_hash_table_lookup (values, name), cleaned) == 0)
    return TRUE;

  return stile_casework_append (casework, STILE_LEDGER_BOOK, STILE_KIND_SETTING,
                                stile_fields_new ("name", name, "value", cleaned ? cleaned : "",
                                                  NULL),
                                NULL, error);
}
