// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the program says, in a language that is chosen while it runs. In place of
 * <glib/gi18n-lib.h> for whatever a claimant may read: on screen, on paper, as an error.
 *
 * Outside of a StileSpoken, _() is gettext's: the language the program was started in. Within one
 * it is the language that was named, for this thread alone: two languages can stand on one page,
 * and a backup in another thread goes on complaining in the adviser's. gettext itself knows but
 * one language a process, in an environment that must not be changed once there are threads, and
 * no plurals or months of a language whose locale is not installed. */

#pragma once

#include <glib.h>
#include <libintl.h>

G_BEGIN_DECLS

/** Settles the program's own language, before anything is said: that of the environment, whether
 *  its locale is installed or not. */
void stile_words_prepare (void);

/** From here to the end of the scope, words are in @language (BCP 47); of NULL, in that of the
 *  program. Whatever it has no words for is said in English. Scopes nest:
 *
 *    g_autoptr (StileSpoken) spoken = stile_words_speak ("ur");  */
typedef struct _StileSpoken StileSpoken;
StileSpoken *stile_words_speak (const char *language);
void stile_words_end (StileSpoken *spoken);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileSpoken, stile_words_end)

/** The language that words are in now, "en" where there is no catalogue. Free with g_free. */
char *stile_words_dup_language (void);
/** @text, in whatever language somebody wrote it, with each of its lines on the side where that
 *  language begins. Free with g_free. */
char *stile_words_dup_directed (const char *text);
/** Whether there is a catalogue of @language, or it is English, in which the program is written. */
gboolean stile_words_has_language (const char *language);
/** The folder of catalogues: the environment's STILE_LOCALES if set, as while building; else the
 *  installed one. */
const char *stile_words_get_folder (void);
/** Whether its catalogue says that no native speaker has reviewed it yet. */
gboolean stile_words_is_draft (const char *language);

/** For the macros below, which xgettext knows. */
const char *stile_words_get (const char *words) G_GNUC_FORMAT (1);
const char *stile_words_get_in_context (const char *context, const char *words) G_GNUC_FORMAT (2);
const char *stile_words_get_plural (const char *one, const char *many, gulong n)
  G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

#ifdef _
#error "Either words.h or glib/gi18n-lib.h"
#endif
#define _(Words) stile_words_get (Words)
#define C_(Context, Words) stile_words_get_in_context (Context, Words)
#define N_(Words) (Words)
#define NC_(Context, Words) (Words)
#undef ngettext
#define ngettext(One, Many, N) stile_words_get_plural (One, Many, N)

/** "31 January 1990", and without the year. Free with g_free. */
char *stile_words_dup_date (const GDate *date);
char *stile_words_dup_day (const GDate *date);
/** The date of a moment, without and with the time: "31 January 1990, 14:05". Free with g_free. */
char *stile_words_dup_date_of (GDateTime *moment);
char *stile_words_dup_moment (GDateTime *moment);

/** What stands between whole and fraction of a number. */
const char *stile_words_get_decimal_sign (void);

G_END_DECLS
