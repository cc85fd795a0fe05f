// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "application.h"
#include "casework.h"

G_BEGIN_DECLS

#define STILE_TYPE_WINDOW (stile_window_get_type ())
G_DECLARE_FINAL_TYPE (StileWindow, stile_window, STILE, WINDOW, AdwApplicationWindow)

/* Pages reach each other through these actions only; a page never knows another.
 *
 *   win.people                          the list of people
 *   win.new-assessment  s               Start, for a case id, or "" for somebody new
 *   win.person          s               a person's file: case id
 *   win.interview       (sss)           case id, assessment id, question id or ""
 *   win.check-answers   (ss)            case id, assessment id
 *   win.result          (ss)            case id, assessment id
 *   win.lock, win.hide, win.about, win.shortcuts */
StileWindow *stile_window_new (StileApplication *application);

G_END_DECLS
