#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""A centre says whom to call here, and the adviser reads it where it is needed."""

import pathlib
import shutil
import tempfile

import journey
from desk import ROOT, Desk, Home, tap
from hands import Keyboard, Pointer

FOLDER = tempfile.TemporaryDirectory(prefix='stile-forms-')
FORM = pathlib.Path(FOLDER.name) / 'small'
FORM.mkdir()
shutil.copy(ROOT / 'tests' / 'ui' / 'small-form.xml', FORM / 'form.xml')
DESK = Desk()

FIELD = 'Your words for “Nowhere to sleep tonight”'
WORDS = 'Town Hall, 01632 960 001'
OTHER_WORDS = 'After six: 01632 960 002'
ANSWERS = {'sleep': 'nowhere'}


def home_with_form():
    home = Home()
    home.environment['STILE_FORMS'] = FOLDER.name
    return home


def write_words(program, hand, words):
    """Ends on the list of people again. The hand itself leaves the field."""
    hand.fill(FIELD, words)
    program.assert_named()
    hand.activate('button', 'People')
    program.wait_for('button', 'New assessment')


def read_words(program, hand, name):
    journey.start_assessment(program, hand, name)
    journey.answer_all(program, hand, journey.Form(FORM), ANSWERS)
    hand.activate('button', journey.CHECK_ANSWERS)
    program.wait_for(None, 'Nowhere to sleep tonight')
    return program.words()


def test_keyboard():
    """By keyboard: Control+comma, words and numbers, and they stand under the alert"""
    home = home_with_form()
    with DESK.start(home=home) as program:
        hand = Keyboard(program)
        journey.first_start(program, hand)
        program.press('ctrl+comma')
        write_words(program, hand, WORDS)
        assert WORDS in read_words(program, hand, 'Grace Okafor')
        program.quit()
    assert [entry['value'] for entry in journey.contents(home, 'setting')] == [WORDS]


def test_pointer():
    """By pointer: words that are there can be changed"""
    home = home_with_form()
    with DESK.start(home=home) as program:
        hand = Pointer(program)
        journey.first_start(program, hand)
        program.press('ctrl+comma')  # AT-SPI does not tell where the items of a menu are
        write_words(program, hand, WORDS)
        program.press('ctrl+comma')
        program.wait_for('text', FIELD)
        assert program.find('text', FIELD).text() == WORDS
        write_words(program, hand, f'\n{OTHER_WORDS} ')
        assert OTHER_WORDS in read_words(program, hand, 'Tom Hale')
        program.quit()


tap.run(test_keyboard, test_pointer)
