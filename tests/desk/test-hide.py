#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""One key, and nothing private is on the screen any more."""

import re

import journey
from desk import PATIENCE, Desk, Home, tap, wait
from hands import Keyboard

DESK = Desk()
NAME = 'Mina Barrow'
OF_THE_DEMO = 'Paddy O’Fiction'
PASSPHRASE_OF_THE_DEMO = 'demo demo demo'
AT_ONCE = 2 * PATIENCE  # seconds, also on a busy machine


def has_text(program, text):
    return any(node.text() == text for node in program.find_all('text'))


def test_escape():
    """Escape hides the question at once, also from assistive tools, and gives it back"""
    form = journey.Form()
    with DESK.start(home=Home()) as program:
        hand = Keyboard(program)
        journey.first_start(program, hand)
        journey.start_assessment(program, hand, NAME)
        label = wait(lambda: journey.shown_question(program, form), 'first question')

        assert program.told(label)
        before = DESK.screen.pixels()
        program.press('Escape')
        wait(lambda: DESK.screen.pixels() != before, 'change on the screen', timeout=AT_ONCE)
        program.wait_for(None, 'Paused')
        words = program.words()
        assert label not in words and NAME not in words, words
        for kind, _, choices in form.questions.values():
            assert not any(choice in words for choice in choices.values() if len(choice) > 4), words
        assert not program.told(label, NAME), program.told(label, NAME)

        program.press('Escape')
        program.wait_for(None, label)
        program.quit()


def test_escape_on_the_people_page():
    """Escape takes the names of people away from assistive tools, too, and keeps what was typed"""
    with DESK.start('--demo') as program:
        program.wait_for(None, OF_THE_DEMO)
        program.type('fict')
        program.wait_until_gone(None, 'Grace Mythe')
        assert program.told(OF_THE_DEMO) and program.told('D-0')
        program.press('Escape')
        program.wait_for(None, 'Paused')
        assert not program.told(OF_THE_DEMO, 'D-0'), program.told(OF_THE_DEMO, 'D-0')
        program.press('Escape')
        program.wait_for(None, OF_THE_DEMO)
        program.type('ion')
        wait(lambda: has_text(program, 'fiction'), 'search as it was')
        program.quit()


def test_escape_in_a_dialog():
    """Escape takes a dialog and what was typed in it away, and gives both back"""
    with DESK.start('--demo') as program:
        hand = Keyboard(program)
        program.wait_for(None, OF_THE_DEMO)
        program.type(OF_THE_DEMO.split()[0])
        program.press('Return')
        hand.activate('button', 'Add a note…')
        program.wait_for('button', 'Save')
        program.type('Rings on Monday')
        wait(lambda: has_text(program, 'Rings on Monday'), 'note')
        assert program.told(OF_THE_DEMO) and program.told('Add a note') and program.told('Save')
        program.press('Escape')
        program.wait_for(None, 'Paused')
        told = program.told(OF_THE_DEMO, 'Add a note', 'Save')
        assert not told, told
        program.press('Escape')
        wait(lambda: has_text(program, 'Rings on Monday'), 'note again')
        program.press('Escape')
        program.wait_for(None, 'Paused')
        program.kill()


def test_escape_in_a_menu():
    """Escape covers the screen from within a menu, too, which would only close itself"""
    with DESK.start('--demo') as program:
        program.wait_for(None, 'People')
        program.press('F10')
        program.wait_for(None, 'About Stile')
        program.press('Escape')
        program.wait_for(None, 'Paused')
        program.quit()


def leave_by_menu(program, item):
    """To an item of the main menu that leaves the list of people."""
    Keyboard(program).choose_in_main_menu(item)
    wait(lambda: not program.told(OF_THE_DEMO), 'end of the list')


