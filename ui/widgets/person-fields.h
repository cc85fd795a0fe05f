// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "casework.h"
#include "error-summary.h"
#include "reader.h"

G_BEGIN_DECLS

/** What is known of a person, to be typed and changed: name, reference, the language they read,
 *  what helps them to understand and to be understood. A widget may be put "between" who it is and
 *  how they like to be asked. Emits "activate" on Enter in one of its texts, and
 *  "language-changed". */
#define STILE_TYPE_PERSON_FIELDS (stile_person_fields_get_type ())
G_DECLARE_FINAL_TYPE (StilePersonFields, stile_person_fields, STILE, PERSON_FIELDS, AdwBin)

/** Shows what is known of @person. */
void stile_person_fields_set_person (StilePersonFields *fields, const StilePerson *person);
/** As it is typed now. Free with stile_person_free(). */
StilePerson *stile_person_fields_dup_person (StilePersonFields *fields);

/** With @form, which may be NULL, a language is always chosen: the first are those of the form, and
 *  where it has not the one that is chosen, that is said. What is chosen stays. */
void stile_person_fields_set_form (StilePersonFields *fields, StileForm *form);
/** Says where there is no voice for what is to be read aloud. */
void stile_person_fields_set_reader (StilePersonFields *fields, StileReader *reader);
/** The language that is chosen; NULL where that is not known. Borrowed. */
const char *stile_person_fields_get_language (StilePersonFields *fields);

/** Puts the focus into the first of them. */
void stile_person_fields_focus (StilePersonFields *fields);

/** Says at the field, and in @summary, what is missing. FALSE where something is. */
gboolean stile_person_fields_check (StilePersonFields *fields, StileErrorSummary *summary);

G_END_DECLS
