// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "field.h"

#include <glib/gi18n-lib.h>

/* A row's own name does not reach the text inside it, where the focus is. */
static GtkAccessible *
get_accessible (GtkWidget *field)
{
  GtkEditable *delegate = GTK_IS_EDITABLE (field) ? gtk_editable_get_delegate (GTK_EDITABLE (field))
                                                  : NULL;

  return GTK_ACCESSIBLE (delegate != NULL ? (gpointer) delegate : field);
}

void
stile_field_set_error (GtkWidget *field, GtkLabel *label, const char *sentence)
{
  GtkAccessible *accessible = get_accessible (field);

  gtk_label_set_label (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
  if (sentence != NULL)
    {
      gtk_widget_add_css_class (field, "error");
      gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence,
                                      -1);
    }
  else
    {
      gtk_widget_remove_css_class (field, "error");
      gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

char *
stile_field_dup_text (GtkEditable *field)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (field)));
}

void
stile_field_keep_numbers (GtkEditable *field)
{
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (field)), GTK_TEXT_DIR_LTR);
}

void
stile_field_name_reveal_button (GtkWidget *password_row)
{
  GtkWidget *child;

  if (GTK_IS_BUTTON (password_row))
    gtk_accessible_update_property (GTK_ACCESSIBLE (password_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _("Show or hide the passphrase"), -1);
  for (child = gtk_widget_get_first_child (password_row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    stile_field_name_reveal_button (child);
}

void
stile_field_set_busy (GtkWidget *content, GtkSpinner *spinner, gboolean busy)
{
  GtkRoot *root = gtk_widget_get_root (content);

  if (busy && root != NULL) /* else a text that goes insensitive believes that it has the focus */
    gtk_root_set_focus (root, NULL);
  gtk_spinner_set_spinning (spinner, busy);
  gtk_widget_set_sensitive (content, !busy);
}
