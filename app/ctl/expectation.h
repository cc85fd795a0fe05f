// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** Compares @expect, which is any part of a result, with the whole @result. Each difference is
 *  appended to @differences as one line: path, what was expected, what came. A list must be the
 *  same as a whole; but of "domains" only those that are named are compared, by their id. */
void stile_expectation_compare (JsonNode *expect, JsonNode *result, GPtrArray *differences);

G_END_DECLS
