// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "book.h"

#include "task-thread.h"

struct _StileBook
{
  GObject parent_instance;

  StileCasework *casework;
  StileDirectory *directory; /* NULL until it is asked for */
  char *directory_problem;   /* or NULL */
};

G_DEFINE_FINAL_TYPE (StileBook, stile_book, G_TYPE_OBJECT)

/* What a thread needs to know; a copy, so that the page may go away meanwhile. */
typedef struct
{
  char *path;
  char *station;
  char *adviser;
  char *recovery_key;
  char *new_recovery_key;
  char *passphrase;
  StileKeyCost cost;
} KeyWork;

static void
key_work_free (KeyWork *work)
{
  g_free (work->path);
  g_free (work->station);
  g_free (work->adviser);
  stile_secret_free (work->recovery_key);
  stile_secret_free (work->new_recovery_key);
  stile_secret_free (work->passphrase);
  g_free (work);
}

StileBook *
stile_book_new (StileCasework *casework)
{
  StileBook *book = g_object_new (STILE_TYPE_BOOK, NULL);

  book->casework = casework;
  return book;
}

static StileBook *
new_for_ledger (StileLedger *ledger, GError **error)
{
  StileCasework *casework = stile_casework_new (ledger, error);

  return casework != NULL ? stile_book_new (casework) : NULL;
}

StileBook *
stile_book_open (const char *path, GError **error)
{
  StileLedger *ledger = stile_ledger_open (path, error);

  return ledger != NULL ? new_for_ledger (ledger, error) : NULL;
}

static gpointer
create_in_thread (gpointer source, gpointer data, GCancellable *cancellable, GError **error)
{
  KeyWork *work = data;
  StileLedger *ledger = stile_ledger_create (work->path, work->station, work->adviser,
                                             work->passphrase, work->cost, &work->recovery_key,
                                             error);

  return ledger != NULL ? new_for_ledger (ledger, error) : NULL;
}

void
stile_book_create_async (const char *path, const char *station, const char *adviser,
                         const char *passphrase, StileKeyCost cost, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  KeyWork *work = g_new0 (KeyWork, 1);

  work->path = g_strdup (path);
  work->station = g_strdup (station);
  work->adviser = g_strdup (adviser);
  work->passphrase = g_strdup (passphrase);
  work->cost = cost;
  g_task_set_source_tag (task, stile_book_create_async);
  g_task_set_task_data (task, work, (GDestroyNotify) key_work_free);
  stile_task_thread_run (task, create_in_thread, g_object_unref);
}

StileBook *
stile_book_create_finish (GAsyncResult *result, char **recovery_key, GError **error)
{
  StileBook *book = g_task_propagate_pointer (G_TASK (result), error);

  if (book != NULL)
    {
      KeyWork *work = g_task_get_task_data (G_TASK (result));

      *recovery_key = g_steal_pointer (&work->recovery_key);
    }
  return book;
}

static gpointer
unlock_in_thread (gpointer book, gpointer data, GCancellable *cancellable, GError **error)
{
  StileLedger *ledger = stile_book_get_ledger (book);
  KeyWork *work = data;
  gboolean unlocked;

  if (work->recovery_key != NULL)
    unlocked = stile_ledger_recover (ledger, work->recovery_key, work->adviser, work->passphrase,
                                     &work->new_recovery_key, error);
  else
    unlocked = stile_ledger_unlock (ledger, work->adviser, work->passphrase, error);
  if (!unlocked)
    return NULL;
  stile_casework_read_ahead (stile_book_get_casework (book));
  return book;
}

void
stile_book_recover_async (StileBook *book, const char *recovery_key, const char *adviser,
                          const char *new_passphrase, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (book, NULL, callback, user_data);
  KeyWork *work = g_new0 (KeyWork, 1);

  work->recovery_key = g_strdup (recovery_key);
  work->adviser = g_strdup (adviser);
  work->passphrase = g_strdup (new_passphrase);
  g_task_set_source_tag (task, stile_book_unlock_async);
  g_task_set_task_data (task, work, (GDestroyNotify) key_work_free);
  stile_ledger_lend (stile_book_get_ledger (book));
  stile_task_thread_run (task, unlock_in_thread, NULL);
}

void
stile_book_unlock_async (StileBook *book, const char *adviser, const char *passphrase,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  stile_book_recover_async (book, NULL, adviser, passphrase, callback, user_data);
}

gboolean
stile_book_unlock_finish (StileBook *book, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, book), FALSE);

  stile_ledger_take_back (stile_book_get_ledger (book));
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

gboolean
stile_book_recover_finish (StileBook *book, GAsyncResult *result, char **new_recovery_key,
                           GError **error)
{
  if (!stile_book_unlock_finish (book, result, error))
    return FALSE;
  *new_recovery_key
      = g_steal_pointer (&((KeyWork *) g_task_get_task_data (G_TASK (result)))->new_recovery_key);
  return TRUE;
}

void
stile_book_lock (StileBook *book)
{
  stile_casework_lock (book->casework);
}

gboolean
stile_book_is_unlocked (StileBook *book)
{
  return stile_ledger_is_unlocked (stile_book_get_ledger (book));
}

StileCasework *
stile_book_get_casework (StileBook *book)
{
  return book->casework;
}

StileLedger *
stile_book_get_ledger (StileBook *book)
{
  return stile_casework_get_ledger (book->casework);
}

StileDirectory *
stile_book_get_directory (StileBook *book)
{
  if (book->directory == NULL)
    {
      const char *path = stile_ledger_get_path (stile_book_get_ledger (book));
      g_autofree char *beside = stile_directory_dup_path_beside (path);
      g_autoptr (GError) error = NULL;

      book->directory = stile_directory_open (beside, &error);
      if (book->directory == NULL)
        {
          book->directory = stile_directory_new_empty ();
          book->directory_problem = g_strdup (error->message);
        }
    }
  return book->directory;
}

const char *
stile_book_get_directory_problem (StileBook *book)
{
  stile_book_get_directory (book);
  return book->directory_problem;
}

gboolean
stile_book_renew_directory (StileBook *book, GError **error)
{
  const char *path = stile_ledger_get_path (stile_book_get_ledger (book));
  g_autofree char *beside = stile_directory_dup_path_beside (path);

  if (!stile_directory_put_aside (beside, error))
    return FALSE;
  g_clear_pointer (&book->directory, stile_directory_close);
  g_clear_pointer (&book->directory_problem, g_free);
  if (stile_book_get_directory_problem (book) == NULL)
    return TRUE;
  g_set_error_literal (error, STILE_DIRECTORY_ERROR, STILE_DIRECTORY_ERROR_IO,
                       book->directory_problem);
  return FALSE;
}

char *
stile_book_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "stile", "record-book.stile", NULL);
}

static void
stile_book_finalize (GObject *object)
{
  StileBook *book = STILE_BOOK (object);

  g_clear_pointer (&book->casework, stile_casework_free);
  g_clear_pointer (&book->directory, stile_directory_close);
  g_clear_pointer (&book->directory_problem, g_free);
  G_OBJECT_CLASS (stile_book_parent_class)->finalize (object);
}

static void
stile_book_class_init (StileBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stile_book_finalize;
}

static void
stile_book_init (StileBook *book)
{
}
