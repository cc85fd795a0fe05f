// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "arena.h"
#include "form-names.h"
#include "form.h"

G_BEGIN_DECLS

/** A form with what holds it together; the form is its first member. */
typedef struct
{
  StileForm form;
  gatomicrefcount references;
  StileArena *arena;
  StileNames *names;
  char *digest; /* NULL until somebody asks for it */
  const char **languages; /* the form's own first; NULL behind the last */
  guint n_texts;          /* that can be translated */
  guint *n_translated;    /* for each of the languages */
  const char *drafts;     /* tags of languages with blanks between them, or NULL */
} StileFormBox;

G_END_DECLS
