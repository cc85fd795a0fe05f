#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whether a form sees people as an experienced adviser does: test-agreement.py FORMS STILECTL

A form that has a people.md beside it is held against it. There each person has a heading
"### 9. Jordan, 19" and a line "**Expected: joined-up, at most side-by-side.** Needs: housing
severe, …", written before there were any scores; examples/09-*.json holds the answers. "At most"
is how far the category's range has to reach. Where form and adviser differ, RATIONALE.md has to
argue it, and name the person as "Jordan (9)".

Other forms that look at the same areas of life are given the same answers, as far as they ask the
same questions. RATIONALE.md has to show the tables that come of it.
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
    """The ids of a form's categories, levels, questions, in its order."""
    root = ElementTree.parse(folder / 'form.xml').getroot()
    return [part.get('id') for part in root.iter(NAMESPACE + element)]


def read_words(folder, element):
    """The label and the meaning of each, by id."""
    root = ElementTree.parse(folder / 'form.xml').getroot()
    return {part.get('id'): [part.findtext(NAMESPACE + child) for child in ('label', 'meaning')]
            for part in root.iter(NAMESPACE + element)}


def read_answers(folder, person):
    path, = folder.glob(f'examples/{person.number:02}-*.json')
    return json.loads(path.read_text(encoding='utf-8'))


def score(folder, example):
    """What a form makes of the answers to those questions that it asks."""
    asked = set(read_order(folder, 'question'))
    answers = {name: answer for name, answer in example['answers'].items() if name in asked}
    done = subprocess.run([STILECTL, 'score', folder, '--started', example['started']],
                          input=json.dumps(answers), capture_output=True, text=True, check=False)
    assert done.returncode == 0, f'{folder}, {example["title"]}: {done.stderr}'
    return json.loads(done.stdout)


def distances(expected, found, order):
    """How many steps higher in the order, pair by pair."""
    return [order.index(other) - order.index(one) for one, other in zip(expected, found)]


def spread(steps):
    """Of steps apart: how many are none, one, more."""
    return (sum(step == 0 for step in steps), sum(abs(step) == 1 for step in steps),
            sum(abs(step) > 1 for step in steps))


def table(*rows):
    rows = [rows[0], ['---'] * len(rows[0]), *rows[1:]]
    return '\n'.join('| ' + ' | '.join(map(str, row)) + ' |' for row in rows) + '\n'


def table_row(name, steps):
    counts = collections.Counter(steps)
    return [name, counts.pop(0, 0), counts.pop(-1, 0), counts.pop(1, 0), counts.total()]


class View:
    """What one form makes of all the people."""

    def __init__(self, folder, examples):
        self.name = folder.name
        self.results = [score(folder, example) for example in examples]
        self.categories = [result['category']['id'] for result in self.results]
        self.levels = [{domain['id']: domain['level'] for domain in result['domains']}
                       for result in self.results]

    def all_levels(self):
        return [level for levels in self.levels for _, level in sorted(levels.items())]


