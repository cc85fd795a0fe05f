#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a person waits for, measured on the screen itself, without a line of help in the program.

    bench-screen.py STILE BARE-WINDOW

The baseline is a bare libadwaita window of the same size, run in turn with the program. The frame
buffer is looked at all the time; the moment at which it shows the page counts.
"""

import pathlib
import statistics
import sys
import time
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'desk'))

from desk import Desk  # noqa: E402

ROUNDS = 12
# Rows below the title bar and inside of the window.
TOP, BOTTOM = 80, 680
STILL = 0.15


def painted(screen):
    """Whether a page is there: letters have many shades, an empty window has one or two."""
    pixels = memoryview(screen.pixels(TOP, BOTTOM)).cast('I')
    return len(set(pixels[::7])) > 8


def first_page(desk, program):
    """Seconds from starting a program to its first painted page."""
    started = time.perf_counter()
    with desk.start(program=program):
        while not painted(desk.screen):
            assert time.perf_counter() - started < 60, f'{program} showed nothing'
        return time.perf_counter() - started


def wait_until_blank(screen):
    while screen.colours() > 1:
        time.sleep(0.01)


def compare(title, measure, program, baseline):
    """Measures both in turn; prints the medians and their ratio."""
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(measure(program))
        theirs.append(measure(baseline))
    ours, theirs = statistics.median(ours), statistics.median(theirs)
    print(f'{title}: {ours * 1000:.0f} ms, {ours / theirs:.2f} times a bare window '
          f'({theirs * 1000:.0f} ms; medians of {ROUNDS})')


def main(program, baseline):
    desk = Desk()

    def measure(which):
        wait_until_blank(desk.screen)
        return first_page(desk, which)

    compare('start to first painted page', measure, program, baseline)


if __name__ == '__main__':
    main(*sys.argv[1:])
