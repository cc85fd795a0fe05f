// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The menus that the text fields of a claimant's page have for the other button of the mouse. GTK
 *  makes each when it is first asked for, in the program's language: here they are ours. */
typedef struct _StileFieldMenus StileFieldMenus;

/** Of all fields in @widget, which are there already and go with it. To be freed before. */
StileFieldMenus *stile_field_menus_new (GtkWidget *widget);
void stile_field_menus_free (StileFieldMenus *menus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StileFieldMenus, stile_field_menus_free)

/** Says them in @language; NULL: in the program's. */
void stile_field_menus_say (StileFieldMenus *menus, const char *language);

G_END_DECLS
