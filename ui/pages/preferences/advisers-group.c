// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "advisers-group.h"

#include <glib/gi18n-lib.h>

#include "advisers.h"
#include "key-dialog.h"

struct _StileAdvisersGroup
{
  AdwBin parent_instance;

  GtkListBox *advisers;
  GtkWidget *add_row;
  GtkWidget *change_row;
  GtkWidget *test_row;
  GtkWidget *sheet_row;
  GtkWidget *rekey_row;

  StileLedger *ledger; /* NULL while closed */
  char *leaving;       /* whose removal is being asked about */
};

G_DEFINE_FINAL_TYPE (StileAdvisersGroup, stile_advisers_group, ADW_TYPE_BIN)

static void show_advisers (StileAdvisersGroup *self);

static GtkWindow *
get_window (StileAdvisersGroup *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
say (StileAdvisersGroup *self, const char *heading, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (self), heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- Removing ---- */

static void
remove_response_cb (StileAdvisersGroup *self, const char *response)
{
  g_autoptr (GError) error = NULL;

  if (self->ledger == NULL || self->leaving == NULL || !g_str_equal (response, "remove"))
    return;
  if (!stile_ledger_remove_adviser (self->ledger, self->leaving, &error))
    say (self, _("Nobody was removed"), error->message);
  if (stile_ledger_is_unlocked (self->ledger))
    show_advisers (self);
  else /* it was oneself */
    gtk_widget_activate_action (GTK_WIDGET (self), "win.lock", NULL);
}

static void
remove_cb (StileAdvisersGroup *self, GtkWidget *button)
{
  const char *name = gtk_widget_get_name (button);
  /* Translators: the name of an adviser. */
  g_autofree char *heading = g_strdup_printf (_("Remove “\u2068%s\u2069”?"), name);
  GtkWidget *widget
      = adw_message_dialog_new (get_window (self), heading,
                                _("Their passphrase opens this record book no more. What they "
                                  "wrote stays. If they may have a copy of the book, make new "
                                  "keys afterwards."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  g_free (self->leaving);
  self->leaving = g_strdup (name);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "remove", _("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- The list ---- */

static gboolean
is_manager (StileAdvisersGroup *self)
{
  return stile_ledger_get_role (self->ledger) == STILE_ROLE_MANAGER;
}

static char *
describe (StileAdvisersGroup *self, const StileAdviser *adviser)
{
  const char *role = adviser->role == STILE_ROLE_MANAGER ? _("Centre manager") : _("Adviser");

  if (adviser->changed)
    return g_strdup_printf ("%s. %s", role,
                            /* Translators: behind “Adviser.”: the role was changed without this
                             * program. */
                            _("Somebody changed this past the program: remove them."));
  if (g_strcmp0 (adviser->name, stile_ledger_get_adviser (self->ledger)) == 0)
    return g_strdup_printf (/* Translators: "Centre manager (you)" */ _("%s (you)"), role);
  return g_strdup (role);
}

static GtkWidget *
remove_button_new (StileAdvisersGroup *self, const char *name)
{
  /* Translators: a button for screen readers; %s is the name of an adviser. */
  g_autofree char *words = g_strdup_printf (_("Remove %s"), name);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", _("Remove…"), "valign",
                                    GTK_ALIGN_CENTER, "name", name, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_adviser (StileAdvisersGroup *self, const StileAdviser *adviser)
{
  g_autofree char *words = describe (self, adviser);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", adviser->name,
                                 NULL);

  g_object_set (row, "subtitle", words, NULL);
  if (is_manager (self) && !stile_ledger_is_read_only (self->ledger))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove_button_new (self, adviser->name));
  gtk_list_box_append (self->advisers, row);
}

static void
clear_advisers (StileAdvisersGroup *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->advisers, 0)) != NULL)
    gtk_list_box_remove (self->advisers, GTK_WIDGET (row));
}

static void
show_advisers (StileAdvisersGroup *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) advisers = stile_ledger_list_advisers (self->ledger, &error);
  guint i;

  clear_advisers (self);
  if (advisers == NULL)
    {
      say (self, _("The advisers cannot be read now"), error->message);
      return;
    }
  for (i = 0; i < advisers->len; i++)
    add_adviser (self, g_ptr_array_index (advisers, i));
}

/* ---- Keys ---- */

static void
start (StileAdvisersGroup *self, StileKeyTask task)
{
  StileKeyDialog *dialog;

  if (self->ledger == NULL)
    return;
  dialog = stile_key_dialog_new (get_window (self), self->ledger, task);
  g_signal_connect_object (dialog, "done", G_CALLBACK (show_advisers), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_cb (StileAdvisersGroup *self)
{
  start (self, STILE_KEY_TASK_ADD_ADVISER);
}

static void
change_cb (StileAdvisersGroup *self)
{
  start (self, STILE_KEY_TASK_CHANGE_PASSPHRASE);
}

static void
test_cb (StileAdvisersGroup *self)
{
  start (self, STILE_KEY_TASK_TEST_SHEET);
}

static void
sheet_cb (StileAdvisersGroup *self)
{
  start (self, STILE_KEY_TASK_NEW_SHEET);
}

static void
rekey_cb (StileAdvisersGroup *self)
{
  start (self, STILE_KEY_TASK_REKEY);
}

static void
allow (GtkWidget *row, const char *why_not)
{
  gtk_widget_set_sensitive (row, why_not == NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why_not != NULL ? why_not : "");
}

static void
allow_rows (StileAdvisersGroup *self)
{
  const char *writes = stile_ledger_is_read_only (self->ledger)
                           ? _("This record book can only be read.")
                           : NULL;
  const char *manages = writes == NULL && !is_manager (self) ? _("A centre manager can do this.")
                                                             : writes;

  allow (self->change_row, writes);
  allow (self->add_row, manages);
  allow (self->sheet_row, manages);
  allow (self->rekey_row, manages);
}

void
stile_advisers_group_open (StileAdvisersGroup *group, StileCasework *casework)
{
  group->ledger = stile_casework_get_ledger (casework);
  allow_rows (group);
  show_advisers (group);
}

void
stile_advisers_group_close (StileAdvisersGroup *group)
{
  group->ledger = NULL;
  g_clear_pointer (&group->leaving, g_free);
  clear_advisers (group);
}

static void
stile_advisers_group_finalize (GObject *object)
{
  g_clear_pointer (&STILE_ADVISERS_GROUP (object)->leaving, g_free);
  G_OBJECT_CLASS (stile_advisers_group_parent_class)->finalize (object);
}

static void
stile_advisers_group_class_init (StileAdvisersGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_advisers_group_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/advisers-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StileAdvisersGroup, advisers);
  gtk_widget_class_bind_template_child (widget_class, StileAdvisersGroup, add_row);
  gtk_widget_class_bind_template_child (widget_class, StileAdvisersGroup, change_row);
  gtk_widget_class_bind_template_child (widget_class, StileAdvisersGroup, test_row);
  gtk_widget_class_bind_template_child (widget_class, StileAdvisersGroup, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, StileAdvisersGroup, rekey_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, rekey_cb);
}

static void
stile_advisers_group_init (StileAdvisersGroup *group)
{
  gtk_widget_init_template (GTK_WIDGET (group));
}
