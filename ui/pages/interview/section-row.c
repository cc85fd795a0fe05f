// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "section-row.h"

#include "interview-words.h"
#include "widgets/wrap-label.h"

struct _StileSectionRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *label;
  GtkLabel *state;
  GtkWidget *done;
  GtkLabel *remark;
};

G_DEFINE_FINAL_TYPE (StileSectionRow, stile_section_row, GTK_TYPE_LIST_BOX_ROW)

static void
stile_section_row_class_init (StileSectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (STILE_TYPE_WRAP_LABEL);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/section-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StileSectionRow, label);
  gtk_widget_class_bind_template_child (widget_class, StileSectionRow, state);
  gtk_widget_class_bind_template_child (widget_class, StileSectionRow, done);
  gtk_widget_class_bind_template_child (widget_class, StileSectionRow, remark);
}

static void
stile_section_row_init (StileSectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
stile_section_row_new (void)
{
  return g_object_new (STILE_TYPE_SECTION_ROW, NULL);
}

void
stile_section_row_say (StileSectionRow *self, const StilePhrase *phrase)
{
  g_return_if_fail (STILE_IS_SECTION_ROW (self));

  stile_phrase_show_text (self->label, phrase->first, phrase->first_language,
                          phrase->page_language);
}

void
stile_section_row_set_state (StileSectionRow *self, StileSectionState state, guint asked,
                             guint answered)
{
  const char *remark = gtk_label_get_label (self->remark);
  g_autofree char *words = NULL;
  g_autofree char *both = NULL;

  g_return_if_fail (STILE_IS_SECTION_ROW (self));

  words = stile_interview_words_dup_section (state, asked, answered);
  both = g_strjoin (", ", gtk_label_get_label (self->label), words,
                    *remark != '\0' ? remark : NULL, NULL);
  gtk_label_set_label (self->state, words);
  /* Sixteen times the same says little, and pushes the last parts out of sight. */
  gtk_widget_set_visible (GTK_WIDGET (self->state), state != STILE_SECTION_NOT_STARTED);
  gtk_widget_set_visible (self->done, state == STILE_SECTION_DONE);
  gtk_widget_set_sensitive (GTK_WIDGET (self), state != STILE_SECTION_SKIPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, both, -1);
}

void
stile_section_row_set_remark (StileSectionRow *self, const char *remark)
{
  g_return_if_fail (STILE_IS_SECTION_ROW (self));

  gtk_label_set_label (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
}
