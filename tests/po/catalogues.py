# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reads PO files, as msgmerge writes them, with the line of each message."""

import dataclasses
import pathlib
import re
import subprocess
import tempfile

STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*$')
ESCAPES = {'n': '\n', 't': '\t', '"': '"', '\\': '\\'}


@dataclasses.dataclass
class Message:
    line: int
    context: str = None
    id: str = ''
    plural: str = None
    strings: list = dataclasses.field(default_factory=list)
    flags: set = dataclasses.field(default_factory=set)
    remarks: str = ''  # for translators

    @property
    def key(self):
        return self.context, self.id

    @property
    def is_translated(self):
        return all(self.strings)


class Catalogue:
    """One PO file: its header as a dictionary, its comments above that, its messages."""

    def __init__(self, path, shown=None):
        self.path, self.shown = path, shown or str(path)
        text = path.read_text(encoding='utf-8')
        self.comment = text.partition('\nmsgid ')[0]
        messages = read(text)
        head = messages.pop(0)
        self.header = dict(line.split(': ', 1) if ': ' in line else (line.rstrip(':'), '')
                           for line in head.strings[0].splitlines())
        self.messages = messages
        self.language = path.stem


def unescape(text):
    return re.sub(r'\\(.)', lambda match: ESCAPES[match.group(1)], text)


def read(text):
    """The messages that are not obsolete."""
    messages, message, flags, remarks, part = [], None, set(), '', None
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith('#'):
            if line.startswith('#,'):
                flags |= {flag.strip() for flag in line[2:].split(',')}
            elif line.startswith('#.'):
                remarks += line[2:]
            continue
        word = line.partition(' ')[0]
        if word in ('msgctxt', 'msgid') and part != 'msgctxt':
            message = Message(number, flags=flags, remarks=remarks.strip())
            messages.append(message)
            flags, remarks = set(), ''
        if word and not word.startswith('"'):
            part = word
        if match := STRING.search(line):
            add(message, part, not line.startswith('"'), unescape(match.group(1)))
    return messages


def add(message, part, is_first, text):
    if part == 'msgctxt':
        message.context = (message.context or '') + text
    elif part == 'msgid':
        message.id += text
    elif part == 'msgid_plural':
        message.plural = (message.plural or '') + text
    elif is_first:
        message.strings.append(text)
    else:
        message.strings[-1] += text


def find(root):
    """Every catalogue of the project, with the name of its template."""
    for path in sorted(root.glob('po/*.po')):
        yield Catalogue(path, str(path.relative_to(root))), 'stile'
    for path in sorted(root.glob('assessment-forms/*/po/*.po')):
        yield Catalogue(path, str(path.relative_to(root))), path.parent.parent.name


def in_step(catalogue, template):
    """The messages of the template, with what the catalogue says of them today."""
    with tempfile.TemporaryDirectory(prefix='stile-po-') as folder:
        merged = pathlib.Path(folder) / 'merged.po'
        subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged,
                        catalogue.path, template], check=True)
        return Catalogue(merged).messages
