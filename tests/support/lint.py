#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""The rules that hold for every source file, as tests: lint.py ROOT STILECTL READING-AGES

A rule is a function that yields a fault for each place that breaks it. The compiler sees most of
what must not be; here is what it cannot see.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FOLDERS = ('app', 'ui', 'tests', 'po', 'assessment-forms', '.ci')
WITH_LICENCE = {'.c', '.h', '.py', '.ui', '.css', '.xml', '.xsd', '.in', '.its', '.loc', '.sql',
                '.sh', ''}
PROSE = {'.c', '.h', '.py', '.sh', '.css', '.sql', '.build', ''}

# Which rooms may use a library's headers. Those that lie directly in /usr/include are found by the
# compiler from everywhere, so that only this rule keeps them in their rooms.
HEADERS = {
    r'sqlite3\.h': ('app/ledger/', 'app/directory/', 'tests/ledger/', 'tests/directory/',
                   'tests/ui/', 'tests/bench/'),
    r'sodium(\.h|/.*)': ('app/ledger/', 'tests/ledger/', 'tests/bench/'),
    r'archive(_entry)?\.h': ('app/directory/', 'tests/directory/'),
    r'libxml/.*': ('app/form/', 'tests/form/', 'tests/bench/'),
    r'(gtk/.*|gdk/.*|gsk/.*|adwaita\.h)': ('ui/', 'tests/ui/', 'tests/bench/', 'tests/support/'),
    r'(pango|cairo).*': ('app/report/', 'ui/', 'tests/report/', 'tests/ui/', 'tests/bench/'),
    r'(espeak-ng|pcaudiolib)/.*': ('app/speech/',),
    r'qrencode\.h': ('app/report/', 'tests/report/'),
    r'json-glib/.*': ('app/assess/', 'app/ledger/', 'app/directory/', 'app/casework/', 'app/ctl/',
                        'tests/'),
}

# What is a form, and those that are broken on purpose.
FORMS = r'assessment-forms/.*/form\.xml'
BROKEN = 'tests/form/broken/'

MOST_LINES = 600
MOST_LINES_OF_MAIN = 50
MOST_COLUMNS = 100
MARK = re.compile(r'\b(TO' r'DO|FIX' r'ME|XX' r'X|HA' r'CK)\b')
SAYS_IT_ALL = r'stile_\w+_(new \(void|(free|copy|clear|equal|is|ref|unref|get_\w+) \()'
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')


class Sources:
    """Every file that people write, by its path from the root."""

    def __init__(self, root):
        self.root = root
        self.paths = sorted(
            path for path in [*root.glob('*'), *(p for f in FOLDERS for p in (root / f).rglob('*'))]
            if path.is_file() and '__pycache__' not in path.parts)
        self.names = [str(path.relative_to(root)) for path in self.paths]

    def matching(self, *suffixes):
        return [name for name in self.names if pathlib.PurePath(name).suffix in suffixes]

    def lines(self, name):
        return (self.root / name).read_text(encoding='utf-8').splitlines()


def licence(sources):
    """every source names its authors and its licence at the top"""
    for name in sources.matching(*WITH_LICENCE):
        path = pathlib.PurePath(name)
        if path.name.isupper() or path.name.startswith('.') or re.match('tests/.*xml', name):
            continue  # the form itself is what a test of forms is about
        top = '\n'.join(sources.lines(name)[:5])
        for line in ('SPDX-FileCopyrightText: ', 'SPDX-License-Identifier: GPL-3.0-or-later'):
            if line not in top:
                yield f'{name}:1: write "{line.strip()}" into the first lines'


def include_faults(name, lines):
    """What is wrong with the includes of one file."""
    for number, line in enumerate(lines, 1):
        if not (match := INCLUDE.match(line)):
            continue
        header = match.group(1)
        if '../' in header:
            yield f'{name}:{number}: include {pathlib.PurePath(header).name} by its name alone'
        for pattern, rooms in HEADERS.items():
            if re.fullmatch(pattern, header) and not name.startswith(rooms):
                yield f'{name}:{number}: {header} may only be used in {", ".join(rooms)}'


def includes(sources):
    """each room uses only the libraries that are its own"""
    for name in sources.matching('.c', '.h'):
        yield from include_faults(name, sources.lines(name))


def length(sources):
    """files stay short"""
    for name in sources.matching('.c', '.h', '.py', '.ui', '.css', ''):
        most = MOST_LINES_OF_MAIN if name.endswith('/main.c') else MOST_LINES
        if name != 'COPYING' and (count := len(sources.lines(name))) > most:
            yield f'{name}:{most}: {count} lines; split it by meaning'


def layout(sources):
    """lines are short, have no tabs and no blanks at their end, and C no two empty ones"""
    for name in sources.matching(*PROSE):
        if name == 'COPYING':
            continue
        lines = sources.lines(name)
        if name.endswith(('.c', '.h')):
            for number, pair in enumerate(zip(lines, lines[1:]), 2):
                if not any(pair):
                    yield f'{name}:{number}: a second empty line'
        for number, line in enumerate(lines, 1):
            if len(line) > MOST_COLUMNS:
                yield f'{name}:{number}: longer than {MOST_COLUMNS} columns'
            if '\t' in line or line != line.rstrip():
                yield f'{name}:{number}: a tab, or blanks at the end'


