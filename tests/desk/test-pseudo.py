#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""In qps, where every text that can be translated stands in brackets, the pages that a person sees
have nothing else to read; and nothing of it where the adviser alone reads it."""

import pathlib
import re
import subprocess

import journey
from desk import ROOT, Desk, Home, tap, wait
from hands import Keyboard

DESK = Desk()
PSEUDO = ROOT / 'po' / 'pseudo.py'
NAME = '4711'
HAND_OVER = 'Let the person answer alone'
DONE = 'I have finished'
# The name of the program, and of a language in itself.
OF_BOTH = {'Stile', 'English'}
# What belongs to GTK: the decorations of the window, and a button around another one.
OF_GTK = {'Minimize', 'Maximize', 'Close', 'GtkMenuButton'}
ROLES = ('label', 'heading', 'button', 'toggle button', 'check box', 'radio button', 'text',
         'combo box', 'list item', 'status bar', 'notification', 'alert')


class PseudoHome(Home):
    """Its program speaks qps, and its form has it."""

    def __init__(self, form='quick-needs'):
        super().__init__(form)
        folder = pathlib.Path(self.folder.name)
        catalogue = folder / 'locales' / 'qps' / 'LC_MESSAGES' / 'stile.mo'
        catalogue.parent.mkdir(parents=True)
        subprocess.run([PSEUDO, '--interface', catalogue], check=True)
        self.speak('qps', folder / 'locales')
        self.form = folder / 'forms' / 'pseudo' / 'form.xml'
        self.form.parent.mkdir()
        self.translate(ROOT / 'assessment-forms' / form / 'form.xml', folder / 'form.pot')
        (folder / 'forms' / form).unlink()

    def translate(self, source, template):
        journey.stilectl('form', 'translate', '--template', source, '--output', template)
        catalogue = template.with_suffix('.po')
        subprocess.run([PSEUDO, template, catalogue], check=True)
        journey.stilectl('form', 'translate', source, catalogue, '--output', self.form)


def is_translated(text):
    """Whether every stretch of letters stands in brackets."""
    outside = re.sub(r'\[[^\[\]]*\]', '', text)
    while outside != (inner := re.sub(r'\[[^\[\]]*\]', '', outside)):
        outside = inner
    return not re.search(r'[^\W\d_]{2}', outside)


def is_as_written(text):
    """Whether nothing of it stands in brackets."""
    return '[' not in text


def faults(program, typed, is_right):
    """What is on the screen and not right, but for what was typed."""
    found = set()
    for node in program.windows().walk():
        if node.role in ROLES and node.name not in OF_GTK and node.shown():
            name = node.name
            for answer in typed:
                name = name.replace(answer, '')
            if not is_right(name):
                found.add(name)
    return found


def find_step(program, form, before, end):
    """As a journey does, to the button of Check answers that is there."""
    if program.find('button', end):
        return end
    label = journey.shown_question(program, form)
    return label if label != before else None


def go_through(program, hand, form, answers, is_right=is_translated, end=journey.CHECK_ANSWERS):
    """Every question, and Check answers; what is not right on the way, with its place."""
    found, seen = {}, None
    typed = [value for value in answers.values() if isinstance(value, str) and ' ' in value]
    while True:
        label = wait(lambda: find_step(program, form, seen, end), 'next question')
        for text in faults(program, typed, is_right):
            found.setdefault(text, label)
        if label == end:
            return found
        journey.answer_question(program, hand, form, label, answers)
        hand.go_on()
        seen = label


def start(program, hand, chosen):
    """Up to the first question, for somebody who reads the form's language, or the other one."""
    journey.unlock(program, hand)
    hand.activate('button', 'New assessment')
    journey.fill_start_page(program, hand, NAME)
    hand.go_to('combo box', re.compile('^' + re.escape(program.say('Language they read'))))
    program.press('space', *['Down'] * chosen, 'Return')
    hand.activate('button', 'Continue')
    wait(lambda: program.find('heading'), 'question')


def assert_none(found):
    assert not found, '\n'.join(['', *(f'“{text}”, at {place}' for text, place in found.items())])


def test_interview():
    """On the questions and on Check answers, everything is translated"""
    home = PseudoHome()
    journey.prepare_book(home)
    form = journey.Form(home.form.parent, 'qps')
    answers = journey.Form().example('in-danger')
    with DESK.start(home=home) as program:
        hand = Keyboard(program)
        start(program, hand, 1)
        found = go_through(program, hand, form, answers)
        program.quit()
    assert_none(found)


def look_at_cover(program, is_right):
    """What is wrong with what hides the question from them, which leads nowhere else, either."""
    program.press('Escape')
    program.wait_for(None, 'Paused')
    found = faults(program, [], is_right)
    assert not program.find('button', 'Minimize'), 'the cover has the buttons of the window'
    program.press('Escape')
    wait(lambda: program.find('heading'), 'question')
    return {text: 'the cover' for text in found}


def go_through_alone(home, say, language, is_right):
    """The person reads what the adviser does not. Nobody else is at the screen."""
    journey.prepare_book(home)
    form = journey.Form(home.form.parent, language)
    answers = journey.Form().example('in-danger')
    with DESK.start(home=home) as program:
        hand = Keyboard(program)
        start(program, hand, 1 if language else 0)
        hand.activate('list item', re.compile('^' + re.escape(program.say(HAND_OVER))))
        wait(lambda: not program.find('list item', re.compile(re.escape(program.say(HAND_OVER)))),
             'person alone')
        program.say = say
        found = look_at_cover(program, is_right)
        found |= go_through(program, hand, form, answers, is_right, DONE)
        program.kill()
    assert_none(found)


def test_adviser_alone_reads_it():
    """Who answers alone, in the language the program is written in, reads nothing of another"""
    go_through_alone(PseudoHome(), str, None, is_as_written)


def test_person_alone_reads_it():
    """Who answers alone in qps reads nothing of the adviser's language"""
    home = PseudoHome()
    say, home.say = home.say, str
    del home.environment['LANGUAGE']
    go_through_alone(home, say, 'qps',
                     lambda text: is_translated(text) or text in OF_BOTH)


def test_what_is_found():
    """What stands outside of brackets is seen"""
    assert is_translated('[Ýóúŕ ñáméé···]') and is_translated('12 [óf···] 30 %')
    assert not is_translated('Your name') and not is_translated('[Ýóúŕ··] name')


tap.run(test_what_is_found, test_interview, test_adviser_alone_reads_it, test_person_alone_reads_it)
