# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reads a program's screen as assistive tools do: over AT-SPI, by D-Bus itself.

We do not use libatspi: version 2.46 answers from a cache that never learns of a second window of
GTK 4.8. GTK makes its side of the tree only when somebody asks for it, so that the tree is asked
for until it is whole.
"""

import ast
import re

from gi.repository import Gio, GLib

ROLES = {7: 'check box', 11: 'combo box', 16: 'dialog', 23: 'window', 20: 'filler', 27: 'image',
         29: 'label', 31: 'list', 32: 'list item', 33: 'menu', 35: 'menu item', 39: 'panel',
         42: 'progress bar', 43: 'button', 44: 'radio button', 52: 'spin button', 61: 'text',
         62: 'toggle button', 69: 'window', 75: 'application', 79: 'text', 83: 'heading'}
STATES = {1: 'active', 4: 'checked', 7: 'editable', 8: 'enabled', 10: 'expanded', 11: 'focusable',
          12: 'focused', 20: 'pressed', 23: 'selected', 24: 'sensitive', 25: 'showing',
          30: 'visible'}
INTERFACE = 'org.a11y.atspi.'
PROPERTIES = 'org.freedesktop.DBus.Properties'
ROOT = '/org/a11y/atspi/accessible/root'
WINDOW_COORDINATES = 1
TIMEOUT_MS = 20000

# One entry of the answer of GetItems, as GLib prints it.
STRING = r"""(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
REFERENCE = r"\('[^']*', '(?P<%s>[^']*)'\)"
ITEM = re.compile(
    r'\(' + ', '.join([REFERENCE % 'path', REFERENCE % 'application', REFERENCE % 'parent',
                      r'(?P<index>-?\d+)', r'(?P<children>-?\d+)', r'\[(?P<interfaces>[^]]*)\]',
                      f'(?P<name>{STRING})', r'(?P<role>\d+)', STRING,
                      r'\[(?P<low>\d+), (?P<high>\d+)\]']) + r'\)')


class Gone(Exception):
    """What was asked for went away meanwhile."""


def spoken_once(name):
    """GTK 4.8 names a button with a mnemonic twice: "_Continue Continue"."""
    plain = name.replace('_', '')
    half = len(plain) // 2
    return plain[:half] if plain[:half] + ' ' + plain[:half] == plain else name


class Node:
    """One thing on the screen, as it was when the tree was read."""

    def __init__(self, tree, path, interfaces, name, role, states):
        self.tree, self.path, self.name = tree, path, spoken_once(name)
        self.interfaces = interfaces
        self.role = ROLES.get(role, str(role))
        self.states = {STATES[bit] for bit in STATES if states >> bit & 1}
        self.parent, self.children = None, []

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self):
        node = self
        while node := node.parent:
            yield node

    def window(self):
        """The top-level window that holds it."""
        return [self, *self.ancestors()][-2]

    def extents(self):
        """x, y, width, height inside its window; None where it was never laid out."""
        if INTERFACE + 'Component' not in self.interfaces:
            return None
        box, = self.tree.ask(self.path, 'Component', 'GetExtents',
                             GLib.Variant('(u)', (WINDOW_COORDINATES,)))
        return box

    def text(self):
        """What a label shows or what was typed into a field."""
        if INTERFACE + 'Text' not in self.interfaces:
            return ''
        # An end of -1, which AT-SPI allows, gives nothing in GTK 4.8.
        words, = self.tree.ask(self.path, 'Text', 'GetText', GLib.Variant('(ii)', (0, 2**30)))
        return words

    def shown(self):
        """Whether it is there for a person, at most a turn of the wheel away."""
        if self.parent is None:
            return False
        for node in [self, *self.ancestors()][:-1]:
            if 'visible' not in node.states:
                return False
        box = self.extents()
        return box is not None and box[2] > 0 and box[3] > 0

    def __str__(self):
        return f'{self.role} "{self.name}" {" ".join(sorted(self.states))}'


class Tree:
    """What one program shows."""

    def __init__(self, bus_address, process_id):
        self.bus = self.find_bus(bus_address)
        self.process_id = process_id
        self.owner = None

    @staticmethod
    def connect(address):
        return Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)

    @classmethod
    def find_bus(cls, session_address):
        session = cls.connect(session_address)
        address, = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                                     None, None, 0, TIMEOUT_MS, None).unpack()
        return cls.connect(address)

    def call(self, path, interface, method, arguments=None, owner=None):
        interface = interface if interface == PROPERTIES else INTERFACE + interface
        try:
            return self.bus.call_sync(owner or self.owner, path, interface, method, arguments,
                                      None, 0, TIMEOUT_MS, None)
        except GLib.Error as error:
            raise Gone(error.message) from error

    def ask(self, *arguments, **options):
        return self.call(*arguments, **options).unpack()

    def find_owner(self):
        """Our program among those that the registry knows."""
        programs, = self.ask(ROOT, 'Accessible', 'GetChildren', owner='org.a11y.atspi.Registry')
        for owner, _ in programs:
            number, = self.bus.call_sync(
                'org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                GLib.Variant('(s)', (owner,)), None, 0, TIMEOUT_MS, None).unpack()
            if number == self.process_id:
                return owner
        raise Gone('the program is not on the accessibility bus')

    def read(self):
        """The whole tree, from the application down."""
        self.owner = self.owner or self.find_owner()
        asked = set()
        while True:
            items = self.read_items()
            known = {}
            for item in items:
                known.setdefault(item['parent'], []).append(item)
            missing = [item['path'] for item in items if item['path'] not in asked
                       and (item['path'] == ROOT
                            or int(item['children']) > len(known.get(item['path'], [])))]
            if not missing:
                return self.build(known)
            for path in missing:
                self.call(path, 'Accessible', 'GetChildren')
            asked.update(missing)

    def read_items(self):
        """All that GTK has told of so far. Reading what GLib prints is thirty times as fast as to
        unpack each of ten thousand small values."""
        answer = self.call('/org/a11y/atspi/cache', 'Cache', 'GetItems')
        return [match.groupdict() for match in ITEM.finditer(answer.print_(False))]

    def every_name(self):
        """What GTK tells anybody who asks, also of what is not on the screen."""
        self.read()
        return [ast.literal_eval(item['name']) for item in self.read_items()]

    def build(self, known):
        top = Node(self, ROOT, [], '', 75, 0)
        waiting = [top]
        while waiting:
            node = waiting.pop()
            for item in sorted(known.get(node.path, []), key=lambda item: int(item['index'])):
                child = Node(self, item['path'], item['interfaces'],
                             ast.literal_eval(item['name']), int(item['role']),
                             int(item['low']) | int(item['high']) << 32)
                child.parent = node
                node.children.append(child)
                waiting.append(child)
        return top
