// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casework.h"

G_DEFINE_QUARK (stile-casework-error-quark, stile_casework_error)
