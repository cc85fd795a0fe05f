# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Two ways to use the program: only by keyboard, or by pointer. The same journey goes with both."""

import re

from desk import wait

CHOICES = ('radio button', 'check box')
STATE_KEYS = {'Prefer not to say': 'alt+p', 'Don’t know': 'alt+d'}
MOST_STEPS = 120


class Keyboard:
    """Never touches the pointer."""

    def __init__(self, program):
        self.program = program

    def go_to(self, role, name):
        """Tab after Tab, until the focus is there."""
        name = self.program.say(name) if isinstance(name, str) else name
        for _ in range(MOST_STEPS):
            focus = self.program.focused()
            if focus and focus.role == role and (name.search(focus.name)
                                                 if isinstance(name, re.Pattern)
                                                 else focus.name == name):
                return
            self.program.press('Tab')
        raise AssertionError(f'Tab never reached {role} "{name}"')

    def activate(self, role, name):
        self.program.wait_for(role, name)
        self.go_to(role, name)
        self.program.press('Return' if role == 'list item' else 'space')

    def choose_in_main_menu(self, item):
        """By F10 and the arrow keys."""
        self.program.press('F10')
        self.choose_menu_item(item)

    def choose_menu_item(self, item):
        """In the menu that is open."""
        self.program.wait_for('menu item', item)

        def there():
            focus = self.program.focused()
            if focus and focus.role == 'menu item' and focus.name == item:
                return True
            self.program.press('Down')
            return False
        wait(there, f'menu item "{item}" with the focus')
        self.program.press('Return')

    def field_with_keyboard(self):
        """The name of the text field that takes what is typed. GTK 4.8 does not tell that a field
        of one line has the focus, so one letter is typed and taken back."""
        if focus := self.program.focused():
            return focus.name if focus.role == 'text' else None
        before = {node.path: node.text() for node in self.program.find_all('text')}
        self.program.press('x')

        def changed():
            return [node for node in self.program.find_all('text')
                    if before.get(node.path) != node.text()]
        try:
            field = wait(changed, 'text field that took a letter', timeout=1)[0]
        except AssertionError:
            return None
        self.program.press('BackSpace')
        return field.name

    def fill(self, name, text):
        self.program.wait_for('text', name)
        name = self.program.say(name)
        for _ in range(MOST_STEPS):
            if self.field_with_keyboard() == name:
                self.program.type(text)
                return
            self.program.press('Tab')
        raise AssertionError(f'Tab never reached the field "{name}"')

    def choose(self, label):
        """The digit that stands beside the choice."""
        label = self.program.say(label)
        role = self.program.wait_for(CHOICES, label).role
        rows = [node.name for node in self.program.find_all(role)]
        self.program.press(str((rows.index(label) + 1) % 10))

    def choose_state(self, label):
        self.program.press(STATE_KEYS[label])

    def go_on(self):
        """Enter, or Control+Enter where Enter makes a new line."""
        self.program.press('ctrl+Return')

    def go_back(self):
        self.program.press('alt+Left')


class Pointer:
    """Types only what cannot be clicked."""

    def __init__(self, program):
        self.program = program

    def activate(self, role, name):
        self.program.wait_for(role, name)
        self.program.click(role, name)

    def fill(self, name, text):
        self.activate('text', name)
        self.program.type(text)

    def choose(self, label):
        self.activate(CHOICES, label)

    choose_state = choose

    def go_on(self):
        self.activate('button', 'Continue')

    def go_back(self):
        self.activate('button', 'Back')
