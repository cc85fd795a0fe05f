#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever "Saved" was shown for is there after the plug was pulled."""

import journey
from desk import Desk, Home, tap, wait
from hands import Keyboard

DESK = Desk()
ROUNDS = 4
ANSWERS_A_ROUND = 3
NAME = 'Tom Hale'
FORM_TITLE = 'Quick needs check'


def answer_some(program, form, answers):
    """Answers a few questions; returns their ids once the last "Saved" was shown."""
    hand, given, seen = Keyboard(program), [], None
    while True:
        label = wait(lambda: journey.find_step(program, form, seen), 'next question')
        question, kind, _ = form.questions[label]
        journey.answer_question(program, hand, form, label, answers)
        if kind != 'note':
            given.append(question)
        if len(given) == ANSWERS_A_ROUND:
            return given
        hand.go_on()
        seen = label


def continue_assessment(program):
    """From the locked book to the first open question of the assessment in progress."""
    hand = Keyboard(program)
    journey.unlock(program, hand)
    hand.activate('list item', program.wait_for('list item', journey.named(NAME)).name)
    hand.activate('list item', program.wait_for('list item', journey.named(FORM_TITLE)).name)


def test_killed_after_saved():
    """kill -9 right after "Saved" loses no answer, round after round"""
    form, home = journey.Form(), Home()
    answers = form.example('out-of-prison')
    given = []
    for number in range(ROUNDS):
        with DESK.start(home=home) as program:
            if number == 0:
                journey.first_start(program, Keyboard(program))
                journey.start_assessment(program, Keyboard(program), NAME)
            else:
                continue_assessment(program)
            given += answer_some(program, form, answers)
            program.kill()
            program.assert_quiet()
        stored = {entry['question']: entry['value'] for entry in journey.contents(home, 'answer')}
        for question in given:
            assert stored.get(question) == answers[question], (number, question, stored)
    assert len(set(given)) == ROUNDS * ANSWERS_A_ROUND, 'a round asked again'


tap.run(test_killed_after_saved)
