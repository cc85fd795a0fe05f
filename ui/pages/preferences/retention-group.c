// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retention-group.h"

#include <glib/gi18n-lib.h>

#include "number-row.h"
#include "retention-dialog.h"

#define MOST_MONTHS 1200

struct _StileRetentionGroup
{
  AdwBin parent_instance;

  StileNumberRow *months_row;

  StileCasework *casework; /* NULL while closed */
};

G_DEFINE_FINAL_TYPE (StileRetentionGroup, stile_retention_group, ADW_TYPE_BIN)

static void
see_cb (StileRetentionGroup *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->casework != NULL && stile_number_row_save (self->months_row))
    gtk_window_present (GTK_WINDOW (stile_retention_dialog_new (window, self->casework)));
}

void
stile_retention_group_open (StileRetentionGroup *group, StileCasework *casework)
{
  group->casework = casework;
  stile_number_row_open (group->months_row, casework, STILE_SETTING_RETENTION_MONTHS,
                         _("0 means that no time is set, and nobody is ever due."), 0,
                         MOST_MONTHS, 0);
}

gboolean
stile_retention_group_save (StileRetentionGroup *group)
{
  return stile_number_row_save (group->months_row);
}

void
stile_retention_group_close (StileRetentionGroup *group)
{
  group->casework = NULL;
  stile_number_row_close (group->months_row);
}

static void
stile_retention_group_class_init (StileRetentionGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STILE_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stile/Stile/retention-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StileRetentionGroup, months_row);
  gtk_widget_class_bind_template_callback (widget_class, see_cb);
}

static void
stile_retention_group_init (StileRetentionGroup *group)
{
  gtk_widget_init_template (GTK_WIDGET (group));
}
