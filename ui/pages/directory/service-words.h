// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the screens of the directory say, as pure functions. Strings are freed with g_free. */

#pragma once

#include "directory.h"
#include "followup.h"

G_BEGIN_DECLS

/** "Room for 12", "Full", "Room not known". */
char *stile_service_room_to_words (int room);
/** "Less than half a mile", "2.3 miles", "14 miles"; NULL where it is not known. */
char *stile_service_miles_to_words (double miles);
/** Who gives it, where, and how far away that is, in a line: "Mill Trust · Dunford, QA4 · 2.3
 *  miles". */
char *stile_service_row_describe (const StileServiceRow *row);
/** The same row read out: everything that it shows. */
char *stile_service_row_to_words (const StileServiceRow *row, const GDate *today);

/** "About 14 days", "None"; for the middle of what people waited. NaN: "Not known yet". */
char *stile_service_days_to_words (double days);

/** Languages as people write them, "Polish, ro", as tags with blanks between; "" is NULL. FALSE
 *  with a sentence in @trouble that names the first that is none. */
gboolean stile_service_read_languages (const char *text, char **tags, char **trouble);
/** The other way round: "Polish, Romanian"; NULL is "". */
char *stile_service_languages_to_words (const char *tags);

G_END_DECLS
