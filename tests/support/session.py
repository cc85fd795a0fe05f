#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""A desktop session of its own: virtual screen, private bus, throw-away home folders.

Nothing that runs in it can reach the user's own session or leave anything in their home. As a
command it runs another one inside:

    session.py COMMAND...                   and gives back its exit code
    session.py --picture FILE COMMAND...    until its window stands still, and keeps a picture of it
"""

import os
import subprocess
import sys
import tempfile

from screen import Screen, end_with_parent

HOME_FOLDERS = {
    'HOME': 'home',
    'XDG_DATA_HOME': 'home/.local/share',
    'XDG_CONFIG_HOME': 'home/.config',
    'XDG_STATE_HOME': 'home/.local/state',
    'XDG_CACHE_HOME': 'home/.cache',
    'XDG_RUNTIME_DIR': 'run',
    'TMPDIR': 'tmp',
}

# Painting without a GPU and asking no portal gives the same picture on every machine.
FIXED = {
    'LANG': 'C.UTF-8',
    'LC_ALL': 'C.UTF-8',
    'TZ': 'UTC',
    'GDK_BACKEND': 'x11',
    'GSK_RENDERER': 'cairo',
    'GDK_DEBUG': 'gl-disable',
    'ADW_DISABLE_PORTAL': '1',
    'GSETTINGS_BACKEND': 'memory',
    'GTK_THEME': '',
    'NO_AT_BRIDGE': '',
    'WAYLAND_DISPLAY': '',
    'XAUTHORITY': '',
    'LANGUAGE': '',
}


# A picture stands still only where no cursor blinks and nothing slides.
SETTINGS = '[Settings]\ngtk-cursor-blink=false\ngtk-enable-animations=false\n'


def make_home(folder):
    """Makes the home folders below an empty folder; returns their environment."""
    environment = {}
    for variable, name in HOME_FOLDERS.items():
        environment[variable] = os.path.join(folder, name)
        os.makedirs(environment[variable], mode=0o700, exist_ok=True)
    settings = os.path.join(environment['XDG_CONFIG_HOME'], 'gtk-4.0')
    os.makedirs(settings, exist_ok=True)
    with open(os.path.join(settings, 'settings.ini'), 'w', encoding='utf-8') as file:
        file.write(SETTINGS)
    return environment


class Session:
    """Screen and bus, and the environment of programs that shall see them."""

    def __init__(self, width=1024, height=768):
        self.screen = Screen(width, height)
        self.folder = tempfile.TemporaryDirectory(prefix='stile-session-',
                                                  ignore_cleanup_errors=True)
        self.environment = {**os.environ, **FIXED, **make_home(self.folder.name),
                            'DISPLAY': self.screen.name}
        self.environment = {name: value for name, value in self.environment.items() if value}
        self.bus = subprocess.Popen(
            ['dbus-daemon', '--session', '--nofork', '--print-address=1'],
            env=self.environment, preexec_fn=end_with_parent, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = self.bus.stdout.readline().strip()

    def close(self):
        self.bus.terminate()
        self.bus.wait()
        self.bus.stdout.close()
        self.screen.close()
        self.folder.cleanup()


def main(arguments):
    picture = None
    if arguments[:1] == ['--picture']:
        picture, arguments = arguments[1], arguments[2:]
    session = Session()
    try:
        with subprocess.Popen(arguments, env=session.environment) as program:
            if not picture:
                return program.wait()
            try:
                session.screen.wait_until_still(program)
                session.screen.save(picture)
            except TimeoutError as error:
                print(error, file=sys.stderr)
                return 1
            finally:
                program.terminate()
        return 0
    finally:
        session.close()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
