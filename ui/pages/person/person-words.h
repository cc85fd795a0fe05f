// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the page of a person says, as pure functions. All strings: free with g_free, unless said
 * otherwise. */

#pragma once

#include "casework.h"

G_BEGIN_DECLS

/** How the person wants to be asked, in one line; "" where they need nothing special. */
char *stile_person_describe_needs (const StilePerson *person);

/** Where an assessment stands: in progress, to decide, decided. */
char *stile_assessment_describe (const StileAssessment *assessment, GDateTime *now);

/** The title of its form, or its id where the form cannot be read any more. Borrowed. */
const char *stile_assessment_get_title (const StileAssessment *assessment);

G_END_DECLS
