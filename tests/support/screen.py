# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""A virtual screen: Xvfb, and its picture read straight from its frame buffer.

Xvfb keeps its frame buffer in a file in XWD format (-fbdir), which we map into memory. So what is
on the screen can be read at any moment without asking the X server or the program for anything.
"""

import ctypes
import mmap
import os
import signal
import struct
import subprocess
import tempfile
import time
import zlib

PR_SET_PDEATHSIG = 1  # from <sys/prctl.h>


def end_with_parent():
    """For a new process: not to outlive the test, however that ends."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Screen:
    """A running X server with one screen."""

    def __init__(self, width=1024, height=768):
        self.folder = tempfile.TemporaryDirectory(prefix='stile-screen-')
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ['Xvfb', '-displayfd', str(writing), '-screen', '0', f'{width}x{height}x24',
             '-fbdir', self.folder.name, '-nolisten', 'tcp', '-dpi', '96', '-noreset'],
            pass_fds=[writing], preexec_fn=end_with_parent, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError('Xvfb did not start')
        self.name = ':' + number
        with open(os.path.join(self.folder.name, 'Xvfb_screen0'), 'rb') as file:
            self.memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        # The XWD header: 25 big-endian words; colours of the palette, 12 bytes each, come before
        # the pixels.
        header = struct.unpack('>25I', self.memory[:100])
        self.width, self.height, self.stride = header[4], header[5], header[12]
        self.start = header[0] + header[19] * 12

    def close(self):
        self.server.terminate()
        self.server.wait()
        self.memory.close()
        self.folder.cleanup()

    def pixels(self, top=0, bottom=None):
        """The rows from top to bottom, four bytes a pixel: blue, green, red, unused."""
        bottom = self.height if bottom is None else bottom
        return self.memory[self.start + top * self.stride:self.start + bottom * self.stride]

    def colours(self):
        """How many different colours are shown: 1 is a blank screen."""
        pixels = self.pixels()
        return len(set(struct.unpack(f'<{len(pixels) // 4}I', pixels)))

    def wait_until_still(self, program=None, still=0.5, timeout=20):
        """Waits until something is shown and nothing changes any more, as long as the program
        runs."""
        end = time.monotonic() + timeout
        before, since = None, time.monotonic()
        while time.monotonic() < end and (program is None or program.poll() is None):
            now = zlib.crc32(self.pixels())
            if now != before:
                before, since = now, time.monotonic()
            elif time.monotonic() - since >= still and self.colours() > 1:
                return
            time.sleep(0.05)
        raise TimeoutError('the screen did not come to rest')

    def save(self, path):
        """Writes what is shown as a PNG without any metadata."""
        pixels = self.pixels()
        picture = bytearray(self.width * self.height * 3)
        picture[0::3], picture[1::3], picture[2::3] = pixels[2::4], pixels[1::4], pixels[0::4]
        line = self.width * 3
        rows = b''.join(b'\0' + picture[y * line:(y + 1) * line] for y in range(self.height))
        size = struct.pack('>2I5B', self.width, self.height, 8, 2, 0, 0, 0)
        with open(path, 'wb') as file:
            file.write(b'\x89PNG\r\n\x1a\n')
            for kind, data in ((b'IHDR', size), (b'IDAT', zlib.compress(rows, 9)), (b'IEND', b'')):
                file.write(struct.pack('>I', len(data)) + kind + data)
                file.write(struct.pack('>I', zlib.crc32(kind + data)))
