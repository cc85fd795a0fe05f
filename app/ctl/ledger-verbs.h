// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* The verbs of "stilectl ledger" that have files of their own. */

#pragma once

#include "command.h"

G_BEGIN_DECLS

/** As StileCommand says. */
StileExit stile_ledger_audit_run (const char *name, int argc, char **argv);
StileExit stile_ledger_export_run (const char *name, int argc, char **argv);
StileExit stile_ledger_erase_run (const char *name, int argc, char **argv);
StileExit stile_ledger_retention_run (const char *name, int argc, char **argv);
StileExit stile_ledger_backup_run (const char *name, int argc, char **argv);
StileExit stile_ledger_restore_run (const char *name, int argc, char **argv);
StileExit stile_ledger_advisers_run (const char *name, int argc, char **argv);
StileExit stile_ledger_recovery_run (const char *name, int argc, char **argv);
StileExit stile_ledger_rekey_run (const char *name, int argc, char **argv);

G_END_DECLS
