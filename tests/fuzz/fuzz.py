#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Looks for inputs that break a promise: fuzz.py ROOT BUILD SECONDS

Runs each fuzz program that many seconds, from the committed corpus, from what earlier runs kept in
BUILD, and from seeds: the forms of the repository, the answers of their examples, and the
conditions in the forms and in the tests of the language. Prints runs and coverage; fails
on a finding.
"""

import html
import json
import os
import pathlib
import re
import subprocess
import sys

PROGRAMS = ('answers', 'backup', 'book', 'catalogue', 'entries', 'expression', 'form', 'services',
            'slots')
CONDITION = re.compile(r'\b(?:relevant|constraint|value|when)="([^"]*)"')
ROW = re.compile(r'\{ "((?:[^"\\]|\\.)*)", "')
WORD = re.compile(r'<[\w-]+|\b[\w-]+(?==")|"[\w-]{1,20}"|\$?[a-z][\w-]*\(?')
PROGRESS = re.compile(r'#\d+\s|\s+NEW_FUNC')
# These keep a record book or a directory from one input to the next, which libFuzzer takes for a
# leak to look for each time. The replay of their corpus finds leaks.
KEEPING = ('backup', 'book', 'entries', 'services', 'slots')
# Record books of a second's life need no disk.
FAST_FILES = {'TMPDIR': '/dev/shm'} if os.access('/dev/shm', os.W_OK) else {}
COVERAGE = re.compile(r'#(\d+)\s+\w+\s+cov: (\d+) ft: (\d+) corp: (\d+)')


def form_files(root):
    return sorted([*root.glob('assessment-forms/*/form.xml'), *root.glob('tests/**/*.xml')])


def seeds(root):
    """What a program starts from besides its corpus."""
    forms = [path.read_text(encoding='utf-8', errors='replace') for path in form_files(root)]
    examples = [json.loads(path.read_bytes()) for path in
                sorted(root.glob('assessment-forms/*/examples/*.json'))]
    table = (root / 'tests/form/test-expression.c').read_text(encoding='utf-8')
    return {
        'answers': [json.dumps(example['answers'], ensure_ascii=False) for example in examples],
        'catalogue': [path.read_text(encoding='utf-8') for path in
                      sorted(root.glob('assessment-forms/quick-needs/po/*.po'))],
        'expression': [html.unescape(found) for form in forms for found in CONDITION.findall(form)]
                      + [row.replace('\\"', '"') for row in ROW.findall(table)],
        'form': forms,
    }


def write_seeds(folder, texts):
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(dict.fromkeys(texts)):
        (folder / f'{number:04}').write_text(text, encoding='utf-8')


def write_dictionary(path, texts):
    """The words of the seeds, so that they need not be guessed; a file of none is refused."""
    found = {word for text in texts for word in WORD.findall(text) if word.isascii()}
    words = sorted({'stile'} | found)
    quoted = (word.replace('\\', '\\\\').replace('"', '\\"') for word in words)
    path.write_text(''.join(f'"{word}"\n' for word in quoted), encoding='utf-8')


def fuzz(root, build, name, texts, seconds):
    """Runs one program. Whether it found nothing."""
    place = build / 'fuzzing' / name
    kept, findings, dictionary = place / 'kept', place / 'findings', place / 'words'
    kept.mkdir(parents=True, exist_ok=True)
    findings.mkdir(parents=True, exist_ok=True)
    write_seeds(place / 'seeds', texts)
    write_dictionary(dictionary, texts)
    done = subprocess.run(
        [build / f'tests/fuzz/fuzz-{name}', f'-max_total_time={seconds}', '-timeout=10',
         f'-detect_leaks={0 if name in KEEPING else 1}', f'-dict={dictionary}',
         f'-artifact_prefix={findings}/', '-print_final_stats=1',
         kept, root / 'tests/fuzz/corpus' / name, place / 'seeds'],
        env={**os.environ, **FAST_FILES, 'G_DEBUG': 'fatal-warnings',
             'G_TEST_SRCDIR': str(root / 'tests'), 'STILE_FORMS': str(root / 'assessment-forms')},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    log = done.stdout.decode(errors='replace')
    if reached := COVERAGE.findall(log):
        runs, edges, features, inputs = reached[-1]
        print(f'{name}: {runs} runs, {edges} edges of the code, {features} features, '
              f'{inputs} inputs worth keeping', flush=True)
    if done.returncode != 0:
        told = '\n'.join(line for line in log.splitlines() if not PROGRESS.match(line))
        print(f'{name}: a finding, kept in {findings}\n{told[-6000:]}', flush=True)
    return done.returncode == 0


def main(root, build, seconds):
    root, build = pathlib.Path(root).resolve(), pathlib.Path(build).resolve()
    texts = seeds(root)
    done = [fuzz(root, build, name, texts.get(name, ()), seconds) for name in PROGRAMS]
    return 0 if all(done) else 1


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
