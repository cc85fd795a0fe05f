#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Stile founders
# SPDX-License-Identifier: GPL-3.0-or-later

from desk import Desk, tap
from hands import Keyboard
from whole_job import do_whole_job

DESK = Desk()


def test_whole_job():
    """The whole job by keyboard alone"""
    do_whole_job(DESK, Keyboard)


tap.run(test_whole_job)
