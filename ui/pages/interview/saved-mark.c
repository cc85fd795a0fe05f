// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "saved-mark.h"

#include "words.h"

struct _StileSavedMark
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *words;
  GtkWidget *try_again;

  StileAnswerSaver *saver;
  char *language; /* NULL: the program's */
};

enum
{
  TRY_AGAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StileSavedMark, stile_saved_mark, ADW_TYPE_BIN)

static const char *
get_icon (StileSaveState state)
{
  switch (state)
    {
    case STILE_SAVE_SAVED:
      return "object-select-symbolic";
    case STILE_SAVE_FAILED:
      return "dialog-warning-symbolic";
    case STILE_SAVE_NOTHING:
    case STILE_SAVE_WAITING:
    default:
      return NULL;
    }
}

void
stile_saved_mark_show (StileSavedMark *self, StileSaveState state, const char *words)
{
  g_return_if_fail (STILE_IS_SAVED_MARK (self));

  gtk_button_set_label (GTK_BUTTON (self->try_again), _("Try again"));
  gtk_label_set_label (self->words, words);
  gtk_image_set_from_icon_name (self->icon, get_icon (state));
  gtk_widget_set_visible (GTK_WIDGET (self->icon), get_icon (state) != NULL);
  gtk_widget_set_visible (self->try_again, state == STILE_SAVE_FAILED);
}

static void
saver_changed_cb (StileSavedMark *self)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (self->language);
  StileSaveState state = self->saver != NULL ? stile_answer_saver_get_state (self->saver)
                                             : STILE_SAVE_NOTHING;
  const char *message = self->saver != NULL ? stile_answer_saver_get_message (self->saver) : NULL;
  g_autofree char *words = stile_interview_words_dup_saved (state, message);

  stile_saved_mark_show (self, state, words);
}

static void
try_again_cb (StileSavedMark *self)
{
  if (self->saver != NULL)
    stile_answer_saver_flush (self->saver);
  else
    g_signal_emit (self, signals[TRY_AGAIN], 0);
}

void
stile_saved_mark_set_saver (StileSavedMark *self, StileAnswerSaver *saver)
{
  g_return_if_fail (STILE_IS_SAVED_MARK (self));

  if (self->saver != NULL)
    g_signal_handlers_disconnect_by_func (self->saver, saver_changed_cb, self);
  g_set_object (&self->saver, saver);
  if (self->saver != NULL)
    g_signal_connect_object (self->saver, "changed", G_CALLBACK (saver_changed_cb), self,
                             G_CONNECT_SWAPPED);
  saver_changed_cb (self);
}

void
stile_saved_mark_say (StileSavedMark *self, const char *language)
{
  g_return_if_fail (STILE_IS_SAVED_MARK (self));

  g_free (self->language);
  self->language = g_strdup (language);
  saver_changed_cb (self);
}

static gboolean
stile_saved_mark_grab_focus (GtkWidget *widget)
{
  StileSavedMark *self = STILE_SAVED_MARK (widget);

  /* GTK 4.8 would give the keyboard to a button that cannot be seen. */
  return gtk_widget_get_visible (self->try_again) && gtk_widget_grab_focus (self->try_again);
}

static void
stile_saved_mark_finalize (GObject *object)
{
  g_clear_object (&STILE_SAVED_MARK (object)->saver);
  g_free (STILE_SAVED_MARK (object)->language);
  G_OBJECT_CLASS (stile_saved_mark_parent_class)->finalize (object);
}

static void
stile_saved_mark_class_init (StileSavedMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_saved_mark_finalize;
  widget_class->grab_focus = stile_saved_mark_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/saved-mark.ui");
  gtk_widget_class_bind_template_child (widget_class, StileSavedMark, icon);
  gtk_widget_class_bind_template_child (widget_class, StileSavedMark, words);
  gtk_widget_class_bind_template_child (widget_class, StileSavedMark, try_again);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);

  signals[TRY_AGAIN] = g_signal_new ("try-again", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stile_saved_mark_init (StileSavedMark *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
