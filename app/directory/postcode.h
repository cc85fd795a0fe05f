// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* UK postcodes, and how far places lie apart. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** "ln1 1xx" as "LN1 1XX", "ln1" as "LN1"; NULL where it is neither. Free with g_free. */
char *stile_postcode_dup_tidy (const char *text);
/** The first part, "LN1", of either; NULL where it is neither. Free with g_free. */
char *stile_postcode_dup_district (const char *text);
/** The letters that a district begins with: "LN". Free with g_free. */
char *stile_postcode_dup_area (const char *district);
/** Whether a district lies in an area. */
gboolean stile_postcode_is_in_area (const char *district, const char *area);
/** Whether a text names the district as a word. */
gboolean stile_postcode_is_named (const char *district, const char *text);

/** Miles as the crow flies, of degrees. */
double stile_postcode_get_miles (double latitude_a, double longitude_a, double latitude_b,
                                 double longitude_b);

G_END_DECLS
