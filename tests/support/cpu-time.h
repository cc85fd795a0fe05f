// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Work, measured by the time of the processor: what else the computer does is left out. Tests hold
 * one measurement against another, never against the clock. */

#pragma once

#include <time.h>

#include <glib.h>

G_BEGIN_DECLS

/** What this program took so far, in milliseconds. */
static inline double
stile_get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

G_END_DECLS
