// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "event-row.h"

#include "day.h"
#include "rights.h"
#include "script.h"
#include "words.h"

/* Longer words are folded away until somebody wants to read them. */
#define LONG_TEXT_CHARS 240

static GtkWidget *
long_text_new (const char *text)
{
  GtkWidget *view = g_object_new (GTK_TYPE_TEXT_VIEW, "editable", FALSE, "cursor-visible", FALSE,
                                  "accepts-tab", FALSE, "wrap-mode", GTK_WRAP_WORD_CHAR,
                                  "top-margin", 12, "bottom-margin", 12, "left-margin", 12,
                                  "right-margin", 12, NULL);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                                      "max-content-height", 320, "child", view, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  return scroller;
}

static GtkWidget *
correct_button_new (const StileEvent *event)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Correct these words"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Correct these words"), -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", event->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "person.correct-words");
  return button;
}

/* The words are set after "use-markup": together with it they would come too early. */
static GtkWidget *
row_new (GType type, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (type, "use-markup", FALSE, "title", title, NULL);

  g_object_set (row, "subtitle", subtitle, NULL);
  return row;
}

GtkWidget *
stile_event_row_new (const StileEvent *event, GDateTime *now)
{
  g_autofree char *moment = stile_moment_to_words (event->at, now);
  g_autofree char *meta = g_strdup_printf ("%s · %s", moment, event->adviser);
  g_autofree char *subtitle = NULL;
  g_autofree char *directed = NULL;
  gboolean can_correct = stile_event_has_own_words (event);
  GtkWidget *row;

  if (event->text != NULL && g_utf8_strlen (event->text, -1) > LONG_TEXT_CHARS)
    {
      row = row_new (ADW_TYPE_EXPANDER_ROW, event->title, meta);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), long_text_new (event->text));
      if (can_correct)
        adw_expander_row_add_action (ADW_EXPANDER_ROW (row), correct_button_new (event));
      return row;
    }

  subtitle = event->text != NULL ? g_strdup_printf ("%s\n%s", meta, event->text) : g_strdup (meta);
  directed = stile_words_dup_directed (subtitle);
  row = row_new (ADW_TYPE_ACTION_ROW, event->title, directed);
  if (can_correct)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), correct_button_new (event));
  return row;
}