def test_lock_from_the_menu():
    """A menu that was used leaves no name of a person behind for assistive tools"""
    with DESK.start('--demo') as program:
        program.wait_for(None, OF_THE_DEMO)
        assert program.told(OF_THE_DEMO)
        leave_by_menu(program, 'Lock the record book')
        program.wait_for('button', 'Unlock')
        assert not program.told(OF_THE_DEMO, 'D-0'), program.told(OF_THE_DEMO, 'D-0')
        program.quit()


def test_preferences_from_the_menu():
    """A page that was left through its menu is gone for assistive tools, too, and comes back"""
    with DESK.start('--demo') as program:
        hand = Keyboard(program)
        program.wait_for(None, OF_THE_DEMO)
        leave_by_menu(program, 'Preferences')
        program.wait_for('button', 'People')
        assert not program.told(OF_THE_DEMO, 'D-0'), program.told(OF_THE_DEMO, 'D-0')
        assert not program.told('StilePeoplePage')
        program.press('Escape')
        program.wait_for(None, 'Paused')
        assert not program.told(OF_THE_DEMO, 'D-0'), program.told(OF_THE_DEMO, 'D-0')
        program.press('Escape')
        hand.activate('button', 'People')
        program.wait_for(None, OF_THE_DEMO)
        program.quit()


def test_escape_in_the_menu_of_a_field():
    """The menu that every text field has leaves nothing behind, either"""
    with DESK.start('--demo') as program:
        program.wait_for(None, OF_THE_DEMO)
        program.press('shift+F10')
        program.wait_for(None, 'Select All')
        program.press('Escape')
        program.wait_for(None, 'Paused')
        assert not program.told(OF_THE_DEMO, 'D-0'), program.told(OF_THE_DEMO, 'D-0')
        program.press('Escape')
        program.wait_for(None, OF_THE_DEMO)
        program.quit()


def test_escape_with_a_calendar_open():
    """Drop-downs and calendars go as well, both those that are open and those that were"""
    with DESK.start('--demo') as program:
        hand = Keyboard(program)
        program.wait_for(None, OF_THE_DEMO)
        hand.choose_in_main_menu('Who did what')
        hand.go_to('combo box', 'What')
        program.press('space', 'Down', 'Return')
        wait(lambda: program.told('Exported'), 'drop-down')
        hand.activate('button', program.wait_for('button', re.compile('^From')).name)
        wait(lambda: program.told('Any day'), 'calendar')
        program.press('Escape')
        program.wait_for(None, 'Paused')
        wait(lambda: not program.told('Exported', 'Any day', OF_THE_DEMO), 'end of what was told')
        program.press('Escape')
        program.wait_for('combo box', 'What')
        program.press('ctrl+shift+l')
        program.wait_for('button', 'Unlock')
        assert not program.told('Exported', 'Any day'), program.told('Exported', 'Any day')
        program.quit()


def test_lock():
    """The lock takes a person's file away from assistive tools, too, and gives it back"""
    with DESK.start('--demo') as program:
        hand = Keyboard(program)
        program.wait_for(None, OF_THE_DEMO)
        program.type(OF_THE_DEMO.split()[0])
        program.press('Return')
        program.wait_for('button', 'Add a note…')
        assert program.told(OF_THE_DEMO) and program.told('D-0')
        program.press('ctrl+shift+l')
        program.wait_for('button', 'Unlock')
        assert not program.told(OF_THE_DEMO, 'D-0'), program.told(OF_THE_DEMO, 'D-0')
        hand.go_to('combo box', 'Adviser')  # Tab goes round the whole page
        hand.fill('Passphrase', PASSPHRASE_OF_THE_DEMO)
        hand.activate('button', 'Unlock')
        program.wait_for('button', 'Add a note…')
        assert program.told(OF_THE_DEMO)
        program.quit()


tap.run(test_escape, test_escape_on_the_people_page, test_escape_in_a_dialog,
        test_escape_in_a_menu, test_lock_from_the_menu, test_preferences_from_the_menu,
        test_escape_in_the_menu_of_a_field, test_escape_with_a_calendar_open, test_lock)
