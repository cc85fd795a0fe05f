#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""The claimant answers alone, in Polish: only the questions are within reach, and only an adviser's
passphrase leads back. With STILE_PICTURES=FOLDER what is passed is kept as pictures."""

import os
import pathlib
import re

import journey
from desk import Desk, Home, tap, wait
from hands import Keyboard, Pointer

DESK = Desk()
NAME = 'Ewa Testowa'
HAND_OVER = re.compile('^Let the person answer alone')
ADVISERS = ('For the adviser', 'Adviser’s note', 'How to ask this', NAME)
# With these an adviser gets elsewhere.
WAYS_OUT = ('ctrl+n', 'alt+Home', 'ctrl+comma', 'F10', 'ctrl+d', 'F1')
INSPECTOR = ('ctrl+shift+i', 'ctrl+shift+d')  # of GTK: it would show and change everything
PICTURES = os.environ.get('STILE_PICTURES')


def shoot(name):
    if PICTURES:
        DESK.screen.wait_until_still()
        DESK.screen.save(pathlib.Path(PICTURES) / f'{name}.png')


def start_in_polish(program, hand):
    hand.activate('button', 'New assessment')
    journey.fill_start_page(program, hand, NAME)
    journey.choose_language(program, 'pl')
    hand.activate('button', 'Continue')
    program.wait_for('button', 'English')


def question(program):
    node = program.find('heading')
    return node.name if node else None


def go_on(program, hand):
    before = question(program)
    Keyboard(program).go_on()
    return wait(lambda: question(program) not in (None, before) and question(program), 'next')


def windows():
    """Of any program, also those that tell a screen reader nothing."""
    return sorted(DESK.xdotool('search', '--onlyvisible', '--name', '.*'))


def journey_alone(kind):
    home = Home()
    journey.prepare_book(home)
    with DESK.start(home=home) as program:
        hand = kind(program)
        journey.unlock(program, hand)
        start_in_polish(program, hand)
        assert program.told('Adviser’s note')
        hand.activate('list item', HAND_OVER)
        wait(lambda: not program.told(*ADVISERS), 'end of what is the adviser’s')
        shoot('alone')

        asked, shown = question(program), windows()
        for keys in WAYS_OUT + INSPECTOR:
            program.press(keys)
        assert question(program) == asked, program.words()
        next_one = go_on(program, hand)
        shoot('alone-next')
        assert next_one != asked
        assert windows() == shown, 'another window opened'

        program.press('ctrl+q')  # it does not end, it locks
        program.wait_for('button', 'Unlock')
        shoot('alone-given-back')
        assert not program.told(next_one, NAME)
        assert not program.find('button', 'Choose another record book…') or \
            'sensitive' not in program.find('button', 'Choose another record book…').states
        hand.fill('Passphrase', journey.PASSPHRASE)
        hand.activate('button', 'Unlock')
        wait(lambda: question(program) == next_one, 'the question as it was left')
        assert program.told('Adviser’s note')
        shoot('together-again')
        program.quit()


def test_keyboard():
    """Nothing but the questions can be reached by keyboard, and a passphrase leads back"""
    journey_alone(Keyboard)


def test_pointer():
    """The same by pointer"""
    journey_alone(Pointer)


tap.run(test_keyboard, test_pointer)
