// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "plan.h"

G_BEGIN_DECLS

/** Everything held about a person, to read: details, consent, every assessment with its
 *  questions and answers in words, results and decisions with their reasons, referrals, what
 *  happened, and who looked at the record and when. Unlike the plan it leaves nothing out: it is
 *  for the person themselves, who may need help to keep it safe. To be written down with
 *  stile_casework_record_print() or stile_casework_record_export() as STILE_WHAT_EVERYTHING
 *  before it leaves the program; the same as data is stile_casework_export_person(). NULL with
 *  @error where the record cannot be read. */
StileDocument *stile_person_document_new (StileCasework *casework, const char *case_id,
                                          GError **error);

G_END_DECLS
