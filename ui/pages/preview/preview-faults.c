// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preview-faults.h"

#include <glib/gi18n-lib.h>

#include "preview-places.h"

/* Nobody mends more of them at once, and each row takes memory. */
#define MOST_SHOWN 100

struct _StilePreviewFaults
{
  AdwBin parent_instance;

  GtkListBox *rows;
  GArray *questions; /* of int, one a row: where it leads, or STILE_NONE */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StilePreviewFaults, stile_preview_faults, ADW_TYPE_BIN)

static void
clear (StilePreviewFaults *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  g_array_set_size (self->questions, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
add_row (StilePreviewFaults *self, const char *icon, const char *sentence, const char *where,
         int question)
{
  AdwActionRow *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

  /* Set together with the words it would come too late for them. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_subtitle (row, where);
  adw_action_row_add_prefix (row, g_object_new (GTK_TYPE_IMAGE, "icon-name", icon,
                                                "accessible-role",
                                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  if (question != STILE_NONE)
    adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), question != STILE_NONE);
  g_array_append_val (self->questions, question);
  gtk_list_box_append (self->rows, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* "Warning in line 12"; beside a question, one of its section says so. */
static char *
dup_where (const StileFault *fault, gboolean of_section)
{
  gboolean is_error = fault->severity == STILE_SEVERITY_ERROR;

  if (of_section)
    return g_strdup_printf (is_error ? _("Error in this part of the form, line %u")
                                     : _("Warning in this part of the form, line %u"),
                            fault->line);
  /* Translators: of the file of the form. */
  return g_strdup_printf (is_error ? _("Error in line %u") : _("Warning in line %u"), fault->line);
}

static void
add_fault (StilePreviewFaults *self, const StileFault *fault, gboolean of_section, int target)
{
  gboolean is_error = fault->severity == STILE_SEVERITY_ERROR;
  g_autofree char *where = dup_where (fault, of_section);

  add_row (self, is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic", fault->sentence,
           where, target);
}

static void
add_how_many_more (StilePreviewFaults *self, guint n_more)
{
  /* Translators: faults of a form or of an import that are not listed. */
  g_autofree char *more = g_strdup_printf (ngettext ("There is %u more.", "There are %u more.",
                                                     n_more),
                                           n_more);

  add_row (self, "view-more-symbolic", more, "", STILE_NONE);
}

/* Whether it stands beside @question: it is in it, or in the section around it. */
static gboolean
is_beside (const StileForm *form, StilePreviewPlace place, int question)
{
  if (place.question != STILE_NONE || place.section == STILE_NONE)
    return place.question == question;
  return place.section == (int) form->questions[question].section;
}

void
stile_preview_faults_show (StilePreviewFaults *self, GPtrArray *faults, const StileForm *form,
                           int question)
{
  guint n_seen = 0;

  g_return_if_fail (STILE_IS_PREVIEW_FAULTS (self));

  clear (self);
  for (guint i = 0; i < faults->len; i++)
    {
      const StileFault *fault = g_ptr_array_index (faults, i);
      StilePreviewPlace place = { STILE_NONE, STILE_NONE };
      gboolean everywhere = question == STILE_NONE;

      if (form != NULL)
        place = stile_preview_find_place (form, fault->line);
      if (fault->severity == STILE_SEVERITY_NOTE
          || (!everywhere && !is_beside (form, place, question)))
        continue;
      if (n_seen++ < MOST_SHOWN)
        add_fault (self, fault, !everywhere && place.question == STILE_NONE,
                   everywhere && form != NULL ? stile_preview_place_get_target (form, place)
                                              : STILE_NONE);
    }
  if (n_seen > MOST_SHOWN)
    add_how_many_more (self, n_seen - MOST_SHOWN);
}

void
stile_preview_faults_show_problem (StilePreviewFaults *self, const char *sentence)
{
  g_return_if_fail (STILE_IS_PREVIEW_FAULTS (self));

  clear (self);
  add_row (self, "dialog-error-symbolic", sentence, "", STILE_NONE);
}

static void
row_activated_cb (StilePreviewFaults *self, GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);

  g_signal_emit (self, signals[CHOSEN], 0, (guint) g_array_index (self->questions, int, index));
}

static void
stile_preview_faults_finalize (GObject *object)
{
  g_array_unref (STILE_PREVIEW_FAULTS (object)->questions);
  G_OBJECT_CLASS (stile_preview_faults_parent_class)->finalize (object);
}

static void
stile_preview_faults_class_init (StilePreviewFaultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stile_preview_faults_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
stile_preview_faults_init (StilePreviewFaults *self)
{
  self->questions = g_array_new (FALSE, FALSE, sizeof (int));
  self->rows = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What to mend in the form"), -1);
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
