#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Looks for translations that are missing, fuzzy or broken: test-catalogues.py ROOT [CATALOGUE...]

With catalogues named, only those are looked at, which is quick while translating.
"""

import collections
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[1]).resolve()
sys.path.insert(0, str(ROOT / 'tests' / 'support'))

import catalogues  # noqa: E402
from checks import CHECKS  # noqa: E402
import tap  # noqa: E402

# Per cent that must be translated. A question half in one language helps nobody; a new sentence of
# the interface may wait for its twelve translators, but not for long.
LEAST_OF_FORMS = 100
LEAST_OF_INTERFACE = 97

INTERFACE = {'ar', 'bn', 'cy', 'es', 'fa', 'gu', 'pa', 'pl', 'pt', 'ro', 'uk', 'ur'}
LANGUAGES = {
    'stile': INTERFACE,
    'quick-needs': INTERFACE,
    'early-needs': {'ar', 'bn', 'cy', 'pl', 'ro', 'ur'},
    'early-needs-review': {'ar', 'bn', 'cy', 'pl', 'ro', 'ur'},
}

CHOSEN = {pathlib.Path(name).resolve() for name in sys.argv[2:]}
ALL = [(catalogue, template) for catalogue, template in catalogues.find(ROOT)
       if not CHOSEN or catalogue.path in CHOSEN]


def fail_with(faults):
    faults = list(faults)
    if faults:
        raise AssertionError('\n'.join(['', *faults]))


def test_languages():
    """Every language has its catalogues, and is in LINGUAS"""
    for template, wanted in LANGUAGES.items():
        folder = ROOT / ('po' if template == 'stile' else f'assessment-forms/{template}/po')
        found = {path.stem for path in folder.glob('*.po')}
        listed = set((folder / 'LINGUAS').read_text(encoding='utf-8').split())
        assert listed == found, f'{folder}: LINGUAS has {listed}, the folder {found}'
        assert wanted <= found, f'{folder}: {wanted - found} is missing'


def test_headers():
    """Every header says the language, how it counts, and whether it is a draft"""
    plurals = dict(line.split(' ', 1) for line in
                   (ROOT / 'po/plurals.txt').read_text(encoding='utf-8').splitlines()
                   if line and not line.startswith('#'))
    for catalogue, _ in ALL:
        header, shown = catalogue.header, catalogue.shown
        assert header['Language'] == catalogue.language, f'{shown}: {header["Language"]}'
        assert header['Plural-Forms'] == plurals[catalogue.language], f'{shown}: Plural-Forms'
        is_draft = header.get('X-Stile-Review') == 'draft'
        says_so = 'Draft: not yet reviewed by a native speaker.' in catalogue.comment
        assert is_draft == says_so, f'{shown}: the comment and X-Stile-Review differ'


def test_msgfmt():
    """msgfmt finds nothing wrong"""
    fail_with(line for catalogue, _ in ALL for line in subprocess.run(
        ['msgfmt', '--check', '--output-file=/dev/null', catalogue.path], text=True,
        capture_output=True, check=False).stderr.splitlines())


def test_messages():
    """No translation is fuzzy or broken"""
    fail_with(f'{catalogue.shown}:{message.line}: {fault}'
              for catalogue, _ in ALL for message in catalogue.messages if any(message.strings)
              for check in CHECKS for fault in check(message, catalogue.language))


def test_the_same_everywhere():
    """What two forms say in the same words, they say in the same words in any language"""
    found = collections.defaultdict(dict)
    for catalogue, template in ALL:
        for message in catalogue.messages:
            if template != 'stile' and message.is_translated:
                place = f'{catalogue.shown}:{message.line}'
                found[catalogue.language, message.id].setdefault(message.strings[0], place)
    fail_with(f'{" and ".join(places.values())}: “{source}” is translated in two ways: '
              + ' / '.join(places)
              for (_, source), places in found.items() if len(places) > 1)


def test_remarks():
    """What is put into a text as words, the sources tell translators"""
    with tempfile.TemporaryDirectory(prefix='stile-po-') as folder:
        subprocess.run([ROOT / 'po/templates.sh', folder], check=True)
        template = catalogues.Catalogue(pathlib.Path(folder) / 'po/stile.pot')
    fail_with(f'“{message.id}”: what is put in? Say so in a comment: /* Translators: … */'
              for message in template.messages if '%s' in message.id and not message.remarks)


def test_missing():
    """Enough is translated"""
    faults, shares = [], collections.defaultdict(list)
    with tempfile.TemporaryDirectory(prefix='stile-po-') as folder:
        subprocess.run([ROOT / 'po/templates.sh', folder], check=True)
        for catalogue, template in ALL:
            place = 'po' if template == 'stile' else f'assessment-forms/{template}/po'
            messages = catalogues.in_step(catalogue, f'{folder}/{place}/{template}.pot')
            translated = sum(message.is_translated for message in messages)
            share = 100 * translated // len(messages)
            least = LEAST_OF_INTERFACE if template == 'stile' else LEAST_OF_FORMS
            if share < least:
                faults.append(f'{catalogue.shown}: {share} % is translated, less than {least} %')
            shares[template].append(f'{catalogue.language} {share} %')
            print(f'# {catalogue.shown}: {translated} of {len(messages)}')
    for template, words in shares.items():
        print(f'# note: {template} is translated: {", ".join(words)}')
    fail_with(faults)


tap.run(test_languages, test_headers, test_msgfmt, test_messages, test_the_same_everywhere,
        test_remarks, test_missing)
