// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "centre-group.h"

#include <glib/gi18n-lib.h>

#include "advisers.h"
#include "field.h"
#include "postcode.h"

struct _StileCentreGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *preferences;
  GtkEditable *contact_row;
  GtkEditable *postcode_row;
  GtkLabel *postcode_error;

  StileCasework *casework; /* NULL while closed */
};

G_DEFINE_FINAL_TYPE (StileCentreGroup, stile_centre_group, ADW_TYPE_BIN)

static void
show_setting (StileCentreGroup *self, GtkEditable *row, const char *name)
{
  const char *value = stile_casework_get_setting (self->casework, name);

  gtk_editable_set_text (row, value != NULL ? value : "");
}

/* What is no postcode is refused by the casework, with a sentence. */
static char *
dup_postcode (StileCentreGroup *self)
{
  g_autofree char *text = stile_field_dup_text (self->postcode_row);
  char *tidy = stile_postcode_dup_tidy (text);

  return tidy != NULL ? tidy : g_steal_pointer (&text);
}

/* FALSE where it cannot be kept, which is said under the rows. */
static gboolean
keep (StileCentreGroup *self, GtkEditable *row, const char *name, const char *entered)
{
  g_autoptr (GError) error = NULL;
  gboolean saved = stile_casework_put_setting (self->casework, name, entered, &error);

  stile_field_set_error (GTK_WIDGET (row), self->postcode_error, saved ? NULL : error->message);
  if (saved)
    show_setting (self, row, name);
  return saved;
}

gboolean
stile_centre_group_save (StileCentreGroup *group)
{
  g_autofree char *contact = NULL;
  g_autofree char *postcode = NULL;

  if (group->casework == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (group->postcode_row)))
    return TRUE;
  contact = stile_field_dup_text (group->contact_row);
  postcode = dup_postcode (group);
  return keep (group, group->contact_row, STILE_SETTING_CENTRE_CONTACT, contact)
         && keep (group, group->postcode_row, STILE_SETTING_CENTRE_POSTCODE, postcode);
}

static void
left_cb (StileCentreGroup *self)
{
  stile_centre_group_save (self);
}

static const char *
why_not (StileCasework *casework)
{
  StileLedger *ledger = stile_casework_get_ledger (casework);

  if (stile_ledger_is_read_only (ledger))
    return _("This record book can only be read.");
  if (stile_ledger_get_role (ledger) != STILE_ROLE_MANAGER)
    return _("A centre manager can change this.");
  return NULL;
}

void
stile_centre_group_open (StileCentreGroup *group, StileCasework *casework)
{
  const char *reason = why_not (casework);
  const char *purpose = _("Services near this postcode come first. How to reach the centre stands "
                          "on letters and plans.");
  g_autofree char *words = reason != NULL ? g_strdup_printf ("%s %s", purpose, reason)
                                          : g_strdup (purpose);

  group->casework = casework;
  adw_preferences_group_set_description (group->preferences, words);
  gtk_widget_set_sensitive (GTK_WIDGET (group->postcode_row), reason == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (group->contact_row), reason == NULL);
  stile_field_set_error (GTK_WIDGET (group->postcode_row), group->postcode_error, NULL);
  show_setting (group, group->contact_row, STILE_SETTING_CENTRE_CONTACT);
  show_setting (group, group->postcode_row, STILE_SETTING_CENTRE_POSTCODE);
}

void
stile_centre_group_close (StileCentreGroup *group)
{
  group->casework = NULL;
  gtk_editable_set_text (group->contact_row, "");
  gtk_editable_set_text (group->postcode_row, "");
}

static void
stile_centre_group_class_init (StileCentreGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/centre-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StileCentreGroup, preferences);
  gtk_widget_class_bind_template_child (widget_class, StileCentreGroup, contact_row);
  gtk_widget_class_bind_template_child (widget_class, StileCentreGroup, postcode_row);
  gtk_widget_class_bind_template_child (widget_class, StileCentreGroup, postcode_error);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
stile_centre_group_init (StileCentreGroup *group)
{
  gtk_widget_init_template (GTK_WIDGET (group));
  stile_field_keep_numbers (group->contact_row);
}