def marks(sources):
    """nothing is left to be done later"""
    for name in sources.matching(*PROSE):
        for number, line in enumerate(sources.lines(name), 1):
            if MARK.search(line):
                yield f'{name}:{number}: do it, or write an issue'


def doc_comments(sources):
    """a public function, or the group it stands in, says what it does"""
    declaration = re.compile(r'^[A-Za-z].*[ *]stile_\w+ \(')
    for name in sources.matching('.h'):
        if not name.startswith('app/'):
            continue
        lines = sources.lines(name)
        for number, line in enumerate(lines):
            group = number
            while group > 0 and lines[group - 1].strip():
                group -= 1
            in_words = any('*/' in text for text in lines[group:number])
            told = line.startswith('GQuark') or in_words or name_says_it(line)
            if declaration.match(line) and not told:
                yield f'{name}:{number + 1}: say what it does, in a comment before it'


def name_says_it(line):
    return re.search(SAYS_IT_ALL, line) is not None


def translations(sources):
    """every file with words for people is on the translators' list"""
    listed = [line for name in ('po/POTFILES', 'po/POTFILES.skip') for line in sources.lines(name)
              if line and not line.startswith('#')]
    spoken = re.compile(r'\bN?C?_\("|\bngettext \(|translatable="(yes|true)"|<summary>')
    for name in sources.matching('.c', '.ui', '.in'):
        if not name.startswith(('app/', 'ui/')):
            continue
        if name not in listed and any(spoken.search(line) for line in sources.lines(name)):
            yield f'po/POTFILES:1: add {name}'
    for name in listed:
        if name not in sources.names:
            yield f'po/POTFILES:1: there is no {name}'


def marking(sources):
    """words for people are marked in one way, as GNOME does: _("…"), without a blank"""
    for name in sources.matching('.c', '.h'):
        for number, line in enumerate(sources.lines(name), 1):
            if re.search(r'\bN?C?_ \(', line):
                yield f'{name}:{number}: write _(…), N_(…), C_(…) and NC_(…) without a blank'


def run(sources, *command):
    """The faults that a program reports."""
    done = subprocess.run(command, cwd=sources.root, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        yield from done.stdout.splitlines() or [f'{command[0]}: exit code {done.returncode}']


def xml(sources):
    """every XML file is well-formed"""
    names = [name for name in sources.matching('.ui', '.xml', '.xsd', '.svg', '.its', '.loc')
             if not name.startswith(BROKEN)]
    if names:
        yield from run(sources, 'xmllint', '--noout', '--nonet', *names)


def schema(sources):
    """every form follows the schema that editors use"""
    names = [name for name in sources.names if re.fullmatch(FORMS, name)]
    if names:
        yield from (line for line in run(sources, 'xmllint', '--noout', '--nonet', '--schema',
                                         'assessment-forms/form.xsd', *names)
                    if not line.endswith(' validates'))


def desktop_files(sources):
    """the desktop can read what we tell it about the program"""
    commands = {'.desktop.in': ['desktop-file-validate'],
                '.metainfo.xml.in': ['appstreamcli', 'validate', '--no-net']}
    with tempfile.TemporaryDirectory() as folder:
        for ending, command in commands.items():
            for name in sources.names:
                if name.endswith(ending):  # both tools insist on the name that will be installed
                    copy = pathlib.Path(folder) / pathlib.Path(name).stem
                    shutil.copy(sources.root / name, copy)
                    yield from run(sources, *command, copy)


def forms(sources, stilectl):
    """every form is without fault"""
    names = [name for name in sources.names if re.fullmatch(FORMS, name)]
    if names:
        yield from run(sources, pathlib.Path(stilectl).resolve(), 'check', *names)


def reading_ages(sources, program):
    """every question can be read at nine"""
    names = [name for name in sources.names if re.fullmatch(FORMS, name)]
    if not names:
        return [], []
    done = subprocess.run([pathlib.Path(program).resolve(), *names], cwd=sources.root, text=True,
                          capture_output=True, check=False)
    faults = done.stderr.splitlines()
    if done.returncode != 0 and not faults:
        faults = [f'{program}: exit code {done.returncode}']
    return faults, done.stdout.splitlines()


def main(root, stilectl, reading_ages_program):
    sources = Sources(pathlib.Path(root).resolve())
    rules = [licence, includes, length, layout, marks, doc_comments, translations, marking,
             xml, schema, desktop_files]
    checks = [(rule.__doc__, list(rule(sources)), []) for rule in rules]
    checks.append((forms.__doc__, list(forms(sources, stilectl)), []))
    checks.append((reading_ages.__doc__, *reading_ages(sources, reading_ages_program)))
    print(f'1..{len(checks)}')
    for number, (title, faults, remarks) in enumerate(checks, 1):
        print(f'{"not ok" if faults else "ok"} {number} - {title}')
        for line in remarks + faults:
            print(f'#   {line}')
    return 1 if any(faults for _, faults, _ in checks) else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
