// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "record-dialog.h"

G_BEGIN_DECLS

/** Asks how somebody was in contact with a person, and what came of it. @save is called with which
 *  way it was. */
StileRecordDialog *stile_contact_dialog_new (GtkWindow *parent, StileRecordFunc save,
                                             gpointer owner);

/** A way in words, as the record keeps it: "Telephone". Borrowed. */
const char *stile_contact_get_way (guint choice);

G_END_DECLS
