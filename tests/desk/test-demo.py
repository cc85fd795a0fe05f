#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""The demo shows what the program is for, and leaves nothing behind."""

import os
import re

from desk import Desk, Home, tap
from hands import Keyboard

DESK = Desk()
PEOPLE = 30


def files(home):
    """Every file in the home, the temporary and the run-time folder."""
    return sorted(os.path.join(folder, name) for folder, _, names in os.walk(home.folder.name)
                  for name in names)


def test_people_in_every_state():
    """The demo opens with at least 30 people in every state"""
    with DESK.start('--demo') as program:
        program.wait_for('button', 'New assessment')
        program.assert_named()
        for group, least in (('All', PEOPLE), ('In progress', 1), ('To decide', 1),
                             ('Referral not taken up', 1)):
            button = program.wait_for(('button', 'toggle button'), re.compile(f'^{group}'))
            count = int(re.search(r'\d+', button.name).group())
            assert count >= least, f'{button.name}: fewer than {least}'
        program.quit()


def test_search():
    """Typing part of a name finds the person"""
    with DESK.start('--demo') as program:
        program.wait_for('button', 'New assessment')
        everyone = [row.name for row in program.find_all('list item')]
        wanted = [name for name in everyone[1:] if name.isascii()][0]  # what xdotool can type
        Keyboard(program).fill('Search by name or reference', wanted.split()[0].rstrip(','))
        program.wait_until_gone('list item', everyone[0])
        program.wait_for('list item', wanted)
        program.quit()


def test_nothing_left():
    """When the demo ends, no file of it is left"""
    home = Home()
    before = files(home)
    with DESK.start('--demo', home=home) as program:
        program.wait_for('button', 'New assessment')
        assert files(home) != before, 'the book is somewhere else, so that this test sees nothing'
        program.quit()
    assert files(home) == before, set(files(home)) - set(before)


tap.run(test_people_in_every_state, test_search, test_nothing_left)
