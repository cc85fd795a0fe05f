// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A date in three fields and as one text, YYYY-MM-DD, both ways, and what is wrong with it. What
 * was typed survives the way there and back, right or wrong, but for hyphens. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  STILE_DATE_DAY,
  STILE_DATE_MONTH,
  STILE_DATE_YEAR,
  STILE_DATE_N_FIELDS
} StileDateField;

/** "" when all three are empty. Digits get their leading zeros. Free with g_free. */
char *stile_date_fields_join (const char *const fields[STILE_DATE_N_FIELDS]);

/** What stile_date_fields_join() joined. Clears and sets the three strings. */
void stile_date_fields_split (const char *text, char *fields[STILE_DATE_N_FIELDS]);

/** What is wrong with a date that was typed, as a sentence for the person; NULL for a date that
 *  exists and for no date at all. @field is the field to mend. */
const char *stile_date_fields_find_fault (const char *text, StileDateField *field);

G_END_DECLS
