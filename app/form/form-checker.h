// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Rules about parts that are each well read, but do not fit together. */

#pragma once

#include "form-reader.h"

G_BEGIN_DECLS

/** Whether what is written on @element fits the type and the place of @question. */
void stile_checker_check_question (StileReader *reader, const StileXmlElement *element,
                                   const StileQuestion *question);
/** The whole form, when all of it is read. */
void stile_checker_check_form (StileReader *reader, const StileXmlElement *root);

G_END_DECLS
