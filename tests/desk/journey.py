# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""What an adviser and a person do, step by step, with either hand; and what the book says after."""

import json
import pathlib
import re
import subprocess
import xml.etree.ElementTree as ElementTree

from desk import BUILD, ROOT, wait
from hands import Keyboard

STILECTL = BUILD / 'app' / 'ctl' / 'stilectl'
PREPARE_BOOK = BUILD / 'tests' / 'desk' / 'prepare-book'
FORM = ROOT / 'assessment-forms' / 'quick-needs'
LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'
BUILT_FORMS = BUILD / 'assessment-forms'  # with their translations
NAMESPACE = '{urn:stile:form:1}'

STATION = 'Hill Street'
ADVISER = 'Ada Moss'
PASSPHRASE = 'amber kettle northwind'
STATES = {'declined': 'Prefer not to say', 'unknown': 'Don’t know'}
CHECK_ANSWERS = 'See the result'  # the button that only that page has
YES_NO = {'yes': 'Yes', 'no': 'No'}


class Form:
    """The questions of a form, by the words on the screen."""

    def __init__(self, folder=FORM, language=None):
        self.folder, self.language = folder, language
        root = ElementTree.parse(folder / 'form.xml').getroot()
        lists = {element.get('id'): self.choices(element)
                 for element in root.iter(NAMESPACE + 'choices')}
        self.questions = {}
        for element in root.iter(NAMESPACE + 'question'):
            choices = self.choices(element) or lists.get(element.get('choices'), {})
            if element.get('type') == 'yes_no':
                choices = YES_NO
            self.questions[self.label(element)] = (element.get('id'), element.get('type'), choices)
        self.categories = {element.get('id'): self.label(element)
                           for element in root.iter(NAMESPACE + 'category')}

    def label(self, element):
        """In the language, where there is a translation, else in the form's own."""
        labels = {label.get(LANGUAGE): label for label in element.findall(NAMESPACE + 'label')}
        return ' '.join(labels.get(self.language, labels[None]).text.split())

    def choices(self, element):
        return {choice.get('id'): self.label(choice)
                for choice in element.findall(NAMESPACE + 'choice')}

    def example(self, name):
        path = self.folder / 'examples' / f'{name}.json'
        return json.loads(path.read_text(encoding='utf-8'))['answers']


# ---- Steps ----

def make_book(program, hand):
    """From the very first page to the recovery sheet. Returns the key on it."""
    program.wait_for('text', 'Name of this desk')
    program.assert_named()
    hand.fill('Name of this desk', STATION)
    hand.fill('Your name', ADVISER)
    hand.fill('Passphrase', PASSPHRASE)
    hand.fill('The same passphrase again', PASSPHRASE)
    hand.activate('button', 'Continue')
    return program.wait_for('label', re.compile('^[0-9A-Z]+(-[0-9A-Z]+){3,}$')).name


def first_start(program, hand):
    """Makes the record book; ends on the list of people."""
    make_book(program, hand)
    program.assert_named()
    hand.activate('check box', 'I have put the sheet in a safe place')
    hand.activate('button', 'Open the record book')
    program.wait_for('button', 'New assessment')


def prepare_book(home):
    """The same without the program. The book opens at once, for tests that open it often."""
    book(home).parent.mkdir(mode=0o700, parents=True)
    subprocess.run([PREPARE_BOOK, book(home), STATION, ADVISER, PASSPHRASE], check=True)


def unlock(program, hand):
    hand.fill('Passphrase', PASSPHRASE)
    hand.activate('button', 'Unlock')
    program.wait_for('button', 'New assessment')


def fill_start_page(program, hand, name):
    program.wait_for('text', 'Name')
    program.assert_named()
    hand.fill('Name', name)
    hand.activate('check box', 'Yes, the person agrees')


def choose_language(program, tag, form='quick-needs'):
    """What the person reads, on Start: the languages of the form come first, in its order."""
    tags = ['en']
    for label in ElementTree.parse(BUILT_FORMS / form / 'form.xml').iter(NAMESPACE + 'label'):
        if (other := label.get(LANGUAGE, 'en')) not in tags:
            tags.append(other)
    Keyboard(program).go_to('combo box', re.compile('^Language they read'))
    program.press('space')
    program.wait_for('label', 'Cymraeg')  # the list is open
    program.press(*['Down'] * tags.index(tag), 'Return')


