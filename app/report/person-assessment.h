// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to the document of everything held about a person: one assessment of it. */

#pragma once

#include "document.h"

G_BEGIN_DECLS

/** Adds every question that was asked with its answer and note, the result with what it rests on,
 *  and the decision with its reason. */
void stile_person_document_add_assessment (StileDocument *document,
                                           const StileAssessment *assessment);

G_END_DECLS
