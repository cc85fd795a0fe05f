// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "application.h"
#include "book.h"

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
 *   win.referral        (ss)            case id, referral id
 *   win.preferences                     what the centre sets for itself
 *   win.audit           s               who did what, of a case id, or "" for everybody
 *   win.waiting                         who is waiting too long
 *   win.directory                       the local services
 *   win.service         s               a service in full: its id
 *   win.new-directory                   puts a directory aside that cannot be used
 *   win.lock, win.hide                  wipe the keys; cover the screen, or show it again
 *   win.hand-over, win.give-back        the claimant answers alone; and does no longer: locks
 *   win.apply-settings                  after a setting of the centre was changed
 *   win.choose-book, win.open-again     while no book is open
 *   win.restore                         a backup instead of the book, or of none
 *   win.about, win.shortcuts */
StileWindow *stile_window_new (StileApplication *application);

/** Opens the book at @path and asks for the passphrase. Where there is none, First start makes one
 *  if @may_create; every other failure is explained on a page of its own. */
void stile_window_open_path (StileWindow *window, const char *path, gboolean may_create);

/** Starts work with an unlocked book of the demo. */
void stile_window_open_demo (StileWindow *window, StileBook *book);

/** Says why there is nothing to work with. */
void stile_window_show_problem (StileWindow *window, const GError *error, const char *path);

G_END_DECLS
