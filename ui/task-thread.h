// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What takes long, in a thread of its own. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** What a thread does with the source object, data and cancellable of a task: its result, which is
 *  never NULL, or NULL with @error. */
typedef gpointer (*StileTaskWork) (gpointer source, gpointer data, GCancellable *cancellable,
                                   GError **error);

/** Does @work in a thread. When that has ended, the task returns what it gave (@free_result: how to
 *  free it, or NULL) in the main loop of whoever calls this, with g_task_return_pointer().
 *
 *  g_task_run_in_thread() may let go of the task in the thread, after the callback: a book would be
 *  closed there while its folder is removed here, a widget would end outside its loop. */
void stile_task_thread_run (GTask *task, StileTaskWork work, GDestroyNotify free_result);

G_END_DECLS
