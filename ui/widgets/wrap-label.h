// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StileWrapLabel:
 *
 * A #GtkLabel for text that wraps where its page is narrow. Its least and its usual width are some
 * letters, whatever it says: a #GtkLabel lays its text out once more, letter by letter in as narrow
 * a column as it may get, to find the same width. That is half of the time which a change of the
 * language takes, more than anything in scripts that are hard to set.
 *
 * It is a #GtkLabel in everything else; its "width-chars" and "max-width-chars" mean nothing.
 */
#define STILE_TYPE_WRAP_LABEL (stile_wrap_label_get_type ())

GType stile_wrap_label_get_type (void);

G_END_DECLS
