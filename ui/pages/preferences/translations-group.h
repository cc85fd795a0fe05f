// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* In which languages each form can be asked, and how much of it; and which cannot be read. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define STILE_TYPE_TRANSLATIONS_GROUP (stile_translations_group_get_type ())
G_DECLARE_FINAL_TYPE (StileTranslationsGroup, stile_translations_group, STILE, TRANSLATIONS_GROUP,
                      AdwBin)

/** Shows those of @forms (of StileForm), and the sentences of @problems (of char *). */
void stile_translations_group_open (StileTranslationsGroup *group, GPtrArray *forms,
                                    GPtrArray *problems);
void stile_translations_group_close (StileTranslationsGroup *group);

G_END_DECLS
