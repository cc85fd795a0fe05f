// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Reads a day written as YYYY-MM-DD; NULL is today. FALSE where there is no such day. */
gboolean stile_day_read (const char *text, GDate *day);

G_END_DECLS
