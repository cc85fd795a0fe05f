// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reader.h"

#include "voice.h"

/* The reading thread owns the voices and takes one job after the other: texts to read, or (without
 * texts) the end. The reader talks to it only through jobs and their cancellables. */
typedef struct
{
  GPtrArray *utterances; /* NULL: close the voices */
  GCancellable *cancellable;
  double speed;
  guint number;
} Job;

struct _StileReader
{
  GObject parent_instance;

  const StileVoiceOpen *table;
  GThread *thread; /* NULL until something is asked */
  GAsyncQueue *jobs;
  GHashTable *languages; /* NULL until they are known */
  GCancellable *cancellable; /* of the newest job */
  guint number;              /* of the newest job: what older ones tell counts for nothing */
  int current;
  double speed;
};

G_DEFINE_FINAL_TYPE (StileReader, stile_reader, G_TYPE_OBJECT)

enum
{
  PROP_CURRENT = 1,
};

static guint prepared_signal;
static guint failed_signal;

StileUtterance *
stile_utterance_new (const char *text, const char *language)
{
  StileUtterance *utterance = g_new0 (StileUtterance, 1);

  utterance->text = g_strdup (text);
  utterance->language = g_strdup (language);
  return utterance;
}

void
stile_utterance_free (StileUtterance *utterance)
{
  g_free (utterance->text);
  g_free (utterance->language);
  g_free (utterance);
}

static void
job_free (Job *job)
{
  g_clear_pointer (&job->utterances, g_ptr_array_unref);
  g_clear_object (&job->cancellable);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* ---- What the thread tells ---- */

/* Where the thread's news go. Only the reader's own context looks behind it, so that the thread
 * never holds the reader itself, which waits for the thread before it goes. */
typedef struct
{
  GWeakRef reader;
} Address;

static void
address_clear (gpointer data)
{
  g_weak_ref_clear (&((Address *) data)->reader);
}

static void
address_unref (Address *address)
{
  g_atomic_rc_box_release_full (address, address_clear);
}

typedef struct
{
  Address *address;
  guint number;
  int current;
  GError *failure;
  GHashTable *languages;
} News;

static void
news_free (News *news)
{
  address_unref (news->address);
  g_clear_error (&news->failure);
  g_clear_pointer (&news->languages, g_hash_table_unref);
  g_free (news);
}

static void
set_current (StileReader *self, int current)
{
  if (self->current == current)
    return;
  self->current = current;
  g_object_notify (G_OBJECT (self), "current");
}

static gboolean
news_arrived_cb (gpointer data)
{
  News *news = data;
  g_autoptr (StileReader) self = g_weak_ref_get (&news->address->reader);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  if (news->languages != NULL)
    {
      self->languages = g_steal_pointer (&news->languages);
      g_signal_emit (self, prepared_signal, 0);
    }
  else if (news->number == self->number)
    {
      set_current (self, news->current);
      if (news->failure != NULL)
        g_signal_emit (self, failed_signal, 0, news->failure->code);
    }
  return G_SOURCE_REMOVE;
}

/* ---- The thread ---- */

typedef struct
{
  Address *address;
  const StileVoiceOpen *table;
  GAsyncQueue *jobs;
  GMainContext *context;
  GPtrArray *voices;
} Work;

/* @failure and @languages are taken over; both may be NULL. Not g_main_context_invoke(), which
 * calls it in this thread where the other one is not in its main loop just then. */
static void
tell (Work *work, guint number, int current, GError *failure, GHashTable *languages)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  News *news = g_new0 (News, 1);

  news->address = g_atomic_rc_box_acquire (work->address);
  news->number = number;
  news->current = current;
  news->failure = failure;
  news->languages = languages;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, news_arrived_cb, news, (GDestroyNotify) news_free);
  g_source_attach (source, work->context);
}

static void
add_languages (GHashTable *all, GHashTable *some)
{
  GHashTableIter iter;
  gpointer language;

  g_hash_table_iter_init (&iter, some);
  while (g_hash_table_iter_next (&iter, &language, NULL))
    g_hash_table_add (all, g_strdup (language));
}

static void
open_voices (Work *work)
{
  GHashTable *languages = stile_voice_new_languages ();

  for (guint i = 0; work->table[i] != NULL; i++)
    {
      StileVoice *voice = work->table[i](NULL); /* that there is none is told when one is missed */

      if (voice == NULL)
        continue;
      g_ptr_array_add (work->voices, voice);
      add_languages (languages, voice->languages);
    }
  tell (work, 0, -1, NULL, languages);
}

/* A voice that has no sound is not asked again: it would be waited for at each word. */
static gboolean
read_one (Work *work, Job *job, const StileUtterance *utterance, GError **error)
{
  g_autofree char *subtag = stile_voice_dup_subtag (utterance->language);
  g_autoptr (GError) fault = NULL;

  for (guint i = 0; i < work->voices->len;)
    {
      StileVoice *voice = work->voices->pdata[i];

      if (!g_hash_table_contains (voice->languages, subtag))
        {
          i++;
          continue;
        }
      g_clear_error (&fault);
      if (voice->say (voice, utterance->text, utterance->language, job->speed, job->cancellable,
                      &fault))
        return TRUE;
      if (g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_CANCELLED)
          || i + 1 == work->voices->len) /* the last one is tried again, when sound may be back */
        break;
      g_ptr_array_remove_index (work->voices, i);
    }
  if (fault == NULL)
    g_set_error_literal (&fault, STILE_SPEECH_ERROR, STILE_SPEECH_ERROR_NO_VOICE,
                         "This computer has no voice for this language.");
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static void
read_all (Work *work, Job *job)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < job->utterances->len && error == NULL; i++)
    {
      if (g_cancellable_is_cancelled (job->cancellable))
        return;
      tell (work, job->number, i, NULL, NULL);
      read_one (work, job, job->utterances->pdata[i], &error);
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (work, job->number, -1, g_steal_pointer (&error), NULL);
}

