// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stddef.h>
#include <stdint.h>

/** What libFuzzer calls with bytes of its own making, and the replay with those of the corpus. Ends
 *  the program where a promise is broken; else 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t length);
