// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: one file or one page of a zip, from bytes to services. */

#pragma once

#include "reading.h"

G_BEGIN_DECLS

/** Is given each service as it was read. FALSE with @error ends it all. */
typedef gboolean (*StilePageFound) (StileService *service, gpointer data, GError **error);

typedef struct _StilePage StilePage;

/** @reading is borrowed; its source and record are set here. */
StilePage *stile_page_new (StileReading *reading, const char *name, StilePageFound found,
                           gpointer data);
void stile_page_free (StilePage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StilePage, stile_page_free)

/** The next bytes. */
gboolean stile_page_push (StilePage *page, const char *bytes, gsize length, GError **error);
/** There are no more. @cut: for a reason of the disk or the zip. */
gboolean stile_page_end (StilePage *page, gboolean cut, GError **error);

G_END_DECLS
