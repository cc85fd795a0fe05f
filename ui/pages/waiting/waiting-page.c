// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "waiting-page.h"

#include <glib/gi18n-lib.h>

#include "focus-first.h"
#include "pages/person/contact.h"
#include "rights.h"
#include "waiting-export.h"
#include "waiting-row.h"

struct _StileWaitingPage
{
  AdwBin parent_instance;

  GtkWidget *people_button;
  GtkWidget *save_button;
  GtkWidget *intro_label;
  GtkLabel *clock_label;
  AdwBin *results;
  GtkWidget *list_page;
  GtkWidget *nobody_page;
  AdwStatusPage *trouble_page;
  GtkWidget *list_view;
  GListStore *people;

  StileCasework *casework;       /* not owned; NULL while closed */
  char *case_id;                 /* whom the dialog is about */
  GtkFileChooserNative *chooser; /* while it is open */
};

G_DEFINE_FINAL_TYPE (StileWaitingPage, stile_waiting_page, ADW_TYPE_BIN)

static GtkWindow *
get_window (StileWaitingPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* ---- The list ---- */

/* By a clock that is wrong the list is wrong, too. */
static void
show_clock (StileWaitingPage *self)
{
  g_autofree char *doubt = NULL;
  g_autoptr (GError) error = NULL;
  gboolean right = stile_casework_check_clock (self->casework, &doubt, &error);
  const char *words = right ? doubt : error->message;

  gtk_label_set_label (self->clock_label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->clock_label), words != NULL);
}

static void
take_list (StileWaitingPage *self, GPtrArray *list)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (list->len, g_object_unref);
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->people));

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (items, stile_waiting_item_new (g_ptr_array_index (list, i)));
  g_ptr_array_set_free_func (list, NULL); /* the items have them now */
  g_list_store_splice (self->people, 0, before, items->pdata, items->len);
}

static gboolean
update_list (StileWaitingPage *self, GError **error)
{
  g_autoptr (GPtrArray) list = stile_casework_list_parked (self->casework, error);
  gboolean some = list != NULL && list->len > 0;

  if (list == NULL)
    return FALSE;
  take_list (self, list);
  gtk_widget_set_visible (self->save_button, some);
  gtk_widget_set_visible (self->intro_label, some);
  adw_bin_set_child (self->results, some ? self->list_page : self->nobody_page);
  show_clock (self);
  return TRUE;
}

/* What was to be kept is kept: a failure to read the list again must not look like one to save. */
static void
update_after_saving (StileWaitingPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!update_list (self, &error))
    {
      adw_status_page_set_description (self->trouble_page, error->message);
      adw_bin_set_child (self->results, GTK_WIDGET (self->trouble_page));
    }
  gtk_widget_activate_action (GTK_WIDGET (self), STILE_ACTION_FOCUS, NULL);
}

static void
row_activated_cb (StileWaitingPage *self, guint position)
{
  g_autoptr (StileWaitingItem) item = g_list_model_get_item (G_LIST_MODEL (self->people), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.person", "s",
                              stile_waiting_item_get_parked (item)->case_id);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, GTK_WIDGET (stile_waiting_row_new ()));
}

static void
row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  stile_waiting_row_set_item (STILE_WAITING_ROW (gtk_list_item_get_child (list_item)),
                              gtk_list_item_get_item (list_item));
}

/* ---- What can be done at once ---- */

static gboolean
save_contact (gpointer owner, const StileRecord *record, GError **error)
{
  StileWaitingPage *self = owner;

  if (!stile_casework_record_contact (self->casework, self->case_id,
                                      stile_contact_get_way (record->choice), record->text,
                                      error))
    return FALSE;
  update_after_saving (self);
  return TRUE;
}

static gboolean
save_moved_on (gpointer owner, const StileRecord *record, GError **error)
{
  StileWaitingPage *self = owner;

  if (!stile_casework_record_moved_on (self->casework, self->case_id, record->text, error))
    return FALSE;
  update_after_saving (self);
  return TRUE;
}

