#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""What makes the record book one to be trusted, as people see it: who did what, several advisers,
the wait after wrong passphrases, the recovery sheet, a person's rights, backups. With
STILE_PICTURES=FOLDER each page that is passed is kept as a picture."""

import json
import os
import pathlib
import re

import journey
from desk import Desk, Home, HomeWithFileChooser, tap, wait
from hands import Keyboard, Pointer

DESK = Desk()
PERSON = 'Paddy O’Fiction'
MAIN_MENU = 'Main menu'
RIGHTS = 'Rights of the person'
SECOND = 'Ben Ash'
SECOND_PASSPHRASE = 'river candle moss'
NEW_PASSPHRASE = 'harbour violet drum'
FREE_TRIES = 5
MANAGERS_ONLY = ('Add an adviser…', 'Make a new recovery sheet…',
                 'Make new keys for the record book…', 'Restore a backup…', 'Folder for backups…')
PICTURES = os.environ.get('STILE_PICTURES')


def shoot(name):
    if PICTURES:
        DESK.screen.wait_until_still()
        DESK.screen.save(pathlib.Path(PICTURES) / f'{name}.png')


def titles(program):
    """What the desktop's list of windows shows."""
    windows = DESK.xdotool('search', '--pid', program.process.pid)
    return {' '.join(DESK.xdotool('getwindowname', window)) for window in windows}


def choose_in_menu(program, button, item):
    """By the keyboard alone."""
    hand = Keyboard(program)
    if button == MAIN_MENU:
        hand.choose_in_main_menu(item)
    else:
        hand.activate('button', button)
        hand.choose_menu_item(item)


def open_person(program):
    program.wait_for(None, PERSON)
    program.type(PERSON.split()[0])
    program.press('Return')
    program.wait_for('button', RIGHTS)


# ---- A person's rights ----

def test_erase():
    """A person is erased only with their name typed, and it is written down who did it"""
    with DESK.start('--demo') as program:
        hand = Keyboard(program)
        open_person(program)
        shoot('person')
        choose_in_menu(program, RIGHTS, 'Erase this person…')
        button = program.wait_for('button', 'Erase for good')
        assert 'sensitive' not in button.states, button
        shoot('erase')
        assert PERSON not in ''.join(titles(program)), titles(program)
        hand.fill(f'Type “\u2068{PERSON}\u2069” to go on', PERSON)
        hand.activate('button', 'Erase for good')
        program.wait_for(None, 'The record is erased')
        shoot('erased')
        program.press('Return')  # the focus is on the button that closes it
        program.wait_for('button', 'New assessment')
        assert not program.told(PERSON), program.told(PERSON)
        choose_in_menu(program, MAIN_MENU, 'Who did what')
        program.wait_for('list item', re.compile('^A person’s record erased'))
        program.assert_named()
        shoot('audit')
        program.quit()


def test_everything_held():
    """All that is held about a person, to read and as JSON, and that it was taken out is told"""
    home = HomeWithFileChooser()
    files = [pathlib.Path(home.folder.name) / name for name in ('all.json', 'all.pdf')]
    with DESK.start('--demo', home=home) as program:
        open_person(program)
        for path, item in zip(files, ('Everything held, as data (JSON)…',
                                      'Everything held, to read (PDF)…')):
            choose_in_menu(program, RIGHTS, item)
            program.choose_file(path)
            program.wait_for(None, 'The file is written')
            program.press('Return')
            program.wait_until_gone(None, 'The file is written')
        choose_in_menu(program, RIGHTS, 'Who has looked at this record')
        program.wait_for('list item', re.compile('^Looked at: the record'))
        program.wait_for('list item', re.compile('^Exported: (everything held|the record)'))
        assert PERSON in program.words(), program.words()
        program.assert_named()
        shoot('who-looked')
        program.quit()
    assert PERSON in json.dumps(json.loads(files[0].read_text()), ensure_ascii=False)
    assert files[1].read_bytes().startswith(b'%PDF'), files[1]


def test_correct():
    """An answer is corrected with a reason; the record tells of both"""
    with DESK.start('--demo') as program:
        hand = Keyboard(program)
        open_person(program)
        choose_in_menu(program, RIGHTS, 'Correct an answer…')
        program.wait_for('list', 'Answers')
        program.assert_named()
        shoot('correct')
        hand.activate('list item', 'How easy is it for you to go online?')
        shoot('correct-answer')
        hand.choose('I need someone to help me')
        hand.fill('Why it is corrected', 'Misheard on the day')
        program.press('Return')
        program.wait_for('list item', re.compile('^Corrected: an answer'))
        program.quit()


# ---- Several advisers ----

def unlock_as(program, name, passphrase):
    """From wherever the page of the lock stands."""
    hand = Keyboard(program)
    if name != chosen_adviser(program):
        hand.go_to('combo box', 'Adviser')
        program.press('space', 'Down' if name == SECOND else 'Up', 'Return')
        wait(lambda: chosen_adviser(program) == name, f'{name} chosen')
    hand.fill('Passphrase', passphrase)
    program.press('Return')


def chosen_adviser(program):
    names = (journey.ADVISER, SECOND)
    box = program.wait_for('combo box', 'Adviser')
    return next((node.name for node in box.walk() if node.name in names), None)


def lock(program):
    program.press('ctrl+shift+l')
    program.wait_for('button', 'Unlock')


