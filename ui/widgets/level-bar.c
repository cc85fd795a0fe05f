// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "level-bar.h"

struct _StileLevelBar
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (StileLevelBar, stile_level_bar, GTK_TYPE_WIDGET)

static void
stile_level_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (stile_level_bar_parent_class)->dispose (object);
}

static void
stile_level_bar_class_init (StileLevelBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_level_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "steps");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
stile_level_bar_init (StileLevelBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

static const char *
get_fill (int step, int level, int highest)
{
  if (step <= level)
    return "full";
  return step <= highest ? "possible" : "empty";
}

GtkWidget *
stile_level_bar_new (guint n_levels, int level, int highest, const char *words)
{
  StileLevelBar *self = g_object_new (STILE_TYPE_LEVEL_BAR, NULL);

  for (int step = 1; step < (int) n_levels; step++)
    {
      GtkWidget *widget = g_object_new (GTK_TYPE_BOX, "css-name", "step", "hexpand", TRUE,
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (widget, get_fill (step, level, highest));
      gtk_widget_set_parent (widget, GTK_WIDGET (self));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return GTK_WIDGET (self);
}
