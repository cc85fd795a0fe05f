#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""After a day's work nothing of what people said lies about: thirty people are asked, printed and
exported, some erased, others searched for and begun at the screen, and both programs end by a
crash. Then two hundred things that were said are looked for wherever a program leaves something.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import time

import journey
from desk import BUILD, ROOT, Desk, Home, tap, wait
from hands import Keyboard

SCRIPTED_DAY = BUILD / 'tests' / 'desk' / 'scripted-day'
SAID_IN_THE_DAY = 180
SEARCHED_FOR = 19
STEM = 'quillon'
SAID = [f'{STEM}{number:03}brask' for number in range(SAID_IN_THE_DAY + SEARCHED_FOR + 1)]
BEGUN = SAID[-1]
# Whoever runs the tests may keep these lines in a file of their own: the test itself does.
OURS = {pathlib.Path(__file__).resolve()}


class Hunt:
    """Looks for what was said, and keeps where it looked. First for what all of it begins with:
    other programs may write a lot meanwhile, and hundreds of words take long to look for."""

    def __init__(self, words, since):
        def both(words):
            return [word.encode(code) for word in words for code in ('utf-8', 'utf-16-le')]
        self.stems, self.needles = both([STEM]), both(words)
        self.since = since
        self.looked, self.found = [], []

    def bytes(self, name, data):
        if any(stem in data for stem in self.stems):
            self.found += [f'{needle!r} in {name}' for needle in self.needles if needle in data]

    def folder(self, folder, *, only_new=False):
        count = 0
        for place, _, names in os.walk(folder):
            for name in names:
                path = pathlib.Path(place) / name
                try:
                    status = path.lstat()
                    if (path.resolve() in OURS or not path.is_file() or path.is_symlink()
                            or only_new and status.st_mtime < self.since):
                        continue
                    self.bytes(path, path.read_bytes())
                    count += 1
                except OSError:
                    continue
        self.looked.append(f'{folder}: {count} files')

    def mapped_files(self, process):
        """What the program has mapped or open, deleted files too."""
        count = 0
        for kind in ('map_files', 'fd'):
            for link in pathlib.Path(f'/proc/{process}/{kind}').glob('*'):
                try:
                    target = os.readlink(link)
                    if target.startswith(('/dev/', 'anon_inode', 'socket:', 'pipe:', '/proc/')):
                        continue
                    if target.startswith(('/usr/', '/lib', '/etc/')):
                        continue
                    self.bytes(target, link.read_bytes())
                    count += 1
                except OSError:
                    continue
        self.looked.append(f'mapped and open files of program {process}: {count}')

    def journal(self):
        if not shutil.which('journalctl'):
            self.looked.append('the journal: this machine has none')
            return
        told = subprocess.run(['journalctl', '--no-pager', '-o', 'cat', '--since',
                               f'@{int(self.since)}'], capture_output=True, check=False)
        self.bytes('the journal', told.stdout)
        self.looked.append(f'the journal: {len(told.stdout)} bytes')


def work_a_day(home, out, hunt):
    """The part without a window; the program is left as a crash leaves it."""
    folder = pathlib.Path(home.folder.name)
    form = ROOT / 'assessment-forms' / 'quick-needs' / 'form.xml'
    with open(folder / 'printed', 'w+b') as printed, subprocess.Popen(
            [SCRIPTED_DAY, journey.book(home), journey.ADVISER, journey.PASSPHRASE, form, out],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=printed, cwd=folder,
            env={**os.environ, **home.environment}) as day:
        day.stdin.write('\n'.join(SAID[:SAID_IN_THE_DAY]).encode() + b'\n')
        day.stdin.flush()
        assert day.stdout.readline() == b'done\n', printed.seek(0) or printed.read()
        hunt.mapped_files(day.pid)
        day.send_signal(signal.SIGABRT)
        day.wait()


def work_at_the_screen(home, hunt):
    """Searches, a new person, an answer; then the program crashes."""
    desk = Desk()
    with desk.start(home=home) as program:
        hand = Keyboard(program)
        journey.unlock(program, hand)
        for word in SAID[SAID_IN_THE_DAY:-1]:
            program.type(word)
            program.press('ctrl+a', 'BackSpace')
        journey.start_assessment(program, hand, BEGUN)
        form = journey.Form()
        label = wait(lambda: journey.shown_question(program, form), 'first question')
        journey.answer_question(program, hand, form, label, form.example('out-of-prison'))
        program.press('Escape')
        program.wait_for(None, 'Paused')
        titles = desk.xdotool('search', '--onlyvisible', '--pid', program.process.pid,
                              'getwindowname')
        hunt.bytes('window titles', ' '.join(titles).encode())
        hunt.mapped_files(program.process.pid)
        program.process.send_signal(signal.SIGABRT)
        program.process.wait()
        hunt.bytes('what the program printed', program.output().encode())
    desk.session.close()


def test_nothing_lies_about():
    """after a day's work, what people said is nowhere but in the sealed book"""
    home = Home()
    out = pathlib.Path(home.folder.name) / 'handed-over'
    out.mkdir()
    hunt = Hunt(SAID, time.time())
    journey.prepare_book(home)
    work_a_day(home, out, hunt)
    check_handed_over(out)
    shutil.rmtree(out)  # what was printed and exported went to the people
    work_at_the_screen(home, hunt)
    hunt.folder(home.folder.name)
    for folder in {os.environ.get('TMPDIR', '/tmp'), '/tmp', '/var/tmp', '/dev/shm', os.getcwd(),
                   os.environ.get('XDG_RUNTIME_DIR', '/tmp')}:
        hunt.folder(folder, only_new=True)
    hunt.journal()
    for place in hunt.looked:
        print(f'# looked at {place}')
    assert not hunt.found, '\n'.join(hunt.found[:20])


def check_handed_over(out):
    """The control: what is searched for is what was said, and would be found."""
    control = Hunt(SAID, 0)
    control.folder(out)
    found = {needle for needle in control.found if '.json' in needle}
    assert len(found) >= SAID_IN_THE_DAY, f'only {len(found)} things were said'


tap.run(test_nothing_lies_about)
