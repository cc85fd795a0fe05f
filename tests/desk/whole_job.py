# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""The main job from end to end, with either hand: first start, an assessment, its decision, and all
of it found again after the program was closed."""

import json
import re

import journey
from desk import Home

NAME = 'Grace Okafor'
CONFIRM = re.compile('^Confirm')
EXAMPLE = 'partner-in-the-room'  # has choices, several choices, words, a declined and an unknown


def confirm(program, hand):
    """Takes the proposed category."""
    button = program.wait_for('button', CONFIRM)
    program.assert_named()
    hand.activate('button', button.name)
    program.wait_until_gone('button', button.name)


def find_again(program, hand, category):
    """From the list of people to the person's file."""
    row = program.wait_for('list item', re.compile(NAME))
    program.assert_named()
    assert category in program.words(), f'"{category}" is not in the list:\n{program.words()}'
    hand.activate('list item', row.name)
    program.wait_for('button', 'Add a note…')
    assert NAME in program.words(), f'"{NAME}" is not in the file:\n{program.words()}'
    assert category in program.words(), f'"{category}" is not in the file:\n{program.words()}'
    program.assert_named()


def do_whole_job(desk, make_hand):
    form, home = journey.Form(), Home()
    answers = form.example(EXAMPLE)
    expected = journey.scored_category(answers, home.folder.name)

    with desk.start(home=home) as program:
        hand = make_hand(program)
        journey.first_start(program, hand)
        journey.start_assessment(program, hand, NAME)
        journey.answer_all(program, hand, form, answers)
        hand.activate('button', journey.CHECK_ANSWERS)
        confirm(program, hand)
        program.quit()

    with desk.start(home=home) as program:
        hand = make_hand(program)
        journey.unlock(program, hand)
        find_again(program, hand, form.categories[expected])
        program.quit()

    check_book(home, answers, expected)


def check_book(home, answers, expected):
    """What was stored is what was answered, and what stilectl makes of the same answers."""
    stored = {entry['question']: entry for entry in journey.contents(home, 'answer')}
    for question, answer in answers.items():
        state = next(iter(answer)) if isinstance(answer, dict) else 'answered'
        assert stored[question]['state'] == state, (question, stored[question])
        if state == 'answered':
            assert stored[question]['value'] == answer, (question, stored[question])
    finished, = journey.contents(home, 'assessment-finished')
    result = finished['result']
    result = json.loads(result) if isinstance(result, str) else result
    assert result['category']['id'] == expected, result['category']
    decision, = journey.contents(home, 'decision')
    assert decision['proposed'] == decision['decided'] == expected, decision