def start_assessment(program, hand, name):
    """From the list of people to the first question."""
    hand.activate('button', 'New assessment')
    fill_start_page(program, hand, name)
    hand.activate('button', 'Continue')
    program.wait_for('button', 'Leave for now')


def named(name):
    """Rows of the list begin with the name."""
    return re.compile('^' + re.escape(name))


def shown_question(program, form):
    """The label of the question on the screen."""
    for node in program.find_all('heading'):
        if node.name in form.questions:
            return node.name
    return None


def answer_question(program, hand, form, label, answers):
    """Gives the answer to the question on the screen and waits until it is saved."""
    question, kind, choices = form.questions[label]
    answer = answers.get(question)
    if answer is None or kind == 'note':
        return
    if isinstance(answer, dict):
        hand.choose_state(STATES[next(iter(answer))])
    elif kind == 'text':
        hand.fill('Your answer, in words', answer)
    else:
        for choice in answer if isinstance(answer, list) else [answer]:
            hand.choose(choices[choice])
    program.wait_for(None, 'Saved')


def answer_until(program, hand, form, answers, last):
    """Answers question after question, up to the one with this id, or to Check answers."""
    seen = None
    while True:
        label = wait(lambda: find_step(program, form, seen), 'next question')
        if label == CHECK_ANSWERS:
            return
        answer_question(program, hand, form, label, answers)
        program.assert_named()
        if form.questions[label][0] == last:
            return
        hand.go_on()
        seen = label


def answer_all(program, hand, form, answers):
    """From the question on the screen to Check answers."""
    answer_until(program, hand, form, answers, None)


def find_step(program, form, before):
    if program.find('button', CHECK_ANSWERS):
        return CHECK_ANSWERS
    label = shown_question(program, form)
    return label if label != before else None


# ---- What the book says ----

def save_pdf(program, hand, path, below=1):
    """From so many windows, the dialog that has the button among them."""
    hand.activate('button', 'Save as PDF…')
    program.choose_file(path, below)
    program.wait_for('label', re.compile('^The file is written'))


def read_pdf(path):
    done = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True,
                          check=True)
    return done.stdout


def book(home):
    return home.data / 'stile' / 'record-book.stile'


def stilectl(*arguments, **options):
    done = subprocess.run([STILECTL, *arguments], capture_output=True, text=True, check=False,
                          **options)
    assert done.returncode == 0, f'stilectl {arguments}: {done.stderr}'
    return done.stdout


def with_passphrase(verb, home, *arguments):
    """A verb of stilectl on the book, as the first adviser."""
    return stilectl('ledger', *verb.split(), '--adviser', ADVISER, '--passphrase-file', '-',
                    book(home), *arguments, input=PASSPHRASE + '\n')


def add_adviser(home, name, passphrase):
    path = pathlib.Path(home.folder.name) / 'passphrase'
    path.write_text(passphrase + '\n', encoding='utf-8')
    with_passphrase('advisers add', home, name, '--new-passphrase-file', path)


def fail_to_unlock(home, name):
    done = subprocess.run([STILECTL, 'ledger', 'export', '--adviser', name,
                           '--passphrase-file', '-', book(home)],
                          input='not the passphrase\n', capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr


def new_recovery_key(home):
    return with_passphrase('recovery new', home).split()[-1]


def entries(home):
    """Every entry of the book, opened."""
    return json.loads(with_passphrase('export', home))['entries']


def contents(home, kind):
    return [entry['content'] for entry in entries(home) if entry['kind'] == kind]


def scored_category(answers, folder):
    """The id of the category that stilectl gives the same answers."""
    path = pathlib.Path(folder) / 'answers.json'
    path.write_text(json.dumps(answers), encoding='utf-8')
    return json.loads(stilectl('score', FORM / 'form.xml', '--answers', path))['category']['id']
