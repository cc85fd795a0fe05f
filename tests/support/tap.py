# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs functions as tests and reports them in the Test Anything Protocol."""

import faulthandler
import os
import sys
import traceback

# meson ends a program after 300, or four times that, and would not know where it stood.
PATIENCE_S = 280 * int(os.environ.get('STILE_PATIENCE', 1))


def go_on():
    """It does not stand still: for tests that can be told to take hours."""
    faulthandler.dump_traceback_later(PATIENCE_S, exit=True)


def run(*tests):
    """Each test is a function without arguments, named by its docstring; it fails by raising.
    One that stands still for ever ends the program, which tells where every thread stood."""
    go_on()
    print(f'TAP version 13\n1..{len(tests)}', flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        title = ' '.join(test.__doc__.split()).replace('#', '')
        try:
            test()
        except Exception:  # whatever it was, the next test still has its turn
            failed += 1
            print(f'not ok {number} - {title}')
            print(''.join('# ' + line + '\n' for line in traceback.format_exc().splitlines()),
                  end='', flush=True)
        else:
            print(f'ok {number} - {title}', flush=True)
    sys.exit(1 if failed else 0)
