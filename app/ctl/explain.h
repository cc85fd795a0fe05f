// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

G_BEGIN_DECLS

/** Prints what the rules of the checker with these tags are for, with a wrong and a right example
 *  of each; with no tags, lists all rules. @name is what was typed so far. */
StileExit stile_explain_rules (const char *name, int n_tags, char **tags);

G_END_DECLS
