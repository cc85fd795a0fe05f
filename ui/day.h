// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A day as people say it, seen from @now: "Today", "Yesterday", "3 March", "3 March 2025"; ""
 *  where it is not valid. Free with g_free. */
char *stile_date_to_words (const GDate *date, GDateTime *now);

/** The same for the day of @at (RFC 3339, as the record book writes it), in the time zone of @now;
 *  "" where it is none. */
char *stile_day_to_words (const char *at, GDateTime *now);

/** The same with the time of day: "Today, 14:05". */
char *stile_moment_to_words (const char *at, GDateTime *now);

G_END_DECLS
