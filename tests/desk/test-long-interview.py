#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""The longest and the shortest interview of the large form, by keyboard, question by question."""

import json
import subprocess

import journey
from desk import BUILD, Desk, Home, tap, wait
from hands import CHOICES, STATE_KEYS, Keyboard

FORM = 'early-needs'
DESK = Desk()
DIGITS = '1234567890'
WORDS = 'In my own words'


def find_extremes(form):
    """The answers with which the most questions are asked, and the fewest. Not every letter that
    stands in them can be typed."""
    texts = [question for question, kind, _ in form.questions.values() if kind == 'text']
    done = subprocess.run([BUILD / 'tests' / 'desk' / 'extreme-interviews',
                           form.folder / 'form.xml'], capture_output=True, text=True, check=True)
    return {which: {question: WORDS if question in texts else value
                    for question, value in answers.items()}
            for which, answers in json.loads(done.stdout).items()}


def find_step(program, form, before):
    """The question on the screen, or Check answers, with one look at it."""
    for node in program.windows().walk():
        if node.role == 'button' and node.name == journey.CHECK_ANSWERS and node.shown():
            return node.name
        if node.role == 'heading' and node.name in form.questions and node.name != before:
            if node.shown():
                return node.name
    return None


def choose(hand, choices, chosen):
    """The keys that stand beside what is chosen. A choice without one is chosen at once."""
    places = {choice: place for place, choice in enumerate(choices)}
    for choice in chosen:
        if places[choice] >= len(DIGITS):
            hand.activate(hand.program.wait_for(CHOICES, choices[choice]).role, choices[choice])
    return [DIGITS[places[choice]] for choice in chosen if places[choice] < len(DIGITS)]


def answer(program, hand, form, label, answers):
    """Answers by the keys that are on the screen, or in the field with its name, and goes on."""
    question, kind, choices = form.questions[label]
    value, keys = answers.get(question), []
    if isinstance(value, dict):
        keys = [STATE_KEYS[journey.STATES[next(iter(value))]]]
    elif kind in ('integer', 'decimal'):
        hand.fill('Your answer, a number', str(value))
    elif kind == 'date':
        for name, part in zip(('Year', 'Month', 'Day'), value.split('-')):
            hand.fill(name, part)
    elif kind == 'text':
        hand.fill('Your answer, in words', value)
    elif kind != 'note':
        keys = choose(hand, choices, value if isinstance(value, list) else [value])
    program.press(*keys, 'ctrl+Return')


def drive(program, hand, form, answers):
    """From the first question to Check answers. Returns how many were asked."""
    label, asked = None, 0
    while True:
        before = label
        label = wait(lambda: find_step(program, form, before), 'next question')
        if label == journey.CHECK_ANSWERS:
            return asked
        answer(program, hand, form, label, answers)
        asked += form.questions[label][1] != 'note'


def check(which):
    form = journey.Form(journey.ROOT / 'assessment-forms' / FORM)
    answers, home = find_extremes(form)[which], Home(FORM)
    journey.prepare_book(home)
    with DESK.start(home=home) as program:
        hand = Keyboard(program)
        journey.unlock(program, hand)
        journey.start_assessment(program, hand, 'Grace Okafor')
        assert drive(program, hand, form, answers) == len(answers)
        program.quit()
    stored = {entry['question']: entry.get('value', {entry['state']: True})
              for entry in journey.contents(home, 'answer')}
    assert stored == answers, {question: (answers.get(question), stored.get(question))
                               for question in {*answers, *stored}
                               if answers.get(question) != stored.get(question)}
    print(f'# note: {FORM}, the interview with the {which} questions in the program: '
          f'{len(answers)} asked, all answers in the book')


def test_most():
    """The longest interview: every answer arrives in the book"""
    check('most')


def test_fewest():
    """The shortest interview: every answer arrives in the book"""
    check('fewest')


tap.run(test_most, test_fewest)
