#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""A record book that cannot be used: clear words on the screen, the file as it was, no crash."""

import contextlib
import os
import sqlite3
import stat

import journey
from desk import Desk, Home, tap, wait
from hands import Keyboard

DESK = Desk()
NAME = 'Sam Reed'


def make_home():
    """A home with a record book in it."""
    home = Home()
    journey.book(home).parent.mkdir(parents=True)
    journey.stilectl('ledger', 'init', journey.book(home), '--station', journey.STATION,
                     '--adviser', journey.ADVISER, '--passphrase-file', '-',
                     input=journey.PASSPHRASE + '\n')
    return home


@contextlib.contextmanager
def opened(home):
    """The book as another program sees it."""
    connection = sqlite3.connect(journey.book(home), isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def assert_refused(home, *words):
    """The program says these words instead of opening the book, and leaves it as it was."""
    before = journey.book(home).read_bytes()
    with DESK.start(home=home) as program:
        program.wait_for(None, words[0])
        shown = program.words()
        for word in words:
            assert word in shown, f'"{word}" is not on the screen:\n{shown}'
        program.assert_named()
        program.quit()
    assert journey.book(home).read_bytes() == before, 'the file was changed'


def test_newer():
    """A book from a newer program is refused and left alone"""
    home = make_home()
    with opened(home) as connection:
        connection.execute('PRAGMA user_version = 9999')
        connection.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    assert_refused(home, 'This record book needs a newer Stile')


def test_truncated():
    """A book that lost its end is called damaged"""
    home = make_home()
    size = journey.book(home).stat().st_size
    os.truncate(journey.book(home), size // 2 - 100)
    assert_refused(home, 'The record book is damaged')


def test_not_a_book():
    """Another file is not taken for a book"""
    home = make_home()
    journey.book(home).write_bytes(b'Dear diary, this is no record book.\n' * 1000)
    assert_refused(home, 'This is not a record book')


def test_read_only():
    """A book that may only be read says so, and can be read"""
    home = make_home()
    journey.book(home).chmod(stat.S_IRUSR)
    journey.book(home).parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with DESK.start(home=home, wrapper=without_root_powers()) as program:
        hand = Keyboard(program)
        hand.fill('Passphrase', journey.PASSPHRASE)
        hand.activate('button', 'Unlock')
        program.wait_for(None, 'This record book can only be read. To start an assessment, open '
                               'one that can be changed.')
        assert 'sensitive' not in program.wait_for('button', 'New assessment').states
        program.quit()
    journey.book(home).parent.chmod(stat.S_IRWXU)


def without_root_powers():
    """Root may write to everything: in CI we have to take that away first."""
    return ['setpriv', '--bounding-set', '-dac_override'] if os.geteuid() == 0 else []


def test_locked():
    """While another program holds the book, an answer is kept and saved later"""
    form, home = journey.Form(), make_home()
    answers = form.example('out-of-prison')
    with DESK.start(home=home) as program:
        hand = Keyboard(program)
        journey.unlock(program, hand)
        journey.start_assessment(program, hand, NAME)
        label = wait(lambda: journey.shown_question(program, form), 'first question')
        question, _, choices = form.questions[label]
        with opened(home) as connection:
            connection.execute('BEGIN IMMEDIATE')
            hand.choose(choices[answers[question]])
            wait(lambda: 'Another program is using the record book' in program.words(),
                 'words about another program')
            assert 'Saved' not in program.words().split('\n')
            connection.execute('ROLLBACK')
        program.wait_for(None, 'Saved')
        program.kill()
        program.assert_quiet()
    stored, = journey.contents(home, 'answer')
    assert stored['value'] == answers[question], stored


tap.run(test_newer, test_truncated, test_not_a_book, test_read_only, test_locked)
