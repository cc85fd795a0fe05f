#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""One key, and nothing private is on the screen any more."""

import journey
from desk import PATIENCE, Desk, Home, tap, wait
from hands import Keyboard

DESK = Desk()
NAME = 'Mina Barrow'
AT_ONCE = 2 * PATIENCE  # seconds, also on a busy machine


def test_escape():
    """Escape hides the question at once, also from assistive tools, and gives it back"""
    form = journey.Form()
    with DESK.start(home=Home()) as program:
        hand = Keyboard(program)
        journey.first_start(program, hand)
        journey.start_assessment(program, hand, NAME)
        label = wait(lambda: journey.shown_question(program, form), 'first question')

        before = DESK.screen.pixels()
        program.press('Escape')
        wait(lambda: DESK.screen.pixels() != before, 'change on the screen', timeout=AT_ONCE)
        program.wait_for(None, 'Paused')
        words = program.words()
        assert label not in words and NAME not in words, words
        for kind, _, choices in form.questions.values():
            assert not any(choice in words for choice in choices.values() if len(choice) > 4), words

        program.press('Escape')
        program.wait_for(None, label)
        program.quit()


def test_escape_in_a_menu():
    """Escape covers the screen from within a menu, too, which would only close itself"""
    with DESK.start('--demo') as program:
        program.wait_for(None, 'People')
        program.press('F10')
        program.wait_for(None, 'About Stile')
        program.press('Escape')
        program.wait_for(None, 'Paused')
        program.quit()


tap.run(test_escape, test_escape_in_a_menu)
