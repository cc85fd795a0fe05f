// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The computer's clock, as this process sees it: what is linked with clock.c asks there first. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Sets the clock to @time (ISO 8601); it goes on from there. NULL: the right time again. */
void clock_set (const char *time);
/** Sets it to noon of today, so that the day does not change in the middle of a test. */
void clock_set_to_noon (void);

G_END_DECLS
