#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

"""A loudspeaker that takes its time, as real ones do, and keeps what it played: loudspeaker.py FILE

ALSA hands it the sound on its standard input.
"""

import os
import sys
import time

BYTES_A_SECOND = 2 * 22050  # 16 bits, as espeak-ng speaks
TIMES_AS_FAST = 4  # as life: tests have less time than people
PIECE = 2048

with open(sys.argv[1], 'ab', buffering=0) as played:
    while sound := os.read(0, PIECE):
        played.write(sound)
        time.sleep(len(sound) / BYTES_A_SECOND / TIMES_AS_FAST)
