// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The examples beside a form, which the people of the demo answer with. */

#pragma once

#include "interview.h"

G_BEGIN_DECLS

/** Every example of @form in @folder with which an assessment can be finished, in the order of
 *  their file names: a GPtrArray of StileInterview. NULL with @error where one cannot be read, or
 *  where there is none. */
GPtrArray *stile_demo_load_examples (StileForm *form, const char *folder, GError **error);

G_END_DECLS
