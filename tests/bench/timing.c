// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
measure (StileBenchCall call, gpointer data, guint calls)
{
  double started = get_seconds ();

  for (guint i = 0; i < calls; i++)
    call (data);

  return (get_seconds () - started) / calls;
}

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
get_median (double *samples, guint n)
{
  qsort (samples, n, sizeof *samples, compare_doubles);
  return samples[n / 2];
}

static double
get_mean (const double *samples, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += samples[i];

  return sum / n;
}

static char *
dup_duration (double seconds)
{
  if (seconds < 1e-3)
    return g_strdup_printf ("%.1f µs", seconds * 1e6);

  return g_strdup_printf ("%.2f ms", seconds * 1e3);
}

void
stile_bench_compare (const char *title, StileBenchCall ours, const char *baseline_title,
                     StileBenchCall baseline, gpointer data, guint rounds, guint calls)
{
  g_autofree double *our_samples = g_new (double, rounds);
  g_autofree double *baseline_samples = g_new (double, rounds);
  g_autofree char *our_duration = NULL, *baseline_duration = NULL;
  g_autofree char *mean = NULL, *worst = NULL;
  double our_median, baseline_median, our_mean, baseline_mean;

  for (guint i = 0; i < rounds; i++)
    {
      our_samples[i] = measure (ours, data, calls);
      baseline_samples[i] = measure (baseline, data, calls);
    }

  our_median = get_median (our_samples, rounds);
  baseline_median = get_median (baseline_samples, rounds);
  our_duration = dup_duration (our_median);
  baseline_duration = dup_duration (baseline_median);
  our_mean = get_mean (our_samples, rounds);
  baseline_mean = get_mean (baseline_samples, rounds);
  mean = dup_duration (our_mean);
  worst = dup_duration (our_samples[rounds - 1]);
  /* Not g_print(), which has no µ in the C locale. */
  printf ("%s: %s (mean %s, worst %s), %.2f times %s (%s; medians of %u; %.2f times by the means)"
          "\n", title, our_duration, mean, worst, our_median / baseline_median, baseline_title,
          baseline_duration, rounds, our_mean / baseline_mean);
  fflush (stdout);
}
