// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tip.h"

#include "phrase.h"
#include "words.h"

#define WORDS "stile-tip"
#define FACES "stile-tip-faces"

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *words = stile_tip_get (widget);
  const char *faces = g_object_get_data (G_OBJECT (widget), FACES);
  g_autofree char *markup
    = faces != NULL ? g_markup_printf_escaped ("<span face=\"%s\">%s</span>", faces, words)
                    : g_markup_escape_text (words, -1);

  gtk_tooltip_set_markup (tooltip, markup);
  return TRUE;
}

void
stile_tip_set (GtkWidget *widget, const char *words)
{
  g_autofree char *language = stile_words_dup_language ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (stile_tip_get (widget) == NULL)
    {
      gtk_widget_set_has_tooltip (widget, TRUE);
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }
  g_object_set_data_full (G_OBJECT (widget), WORDS, g_strdup (words), g_free);
  g_object_set_data (G_OBJECT (widget), FACES, (gpointer) stile_phrase_get_faces (language));
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}

const char *
stile_tip_get (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return g_object_get_data (G_OBJECT (widget), WORDS);
}
