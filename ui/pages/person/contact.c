// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contact.h"

#include <glib/gi18n-lib.h>

/* Translators: a kind of contact: on paper. */
static const char *const ways[] = { N_("Telephone"), N_("Meeting"),      N_("Letter"),
                                    N_("E-mail"),    N_("Text message"), N_("Another way") };

const char *
stile_contact_get_way (guint choice)
{
  return _(ways[MIN (choice, G_N_ELEMENTS (ways) - 1)]);
}

StileRecordDialog *
stile_contact_dialog_new (GtkWindow *parent, StileRecordFunc save, gpointer owner)
{
  /* Translators: the heading of a contact of which nothing else is known. */
  StileRecordDialog *dialog = stile_record_dialog_new (parent, _("Contact"), save, owner);
  const char *words[G_N_ELEMENTS (ways) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    words[i] = stile_contact_get_way (i);
  /* Translators: the heading of a choice: by telephone, letter… */
  stile_record_dialog_set_choices (dialog, _("How"), words, 0);
  stile_record_dialog_require_text (dialog);
  return dialog;
}
