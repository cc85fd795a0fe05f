// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cover.h"

struct _StileCover
{
  AdwBin parent_instance;

  GtkWidget *show_button;
};

G_DEFINE_FINAL_TYPE (StileCover, stile_cover, ADW_TYPE_BIN)

static gboolean
stile_cover_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (STILE_COVER (widget)->show_button);
}

static void
stile_cover_class_init (StileCoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = stile_cover_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/cover.ui");
  gtk_widget_class_bind_template_child (widget_class, StileCover, show_button);
}

static void
stile_cover_init (StileCover *cover)
{
  gtk_widget_init_template (GTK_WIDGET (cover));
}
