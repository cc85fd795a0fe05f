// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Why there is no record book to work with, and what to do. */
#define STILE_TYPE_PROBLEM_PAGE (stile_problem_page_get_type ())
G_DECLARE_FINAL_TYPE (StileProblemPage, stile_problem_page, STILE, PROBLEM_PAGE, AdwBin)

/** @error: what kept the book at @path from being opened. */
void stile_problem_page_open (StileProblemPage *page, const GError *error, const char *path);

/** What the page says: a heading, and what the person can do about it. Static. */
const char *stile_problem_get_title (const GError *error);
const char *stile_problem_get_advice (const GError *error);

G_END_DECLS
