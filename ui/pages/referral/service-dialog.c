// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service-dialog.h"

#include <glib/gi18n-lib.h>

#include "field.h"
#include "services.h"

/* More than anybody reads; who sees so many types another letter. */
#define MOST 50

struct _StileServiceDialog
{
  AdwWindow parent_instance;

  GtkWidget *search_group;
  GtkWidget *search;
  GtkLabel *search_told;
  GtkListBox *services;
  GtkWidget *name;
  GtkWidget *organization;
  GtkWidget *route;
  GtkWidget *contact;
  GtkLabel *fault;

  StileDirectory *directory;
  GPtrArray *rows; /* of StileServiceRow, one for each row of services */
  StileServiceFunc save;
  GObject *owner; /* weak */
};

G_DEFINE_FINAL_TYPE (StileServiceDialog, stile_service_dialog, ADW_TYPE_WINDOW)

static void
say (StileServiceDialog *self, const char *sentence)
{
  gtk_label_set_label (self->fault, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), sentence != NULL);
}

static void
keep (StileServiceDialog *self, const StileReferralService *service)
{
  g_autoptr (GError) error = NULL;

  if (self->owner == NULL)
    return;
  if (self->save (self->owner, service, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    say (self, error->message);
}

/* ---- From the directory ---- */

static void
service_activated_cb (StileServiceDialog *self, GtkListBoxRow *row)
{
  const StileServiceRow *chosen = g_ptr_array_index (self->rows, gtk_list_box_row_get_index (row));
  g_autoptr (GError) error = NULL;
  g_autoptr (StileReferralService) service
    = stile_referral_service_new (self->directory, chosen->id, &error);

  if (service != NULL)
    keep (self, service);
  else
    say (self, error->message);
}

static void
add_part (GString *text, const char *part, const char *between)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", part);
}

static GtkWidget *
row_new (const StileServiceRow *service)
{
  g_autoptr (GString) about = g_string_new (NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", service->name,
                                 "activatable", service->closed == NULL, "sensitive",
                                 service->closed == NULL, NULL);

  add_part (about, service->organization, " · ");
  add_part (about, service->place, " · ");
  if (service->known)
    add_part (about, _("We know them."), " · ");
  add_part (about, service->closed, "\n");
  g_object_set (row, "subtitle", about->str, NULL);
  if (service->closed == NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
clear_services (StileServiceDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->services, 0)) != NULL)
    gtk_list_box_remove (self->services, GTK_WIDGET (row));
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

static void
search_changed_cb (StileServiceDialog *self)
{
  g_autofree char *text = stile_field_dup_text (GTK_EDITABLE (self->search));
  const StileDirectoryFilter filter = { .search = text, .most = MOST };
  g_autoptr (GError) error = NULL;

  clear_services (self);
  if (*text != '\0')
    self->rows = stile_directory_list (self->directory, &filter, &error);
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    gtk_list_box_append (self->services, row_new (g_ptr_array_index (self->rows, i)));
  if (error != NULL)
    gtk_label_set_label (self->search_told, error->message);
  else
    gtk_label_set_label (self->search_told,
                         *text != '\0' ? _("No service has these words.")
                                       : _("Type what the service does, or its name."));
  gtk_widget_set_visible (GTK_WIDGET (self->services), self->rows != NULL && self->rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->search_told),
                          self->rows == NULL || self->rows->len == 0);
}

/* ---- By name ---- */

static void
use_clicked_cb (StileServiceDialog *self)
{
  g_autofree char *name = stile_field_dup_text (GTK_EDITABLE (self->name));
  g_autofree char *organization = stile_field_dup_text (GTK_EDITABLE (self->organization));
  g_autofree char *route = stile_field_dup_text (GTK_EDITABLE (self->route));
  g_autofree char *contact = stile_field_dup_text (GTK_EDITABLE (self->contact));
  const StileReferralService service
    = { .name = name, .organization = organization, .route = route, .contact = contact };

  say (self, NULL);
  keep (self, &service);
}

/* ---- The dialog ---- */

StileServiceDialog *
stile_service_dialog_new (GtkWindow *parent, StileDirectory *directory, StileServiceFunc save,
                          gpointer owner)
{
  StileServiceDialog *dialog
    = g_object_new (STILE_TYPE_SERVICE_DIALOG, "transient-for", parent, NULL);
  g_autofree char *imported_at = NULL;
  guint services = 0;

  dialog->directory = directory;
  dialog->save = save;
  g_set_weak_pointer (&dialog->owner, owner);
  stile_directory_get_size (directory, &services, &imported_at, NULL);
  gtk_widget_set_visible (dialog->search_group, services > 0);
  search_changed_cb (dialog);
  gtk_widget_grab_focus (services > 0 ? dialog->search : dialog->name);
  return dialog;
}

static void
stile_service_dialog_dispose (GObject *object)
{
  StileServiceDialog *self = STILE_SERVICE_DIALOG (object);

  g_clear_weak_pointer (&self->owner);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (stile_service_dialog_parent_class)->dispose (object);
}

static void
stile_service_dialog_class_init (StileServiceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_service_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/service-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StileServiceDialog, search_group);
  gtk_widget_class_bind_template_child (widget_class, StileServiceDialog, search);
  gtk_widget_class_bind_template_child (widget_class, StileServiceDialog, search_told);
  gtk_widget_class_bind_template_child (widget_class, StileServiceDialog, services);
  gtk_widget_class_bind_template_child (widget_class, StileServiceDialog, name);
  gtk_widget_class_bind_template_child (widget_class, StileServiceDialog, organization);
  gtk_widget_class_bind_template_child (widget_class, StileServiceDialog, route);
  gtk_widget_class_bind_template_child (widget_class, StileServiceDialog, contact);
  gtk_widget_class_bind_template_child (widget_class, StileServiceDialog, fault);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, service_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_clicked_cb);
}

static void
stile_service_dialog_init (StileServiceDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  stile_field_keep_numbers (GTK_EDITABLE (dialog->contact));
}
