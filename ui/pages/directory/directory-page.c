// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "directory-page.h"

#include <glib/gi18n-lib.h>

#include "focus-first.h"
#include "import-dialog.h"
#include "service-filters.h"
#include "service-line.h"

/* GTK 4.8 makes the widgets of two hundred lines at once, which takes longer than a key press may.
 * So the list grows by as many when somebody comes near its end. */
#define CHUNK 20

struct _StileDirectoryPage
{
  AdwBin parent_instance;

  GtkWidget *import_button;
  GtkEditable *search;
  GtkToggleButton *filters_button;
  StileServiceFilters *filters;
  GtkLabel *count_label;
  AdwBin *results;
  GtkScrolledWindow *list_page;
  GtkWidget *empty_page;
  GtkWidget *first_import_button;
  GtkWidget *no_match_page;
  AdwStatusPage *trouble_page;
  GtkWidget *renew_button;
  GtkListView *list_view;
  GListStore *found;

  StileCasework *casework;   /* not owned; NULL while closed */
  StileDirectory *directory; /* not owned; NULL while closed */
  GPtrArray *rows;           /* of StileServiceRow, all that were found; those shown are NULL */
  guint services;            /* in the directory */
  GDate today;
};

G_DEFINE_FINAL_TYPE (StileDirectoryPage, stile_directory_page, ADW_TYPE_BIN)

/* ---- The list ---- */

static GPtrArray *
read_rows (StileDirectoryPage *self, GError **error)
{
  StileDirectoryFilter filter = {
    .search = gtk_editable_get_text (self->search),
    .postcode = stile_casework_get_setting (self->casework, STILE_SETTING_CENTRE_POSTCODE),
  };

  stile_service_filters_fill (self->filters, &filter);
  return stile_directory_list (self->directory, &filter, error);
}

/* Shows the next rows, in place of the first @removed. */
static void
show_more (StileDirectoryPage *self, guint removed)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->found)) - removed;
  guint more = MIN (CHUNK, self->rows->len - shown);
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (more, g_object_unref);
  guint i;

  for (i = shown; i < shown + more; i++)
    g_ptr_array_add (items, stile_service_item_new (g_steal_pointer (&self->rows->pdata[i])));
  g_list_store_splice (self->found, shown, removed, items->pdata, items->len);
}

/* Only while the rows that are shown still have their places: the list view warns where it cannot
 * find the row to scroll to. */
static void
scroll_to_start (StileDirectoryPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->list_page), 0);
}

static void
take_rows (StileDirectoryPage *self, GPtrArray *rows)
{
  scroll_to_start (self);
  g_ptr_array_unref (self->rows);
  self->rows = g_ptr_array_ref (rows);
  show_more (self, g_list_model_get_n_items (G_LIST_MODEL (self->found)));
}

static void
scrolled_cb (StileDirectoryPage *self, GtkAdjustment *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double below = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment)
                 - page;

  if (below < page && g_list_model_get_n_items (G_LIST_MODEL (self->found)) < self->rows->len)
    show_more (self, 0);
}

static void
show_count (StileDirectoryPage *self, guint shown)
{
  g_autofree char *all = g_strdup_printf (ngettext ("%u service", "%u services", self->services),
                                          self->services);
  g_autofree char *some = g_strdup_printf (
      /* Translators: how many services are shown; the number of all is the second. */
      ngettext ("%u of %u service", "%u of %u services", self->services), shown, self->services);

  gtk_label_set_label (self->count_label, shown == self->services ? all : some);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), self->services > 0);
}

static void
show_filter_count (StileDirectoryPage *self)
{
  guint count = stile_service_filters_count (self->filters);
  /* Translators: how many filters are set. */
  g_autofree char *label = count > 0 ? g_strdup_printf (_("_Filters (%u)"), count)
                                     : g_strdup (_("_Filters"));

  gtk_button_set_label (GTK_BUTTON (self->filters_button), label);
}

static void
show_trouble (StileDirectoryPage *self, const char *sentence)
{
  adw_status_page_set_description (self->trouble_page, sentence);
  adw_bin_set_child (self->results, GTK_WIDGET (self->trouble_page));
}

static gboolean
update_list (StileDirectoryPage *self, GError **error)
{
  g_autoptr (GPtrArray) rows = read_rows (self, error);
  GtkWidget *shown;

  if (rows == NULL)
    return FALSE;
  if (rows->len > 0)
    shown = GTK_WIDGET (self->list_page);
  else
    shown = self->services > 0 ? self->no_match_page : self->empty_page;
  show_count (self, rows->len);
  show_filter_count (self);
  take_rows (self, rows);
  adw_bin_set_child (self->results, shown);
  return TRUE;
}

static void
filter_changed_cb (StileDirectoryPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->directory != NULL && !update_list (self, &error))
    show_trouble (self, error->message);
}

