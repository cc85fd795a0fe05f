// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer-saver.h"

#include "words.h"

#define RETRY_SECONDS 5

/* One thing to save: an answer, or else a note. */
typedef struct
{
  const StileQuestion *question;
  StileAnswer *answer;
  char *note;
} Item;

struct _StileAnswerSaver
{
  GObject parent_instance;

  StileCasework *casework;
  char *case_id;
  char *assessment_id;

  GQueue waiting; /* of Item, in the order they were given */
  gboolean expecting;
  gboolean saved_any;
  char *message;
  char *language; /* of the message; NULL: the program's */
  guint retry_id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StileAnswerSaver, stile_answer_saver, G_TYPE_OBJECT)

static void
item_free (Item *item)
{
  g_clear_pointer (&item->answer, stile_answer_free);
  g_free (item->note);
  g_free (item);
}

static void
drop (StileAnswerSaver *self, GList *link)
{
  item_free (link->data);
  g_queue_delete_link (&self->waiting, link);
}

static gboolean
save_item (StileAnswerSaver *self, const Item *item, GError **error)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (self->language);

  if (item->answer != NULL)
    return stile_casework_save_answer (self->casework, self->case_id, self->assessment_id,
                                       item->question, item->answer, error);
  return stile_casework_save_note (self->casework, self->case_id, self->assessment_id,
                                   item->question->id, item->note, error);
}

static gboolean
retry_cb (gpointer user_data)
{
  StileAnswerSaver *self = user_data;

  self->retry_id = 0;
  stile_answer_saver_flush (self);
  return G_SOURCE_REMOVE;
}

gboolean
stile_answer_saver_flush (StileAnswerSaver *self)
{
  GList *next;

  g_return_val_if_fail (STILE_IS_ANSWER_SAVER (self), FALSE);

  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_clear_pointer (&self->message, g_free);
  /* All of them: one that the book will never take must not hold up the others. */
  for (GList *link = self->waiting.head; link != NULL; link = next)
    {
      g_autoptr (GError) error = NULL;

      next = link->next;
      if (save_item (self, link->data, &error))
        {
          drop (self, link);
          self->saved_any = TRUE;
        }
      else if (self->message == NULL)
        self->message = g_strdup (error->message);
    }
  if (self->message != NULL)
    self->retry_id = g_timeout_add_seconds (RETRY_SECONDS, retry_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
  return self->message == NULL;
}

static void
drop_older (StileAnswerSaver *self, const Item *newer)
{
  GList *next;

  for (GList *link = self->waiting.head; link != NULL; link = next)
    {
      const Item *older = link->data;

      next = link->next;
      if (older->question == newer->question && (older->note == NULL) == (newer->note == NULL))
        drop (self, link);
    }
}

static void
save (StileAnswerSaver *self, Item *item)
{
  drop_older (self, item);
  g_queue_push_tail (&self->waiting, item);
  self->expecting = FALSE;
  stile_answer_saver_flush (self);
}

void
stile_answer_saver_save_answer (StileAnswerSaver *self, const StileQuestion *question,
                                const StileAnswer *answer)
{
  Item item = { .question = question };

  g_return_if_fail (STILE_IS_ANSWER_SAVER (self));

  item.answer = stile_answer_copy (answer);
  save (self, g_memdup2 (&item, sizeof item));
}

void
stile_answer_saver_save_note (StileAnswerSaver *self, const StileQuestion *question,
                              const char *text)
{
  Item item = { .question = question };

  g_return_if_fail (STILE_IS_ANSWER_SAVER (self));

  item.note = g_strdup (text);
  save (self, g_memdup2 (&item, sizeof item));
}

void
stile_answer_saver_expect (StileAnswerSaver *self, gboolean expecting)
{
  g_return_if_fail (STILE_IS_ANSWER_SAVER (self));

  self->expecting = expecting;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
stile_answer_saver_say (StileAnswerSaver *self, const char *language)
{
  g_return_if_fail (STILE_IS_ANSWER_SAVER (self));

  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  if (self->message != NULL)
    stile_answer_saver_flush (self);
}

StileSaveState
stile_answer_saver_get_state (StileAnswerSaver *self)
{
  g_return_val_if_fail (STILE_IS_ANSWER_SAVER (self), STILE_SAVE_NOTHING);

  if (self->message != NULL)
    return STILE_SAVE_FAILED;
  if (self->expecting)
    return STILE_SAVE_WAITING;
  return self->saved_any ? STILE_SAVE_SAVED : STILE_SAVE_NOTHING;
}

const char *
stile_answer_saver_get_message (StileAnswerSaver *self)
{
  g_return_val_if_fail (STILE_IS_ANSWER_SAVER (self), NULL);

  return self->message;
}

static void
stile_answer_saver_finalize (GObject *object)
{
  StileAnswerSaver *self = STILE_ANSWER_SAVER (object);

  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) item_free);
  g_free (self->message);
  g_free (self->language);
  g_free (self->case_id);
  g_free (self->assessment_id);
  G_OBJECT_CLASS (stile_answer_saver_parent_class)->finalize (object);
}

static void
stile_answer_saver_class_init (StileAnswerSaverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stile_answer_saver_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
stile_answer_saver_init (StileAnswerSaver *self)
{
  g_queue_init (&self->waiting);
}

StileAnswerSaver *
stile_answer_saver_new (StileCasework *casework, const char *case_id, const char *assessment_id)
{
  StileAnswerSaver *self = g_object_new (STILE_TYPE_ANSWER_SAVER, NULL);

  self->casework = casework;
  self->case_id = g_strdup (case_id);
  self->assessment_id = g_strdup (assessment_id);
  return self;
}
