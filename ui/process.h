// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What has to be settled before GTK starts: no core dumps, private files, language, renderer. */
void stile_process_prepare (void);

/** Whether any of the graphics devices in @folder ("/dev/dri") can be opened for drawing. */
gboolean stile_process_has_gpu (const char *folder);

G_END_DECLS
