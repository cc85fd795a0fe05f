// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"

G_BEGIN_DECLS

/** "Advisers": who opens the book and in what role, and what is done to its keys. What only a
 *  manager may do says so to others. */
#define STILE_TYPE_ADVISERS_GROUP (stile_advisers_group_get_type ())
G_DECLARE_FINAL_TYPE (StileAdvisersGroup, stile_advisers_group, STILE, ADVISERS_GROUP, AdwBin)

void stile_advisers_group_open (StileAdvisersGroup *group, StileCasework *casework);
void stile_advisers_group_close (StileAdvisersGroup *group);

G_END_DECLS
