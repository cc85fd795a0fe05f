// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer.h"

G_DEFINE_QUARK (stile-assess-error-quark, stile_assess_error)
