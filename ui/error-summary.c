// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "error-summary.h"

#include "words.h"

struct _StileErrorSummary
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkBox *list;
  GString *spoken;
};

G_DEFINE_FINAL_TYPE (StileErrorSummary, stile_error_summary, ADW_TYPE_BIN)

static void
go_to_field_cb (GtkButton *button, GtkWidget *field)
{
  gtk_widget_grab_focus (field);
}

void
stile_error_summary_clear (StileErrorSummary *summary)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (summary->list))) != NULL)
    gtk_box_remove (summary->list, child);
  g_string_truncate (summary->spoken, 0);
  gtk_widget_set_visible (GTK_WIDGET (summary), FALSE);
}

void
stile_error_summary_add (StileErrorSummary *summary, const char *sentence, GtkWidget *field)
{
  GtkWidget *label = gtk_label_new (sentence);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_label (summary->title, _("There is a problem"));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  if (field != NULL)
    g_signal_connect_object (button, "clicked", G_CALLBACK (go_to_field_cb), field, 0);
  gtk_box_append (summary->list, button);
  g_string_append_printf (summary->spoken, " %s", sentence);
  gtk_widget_set_visible (GTK_WIDGET (summary), TRUE);
}

gboolean
stile_error_summary_is_empty (StileErrorSummary *summary)
{
  return gtk_widget_get_first_child (GTK_WIDGET (summary->list)) == NULL;
}

void
stile_error_summary_present (StileErrorSummary *summary)
{
  g_autofree char *name = g_strconcat (gtk_label_get_label (summary->title), ".",
                                       summary->spoken->str, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (summary), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_grab_focus (GTK_WIDGET (summary));
}

static void
stile_error_summary_finalize (GObject *object)
{
  StileErrorSummary *summary = STILE_ERROR_SUMMARY (object);

  g_string_free (summary->spoken, TRUE);
  G_OBJECT_CLASS (stile_error_summary_parent_class)->finalize (object);
}

static void
stile_error_summary_class_init (StileErrorSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_error_summary_finalize;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/error-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, StileErrorSummary, title);
  gtk_widget_class_bind_template_child (widget_class, StileErrorSummary, list);
}

static void
stile_error_summary_init (StileErrorSummary *summary)
{
  summary->spoken = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (summary));
}
