#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Two people at one screen who read different languages, and one who answers alone in theirs."""

import gettext
import pathlib
import re
import xml.etree.ElementTree as ElementTree

from desk import BUILD, Desk, Home, HomeWithFileChooser, tap, wait
from hands import Keyboard
import journey

DESK = Desk()
FORM = BUILD / 'assessment-forms' / 'quick-needs' / 'form.xml'
LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'
CHOICES = ('radio button', 'check box')


class Reader:
    """What a form and the program say in a language."""

    def __init__(self, language, name):
        self.language, self.name = language, name
        root = ElementTree.parse(FORM).getroot()
        self.labels = {}
        for element in root.iter():
            texts = {label.get(LANGUAGE): label.text
                     for label in element.findall(journey.NAMESPACE + 'label')}
            if None in texts:
                self.labels[texts[None]] = texts.get(language, texts[None])
        self.words = gettext.translation('stile', BUILD / 'po', [language]).gettext

    def choose(self, hand):
        """The language they read, on Start."""
        journey.choose_language(hand.program, self.language)
        # What is chosen stands before the list, which goes on being told of.
        either = re.compile(f'^(English|{self.name})$')
        wait(lambda: hand.program.find('label', either).name == self.name, 'choice')


def both(reader, words):
    """One above the other, as screen readers are told."""
    return f'{reader.words(words)}\n{words}'


def start(program, reader):
    """From the list of people to the first question, for somebody who reads that language."""
    hand = Keyboard(program)
    program.wait_for('button', 'New assessment')
    hand.activate('button', 'New assessment')
    program.wait_for('text', 'Name')
    hand.fill('Name', 'Ada')
    reader.choose(hand)
    hand.activate('check box', 'Yes, the person agrees')
    hand.activate('button', 'Continue')
    program.wait_for('button', reader.words('Leave for now'))
    return hand


def answer_all(program, reader):
    """Prefers not to say, question after question, up to Check answers."""
    done = reader.words('See the result')
    last = None
    while not program.find('button', done):
        words = wait(lambda: [node.name for node in program.find_all('heading')], 'question')
        if words != last:
            program.press('alt+p')
            program.wait_for(None, reader.words('Saved'))
            program.press('ctrl+Return')
            last = words


def check_plan(program, hand, reader):
    """On paper in both languages, theirs first."""
    plan = pathlib.Path(program.home.folder.name) / 'plan.pdf'
    hand.activate('button', 'Print the plan')
    program.wait_for('combo box', 'In which language?')
    hand.go_to('button', 'Save as PDF…')
    program.press('Tab', 'space')  # GTK 4.8 does not tell that such a list has the focus
    program.wait_for('label', 'Both languages')
    program.press('Down', 'Down', 'Return')
    journey.save_pdf(program, hand, plan, below=2)
    words = journey.read_pdf(plan)
    # Letters of Urdu that are joined come back as others: theirs is told by where ours begins.
    theirs, ours = words.split('Your plan', 1)
    assert re.search('[\u0600-\u06ff]', theirs), theirs
    assert 'call 999' in ours and not re.search('[\u0600-\u06ff]', ours), ours
    assert theirs.count('\f') >= 1, 'ours does not begin on a page of its own'
    for page in theirs.split('\f')[:-1]:
        assert page.count('This translation is a draft.') == 1, page
    hand.activate('button', 'Close')


def test_urdu_with_english_below():
    """An interview in Urdu with English below, switched three times with nothing lost"""
    urdu = Reader('ur', 'اردو')
    with DESK.start('--demo', home=HomeWithFileChooser('quick-needs')) as program:
        hand = start(program, urdu)
        question = 'How easy is it for you to talk in English?'
        choice = 'Fine most of the time'
        program.wait_for('heading', urdu.labels[question])
        program.wait_for(None, question)
        program.wait_for(CHOICES, f'{urdu.labels[choice]}\n{choice}')
        program.wait_for(CHOICES, both(urdu, 'Prefer not to say'))

        program.press('2')
        program.wait_for(None, urdu.words('Saved'))
        for _ in range(3):
            program.press('ctrl+l')
            program.wait_for('button', 'Continue')
            program.wait_for('heading', question)
            node = program.wait_for(CHOICES, f'{choice}\n{urdu.labels[choice]}')
            assert 'checked' in node.states, node
            program.press('ctrl+l')
            program.wait_for('button', urdu.words('Continue'))
            node = program.wait_for(CHOICES, f'{urdu.labels[choice]}\n{choice}')
            assert 'checked' in node.states, node
        program.assert_named()

        program.press('ctrl+plus', 'ctrl+plus', 'ctrl+0')
        program.press('ctrl+Return')
        answer_all(program, urdu)
        program.assert_named()
        hand.activate('button', urdu.words('See the result'))
        program.wait_for(None, 'Proposed category')
        form = journey.Form(FORM.parent)
        category = next(name for name in form.categories.values() if program.find('heading', name))
        program.wait_for(None, urdu.labels[category])

        check_plan(program, hand, urdu)
        program.wait_until_gone('combo box', 'In which language?')
        program.assert_quiet()
        program.quit()


def test_polish_alone():
    """A person reads Polish alone, and every word on the page is Polish"""
    polish = Reader('pl', 'Polski')
    with DESK.start('--demo', home=Home('quick-needs')) as program:
        hand = start(program, polish)
        hand.activate('button', polish.words('Languages and text size'))
        wait(lambda: program.focused() and 'menu item' in program.focused().role, 'menu')
        while program.focused().name != polish.name:
            program.press('Down')
        program.press('Return')
        program.wait_until_gone(None, 'Prefer not to say')
        for words in ('Prefer not to say', 'Don’t know', 'Continue', 'Back', 'Hide', 'Not started'):
            assert program.told(polish.words(words)), words
            assert words not in program.told(words), words
        program.quit()


tap.run(test_urdu_with_english_below, test_polish_alone)
