// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "page-words.h"

#include <adwaita.h>

#include "tip.h"
#include "words.h"

typedef struct
{
  GtkWidget *widget; /* lives as long as the page */
  const char *property; /* or NULL: its tooltip */
  char *written;
} Words;

struct _StilePageWords
{
  GArray *list; /* of Words */
};

static void
clear_words (gpointer words)
{
  g_free (((Words *) words)->written);
}

static void
learn (StilePageWords *self, GtkWidget *widget, const char *property)
{
  Words words = { widget, property, NULL };

  g_object_get (widget, property, &words.written, NULL);
  if (words.written != NULL && *words.written != '\0')
    g_array_append_val (self->list, words);
  else
    g_free (words.written);
}

static void
learn_tip (StilePageWords *self, GtkWidget *widget)
{
  Words words = { widget, NULL, g_strdup (gtk_widget_get_tooltip_text (widget)) };

  if (words.written == NULL)
    return;
  gtk_widget_set_tooltip_text (widget, NULL);
  g_array_append_val (self->list, words);
}

static void
learn_all (StilePageWords *self, GtkWidget *widget)
{
  GtkWidget *child;

  learn_tip (self, widget);
  if (GTK_IS_LABEL (widget)
      || (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL))
    learn (self, widget, "label");
  else if (ADW_IS_WINDOW_TITLE (widget))
    learn (self, widget, "title");
  else
    for (child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      learn_all (self, child);
}

StilePageWords *
stile_page_words_new (GtkWidget *page)
{
  StilePageWords *self = g_new0 (StilePageWords, 1);

  self->list = g_array_new (FALSE, FALSE, sizeof (Words));
  g_array_set_clear_func (self->list, clear_words);
  learn_all (self, page);
  return self;
}

void
stile_page_words_free (StilePageWords *self)
{
  g_array_unref (self->list);
  g_free (self);
}

void
stile_page_words_say (StilePageWords *self, const char *language)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (language);

  for (guint i = 0; i < self->list->len; i++)
    {
      const Words *words = &g_array_index (self->list, Words, i);
      const char *now = stile_words_get (words->written);

      if (words->property == NULL)
        stile_tip_set (words->widget, now);
      else
        g_object_set (words->widget, words->property, now, NULL);
    }
}
