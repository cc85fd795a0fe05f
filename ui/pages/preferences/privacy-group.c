// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "privacy-group.h"

#include <glib/gi18n-lib.h>

#include "number-row.h"
#include "widgets/machine-words.h"

#define LONGEST_MINUTES 30
#define USUAL_MINUTES 5

struct _StilePrivacyGroup
{
  AdwBin parent_instance;

  StileNumberRow *minutes_row;
  StileMachineWords *machine_words;
};

G_DEFINE_FINAL_TYPE (StilePrivacyGroup, stile_privacy_group, ADW_TYPE_BIN)

static void
saved_cb (StilePrivacyGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.apply-settings", NULL);
}

void
stile_privacy_group_open (StilePrivacyGroup *group, StileCasework *casework)
{
  stile_number_row_open (group->minutes_row, casework, STILE_SETTING_IDLE_MINUTES,
                         _("After so long without a key or the mouse, the passphrase is needed "
                           "again. Nothing is lost."),
                         1, LONGEST_MINUTES, USUAL_MINUTES);
  stile_machine_words_look (group->machine_words,
                            stile_ledger_get_path (stile_casework_get_ledger (casework)));
}

gboolean
stile_privacy_group_save (StilePrivacyGroup *group)
{
  return stile_number_row_save (group->minutes_row);
}

void
stile_privacy_group_close (StilePrivacyGroup *group)
{
  stile_number_row_close (group->minutes_row);
}

static void
stile_privacy_group_class_init (StilePrivacyGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STILE_TYPE_NUMBER_ROW);
  g_type_ensure (STILE_TYPE_MACHINE_WORDS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/privacy-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StilePrivacyGroup, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, StilePrivacyGroup, machine_words);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
}

static void
stile_privacy_group_init (StilePrivacyGroup *group)
{
  gtk_widget_init_template (GTK_WIDGET (group));
}