class Agreement:
    """One form, its people, and the other forms that look at the same areas of life."""

    def __init__(self, folder):
        self.people = read_people(folder / 'people.md')
        self.order = read_order(folder, 'category')
        self.levels = read_order(folder, 'level')
        rationale = folder / 'RATIONALE.md'
        self.rationale = rationale.read_text(encoding='utf-8') if rationale.exists() else ''
        self.expected = [person.category for person in self.people]
        examples = [read_answers(folder, person) for person in self.people]
        self.view = View(folder, examples)
        self.folders = [path.parent for path in sorted(FORMS.glob('*/form.xml'))
                        if path.parent != folder and sorted(read_order(path.parent, 'domain'))
                        == sorted(read_order(folder, 'domain'))]
        self.others = [View(other, examples) for other in self.folders]

    def steps(self, view, expected):
        """In categories: above 0 is more support."""
        return [-step for step in distances(expected, view.categories, self.order)]

    def level_steps(self, view):
        """Of the needs that the adviser names."""
        pairs = [(level, levels[domain]) for person, levels in zip(self.people, view.levels)
                 for domain, level in person.needs.items()]
        return distances(*zip(*pairs), self.levels)

    def is_argued(self, person):
        return f'{person.name} ({person.number})' in self.rationale

    def differing(self):
        """Those whom the form sees otherwise, each in words."""
        for person, result, apart in zip(self.people, self.view.results,
                                         self.steps(self.view, self.expected)):
            category = result['category']
            words = f'{person.name} ({person.number}) {category["id"]}, not {person.category}'
            if apart:
                yield person, words
            elif person.reaches and category['highest'] != person.reaches:
                yield person, f'{words}; reaches {category["highest"]}, not {person.reaches}'

    def tell(self):
        """What ./dev test prints in its sum."""
        name = self.view.name
        for view in (self.view, *self.others):
            exact, one, more = spread(self.steps(view, self.expected))
            print(f'# note: {view.name}, {len(self.people)} people: category as an adviser expects '
                  f'it for {exact}, one step apart for {one}, more for {more}')
        exact, one, more = spread(self.level_steps(self.view))
        print(f'# note: {name}, the needs they name: level as expected for {exact}, one step apart '
              f'for {one}, more for {more}')
        for person, words in self.differing():
            print(f'# note: {name}, {words}; {"" if self.is_argued(person) else "not "}argued for')

    def tables(self):
        """How far the forms are from the adviser and from each other, and whom it concerns."""
        view = self.view
        categories = [table_row(f'{one.name} beside the adviser', self.steps(one, self.expected))
                      for one in (view, *self.others)]
        categories += [table_row(f'{other.name} beside {view.name}',
                                 self.steps(other, view.categories)) for other in self.others]
        levels = [table_row(f'{one.name} beside the adviser', self.level_steps(one))
                  for one in (view, *self.others)]
        levels += [table_row(f'{other.name} beside {view.name}',
                             distances(view.all_levels(), other.all_levels(), self.levels))
                   for other in self.others]
        seen = zip(self.people, self.expected, view.categories,
                   *(other.categories for other in self.others))
        people = [[f'{person.number} {person.name}', *ids] for person, *ids in seen
                  if len(set(ids)) > 1]
        return '\n'.join([
            table(['category', 'the same', 'one step less', 'one step more', 'further'],
                  *categories),
            table(['level of a need', 'the same', 'one lower', 'one higher', 'further'], *levels),
            table(['who', 'the adviser', view.name, *(other.name for other in self.others)],
                  *people)])


def make_argued_test(agreement):
    def test():
        agreement.tell()
        unargued = [words for person, words in agreement.differing()
                    if not agreement.is_argued(person)]
        assert not unargued, ('change the form, or argue for it in RATIONALE.md: '
                              + '; '.join(unargued))
    test.__doc__ = f'{agreement.view.name} sees people as advisers do, or says why not'
    return test


def make_tables_test(agreement):
    def test():
        assert agreement.tables() in agreement.rationale, (
            'RATIONALE.md has other tables than these:\n\n' + agreement.tables())
    test.__doc__ = f'{agreement.view.name} says in numbers how far forms and advisers are apart'
    return test


def make_words_test(agreement, folder):
    def test():
        for element in ('domain', 'level', 'category'):
            assert (read_words(folder, element)
                    == read_words(FORMS / agreement.view.name, element)), element
    test.__doc__ = f'{folder.name} names things as {agreement.view.name} does'
    return test


AGREEMENTS = [Agreement(path.parent) for path in sorted(FORMS.glob('*/people.md'))]
assert AGREEMENTS, f'no form in {FORMS} has a people.md'
tap.run(*map(make_argued_test, AGREEMENTS), *map(make_tables_test, AGREEMENTS),
        *(make_words_test(agreement, folder) for agreement in AGREEMENTS
          for folder in agreement.folders))
