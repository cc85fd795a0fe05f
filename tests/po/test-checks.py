#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Shows that each check of translations finds what it is for, and nothing else:
test-checks.py ROOT"""

import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(sys.argv[1]) / 'tests' / 'support'))

import checks  # noqa: E402
import tap  # noqa: E402
from catalogues import Catalogue, Message  # noqa: E402

# Language, what is translated, how: all of it fine.
GOOD = [
    ('pl', 'Money', 'Pieniądze'),
    ('pl', '%s of %u', '%2$u z %1$s'),
    ('pl', '_Open…', '_Otwórz…'),
    ('uk', '_Open', '_Відкрити'),
    ('ur', '_Open', 'کھولیں'),
    ('ur', 'Is it warm?', 'کیا یہ گرم ہے؟'),
    ('ur', 'Save it.', 'محفوظ کریں۔'),
    ('pa', 'You claim Universal Credit.', 'ਤੁਸੀਂ Universal Credit ਲੈਂਦੇ ਹੋ।'),
    ('fa', 'Universal Credit', 'Universal Credit'),
    ('ar', 'Call “no recourse to public funds” that.', 'سمِّ ذلك “no recourse to public funds”.'),
    ('ur', 'Saved as PDF', 'PDF کے طور پر محفوظ'),
    ('ur', 'For “%s”', '\u200f“\u2068%s\u2069” کے لیے'),
    ('ur', 'For %u', '%u کے لیے'),
    ('fa', '%s: %s', '%s: %s'),
    ('fa', 'Stile can’t', '\u200fStile نمی‌تواند'),
    ('ur', 'Call 116 123.', 'فون کریں: \u2068116 123\u2069۔'),
    ('ur', 'Like LN1 1XX', 'جیسے LN1 1XX'),
    ('pl', 'Call 116 123.', 'Zadzwoń: 116 123.'),
    ('es', 'No more than 1,000 letters', 'No más de 1000 letras'),
    ('ro', 'In the next month', 'În următoarele 30 de zile'),
    ('bn', '%-d %B %Y', '%-d %B, %Y'),
    ('es', 'Is it warm?', '¿Hace calor?'),
    ('ro', 'Housing', 'Locuință și casă'),
]

# The check that finds it, language, what is translated, how.
BAD = [
    ('placeholders', 'pl', '%s of %u', '%s z'),
    ('placeholders', 'pl', 'Done', 'Gotowe %s'),
    ('placeholders', 'pl', 'Hello {name}', 'Cześć {imię}'),
    ('order', 'pl', '%s of %u', '%u z %s'),
    ('blanks', 'pl', 'Money', 'Pieniądze '),
    ('blanks', 'pl', ' and more', 'i więcej'),
    ('blanks', 'pl', 'Your money', 'Twoje  pieniądze'),
    ('script', 'pl', 'Money', 'پیسے'),
    ('script', 'pl', 'Money', 'Рieniądze'),
    ('script', 'pa', 'Money', 'Money'),
    ('script', 'pa', 'Your money', 'ਤੁਹਾਡਾ money'),
    ('script', 'pa', 'Your money', 'ਤੁਹਾਡਾ Cash'),
    ('script', 'ur', 'Money', 'पैसे'),
    ('script', 'uk', 'Money', 'Грoші'),
    ('letters', 'fa', 'Housing', 'مسكن'),
    ('letters', 'ar', 'Housing', 'سکن'),
    ('letters', 'ro', 'Housing', 'Locuinţă'),
    ('letters', 'uk', 'You', 'Вы'),
    ('letters', 'pl', 'Money', 'Pienia\u0328dze'),
    ('letters', 'ar', 'Money', 'م\u200fال'),
    ('letters', 'ar', 'For %s', 'من أجل \u2068%s'),
    ('letters', 'pl', 'Money', 'Pienią\u200bdze'),
    ('figures', 'pl', 'Call 116 123.', 'Zadzwoń: 116 132.'),
    ('figures', 'pl', 'Call 999.', 'Proszę zadzwonić.'),
    ('figures', 'ar', 'Call 999.', 'اتصلوا بالرقم ٩٩٩.'),
    ('numbers', 'ur', 'Call 116 123.', 'فون کریں: 116 123۔'),
    ('numbers', 'ar', 'Like 2026-11-22', 'مثل 2026-11-22'),
    ('direction', 'ar', 'Money', '\u200fمال'),
    ('direction', 'ur', 'For “%s”', '“%s” کے لیے'),
    ('direction', 'pl', 'For %s', '\u200f%s: dla'),
    ('ending', 'pl', 'Is it warm?', 'Czy jest ciepło'),
    ('ending', 'pl', 'Money', 'Pieniądze.'),
    ('ending', 'pl', 'Open…', 'Otwórz'),
    ('ending', 'ur', 'Is it warm?', 'کیا یہ گرم ہے۔'),
    ('mnemonic', 'pl', '_Open', 'Otwórz'),
    ('mnemonic', 'ur', 'Open', '_کھولیں'),
    ('mnemonic', 'uk', '_Open', '_Від_крити'),
]


def found_in(language, source, string, flags=()):
    message = Message(1, id=source, strings=[string], flags=set(flags))
    return {check.__name__.removeprefix('check_') for check in checks.CHECKS
            if list(check(message, language))}


def test_good():
    """A good translation passes"""
    for row in GOOD:
        assert not found_in(*row), f'{row}: {found_in(*row)}'


def test_bad():
    """Every kind of fault is found"""
    for name, *row in BAD:
        assert name in found_in(*row), f'{row}: not found by {name}'


def test_fuzzy():
    """What is fuzzy is found"""
    assert found_in('pl', 'Money', 'Pieniądze', ['fuzzy']) == {'flags'}


def test_every_check_is_shown():
    """Every check has a row"""
    assert {check.__name__.removeprefix('check_') for check in checks.CHECKS} \
        == {row[0] for row in BAD} | {'flags'}


def test_plural():
    """A form of a plural may leave out its number, as in the source"""
    message = Message(1, id='One answer', plural='%u answers', strings=['Jedna', '%u', 'Dużo: %s'])
    faults = list(checks.check_placeholders(message, 'pl'))
    assert len(faults) == 1 and 'Dużo' in faults[0], faults


# One English word with two meanings, and a count, as xgettext writes them.
TEMPLATE = r'''msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

#. Translators: a button.
msgid "Done"
msgstr ""

msgctxt "dialog"
msgid "Done"
msgstr ""

#, c-format
msgctxt "in a list"
msgid "%u day"
msgid_plural "%u days"
msgstr[0] ""
msgstr[1] ""
'''


def test_contexts():
    """One word in two contexts is two messages, also in the invented language"""
    with tempfile.TemporaryDirectory(prefix='stile-po-') as folder:
        template, invented = pathlib.Path(folder) / 'x.pot', pathlib.Path(folder) / 'qps.po'
        template.write_text(TEMPLATE, encoding='utf-8')
        root = pathlib.Path(sys.argv[1])
        subprocess.run([root / 'po/pseudo.py', template, invented], check=True)
        before, after = Catalogue(template).messages, Catalogue(invented).messages
        subprocess.run(['msgfmt', '--check-format', '--output-file=/dev/null', invented],
                       check=True)
    wanted = [(None, 'Done'), ('dialog', 'Done'), ('in a list', '%u day')]
    assert [message.key for message in before] == wanted, before
    assert [message.key for message in after] == wanted, after
    assert not any(message.is_translated for message in before)
    assert all(message.is_translated for message in after), after
    assert [string[0] for string in after[2].strings] == ['[', '['], after[2].strings


tap.run(test_good, test_bad, test_fuzzy, test_every_check_is_shown, test_plural, test_contexts)
