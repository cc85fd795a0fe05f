#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Takes the pictures of every page: shots.py FOLDER

The real program is driven through a first start with an empty home, and then through the demo.
"""

import pathlib
import sys

import journey
import whole_job
from desk import Desk, Home
from hands import Keyboard

FOLDER = pathlib.Path(sys.argv[1])
WIDTH, HEIGHT = 1024, 768
DESK = Desk(WIDTH, HEIGHT)


def shoot(name):
    DESK.screen.wait_until_still()
    DESK.screen.save(FOLDER / f'{name}.png')
    print(FOLDER / f'{name}.png')


def shoot_first_start(home):
    with DESK.start(home=home) as program:
        hand = Keyboard(program)
        program.fill_screen(WIDTH, HEIGHT)
        shoot('first-start')
        journey.make_book(program, hand)
        shoot('recovery-key')
        program.kill()
    with DESK.start(home=home) as program:
        program.fill_screen(WIDTH, HEIGHT)
        program.wait_for('button', 'Unlock')
        shoot('unlock')
        program.quit()


def shoot_demo():
    form = journey.Form()
    answers = form.example(whole_job.EXAMPLE)
    with DESK.start('--demo') as program:
        hand = Keyboard(program)
        program.fill_screen(WIDTH, HEIGHT)
        program.wait_for('button', 'New assessment')
        shoot('people')
        hand.activate('button', 'New assessment')
        program.wait_for('text', 'Name')
        shoot('start')
        journey.fill_start_page(program, hand, whole_job.NAME)
        hand.activate('button', 'Continue')
        journey.answer_until(program, hand, form, answers, 'sleep')
        shoot('interview')
        program.press('Escape')
        program.wait_for(None, 'Paused')
        shoot('hidden')
        program.press('Escape')
        journey.answer_all(program, hand, form, answers)
        shoot('check-answers')
        hand.activate('button', journey.CHECK_ANSWERS)
        program.wait_for('button', whole_job.CONFIRM)
        shoot('result')
        whole_job.confirm(program, hand)
        hand.activate('button', 'Back')
        program.wait_for('button', 'Add a note…')
        shoot('person')
        program.quit()


FOLDER.mkdir(parents=True, exist_ok=True)
shoot_first_start(Home())
shoot_demo()
