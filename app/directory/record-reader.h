// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Private to this room: services out of the records of Open Referral UK 1.0 and 3.0 and HSDS 3.0
 * and 3.1. */

#pragma once

#include "reading.h"

G_BEGIN_DECLS

/** Reads a record: a service, a service at a location, or an organization with services. New
 *  GPtrArray of StileService, each with an id and a name; what had to be left out is told, and
 *  where nothing could be used the array is empty. */
GPtrArray *stile_record_read (StileReading *reading, JsonObject *record);

/** The same of a row of a table, which is a service whatever it says of itself. */
GPtrArray *stile_record_read_row (StileReading *reading, JsonObject *row);

/** One service without the question what kind of record it is, or NULL. */
StileService *stile_service_read (StileReading *reading, JsonObject *object);

/** Adds to @service what stands in the lists of @object, a service. */
void stile_service_read_lists (const StileReading *reading, JsonObject *object,
                               StileService *service);
/** Adds a location, as it stands in a "service at location". */
void stile_service_read_location (const StileReading *reading, JsonObject *location,
                                  StileService *service);

/** Adds what stands in a service's headings, in any spelling. */
void stile_service_read_terms (const StileReading *reading, JsonObject *object,
                               StileService *service);

/** Adds when it is open. */
void stile_service_read_schedules (const StileReading *reading, JsonObject *object,
                                   StileService *service);

G_END_DECLS
