// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cover.h"

#include "page-words.h"
#include "words.h"

struct _StileCover
{
  AdwBin parent_instance;

  AdwHeaderBar *header;
  GtkWidget *show_button;

  StilePageWords *words;
};

G_DEFINE_FINAL_TYPE (StileCover, stile_cover, ADW_TYPE_BIN)

void
stile_cover_stand_for (StileCover *cover, StileReading *reading)
{
  GtkWidget *widget = GTK_WIDGET (cover);
  g_autofree char *program = stile_words_dup_language ();
  const char *language = reading != NULL ? stile_reading_get_languages (reading).first : program;
  gboolean alone = reading != NULL && stile_reading_get_alone (reading);

  g_return_if_fail (STILE_IS_COVER (cover));

  stile_page_words_say (cover->words, reading != NULL ? language : NULL);
  stile_phrase_set_faces (widget, language);
  stile_phrase_set_direction (widget, language);
  stile_reading_show_percent (widget,
                              reading != NULL ? stile_reading_get_percent (reading) : 100);
  adw_header_bar_set_show_start_title_buttons (cover->header, !alone);
  adw_header_bar_set_show_end_title_buttons (cover->header, !alone);
}

static gboolean
stile_cover_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (STILE_COVER (widget)->show_button);
}

static void
stile_cover_dispose (GObject *object)
{
  g_clear_pointer (&STILE_COVER (object)->words, stile_page_words_free);
  G_OBJECT_CLASS (stile_cover_parent_class)->dispose (object);
}

static void
stile_cover_class_init (StileCoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_cover_dispose;
  widget_class->grab_focus = stile_cover_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/cover.ui");
  gtk_widget_class_bind_template_child (widget_class, StileCover, header);
  gtk_widget_class_bind_template_child (widget_class, StileCover, show_button);
}

static void
stile_cover_init (StileCover *cover)
{
  gtk_widget_init_template (GTK_WIDGET (cover));
  cover->words = stile_page_words_new (GTK_WIDGET (cover));
  stile_cover_stand_for (cover, NULL);
}
