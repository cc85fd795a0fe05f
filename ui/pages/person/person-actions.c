// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "person-actions.h"

#include <glib/gi18n-lib.h>

#include "advisers.h"
#include "correct-dialog.h"
#include "erase-dialog.h"
#include "person-export.h"

struct _StilePersonActions
{
  AdwBin parent_instance;

  GtkMenuButton *menu_button;

  StileCasework *casework; /* NULL while closed */
  char *case_id;
  GtkFileChooserNative *chooser; /* while it is open */
  StilePersonExport shape;       /* of what it is to hold */
};

G_DEFINE_FINAL_TYPE (StilePersonActions, stile_person_actions, ADW_TYPE_BIN)

enum
{
  CHANGED,
  ERASED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWindow *
get_window (StilePersonActions *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* ---- Everything held ---- */

static void
chooser_response_cb (StilePersonActions *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (chooser));
  if (response != GTK_RESPONSE_ACCEPT || path == NULL || self->casework == NULL)
    return;
  stile_person_export_write (self->casework, self->case_id, self->shape, path, &error);
  stile_person_export_say (get_window (self), error);
}

static void
export_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StilePersonActions *self = STILE_PERSON_ACTIONS (widget);

  if (self->chooser != NULL)
    return;
  self->shape = g_str_equal (name, "record.export-pdf") ? STILE_PERSON_EXPORT_PDF
                                                        : STILE_PERSON_EXPORT_JSON;
  self->chooser = stile_person_export_new_chooser (get_window (self), self->shape);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chooser_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* ---- Correcting and erasing ---- */

static void
corrected_cb (StilePersonActions *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
erased_cb (StilePersonActions *self)
{
  g_signal_emit (self, signals[ERASED], 0);
}

static void
say_failure (StilePersonActions *self, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (self), _("This cannot be done now"),
                                              error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
correct_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StilePersonActions *self = STILE_PERSON_ACTIONS (widget);
  g_autoptr (GError) error = NULL;
  StileCorrectDialog *dialog = stile_correct_dialog_new (get_window (self), self->casework,
                                                         self->case_id, &error);

  if (dialog == NULL)
    {
      say_failure (self, error);
      return;
    }
  g_signal_connect_object (dialog, "corrected", G_CALLBACK (corrected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
erase_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StilePersonActions *self = STILE_PERSON_ACTIONS (widget);
  g_autoptr (GError) error = NULL;
  StileEraseDialog *dialog = stile_erase_dialog_new (get_window (self), self->casework,
                                                     self->case_id, &error);

  if (dialog == NULL)
    {
      say_failure (self, error);
      return;
    }
  g_signal_connect_object (dialog, "erased", G_CALLBACK (erased_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- The menu ---- */

/* The menu goes before the page does that holds it: assistive tools may still be asking. */
static void
audit_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StilePersonActions *self = STILE_PERSON_ACTIONS (widget);

  gtk_menu_button_popdown (self->menu_button);
  gtk_widget_activate_action (widget, "win.audit", "s", self->case_id);
}

static gboolean
has_finished_assessment (const StileCase *person_file)
{
  guint i;

  for (i = 0; i < person_file->assessments->len; i++)
    {
      const StileAssessment *assessment = g_ptr_array_index (person_file->assessments, i);

      if (assessment->finished_at != NULL && assessment->form != NULL)
        return TRUE;
    }
  return FALSE;
}

static const char *
why_not_correct (StileCasework *casework, const StileCase *person_file)
{
  if (stile_ledger_is_read_only (stile_casework_get_ledger (casework)))
    return _("this record book can only be read");
  return has_finished_assessment (person_file) ? NULL : _("no assessment is finished yet");
}

static const char *
why_not_erase (StileCasework *casework)
{
  StileLedger *ledger = stile_casework_get_ledger (casework);

  if (stile_ledger_is_read_only (ledger))
    return _("this record book can only be read");
  return stile_ledger_get_role (ledger) == STILE_ROLE_MANAGER ? NULL
                                                              : _("a centre manager can do this");
}

/* Adds an item that can be used, or says why it cannot. */
static void
add_item (StilePersonActions *self, GMenu *menu, const char *words, const char *action,
          const char *why_not)
{
  g_autofree char *label
      = why_not != NULL
            ? g_strdup_printf (/* Translators: "Erase this person (a centre manager can do this)" */
                               _("%s (%s)"), words, why_not)
            : g_strdup (words);

  g_menu_append (menu, label, action);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, why_not == NULL);
}

static GMenuModel *
menu_new (StilePersonActions *self, const StileCase *person_file)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) see = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();

  add_item (self, see, _("Everything held, to read (PDF)…"), "record.export-pdf", NULL);
  add_item (self, see, _("Everything held, as data (JSON)…"), "record.export-json", NULL);
  add_item (self, see, _("Who has looked at this record"), "record.audit", NULL);
  add_item (self, change, _("Correct an answer…"), "record.correct",
            why_not_correct (self->casework, person_file));
  add_item (self, change, _("Erase this person…"), "record.erase",
            why_not_erase (self->casework));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (see));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  return G_MENU_MODEL (menu);
}

void
stile_person_actions_open (StilePersonActions *actions, StileCasework *casework,
                           const StileCase *person_file)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_free (actions->case_id);
  actions->case_id = g_strdup (person_file->id);
  actions->casework = casework;
  menu = menu_new (actions, person_file);
  gtk_menu_button_set_menu_model (actions->menu_button, menu);
}

void
stile_person_actions_close (StilePersonActions *actions)
{
  actions->casework = NULL;
  g_clear_pointer (&actions->case_id, g_free);
  gtk_menu_button_set_menu_model (actions->menu_button, NULL);
}

static void
stile_person_actions_dispose (GObject *object)
{
  g_clear_object (&STILE_PERSON_ACTIONS (object)->chooser);
  G_OBJECT_CLASS (stile_person_actions_parent_class)->dispose (object);
}

static void
stile_person_actions_finalize (GObject *object)
{
  g_clear_pointer (&STILE_PERSON_ACTIONS (object)->case_id, g_free);
  G_OBJECT_CLASS (stile_person_actions_parent_class)->finalize (object);
}

static void
stile_person_actions_class_init (StilePersonActionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_person_actions_dispose;
  G_OBJECT_CLASS (klass)->finalize = stile_person_actions_finalize;
  signals[CHANGED] = g_signal_new ("changed", STILE_TYPE_PERSON_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[ERASED] = g_signal_new ("erased", STILE_TYPE_PERSON_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/person-actions.ui");
  gtk_widget_class_bind_template_child (widget_class, StilePersonActions, menu_button);
  gtk_widget_class_install_action (widget_class, "record.export-pdf", NULL, export_activated_cb);
  gtk_widget_class_install_action (widget_class, "record.export-json", NULL, export_activated_cb);
  gtk_widget_class_install_action (widget_class, "record.audit", NULL, audit_activated_cb);
  gtk_widget_class_install_action (widget_class, "record.correct", NULL, correct_activated_cb);
  gtk_widget_class_install_action (widget_class, "record.erase", NULL, erase_activated_cb);
}

static void
stile_person_actions_init (StilePersonActions *actions)
{
  gtk_widget_init_template (GTK_WIDGET (actions));
}
