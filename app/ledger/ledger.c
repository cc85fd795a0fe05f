// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger.h"

G_DEFINE_QUARK (stile-ledger-error-quark, stile_ledger_error)
