# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""What can be wrong with a translation. Each check gives a sentence for every fault it finds."""

import collections
import re
import unicodedata

# How Unicode names the letters of each script.
SCRIPTS = {'ar': 'ARABIC', 'bn': 'BENGALI', 'fa': 'ARABIC', 'gu': 'GUJARATI', 'pa': 'GURMUKHI',
           'uk': 'CYRILLIC', 'ur': 'ARABIC'}
# Letters that look like one of the language but are another's: searching and screen readers fail.
FOREIGN = {
    'ar': {'ی': 'ي', 'ک': 'ك', 'ہ': 'ه', 'ے': 'ي'},
    'fa': {'ي': 'ی', 'ك': 'ک', 'ى': 'ی', 'ہ': 'ه'},
    'ur': {'ي': 'ی', 'ك': 'ک', 'ى': 'ی', 'ه': 'ہ', 'ة': 'ۃ'},
    'ro': {'ş': 'ș', 'ţ': 'ț', 'Ş': 'Ș', 'Ţ': 'Ț'},
    'uk': {letter: 'a Ukrainian letter' for letter in 'ыэёъЫЭЁЪ'},
}
# Names that stay as they are in any script.
NAMES = set('''
  Alt Backspace CSV Ctrl CV Enter Escape ESA GP HTML JSON Left Right LN NHS Open Referral PDF
  PIP PO QR Shift Stile Tab UK URL USB UTF Windows stile stilectl swap zip json csv html https
  en pt BR de
'''.split())

PLACEHOLDER = re.compile(r'%(?:\d+\$)?[-+ #0]*\d*(?:\.\d+)?[hlzjt]*[diouxXeEfFgGcsp%]|\{[^{}]*\}')
MNEMONIC = re.compile(r'(?<![_\w])_(?=\w)|(?<=\w)_(?=\w)|(?<=\()_(?=\w)')
# What an office calls a benefit, so that a person finds it on their letters.
KEPT = {'Universal Credit', "Jobseeker's Allowance (JSA)", 'Income Support',
        'Employment and Support Allowance (ESA)'}
DATE = re.compile(r'%[-_0^#]?[A-Za-z]')
# A stretch of English words inside another script.
ENGLISH = re.compile(r"[A-Za-z]+(?:[ '’/.-]+[A-Za-z]+)*")
OPENING = '“"‘«([⁨'
CLOSING = '"\')]”’»』」\u2069'
# Signs that end a sentence, with those of other scripts that stand for them.
ENDINGS = {'.': '.۔।', '?': '?؟', '!': '!', ':': ':', '…': '…', ';': ';', ',': ',،'}
MARK = '\u200f'  # which makes a line run from the right
# Blanks of other widths, and what is never drawn and has no work to do.
UNSEEN = re.compile('[\u00ad\u2000-\u200b\u2028\u2029\u202f\ufeff\ufffd]')
THOUSANDS = re.compile(r'(?<=\d)[,.\u00a0](?=\d{3}(?!\d))')
ISOLATED = re.compile('\u2068[^\u2069]*\u2069')
# To call, a day, or what a backup's paper tells; not a postcode, which begins with its letters.
GROUPED = re.compile(r'(?<![A-Za-z0-9])\+?\d[\da-f]*(?:[ -][\da-f]*\d[\da-f]*)+')
BIDI = re.compile('[\u200e\u200f\u202a-\u202e\u2066\u2067]')


def texts(message):
    """Each translation with what it translates: for plurals, either form may be meant."""
    for string in message.strings:
        yield string, [message.id] + ([message.plural] if message.plural else [])


def check_flags(message, language):
    if 'fuzzy' in message.flags:
        yield 'it is fuzzy: read it again and take the mark out'


def check_placeholders(message, language):
    for string, sources in texts(message):
        found = sorted(re.sub(r'\d+\$', '', part) for part in PLACEHOLDER.findall(string))
        wanted = [sorted(PLACEHOLDER.findall(source)) for source in sources]
        if found not in wanted:
            yield f'“{string}” has the placeholders {found}, not {wanted[-1]}'


def check_order(message, language):
    """Placeholders that stand for different things keep their order, or say their number."""
    for string, sources in texts(message):
        found = [part for part in PLACEHOLDER.findall(string) if part[0] == '%']
        if any('$' in part for part in found):
            continue
        if not any(found == [part for part in PLACEHOLDER.findall(source) if part[0] == '%']
                   for source in sources):
            yield f'“{string}” has its placeholders in another order: write %1$s and so on'


def check_blanks(message, language):
    for string, sources in texts(message):
        for blanks in (lambda text: text[:len(text) - len(text.lstrip())],
                       lambda text: text[len(text.rstrip()):]):
            if blanks(string) not in map(blanks, sources):
                yield f'“{string}” begins or ends with other blanks'
        if '  ' in string and not any('  ' in source for source in sources):
            yield f'“{string}” has two blanks in a row'


def script_of(letter):
    return unicodedata.name(letter, '?').split()[0]


def is_name(match, string, sources):
    """Whether English words may stand in a text of another script: as in the source, and either
    with a capital, or in quotation marks or brackets."""
    words = match.group()
    if all(word in NAMES for word in re.findall(r'[A-Za-z]+', words)):
        return True
    before = string[:match.start()].rstrip()[-1:]
    return (any(words in source for source in sources)
            and (words != words.lower() or len(words) == 1 or before in OPENING or before == '-'
                 or before.isdigit()))


