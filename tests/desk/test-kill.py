#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever "Saved" was shown for is there after the plug was pulled.

STILE_KILLS in the environment says how often; the suite does it a few times.
"""

import os
import random
import shutil
import time

import journey
from desk import Desk, Home, tap, wait
from hands import Keyboard

DESK = Desk()
KILLS = int(os.environ.get('STILE_KILLS', 12))
MOST_ANSWERS = 4
LONGEST_TYPING = 0.08  # seconds between the last key and the end
NAME = 'Tom Hale'
FORM_TITLE = 'Quick needs check'
DECLINED = {'declined': True}


def start_interview(home):
    """A book with an assessment that has just begun."""
    journey.prepare_book(home)
    with DESK.start(home=home) as program:
        journey.unlock(program, Keyboard(program))
        journey.start_assessment(program, Keyboard(program), NAME)
        program.quit()


def copy_home(template):
    home = Home()
    shutil.copytree(template.data, home.data, dirs_exist_ok=True)
    return home


def continue_assessment(program):
    """From the locked book to the first open question of the assessment in progress."""
    hand = Keyboard(program)
    journey.unlock(program, hand)
    hand.activate('list item', program.wait_for('list item', journey.named(NAME)).name)
    hand.activate('list item', program.wait_for('list item', journey.named(FORM_TITLE)).name)


def type_answer(hand, kind, choices):
    """Presses what answers the question; returns the answer as the book should have it."""
    if not choices:
        hand.choose_state('Prefer not to say')
        return DECLINED
    hand.program.press('1')
    first = next(iter(choices))
    return [first] if kind == 'select_multiple' else first


def answer_and_kill(program, form, chance):
    """Answers a few questions, and pulls the plug while the last answer is typed. Returns what
    "Saved" was shown for."""
    hand, saved, seen = Keyboard(program), {}, None
    number = chance.randrange(1, MOST_ANSWERS + 1)
    while True:
        label = wait(lambda: journey.find_step(program, form, seen), 'next question')
        question, kind, choices = form.questions[label]
        if kind != 'note':
            answer = type_answer(hand, kind, choices)
            if len(saved) == number:
                time.sleep(chance.uniform(0, LONGEST_TYPING))
                program.kill()
                return saved
            program.wait_for(None, 'Saved')
            saved[question] = answer
        hand.go_on()
        seen = label


def kill_once(form, template, chance):
    """Returns what was shown as saved until then, and the home folder that is left."""
    home = copy_home(template)
    with DESK.start(home=home) as program:
        continue_assessment(program)
        saved = answer_and_kill(program, form, chance)
        program.assert_quiet()
    return saved, home


def find_lost(saved, home):
    """The questions whose answers were shown as saved and are not in the book."""
    stored = {entry['question']: entry for entry in journey.contents(home, 'answer')}
    return [question for question, answer in saved.items() if not holds(stored, question, answer)]


def holds(stored, question, answer):
    entry = stored.get(question, {})
    return entry.get('state') == 'declined' if answer == DECLINED else entry.get('value') == answer


def test_killed_while_typing():
    """kill -9 at any moment loses no answer that was shown as saved"""
    form, template = journey.Form(), Home()
    start_interview(template)
    chance = random.Random(1)
    for number in range(KILLS):
        lost = find_lost(*kill_once(form, template, chance))
        assert not lost, f'kill {number + 1} lost {", ".join(lost)}'
        tap.go_on()
    print(f'# {KILLS} kills')


def test_negative_control():
    """what was shown as saved is missing in a book from before, so that the check can tell"""
    form, template = journey.Form(), Home()
    start_interview(template)
    saved, home = kill_once(form, template, random.Random(2))
    assert saved and not find_lost(saved, home)
    assert find_lost(saved, template) == list(saved)


tap.run(test_killed_while_typing, test_negative_control)
