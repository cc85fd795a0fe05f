#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""In qps, where every text that can be translated stands in brackets, the pages that a person sees
have nothing else to read."""

import pathlib
import re
import subprocess

import journey
from desk import ROOT, Desk, Home, tap, wait
from hands import Keyboard

DESK = Desk()
PSEUDO = ROOT / 'po' / 'pseudo.py'
NAME = '4711'
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


def untranslated(program, typed):
    """What is on the screen outside of brackets, but for what was typed."""
    found = set()
    for node in program.windows().walk():
        if node.role in ROLES and node.name not in OF_GTK and node.shown():
            name = node.name
            for answer in typed:
                name = name.replace(answer, '')
            if not is_translated(name):
                found.add(name)
    return found


def go_through(program, hand, form, answers):
    """Every question, and Check answers; what is not translated on the way, with its place."""
    found, seen = {}, None
    typed = [value for value in answers.values() if isinstance(value, str) and ' ' in value]
    while True:
        label = wait(lambda: journey.find_step(program, form, seen), 'next question')
        for text in untranslated(program, typed):
            found.setdefault(text, label)
        if label == journey.CHECK_ANSWERS:
            return found
        journey.answer_question(program, hand, form, label, answers)
        hand.go_on()
        seen = label


def test_interview():
    """On the questions and on Check answers, everything is translated"""
    home = PseudoHome()
    journey.prepare_book(home)
    form = journey.Form(home.form.parent, 'qps')
    answers = journey.Form().example('in-danger')
    with DESK.start(home=home) as program:
        hand = Keyboard(program)
        journey.unlock(program, hand)
        hand.activate('button', 'New assessment')
        journey.fill_start_page(program, hand, NAME)
        read = re.compile('^' + re.escape(program.say('Language they read')))
        hand.go_to('combo box', read)
        program.press('space', 'Down', 'Return')
        hand.activate('button', 'Continue')
        program.wait_for('button', 'Leave for now')
        found = go_through(program, hand, form, answers)
        program.quit()
    assert not found, '\n'.join(['', *(f'“{text}”, at {place}' for text, place in found.items())])


def test_what_is_found():
    """What stands outside of brackets is seen"""
    assert is_translated('[Ýóúŕ ñáméé···]') and is_translated('12 [óf···] 30 %')
    assert not is_translated('Your name') and not is_translated('[Ýóúŕ··] name')


tap.run(test_what_is_found, test_interview)
