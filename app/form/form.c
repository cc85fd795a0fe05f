// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "form.h"

G_DEFINE_QUARK (stile-form-error-quark, stile_form_error)
