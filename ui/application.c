// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application.h"

#include "window.h"

struct _StileApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (StileApplication, stile_application, ADW_TYPE_APPLICATION)

static void
stile_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (stile_window_new (STILE_APPLICATION (application)));
  gtk_window_present (window);
}

static void
stile_application_class_init (StileApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = stile_application_activate;
}

static void
stile_application_init (StileApplication *self)
{
}

StileApplication *
stile_application_new (void)
{
  return g_object_new (STILE_TYPE_APPLICATION,
                       "application-id", STILE_APPLICATION_ID,
                       "resource-base-path", "/org/stile/Stile",
                       NULL);
}
