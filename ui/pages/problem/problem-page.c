// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "problem-page.h"

#include <glib/gi18n-lib.h>

#include "focus-first.h"
#include "ledger.h"

struct _StileProblemPage
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkWidget *try_button;
};

G_DEFINE_FINAL_TYPE (StileProblemPage, stile_problem_page, ADW_TYPE_BIN)

typedef struct
{
  StileLedgerError code;
  const char *title;
  const char *advice;
} Words;

static const Words words[] = {
  { STILE_LEDGER_ERROR_MISSING, N_("The record book is not there"),
    N_("If it is on a memory stick or a shared drive, connect that first.") },
  { STILE_LEDGER_ERROR_NOT_A_BOOK, N_("This is not a record book"),
    N_("Choose the file of a record book. Its name often ends in “.stile”.") },
  { STILE_LEDGER_ERROR_NEWER, N_("This record book needs a newer Stile"),
    N_("It was opened with a newer version before. Update Stile on this computer, then try "
       "again. Nothing was changed.") },
  { STILE_LEDGER_ERROR_DAMAGED, N_("The record book is damaged"),
    N_("Keep the file as it is, and ask whoever looks after this computer to bring back the "
       "last good copy.") },
  { STILE_LEDGER_ERROR_READ_ONLY, N_("The record book may not be changed"),
    N_("Ask whoever looks after this computer to let you write to this file and its folder.") },
  { STILE_LEDGER_ERROR_BUSY, N_("The record book is in use"),
    N_("Another program has it open. Close that first, then try again.") },
  { STILE_LEDGER_ERROR_FULL, N_("There is no space left"),
    N_("Make some space on this computer, then try again. Nothing was lost.") },
};

static const Words *
find_words (const GError *error)
{
  guint i;

  for (i = 0; error->domain == STILE_LEDGER_ERROR && i < G_N_ELEMENTS (words); i++)
    if ((int) words[i].code == error->code)
      return &words[i];
  return NULL;
}

const char *
stile_problem_get_title (const GError *error)
{
  const Words *found = find_words (error);

  return found != NULL ? _(found->title) : _("The record book could not be opened");
}

const char *
stile_problem_get_advice (const GError *error)
{
  const Words *found = find_words (error);

  return found != NULL ? _(found->advice) : _("Try again, or choose another record book.");
}

void
stile_problem_page_open (StileProblemPage *page, const GError *error, const char *path)
{
  g_autofree char *file = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf ("%s\n\n%s\n\n%s", error->message,
                                           stile_problem_get_advice (error), file);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_title (page->status, stile_problem_get_title (error));
  adw_status_page_set_description (page->status, markup);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (STILE_PROBLEM_PAGE (widget)->try_button);
}

static void
stile_problem_page_class_init (StileProblemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StileProblemPage, status);
  gtk_widget_class_bind_template_child (widget_class, StileProblemPage, try_button);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_problem_page_init (StileProblemPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
}
