// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casework.h"
#include "phrase.h"

G_BEGIN_DECLS

/** How the claimant's pages are read: in which languages, and how large. There is one for all of
 *  them, so that nothing changes from page to page, and it stays as it is for one assessment.
 *
 *  Emits "changed" when the pages have to say everything again. */
#define STILE_TYPE_READING (stile_reading_get_type ())
G_DECLARE_FINAL_TYPE (StileReading, stile_reading, STILE, READING, GObject)

typedef enum
{
  STILE_VIEW_CLAIMANT_FIRST, /* both, the claimant's large */
  STILE_VIEW_ADVISER_FIRST,
  STILE_VIEW_CLAIMANT,       /* one of them alone */
  STILE_VIEW_ADVISER,
} StileView;

/** The adviser's language is that of the program. */
StileReading *stile_reading_new (void);

/** Begins with an assessment: in both languages, as large as the person likes it. One that goes on
 *  stays as it was left. A language that neither @form nor the program has is read as the
 *  form's. */
void stile_reading_start (StileReading *reading, const char *assessment_id, const StileForm *form,
                          const char *claimant_language, guint percent);

/** Borrowed until the next change. */
StileLanguages stile_reading_get_languages (StileReading *reading);
const char *stile_reading_get_claimant_language (StileReading *reading);
const char *stile_reading_get_adviser_language (StileReading *reading);
/** Whether there is anything to switch. */
gboolean stile_reading_has_two_languages (StileReading *reading);

StileView stile_reading_get_view (StileReading *reading);
void stile_reading_set_view (StileReading *reading, StileView view);
/** The other language in its place. */
void stile_reading_swap (StileReading *reading);

/** How large: 100, 150 or 200 per cent of what is usual. */
guint stile_reading_get_percent (StileReading *reading);
void stile_reading_set_percent (StileReading *reading, guint percent);
/** One step up (1), down (-1), or back to what is usual (0). */
void stile_reading_step_percent (StileReading *reading, int step);

/** The claimant answers alone: in their own language, and with nothing on the pages that is the
 *  adviser's. */
void stile_reading_set_alone (StileReading *reading, gboolean alone);
gboolean stile_reading_get_alone (StileReading *reading);

/** Shows @widget as large as that, in per cent. */
void stile_reading_show_percent (GtkWidget *widget, guint percent);

/** From now on @page is large as that, has the faces and, while it is seen, the direction of the
 *  first language; and it has the actions "reading.view", "reading.swap", "reading.percent",
 *  "reading.larger", "reading.smaller", "reading.usual-size" with their keys. */
void stile_reading_dress (StileReading *reading, GtkWidget *page);

G_END_DECLS
