// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a person may ask of those who keep their record: to see all of it, to have it corrected, to
 * have it erased. */

#pragma once

#include "casework.h"

G_BEGIN_DECLS

/* ---- Correcting ---- */

/* What a correction is of. */
#define STILE_RECTIFIED_ANSWER "answer"
#define STILE_RECTIFIED_DETAILS "details"
#define STILE_RECTIFIED_NOTE "note"
#define STILE_RECTIFIED_CONTACT "contact"

G_END_DECLS
