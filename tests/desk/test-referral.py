#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""The life of referrals, from three needs found to help that has started: services are chosen, the
person agrees, letters and the plan leave as PDFs, weeks go by, and nobody waits too long."""

import os
import re

import journey
from desk import BUILD, ROOT, Desk, HomeWithFileChooser, tap, wait
from hands import Keyboard, Pointer

DESK = Desk()
NAME = 'Grace Okafor'
REACH = 'Text only, 07700 900 187'
EXAMPLE = 'partner-in-the-room'
REFERRALS = 3
LATER = 40  # days: longer than any category lets somebody wait
SERVICES = ROOT / 'app' / 'directory' / 'demo' / 'services.json'
MAKE = re.compile('^Make this referral: ')
ASK = re.compile('^Ask the person: ')
AGREE = 'The person agrees to this'
WAITING = re.compile('waiting too long|Waiting too long')


def home_with_services():
    home = HomeWithFileChooser()
    journey.prepare_book(home)
    journey.stilectl('directory', 'import', '--directory',
                     journey.book(home).parent / 'directory.sqlite', SERVICES)
    return home


def go_to_day(home, days):
    """The same desk, so many days from now."""
    home.environment['LD_PRELOAD'] = str(BUILD / 'tests' / 'desk' / 'liblater.so')
    home.environment['STILE_LATER_DAYS'] = str(days)
    home.environment['ASAN_OPTIONS'] += ':verify_asan_link_order=0'


def assess(program, hand):
    """Ends on the result."""
    form = journey.Form()
    journey.start_assessment(program, hand, NAME)
    journey.answer_all(program, hand, form, form.example(EXAMPLE))
    hand.activate('button', journey.CHECK_ANSWERS)
    program.wait_for(None, 'Suggested referrals')


def choose_service(program, hand):
    """The best service for the first suggested referral that has none yet."""
    best = program.find_all('check box')[0]
    hand.activate('check box', best.name)
    button = program.wait_for('button', MAKE)
    program.assert_named()
    hand.activate('button', button.name)
    program.wait_until_gone('check box', best.name)
    return best.name.split(' · ')[0]


def agree(program, hand, letter=None):
    """From the person's page and back, with the letter on the way."""
    button = program.wait_for('button', ASK)
    hand.activate('button', button.name)
    program.wait_for('button', AGREE)
    program.assert_named()
    if letter:
        hand.fill('How to reach the person safely', REACH)
    hand.activate('button', AGREE)
    program.wait_for('button', 'Mark as sent…')
    if letter:
        journey.save_pdf(program, hand, letter)
    hand.go_back()
    program.wait_for('button', 'Add a note…')


def take_step(program, hand, next_step, step):
    """The next thing to do with a referral of the open person, and back."""
    button = program.wait_for('button', re.compile(f'^{next_step}: '))
    hand.activate('button', button.name)
    program.wait_for('button', step)
    program.assert_named()
    hand.activate('button', step)
    hand.activate('button', 'Save')
    program.wait_until_gone('button', step)
    hand.go_back()
    program.wait_for('button', 'Add a note…')


def open_person(program, hand):
    row = program.wait_for('list item', journey.named(NAME))
    hand.activate('list item', row.name)
    program.wait_for('button', 'Add a note…')


def statuses(home):
    return sorted(line.split()[2] for line in journey.stilectl(
        'refer', 'list', '--adviser', journey.ADVISER, '--passphrase-file', '-',
        journey.book(home), NAME, input=journey.PASSPHRASE + '\n').splitlines())


# ---- By keyboard ----

def first_day(home, letter, plan):
    with DESK.start(home=home) as program:
        hand = Keyboard(program)
        journey.unlock(program, hand)
        assess(program, hand)
        services = [choose_service(program, hand) for _ in range(REFERRALS)]
        program.press('ctrl+p')
        journey.save_pdf(program, hand, plan, below=2)
        hand.activate('button', 'Close')
        program.wait_until_gone('button', 'Save as PDF…')
        hand.go_back()
        agree(program, hand, letter)
        for _ in range(REFERRALS - 1):
            agree(program, hand)
        program.quit()
    return services


def check_paper(letter, plan, services):
    words = journey.read_pdf(letter)
    assert any(service in words for service in services), words
    for told in ('Please help this person', NAME, REACH):
        assert told in words, f'"{told}" is not in the letter:\n{words}'
    form = journey.Form()
    sensitive = form.example(EXAMPLE)
    assert not any(isinstance(answer, str) and len(answer) > 20 and answer in words
                   for answer in sensitive.values()), 'an answer is in the letter'
    words = journey.read_pdf(plan)
    for told in ('Your plan', NAME, 'Your adviser will ask', 'call 999'):
        assert told in words, f'"{told}" is not in the plan:\n{words}'


def many_days_later(home):
    """Nobody sent anything, nobody called: the person is waiting too long, until both is done."""
    go_to_day(home, LATER)
    with DESK.start(home=home) as program:
        hand = Keyboard(program)
        journey.unlock(program, hand)
        program.wait_for('list item', WAITING)
        open_person(program, hand)
        assert f'Not sent for {LATER} days' in program.words(), program.words()
        take_step(program, hand, 'Send it', 'Mark as sent…')
        hand.activate('button', 'People')
        hand.activate('list item', program.wait_for('list item', WAITING).name)
        hand.activate('button', f'Record a contact with {NAME}')
        program.wait_for('text', 'In words')
        program.type('We talked it over.')
        hand.activate('button', 'Save')
        program.wait_for(None, 'Nobody is waiting too long')
        program.quit()
    assert statuses(home) == ['draft', 'draft', 'sent']


def help_starts(home):
    go_to_day(home, LATER + 12)
    with DESK.start(home=home) as program:
        hand = Keyboard(program)
        journey.unlock(program, hand)
        open_person(program, hand)
        assert 'No reply in 12 days' in program.words(), program.words()
        take_step(program, hand, 'Note the answer', 'They said yes…')
        take_step(program, hand, 'Note the start', 'Help has started…')
        program.quit()
    assert statuses(home) == ['draft', 'draft', 'started']


def test_keyboard():
    """By keyboard: three needs, three services, letter and plan, and weeks later help starts"""
    home = home_with_services()
    letter, plan = (journey.book(home).parent / name for name in ('letter.pdf', 'plan.pdf'))
    services = first_day(home, letter, plan)
    check_paper(letter, plan, services)
    many_days_later(home)
    help_starts(home)


# ---- By pointer ----

def test_pointer():
    """By pointer, without a directory: a service is written in by name, agreed, sent"""
    home = HomeWithFileChooser()
    journey.prepare_book(home)
    with DESK.start(home=home) as program:
        journey.unlock(program, Keyboard(program))
        assess(program, Keyboard(program))
        hand = Pointer(program)
        hand.activate('button', 'Search or write in a service…')
        hand.fill('Name of the service', 'Night Bus Club')
        hand.activate('button', 'Use this service')
        hand.activate('button', wait(lambda: program.find('button', ASK), 'draft').name)
        hand.activate('button', AGREE)
        hand.activate('button', 'Mark as sent…')
        hand.activate('button', 'Save')
        program.wait_for('button', 'They said yes…')
        program.quit()
    assert statuses(home) == ['sent']


tap.run(test_keyboard, test_pointer)
