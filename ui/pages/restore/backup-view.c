// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backup-view.h"

#include <glib/gi18n-lib.h>

#include "day.h"
#include "place-words.h"

struct _StileBackupView
{
  AdwBin parent_instance;

  AdwActionRow *file_row;
  AdwActionRow *station_row;
  AdwActionRow *newest_row;
  AdwActionRow *people_row;
  AdwActionRow *services_row;
  GtkLabel *place_label;
};

G_DEFINE_FINAL_TYPE (StileBackupView, stile_backup_view, ADW_TYPE_BIN)

void
stile_backup_view_show (StileBackupView *view, const char *path, const StileBackupLook *look)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *file = g_filename_display_basename (path);
  g_autofree char *newest = look->newest != NULL ? stile_moment_to_words (look->newest, now)
                                                 : g_strdup (_("It has no entries."));
  g_autofree char *people = g_strdup_printf ("%" G_GINT64_FORMAT, look->n_people);
  g_autofree char *place = stile_place_to_words (look, now);

  adw_action_row_set_subtitle (view->file_row, file);
  adw_action_row_set_subtitle (view->station_row, look->station);
  adw_action_row_set_subtitle (view->newest_row, newest);
  adw_action_row_set_subtitle (view->people_row, people);
  adw_action_row_set_subtitle (view->services_row,
                               look->has_enclosure
                                   /* Translators: the local services, in the backup. */
                                   ? _("They are in it, with what your centre wrote about them. "
                                       "What was written here since stays.")
                                   /* Translators: the local services, in the backup. */
                                   : _("They are not in it."));
  gtk_label_set_label (view->place_label, place);
}

void
stile_backup_view_focus (StileBackupView *view)
{
  gtk_widget_grab_focus (GTK_WIDGET (view->file_row));
}

static void
stile_backup_view_class_init (StileBackupViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/backup-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StileBackupView, file_row);
  gtk_widget_class_bind_template_child (widget_class, StileBackupView, station_row);
  gtk_widget_class_bind_template_child (widget_class, StileBackupView, newest_row);
  gtk_widget_class_bind_template_child (widget_class, StileBackupView, people_row);
  gtk_widget_class_bind_template_child (widget_class, StileBackupView, services_row);
  gtk_widget_class_bind_template_child (widget_class, StileBackupView, place_label);
}

static void
stile_backup_view_init (StileBackupView *view)
{
  gtk_widget_init_template (GTK_WIDGET (view));
}
