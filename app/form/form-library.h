// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "form.h"

G_BEGIN_DECLS

/** Every form below @folder (its form.xml files are in <folder>/<id>/form.xml), by id. What cannot
 *  be loaded is left out, and its sentence appended to @problems (of char *, may be NULL).
 *  Returns a new GPtrArray of StileForm. */
GPtrArray *stile_form_library_load (const char *folder, GPtrArray *problems);

/** The same for this centre: the forms of stile_form_library_get_folder(), and those of
 *  stile_form_library_dup_local_folder(), which take the place of others with their id. */
GPtrArray *stile_form_library_load_all (GPtrArray *problems);

/** Where a centre puts forms of its own, and its own translations of others: "stile/forms" in the
 *  user's data folder. It need not be there. Free with g_free. */
char *stile_form_library_dup_local_folder (void);

/** The folder of installed forms: the environment's STILE_FORMS if set, else the installed one. */
const char *stile_form_library_get_folder (void);

G_END_DECLS
