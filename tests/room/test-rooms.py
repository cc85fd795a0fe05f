#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""The walls of the house: an include that a room may not use does not compile there.

    test-rooms.py ROOT BUILD-FOLDER

Every include of the table is compiled with the very command that builds the sources of the room.
An allowed one that does compile shows that it is the wall that refuses the other.
"""

import json
import pathlib
import shlex
import subprocess
import sys

ROOT, BUILD = map(pathlib.Path, sys.argv[1:])
sys.path.insert(0, str(ROOT / 'tests' / 'support'))

import lint  # noqa: E402
import tap  # noqa: E402

# room: what it may use, and what it may not.
WALLS = {
    'app/words': (['words.h', 'script.h'],
                  ['form-library.h', 'answer.h', 'ledger.h', 'pango/pango.h', 'gtk/gtk.h']),
    'app/form': (['form.h', 'libxml/parser.h'],
                 ['answer.h', 'ledger.h', 'json-glib/json-glib.h', 'gtk/gtk.h']),
    'app/assess': (['interview.h', 'form.h', 'json-glib/json-glib.h'],
                   ['libxml/parser.h', 'ledger.h', 'casework.h', 'gtk/gtk.h']),
    'app/ledger': (['ledger.h', 'sqlite3.h', 'sodium.h'],
                   ['form-library.h', 'answer.h', 'casework.h', 'libxml/parser.h', 'gtk/gtk.h']),
    'app/directory': (['directory.h', 'sqlite3.h', 'json-glib/json-glib.h'],
                      ['form-library.h', 'answer.h', 'ledger.h', 'casework.h', 'libxml/parser.h',
                       'gtk/gtk.h']),
    'app/casework': (['casework.h', 'result.h', 'ledger.h', 'service-match.h'],
                     ['plan.h', 'libxml/parser.h', 'pango/pango.h', 'gtk/gtk.h']),
    'app/report': (['plan.h', 'casework.h', 'cairo-pdf.h'],
                   ['libxml/parser.h', 'window.h', 'gtk/gtk.h', 'adwaita.h']),
    'app/speech': (['reader.h', 'gio/gunixsocketaddress.h'],
                   ['interview.h', 'casework.h', 'words.h', 'gtk/gtk.h']),
    'app/ctl': (['plan.h', 'casework.h'], ['window.h', 'gtk/gtk.h', 'adwaita.h']),
    'ui': (['adwaita.h', 'plan.h', 'casework.h'], ['libxml/parser.h']),
}

# These lie directly in /usr/include, where every compiler looks: here lint is the wall.
OPEN_TO_COMPILERS = {
    'sqlite3.h': ('app/ledger', 'app/directory'),
    'sodium.h': ('app/ledger',),
    'archive.h': ('app/directory',),
    'espeak-ng/speak_lib.h': ('app/speech',),
    'pcaudiolib/audio.h': ('app/speech',),
}


def commands():
    """The compile command of one source of each room."""
    found = {}
    for entry in json.loads((BUILD / 'compile_commands.json').read_text(encoding='utf-8')):
        source = (pathlib.Path(entry['directory']) / entry['file']).resolve()
        for room in WALLS:
            if source.is_relative_to(ROOT.resolve() / room):
                found[room] = shlex.split(entry['command'])
    return found


def compiles(command, header):
    """Whether a source that includes the header compiles, given the command of another source."""
    flags = [word for word in command if not word.startswith('-M')]
    for option in ('-o', '-MF', '-MQ', '-c'):
        if option in flags:
            position = flags.index(option)
            del flags[position:position + 2]
    flags = [word for word in flags if not word.endswith(('.d', '.c', '.o'))]
    done = subprocess.run([*flags, '-fsyntax-only', '-x', 'c', '-'], cwd=BUILD, text=True,
                          input=f'#include <{header}>\n', capture_output=True, check=False)
    if done.returncode and f'{header}: No such file' not in done.stderr:
        raise AssertionError(f'{header} failed for another reason:\n{done.stderr}')
    return done.returncode == 0


def wall_test(room, found):
    def test():
        command = found[room]
        allowed, forbidden = WALLS[room]
        for header in allowed:
            assert compiles(command, header), f'{room} cannot include {header}'
        for header in forbidden:
            assert not compiles(command, header), f'{room} can include {header}'
    test.__doc__ = f'{room} sees its own libraries and no others'
    return test


def test_lint():
    """SQLite, libsodium and libarchive are kept in their rooms by lint"""
    for header, rooms in OPEN_TO_COMPILERS.items():
        line = [f'#include <{header}>']
        for room in WALLS:
            faults = list(lint.include_faults(f'{room}/book.c', line))
            assert bool(faults) != (room in rooms), f'{header} in {room}'


def test_parent_folder():
    """No include climbs out of its room"""
    assert list(lint.include_faults('ui/window.c', ['#include "../app/form/form.h"']))
    assert not list(lint.include_faults('ui/window.c', ['#include "form.h"']))


COMMANDS = commands()
tap.run(*(wall_test(room, COMMANDS) for room in WALLS), test_lint, test_parent_folder)