/* The name of whom the button was about. */
static const char *
find_name (StileWaitingPage *self, const char *case_id)
{
  guint n_people = g_list_model_get_n_items (G_LIST_MODEL (self->people));

  for (guint i = 0; i < n_people; i++)
    {
      g_autoptr (StileWaitingItem) item = g_list_model_get_item (G_LIST_MODEL (self->people), i);
      const StileParked *parked = stile_waiting_item_get_parked (item);

      if (g_str_equal (parked->case_id, case_id))
        return parked->person;
    }
  return "";
}

/* Shows a dialog about the person of the button. */
static void
ask (StileWaitingPage *self, StileRecordDialog *dialog, GVariant *parameter)
{
  g_free (self->case_id);
  self->case_id = g_variant_dup_string (parameter, NULL);
  stile_record_dialog_set_person (dialog, find_name (self, self->case_id));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
contact_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileWaitingPage *self = STILE_WAITING_PAGE (widget);

  ask (self, stile_contact_dialog_new (get_window (self), save_contact, self), parameter);
}

static void
moved_on_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileWaitingPage *self = STILE_WAITING_PAGE (widget);
  StileRecordDialog *dialog
      = stile_record_dialog_new (get_window (self), _("No longer here"), save_moved_on, self);

  stile_record_dialog_set_hint (dialog,
                                _("They leave this list until somebody is in contact with them "
                                  "again. Say how you know: it stays in their record."));
  stile_record_dialog_require_text (dialog);
  ask (self, dialog, parameter);
}

static void
chooser_response_cb (StileWaitingPage *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (chooser));
  if (response != GTK_RESPONSE_ACCEPT || path == NULL || self->casework == NULL)
    return;
  stile_waiting_export_write (self->casework, path, &error);
  stile_waiting_export_say (get_window (self), error);
}

static void
save_clicked_cb (StileWaitingPage *self)
{
  if (self->chooser != NULL)
    return;
  self->chooser = stile_waiting_export_new_chooser (get_window (self));
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chooser_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* ---- The page ---- */

gboolean
stile_waiting_page_open (StileWaitingPage *page, StileCasework *casework, GError **error)
{
  gboolean read_only = stile_ledger_is_read_only (stile_casework_get_ledger (casework));

  page->casework = casework;
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "waiting.contact", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "waiting.moved-on", !read_only);
  return update_list (page, error);
}

void
stile_waiting_page_close (StileWaitingPage *page)
{
  page->casework = NULL;
  g_clear_pointer (&page->case_id, g_free);
  g_list_store_remove_all (page->people);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileWaitingPage *page = STILE_WAITING_PAGE (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (page->people)) > 0)
    gtk_widget_grab_focus (page->list_view);
  else
    gtk_widget_grab_focus (page->people_button);
}

static void
stile_waiting_page_dispose (GObject *object)
{
  g_clear_object (&STILE_WAITING_PAGE (object)->chooser);
  G_OBJECT_CLASS (stile_waiting_page_parent_class)->dispose (object);
}

static void
stile_waiting_page_finalize (GObject *object)
{
  g_clear_pointer (&STILE_WAITING_PAGE (object)->case_id, g_free);
  G_OBJECT_CLASS (stile_waiting_page_parent_class)->finalize (object);
}

static void
stile_waiting_page_class_init (StileWaitingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_waiting_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stile_waiting_page_finalize;

  g_type_ensure (STILE_TYPE_WAITING_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/waiting-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StileWaitingPage, people_button);
  gtk_widget_class_bind_template_child (widget_class, StileWaitingPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, StileWaitingPage, intro_label);
  gtk_widget_class_bind_template_child (widget_class, StileWaitingPage, clock_label);
  gtk_widget_class_bind_template_child (widget_class, StileWaitingPage, results);
  gtk_widget_class_bind_template_child (widget_class, StileWaitingPage, list_page);
  gtk_widget_class_bind_template_child (widget_class, StileWaitingPage, nobody_page);
  gtk_widget_class_bind_template_child (widget_class, StileWaitingPage, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, StileWaitingPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, StileWaitingPage, people);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_install_action (widget_class, "waiting.contact", "s", contact_activated_cb);
  gtk_widget_class_install_action (widget_class, "waiting.moved-on", "s", moved_on_activated_cb);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_waiting_page_init (StileWaitingPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
}
