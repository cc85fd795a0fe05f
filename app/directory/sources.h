// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: the pages in files, folders and zips, as streams of bytes. Nothing is
 * unpacked to the disk. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Of all that is read for one import, unpacked. */
#define STILE_SOURCES_MAX_BYTES (1024 * 1024 * 1024)
#define STILE_SOURCES_MAX_PAGES 20000

/** Who is given the pages, one after the other. FALSE with @error ends it all. */
typedef struct
{
  void (*begin) (const char *name, gpointer data);
  gboolean (*push) (const char *bytes, gsize length, gpointer data, GError **error);
  /* @cut: it could not be read to its end. */
  gboolean (*end) (gboolean cut, gpointer data, GError **error);
  /* A file that is none of ours, or cannot be read. */
  void (*tell) (const char *name, const char *what, gboolean is_lost, gpointer data);
  void (*progress) (guint64 bytes, guint64 total, gpointer data);
  gpointer data;
} StileSourcesSink;

/** Reads all @paths, folders in the order of names. MISSING where there is nothing of that name,
 *  INPUT where it is too much; what cannot be read within a folder or a zip is told. */
gboolean stile_sources_read (const char *const *paths, const StileSourcesSink *sink,
                             GCancellable *cancellable, GError **error);

G_END_DECLS
