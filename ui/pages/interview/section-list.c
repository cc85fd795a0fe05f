// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "section-list.h"

#include "section-row.h"
#include "words.h"

struct _StileSectionList
{
  AdwBin parent_instance;

  GtkListBox *rows; /* of StileSectionRow, one for each section */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StileSectionList, stile_section_list, ADW_TYPE_BIN)

static void
row_activated_cb (StileSectionList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, (guint) gtk_list_box_row_get_index (row));
}

void
stile_section_list_set_form (StileSectionList *self, const StileForm *form,
                             const StileLanguages *languages)
{
  GtkListBoxRow *row;

  g_return_if_fail (STILE_IS_SECTION_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; form != NULL && i < form->n_sections; i++)
    gtk_list_box_append (self->rows, stile_section_row_new ());
  if (form != NULL)
    stile_section_list_say (self, form, languages);
}

void
stile_section_list_say (StileSectionList *self, const StileForm *form,
                        const StileLanguages *languages)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (languages->first);

  g_return_if_fail (STILE_IS_SECTION_LIST (self));

  for (guint i = 0; i < form->n_sections; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, (int) i);
      g_autoptr (StilePhrase) phrase
        = stile_phrase_new (form, form->sections[i].label, languages);

      stile_section_row_say (STILE_SECTION_ROW (row), phrase);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Parts of the form"), -1);
}

void
stile_section_list_set_remark (StileSectionList *self, guint section, const char *remark)
{
  GtkListBoxRow *row;

  g_return_if_fail (STILE_IS_SECTION_LIST (self));

  row = gtk_list_box_get_row_at_index (self->rows, (int) section);
  if (row != NULL)
    stile_section_row_set_remark (STILE_SECTION_ROW (row), remark);
}

void
stile_section_list_update (StileSectionList *self, const StileInterview *interview, guint current)
{
  g_return_if_fail (STILE_IS_SECTION_LIST (self));

  for (guint i = 0; i < stile_interview_get_form (interview)->n_sections; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, (int) i);
      guint asked, answered;
      StileSectionState state =
        stile_interview_get_section_state (interview, i, &asked, &answered);

      stile_section_row_set_state (STILE_SECTION_ROW (row), state, asked, answered);
      if (i == current)
        gtk_list_box_select_row (self->rows, row);
    }
}

static void
stile_section_list_class_init (StileSectionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/section-list.ui");
  gtk_widget_class_bind_template_child (widget_class, StileSectionList, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
stile_section_list_init (StileSectionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
