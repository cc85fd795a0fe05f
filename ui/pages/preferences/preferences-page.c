// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preferences-page.h"

#include "advisers-group.h"
#include "alerts-group.h"
#include "backup-group.h"
#include "centre-group.h"
#include "focus-first.h"
#include "privacy-group.h"
#include "retention-group.h"
#include "translations-group.h"

struct _StilePreferencesPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  StileAlertsGroup *alerts_group;
  StileAdvisersGroup *advisers_group;
  StilePrivacyGroup *privacy_group;
  StileBackupGroup *backup_group;
  StileRetentionGroup *retention_group;
  StileTranslationsGroup *translations_group;
  StileCentreGroup *centre_group;
};

G_DEFINE_FINAL_TYPE (StilePreferencesPage, stile_preferences_page, ADW_TYPE_BIN)

void
stile_preferences_page_open (StilePreferencesPage *self, StileCasework *casework,
                             GPtrArray *forms, GPtrArray *problems)
{
  g_return_if_fail (STILE_IS_PREFERENCES_PAGE (self));

  stile_alerts_group_open (self->alerts_group, casework, forms);
  stile_advisers_group_open (self->advisers_group, casework);
  stile_privacy_group_open (self->privacy_group, casework);
  stile_backup_group_open (self->backup_group, casework);
  stile_retention_group_open (self->retention_group, casework);
  stile_translations_group_open (self->translations_group, forms, problems);
  stile_centre_group_open (self->centre_group, casework);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

gboolean
stile_preferences_page_save (StilePreferencesPage *self)
{
  g_return_val_if_fail (STILE_IS_PREFERENCES_PAGE (self), FALSE);

  return stile_alerts_group_save (self->alerts_group)
         && stile_privacy_group_save (self->privacy_group)
         && stile_backup_group_save (self->backup_group)
         && stile_retention_group_save (self->retention_group)
         && stile_centre_group_save (self->centre_group);
}

void
stile_preferences_page_close (StilePreferencesPage *self)
{
  g_return_if_fail (STILE_IS_PREFERENCES_PAGE (self));

  stile_alerts_group_close (self->alerts_group);
  stile_advisers_group_close (self->advisers_group);
  stile_privacy_group_close (self->privacy_group);
  stile_backup_group_close (self->backup_group);
  stile_retention_group_close (self->retention_group);
  stile_translations_group_close (self->translations_group);
  stile_centre_group_close (self->centre_group);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_child_focus (GTK_WIDGET (STILE_PREFERENCES_PAGE (widget)->advisers_group),
                          GTK_DIR_TAB_FORWARD);
}

static void
stile_preferences_page_class_init (StilePreferencesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STILE_TYPE_ADVISERS_GROUP);
  g_type_ensure (STILE_TYPE_ALERTS_GROUP);
  g_type_ensure (STILE_TYPE_BACKUP_GROUP);
  g_type_ensure (STILE_TYPE_CENTRE_GROUP);
  g_type_ensure (STILE_TYPE_PRIVACY_GROUP);
  g_type_ensure (STILE_TYPE_RETENTION_GROUP);
  g_type_ensure (STILE_TYPE_TRANSLATIONS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stile/Stile/preferences-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StilePreferencesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, StilePreferencesPage, alerts_group);
  gtk_widget_class_bind_template_child (widget_class, StilePreferencesPage, advisers_group);
  gtk_widget_class_bind_template_child (widget_class, StilePreferencesPage, privacy_group);
  gtk_widget_class_bind_template_child (widget_class, StilePreferencesPage, backup_group);
  gtk_widget_class_bind_template_child (widget_class, StilePreferencesPage, retention_group);
  gtk_widget_class_bind_template_child (widget_class, StilePreferencesPage, translations_group);
  gtk_widget_class_bind_template_child (widget_class, StilePreferencesPage, centre_group);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_preferences_page_init (StilePreferencesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
