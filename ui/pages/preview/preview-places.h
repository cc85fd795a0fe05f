// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "form.h"

G_BEGIN_DECLS

/** The index of the question that a line of the form's file belongs to, or STILE_NONE where it is
 *  in another part of the form. */
int stile_preview_find_question (const StileForm *form, guint line);

G_END_DECLS
