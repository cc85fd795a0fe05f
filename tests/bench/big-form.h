// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A form of @n_questions in 20 domains: one in ten is a condition on the one before it, and those
 *  form one chain. Larger than any a person would answer, so that what grows shows. */
GBytes *stile_big_form_new (guint n_questions);

G_END_DECLS
