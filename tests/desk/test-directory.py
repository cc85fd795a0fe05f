#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Local services: a file is imported, a service found, and what the centre knows of it stays."""

import json
import pathlib
import re
import zipfile

import journey
from desk import Desk, HomeWithFileChooser, tap
from hands import Keyboard, Pointer

DESK = Desk()
ROUTE = 'Ring on Monday, ask for Sam'
SERVICES = [
    {'id': 'food', 'name': 'Food bank', 'status': 'active',
     'description': '<b>Three days</b> of food', 'minimum_age': -4},
    {'id': 'law', 'name': 'Housing law', 'status': 'active'},
    {'id': 'talk', 'name': 'Talking therapy', 'status': 'active'},
    {'id': 'nameless', 'status': 'active'},
]
FOUND = re.compile('^Food bank')


def start(home):
    journey.prepare_book(home)
    return DESK.start(home=home)


def write_feed(home):
    path = pathlib.Path(home.folder.name) / 'lincoln.json'
    path.write_text(json.dumps(SERVICES), encoding='utf-8')
    return path


def import_feed(program, hand, button, path):
    """From the page of the directory and back to it."""
    hand.activate('button', button)
    program.wait_for('list item', 'Choose files…')
    program.assert_named()
    hand.activate('list item', 'Choose files…')
    program.choose_file(path, below=2)
    program.wait_for(None, 'The directory has 3 services now.')
    program.wait_for('list item', re.compile('minimum_age: '))
    program.assert_named()
    hand.activate('button', 'Done')
    program.wait_until_gone('button', 'Done')
    program.wait_for('list item', FOUND)


def write_route(program, hand):
    """From the page of the service and back to it."""
    hand.activate('button', 'Change…')
    hand.fill('How to refer people there', ROUTE)
    program.assert_named()
    hand.activate('button', 'Save')
    program.wait_until_gone('button', 'Save')
    program.wait_for(None, ROUTE)


def test_keyboard():
    """By keyboard: import, search, write down what we know, import again, and it is still there"""
    home = HomeWithFileChooser()
    feed = write_feed(home)
    with start(home) as program:
        hand = Keyboard(program)
        journey.unlock(program, hand)
        program.press('ctrl+d')
        import_feed(program, hand, 'Import a directory…', feed)
        program.press('ctrl+f')
        program.type('food')
        program.wait_for(None, '1 of 3 services')
        program.press('Return')
        program.wait_for(None, 'Three days of food')
        program.assert_named()
        write_route(program, hand)
        program.press('alt+Left')
        program.wait_for(None, '1 of 3 services')
        import_feed(program, hand, 'Import…', feed)
        hand.activate('list item', FOUND)
        program.wait_for(None, ROUTE)
        program.wait_for(None, re.compile(f'^Changed by {journey.ADVISER}: Today'))
        program.quit()


def test_pointer():
    """By pointer: import, and write down what we know"""
    home = HomeWithFileChooser()
    feed = write_feed(home)
    with start(home) as program:
        hand = Pointer(program)
        journey.unlock(program, hand)
        program.press('ctrl+d')  # AT-SPI does not tell where the items of a menu are
        import_feed(program, hand, 'Import a directory…', feed)
        program.click('list item', FOUND)
        write_route(program, hand)
        hand.activate('button', 'Directory')
        program.wait_for('list item', FOUND)
        program.quit()


def write_zip(home):
    """Two pages, as a national directory gives them out, and a file that belongs to neither."""
    path = pathlib.Path(home.folder.name) / 'county.zip'
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as pages:
        for number, services in enumerate((SERVICES[:1], SERVICES[1:]), 1):
            pages.writestr(f'pages/{number}.json', json.dumps({'contents': services}))
        pages.writestr('../outside.json', json.dumps(SERVICES))
    return path


def write_folder(home):
    path = pathlib.Path(home.folder.name) / 'county'
    path.mkdir()
    (path / '1.json').write_text(json.dumps(SERVICES[:2]), encoding='utf-8')
    (path / '2.csv').write_text('id,name,status\nwalk,Walking group,active\n', encoding='utf-8')
    return path


def import_from(program, hand, button, row, path, counts):
    """The lines of what was found."""
    hand.activate('button', button)
    hand.activate('list item', row)
    program.choose_file(path, below=2)
    program.wait_for(None, counts)
    program.wait_for('list item', re.compile('minimum_age: '))
    lines = program.words()
    hand.activate('button', 'Done')
    program.wait_until_gone('button', 'Done')
    return lines


def test_zip_and_folder():
    """A zip of pages is imported, then a folder of files takes its place; both are told of"""
    home = HomeWithFileChooser()
    zipped, folder = write_zip(home), write_folder(home)
    with start(home) as program:
        hand = Keyboard(program)
        journey.unlock(program, hand)
        program.press('ctrl+d')
        lines = import_from(program, hand, 'Import a directory…', 'Choose files…', zipped,
                            re.compile('The directory has 3 services now'))
        assert 'county.zip: pages/1.json' in lines and 'outside.json' in lines, lines
        program.wait_for('list item', re.compile('^Talking therapy'))
        lines = import_from(program, hand, 'Import…', 'Choose a folder…', folder,
                            re.compile('^New: 1. Gone: 1.'))
        assert '1.json' in lines and str(folder.parent) not in lines, lines
        program.wait_for('list item', re.compile('^Walking group'))
        program.wait_until_gone('list item', re.compile('^Talking therapy'))
        program.quit()


tap.run(test_keyboard, test_pointer, test_zip_and_folder)
