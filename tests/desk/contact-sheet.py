#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Takes a picture of eight pages in every language, and puts all of them on one sheet:
contact-sheet.py FOLDER [LANGUAGE...]

The adviser and the person both read the language, so that everything on the pages is in it.
"""

import pathlib
import re
import subprocess
import sys

import journey
import whole_job
from desk import BUILD, ROOT, Desk, Home
from hands import Keyboard

FOLDER = pathlib.Path(sys.argv[1])
LANGUAGES = sys.argv[2:] or (ROOT / 'po' / 'LINGUAS').read_text(encoding='utf-8').split()
PAGES = ('people', 'start', 'interview', 'check-answers', 'result', 'person', 'preferences',
         'hidden')
FORM = BUILD / 'assessment-forms' / 'quick-needs'
THUMBNAIL = '512x384+4+4'
WIDTH, HEIGHT = 1024, 768
DESK = Desk(WIDTH, HEIGHT)


class Reader:
    """Goes through the program in one language."""

    def __init__(self, language, program):
        self.language, self.program = language, program
        self.hand = Keyboard(program)
        self.form = journey.Form(FORM, language)
        self.answers = self.form.example(whole_job.EXAMPLE)

    def shoot(self, page):
        DESK.screen.wait_until_still()
        DESK.screen.save(FOLDER / f'{self.language}-{page}.png')

    def choose_language(self):
        """In the list on Start, whose first languages are those of the form."""
        languages = re.findall(r'<title(?: xml:lang="([^"]+)")?>',
                               (FORM / 'form.xml').read_text(encoding='utf-8'))
        name = re.compile('^' + re.escape(self.program.say('Language they read')))
        self.hand.go_to('combo box', name)
        self.program.press('space', *['Down'] * languages.index(self.language), 'Return')

    def start(self):
        self.program.wait_for('button', 'New assessment')
        self.shoot('people')
        self.hand.activate('button', 'New assessment')
        journey.fill_start_page(self.program, self.hand, whole_job.NAME)
        self.choose_language()
        self.shoot('start')
        self.hand.activate('button', 'Continue')
        self.program.wait_for('button', 'Leave for now')

    def answer(self):
        journey.answer_until(self.program, self.hand, self.form, self.answers, 'sleep')
        self.shoot('interview')
        self.program.press('Escape')
        self.program.wait_for(None, 'Paused')
        self.shoot('hidden')
        self.program.press('Escape')
        journey.answer_all(self.program, self.hand, self.form, self.answers)
        self.shoot('check-answers')

    def finish(self):
        self.hand.activate('button', journey.CHECK_ANSWERS)
        self.program.wait_until_gone('button', journey.CHECK_ANSWERS)
        self.program.wait_for('button', 'Back')
        self.shoot('result')
        self.hand.activate('button', 'Back')
        self.program.wait_for('button', 'Add a note…')
        self.shoot('person')
        self.program.press('ctrl+comma')
        self.program.wait_for(None, 'Languages of the forms')
        self.shoot('preferences')


def take(language):
    with DESK.start('--demo', home=Home(language=language)) as program:
        program.fill_screen(WIDTH, HEIGHT)
        program.assert_named = lambda: None  # the other tests look at names
        reader = Reader(language, program)
        reader.start()
        reader.answer()
        reader.finish()
        program.quit()


FOLDER.mkdir(parents=True, exist_ok=True)
for tag in LANGUAGES:
    take(tag)
    print(f'{tag}: {len(PAGES)} pages', flush=True)
SHEET = FOLDER / 'contact-sheet.png'
subprocess.run(['montage', *(FOLDER / f'{tag}-{page}.png' for tag in LANGUAGES for page in PAGES),
                '-tile', f'{len(PAGES)}x', '-geometry', THUMBNAIL, SHEET], check=True)
print(SHEET)
