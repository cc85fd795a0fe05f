// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: the names of lists of headings, which are spelled in many ways. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What all spellings of a name have in common: "openeligibility" of "Open Eligibility",
 *  "esdcircumstance" of "esdCircumstances". Free with g_free. */
char *stile_vocabulary_dup_key (const char *name);
/** Whether two names are spellings of one. */
gboolean stile_vocabulary_equal (const char *a, const char *b);

G_END_DECLS
