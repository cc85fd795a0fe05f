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

# Whether every catalogue must be complete. While drafts are being written, what is missing is only
# counted.
COMPLETE = False

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


def test_missing():
    """How much is translated"""
    missing, shares = 0, collections.defaultdict(list)
    with tempfile.TemporaryDirectory(prefix='stile-po-') as folder:
        subprocess.run([ROOT / 'po/templates.sh', folder], check=True)
        for catalogue, template in ALL:
            place = 'po' if template == 'stile' else f'assessment-forms/{template}/po'
            messages = catalogues.in_step(catalogue, f'{folder}/{place}/{template}.pot')
            translated = sum(message.is_translated for message in messages)
            missing += len(messages) - translated
            share = f'{catalogue.language} {100 * translated // len(messages)} %'
            shares[template].append(share)
            print(f'# {catalogue.shown}: {translated} of {len(messages)}')
    for template, words in shares.items():
        print(f'# note: {template} is translated: {", ".join(words)}')
    assert missing == 0 or not COMPLETE, f'{missing} texts are not translated'


tap.run(test_languages, test_headers, test_msgfmt, test_messages, test_the_same_everywhere,
        test_missing)
