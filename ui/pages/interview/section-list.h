// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "interview.h"
#include "phrase.h"

G_BEGIN_DECLS

/** The sections of a form with their state. Emits "chosen" (guint section) when one is pressed. */
#define STILE_TYPE_SECTION_LIST (stile_section_list_get_type ())
G_DECLARE_FINAL_TYPE (StileSectionList, stile_section_list, STILE, SECTION_LIST, AdwBin)

/** Lists the sections of a form; NULL: of none. */
void stile_section_list_set_form (StileSectionList *list, const StileForm *form,
                                  const StileLanguages *languages);
/** Names the sections of that form in other languages. What stile_section_list_update() says of
 *  them follows the language that is spoken then. */
void stile_section_list_say (StileSectionList *list, const StileForm *form,
                             const StileLanguages *languages);
/** Puts more beside a section, such as what is wrong with it; NULL: nothing. To be followed by an
 *  update. */
void stile_section_list_set_remark (StileSectionList *list, guint section, const char *remark);
/** Shows how far each section is, and marks @current. The interview is one of that form. */
void stile_section_list_update (StileSectionList *list, const StileInterview *interview,
                                guint current);

G_END_DECLS
