// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "machine-words.h"

#include "machine.h"

struct _StileMachineWords
{
  AdwBin parent_instance;

  GtkWidget *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (StileMachineWords, stile_machine_words, ADW_TYPE_BIN)

void
stile_machine_words_look (StileMachineWords *words, const char *path)
{
  StileMachine machine = stile_machine_look (path);
  g_auto (GStrv) sentences = stile_machine_dup_words (&machine);
  g_autofree char *text = g_strjoinv ("\n", sentences);

  gtk_label_set_label (words->label, text);
  gtk_image_set_from_icon_name (GTK_IMAGE (words->icon), stile_machine_is_safe (&machine)
                                                             ? "security-high-symbolic"
                                                             : "dialog-warning-symbolic");
}

static void
stile_machine_words_class_init (StileMachineWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/machine-words.ui");
  gtk_widget_class_bind_template_child (widget_class, StileMachineWords, icon);
  gtk_widget_class_bind_template_child (widget_class, StileMachineWords, label);
}

static void
stile_machine_words_init (StileMachineWords *words)
{
  gtk_widget_init_template (GTK_WIDGET (words));
}
