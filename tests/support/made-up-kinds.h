// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What there is help with in made-up directories. */

#pragma once

#include <glib.h>

typedef struct
{
  const char *name;
  const char *description;
  const char *terms;            /* id:name of openEligibility, parted by semicolons */
  int minimum_age, maximum_age; /* 0: not known */
} MadeUpKind;

extern const MadeUpKind made_up_kinds[];
extern const guint made_up_n_kinds;
