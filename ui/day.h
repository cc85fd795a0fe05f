// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The day of @at (RFC 3339, as the record book writes it) as people say it, seen from @now and in
 *  its time zone: "Today", "Yesterday", "3 March", "3 March 2025". Free with g_free. */
char *stile_day_to_words (const char *at, GDateTime *now);

/** The same with the time of day: "Today, 14:05". */
char *stile_moment_to_words (const char *at, GDateTime *now);

G_END_DECLS
