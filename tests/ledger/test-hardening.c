// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "hardening.h"

static void
test_no_core_dumps (void)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  g_assert_cmpuint (limit.rlim_cur, ==, 0);
  g_assert_cmpuint (limit.rlim_max, ==, 0);
}

static void
test_not_dumpable (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("the leak checker looks at its own process");
#else
  g_assert_cmpint (prctl (PR_GET_DUMPABLE), ==, 0);
#endif
}

static void
test_private_files (void)
{
  mode_t mask = umask (0);

  umask (mask);
  g_assert_cmpint (mask, ==, 077);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  stile_harden_process ();
  g_test_add_func ("/hardening/no-core-dumps", test_no_core_dumps);
  g_test_add_func ("/hardening/not-dumpable", test_not_dumpable);
  g_test_add_func ("/hardening/private-files", test_private_files);
  return g_test_run ();
}
