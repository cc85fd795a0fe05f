#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Sums up what `meson test` left in one or more build folders.

Prints the whole output of every program that failed, then what the tests found worth telling (lines
that begin with "# note: "), then how many single tests passed and failed.
A program that fails as a whole (a crash, a leak, a time-out) counts as one failed test more.
"""

import json
import pathlib
import re
import sys

TEST_LINE = re.compile(r'^(?P<failed>not )?ok\b(?:.*#\s*(?P<skipped>skip))?', re.I | re.M)
NOTE = re.compile(r'^# note: (.*)$', re.M)
FINE = ('OK', 'EXPECTEDFAIL', 'SKIP')


def count(entry):
    """How many tests of one program passed, failed and were skipped."""
    lines = [line.groupdict() for line in TEST_LINE.finditer(entry['stdout'])]
    failed = sum(bool(line['failed']) for line in lines)
    skipped = sum(bool(line['skipped']) for line in lines)
    passed = len(lines) - failed - skipped
    if entry['result'] in FINE:
        return (passed, failed, skipped) if lines else (1, 0, 0)
    return passed, failed or 1, skipped


def show(folder, entry):
    print(f'\n=== {entry["name"]} in {folder.name}: {entry["result"]}')
    for stream in ('stdout', 'stderr'):
        print(entry.get(stream, '').strip())


def main(folders):
    total, notes = [0, 0, 0], {}
    for folder in map(pathlib.Path, folders):
        log = folder / 'meson-logs' / 'testlog.json'
        if not log.exists():
            print(f'\n=== {folder.name}: it could not be built, or its tests not be run')
            total[1] += 1
            continue
        for entry in map(json.loads, log.read_text(encoding='utf-8').splitlines()):
            if entry['result'] not in FINE:
                show(folder, entry)
            notes.update(dict.fromkeys(NOTE.findall(entry['stdout'])))  # once, in order
            total = [sum(pair) for pair in zip(total, count(entry))]
    print('\n' + '\n'.join(notes) if notes else '')
    skipped = f', {total[2]} skipped' if total[2] else ''
    print(f'{total[0]} passed, {total[1]} failed{skipped}')
    return 1 if total[1] or not total[0] else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
