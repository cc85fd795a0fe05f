// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "form.h"

G_BEGIN_DECLS

/** Every form below @folder (its form.xml files are in <folder>/<id>/form.xml), by id. What cannot
 *  be loaded is left out, and its sentence appended to @problems (of char *, may be NULL).
 *  Returns a new GPtrArray of StileForm. */
GPtrArray *stile_form_library_load (const char *folder, GPtrArray *problems);

/** The folder of forms: the environment's STILE_FORMS if set, else the installed one. */
const char *stile_form_library_get_folder (void);

G_END_DECLS
