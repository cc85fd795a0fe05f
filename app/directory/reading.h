// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: a record that is being read, and its values. Each function takes what is
 * fit to be kept, and tells the report of the rest. */

#pragma once

#include <json-glib/json-glib.h>

#include "directory.h"

G_BEGIN_DECLS

/** Where in what was given a fault lies. */
typedef struct
{
  StileImportReport *report; /* NULL: nobody wants to know */
  const char *source;
  guint record;
  const char *id; /* of the service, or its name, once it is known */
  GDate today;
  gboolean stored; /* written by us: texts are plain and values are fit already */
} StileReading;

/** Adds a line to the report. @field may be NULL. */
void stile_reading_tell (const StileReading *reading, const char *field, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/** How a value begins, for a line of the report; NULL of NULL. Free with g_free. */
char *stile_reading_dup_quote (const char *text);

/** Plain text of at most @most characters, or NULL. A number is text too. */
char *stile_reading_dup_text (const StileReading *reading, JsonObject *object, const char *member,
                              glong most);
/** The same in one line: what a referral keeps of a service may have no more. */
char *stile_reading_dup_line (const StileReading *reading, JsonObject *object, const char *member,
                              glong most);
/** The first of @members, ended by NULL, that has any text. */
char *stile_reading_dup_first (const StileReading *reading, JsonObject *object, glong most,
                               ...) G_GNUC_NULL_TERMINATED;

/** A day as YYYY-MM-DD, of a date or a time that has been; or NULL. */
char *stile_reading_dup_day (const StileReading *reading, JsonObject *object, const char *member);
/** An address with http or https; or NULL. */
char *stile_reading_dup_url (const StileReading *reading, JsonObject *object, const char *member);
/** An e-mail address, or NULL. */
char *stile_reading_dup_email (const StileReading *reading, JsonObject *object, const char *member);

/** A number between @least and @most, also one that is written as text; NAN where there is none. */
double stile_reading_get_number (const StileReading *reading, JsonObject *object,
                                 const char *member, double least, double most);

/** The elements of a list that are objects; also those of an object that stands there alone. A new
 *  GPtrArray of borrowed JsonObjects, at most STILE_READING_LIST_MAX of them. */
GPtrArray *stile_reading_list (const StileReading *reading, JsonObject *object, const char *member);

/** The object at @member, or NULL. Borrowed. */
JsonObject *stile_reading_get_object (JsonObject *object, const char *member);

#define STILE_READING_LIST_MAX 100

/** How many characters are kept of a name, and of longer texts. */
#define STILE_READING_NAME_MAX 500
#define STILE_READING_TEXT_MAX 10000

G_END_DECLS
