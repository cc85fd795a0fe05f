// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* A centre where things happen by chance, to anybody, in any order: whatever is folded from entries
 * must say the same as everybody's whole file, which is folded entry by entry. */

#pragma once

#include "fixture.h"

typedef struct
{
  Fixture *fixture;
  GRand *random;
  GPtrArray *case_ids; /* of everybody, also of those who were erased */
  guint n_done;
} Town;

/** With a few people. */
Town *town_new (Fixture *fixture, guint32 seed);
void town_free (Town *town);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Town, town_free)

/** One thing happens; some make no sense then, and are refused. */
void town_live (Town *town);

/** The list of people says of everybody what their whole file says. */
void town_assert_list_is_right (Town *town);
