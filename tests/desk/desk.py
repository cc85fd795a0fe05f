# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""Drives the real program from outside: real keys and a real pointer, read as assistive tools read.

    desk = Desk()                       a screen and a bus, shared by the tests of one file
    with desk.start() as program:       the program, with an empty home
        program.wait_for('button', 'Continue')
        program.click(...)
        program.press('Return')

Nothing sleeps for a fixed time: every step waits for what it needs, at most TIMEOUT seconds.
"""

import atexit
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / 'tests' / folder) for folder in ('support', 'po')]

from accessible import Gone, Tree  # noqa: E402
import catalogues  # noqa: E402
import tap  # noqa: E402,F401
from session import Session, make_home  # noqa: E402

BUILD = pathlib.Path(os.environ.get('STILE_BUILD', ROOT / '.build' / 'plain')).resolve()
STILE = BUILD / 'ui' / 'stile'
PATIENCE = int(os.environ.get('STILE_PATIENCE', 1))  # more of it where sanitizers slow things down
TIMEOUT = 30 * PATIENCE
BETWEEN_LOOKS = 0.03
MOST_TURNS = 200
CONTROLS = ('button', 'toggle button', 'check box', 'radio button', 'text', 'combo box')


def wait(condition, what, timeout=TIMEOUT):
    """Waits until the condition gives something true, and gives that back."""
    end = time.monotonic() + timeout
    while True:
        try:
            if result := condition():
                return result
            problem = ''
        except Gone as error:  # the tree changed while it was read
            problem = f' ({error})'
        if time.monotonic() > end:
            raise AssertionError(f'after {timeout} s there was still no {what}{problem}')
        time.sleep(BETWEEN_LOOKS)


class Desk:
    """A screen of its own with one program at a time on it."""

    def __init__(self, width=1024, height=768):
        self.session = Session(width, height)
        self.screen = self.session.screen
        atexit.register(self.session.close)
        self.xdotool('mousemove', 0, 0)  # where no menu opens: it would choose what it is above
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that atexit has its turn

    def start(self, *arguments, home=None, wrapper=(), program=STILE):
        """The program, or another one, started by a wrapper such as setpriv where one is given."""
        return Program(self, [*wrapper, program, *arguments], home or Home())

    def xdotool(self, *arguments):
        done = subprocess.run(['xdotool', *map(str, arguments)], text=True, capture_output=True,
                              env=self.session.environment, check=False)
        return done.stdout.split()


class Home:
    """A home folder that outlives the program, so that it can be started again on it. There is one
    form to choose from, so that a test is about that one whatever others are shipped."""

    def __init__(self, form='quick-needs', language=None):
        self.folder = tempfile.TemporaryDirectory(prefix='stile-home-', ignore_cleanup_errors=True)
        forms = pathlib.Path(self.folder.name) / 'forms'
        forms.mkdir()
        (forms / form).symlink_to(BUILD / 'assessment-forms' / form)
        self.environment = {**make_home(self.folder.name), 'STILE_FORMS': str(forms),
                            'STILE_LOCALES': str(BUILD / 'po')}
        self.say = str
        if language:
            self.speak(language, BUILD / 'po')
        self.data = pathlib.Path(self.environment['XDG_DATA_HOME'])


    def speak(self, language, folder):
        """The program is in this language from now on, and names are looked for in its words."""
        self.environment |= {'LANGUAGE': language, 'STILE_LOCALES': str(folder)}
        catalogue = folder / language / 'LC_MESSAGES' / 'stile.mo'
        text = subprocess.run(['msgunfmt', catalogue], capture_output=True, text=True,
                              check=True).stdout
        words = {message.id.replace('_', ''): message.strings[0].replace('_', '')
                 for message in catalogues.read(text) if message.id}
        self.say = lambda name: words.get(name, name)


class HomeWithFileChooser(Home):
    """For tests that choose a file: libcloudproviders, which GTK's file chooser brings, leaks, and
    sanitizers tell whose leak it is only by a way that makes a test take minutes."""

    def __init__(self, form='quick-needs', **options):
        super().__init__(form, **options)
        self.environment['ASAN_OPTIONS'] = os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0'


class Program:
    """Stile, or another program, running."""

    def __init__(self, desk, command, home):
        self.desk, self.home, self.say = desk, home, home.say
        self.log = tempfile.TemporaryFile(mode='w+', encoding='utf-8', errors='replace')
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=self.log,
            stderr=subprocess.STDOUT,
            env={**desk.session.environment, **home.environment})
        self.tree = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            print(self.story(), file=sys.stderr)
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.log.close()

    # ---- Reading ----

    def output(self):
        """What the program printed."""
        self.log.seek(0)
        return self.log.read()

    def windows(self):
        """Its tree, read anew."""
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}:\n'
                                 + self.output())
        self.tree = self.tree or Tree(self.desk.session.environment['DBUS_SESSION_BUS_ADDRESS'],
                                      self.process.pid)
        return self.tree.read()

    def find_all(self, role=None, name=None, within=None):
        """Everything shown of this role, or one of these, and with this name: all of it, or a
        regular expression."""
        name = self.say(name) if isinstance(name, str) else name

        def fits(node):
            if role is not None and node.role not in ([role] if isinstance(role, str) else role):
                return False
            if name is None:
                return node.shown()
            found = name.search(node.name) if isinstance(name, re.Pattern) else name == node.name
            return found and node.shown()
        return [node for node in (within or self.windows()).walk() if fits(node)]

    def find(self, role=None, name=None, within=None):
        found = self.find_all(role, name, within)
        return found[0] if found else None

    def wait_for(self, role=None, name=None, timeout=TIMEOUT):
        return wait(lambda: self.find(role, name), f'{role or "thing"} {name!r}', timeout)

    def wait_until_gone(self, role=None, name=None, timeout=TIMEOUT):
        wait(lambda: not self.find(role, name), f'end of {role or "thing"} {name!r}', timeout)

    def focused(self):
        """In the newest window: where a menu opened a dialog, GTK 4.8 goes on telling that the
        menu's button has the focus, too."""
        for window in self.windows().children[-1:]:
            for node in window.walk():
                if 'focused' in node.states:
                    return node
        return None

    def words(self):
        """Every word on the screen."""
        return '\n'.join(node.name or node.text() for node in self.windows().walk()
                         if node.role not in ('filler', 'panel') and node.shown())

    def told(self, *words):
        """What is told to any program that asks, on the screen or not, and has one of the words."""
        self.windows()
        return [name for name in self.tree.every_name() if any(word in name for word in words)]

    def assert_named(self):
        """Whatever can have the focus says what it is. (GTK gives what has no name that of its C
        type.) The button that reveals a passphrase is libadwaita's own."""
        nameless = [node for node in self.find_all(CONTROLS) if 'focusable' in node.states
                    and (not node.name or re.match('(Gtk|Adw|Stile)[A-Z]', node.name))
                    and not any(holder.role == 'text' for holder in node.ancestors())]
        assert not nameless, 'no name for ' + ', '.join(map(str, nameless))

    def story(self):
        """What a person debugging a failed test wants to know."""
        try:
            picture = os.path.join(tempfile.gettempdir(), f'{pathlib.Path(sys.argv[0]).stem}.png')
            self.desk.screen.save(picture)
            lines = ['  ' * len(list(node.ancestors())) + str(node) for node in self.find_all()
                     if node.role not in ('filler', 'panel')]
            return '\n'.join([f'the screen is in {picture}', *lines, 'printed:', self.output()])
        except (AssertionError, Gone) as error:
            return str(error)

    # ---- Acting ----

    def top_window(self):
        """The X window in front: the newest that is shown."""
        found = self.shown_windows()
        return found[-1] if found else None

    def shown_windows(self):
        """Those that can have the keyboard. Menus and tooltips are windows to X, too, but named as
        the program's file is; on a slow machine the pointer rests long enough for a tooltip."""
        found = self.desk.xdotool('search', '--onlyvisible', '--pid', self.process.pid)
        if len(found) > 1:
            # None, where the window closed since it was found.
            found = [window for window in found
                     if self.desk.xdotool('getwindowname', window) not in ([STILE.name], [])]
        return found

    def take_focus(self):
        """Without a window manager somebody must give the newest window the keyboard."""
        window = wait(self.top_window, 'window on the screen')
        if self.desk.xdotool('getwindowfocus') != [window]:
            self.desk.xdotool('windowfocus', '--sync', window)

    def press(self, *keys):
        """Keys by their X names: 'Return', 'Tab', 'alt+Left', '2'."""
        self.take_focus()
        self.desk.xdotool('key', '--clearmodifiers', *keys)

    def type(self, text):
        self.take_focus()
        self.desk.xdotool('type', '--delay', '5', '--', text)

    def geometry(self, window):
        """X, Y, WIDTH and HEIGHT of an X window."""
        lines = self.desk.xdotool('getwindowgeometry', '--shell', window)
        return {name: int(value) for name, value in (line.split('=') for line in lines)}

    def border(self, window, frame):
        """Without a window manager GTK draws the same small border on all sides; AT-SPI measures
        from inside of it."""
        return (self.geometry(window)['WIDTH'] - frame[2]) // 2

    def fill_screen(self, width, height):
        """The window as large as the screen, its border outside of it, and the pointer out of
        sight."""
        frame = self.wait_for('window')
        window = self.top_window()
        border = self.border(window, frame.extents())
        self.take_focus()
        self.desk.xdotool('windowmove', window, -border, -border, 'mousemove', width - 1,
                          height - 1)

        def fills():  # GTK keeps a window from growing beyond the screen while a page is new
            self.desk.screen.wait_until_still()
            self.desk.xdotool('windowsize', window, width + 2 * border, height + 2 * border)
            self.desk.screen.wait_until_still()
            return frame.extents()[2:] == (width, height)
        wait(fills, 'window as large as the screen')

    def place(self, node):
        """The middle of something shown, on the screen."""
        x, y, width, height = node.extents()
        window = self.top_window()
        corner, border = self.geometry(window), self.border(window, node.window().extents())
        return (corner['X'] + border + x + width // 2, corner['Y'] + border + y + height // 2)

    def scroll_to(self, node):
        """Turns the wheel until the middle of the node is inside of everything that holds it."""
        def hidden_by():
            _, y, _, height = node.extents()
            for holder in list(node.ancestors())[:-1]:
                box = holder.extents()
                if box and not box[1] <= y + height // 2 < box[1] + box[3]:
                    return holder, '4' if y + height // 2 < box[1] else '5'
            return None
        for _ in range(MOST_TURNS):
            if not (found := hidden_by()):
                return
            holder, turn = found
            before = node.extents()
            self.desk.xdotool('mousemove', *self.place(holder), 'click', turn)
            wait(lambda: node.extents() != before, 'effect of the wheel')
        raise AssertionError(f'{node} cannot be scrolled to')

    def click(self, role, name):
        """Presses the pointer's button in the middle of something shown."""
        node = self.wait_for(role, name)
        self.scroll_to(node)
        self.desk.xdotool('mousemove', *self.place(node), 'click', '1')

    def choose_file(self, path, below=1):
        """In the file chooser, which is GTK's own: the whole path, and Enter, which it does not
        hear while it completes what was typed. Below it are so many windows of the program."""
        def chooser():
            shown = self.shown_windows()
            return shown[-1] if len(shown) > below else None

        window = wait(chooser, 'file chooser')
        self.desk.screen.wait_until_still()
        self.press('ctrl+a')
        self.type(str(path))

        def closes():
            self.desk.screen.wait_until_still()
            if window in self.shown_windows():
                self.press('Return')
                self.desk.screen.wait_until_still()
            return window not in self.shown_windows()
        wait(closes, 'end of the file chooser')

    # ---- Ending ----

    def assert_quiet(self):
        """A GTK or GLib warning is a fault of ours, also where nobody reads it."""
        loud = [line for line in self.output().splitlines()
                if re.search('WARNING|CRITICAL|ERROR|runtime error|assertion', line)]
        assert not loud, 'the program printed:\n' + '\n'.join(loud)

    def quit(self):
        """Ends it as a person does, by keyboard, and checks that it ended well."""
        self.press('ctrl+q')
        try:
            code = self.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            raise AssertionError('Control+Q did not end the program') from None
        assert code == 0, f'the program ended with {code}:\n{self.output()}'
        self.assert_quiet()

    def kill(self):
        """Pulls the plug."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
