#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""An interview in Welsh, read aloud, on a computer without any speech service, as a kiosk is."""

import gettext
import pathlib
import re
import time

import journey
from desk import BUILD, Desk, Home, tap, wait
from hands import Keyboard

DESK = Desk()
LOUDSPEAKER = pathlib.Path(__file__).parent / 'loudspeaker.py'
# What the pipe to the loudspeaker holds, and what it has in hand: heard after the rest stopped.
UNDER_WAY = 65536 + 4096
STILL_SECONDS = 1


class Loud(Home):
    """A home with a loudspeaker."""

    def __init__(self):
        super().__init__()
        folder = pathlib.Path(self.folder.name)
        self.played = folder / 'played'
        configuration = folder / 'asound.conf'
        configuration.write_text(
            'pcm.nowhere { type null }\n'
            'pcm.!default { type file; slave.pcm nowhere; format raw\n'
            f'  file "|exec /usr/bin/python3 {LOUDSPEAKER} {self.played}" }}\n', encoding='utf-8')
        self.environment |= {'ALSA_CONFIG_PATH': str(configuration),
                             'PULSE_SERVER': 'unix:/nowhere',
                             'SPEECHD_ADDRESS': 'unix_socket:/nowhere/speechd',
                             'PATH': '/nowhere'}  # nor can one be started

    def heard(self):
        return self.played.stat().st_size if self.played.exists() else 0

    def wait_for_sound(self, before=0):
        wait(lambda: self.heard() > before, 'sound')

    def wait_for_quiet(self):
        """Until nothing more comes. Returns how much came in all."""
        size = -1
        while size != self.heard():
            size = self.heard()
            time.sleep(STILL_SECONDS)
        return size

    def files(self):
        return {path for path in pathlib.Path(self.folder.name).rglob('*')
                if 'forms' not in path.parts and path.suffix != '.stile-wal'}


def start_in_welsh(program, hand):
    """From the list of people to the first question, which is read at once."""
    hand.activate('button', 'New assessment')
    journey.fill_start_page(program, hand, 'Mair')
    journey.choose_language(program, 'cy')
    hand.activate('check box', 'Read the questions aloud')
    hand.activate('button', 'Continue')


def test_read_aloud():
    """Each question is read as it comes up, and Continue and Hide make it quiet"""
    home = Loud()
    journey.prepare_book(home)
    with DESK.start(home=home) as program:
        hand = Keyboard(program)
        journey.unlock(program, hand)
        files = home.files()
        start_in_welsh(program, hand)

        home.wait_for_sound()
        first = program.find('heading').name
        assert re.search(r'\b(y|yn|chi|eich)\b', first), f'{first} is not Welsh'
        hand.go_on()
        wait(lambda: program.find('heading') and program.find('heading').name != first, 'next')
        before = home.heard()
        home.wait_for_sound(before + UNDER_WAY)  # it reads on, the next question

        program.press('Escape')
        program.wait_for(None, gettext.translation('stile', BUILD / 'po', ['cy']).gettext('Paused'))
        at_escape = home.heard()
        after = home.wait_for_quiet()
        assert after - at_escape <= UNDER_WAY, f'{after - at_escape} bytes after Hide'

        program.press('Escape')
        program.press('alt+r')
        home.wait_for_sound(after + UNDER_WAY)  # it can be heard again: Hide did cut it short
        new = {path for path in home.files() - files if path != home.played}
        assert not new, new
        program.press('alt+r')
        program.quit()


tap.run(test_read_aloud)