def check_script(message, language):
    wanted = SCRIPTS.get(language, 'LATIN')
    for string, sources in texts(message):
        string = DATE.sub(' ', PLACEHOLDER.sub(' ', string))
        if message.id in KEPT and string == message.id:
            continue
        scripts = collections.defaultdict(set)
        for word in re.findall(r'[^\W\d_]+', string):
            found = {script_of(letter) for letter in word}
            for script in found:
                scripts[script].add(word)
            if found == {'CYRILLIC', 'LATIN'}:
                yield f'“{word}” has letters that only look like those around them'
        for script in scripts.keys() - {wanted, 'LATIN', 'MODIFIER', 'FEMININE', 'MASCULINE'}:
            yield f'“{scripts[script].pop()}” is written in {script.title()} letters'
        if wanted == 'LATIN':
            continue
        for match in ENGLISH.finditer(string):
            if not is_name(match, string, sources):
                yield f'“{match.group()}” is not translated'
        if not scripts[wanted] and any(len(word) > 1 for word in scripts['LATIN'] - NAMES):
            yield f'“{string}” is not translated'


def check_letters(message, language):
    for string, sources in texts(message):
        for letter, right in FOREIGN.get(language, {}).items():
            if letter in string:
                yield f'“{letter}” (U+{ord(letter):04X}) is a letter of another language: {right}'
        for letter in set(UNSEEN.findall(string)) - set(''.join(sources)):
            yield f'U+{ord(letter):04X} cannot be seen: take it out'
        if unicodedata.normalize('NFC', string) != string:
            yield f'“{string}” is not in Unicode normal form C'
        if BIDI.search(string.removeprefix(MARK)):
            yield 'only U+2068 and U+2069 may set a piece apart: the program does the rest'
        if string.count('\u2068') != string.count('\u2069'):
            yield 'U+2068 opens a piece of another direction, and U+2069 must close it'


def figures_of(text):
    return sorted(re.findall(r'\d+', THOUSANDS.sub('', PLACEHOLDER.sub(' ', text))))


def check_figures(message, language):
    """A number to call with one figure wrong helps nobody. What is said in words may be a number in
    another language."""
    for string, sources in texts(message):
        found, wanted = figures_of(string), [figures_of(source) for source in sources]
        if found not in wanted and all(wanted):
            yield f'“{string}” has the figures {found}, not {wanted[-1]}'
        if any(letter.isdecimal() and not letter.isascii() for letter in string):
            yield f'“{string}” has other digits than 0–9'


def check_numbers(message, language):
    """Between Arabic letters 116 123 would be read as 123 116."""
    for string, _ in texts(message):
        for number in GROUPED.findall(ISOLATED.sub(' ', string)):
            if SCRIPTS.get(language) == 'ARABIC':
                yield f'“{number}” needs U+2068 before it and U+2069 behind, to keep its order'


def first_strong(string):
    """What a line takes its direction from: its first letter, or what is put in before that."""
    for part in re.finditer(PLACEHOLDER.pattern + r'|\w', string):
        if part.group()[-1] in 's}':
            return 'put in'
        if part.group().isalpha():
            return script_of(part.group())
    return None


def check_direction(message, language):
    """A name in Latin letters would turn the whole line round."""
    for string, sources in texts(message):
        begins = first_strong(string)
        if SCRIPTS.get(language) != 'ARABIC':
            if string.startswith(MARK):
                yield 'U+200F is for languages that run from the right'
        elif string.startswith(MARK) and begins == 'ARABIC':
            yield 'U+200F at its beginning is not needed'
        elif (begins == 'put in' and not string.startswith(MARK)
              and re.search(r'[^\W\d_]', PLACEHOLDER.sub('', string))):
            yield 'it begins with what is put in, so it needs U+200F before that'


def ending_of(text):
    text = text.rstrip().rstrip(CLOSING).rstrip()
    if text.endswith('...'):
        return '…'
    for sign, all_signs in ENDINGS.items():
        if text and text[-1] in all_signs:
            return sign
    return ''


def check_ending(message, language):
    for string, sources in texts(message):
        if message.id in ENDINGS:
            continue  # a sign of its own, such as the one in 2.5
        if ending_of(string) not in map(ending_of, sources):
            yield (f'“{string}” ends with “{ending_of(string)}”, and what it translates with '
                   f'“{ending_of(sources[0])}”')


def check_mnemonic(message, language):
    """Keyboards of the other scripts differ too much for letters that everybody finds."""
    for string, sources in texts(message):
        wanted = len(MNEMONIC.findall(sources[0]))
        may_miss = {0} if SCRIPTS.get(language, 'CYRILLIC') != 'CYRILLIC' else set()
        if len(MNEMONIC.findall(string)) not in {wanted} | may_miss:
            yield f'“{string}” has not {wanted} letter with “_” before it, for the keyboard'


CHECKS = (check_flags, check_placeholders, check_order, check_blanks, check_script, check_letters,
          check_figures, check_numbers, check_direction, check_ending, check_mnemonic)
