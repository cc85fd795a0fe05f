// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include <glib/gi18n-lib.h>

const StileCommand stile_commands[] = {
  { "check", N_("find the faults of forms"), stile_check_run },
  { "score", N_("work out the result of answers"), stile_score_run },
  { "test", N_("run the examples of forms"), stile_test_run },
  { "coverage", N_("say what the examples of forms do not reach"), stile_coverage_command_run },
  { "form", N_("list, show or compare forms"), stile_form_command_run },
  { "directory", N_("read, list and match local services"), stile_directory_command_run },
  { "ledger", N_("make, verify or export a record book"), stile_ledger_command_run },
  { "refer", N_("refer a person, and write down how it goes"), stile_refer_command_run },
  { "report", N_("count referrals, list people who were left alone"), stile_report_command_run },
  { NULL },
};
