#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""One key, and nothing private is on the screen any more."""

import time

import journey
from desk import Desk, Home, tap, wait
from hands import Keyboard

DESK = Desk()
NAME = 'Mina Barrow'
AT_ONCE = 1.0


def test_escape():
    """Escape hides the question at once, also from assistive tools, and gives it back"""
    form = journey.Form()
    with DESK.start(home=Home()) as program:
        hand = Keyboard(program)
        journey.first_start(program, hand)
        journey.start_assessment(program, hand, NAME)
        label = wait(lambda: journey.shown_question(program, form), 'first question')

        pressed = time.monotonic()
        program.press('Escape')
        program.wait_for(None, 'Paused', timeout=AT_ONCE)
        waited = time.monotonic() - pressed
        assert waited < AT_ONCE, f'it took {waited:.2f} s'
        words = program.words()
        assert label not in words and NAME not in words, words
        for kind, _, choices in form.questions.values():
            assert not any(choice in words for choice in choices.values() if len(choice) > 4), words

        program.press('Escape')
        program.wait_for(None, label)
        program.quit()


tap.run(test_escape)
