#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a person waits for, measured on the screen itself, without a line of help in the program.

    bench-screen.py STILE BARE-WINDOW

The baseline is a bare libadwaita window of the same size, measured in turn with the program. The
frame buffer is looked at all the time; what counts is the moment at which it shows the page.
"""

import ctypes
import pathlib
import statistics
import sys
import time
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'desk'))

import journey  # noqa: E402
from desk import Desk  # noqa: E402
from hands import Keyboard  # noqa: E402

STILE, BARE_WINDOW = map(pathlib.Path, sys.argv[1:])
STARTS = 12
TURNS = 40
# Rows below the title bar and inside of the window.
TOP, BOTTOM = 80, 680
SHADES_OF_LETTERS = 8
STILL = 0.1
LONGEST = 60
LANGUAGE = 'Cymraeg'  # the first that the forms are translated into


class Keys:
    """Presses keys without starting a program for each, which would be part of what is measured."""

    def __init__(self, display):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.xtest = ctypes.CDLL('libXtst.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(display.encode()))

    def find_code(self, name):
        symbol = ctypes.c_ulong(self.x11.XStringToKeysym(name.encode()))
        return self.x11.XKeysymToKeycode(self.display, symbol)

    def press(self, *names):
        codes = [self.find_code(name) for name in names]
        for code, down in [(code, 1) for code in codes] + [(code, 0) for code in reversed(codes)]:
            self.xtest.XTestFakeKeyEvent(self.display, code, down, ctypes.c_ulong(0))
        self.x11.XFlush(self.display)


def painted(screen):
    """Whether a page is there: letters have many shades, an empty window has one or two."""
    pixels = memoryview(screen.pixels(TOP, BOTTOM)).cast('I')
    return len(set(pixels[::7])) > SHADES_OF_LETTERS


def time_start(desk, program):
    """Seconds from starting a program to its first painted page."""
    while desk.screen.colours() > 1:
        time.sleep(0.01)
    started = time.perf_counter()
    with desk.start(program=program):
        while not painted(desk.screen):
            assert time.perf_counter() - started < LONGEST, f'{program} showed nothing'
        return time.perf_counter() - started


def time_turn(desk, keys, names):
    """Seconds from a key to the last change that it made on the screen."""
    def look():
        return zlib.crc32(desk.screen.pixels(TOP, BOTTOM))
    before, pressed = look(), time.perf_counter()
    keys.press(*names)
    changed = None
    while changed is None or time.perf_counter() - changed < STILL:
        assert time.perf_counter() - pressed < LONGEST, f'{names} changed nothing'
        now = look()
        if now != before:
            before, changed = now, time.perf_counter()
    return changed - pressed


def report(title, ours, theirs):
    ours, theirs, rounds = statistics.median(ours), statistics.median(theirs), len(ours)
    print(f'{title}: {ours * 1000:.1f} ms, {ours / theirs:.2f} times a bare window '
          f'({theirs * 1000:.1f} ms; medians of {rounds})', flush=True)


def bench_start(desk):
    pairs = [(time_start(desk, STILE), time_start(desk, BARE_WINDOW)) for _ in range(STARTS)]
    report('start to first painted page', *zip(*pairs))


def bench_turn():
    """Both windows lie on screens of their own, so that each has the keyboard."""
    ours, theirs = Desk(), Desk()
    with ours.start('--demo', program=STILE) as stile, theirs.start(program=BARE_WINDOW) as bare:
        hand = Keyboard(stile)
        stile.wait_for('button', 'New assessment')
        journey.start_assessment(stile, hand, 'Grace Okafor')
        bare.take_focus()
        our_keys, their_keys = Keys(ours.screen.name), Keys(theirs.screen.name)
        pairs = [(time_turn(ours, our_keys, turn), time_turn(theirs, their_keys, ['space']))
                 for _ in range(TURNS // 2) for turn in (['Return'], ['Alt_L', 'Left'])]
    report('page turn in the interview', *zip(*pairs))


def bench_language():
    """The other language in place of the one, against a turn of the page, in a form of the largest
    kind that is shipped."""
    desk = Desk()
    with desk.start('--demo', program=STILE) as stile:
        hand = Keyboard(stile)
        stile.wait_for('button', 'New assessment')
        hand.activate('button', 'New assessment')
        stile.wait_for('text', 'Name')
        hand.fill('Name', 'Grace Okafor')
        hand.activate('combo box', 'Language they read')
        stile.wait_for(None, LANGUAGE)
        stile.press('Down', 'Return')
        hand.activate('check box', 'Yes, the person agrees')
        hand.activate('button', 'Continue')
        stile.wait_for('button', 'English')
        keys = Keys(desk.screen.name)
        switches, turns = [], []
        for _ in range(TURNS // 2):
            switches += [time_turn(desk, keys, ['Control_L', 'l']) for _ in range(2)]
            turns += [time_turn(desk, keys, turn) for turn in (['Return'], ['Alt_L', 'Left'])]
    switch, turn = statistics.median(switches), statistics.median(turns)
    print(f'switch of language: {switch * 1000:.1f} ms, {switch / turn:.2f} times a page turn '
          f'({turn * 1000:.1f} ms; medians of {len(turns)})', flush=True)


bench_start(Desk())
bench_turn()
bench_language()