static void
voice_close (gpointer data)
{
  StileVoice *voice = data;

  voice->close (voice);
}

static gpointer
read_thread (gpointer data)
{
  Work *work = data;

  work->voices = g_ptr_array_new_with_free_func (voice_close);
  open_voices (work);
  while (TRUE)
    {
      g_autoptr (Job) job = g_async_queue_pop (work->jobs);

      if (job->utterances == NULL)
        break;
      read_all (work, job);
    }
  g_ptr_array_unref (work->voices);
  g_async_queue_unref (work->jobs);
  g_main_context_unref (work->context);
  address_unref (work->address);
  g_free (work);
  return NULL;
}

/* ---- The reader ---- */

/* What is under way stops, and what it still tells is not heard. */
static void
push_job (StileReader *self, GPtrArray *utterances)
{
  Job *job = g_new0 (Job, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  job->utterances = utterances;
  job->cancellable = g_object_ref (self->cancellable);
  job->speed = self->speed;
  job->number = ++self->number;
  g_async_queue_push (self->jobs, job);
}

void
stile_reader_read (StileReader *self, GPtrArray *utterances)
{
  g_return_if_fail (STILE_IS_READER (self));
  g_return_if_fail (utterances != NULL);

  stile_reader_prepare (self);
  set_current (self, -1);
  push_job (self, utterances);
}

void
stile_reader_stop (StileReader *self)
{
  g_return_if_fail (STILE_IS_READER (self));

  g_cancellable_cancel (self->cancellable);
  self->number++;
  set_current (self, -1);
}

int
stile_reader_get_current (StileReader *self)
{
  g_return_val_if_fail (STILE_IS_READER (self), -1);

  return self->current;
}

gboolean
stile_reader_can_read (StileReader *self, const char *language)
{
  g_autofree char *subtag = stile_voice_dup_subtag (language);

  g_return_val_if_fail (STILE_IS_READER (self), FALSE);

  return self->languages == NULL || g_hash_table_contains (self->languages, subtag);
}

void
stile_reader_set_speed (StileReader *self, double speed)
{
  g_return_if_fail (STILE_IS_READER (self));

  self->speed = CLAMP (speed, 0.5, 2);
}

double
stile_reader_get_speed (StileReader *self)
{
  g_return_val_if_fail (STILE_IS_READER (self), 1);

  return self->speed;
}

void
stile_reader_prepare (StileReader *self)
{
  Work *work;

  g_return_if_fail (STILE_IS_READER (self));

  if (self->thread != NULL)
    return;
  work = g_new0 (Work, 1);
  work->address = g_atomic_rc_box_new0 (Address);
  g_weak_ref_init (&work->address->reader, self);
  work->table = self->table;
  work->jobs = g_async_queue_ref (self->jobs);
  work->context = g_main_context_ref_thread_default ();
  self->thread = g_thread_new ("reading", read_thread, work);
}

StileReader *
stile_reader_new_for (const StileVoiceOpen *table)
{
  StileReader *self = g_object_new (STILE_TYPE_READER, NULL);

  self->table = table;
  return self;
}

StileReader *
stile_reader_new (void)
{
  static const StileVoiceOpen table[] = {
    stile_dispatcher_voice_open,
    stile_espeak_voice_open,
    NULL,
  };

  return stile_reader_new_for (table);
}

static void
stile_reader_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_CURRENT:
      g_value_set_int (value, STILE_READER (object)->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
stile_reader_dispose (GObject *object)
{
  StileReader *self = STILE_READER (object);

  if (self->thread != NULL)
    {
      push_job (self, NULL);
      g_clear_pointer (&self->thread, g_thread_join);
    }
  G_OBJECT_CLASS (stile_reader_parent_class)->dispose (object);
}

static void
stile_reader_finalize (GObject *object)
{
  StileReader *self = STILE_READER (object);

  g_async_queue_unref (self->jobs);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->languages, g_hash_table_unref);
  G_OBJECT_CLASS (stile_reader_parent_class)->finalize (object);
}

static void
stile_reader_class_init (StileReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = stile_reader_get_property;
  object_class->dispose = stile_reader_dispose;
  object_class->finalize = stile_reader_finalize;
  g_object_class_install_property (object_class, PROP_CURRENT,
                                   g_param_spec_int ("current", NULL, NULL, -1, G_MAXINT, -1,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  prepared_signal = g_signal_new ("prepared", STILE_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", STILE_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
stile_reader_init (StileReader *self)
{
  self->jobs = g_async_queue_new_full ((GDestroyNotify) job_free);
  self->current = -1;
  self->speed = 1;
}
