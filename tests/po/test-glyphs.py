#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every letter of every catalogue is in the face that is named for its language, so that no face is
mixed into a word, and no box stands in for a letter: test-glyphs.py ROOT PRINT-FONTS"""

import collections
import functools
import pathlib
import subprocess
import sys
import unicodedata

ROOT = pathlib.Path(sys.argv[1]).resolve()
sys.path.insert(0, str(ROOT / 'tests' / 'support'))

import catalogues  # noqa: E402
import tap  # noqa: E402
from checks import SCRIPTS  # noqa: E402

# Never drawn: they join letters, part them, set pieces apart, or break lines.
INVISIBLE = set('\n\t\u200b\u200c\u200d\u2068\u2069')


@functools.cache
def letters_of(face):
    """The letters of an installed face; none for one that is not there."""
    family, _, charset = subprocess.run(
        ['fc-match', '--format=%{family}|%{charset}', face], text=True, capture_output=True,
        check=True).stdout.partition('|')
    if face != 'sans-serif' and face not in family.split(','):
        return frozenset()
    letters = set()
    for part in charset.split():
        first, _, last = part.partition('-')
        letters.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(map(chr, letters))


def faces_of(languages):
    lines = subprocess.run([sys.argv[2], *languages], text=True, capture_output=True,
                           check=True).stdout.splitlines()
    return {language: faces.split(', ') for language, faces in (line.split('\t') for line in lines)}


def written():
    """For each language, its letters with a place where each is written."""
    found = collections.defaultdict(dict)
    for catalogue, _ in catalogues.find(ROOT):
        for message in catalogue.messages:
            for letter in set(''.join(message.strings)) - INVISIBLE:
                found[catalogue.language].setdefault(letter, f'{catalogue.shown}:{message.line}')
    return found


def is_of_the_script(letter, language):
    return unicodedata.name(letter, '?').split()[0] == SCRIPTS.get(language, 'LATIN')


def own_face(language):
    """The first that has anything of what is written in the language's own script."""
    own = [letter for letter in WRITTEN[language] if is_of_the_script(letter, language)]
    return next((face for face in FACES[language]
                 if any(letter in letters_of(face) for letter in own)), FACES[language][0])


WRITTEN = written()
FACES = faces_of(sorted(WRITTEN))


def test_faces_are_installed():
    """The faces named for each language are installed"""
    missing = {face for faces in FACES.values() for face in faces[:-1] if not letters_of(face)}
    assert not missing, f'install fonts-noto-core: {missing}'


def test_letters():
    """The first face of the language's own script has every letter of it"""
    faults = [f'{place}: “{letter}” (U+{ord(letter):04X}) is not in {own_face(language)}'
              for language, letters in WRITTEN.items() for letter, place in letters.items()
              if is_of_the_script(letter, language)
              and letter not in letters_of(own_face(language))]
    assert not faults, '\n'.join(['', *faults])


def test_signs():
    """Digits, signs and names in other letters are in one of the faces named"""
    faults = [f'{place}: “{letter}” (U+{ord(letter):04X}) is in none of {FACES[language]}'
              for language, letters in WRITTEN.items() for letter, place in letters.items()
              if not any(letter in letters_of(face) for face in FACES[language])]
    assert not faults, '\n'.join(['', *faults])


def test_it_would_be_found():
    """A letter that a face does not have is seen: Nastaliq lacks this one of Sorani"""
    assert 'ڕ' not in letters_of('Noto Nastaliq Urdu')
    assert not letters_of('No Such Face')


tap.run(test_faces_are_installed, test_letters, test_signs, test_it_would_be_found)
