// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Whether disk and swap of this computer are encrypted, in words for a manager. */
#define STILE_TYPE_MACHINE_WORDS (stile_machine_words_get_type ())
G_DECLARE_FINAL_TYPE (StileMachineWords, stile_machine_words, STILE, MACHINE_WORDS, AdwBin)

/** Looks at the disk that holds @path, which need not be there yet. */
void stile_machine_words_look (StileMachineWords *words, const char *path);

G_END_DECLS
