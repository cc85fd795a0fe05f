// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* Directories of services that do not exist, in towns that do not exist: for the demo, for tests
 * and for measuring. The same number of services is always the same text. Towns lie in the North
 * Sea, postcodes begin with a letter that no postcode begins with, and telephone numbers are those
 * that Ofcom keeps free for stories (01632 960000 to 960999). */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A page of HSDS 3.1 with @n services, a record a line. Free with g_free. */
char *stile_made_up_services (guint n);

G_END_DECLS