def add_second(program):
    hand = Keyboard(program)
    hand.activate('list item', re.compile('^Add an adviser'))
    hand.fill('Name', SECOND)
    hand.fill('New passphrase', SECOND_PASSPHRASE)
    hand.fill('The same passphrase again', SECOND_PASSPHRASE)
    shoot('add-adviser')
    program.press('Return')
    program.wait_for(None, 'The adviser can open the record book now.')
    program.press('Return')
    program.wait_for('list item', re.compile(SECOND))


def test_two_advisers():
    """Each comes in with a passphrase of their own, and what is for managers is closed to others"""
    home = Home()
    journey.prepare_book(home)
    with DESK.start(home=home) as program:
        journey.unlock(program, Keyboard(program))
        program.press('ctrl+comma')
        program.wait_for(None, 'Advisers')
        program.assert_named()
        shoot('preferences')
        for name in MANAGERS_ONLY:
            assert 'sensitive' in program.wait_for('list item', name).states, name
        add_second(program)
        lock(program)
        unlock_as(program, SECOND, SECOND_PASSPHRASE)
        program.wait_for('button', 'New assessment')
        program.press('ctrl+comma')
        program.wait_for(None, 'Advisers')
        shoot('preferences-of-an-adviser')
        for name in MANAGERS_ONLY:
            assert 'sensitive' not in program.wait_for('list item', name).states, name
        program.quit()
    assert journey.contents(home, 'adviser-added') == [{'adviser': SECOND, 'role': 'adviser'}]


def test_wait():
    """After five wrong passphrases one has to wait, and the others need not"""
    home = Home()
    journey.prepare_book(home)
    journey.add_adviser(home, SECOND, SECOND_PASSPHRASE)
    for _ in range(FREE_TRIES - 1):
        journey.fail_to_unlock(home, SECOND)
    with DESK.start(home=home) as program:
        unlock_as(program, SECOND, 'not the passphrase')
        program.wait_for(None, re.compile('Please wait'))
        button = program.wait_for('button', 'Unlock')
        assert 'sensitive' not in button.states, button
        shoot('wait')
        unlock_as(program, journey.ADVISER, journey.PASSPHRASE)
        program.wait_for('button', 'New assessment')
        choose_in_menu(program, MAIN_MENU, 'Who did what')
        program.wait_for('list item', re.compile('^Failed to unlock'))
        assert len(program.find_all('list item', re.compile('^Failed to unlock'))) == FREE_TRIES
        shoot('failed-unlocks')
        program.quit()


def test_recovery():
    """The recovery sheet opens the book, once, and another takes its place"""
    home = Home()
    journey.prepare_book(home)
    key = journey.new_recovery_key(home)
    with DESK.start(home=home) as program:
        hand = Keyboard(program)
        hand.activate('button', 'Use the recovery sheet')
        hand.fill('Recovery key', key.lower())
        hand.fill('New passphrase', NEW_PASSPHRASE)
        hand.fill('The same passphrase again', NEW_PASSPHRASE)
        shoot('recovery')
        program.press('Return')
        program.wait_for('check box', 'I have put the sheet in a safe place')
        assert key not in program.words()
        shoot('new-sheet')
        hand.activate('check box', 'I have put the sheet in a safe place')
        hand.activate('button', 'Open the record book')
        program.wait_for('button', 'New assessment')
        program.quit()


# ---- Backups ----

def import_services(home):
    """Where they lie beside the book."""
    feed = pathlib.Path(home.folder.name) / 'feed.json'
    feed.write_text(json.dumps({'id': 'a', 'name': 'Food bank', 'status': 'active'}),
                    encoding='utf-8')
    directory = journey.book(home).parent / 'directory.sqlite'
    journey.stilectl('directory', 'import', feed, '--directory', directory)
    return directory


def test_backup_and_restore():
    """By pointer: a backup is made, the disk is lost, and book and services come back"""
    home = HomeWithFileChooser()
    journey.prepare_book(home)
    directory = import_services(home)
    folder = pathlib.Path(home.folder.name) / 'stick'
    folder.mkdir()
    with DESK.start(home=home) as program:
        hand = Pointer(program)
        journey.unlock(program, hand)
        program.press('ctrl+comma')
        hand.activate('list item', 'Folder for backups…')
        program.choose_file(folder)
        hand.activate('list item', 'Back up now')
        program.wait_for(None, re.compile('^The backup is made and checked'))
        shoot('backup')
        program.quit()
    backup, = folder.iterdir()
    journey.book(home).unlink()
    directory.unlink()
    with DESK.start(home=home) as program:
        hand = Pointer(program)
        hand.activate('button', 'Restore a backup…')
        hand.activate('button', 'Choose a backup…')
        program.choose_file(backup)
        program.wait_for('button', 'Restore this backup')
        program.assert_named()
        shoot('restore')
        hand.fill('Passphrase', journey.PASSPHRASE)
        hand.activate('button', 'Restore this backup')
        hand.activate('button', 'Open the record book')
        program.wait_for('button', 'New assessment')
        program.press('ctrl+d')
        program.wait_for('list item', re.compile('^Food bank'))
        program.quit()
    assert journey.contents(home, 'restored')[0]['file'] == backup.name


tap.run(test_erase, test_everything_held, test_correct, test_two_advisers, test_wait,
        test_recovery, test_backup_and_restore)
