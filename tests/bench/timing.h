// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Ours and a baseline in turn, so that whatever slows the machine slows both; medians. Nothing here
 * passes or fails by the clock. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*StileBenchCall) (gpointer data);

/** Measures both @rounds times, each time @calls calls of it, and prints one line:
 *  "TITLE: 3.1 µs (mean 3.3 µs, worst 9.9 µs), 0.42 times BASELINE-TITLE (7.4 µs; medians of
 *  ROUNDS; 0.44 times by the means)". */
void stile_bench_compare (const char *title, StileBenchCall ours, const char *baseline_title,
                          StileBenchCall baseline, gpointer data, guint rounds, guint calls);

G_END_DECLS
