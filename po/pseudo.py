#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Makes the catalogue of qps, an invented language, of a template:

    pseudo.py TEMPLATE CATALOGUE       a PO file
    pseudo.py --interface CATALOGUE    a MO file of all that the program says

Each text gets accents, two fifths more length, and brackets. So what has no brackets on the screen
was never given to translators, and what is cut off there will be cut off in a longer language.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

LETTERS = str.maketrans('AaCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz',
                        'ÁáÇçĐđÉéĞğĤĥÍíĴĵĶķĻļÑñÓóŔŕŠšŢţÚúŴŵÝýŽž')
# What stands for something else stays: placeholders, markup, entities, escapes, keys.
KEPT = re.compile(r"%(?:\d+\$)?[-_+#0']*\d*(?:\.\d+)?[hlzjt]*[A-Za-z%]|\{[^{}]*\}|<[^<>]*>"
                  r'|&#?\w+;|\\.|_[A-Za-z]')
HEADER = r'''msgid ""
msgstr ""
"Project-Id-Version: stile\n"
"Language: qps\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"X-Stile-Review: draft\n"
'''


def expand(text):
    """The text in qps. Blanks and ends of lines at its ends stay there."""
    before, text, after = re.fullmatch(r'((?:\\n| )*)(.*?)((?:\\n| )*)', text).groups()
    if not re.search('[A-Za-z]', KEPT.sub('', text)):
        return before + text + after
    parts, end = [], 0
    for kept in KEPT.finditer(text):
        parts += [text[end:kept.start()].translate(LETTERS), kept.group()]
        end = kept.end()
    parts.append(text[end:].translate(LETTERS))
    more = '·' * -(-2 * len(KEPT.sub('', text)) // 5)
    return f'{before}[{"".join(parts)}{more}]{after}'


def translate(template):
    """A PO file. msgen fills in what is to translate; what it wraps is made one line first."""
    filled = subprocess.run(['msgen', '--no-wrap', '--lang=qps', template], text=True,
                            capture_output=True, check=True).stdout
    messages = filled.split('\n\n')[1:]
    joined = re.sub(r'"\n"', '', '\n\n'.join(messages))
    lines = [re.sub(r'^(msgstr(?:\[\d\])?) "(.*)"$',
                    lambda line: f'{line[1]} "{expand(line[2])}"', line)
             for line in joined.splitlines() if not line.startswith('#')]
    return HEADER + '\n' + '\n'.join(lines) + '\n'


def translate_interface(catalogue):
    with tempfile.TemporaryDirectory(prefix='stile-pseudo-') as folder:
        subprocess.run([pathlib.Path(__file__).resolve().parent / 'templates.sh', folder],
                       check=True)
        po = pathlib.Path(folder) / 'qps.po'
        po.write_text(translate(f'{folder}/po/stile.pot'), encoding='utf-8')
        subprocess.run(['msgfmt', f'--output-file={catalogue}', po], check=True)


if __name__ == '__main__':
    if sys.argv[1] == '--interface':
        translate_interface(sys.argv[2])
    else:
        pathlib.Path(sys.argv[2]).write_text(translate(sys.argv[1]), encoding='utf-8')
