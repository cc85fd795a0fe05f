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
from desk import Desk, Home  # noqa: E402
from hands import Keyboard  # noqa: E402

STILE, BARE_WINDOW = map(pathlib.Path, sys.argv[1:])
STARTS = 12
TURNS = 40
# Rows below the title bar and inside of the window.
TOP, BOTTOM = 80, 680
SHADES_OF_LETTERS = 8
STILL = 0.1
LONGEST = 60
PAGE_OPENS = 2
LARGEST_FORM = 'early-needs'
MOST_CHOICES = 'What are you good at?'  # of all its questions, with a hint besides
# One that shares its letters with English, and one that turns the page round and has a face of its
# own, in which letters take longest to place.
LANGUAGES = ('cy', 'ur')


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


def processor_time(program):
    """Seconds that the program's first thread has worked: on a busy machine it waits besides."""
    process = program.process.pid
    schedule = pathlib.Path(f'/proc/{process}/task/{process}/schedstat')
    return int(schedule.read_text(encoding='ascii').split()[0]) / 1e9


def time_turn(desk, keys, names, program):
    """Seconds from a key to the last change that it made on the screen; and of work, until the
    screen stood still."""
    def look():
        return zlib.crc32(desk.screen.pixels(TOP, BOTTOM))
    worked, before, pressed = processor_time(program), look(), time.perf_counter()
    keys.press(*names)
    changed = None
    while changed is None or time.perf_counter() - changed < STILL:
        assert time.perf_counter() - pressed < LONGEST, f'{names} changed nothing'
        now = look()
        if now != before:
            before, changed = now, time.perf_counter()
    return changed - pressed, processor_time(program) - worked


def report(title, ours, theirs):
    ours, theirs, rounds = statistics.median(ours), statistics.median(theirs), len(ours)
    print(f'{title}: {ours * 1000:.1f} ms, {ours / theirs:.2f} times a bare window '
          f'({theirs * 1000:.1f} ms; medians of {rounds})', flush=True)


def bench_start(desk):
    pairs = [(time_start(desk, STILE), time_start(desk, BARE_WINDOW)) for _ in range(STARTS)]
    report('start to first painted page', *zip(*pairs))


def report_turns(title, ours, theirs, baseline):
    """Both are pairs of what was waited for and what was worked."""
    (wait, work), (their_wait, their_work) = (
        [statistics.median(times) * 1000 for times in zip(*turns)] for turns in (ours, theirs))
    print(f'{title}: {wait:.1f} ms, {wait / their_wait:.2f} times {baseline} ({their_wait:.1f} ms);'
          f' {work:.1f} ms of work, {work / their_work:.2f} times ({their_work:.1f} ms; '
          f'medians of {len(ours)})', flush=True)


def bench_turn():
    """Both windows lie on screens of their own, so that each has the keyboard."""
    ours, theirs = Desk(), Desk()
    with ours.start('--demo', program=STILE) as stile, theirs.start(program=BARE_WINDOW) as bare:
        hand = Keyboard(stile)
        stile.wait_for('button', 'New assessment')
        journey.start_assessment(stile, hand, 'Grace Okafor')
        bare.take_focus()
        our_keys, their_keys = Keys(ours.screen.name), Keys(theirs.screen.name)
        pairs = [(time_turn(ours, our_keys, turn, stile),
                  time_turn(theirs, their_keys, ['space'], bare))
                 for _ in range(TURNS // 2) for turn in (['Return'], ['Alt_L', 'Left'])]
    report_turns('page turn in the interview', *zip(*pairs), 'a bare window')


def answer(desk, keys, stile):
    keys.press('Alt_L', 'p')
    time_turn(desk, keys, ['Control_L', 'Return'], stile)


def count_to_most_choices(desk, keys, stile):
    """Goes there and counts the questions before it."""
    steps = 0
    while not stile.find(None, MOST_CHOICES):
        answer(desk, keys, stile)
        steps += 1
    return steps


def bench_switch(title, ours, theirs):
    """At the question that is shown; @ours and @theirs are a screen, its keys and its program."""
    switches, turns, changes = [], [], []
    for _ in range(TURNS // 2):
        switches += [time_turn(*ours[:2], ['Control_L', 'l'], ours[2]) for _ in range(2)]
        turns += [time_turn(*ours[:2], turn, ours[2])
                  for turn in (['Control_L', 'Return'], ['Alt_L', 'Left'])]
        changes += [time_turn(*theirs[:2], ['space'], theirs[2]) for _ in range(2)]
    report_turns(title, switches, turns, 'a page turn')
    report_turns(title, switches, changes, 'a bare window')


def bench_language(language, steps=None):
    """The other language in place of the one, where two are shown of the largest form that is
    shipped, at its first question and at the one with most to say; against a turn of that page and
    a bare window. Returns the number of questions between them.

    With @steps nothing reads the page but the person. Without, an assistive tool has read all of
    it, and is told of each word and each place that changes from then on."""
    ours, theirs = Desk(), Desk()
    title = f'switch of language, {language}' + (', read by a tool' if steps is None else '')
    with (ours.start('--demo', program=STILE, home=Home(LARGEST_FORM)) as stile,
          theirs.start(program=BARE_WINDOW) as bare):
        hand = Keyboard(stile)
        sides = ((ours, Keys(ours.screen.name), stile), (theirs, Keys(theirs.screen.name), bare))
        stile.wait_for('button', 'New assessment')
        hand.activate('button', 'New assessment')
        journey.fill_start_page(stile, hand, 'Grace Okafor')
        journey.choose_language(stile, language, LARGEST_FORM)
        hand.activate('button', 'Continue')
        if steps is None:
            stile.wait_for('button', 'English')
        else:
            time.sleep(PAGE_OPENS)
        bare.take_focus()
        bench_switch(f'{title}, first question', *sides)
        if steps is None:
            steps = count_to_most_choices(*sides[0])
        else:
            for _ in range(steps):
                answer(*sides[0])
        bench_switch(f'{title}, twelve choices', *sides)
        assert stile.find(None, MOST_CHOICES) and stile.find('button', 'English'), 'another page'
    return steps


bench_start(Desk())
bench_turn()
for tag in LANGUAGES:
    bench_language(tag, bench_language(tag))
