// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casework.h"
#include "directory.h"

G_BEGIN_DECLS

/** The adviser and the passphrase of every demo book. */
#define STILE_DEMO_ADVISER "Demo adviser"
#define STILE_DEMO_PASSPHRASE "demo demo demo"

/** Fills an unlocked, empty book with at least 30 fictional people in every state, through the same
 *  verbs as real ones. Their answers are the examples that lie beside @form in
 *  <@forms_folder>/<form id>/examples, so this code names no question. They are referred to the
 *  services of @directory that fit best; where it is NULL, to services that are in none. */
gboolean stile_demo_fill (StileCasework *casework, StileForm *form, const char *forms_folder,
                          StileDirectory *directory, GError **error);

G_END_DECLS