static void
clear_cb (StileDirectoryPage *self)
{
  stile_directory_page_clear (self);
  filter_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
open_service (StileDirectoryPage *self, guint position)
{
  g_autoptr (StileServiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.service", "s",
                              stile_service_item_get_row (item)->id);
}

static void
row_activated_cb (StileDirectoryPage *self, guint position)
{
  open_service (self, position);
}

/* Enter in the search opens the service when it found only one. */
static void
search_activated_cb (StileDirectoryPage *self)
{
  filter_changed_cb (self);
  if (self->rows->len == 1)
    open_service (self, 0);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, GTK_WIDGET (stile_service_line_new ()));
}

static void
row_bind_cb (StileDirectoryPage *self, GtkListItem *list_item)
{
  stile_service_line_set_item (STILE_SERVICE_LINE (gtk_list_item_get_child (list_item)),
                               gtk_list_item_get_item (list_item), &self->today);
}

/* ---- What there is ---- */

static gboolean
look_again (StileDirectoryPage *self, GError **error)
{
  const char *postcode = stile_casework_get_setting (self->casework,
                                                     STILE_SETTING_CENTRE_POSTCODE);
  g_autofree char *imported_at = NULL;

  return stile_directory_get_size (self->directory, &self->services, &imported_at, error)
         && stile_service_filters_open (self->filters, self->directory, postcode, error)
         && update_list (self, error);
}

static gboolean
is_empty (StileDirectoryPage *self)
{
  return adw_bin_get_child (self->results) == self->empty_page;
}

static void
imported_cb (StileDirectoryPage *self)
{
  gboolean was_empty = is_empty (self);
  g_autoptr (GError) error = NULL;

  if (self->directory != NULL && !look_again (self, &error))
    show_trouble (self, error->message);
  if (was_empty) /* the button that led there is gone */
    stile_focus_first (GTK_WIDGET (self));
}

static void
import_cb (StileDirectoryPage *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  StileImportDialog *dialog;

  if (self->directory == NULL)
    return;
  dialog = stile_import_dialog_new (window, stile_directory_get_path (self->directory));
  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_problem (StileDirectoryPage *self, const char *problem)
{
  gtk_widget_set_visible (self->renew_button, problem != NULL);
  gtk_widget_set_sensitive (self->import_button, problem == NULL);
  if (problem != NULL)
    show_trouble (self, problem);
}

gboolean
stile_directory_page_open (StileDirectoryPage *page, StileCasework *casework,
                           StileDirectory *directory, const char *problem, GError **error)
{
  page->casework = casework;
  page->directory = directory;
  g_date_clear (&page->today, 1);
  g_date_set_time_t (&page->today, time (NULL));
  if (!look_again (page, error))
    {
      stile_directory_page_close (page);
      return FALSE;
    }
  show_problem (page, problem);
  return TRUE;
}

void
stile_directory_page_clear (StileDirectoryPage *page)
{
  gtk_editable_set_text (page->search, "");
  stile_service_filters_clear (page->filters);
  show_filter_count (page);
}

void
stile_directory_page_close (StileDirectoryPage *page)
{
  page->casework = NULL;
  page->directory = NULL;
  scroll_to_start (page);
  g_ptr_array_set_size (page->rows, 0);
  g_list_store_remove_all (page->found);
}

/* ---- The page ---- */

static gboolean
focus_search_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (STILE_DIRECTORY_PAGE (widget)->search));
  return TRUE;
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileDirectoryPage *page = STILE_DIRECTORY_PAGE (widget);

  gtk_widget_grab_focus (is_empty (page) ? page->first_import_button : GTK_WIDGET (page->search));
}

static void
stile_directory_page_finalize (GObject *object)
{
  g_clear_pointer (&STILE_DIRECTORY_PAGE (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (stile_directory_page_parent_class)->finalize (object);
}

static void
stile_directory_page_class_init (StileDirectoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_directory_page_finalize;

  g_type_ensure (STILE_TYPE_SERVICE_FILTERS);
  g_type_ensure (STILE_TYPE_SERVICE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/directory-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StileDirectoryPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, StileDirectoryPage, search);
  gtk_widget_class_bind_template_child (widget_class, StileDirectoryPage, filters_button);
  gtk_widget_class_bind_template_child (widget_class, StileDirectoryPage, filters);
  gtk_widget_class_bind_template_child (widget_class, StileDirectoryPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, StileDirectoryPage, results);
  gtk_widget_class_bind_template_child (widget_class, StileDirectoryPage, list_page);
  gtk_widget_class_bind_template_child (widget_class, StileDirectoryPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, StileDirectoryPage, first_import_button);
  gtk_widget_class_bind_template_child (widget_class, StileDirectoryPage, no_match_page);
  gtk_widget_class_bind_template_child (widget_class, StileDirectoryPage, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, StileDirectoryPage, renew_button);
  gtk_widget_class_bind_template_child (widget_class, StileDirectoryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, StileDirectoryPage, found);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, focus_search_cb, NULL);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_directory_page_init (StileDirectoryPage *page)
{
  GtkAdjustment *adjustment;

  page->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (page));
  adjustment = gtk_scrolled_window_get_vadjustment (page->list_page);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), page,
                           G_CONNECT_SWAPPED);
}
