#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whether a form sees people as an experienced adviser does: test-agreement.py FORMS STILECTL

A form that has a people.md beside it is held against it. There each person has a heading
"### 9. Jordan, 19" and a line "**Expected: joined-up, at most side-by-side.** Needs: housing
severe, …", written before there were any scores; examples/09-*.json holds the answers. "At most"
is how far the category's range has to reach. Where form and adviser differ, RATIONALE.md has to
argue it, and name the person as "Jordan (9)".
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'support'))

import tap  # noqa: E402

FORMS, STILECTL = map(pathlib.Path, sys.argv[1:])
NAMESPACE = '{urn:stile:form:1}'
HEADING = re.compile(r'^### (\d+)\. (\w[^,\n]*)', re.M)
EXPECTED = re.compile(r'\*\*Expected: ([a-z-]+)(?:, at most ([a-z-]+))?\.\*\*\s*Needs: ([^.]*)\.')

Person = collections.namedtuple('Person', 'number name category reaches needs')


def read_people(path):
    """The people and what is expected of each."""
    parts = HEADING.split(path.read_text(encoding='utf-8'))[1:]
    people = []
    for number, name, text in zip(parts[0::3], parts[1::3], parts[2::3]):
        expected = EXPECTED.search(text)
        assert expected, f'{path}: {number}. {name} has no line of what is expected'
        needs = dict(need.split() for need in expected[3].split(',') if need.split()[1:])
        people.append(Person(int(number), name, expected[1], expected[2], needs))
    return people


def read_order(folder, element):
    """The ids of a form's categories, or levels, in its order."""
    root = ElementTree.parse(folder / 'form.xml').getroot()
    return [part.get('id') for part in root.iter(NAMESPACE + element)]


def score(folder, person):
    path, = folder.glob(f'examples/{person.number:02}-*.json')
    example = json.loads(path.read_text(encoding='utf-8'))
    done = subprocess.run([STILECTL, 'score', folder, '--started', example['started']],
                          input=json.dumps(example['answers']), capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0, f'{path}: {done.stderr}'
    return json.loads(done.stdout)


def distances(expected, found, order):
    """How many steps apart, pair by pair."""
    return [abs(order.index(one) - order.index(other)) for one, other in zip(expected, found)]


def spread(steps):
    """Of steps apart: how many are none, one, more."""
    return (sum(step == 0 for step in steps), sum(step == 1 for step in steps),
            sum(step > 1 for step in steps))


class Agreement:
    """One form and its people."""

    def __init__(self, folder):
        self.folder = folder
        self.people = read_people(folder / 'people.md')
        self.results = [score(folder, person) for person in self.people]
        self.categories = read_order(folder, 'category')
        self.levels = read_order(folder, 'level')
        rationale = folder / 'RATIONALE.md'
        self.rationale = rationale.read_text(encoding='utf-8') if rationale.exists() else ''

    def steps(self):
        return distances([person.category for person in self.people],
                         [result['category']['id'] for result in self.results], self.categories)

    def level_steps(self):
        """Of the needs that the adviser names."""
        found = [{domain['id']: domain['level'] for domain in result['domains']}
                 for result in self.results]
        pairs = [(level, levels[domain]) for person, levels in zip(self.people, found)
                 for domain, level in person.needs.items()]
        return distances(*zip(*pairs), self.levels)

    def is_argued(self, person):
        return f'{person.name} ({person.number})' in self.rationale

    def differing(self):
        """Those whom the form sees otherwise, each in words, and whether that is argued for."""
        for person, result, apart in zip(self.people, self.results, self.steps()):
            category = result['category']
            words = f'{person.name} ({person.number}) {category["id"]}, not {person.category}'
            if apart:
                yield person, words
            elif person.reaches and category['highest'] != person.reaches:
                yield person, f'{words}; reaches {category["highest"]}, not {person.reaches}'

    def tell(self):
        """What ./dev test prints in its sum."""
        name = self.folder.name
        exact, one, more = spread(self.steps())
        print(f'# note: {name}, {len(self.people)} people: category as an adviser expects it for '
              f'{exact}, one step apart for {one}, more for {more}')
        exact, one, more = spread(self.level_steps())
        print(f'# note: {name}, the needs they name: level as expected for {exact}, one step apart '
              f'for {one}, more for {more}')
        for person, words in self.differing():
            print(f'# note: {name}, {words}; {"" if self.is_argued(person) else "not "}argued for')


def make_test(agreement):
    def test():
        agreement.tell()
        unargued = [words for person, words in agreement.differing()
                    if not agreement.is_argued(person)]
        assert not unargued, ('change the form, or argue for it in RATIONALE.md: '
                              + '; '.join(unargued))
    test.__doc__ = f'{agreement.folder.name} sees people as advisers do, or says why not'
    return test


AGREEMENTS = [Agreement(path.parent) for path in sorted(FORMS.glob('*/people.md'))]
assert AGREEMENTS, f'no form in {FORMS} has a people.md'
tap.run(*map(make_test, AGREEMENTS))
